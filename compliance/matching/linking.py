"""Gather runs of equal words that lie close together in both texts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compliance.matching.seeds import Run


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


def _leader(leaders: list[int], index: int) -> int:
    while leaders[index] != index:
        leaders[index] = leaders[leaders[index]]
        index = leaders[index]
    return index
