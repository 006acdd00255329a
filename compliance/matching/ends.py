"""Settle where a segment ends: without stray words of the next sentence, with words that edits cut off from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compliance.matching.segments import MISS, Segment, around, weigh

if TYPE_CHECKING:
    from compliance.matching.fold import Folded
    from compliance.matching.seeds import Run

_SKIPS: Final = 3
_STRAY: Final = 2
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

    def farthest(self, at: int, there: int) -> tuple[int, int]:
        """The places after the last equal words that can be reached."""
        while True:
            place = self._next_equal(at, there)
            if place is None:
                return at, there
            at, there = place[0] + self.step, place[1] + self.step

    def _next_equal(self, at: int, there: int) -> tuple[int, int] | None:
        ours, theirs = self._ahead(self.draft, at, self.bound), self._ahead(self.source, there, self.source_bound)
        for skip, source_skip in _STEPS:
            if skip < len(ours) and source_skip < len(theirs) and ours[skip] == theirs[source_skip]:
                here = at + self.step * skip
                if self._is_worth(at, here):
                    return here, there + self.step * source_skip
        return None

    def _ahead(self, text: Folded, at: int, bound: int) -> list[int]:
        """The next keys on the way."""
        if self.step > 0:
            ahead: list[int] = text.keys[at : min(at + _SKIPS + 1, bound)].tolist()
        else:
            ahead = text.keys[max(at - _SKIPS, bound + 1) : at + 1].tolist()[::-1]
        return ahead

    def _is_worth(self, at: int, here: int) -> bool:
        passed = self.draft.weight_of(at, here) if self.step > 0 else self.draft.weight_of(here + 1, at + 1)
        return self.draft.weight_of(here, here + 1) > MISS * passed and self._is_one_sentence(at, here)

    def _is_one_sentence(self, at: int, here: int) -> bool:
        """Whether the draft goes on without a full stop from the segment to a place outside it."""
        inner, outer = sorted((at - self.step, here))
        return not _has_full_stop(self.draft, inner, outer)


def _has_full_stop(text: Folded, unit: int, other: int) -> bool:
    """Whether a sentence ends between two units."""
    return bool(_FULL_STOP.search(text.text, int(text.ends[unit]), int(text.starts[other])))


def shed(segments: list[Segment], draft: Folded, source: Folded) -> list[Segment]:
    """Segments without words at their ends that stand alone in another sentence of the draft."""
    return [_shed(segment, draft, source) for segment in segments]


def _shed(segment: Segment, draft: Folded, source: Folded) -> Segment:
    runs, first, last = segment.runs, 0, len(segment.runs)
    while (
        last - first > 1
        and _is_stray(runs[first])
        and _has_full_stop(draft, runs[first].end - 1, runs[first + 1].start)
    ):
        first += 1
    while (
        last - first > 1
        and _is_stray(runs[last - 1])
        and _has_full_stop(draft, runs[last - 2].end - 1, runs[last - 1].start)
    ):
        last -= 1
    left = runs[first:last]
    if len(left) == len(runs):
        return segment
    start = max(segment.start, left[0].start) if first else segment.start
    end = min(segment.end, max(run.end for run in left)) if last < len(runs) else segment.end
    return around(left, start, end, draft, source) or segment


def _is_stray(run: Run) -> bool:
    return run.end - run.start <= _STRAY


def grow(segments: list[Segment], draft: Folded, source: Folded) -> list[Segment]:
    """Segments in order of the draft, their ends moved over equal words of the sentence up to three words away.

    A word is taken in where it weighs more than what is passed over on the way to it.
    """
    grown: list[Segment] = []
    for index, segment in enumerate(segments):
        floor = grown[-1].end if grown else 0
        ceiling = segments[index + 1].start if index + 1 < len(segments) else len(draft)
        end, source_end = _Walk(draft, source, 1, ceiling, len(source)).farthest(segment.end, segment.source_end)
        before = _Walk(draft, source, -1, floor - 1, -1).farthest(segment.start - 1, segment.source_start - 1)
        wider = Segment(before[0] + 1, end, before[1] + 1, source_end, segment.runs)
        same = (wider.start, wider.end) == (segment.start, segment.end)
        grown.append(segment if same else weigh(wider, draft, source))
    return grown
