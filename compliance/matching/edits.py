"""How many words differ between the two sides of a segment."""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import Levenshtein

from compliance.matching.fold import Folded
from compliance.matching.segments import Segment

_LONGEST: Final = 400


def count_edits(segment: Segment, draft: Folded, source: Folded) -> int:
    """Words to insert, drop or replace to turn one side into the other: the least number between the equal runs.

    Holes of more than 400 words are counted by their length.
    """
    edits, at, there = 0, segment.start, segment.source_start
    for start, end, source_start in _in_order(segment):
        edits += _distance(draft, source, at, start, there, source_start)
        at, there = end, source_start + end - start
    return edits + _distance(draft, source, at, segment.end, there, segment.source_end)


def _in_order(segment: Segment) -> list[tuple[int, int, int]]:
    """Runs that follow one another in both texts, the longer ones first to be kept."""
    kept: list[tuple[int, int, int]] = []
    at, there = segment.start, segment.source_start
    for start, end, source in segment.runs:
        if start >= at and source >= there and end <= segment.end and source + end - start <= segment.source_end:
            kept.append((start, end, source))
            at, there = end, source + end - start
    return kept


def _distance(draft: Folded, source: Folded, start: int, end: int, source_start: int, source_end: int) -> int:
    ours, theirs = end - start, source_end - source_start
    if not ours or not theirs or max(ours, theirs) > _LONGEST:
        return max(ours, theirs)
    return Levenshtein.distance(draft.keys[start:end].tolist(), source.keys[source_start:source_end].tolist())
