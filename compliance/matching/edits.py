"""How many words differ between the two sides of a segment."""

from __future__ import annotations

from bisect import bisect_right
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from rapidfuzz.distance import Indel, Levenshtein

from compliance.matching.seeds import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.matching.fold import Folded, Keys
    from compliance.matching.segments import Segment

_LONGEST: Final = 2000
"""Words up to which two stretches are compared as wholes."""


def count_edits(segment: Segment, draft: Folded, source: Folded) -> int:
    """Words to insert, drop or replace to turn one side into the other: the least number (Levenshtein's).

    Of a segment of more than 2,000 words the runs that follow one another in both texts and hold most words are taken
    as kept; a hole of more than 2,000 words between them counts by its length.
    """
    chain = [*_heaviest_chain(segment), Run(segment.end, segment.end, segment.source_end)]
    if len(chain) == 1:
        ours, theirs = draft.keys[segment.start : segment.end], source.keys[segment.source_start : segment.source_end]
        return _distance(ours, theirs)
    starts, ends, sources = np.array(chain).T
    at = np.append(segment.start, ends[:-1])
    there = np.append(segment.source_start, (sources + ends - starts)[:-1])
    single = (starts - at == 1) & (sources - there == 1)
    edits = int((draft.keys[at[single]] != source.keys[there[single]]).sum())
    for start, end, source_start, source_end in np.transpose((at, starts, there, sources))[~single].tolist():
        edits += _distance(draft.keys[start:end], source.keys[source_start:source_end])
    return edits


def _heaviest_chain(segment: Segment) -> list[Run]:
    """The runs with most words that follow one another in both texts; none for a short segment."""
    if max(segment.end - segment.start, segment.source_end - segment.source_start) <= _LONGEST:
        return []
    runs = [run for run in sorted(segment.runs) if _is_within(run, segment)]
    chain: list[Run] = []
    for some in _in_order(runs):
        chain += _heaviest(some) if len(some) > 1 else some
    return chain


def _in_order(runs: list[Run]) -> Iterator[list[Run]]:
    """Runs cut wherever all before are before all after in both texts: a chain is made of chains of these."""
    starts, ends, sources = np.array(runs, dtype=np.int64).reshape(-1, 3).T
    reached = np.maximum.accumulate(ends)
    source_reached = np.maximum.accumulate(sources + ends - starts)
    ahead = np.minimum.accumulate(sources[::-1])[::-1]
    cuts = np.flatnonzero((starts[1:] >= reached[:-1]) & (ahead[1:] >= source_reached[:-1])) + 1
    for first, last in pairwise([0, *cuts.tolist(), len(runs)]):
        yield runs[first:last]


def _heaviest(runs: list[Run]) -> list[Run]:
    best = _PrefixBest(sorted({run.source_end for run in runs}))
    before: list[int] = []
    words: list[int] = []
    open_runs: list[tuple[int, int]] = []
    for index, run in enumerate(runs):
        while open_runs and open_runs[0][0] <= run.start:
            done = heappop(open_runs)[1]
            best.put(runs[done].source_end, (words[done], done))
        most, previous = best.up_to(run.source)
        before.append(previous)
        words.append(most + run.end - run.start)
        heappush(open_runs, (run.end, index))
    at = max(range(len(runs)), key=lambda index: (words[index], index))
    chain: list[Run] = []
    while at >= 0:
        chain.append(runs[at])
        at = before[at]
    return chain[::-1]


def _is_within(run: Run, segment: Segment) -> bool:
    ours = segment.start <= run.start and run.end <= segment.end
    return ours and segment.source_start <= run.source and run.source_end <= segment.source_end


class _PrefixBest:
    """The best value put at or below a place, by a binary indexed tree (Fenwick 1994)."""

    def __init__(self, places: list[int]) -> None:
        self._places = places
        self._best = [(0, -1)] * (len(places) + 1)

    def put(self, place: int, value: tuple[int, int]) -> None:
        at = bisect_right(self._places, place)
        while at < len(self._best):
            self._best[at] = max(self._best[at], value)
            at += at & -at

    def up_to(self, place: int) -> tuple[int, int]:
        at, best = bisect_right(self._places, place), (0, -1)
        while at:
            best = max(best, self._best[at])
            at -= at & -at
        return best


def _distance(ours: Keys, theirs: Keys) -> int:
    longer = max(len(ours), len(theirs))
    if not len(ours) or not len(theirs) or longer > _LONGEST:
        return longer
    return Levenshtein.distance(ours.tolist(), theirs.tolist())


def equal_blocks(ours: list[int], theirs: list[int]) -> list[tuple[int, int, int]]:
    """Where the two agree when fewest words are dropped and added: start here, start there, length; all in order."""
    blocks = Indel.opcodes(ours, theirs).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]
