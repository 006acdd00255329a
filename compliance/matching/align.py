"""Find every stretch of a draft that was taken from a source, with code-point offsets on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from operator import or_
from typing import TYPE_CHECKING, Final

import numpy as np

from compliance.matching.edits import count_edits
from compliance.matching.ends import grow, shed
from compliance.matching.fold import Folded, as_folded, fold
from compliance.matching.linking import link, parted
from compliance.matching.marks import marks_after, marks_before, whole_characters
from compliance.matching.own import split_at_own
from compliance.matching.seeds import Run, find_runs
from compliance.matching.segments import Segment, around, clipped, cut_out, joined, split_at_cuts, weigh
from compliance.matching.strength import LEAST_FURTHER, is_copied, is_slight
from compliance.matching.turns import adopt, split_at_turns

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LINK_GAP: Final = 16
_JOIN_GAP: Final = 40
_CERTAIN_RUN: Final = 3
_LAST: Final = 6
"""Runs among which the one before the last is sought: others may begin within it."""
_USED: Final = 300
"""Weight of what is copied from which on a source is known to be used: some lines of text."""
_JOINING: Final = 12
"""Weight of what may stand between ignored phrases, such as "written by"."""


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of the draft and the stretch of the source it was taken from.

    Offsets are 0-based code points of the two texts, ends exclusive; punctuation that both sides have at their outer
    words belongs to them. `similarity` is the share of both sides that stands on the other, by weight of words,
    whatever their order; `edits` the least number of words to insert, drop or replace that turns one side into the
    other; `exact` says that both ends lie in runs of equal words, so that the extent is certain.
    """

    draft_start: int
    draft_end: int
    source_start: int
    source_end: int
    similarity: float
    edits: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Options:
    """What to look for.

    `edited` looks for edited sentences too; without it only runs of three equal words count, which is faster.
    `ignore` are phrases that make no match of their own, alone, together or in part, such as the title and the byline
    of the article; a longer copy that holds one is left as it is.
    """

    edited: bool = True
    ignore: tuple[str, ...] = ()


_DEFAULT: Final = Options()


def align(draft: Folded | str, source: Folded | str, options: Options = _DEFAULT) -> tuple[Match, ...]:
    """All stretches of the draft taken from the source, in order, none overlapping another in the draft.

    A stretch ends where the source was cut, so that what was left out is not counted.
    """
    draft, source = as_folded(draft), as_folded(source)
    if len(draft) and np.array_equal(draft.keys, source.keys):
        whole = Segment(0, len(draft), 0, len(source), [Run(0, len(draft), 0)])
        found = [weigh(whole, draft, source)]
    else:
        found = _found(draft, source, edited=options.edited)
    if options.ignore:
        found = _without_ignored(found, draft, options.ignore)
    return _matches(found, draft, source)


def _found(draft: Folded, source: Folded, *, edited: bool) -> list[Segment]:
    """What was copied, by place in the draft."""
    segments: list[Segment] = []
    runs = find_runs(draft, source, edited=edited)
    for group in parted(link(runs, _LINK_GAP), draft.totals, len(source)):
        segments += cut_out(group, draft, source)
    segments = _strongest(joined(segments, draft, source, _JOIN_GAP), draft, source)
    found = [part for one in segments for part in split_at_cuts(one, draft, source)]
    found = [part for one in found for part in split_at_own(one, draft, source)]
    found = [part for one in found for part in split_at_turns(one, draft, source)]
    if not edited:
        return found
    left = zip(shed(found, draft, source), found, strict=True)
    found = [one for one, before in left if one is before or not is_slight(one, draft, source)]
    return grow(adopt(found, runs, draft, source), draft, source)


def _without_ignored(segments: list[Segment], draft: Folded, phrases: tuple[str, ...]) -> list[Segment]:
    """Segments less those that hold nothing but words of the phrases and hardly a word that joins them."""
    keys = [fold(phrase).key_list for phrase in phrases]
    pairs = {pair for phrase in keys for pair in pairwise(phrase)}
    alone = {phrase[0] for phrase in keys if len(phrase) == 1}
    return [segment for segment in segments if _weight_beside(segment, draft, pairs, alone) > _JOINING]


def _weight_beside(segment: Segment, draft: Folded, pairs: set[tuple[int, int]], alone: set[int]) -> int:
    """The weight of the words that are in none of the pairs, nor are one of those that stand alone."""
    keys = draft.keys[segment.start : segment.end].tolist()
    paired = [pair in pairs for pair in pairwise(keys)]
    within = map(or_, [False, *paired], [*paired, False])
    weights = draft.weights[segment.start : segment.end].tolist()
    return sum(
        weight for key, inside, weight in zip(keys, within, weights, strict=True) if not inside and key not in alone
    )


def _strongest(segments: list[Segment], draft: Folded, source: Folded) -> list[Segment]:
    """Copied segments by place; words of the draft that several of them hold are left to the heaviest.

    Where much is copied less is asked of what else is: the source is known to be used.
    """
    free = np.ones(len(draft), dtype=np.bool_)
    kept: list[Segment] = []
    slight: list[Segment] = []
    for segment in sorted(segments, key=lambda one: (-one.weight, one.start, one.source_start)):
        left = segment if free[segment.start : segment.end].all() else _only(free, segment, draft, source)
        if left and is_copied(left, draft, source):
            free[left.start : left.end] = False
            kept.append(left)
        elif left and left.weight >= LEAST_FURTHER:
            slight.append(left)
    if slight and sum(one.weight for one in kept) >= _USED:
        for segment in slight:
            if free[segment.start : segment.end].all() and is_copied(segment, draft, source, further=True):
                free[segment.start : segment.end] = False
                kept.append(segment)
    return sorted(kept, key=lambda one: one.start)


def _only(free: NDArray[np.bool_], segment: Segment, draft: Folded, source: Folded) -> Segment | None:
    """The longest stretch of a segment that is still free."""
    edges = np.flatnonzero(np.diff(free[segment.start : segment.end].astype(np.int8), prepend=0, append=0))
    if not edges.size:
        return None
    longest = int(np.argmax(edges[1::2] - edges[::2]))
    start, end = segment.start + int(edges[2 * longest]), segment.start + int(edges[2 * longest + 1])
    runs = clipped(segment.runs, start, end)
    return around(runs, runs[0].start, max(run.end for run in runs), draft, source) if runs else None


def _matches(segments: list[Segment], draft: Folded, source: Folded) -> tuple[Match, ...]:
    """Segments in offsets of the texts, with the marks around them that both sides have."""
    matches: list[Match] = []
    for segment in segments:
        start, end = int(draft.starts[segment.start]), int(draft.ends[segment.end - 1])
        there, source_end = int(source.starts[segment.source_start]), int(source.ends[segment.source_end - 1])
        before = after = 0
        floor = matches[-1].draft_end if matches else 0
        if draft.keys[segment.start] == source.keys[segment.source_start]:
            before = marks_before(draft.text, start, source.text, there, floor)
        if draft.keys[segment.end - 1] == source.keys[segment.source_end - 1]:
            after = marks_after(draft.text, end, source.text, source_end)
        matches.append(
            Match(
                *whole_characters(draft.text, start - before, end + after, floor),
                *whole_characters(source.text, there - before, source_end + after, 0),
                _similarity(segment, draft, source),
                count_edits(segment, draft, source),
                _is_exact(segment, draft),
            )
        )
    return tuple(matches)


def _similarity(segment: Segment, draft: Folded, source: Folded) -> float:
    both = draft.weight_of(segment.start, segment.end) + source.weight_of(segment.source_start, segment.source_end)
    return round(2 * segment.weight / both, 4)


def _is_exact(segment: Segment, draft: Folded) -> bool:
    """Whether both ends of both sides lie in runs long enough to be no chance, with no longer hole beside them."""
    first, last = segment.runs[0], max(segment.runs, key=lambda run: run.end)
    runs_reach_ends = (
        (first.start, last.end) == (segment.start, segment.end)
        and first.source == segment.source_start
        and last.source_end == segment.source_end
    )
    if not runs_reach_ends or first == last:
        return runs_reach_ends
    after = segment.runs[1].start
    before = max((run.end for run in segment.runs[-_LAST:] if run != last), default=after)
    holes = (first, first.end, after), (last, before, last.start)
    return all(draft.worth(run.start, run.end) >= max(_CERTAIN_RUN, draft.worth(*hole)) for run, *hole in holes)
