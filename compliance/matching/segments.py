"""Stretches of the draft and of the source that hold the same words: cut out, split, grown and joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import numpy as np
from numpy.typing import NDArray

from compliance.matching.fold import Folded, Keys
from compliance.matching.seeds import Run

_MISS: Final = 0.5
"""What an unequal word costs of its weight."""
_DROP: Final = 60
"""How far the score may fall below its best before a segment ends there: about a line of text."""
_LEAST: Final = 25
_LEAST_COVER: Final = 0.2
_FAITHFUL: Final = 0.8
"""From this share of equal words on a text counts as kept, so that a hole in it is a cut and not an edit."""
_CUT: Final = 8
"""Unequal words of the source that make a cut."""
_LEAST_JOINED_COVER: Final = 0.4
_BALANCE: Final = 0.33
"""The shorter of two gaps is at least this share of the longer where words were replaced and not cut."""
_SKIPS: Final = 3
_RANK: Final = np.uint64(0x9E3779B97F4A7C15)


@dataclass(slots=True)
class Segment:
    """A stretch of both texts, as unit indices, with the runs of equal words in it.

    `draft_weight` and `source_weight` are how much of each side has its equal on the other, whatever the order;
    `draft_cover` and `source_cover` the same as shares.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    runs: list[Run]
    draft_weight: int = 0
    source_weight: int = 0
    draft_cover: float = 0.0
    source_cover: float = 0.0


def shared(ours: Keys, theirs: Keys) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which words of each side have their equal on the other, each word being used once."""
    mine, yours = ours + _RANK * _rank(ours), theirs + _RANK * _rank(theirs)
    return np.isin(mine, yours), np.isin(yours, mine)


def _rank(keys: Keys) -> Keys:
    """For each word how many equal ones stand before it."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    places = np.arange(len(keys), dtype=np.uint64)
    firsts = np.concatenate(([True], ordered[1:] != ordered[:-1]))
    rank = np.empty(len(keys), dtype=np.uint64)
    rank[order] = places - np.maximum.accumulate(np.where(firsts, places, np.uint64(0)))
    return rank


def around(runs: list[Run], start: int, end: int, draft: Folded, source: Folded) -> Segment | None:
    """The segment that the runs between two places of the draft make up."""
    runs = [run for run in runs if run.start < end and run.end > start]
    if not runs:
        return None
    source_start = min(run.source for run in runs)
    source_end = max(run.source + run.end - run.start for run in runs)
    return weigh(Segment(start, end, source_start, source_end, runs), draft, source)


def weigh(segment: Segment, draft: Folded, source: Folded) -> Segment:
    """Fill in weights and covers."""
    ours = slice(segment.start, segment.end)
    theirs = slice(segment.source_start, segment.source_end)
    ours_total, theirs_total = int(draft.weights[ours].sum()), int(source.weights[theirs].sum())
    if len(segment.runs) == 1 and segment.end - segment.start == segment.source_end - segment.source_start:
        segment.draft_weight, segment.source_weight = ours_total, theirs_total
    else:
        ours_equal, theirs_equal = shared(draft.keys[ours], source.keys[theirs])
        segment.draft_weight = int(draft.weights[ours][ours_equal].sum())
        segment.source_weight = int(source.weights[theirs][theirs_equal].sum())
    segment.draft_cover = segment.draft_weight / max(1, ours_total)
    segment.source_cover = segment.source_weight / max(1, theirs_total)
    return segment


def cut_out(runs: list[Run], draft: Folded, source: Folded) -> list[Segment]:
    """Cut a group of runs into the stretches of the draft where equal words are dense."""
    start, end = runs[0].start, max(run.end for run in runs)
    if len(runs) == 1:
        whole = around(runs, start, end, draft, source)
        return [whole] if whole and whole.draft_weight >= _LEAST else []
    source_start = min(run.source for run in runs)
    source_end = max(run.source + run.end - run.start for run in runs)
    equal, _ = shared(draft.keys[start:end], source.keys[source_start:source_end])
    segments = []
    for first, last in dense_stretches(equal.tolist(), draft.weights[start:end].tolist()):
        segment = around(runs, start + first, start + last, draft, source)
        if segment and segment.draft_weight >= _LEAST and _cover(segment) >= _LEAST_COVER:
            segments.append(segment)
    return segments


def _cover(segment: Segment) -> float:
    return min(segment.draft_cover, segment.source_cover)


def dense_stretches(equal: Sequence[bool], weights: Sequence[int]) -> list[tuple[int, int]]:
    """Stretches that begin and end with an equal word and whose score never falls far below its best.

    An equal word scores its weight, another costs part of it; a stretch ends where its score is used up or falls by
    more than a line of text.
    """
    stretches = []
    start, end, score, best = -1, 0, 0.0, 0.0
    for index, same in enumerate(equal):
        if start < 0:
            if same:
                start, end, score, best = index, index + 1, float(weights[index]), float(weights[index])
        elif same:
            score += weights[index]
            if score >= best:
                end, best = index + 1, score
        else:
            score -= _MISS * weights[index]
            if score < 0 or score < best - _DROP:
                stretches.append((start, end))
                start = -1
    if start >= 0:
        stretches.append((start, end))
    return stretches


def split_at_cuts(segment: Segment, draft: Folded, source: Folded) -> list[Segment]:
    """Split a segment of kept text where the draft goes on without a stretch of the source (a dropped sentence)."""
    if segment.draft_cover < _FAITHFUL or len(segment.runs) == 1:
        return [segment]
    bounds = [segment.start, *_cuts(segment.runs), segment.end]
    parts = []
    for first, last in zip(bounds, bounds[1:], strict=False):
        inside = [run for run in segment.runs if (first <= run.start or first == segment.start) and run.start < last]
        end = last if last == segment.end else min(last, max(run.end for run in inside))
        parts.append(around(inside, first, end, draft, source))
    return [part for part in parts if part]


def _cuts(runs: list[Run]) -> list[int]:
    """Places of the draft where everything before is earlier in the source, and a hole of the source lies between."""
    reached = accumulate((run.source + run.end - run.start for run in runs), max)
    ahead = list(accumulate((run.source for run in reversed(runs)), min))[::-1]
    covered = accumulate((run.end for run in runs), max)
    return [
        runs[at + 1].start
        for at, (source_end, end) in enumerate(zip(reached, covered, strict=True))
        if at + 1 < len(runs)
        and runs[at + 1].start >= end
        and ahead[at + 1] - source_end >= _CUT + runs[at + 1].start - end
    ]


def grow(segment: Segment, draft: Folded, source: Folded, floor: int, ceiling: int) -> Segment:
    """Move both ends over further equal words that lie a few words away, within `floor` and `ceiling` of the draft."""
    end, source_end = _grown(draft, source, segment.end, segment.source_end, ceiling, len(source), 1)
    start, source_start = _grown(draft, source, segment.start - 1, segment.source_start - 1, floor - 1, -1, -1)
    start, source_start = start + 1, source_start + 1
    if (start, end) == (segment.start, segment.end):
        return segment
    return weigh(Segment(start, end, source_start, source_end, segment.runs), draft, source)


def _grown(draft: Folded, source: Folded, at: int, there: int, bound: int, source_bound: int, step: int) -> tuple[int, int]:
    """How far equal words reach from a place outwards; few and light words may be passed over on the way."""
    while True:
        place = _next_equal(draft, source, at, there, bound, source_bound, step)
        if place is None:
            return at, there
        at, there = place[0] + step, place[1] + step


def _next_equal(
    draft: Folded, source: Folded, at: int, there: int, bound: int, source_bound: int, step: int
) -> tuple[int, int] | None:
    for skipped in range(2 * _SKIPS + 1):
        for ours in range(max(0, skipped - _SKIPS), min(skipped, _SKIPS) + 1):
            here, yonder = at + step * ours, there + step * (skipped - ours)
            if (bound - here) * step <= 0 or (source_bound - yonder) * step <= 0:
                continue
            if draft.keys[here] == source.keys[yonder] and _worth(draft, at, here, step):
                return here, yonder
    return None


def _worth(draft: Folded, at: int, here: int, step: int) -> bool:
    passed = draft.weights[at:here:step].sum() if at != here else 0
    return bool(draft.weights[here] > _MISS * passed)


def joined(segments: list[Segment], draft: Folded, source: Folded, gap: int) -> list[Segment]:
    """Join neighbours of both texts between which words were replaced, if the whole is still dense."""
    done: list[Segment] = []
    for segment in sorted(segments, key=lambda one: (one.start, one.end, one.source_start)):
        for index in range(len(done) - 1, max(-1, len(done) - 5), -1):
            whole = _whole(done[index], segment, draft, source, gap)
            if whole:
                done[index] = whole
                break
        else:
            done.append(segment)
    return done


def _whole(before: Segment, after: Segment, draft: Folded, source: Folded, gap: int) -> Segment | None:
    ours = after.start - before.end
    theirs = max(after.source_start - before.source_end, before.source_start - after.source_end)
    faithful = min(_cover(before), _cover(after)) >= _FAITHFUL
    if max(ours, theirs) > gap or (faithful and not _alike(max(1, ours), max(1, theirs))):
        return None
    whole = Segment(
        min(before.start, after.start),
        max(before.end, after.end),
        min(before.source_start, after.source_start),
        max(before.source_end, after.source_end),
        sorted(before.runs + after.runs),
    )
    return whole if _cover(weigh(whole, draft, source)) >= _LEAST_JOINED_COVER else None


def _alike(ours: int, theirs: int) -> bool:
    return max(ours, theirs) <= 2 or min(ours, theirs) >= _BALANCE * max(ours, theirs)
