#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Runs the program in a terminal of 80 columns: what people see there, and what Ctrl-C does.

usage: terminal_test.py PROGRAM, in the folder of the examples
"""
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import time
import unicodedata
import fcntl

PROGRAM = sys.argv[1]
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
failures = 0


def in_terminal(*words, **environment):
    """What the program writes to a terminal of 80 columns and 24 rows."""
    main, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    with subprocess.Popen([PROGRAM, *words], stdin=subprocess.DEVNULL, stdout=child, stderr=child,
                          env={"PATH": os.environ["PATH"], "TERM": "xterm", **environment}) as running:
        os.close(child)
        text = b""
        try:
            while block := os.read(main, 65536):
                text += block
        except OSError:
            pass  # the terminal was closed
    os.close(main)
    return text.decode("utf-8").replace("\r\n", "\n")


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in COLOUR.sub("", line))


def check(what, holds):
    global failures
    if not holds:
        failures += 1
        print("failed:", what)


def check_width(what, text):
    for line in text.splitlines():
        check(f"{what}: {columns(line)} columns: {line!r}", columns(line) <= 80)


def check_harmless(what, text):
    plain = COLOUR.sub("", text)
    check(f"{what}: no control characters", not [c for c in plain if c != "\n" and unicodedata.category(c) in ("Cc", "Cf")])


for words in (["position", "Moscow", "Group of Experts"], ["explain", "Russia", "Panel of Experts"], ["relations"],
              ["nodes"], ["ties", "--by", "everybody"], ["nodes", "--record", "embargo"],
              ["holders", "script", "-f", "hostile.json"], ["nodes", "-f", "hostile.json"],
              ["position", "\x1b[31mMoscow", "Seoul"], ["position"], ["--help"], ["position", "--help"]):
    shown = in_terminal(*words)
    check(f"{words}: something is shown", shown != "")
    check_harmless(words, shown)
    if "--help" not in words:
        check_width(words, shown)

check("a person sees colours", "\x1b[31m" in in_terminal("opponents", "Panel of Experts"))
check("NO_COLOR is heeded", "\x1b" not in in_terminal("opponents", "Panel of Experts", NO_COLOR="1"))
check("a dumb terminal has none", "\x1b" not in in_terminal("opponents", "Panel of Experts", TERM="dumb"))
check("nor has a pipe", b"\x1b" not in subprocess.run([PROGRAM, "opponents", "Panel of Experts"],
                                                      capture_output=True, check=True).stdout)
check("JSON is not broken into lines", in_terminal("nodes", "--json").count("\n") ==
      in_terminal("nodes", "--csv").count("\n") - 1)

# Ctrl-C while it reads what never ends, as soon as it shows how far it has come.
main, child = pty.openpty()
os.set_blocking(main, False)
with subprocess.Popen([PROGRAM, "nodes", "-f", "jsonl:-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                      stderr=child) as endless:
    os.set_blocking(endless.stdin.fileno(), False)
    number = 0
    waiting = b'{"geostance": 2}\n'
    shown = ""
    interrupted = False
    started = time.monotonic()
    while endless.poll() is None and time.monotonic() - started < 60:
        if not waiting:
            waiting = b"".join(b'{"type": "actor", "key": "%d", "name": "somebody"}\n' % i
                               for i in range(number, number + 1000))
            number += 1000
        try:
            waiting = waiting[os.write(endless.stdin.fileno(), waiting):]
        except (BlockingIOError, BrokenPipeError):
            time.sleep(0.001)
        try:
            shown += os.read(main, 65536).decode("utf-8")
        except BlockingIOError:
            pass
        if not interrupted and "reading -" in shown:
            endless.send_signal(signal.SIGINT)
            interrupted = True
    time.sleep(0.1)
    try:
        shown += os.read(main, 65536).decode("utf-8")
    except BlockingIOError:
        pass
    os.close(child)
    if endless.poll() is None:
        endless.kill()
    check(f"it shows how far it has come: {shown!r}", interrupted)
    check(f"it ends with 130, not {endless.returncode}", endless.returncode == 130)
    check(f"it takes that line back: {shown!r}", "\r\x1b[K" in shown and "cancelled" in shown)
    check("it writes no answer", endless.stdout.read() == b"")

sys.exit(1 if failures else 0)
