#!/usr/bin/env python3
"""Writes a data folder of N times the records and figures, made up, for the growth benchmark only.

Usage: grow.py N FROM TO. Copy k of a record has `-xk` behind its id, its links, its parent and its
targets' subjects, and a number behind its names and aliases; registries stay as they are.
"""

import pathlib
import re
import shutil
import sys

KINDS = ["industries", "ports", "parks", "plans", "policies", "enterprises", "projects", "areas", "amenities"]


def main() -> None:
    times, source, target = int(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    shutil.copytree(source, target)
    ids = {path.stem for kind in KINDS for path in (source / kind).glob("*.toml")}
    quoted = re.compile(r'"([a-z0-9-]+)"')
    for kind in KINDS:
        for path in (source / kind).glob("*.toml"):
            lines = path.read_text(encoding="utf-8").splitlines()
            for k in range(1, times):
                copy, in_links, in_aliases = [], False, False
                for line in lines:
                    in_aliases = line.startswith("aliases = [") or (in_aliases and line.startswith("    "))
                    if in_aliases:
                        line = re.sub(r'"([^"]+)"', rf'"\1 {k}"', line)
                    in_links = line == "[links]" or (in_links and not line.startswith("[["))
                    key = line.split(" = ")[0]
                    if in_links or key in ("parent", "of"):
                        line = quoted.sub(lambda m: f'"{m[1]}-x{k}"' if m[1] in ids else m[0], line)
                    elif key == "supersedes":
                        line = line.replace(f'"{path.stem}.', f'"{path.stem}-x{k}.')
                    elif key in ("name", "name_zh"):
                        line = f'{line[:-1]} {k}"'
                    copy.append(line)
                (target / kind / f"{path.stem}-x{k}.toml").write_text("\n".join(copy) + "\n", encoding="utf-8")


main()
