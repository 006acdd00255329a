"""Settle where a segment ends: without stray words of the next sentence, with words that edits cut off from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compliance.matching.segments import MISS, Segment, around, clipped, weigh

if TYPE_CHECKING:
    from compliance.matching.fold import Folded
    from compliance.matching.seeds import Run

_SKIPS: Final = 3
_STRAY: Final = 2
_FEW: Final = 9
_NEAR: Final = 16
_LONG: Final = 6
_KEPT: Final = 0.97
"""From this share of equal words on a segment is no edited text, and its ends are seldom beyond a changed word."""
_ALMOST_KEPT: Final = 0.85
_IN_ORDER: Final = 0.9
"""From this share of equal words on stray words at the ends are told by their place in the source."""
_LEAST_BEYOND: Final = 14
"""Weight of the equal words that a kept text must go on with beyond a changed word."""
_LEAST_UNSPACED: Final = 9
"""Weight of the equal words beyond a changed one in a script without spaces, whose units are often equal by chance."""
_FULL_STOP: Final = re.compile(r"[.!?\u2026](?=[\W_]{0,4}\s)|\n[^\S\n]*\n|[\u3002\uff01\uff1f]")
_STEPS: Final = sorted(
    ((ours, theirs) for ours in range(_SKIPS + 1) for theirs in range(_SKIPS + 1)), key=lambda pair: (sum(pair), pair)
)


@dataclass(frozen=True, slots=True)
class _Walk:
    """A way outwards in both texts: `step` is 1 or -1, the bounds are the first places not to be used."""

    draft: Folded
    source: Folded
    step: int
    bound: int
    source_bound: int
    kept: bool

    def farthest(self, at: int, there: int) -> tuple[int, int]:
        """The places after the last equal words that can be reached."""
        while True:
            place = self._next_equal(at, there)
            if place is None:
                return at, there
            at, there = place[0] + self.step, place[1] + self.step

    def to_full_stop(self, at: int, there: int) -> tuple[int, int]:
        """The places after one more word, if it is the last of its sentence in both texts: one that was replaced."""
        for text, place, bound in ((self.draft, at, self.bound), (self.source, there, self.source_bound)):
            inner, outer = sorted((place - self.step, place))
            if place == bound or has_full_stop(text, inner, outer):
                return at, there
        return (at + self.step, there + self.step) if self._is_outermost(at, there) else (at, there)

    def _next_equal(self, at: int, there: int) -> tuple[int, int] | None:
        ours, theirs = self._ahead(self.draft, at, self.bound), self._ahead(self.source, there, self.source_bound)
        for skip, source_skip in _STEPS:
            if skip < len(ours) and source_skip < len(theirs) and ours[skip] == theirs[source_skip]:
                here, place = at + self.step * skip, there + self.step * source_skip
                if self._is_worth(at, here, there, place):
                    return here, place
        return None

    def _ahead(self, text: Folded, at: int, bound: int) -> list[int]:
        """The next keys on the way."""
        if self.step > 0:
            ahead: list[int] = text.keys[at : min(at + _SKIPS + 1, bound)].tolist()
        else:
            ahead = text.keys[max(at - _SKIPS, bound + 1) : at + 1].tolist()[::-1]
        return ahead

    def _is_worth(self, at: int, here: int, there: int, place: int) -> bool:
        passed = self.draft.weight_of(at, here) if self.step > 0 else self.draft.weight_of(here + 1, at + 1)
        if self.draft.weight_of(here, here + 1) <= MISS * passed or not self._is_one_sentence(at, here, there, place):
            return False
        if at == here and there == place:
            return True
        least = _LEAST_BEYOND if self.kept else _LEAST_UNSPACED if self.draft.worth(here, here + 1) < 1 else 0
        if not least or self._weight_from(here, place) >= least:
            return True
        return abs(here - at) == abs(place - there) and self._is_outermost(here, place)

    def _is_outermost(self, at: int, there: int) -> bool:
        """Whether a word is the last of its sentence on the way, in both texts."""
        for text, place in ((self.draft, at), (self.source, there)):
            outside = place + self.step
            if 0 <= outside < len(text) and not has_full_stop(text, *sorted((place, outside))):
                return False
        return True

    def _weight_from(self, at: int, there: int) -> int:
        """The weight of the next few words as far as they are equal."""
        weight = 0
        for mine, yours in zip(
            self._ahead(self.draft, at, self.bound), self._ahead(self.source, there, self.source_bound), strict=False
        ):
            if mine != yours:
                break
            weight += self.draft.weight_of(at, at + 1)
            at += self.step
        return weight

    def _is_one_sentence(self, at: int, here: int, there: int, place: int) -> bool:
        """Whether the draft, and of a kept text the source too, goes on without a full stop to a place outside it."""
        inner, outer = sorted((at - self.step, here))
        source_inner, source_outer = sorted((there - self.step, place))
        if has_full_stop(self.draft, inner, outer):
            return False
        return not self.kept or not has_full_stop(self.source, source_inner, source_outer)


def has_full_stop(text: Folded, unit: int, other: int) -> bool:
    """Whether a sentence ends between two units."""
    return bool(_FULL_STOP.search(text.text, int(text.ends[unit]), int(text.starts[other])))


def shed(segments: list[Segment], draft: Folded, source: Folded) -> list[Segment]:
    """Segments without words at their ends that stand alone in another sentence, of the draft or of the source."""
    return [_trimmed(_shed(segment, draft, source), draft, source) for segment in segments]


def _shed(segment: Segment, draft: Folded, source: Folded) -> Segment:
    runs, first, last = segment.runs, 0, len(segment.runs)
    cover = segment.draft_cover
    while last - first > 1 and _is_loose(runs[first], runs[first + 1], draft, source, cover):
        first += 1
    while last - first > 1 and _is_loose(runs[last - 1], runs[last - 2], draft, source, cover):
        last -= 1
    left = runs[first:last]
    if len(left) == len(runs):
        return segment
    start = max(segment.start, left[0].start) if first else segment.start
    end = min(segment.end, max(run.end for run in left)) if last < len(runs) else segment.end
    return around(left, start, end, draft, source) or segment


def _is_loose(run: Run, inner: Run, draft: Folded, source: Folded, cover: float) -> bool:
    """Whether a run at an end is a few words in another sentence, or in kept text not in order beside a long run."""
    if not _is_stray(run, draft):
        return False
    before, after = sorted((run, inner))
    if has_full_stop(draft, before.end - 1, after.start):
        return True
    if cover < _ALMOST_KEPT:
        return False
    ahead = after.source - before.source_end
    if not 0 <= ahead <= _NEAR:
        return cover >= _IN_ORDER and draft.worth(inner.start, inner.end) >= _LONG
    return has_full_stop(source, before.source_end - 1, after.source)


def _is_stray(run: Run, draft: Folded) -> bool:
    return draft.worth(run.start, run.end) <= _STRAY


def _trimmed(segment: Segment, draft: Folded, source: Folded) -> Segment:
    """A segment without the one or two words of its outer runs beyond a full stop that only one of the texts has."""
    first, last = segment.runs[0], max(segment.runs, key=lambda run: run.end)
    start = _beyond_stop(first, first.start, 1, draft, source) if first.start == segment.start else segment.start
    end = _beyond_stop(last, last.end - 1, -1, draft, source) + 1 if last.end == segment.end else segment.end
    if (start, end) == (segment.start, segment.end) or start >= end:
        return segment
    return around(clipped(segment.runs, start, end), start, end, draft, source) or segment


def _beyond_stop(run: Run, edge: int, step: int, draft: Folded, source: Folded) -> int:
    """The outermost unit of a run that is not beyond such a full stop, looking a few units inwards."""
    shift = run.source - run.start
    low, high = sorted((edge, max(run.start, min(run.end - 1, edge + step * _FEW))))
    if not has_full_stop(draft, low, high) and not has_full_stop(source, low + shift, high + shift):
        return edge
    for unit in range(edge, edge + step * (high - low), step):
        if draft.worth(min(edge, unit), max(edge, unit) + 1) > _STRAY:
            break
        low, high = sorted((unit, unit + step))
        if has_full_stop(draft, low, high) != has_full_stop(source, low + shift, high + shift):
            return unit + step
    return edge


def grow(segments: list[Segment], draft: Folded, source: Folded) -> list[Segment]:
    """Segments in order of the draft, their ends moved over equal words of the sentence up to three words away.

    A word is taken in where it weighs more than what is passed over on the way to it.
    """
    grown: list[Segment] = []
    for index, segment in enumerate(segments):
        floor = grown[-1].end if grown else 0
        ceiling = segments[index + 1].start if index + 1 < len(segments) else len(draft)
        kept = segment.draft_cover >= _KEPT
        ahead, back = _Walk(draft, source, 1, ceiling, len(source), kept), _Walk(draft, source, -1, floor - 1, -1, kept)
        end, source_end = ahead.farthest(segment.end, segment.source_end)
        before = back.farthest(segment.start - 1, segment.source_start - 1)
        if not kept:
            end, source_end = ahead.to_full_stop(end, source_end)
            before = back.to_full_stop(*before)
        wider = Segment(before[0] + 1, end, before[1] + 1, source_end, segment.runs)
        same = (wider.start, wider.end) == (segment.start, segment.end)
        grown.append(segment if same else weigh(wider, draft, source))
    return grown
