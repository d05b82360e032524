#!/usr/bin/env python3
"""Writes a data folder of N times the records and figures, made up, for the growth benchmark only.

Usage: grow.py N FROM TO. Copy k of a record has `-xk` behind its id and behind every id of a record or a
figure that it names, and a number behind its names and aliases; registries stay as they are.
"""

import pathlib
import re
import shutil
import sys

ID = re.compile(r'"([a-z0-9-]+)((?:\.[^"]*)?)"')


def copied(text: str, ids: set[str], k: int) -> str:
    lines, in_links, in_list = [], False, ""
    for line in text.splitlines():
        key = line.split(" = ")[0]
        # The list that a line is inside of, where it goes over several lines.
        in_list = key if line.endswith("[") else in_list
        in_links = line == "[links]" or (in_links and not line.startswith("["))
        if "aliases" in (key, in_list):
            line = re.sub(r'"([^"]+)"', rf'"\1 {k}"', line)
        elif in_links or {key, in_list} & {"parent", "of", "to", "evidence", "supersedes"}:
            line = ID.sub(lambda m: f'"{m[1]}-x{k}{m[2]}"' if m[1] in ids else m[0], line)
        elif key in ("name", "name_zh"):
            line = f'{line[:-1]} {k}"'
        in_list = "" if line == "]" else in_list
        lines.append(line)
    return "\n".join(lines) + "\n"


def main() -> None:
    times, source, target = int(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    shutil.copytree(source, target)
    paths = list(source.glob("*/*.toml"))
    ids = {path.stem for path in paths}
    for path in paths:
        text = path.read_text(encoding="utf-8")
        for k in range(1, times):
            copy = target / path.parent.name / f"{path.stem}-x{k}.toml"
            copy.write_text(copied(text, ids, k), encoding="utf-8")


main()
