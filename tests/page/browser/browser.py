# SPDX-License-Identifier: BSL-1.0
"""Opens pages in Chromium and holds what they show against the library's answers.

    python3 browser.py PAGES WORK

PAGES is the program that writes the pages and the answers. Nothing but Python's own library is needed: the browser is
driven over WebDriver. Where there is no Chromium or no driver for it, the test is skipped (77), and says so.
"""
import base64
import collections
import json
import math
import pathlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

# Puts the controls in one state, and reads the table and the first picture.
SHOW = """
const results = [];
const set = (id, value, event) => {
  const control = document.getElementById(id);
  control.value = value;
  control.dispatchEvent(new Event(event, {bubbles: true}));
};
const text = (row, i) => row.children[i].textContent;
for (const [account, day, channel, known] of arguments[0]) {
  set('account', account, 'change');
  const last = document.getElementById('day').max;
  set('day', day === -1 ? last : day, 'input');
  if (channel !== -1) set('channel', channel, 'change');
  if (known !== -1) set('known', known, 'change');
  const rows = Array.from(document.querySelectorAll('#rows tr'));
  const shapes = Array.from(document.querySelectorAll('.stands.wide .tie, .stands.wide .cell'));
  results.push({
    reading: document.body.dataset.reading,
    rows: rows.map(row => [text(row, 0), text(row, 1), row.querySelector('.badge').className.split(' ')[1], text(row, 3)]),
    pairs: rows.map(row => row.dataset.row),
    drawn: Object.fromEntries(shapes.map(shape => [shape.dataset.pair, shape.getAttribute('class').split(' ')[1]]))
  });
}
return results;
"""

# The texts of the names and the circles of the signs that are seen, two of which lie on each other; or null.
OVERLAP = """
const seen = Array.from(document.querySelectorAll('.stands .node text, .stands .mark circle, .camps .node text, .camps .mark circle'))
  .map(shape => [shape.getBoundingClientRect(), shape.textContent || 'sign'])
  .filter(([box]) => box.width > 0);
for (let i = 0; i < seen.length; ++i)
  for (let j = 0; j < i; ++j) {
    const [a, b] = [seen[i][0], seen[j][0]];
    const slack = 1.5;
    if (a.left + slack < b.right && b.left + slack < a.right && a.top + slack < b.bottom && b.top + slack < a.bottom)
      return seen[i][1] + ' / ' + seen[j][1];
  }
return null;
"""

# A text of a picture that does not lie within it; or null.
CUT_OFF = """
for (const text of document.querySelectorAll('svg.picture text')) {
  const box = text.getBoundingClientRect(), frame = text.closest('svg').getBoundingClientRect();
  if (box.width > 0 && (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1))
    return text.textContent;
}
return null;
"""

# Puts one of the comparisons in one state after another, and reads its table and what is said of it.
COMPARE = """
const set = (id, value) => {
  const control = document.getElementById(id);
  control.value = value;
  control.dispatchEvent(new Event('change', {bubbles: true}));
};
const [name, states] = arguments;
return states.map(([account, from, to]) => {
  set('account', account);
  set(name + '-from', from);
  set(name + '-to', to);
  const rows = Array.from(document.querySelectorAll('#' + name + '-rows tr'));
  return {said: document.getElementById(name + '-count').textContent, rows: rows.map(ROW)};
});
"""

# What a row of a table of positions that differ says.
ROW = """row => Array.from(row.children).map(cell => {
  const badge = cell.querySelector('.badge');
  return badge ? badge.className.split(' ')[1] + (badge.nextSibling?.textContent ?? '') : cell.textContent;
})"""
COMPARE = COMPARE.replace("ROW", ROW)

failures = []


def check(holds, what):
    if not holds:
        failures.append(what)
        print("FAILED:", what)


class Browser:
    def __init__(self, chromium, driver):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.root = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen([driver, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        wanted = {"goog:chromeOptions": {"binary": chromium, "args": flags}}
        for attempt in range(40):
            try:
                made = self.call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
                break
            except OSError:
                if attempt == 39:
                    raise
                time.sleep(0.25)
        self.session = "/session/" + made["sessionId"]

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.root + path, data, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)["value"]

    def open(self, path):
        self.call("POST", self.session + "/url", {"url": pathlib.Path(path).as_uri()})

    def run(self, script, *arguments):
        return self.call("POST", self.session + "/execute/sync", {"script": script, "args": list(arguments)})

    def tell(self, command, **parameters):
        return self.call("POST", self.session + "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def width(self, pixels):
        self.tell("Emulation.setDeviceMetricsOverride", width=pixels, height=900, deviceScaleFactor=1, mobile=False)

    def close(self):
        try:
            self.call("DELETE", self.session)
        finally:
            self.process.terminate()
            self.process.wait()


def shown_value(value):
    """As the page writes a value: two decimals at most, halves away from zero."""
    number = math.copysign(math.floor(abs(float(value)) * 100 + 0.5) / 100, float(value)) + 0.0
    return f"{number:.2f}".rstrip("0").rstrip(".").replace("-", "\u2212") or "0"


def answers_in(path):
    answers = collections.defaultdict(dict)
    for line in path.read_text().splitlines():
        account, day, channel, known, who, target, attitude, value = line.split("\t")
        state = (int(account), int(day), int(channel), int(known))
        answers[state][who, target] = (attitude, shown_value(value))
    return answers


def compare_readings(browser, work, name):
    """Every state of the controls, against the library."""
    browser.width(1280)
    browser.open(work / f"{name}.html")
    answers = answers_in(work / f"{name}.tsv")
    data = browser.run("return JSON.parse(document.getElementById('data').textContent)")
    states = [tuple(reading[:4]) for reading in data["readings"]]
    for state, shown in zip(states, browser.run(SHOW, states)):
        check(shown["reading"] == ",".join(map(str, state)), f"{name}: controls did not reach {state}")
        table = {(who, target): (attitude, value) for who, target, attitude, value in shown["rows"]}
        check(table == answers[state], f"{name} {state}: the table shows {table}, the library says {answers[state]}")
        held = dict(zip(shown["pairs"], (row[2] for row in shown["rows"])))
        drawn = shown["drawn"]
        check(drawn and all(held.get(pair, "none") == how for pair, how in drawn.items()),
              f"{name} {state}: the picture differs")
    compare_days(browser, name, answers, len(data["days"]))
    return len(states)


def compare_days(browser, name, answers, days):
    """What is different between two days, against the answers of both."""
    states = [(0, day, day + 1) for day in range(days - 1)]
    for (account, before, after), shown in zip(states, browser.run(COMPARE, "days", states)):
        old, new = answers[account, before, -1, -1], answers[account, after, -1, -1]
        differ = {(who, target, *(f"{how} {value}".strip() for how, value in (old.get((who, target), none),
                                                                                new.get((who, target), none))))
                  for who, target in old.keys() | new.keys() if old.get((who, target)) != new.get((who, target))}
        check_differences(f"{name}, days {before} and {after}", shown, differ)


none = ("none", "")


def check_differences(what, shown, differ):
    rows = [tuple(text.strip() for text in row) for row in shown["rows"]]
    check(len(rows) == len(differ) and set(rows) == differ, f"{what}: the table shows {rows}, not {differ}")
    said = {0: "Nothing is different.", 1: "1 position differs"}.get(len(differ), f"{len(differ)} positions differ")
    check(shown["said"] == said, f"{what}: {shown['said']}, not {said}")


def differences_in(path):
    """By account, from and to: what the library says would be another."""
    found = collections.defaultdict(set)
    for line in path.read_text().splitlines():
        account, begin, end, who, target, how, value, how_then, value_then = line.split("\t")
        before = f"{how} {shown_value(value)}" if how != "none" else how
        after = f"{how_then} {shown_value(value_then)}" if how_then != "none" else how_then
        found[int(account), int(begin), int(end)].add((who, target, before, after))
    return found


def compare_suppositions(browser, work, name):
    """Every state of the control, against the library; and the tables that stand there without script."""
    browser.width(1280)
    browser.open(work / f"{name}.html")
    expected = differences_in(work / f"{name}.what-if.tsv")
    data = browser.run("return JSON.parse(document.getElementById('data').textContent)")
    choices = range(-1, len(data["suppositions"]))
    states = [(account, begin, end) for account in range(len(data["accounts"])) for begin in choices for end in choices]
    for state, shown in zip(states, browser.run(COMPARE, "supposed", states)):
        check_differences(f"{name}, supposed {state}", shown, expected[state])
    tables = browser.run("const row = " + ROW + ";"
                         "return Array.from(document.querySelectorAll('[data-unscripted] table'))"
                         ".map(table => Array.from(table.tBodies[0].rows).map(row))")
    every_two = [(0, begin, end) for end in choices for begin in range(-1, end) if expected[0, begin, end]]
    check(len(tables) == len(every_two), f"{name}: {len(tables)} tables without script, not {len(every_two)}")
    for state, rows in zip(every_two, tables):
        shown = {tuple(text.strip() for text in row) for row in rows}
        check(shown == expected[state], f"{name}: without script {state} shows {shown}")
    check(browser.run("return document.querySelector('[data-unscripted]').getBoundingClientRect().height") == 0,
          f"{name}: tables for readers without script are seen with it")
    return len(states)


def check_layout(browser, work, name):
    browser.open(work / f"{name}.html")
    for pixels in (390, 1280, 2560):
        browser.width(pixels)
        wide = browser.run("const d = document.documentElement; return d.scrollWidth - d.clientWidth")
        check(wide <= 0, f"{name}: {wide} pixels too wide at {pixels}")
        overlap = browser.run(OVERLAP)
        check(overlap is None, f"{name}: labels overlap at {pixels}: {overlap}")
        cut = browser.run(CUT_OFF)
        check(cut is None, f"{name}: cut off at {pixels}: {cut}")
    empty = browser.run("window.dispatchEvent(new Event('beforeprint'));"
                        "return Array.from(document.querySelectorAll('#rows details'))"
                        ".filter(shown => !shown.open || !shown.querySelector('li')).length")
    check(empty == 0, f"{name}: {empty} positions are printed without their evidence")
    pdf = base64.b64decode(browser.tell("Page.printToPDF", printBackground=True)["data"])
    check(pdf.startswith(b"%PDF") and len(pdf) > 10_000, f"{name}: does not print")


def check_policy(browser, work):
    browser.open(work / "hostile.html")
    browser.run("""const script = document.createElement('script');
        script.textContent = 'window.hacked = 1';
        document.body.append(script);
        const image = document.createElement('img');
        image.setAttribute('onerror', 'window.hacked = 1');
        image.src = 'x';
        document.body.append(image);""")
    time.sleep(0.3)
    check(browser.run("return window.hacked === undefined"), "a script ran that is not the page's own")
    check(browser.run("return document.querySelectorAll('#positions b:not([aria-hidden])').length") == 0,
          "a name became markup")
    check(browser.run("return document.querySelectorAll('#what-if script, #what-if img').length") == 0,
          "the title of a supposition became markup")


def check_without_script(browser, work):
    browser.tell("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(work / "article.html")
    count = browser.run("return [document.querySelectorAll('#rows tr').length, "
                        "document.querySelectorAll('#rows li').length, "
                        "getComputedStyle(document.getElementById('controls')).display, "
                        "document.querySelector('[data-unscripted] table').getBoundingClientRect().height, "
                        "document.getElementById('supposed-from').getBoundingClientRect().height]")
    check(count[0] > 20 and count[1] > 20 and count[2] == "none", f"without script: {count}")
    check(count[3] > 20 and count[4] == 0, f"without script, suppositions: {count}")
    browser.tell("Emulation.setScriptExecutionDisabled", value=False)


def fetch_axe(work):
    """Without a network npm tries for minutes: it is then stopped, and the check is skipped."""
    try:
        subprocess.run("npm pack axe-core@4.10.2 --silent && tar xzf axe-core-*.tgz package/axe.min.js", shell=True,
                       cwd=work, timeout=90, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    except subprocess.TimeoutExpired:
        print("npm was stopped after 90 seconds")


def check_accessibility(browser, work):
    """axe-core, fetched beside the build where the npm registry can be reached."""
    source = work / "package" / "axe.min.js"
    if not source.exists() and shutil.which("npm"):
        fetch_axe(work)
    if not source.exists():
        print("skipped: axe-core is not here and cannot be fetched")
        return
    browser.open(work / "article.html")
    browser.run(source.read_text() + "; window.axe = axe;")
    found = browser.call("POST", browser.session + "/execute/async", {
        "script": "const done = arguments[0]; axe.run().then(r => done(r.violations.map(v => v.id + ': ' + "
                  "v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' | '))))", "args": []})
    check(not found, f"accessibility: {found}")
    print("axe-core:", len(found), "violations")


def main():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not chromium or not driver:
        print("skipped: chromium and chromedriver are not both here")
        return 77
    work = pathlib.Path(sys.argv[2])
    subprocess.run([sys.argv[1], work], check=True)
    browser = Browser(chromium, driver)
    try:
        states = {name: compare_readings(browser, work, name) for name in ("article", "vote", "years")}
        print("states of the controls compared:", states)
        supposed = {name: compare_suppositions(browser, work, name) for name in ("article", "vote", "hostile")}
        print("states of the comparison of suppositions:", supposed)
        for name in ("article", "vote", "years", "hostile"):
            check_layout(browser, work, name)
        check_policy(browser, work)
        check_without_script(browser, work)
        check_accessibility(browser, work)
    finally:
        browser.close()
    return 1 if failures else 0


sys.exit(main())
