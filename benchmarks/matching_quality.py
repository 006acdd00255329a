"""How well are copied stretches found?

    python benchmarks/matching_quality.py PLAGDET [--cases CASES --sources SOURCES] [--pan PAN] [--curve]

PLAGDET is a scorer with a function `score(cases, detections, side)` (Potthast et al., COLING 2010). CASES is a folder
with `cases.jsonl` and `drafts/` as made by `make_reuse_cases.py` from the articles in SOURCES; PAN a folder of the text
alignment corpus with `pairs.jsonl`. Everything is measured in the default setting; `--curve` repeats it for other least
strengths. The drafts are read as Markdown, and their offsets are those of the file.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from compliance.drafts.prose import prose
from compliance.drafts.reading import read
from compliance.matching import strength
from compliance.matching.align import Options, align
from compliance.matching.fold import fold

if TYPE_CHECKING:
    from compliance.drafts.model import Text
    from compliance.matching.fold import Folded

Range = tuple[str, int, int, str, int, int]
CURVE = (0.0, 0.6, 1.2, 1.8, 2.4)
UNRELATED = 2000


def text_of(path: Path) -> str:
    """A file as it is decoded, with no newline translation."""
    return path.read_bytes().decode("utf-8")


@cache
def folded(path: Path) -> Folded:
    """A file's words."""
    return fold(text_of(path))


@cache
def draft(path: Path) -> tuple[Text, Folded]:
    """A Markdown file's prose and its words."""
    text = prose(read(text_of(path), path.name))
    return text, fold(text.value)


def covered(stretches: list[tuple[int, int]]) -> int:
    """The number of offsets in a union of stretches."""
    total = reached = 0
    for start, end in sorted(stretches):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def synthetic(score: Any, folder: Path, sources: Path) -> None:
    """Print the figures of generated newsletters, the article's title being exempt as a find of its own."""
    wanted: list[Range] = []
    found: list[Range] = []
    right = decided = 0
    by_rate: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for line in text_of(folder / "cases.jsonl").splitlines():
        case = json.loads(line)
        name = case["draft"]
        truth = [segment for passage in case["passages"] for segment in passage["segments"]]
        matches = found_in_draft(folder / name, sources / case["source"])
        wanted += [(name, a, b, name, c, d) for a, b, c, d in truth]
        found += [(name, a, b, name, c, d) for a, b, c, d in matches]
        copied, told = covered([(a, b) for a, b, _, _ in truth]), covered([(a, b) for a, b, _, _ in matches])
        if not 450 <= copied <= 550:
            decided += 1
            right += (copied > 500) == (told > 500)
        for a, b, c, d in truth:
            hits = [(max(a, e), min(b, f)) for e, f, g, h in matches if e < b and f > a and g < d and h > c]
            counts = by_rate[case["noise"]["rate"]]
            counts[0] += covered(hits)
            counts[1] += b - a
    for side in ("draft", "source"):
        figures = score(wanted, found, side)
        print(
            f"synthetic, {side} side:",
            *(f"{key} {figures[key + '_micro']:.4f}" for key in ("precision", "recall", "f1")),
        )
    print(f"right side of 500 characters: {right} of {decided};", end=" ")
    print("recall by rate of edited words:", {rate: round(a / b, 3) for rate, (a, b) in sorted(by_rate.items())})


def found_in_draft(path: Path, source_path: Path) -> list[tuple[int, int, int, int]]:
    """Matches in offsets of the two files, without those that are the title alone."""
    text, ours = draft(path)
    theirs = folded(source_path)
    title = theirs.text.split("\n", 1)[0]
    matches = [
        (*text.origin(match.draft_start, match.draft_end), match.source_start, match.source_end)
        for match in align(ours, theirs)
    ]
    return [match for match in matches if match[3] > len(title) + 1]


def unrelated(hosts: Path, sources: Path) -> None:
    """Print the share of characters found where random drafts meet random articles of other people."""
    rng = random.Random(1)
    drafts, articles = sorted(hosts.glob("*.md")), sorted(sources.glob("*.txt"))
    total = false = finds = 0
    for _ in range(UNRELATED):
        text, ours = draft(rng.choice(drafts))
        matches = align(ours, folded(rng.choice(articles)))
        total += len(text.value)
        false += covered([(match.draft_start, match.draft_end) for match in matches])
        finds += len(matches)
    print(f"unrelated: {100 * false / total:.4f} % of characters in {finds} finds, {UNRELATED} pairs")


def pan(score: Any, folder: Path, options: Options) -> None:
    """Print the PAN figures by class, macro-averaged."""
    wanted: dict[str, list[Range]] = defaultdict(list)
    found: dict[str, list[Range]] = defaultdict(list)
    false = total = 0
    for line in text_of(folder / "pairs.jsonl").splitlines():
        pair = json.loads(line)
        name, kind = pair["id"], pair["cls"]
        for span in pair["spans"]:
            start, there = span["this_offset"], span["source_offset"]
            wanted[kind].append((name, start, start + span["this_length"], name, there, there + span["source_length"]))
        ours = folded(folder / pair["susp"])
        for match in align(ours, folded(folder / pair["src"]), options):
            ends = (match.draft_start, match.draft_end, name, match.source_start, match.source_end)
            found[kind].append((name, *ends))
            false += (match.draft_end - match.draft_start) * (not pair["spans"])
        total += len(ours.text) * (not pair["spans"])
    for kind in sorted({*wanted, *found}):
        if not wanted[kind]:
            print(f"PAN {kind}: {100 * false / total:.4f} % of characters in {len(found[kind])} finds")
            continue
        figures = score(wanted[kind], found[kind], "both")
        parts = ("plagdet", "precision", "recall", "granularity")
        print(f"PAN {kind}:", *(f"{part} {figures[part]:.3f}" for part in parts))


def measure(score: Any, options: argparse.Namespace) -> None:
    """Print everything that is asked for, once."""
    if options.cases:
        synthetic(score, options.cases, options.sources)
    if options.hosts:
        unrelated(options.hosts, options.sources)
    if options.pan:
        pan(score, options.pan, Options())


def main() -> None:
    """Read the request and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plagdet", type=Path)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--sources", type=Path)
    parser.add_argument("--hosts", type=Path, help="Markdown posts to hold against random articles of SOURCES")
    parser.add_argument("--pan", type=Path)
    parser.add_argument("--curve", action="store_true")
    options = parser.parse_args()
    specification = importlib.util.spec_from_file_location("plagdet", options.plagdet)
    if not specification or not specification.loader:
        parser.error(f"{options.plagdet} is no Python module")
    scorer = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(scorer)
    for least in CURVE if options.curve else (strength.ENOUGH,):
        strength.ENOUGH = least  # type: ignore[misc]  # the curve is what the benchmark is for
        print(f"least strength {least}" + (" (the default)" if not options.curve else ""))
        measure(scorer.score, options)


if __name__ == "__main__":
    main()
