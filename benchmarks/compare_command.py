"""How well does `compliance compare --pairs` find what was copied, and how long does it take?

    python benchmarks/compare_command.py PLAGDET [--cases CASES --sources SOURCES] [--pan PAN]

PLAGDET is a scorer with a function `score(cases, detections, side)` (Potthast et al., COLING 2010). CASES is a folder
with `cases.jsonl` and `drafts/` as made by `make_reuse_cases.py` from the articles in SOURCES; PAN a folder of the text
alignment corpus with `pairs.jsonl`. The command is run as it is shipped, on files, and its JSON is scored as it stands.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

Range = tuple[str, int, int, str, int, int]
LIMIT = 500
NEAR = 50
WORST = 5


def compared(pairs: list[tuple[Path, Path]]) -> list[dict[str, Any]]:
    """What the command prints for each pair, with a line on the time it took."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps({"draft": str(draft), "source": str(source)}) + "\n" for draft, source in pairs)
        file.flush()
        command = [sys.executable, "-m", "compliance", "compare", "--pairs", file.name, "--format", "jsonl"]
        started = time.perf_counter()
        run = subprocess.run(command, capture_output=True, check=True, cwd=Path(__file__).parent.parent)
        taken = time.perf_counter() - started
    found = [json.loads(line) for line in run.stdout.splitlines()]
    size = sum(one["draft"]["characters"] + one["source"]["characters"] for one in found)
    print(f"{len(found)} pairs in {taken:.1f} s, {size / taken / 1e6:.1f} MB/s with start and reading")
    return found


def ranges(name: str, one: dict[str, Any]) -> list[Range]:
    """The matches of a pair as the scorer wants them."""
    return [
        (name, match["draft_start"], match["draft_end"], name, match["source_start"], match["source_end"])
        for match in one["matches"]
    ]


def covered(stretches: list[Range]) -> set[int]:
    """The offsets of the draft in a union of stretches."""
    return {offset for _, start, end, *_ in stretches for offset in range(start, end)}


def synthetic(score: Any, folder: Path, sources: Path, *, worst: bool) -> None:
    """Print the figures of generated newsletters, and with `worst` the drafts that cost most characters."""
    cases = [json.loads(line) for line in (folder / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
    results = compared([(folder / case["draft"], sources / case["source"]) for case in cases])
    wanted: list[Range] = []
    found: list[Range] = []
    right = decided = 0
    differing: list[tuple[int, int, str]] = []
    for case, one in zip(cases, results, strict=True):
        name = case["draft"]
        truth = [(name, a, b, name, c, d) for p in case["passages"] for a, b, c, d in p["segments"]]
        told = ranges(name, one)
        wanted, found = wanted + truth, found + told
        copied, said = covered(truth), covered(told)
        differing.append((len(said - copied), len(copied - said), name))
        if abs(len(copied) - LIMIT) > NEAR:
            decided += 1
            right += (len(copied) > LIMIT) == (len(said) > LIMIT)
    for side in ("draft", "source"):
        figures = score(wanted, found, side)
        parts = ("precision_micro", "recall_micro", "f1_micro", "plagdet")
        print(f"synthetic, {side} side:", *(f"{part} {figures[part]:.4f}" for part in parts))
    print(f"right side of {LIMIT} characters: {right} of {decided}")
    if worst:
        for index, label in enumerate(("false", "missed")):
            costly = sorted(differing, key=lambda one: -one[index])[:WORST]
            print(f"most {label}:", ", ".join(f"{one[2]} {one[index]}" for one in costly))


def pan(score: Any, folder: Path) -> None:
    """Print the PAN figures by class, macro-averaged."""
    pairs = [json.loads(line) for line in (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    results = compared([(folder / pair["susp"], folder / pair["src"]) for pair in pairs])
    wanted: dict[str, list[Range]] = defaultdict(list)
    found: dict[str, list[Range]] = defaultdict(list)
    total: dict[str, int] = defaultdict(int)
    for pair, one in zip(pairs, results, strict=True):
        name, kind = pair["id"], pair["cls"]
        for span in pair["spans"]:
            start, there = span["this_offset"], span["source_offset"]
            wanted[kind].append((name, start, start + span["this_length"], name, there, there + span["source_length"]))
        found[kind] += ranges(name, one)
        total[kind] += one["draft"]["characters"]
    for kind in sorted(total):
        if wanted[kind]:
            figures = score(wanted[kind], found[kind], "both")
            parts = ("plagdet", "precision", "recall", "granularity")
            print(f"PAN {kind}:", *(f"{part} {figures[part]:.3f}" for part in parts))
        else:
            false = sum(end - start for _, start, end, *_ in found[kind])
            print(f"PAN {kind}: {100 * false / total[kind]:.4f} % of characters in {len(found[kind])} finds")


def main() -> None:
    """Read the request and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plagdet", type=Path)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--sources", type=Path)
    parser.add_argument("--pan", type=Path)
    parser.add_argument("--worst", action="store_true", help="name the drafts that cost most")
    options = parser.parse_args()
    specification = importlib.util.spec_from_file_location("plagdet", options.plagdet)
    if not specification or not specification.loader:
        parser.error(f"{options.plagdet} is no Python module")
    scorer = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(scorer)
    if options.cases:
        synthetic(scorer.score, options.cases.resolve(), options.sources.resolve(), worst=options.worst)
    if options.pan:
        pan(scorer.score, options.pan.resolve())


if __name__ == "__main__":
    main()
