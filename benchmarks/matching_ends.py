"""How often are the ends of a short copy right, and how often is one called exact that is not?

    python benchmarks/matching_ends.py POSTS HOSTS [--cases 1500] [--seed 7] [--show]

A run of words from a post of POSTS is put somewhere into the text of a post of HOSTS, in the middle of a sentence more
often than not. Right is an end at the outer word of the run, or further out as far as the words beside it are the same
in both texts and no sentence ends among them: nobody could tell those from copied ones. The source's side is right
where it holds the words that the draft's side holds.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from compliance.drafts.prose import prose
from compliance.drafts.reading import read
from compliance.matching.align import align
from compliance.matching.fold import fold

if TYPE_CHECKING:
    from compliance.matching.align import Match

LENGTHS = (6, 8, 10, 12, 15, 20, 30, 60, 100)
WORD = re.compile(r"\S+")
WORD_START = re.compile(r"(?<=\s)\w")
STOP = re.compile(r"[.!?\u2026:]\W*\s|\n")
BESIDE = 12


def load(folder: Path, least: int) -> list[str]:
    """The prose of the first sixty long posts of a folder."""
    texts = []
    for path in sorted(folder.iterdir())[:60]:
        name = path.name if path.suffix in (".md", ".txt", ".html") else f"{path.name}.md"
        texts.append(prose(read(path.read_bytes(), name)).value)
    return [text for text in texts if len(text) >= least]


def fragment(text: str, count: int, rng: random.Random) -> tuple[int, int] | None:
    """A run of so many words within a paragraph; None where a paragraph ends in the one that was drawn."""
    words = [match.span() for match in WORD.finditer(text)]
    first = rng.randrange(len(words) - count)
    start, end = words[first][0], words[first + count - 1][1]
    drawn = text[start:end]
    start += len(drawn) - len(re.sub(r"^\W+", "", drawn))
    end -= len(drawn) - len(re.sub(r"\W+$", "", drawn))
    return (start, end) if "\n\n" not in drawn and start < end else None


def reach(ours: str, theirs: str) -> int:
    """Characters of our text that begin as theirs does, word by word up to the end of a sentence in either."""
    reached = 0
    mine, yours = list(re.finditer(r"\w+", ours))[:BESIDE], list(re.finditer(r"\w+", theirs))[:BESIDE]
    at = there = 0
    for one, other in zip(mine, yours, strict=False):
        gaps = ours[at : one.start()], theirs[there : other.start()]
        if one[0].casefold() != other[0].casefold() or any(map(STOP.search, gaps)):
            break
        reached, at, there = one.end(), one.end(), other.end()
    return reached


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the marks around its outer words."""
    piece = text[start:end]
    return start + len(piece) - len(re.sub(r"^\W+", "", piece)), end - len(piece) + len(re.sub(r"\W+$", "", piece))


def judged(draft: str, source: str, ours: tuple[int, int], theirs: tuple[int, int], matches: list[Match]) -> str:
    """What became of the fragment: missed, split, right, wrong, or wrong although called exact."""
    if not matches:
        return "missed"
    if len(matches) > 1:
        return "split"
    start, end = trimmed(draft, matches[0].draft_start, matches[0].draft_end)
    least = ours[0] - reach(draft[: ours[0]][::-1], source[: theirs[0]][::-1])
    most = ours[1] + reach(draft[ours[1] :], source[theirs[1] :])
    side = fold(source[matches[0].source_start : matches[0].source_end]).words
    if least <= start <= ours[0] and ours[1] <= end <= most and side == fold(draft[start:end]).words:
        return "right"
    return "wrong exact" if matches[0].exact else "wrong"


def main() -> None:
    """Read the request and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("posts", type=Path)
    parser.add_argument("hosts", type=Path)
    parser.add_argument("--cases", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    posts, hosts = load(options.posts, 3000), load(options.hosts, 2000)
    counts: dict[int, Counter[str]] = {length: Counter() for length in LENGTHS}
    elsewhere = done = 0
    while done < options.cases:
        source, host, length = rng.choice(posts), rng.choice(hosts), rng.choice(LENGTHS)
        place = fragment(source, length, rng)
        if place is None:
            continue
        done += 1
        at = rng.choice([match.start() for match in WORD_START.finditer(host)])
        draft = f"{host[:at]}{source[slice(*place)]} {host[at:]}"
        ours = at, at + place[1] - place[0]
        matches = align(draft, source)
        over = [match for match in matches if match.draft_start < ours[1] and match.draft_end > ours[0]]
        elsewhere += len(matches) - len(over)
        told = judged(draft, source, ours, place, over)
        counts[length][told] += 1
        if options.show and told == "missed" and length > 10:
            print("missed", length, repr(draft[slice(*ours)]))
        if options.show and told.startswith("wrong"):
            one = over[0]
            print(told, length, (one.draft_start - ours[0], one.draft_end - ours[1]))
            print("   wanted", repr(draft[slice(*ours)]))
            print("   draft ", repr(draft[one.draft_start : one.draft_end]))
            print("   source", repr(source[one.source_start : one.source_end]))
    kinds = ("right", "wrong", "wrong exact", "split", "missed")
    for length in LENGTHS:
        print(f"{length} words:", *(f"{kind} {counts[length][kind]}" for kind in kinds))
    total = Counter[str]()
    for some in counts.values():
        total += some
    found = done - total["missed"]
    print(f"all: {found} of {done} found;", *(f"{kind} {100 * total[kind] / found:.1f} %" for kind in kinds[:-1]))
    print(f"finds elsewhere: {elsewhere}")


if __name__ == "__main__":
    main()
