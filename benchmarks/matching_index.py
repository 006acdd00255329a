"""How large and how fast is the index over many sources, and does it find the true one?

    python benchmarks/matching_index.py SOURCES CASES [--articles 100000]

SOURCES is a folder of plain-text articles (*.txt), CASES a folder with `cases.jsonl` and `drafts/` as made by
`make_reuse_cases.py` from them. The rest of the articles is generated: chains of words that follow one another in
SOURCES. Prints build time, size, the time to open, to add one article, to remove it, to query with drafts cut to or
filled up to 10 kB, and the share of drafts whose true source is among the first 1, 5 and 20.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from compliance.matching.align import align
from compliance.matching.fold import fold
from compliance.matching.index import SourceIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

DRAFT_LENGTH = 10_000


def generated(texts: list[str], count: int, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Articles of 500 to 1,200 words in which each word follows the one before it somewhere in the texts."""
    following: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        words = text.split()
        for word, after in pairwise(words):
            following[word].append(after)
    starts = list(following)
    for number in range(count):
        words = [rng.choice(starts)]
        for _ in range(rng.randrange(500, 1200)):
            words.append(rng.choice(following.get(words[-1]) or starts))
        yield f"generated-{number:07d}", " ".join(words)


def milliseconds(times: list[float]) -> str:
    """Median and 95th percentile, for people."""
    ordered = sorted(times)
    return f"median {1000 * statistics.median(times):.1f} ms, 95 % {1000 * ordered[int(len(ordered) * 0.95)]:.1f} ms"


def of_length(text: str, filler: str) -> str:
    """The text cut or filled up to the length of a draft."""
    return (text + "\n\n" + filler)[:DRAFT_LENGTH]


def main() -> None:
    """Read the request, build the index and measure it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=Path)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    options = parser.parse_args()
    real = {path.name: path.read_text(encoding="utf-8") for path in sorted(options.sources.glob("*.txt"))}
    rng = random.Random(1)
    lines = (options.cases / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [case for case in map(json.loads, lines) if case["passages"]]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index.db"
        started, making = time.perf_counter(), 0.0
        with SourceIndex(path) as index:
            index.add(real.items())
            batch: list[tuple[str, str]] = []
            articles = generated(list(real.values()), max(0, options.articles - len(real)), rng)
            while True:
                before = time.perf_counter()
                batch = [article for article, _ in zip(articles, range(10_000), strict=False)]
                making += time.perf_counter() - before
                if not batch:
                    break
                index.add(batch)
            print(f"{len(index)} sources, built in {time.perf_counter() - started - making:.0f} s,", end=" ")
        print(f"{path.stat().st_size / 1e6:.0f} MB, peak memory", end=" ")
        print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB with the generator")
        measure(path, options.cases, cases, real)


def measure(path: Path, folder: Path, cases: list[dict[str, str]], real: dict[str, str]) -> None:
    """Print the times and the recall of a finished index."""
    started = time.perf_counter()
    index = SourceIndex(path)
    print(f"open {1000 * (time.perf_counter() - started):.2f} ms", end="; ")
    added = []
    for number, text in enumerate(list(real.values())[:20]):
        before = time.perf_counter()
        index.add([(f"one more {number}", text)])
        added.append(time.perf_counter() - before)
    print("add one", milliseconds(added), end="; ")
    before = time.perf_counter()
    index.remove([f"one more {number}" for number in range(20)])
    print(f"remove 20 {1000 * (time.perf_counter() - before):.1f} ms")
    folded = {name: fold(text) for name, text in real.items()}
    first = {1: 0, 5: 0, 20: 0}
    asked, whole = [], []
    filler = (folder / cases[0]["draft"]).read_text(encoding="utf-8")
    for case in cases:
        draft = of_length((folder / case["draft"]).read_text(encoding="utf-8"), filler if case is not cases[0] else "")
        before = time.perf_counter()
        names = [candidate.name for candidate in index.candidates(draft)]
        asked.append(time.perf_counter() - before)
        ours = fold(draft)
        for name in names:
            if name in folded:
                align(ours, folded[name])
        whole.append(time.perf_counter() - before)
        uncut = [candidate.name for candidate in index.candidates((folder / case["draft"]).read_text(encoding="utf-8"))]
        for rank in first:
            first[rank] += case["source"] in uncut[:rank]
    index.close()
    print("query", milliseconds(asked), "; with the alignment of the real candidates", milliseconds(whole))
    print("true source among the first", {rank: round(found / len(cases), 4) for rank, found in first.items()})


if __name__ == "__main__":
    main()
