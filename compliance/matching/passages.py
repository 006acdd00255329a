"""Matches gathered to passages, for people to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compliance.matching.align import Match

_NEAR: Final = 60
"""Code points of the draft between two matches of one passage: an ellipsis, or a few words of the quoter's own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the draft that one reader would call one copied passage, with the exact matches in it."""

    draft_start: int
    draft_end: int
    source_start: int
    source_end: int
    matches: tuple[Match, ...]


def group(matches: Iterable[Match]) -> tuple[Passage, ...]:
    """Matches of one draft and one source, gathered where hardly anything of the draft lies between them."""
    groups: list[list[Match]] = []
    for match in sorted(matches, key=lambda one: one.draft_start):
        if groups and match.draft_start - groups[-1][-1].draft_end <= _NEAR:
            groups[-1].append(match)
        else:
            groups.append([match])
    return tuple(_passage(group) for group in groups)


def _passage(matches: list[Match]) -> Passage:
    return Passage(
        matches[0].draft_start,
        max(match.draft_end for match in matches),
        min(match.source_start for match in matches),
        max(match.source_end for match in matches),
        tuple(matches),
    )
