"""Give each copied stretch of a draft to the one source that explains most of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from compliance.matching.align import Match

_LEAST_NEW: Final = 0.5
"""Share of a match that no stronger source explains, for it to stand on its own."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """A match with the name of its source, and the names of other sources that hold the same stretch of the draft."""

    source: str
    match: Match
    others: tuple[str, ...]


def attribute(matches: Mapping[str, Sequence[Match]]) -> tuple[Attributed, ...]:
    """Matches of one draft with many sources, each stretch of the draft kept once, in order of the draft.

    The source that explains most characters goes first, then the one that explains most of the rest, and so on; names
    break ties. A match that is mostly explained already only lends its name to the matches it overlaps.
    """
    left = {name: list(found) for name, found in matches.items() if found}
    kept: list[tuple[str, Match]] = []
    shadowed: list[tuple[str, Match]] = []
    covered: list[tuple[int, int]] = []
    while left:
        name = min(left, key=lambda one: (-sum(_new(match, covered) for match in left[one]), one))
        for match in left.pop(name):
            length = match.draft_end - match.draft_start
            (kept if _new(match, covered) >= _LEAST_NEW * length else shadowed).append((name, match))
        covered = _union([(match.draft_start, match.draft_end) for _, match in kept])
    return tuple(
        Attributed(name, match, _others(match, name, kept + shadowed))
        for name, match in sorted(kept, key=lambda one: (one[1].draft_start, one[1].draft_end, one[0]))
    )


def _union(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    union: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if union and start <= union[-1][1]:
            union[-1] = (union[-1][0], max(end, union[-1][1]))
        else:
            union.append((start, end))
    return union


def _new(match: Match, covered: list[tuple[int, int]]) -> int:
    """Code points of the draft in a match that are not covered yet."""
    overlap = sum(max(0, min(match.draft_end, end) - max(match.draft_start, start)) for start, end in covered)
    return match.draft_end - match.draft_start - overlap


def _others(match: Match, name: str, found: list[tuple[str, Match]]) -> tuple[str, ...]:
    """Names of the other sources with a match that overlaps this one."""
    return tuple(
        sorted(
            {
                other
                for other, one in found
                if other != name and one.draft_start < match.draft_end and one.draft_end > match.draft_start
            }
        )
    )
