"""Run reader and linker over a folder of labelled drafts and score what they find.

    python benchmarks/real_drafts.py FOLDER SCORER [--misses]

FOLDER holds `LABELS.yaml` and the drafts, SCORER is the script that compares a JSON report with them. Publishers are
those of the policies that are shipped. Printed: the scorer's figures and the mean time for a draft.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from compliance.counting import characters
from compliance.drafts.lines import Lines
from compliance.drafts.reading import read
from compliance.policies.opening import open_library
from compliance.reuse.linker import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compliance.reuse.model import Passage, Publisher


def main(folder: Path, scorer: str, *options: str) -> int:
    """Score all drafts of a folder; the exit code is the scorer's."""
    names = [entry["file"] for entry in yaml.safe_load((folder / "LABELS.yaml").read_text("utf-8"))["files"]]
    spent = {"reading": 0.0, "linking": 0.0}
    publishers = open_library().publishers
    drafts = [_entry(folder, name, publishers, spent) for name in names]
    for what, seconds in spent.items():
        print(f"{what}: {seconds / len(names) * 1000:.2f} ms a draft")
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as report:
        json.dump({"drafts": drafts}, report)
        report.flush()
        return subprocess.run([sys.executable, scorer, str(folder), report.name, *options], check=False).returncode


def _entry(folder: Path, name: str, publishers: Sequence[Publisher], spent: dict[str, float]) -> dict[str, Any]:
    data = (folder / name).read_bytes()
    start = time.perf_counter()
    draft = read(data, name)
    middle = time.perf_counter()
    found = find(draft, publishers=publishers)
    spent["reading"] += middle - start
    spent["linking"] += time.perf_counter() - middle
    lines = Lines(draft.text)

    def place(passage: Passage) -> dict[str, Any]:
        return {
            "line": lines.position(passage.start)[0],
            "end_line": lines.position(passage.end - 1)[0],
            "characters": characters(passage.text),
            "how": passage.how,
        }

    reuses = [
        {
            "domain": r.domain,
            "mode": r.mode,
            "tied_by": r.tied_by,
            "url": r.source.url,
            "passages": [place(p) for p in r.passages],
        }
        for r in found.reuses
    ]
    return {
        "path": name,
        "reuses": reuses,
        "unattributed": [place(p) for p in found.unattributed],
        "problems": [p.kind for p in draft.problems],
    }


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("scorer")
    arguments.add_argument("--misses", action="store_true")
    given = arguments.parse_args()
    raise SystemExit(main(given.folder, given.scorer, *["--misses"] * given.misses))
