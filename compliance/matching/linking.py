"""Gather runs of equal words that lie close together in both texts."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compliance.matching.seeds import Run

_HEAVY: Final = 40
"""Weight from which on a run that stands in the draft twice is a passage used twice."""
_NEAR: Final = 8


def link(runs: Sequence[Run], gap: int) -> Iterable[list[Run]]:
    """Single-linkage groups of runs, sorted by place in the draft.

    Two runs belong together when no more than `gap` words lie between them in the draft and in the source; their order
    does not matter, so rearranged text stays together.
    """
    leaders = list(range(len(runs)))
    near: list[tuple[int, int, int, int]] = []
    for index, (start, end, source) in enumerate(runs):
        source_end = source + end - start
        near = [one for one in near if one[0] >= start]
        for _, low, high, other in near:
            if low <= source_end and source <= high:
                leaders[_leader(leaders, other)] = index
        near.append((end + gap, source - gap, source_end + gap, index))
    groups: dict[int, list[Run]] = defaultdict(list)
    for index, run in enumerate(runs):
        groups[_leader(leaders, index)].append(run)
    return groups.values()


def parted(groups: Iterable[list[Run]], totals: Sequence[int], size: int) -> Iterator[list[Run]]:
    """Groups cut where the draft begins with a passage of the source anew; both are in order of the draft.

    `totals` are the weights before each word of the draft, `size` the number of words of the source.
    """
    taken = bytearray(size)
    for runs in groups:
        if len(runs) < 2:
            yield runs
            continue
        heavy = [at for at, (start, end, _) in enumerate(runs) if totals[end] - totals[start] >= _HEAVY]
        if len(heavy) < 2 or not _overlap([runs[at] for at in heavy]):
            yield runs
            continue
        first = 0
        for index in heavy:
            start, end, source = runs[index]
            if 2 * taken.count(1, source, source + end - start) > end - start:
                cut = _with_light(runs, index, first, totals)
                yield runs[first:cut]
                _clear(taken, runs[first:cut])
                first = cut
            taken[source : source + end - start] = b"\1" * (end - start)
        yield runs[first:]
        _clear(taken, runs[first:])


def _overlap(runs: list[Run]) -> bool:
    """Whether runs have words of the source in common."""
    places = sorted([(source, source + end - start) for start, end, source in runs])
    return any(after < end for (_, end), (after, _) in pairwise(places))


def _with_light(runs: list[Run], index: int, first: int, totals: Sequence[int]) -> int:
    """The first of the light runs right before one, in the draft and in the source."""
    while index - 1 > first:
        run, before = runs[index], runs[index - 1]
        ahead = run.source - before.source_end
        if totals[before.end] - totals[before.start] >= _HEAVY or not 0 <= ahead <= _NEAR:
            break
        index -= 1
    return index


def _clear(taken: bytearray, runs: list[Run]) -> None:
    for start, end, source in runs:
        taken[source : source + end - start] = bytes(end - start)


def _leader(leaders: list[int], index: int) -> int:
    while leaders[index] != index:
        leaders[index] = leaders[leaders[index]]
        index = leaders[index]
    return index
