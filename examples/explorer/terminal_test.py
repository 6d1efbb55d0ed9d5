#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Runs the program in a terminal of 80 columns: what people see there, and what Ctrl-C does.

usage: terminal_test.py PROGRAM, in the folder of the examples
"""
import json
import os
import pty
import random
import re
import signal
import struct
import subprocess
import sys
import tempfile
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

# Ctrl-C while it searches: at once, with the same code, and without an answer.
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "hard.csv")
    ties = random.Random(7)
    with open(path, "w", encoding="utf-8") as out:
        out.write("source,target,sign\n")
        for i in range(150):
            for j in range(i):
                out.write(f"{i},{j},{ties.choice('+-')}\n")
    with subprocess.Popen([PROGRAM, "camps", "-f", path, "--seconds", "300"], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as searching:
        time.sleep(2)
        started = time.monotonic()
        searching.send_signal(signal.SIGINT)
        written, complaint = searching.communicate(timeout=60)
        check(f"a search ends with 130, not {searching.returncode}", searching.returncode == 130)
        check(f"it ends soon, not after {time.monotonic() - started} s", time.monotonic() - started < 20)
        check(f"it writes no answer: {written!r}, {complaint!r}", written == b"")
    # A search that runs out of time gives bounds.
    briefly = [PROGRAM, "camps", "-f", path, "--seconds", "0.5"]
    for line in subprocess.run([*briefly, "--json"], capture_output=True, check=True).stdout.splitlines():
        camp = json.loads(line)
        check(f"bounds: {line!r}", not camp["proven"] and 0 < camp["frustration_lower"] < camp["frustration_upper"])
    text = subprocess.run(briefly, capture_output=True, check=True).stdout
    check(f"bounds in words: {text[-200:]!r}", b"not proven to be the least, which is at least" in text)

# Nobody reads the output, it is full, or it is closed.
unread, written = os.pipe()
os.close(unread)
ended = subprocess.run([PROGRAM, "record"], stdout=written, stderr=subprocess.PIPE)
os.close(written)
check(f"it ends by SIGPIPE, which a shell shows as 141, and says nothing: {ended}",
      ended.returncode == -signal.SIGPIPE and ended.stderr == b"")
for words in (["nodes"], ["record"], ["nodes", "--json"]):
    with open("/dev/full", "wb") as full:
        ended = subprocess.run([PROGRAM, *words], stdout=full, stderr=subprocess.PIPE)
    check(f"{words} to a full disk: {ended}", ended.returncode == 1 and b"could not be written" in ended.stderr)
    ended = subprocess.run(["sh", "-c", '"$0" "$@" >&-', PROGRAM, *words], stderr=subprocess.PIPE)
    check(f"{words} to nowhere: {ended}", ended.returncode == 1 and b"could not be written" in ended.stderr)
sys.exit(1 if failures else 0)
