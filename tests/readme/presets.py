#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Whether each workflow preset is run by a stage of .ci/run and has its place in the contributor's table:
presets.py [ROOT]
"""
import json
import re

from complaints import look

RUN_BY_SCRIPT = {"format": "check_format.sh"}  # what a preset does, where a stage does it by itself


def complaints_about(root):
    presets = json.loads((root / "CMakePresets.json").read_text(encoding="utf-8"))
    names = [preset["name"] for preset in presets["workflowPresets"]]
    stages = re.sub(r"^\s*#.*", "", (root / ".ci" / "run").read_text(encoding="utf-8"), flags=re.MULTILINE)
    words = set(re.findall(r"[\w./-]+", re.sub(r'stage "[^"]*"', "", stages)))
    page = (root / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`([\w-]+)`", "\n".join(re.findall(r"^\|[^|]*\|", page, flags=re.MULTILINE))))
    complaints = []
    for name in names:
        script = RUN_BY_SCRIPT.get(name)
        if name not in words and not (script and script in stages):
            complaints.append(f"no stage of .ci/run runs the preset {name}")
        if name not in listed:
            complaints.append(f"CONTRIBUTING.md does not list the preset {name}")
    return complaints, len(names)


if __name__ == "__main__":
    look(complaints_about, "stages run {} presets")
