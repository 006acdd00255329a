"""How many words differ between the two sides of a segment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Indel, Levenshtein

if TYPE_CHECKING:
    from compliance.matching.fold import Folded
    from compliance.matching.segments import Segment

_LONGEST: Final = 400


def count_edits(segment: Segment, draft: Folded, source: Folded) -> int:
    """Words to insert, drop or replace to turn one side into the other: the least number between the equal runs.

    Holes of more than 400 words are counted by their length.
    """
    edits, at, there = 0, segment.start, segment.source_start
    for start, end, source_start in _in_order(segment):
        edits += _distance(draft.key_list[at:start], source.key_list[there:source_start])
        at, there = end, source_start + end - start
    return edits + _distance(draft.key_list[at : segment.end], source.key_list[there : segment.source_end])


def _in_order(segment: Segment) -> list[tuple[int, int, int]]:
    """Runs that follow one another in both texts, the longer ones first to be kept."""
    kept: list[tuple[int, int, int]] = []
    at, there = segment.start, segment.source_start
    for start, end, source in segment.runs:
        if start >= at and source >= there and end <= segment.end and source + end - start <= segment.source_end:
            kept.append((start, end, source))
            at, there = end, source + end - start
    return kept


def _distance(ours: list[int], theirs: list[int]) -> int:
    longer = max(len(ours), len(theirs))
    if not ours or not theirs or longer > _LONGEST:
        return longer
    return Levenshtein.distance(ours, theirs)


def equal_blocks(ours: list[int], theirs: list[int]) -> list[tuple[int, int, int]]:
    """Where the two agree when fewest words are dropped and added: start here, start there, length; all in order."""
    blocks = Indel.opcodes(ours, theirs).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]
