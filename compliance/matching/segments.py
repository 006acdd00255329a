"""Stretches of the draft and of the source that hold the same words: cut out, split, grown and joined."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from compliance.matching.seeds import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compliance.matching.fold import Folded

MISS: Final = 0.5
"""What an unequal word costs of its weight."""
_DROP: Final = 60
"""How far the score may fall below its best before a segment ends there: about a line of text."""
_LEAST: Final = 25
_LEAST_COVER: Final = 0.2
FAITHFUL: Final = 0.8
"""From this share of equal words on a text counts as kept, so that a hole in it is a cut and not an edit."""
_CUT: Final = 8
"""Unequal words of the source that make a cut."""
_LEAST_JOINED_COVER: Final = 0.4
_LEAST_JOINT: Final = 0.8
_LONGEST_EXACT: Final = 2000
"""Words up to which joined segments are weighed at every step."""
_BALANCE: Final = 0.33
"""The shorter of two gaps is at least this share of the longer where words were replaced and not cut."""


@dataclass(slots=True)
class Segment:
    """A stretch of both texts, as unit indices, with the runs of equal words in it.

    `weight` is how much of either side has its equal on the other, whatever the order; the covers are its shares.
    `equal` is kept by `equal_words`.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    runs: list[Run]
    weight: int = 0
    draft_cover: float = 0.0
    source_cover: float = 0.0
    equal: bytearray | None = None


def equal_words(segment: Segment, draft: Folded, source: Folded) -> bytearray:
    """1 for each word of the draft's side that has its equal on the source's, each of those being used once.

    The words of runs are taken first, so that only what lies between them is looked up.
    """
    if segment.equal is None:
        segment.equal, theirs = _words_of_runs(segment)
        if segment.equal.find(0) >= 0:
            left = Counter(_free_keys(source, segment.source_start, theirs))
            _take_equal(segment.equal, _free_keys(draft, segment.start, segment.equal), left)
    return segment.equal


def _words_of_runs(segment: Segment) -> tuple[bytearray, bytearray]:
    """1 for each word of both sides that is in a run; of runs over the same words of the source the longest counts."""
    ours, theirs, conflict = _marked(segment, segment.runs)
    if conflict:
        ours, theirs, _ = _marked(segment, sorted(segment.runs, key=_length, reverse=True))
    return ours, theirs


def _marked(segment: Segment, runs: list[Run]) -> tuple[bytearray, bytearray, bool]:
    """The marks of runs on both sides, and whether some run was left out for one before it."""
    ours, theirs = bytearray(segment.end - segment.start), bytearray(segment.source_end - segment.source_start)
    conflict = False
    for start, end, source_start in runs:
        first, last = max(start, segment.start), min(end, segment.end)
        there = source_start + first - start - segment.source_start
        if last > first and theirs.find(1, there, there + last - first) < 0:
            ours[first - segment.start : last - segment.start] = b"\1" * (last - first)
            theirs[there : there + last - first] = b"\1" * (last - first)
        else:
            conflict = True
    return ours, theirs, conflict


def _length(run: Run) -> int:
    return run.end - run.start


def _free_keys(text: Folded, start: int, taken: bytearray) -> list[int]:
    """The keys from a place on that are not taken."""
    keys: list[int] = text.keys[start : start + len(taken)][np.frombuffer(taken, dtype=np.uint8) == 0].tolist()
    return keys


def _take_equal(equal: bytearray, keys: list[int], left: dict[int, int]) -> None:
    """Mark those of the other words, whose keys are given, that are left in the source, as often as they are."""
    at = -1
    for key in keys:
        at = equal.find(0, at + 1)
        count = left.get(key, 0)
        if count:
            left[key] = count - 1
            equal[at] = 1


def around(runs: list[Run], start: int, end: int, draft: Folded, source: Folded) -> Segment | None:
    """The segment of these runs between two places of the draft; None without runs."""
    return weigh(Segment(start, end, *reach(runs), runs), draft, source) if runs else None


def clipped(runs: list[Run], start: int, end: int) -> list[Run]:
    """The parts of runs within a stretch of the draft."""
    return [
        run
        if start <= run.start and run.end <= end
        else Run(max(run.start, start), min(run.end, end), run.source + max(0, start - run.start))
        for run in runs
        if run.start < end and run.end > start
    ]


def shared_out(runs: list[Run], stretches: Sequence[tuple[int, int]]) -> list[list[Run]]:
    """For each stretch of the draft the runs that reach into it; both are in order and the stretches lie apart."""
    ends = [end for _, end in stretches]
    inside: list[list[Run]] = [[] for _ in stretches]
    for run in runs:
        index = bisect_right(ends, run.start)
        while index < len(stretches) and stretches[index][0] < run.end:
            inside[index].append(run)
            index += 1
    return inside


def reach(runs: list[Run]) -> tuple[int, int]:
    """The stretch of the source that runs cover."""
    return min(run.source for run in runs), max(run.source_end for run in runs)


def weigh(segment: Segment, draft: Folded, source: Folded) -> Segment:
    """Fill in weight and covers."""
    if _is_one_run(segment):
        return _weighing(segment, draft.weight_of(segment.start, segment.end), draft, source)
    equal = np.frombuffer(equal_words(segment, draft, source), dtype=np.bool_)
    return _weighing(segment, int(draft.weights[segment.start : segment.end][equal].sum()), draft, source)


def _weighing(segment: Segment, weight: int, draft: Folded, source: Folded) -> Segment:
    ours_total = draft.weight_of(segment.start, segment.end)
    theirs_total = source.weight_of(segment.source_start, segment.source_end)
    segment.weight = weight
    segment.draft_cover = segment.weight / max(1, ours_total)
    segment.source_cover = segment.weight / max(1, theirs_total)
    return segment


def _is_one_run(segment: Segment) -> bool:
    run = segment.runs[0]
    same_length = segment.end - segment.start == segment.source_end - segment.source_start
    whole = run.start <= segment.start and segment.end <= run.end
    return whole and same_length and run.source - run.start == segment.source_start - segment.start


def cut_out(runs: list[Run], draft: Folded, source: Folded) -> list[Segment]:
    """Cut a group of runs into the stretches of the draft where equal words are dense."""
    totals = draft.totals
    if sum([totals[end] - totals[start] for start, end, _ in runs]) < _LEAST:
        return []
    whole = Segment(runs[0].start, max([run.end for run in runs]), *reach(runs), runs)
    stretches = [(whole.start, whole.end)]
    if len(runs) > 1:
        equal = equal_words(whole, draft, source)
        stretches = dense_stretches(equal, totals[whole.start : whole.end + 1])
        stretches = [(whole.start + first, whole.start + last) for first, last in stretches]
    if stretches == [(whole.start, whole.end)]:
        cut = [weigh(whole, draft, source)]
    else:
        inside = shared_out(runs, stretches)
        parts = (_between_runs(some, *stretch, draft, source) for some, stretch in zip(inside, stretches, strict=True))
        cut = [part for part in parts if part]
    return [one for one in cut if one.weight >= _LEAST and _cover(one) >= _LEAST_COVER]


def _between_runs(runs: list[Run], start: int, end: int, draft: Folded, source: Folded) -> Segment | None:
    """The segment of these runs between two places of the draft; of kept text without what lies outside all runs."""
    segment = around(runs, start, end, draft, source)
    if not segment or segment.draft_cover < FAITHFUL:
        return segment
    first, last = max(start, runs[0].start), min(end, max(run.end for run in runs))
    return segment if (first, last) == (start, end) else around(runs, first, last, draft, source)


def _cover(segment: Segment) -> float:
    return min(segment.draft_cover, segment.source_cover)


def dense_stretches(equal: bytearray, totals: Sequence[int]) -> list[tuple[int, int]]:
    """Stretches that begin and end with an equal word and whose score never falls far below its best.

    An equal word scores its weight, another costs part of it; a stretch ends where its score is used up or falls by
    more than a line of text. `totals` are the weights before each word, and of all at the end.
    """
    stretches = []
    start, end, score, best = -1, 0, 0.0, 0.0
    at = equal.find(1)
    while at >= 0:
        if start < 0:
            start, score, best = at, 0.0, 0.0
        gap = equal.find(0, at) % (len(equal) + 1)
        score += totals[gap] - totals[at]
        if score >= best:
            end, best = gap, score
        at = equal.find(1, gap)
        score -= MISS * (totals[at] - totals[gap])
        if score < 0 or score < best - _DROP:
            stretches.append((start, end))
            start = -1
    if start >= 0:
        stretches.append((start, end))
    return stretches


def split_at_cuts(segment: Segment, draft: Folded, source: Folded) -> list[Segment]:
    """Split a segment of kept text where the draft goes on without a stretch of the source (a dropped sentence)."""
    cuts = _cuts(segment.runs) if segment.draft_cover >= FAITHFUL and len(segment.runs) > 1 else []
    if not cuts:
        return [segment]
    stretches = list(pairwise([segment.start, *cuts, segment.end]))
    parts = []
    for inside, (start, end) in zip(shared_out(segment.runs, stretches), stretches, strict=True):
        last = end if end == segment.end else min(end, max((run.end for run in inside), default=end))
        parts.append(around(inside, start, last, draft, source))
    kept = [part for part in parts if part and part.weight >= _LEAST]
    left = sum(source.weight_of(part.source_start, part.source_end) for part in kept)
    return kept if sum(part.weight for part in kept) >= FAITHFUL * left else [segment]


def _cuts(runs: list[Run]) -> list[int]:
    """Places of the draft where everything before is earlier in the source, and a hole of the source lies between."""
    reached = accumulate((run.source_end for run in runs), max)
    ahead = list(accumulate((run.source for run in reversed(runs)), min))[::-1]
    covered = accumulate((run.end for run in runs), max)
    return [
        runs[at + 1].start
        for at, (source_end, end) in enumerate(zip(reached, covered, strict=True))
        if at + 1 < len(runs)
        and runs[at + 1].start >= end
        and ahead[at + 1] - source_end >= _CUT + runs[at + 1].start - end
    ]


def joined(segments: list[Segment], draft: Folded, source: Folded, gap: int) -> list[Segment]:
    """Join neighbours of both texts between which words were replaced, if the whole is still dense.

    A long whole is taken to hold what its parts do, until all are joined: to look it through at each step would take
    time by the square of its length.
    """
    done: list[Segment] = []
    for segment in sorted(segments, key=lambda one: (one.start, one.end, one.source_start)):
        for index in range(len(done) - 1, max(-1, len(done) - 5), -1):
            whole = _whole(done[index], segment, draft, source, gap)
            if whole:
                done[index] = whole
                break
        else:
            done.append(segment)
    for segment in done:
        if segment.equal is None and len(segment.runs) > 1:
            segment.runs.sort()
            weigh(segment, draft, source)
    return done


def _whole(before: Segment, after: Segment, draft: Folded, source: Folded, gap: int) -> Segment | None:
    ours = after.start - before.end
    theirs = max(after.source_start - before.source_end, before.source_start - after.source_end)
    faithful = min(_cover(before), _cover(after)) >= FAITHFUL
    if max(ours, theirs) > gap or (faithful and not _alike(max(1, ours), max(1, theirs))):
        return None
    whole = Segment(
        min(before.start, after.start),
        max(before.end, after.end),
        min(before.source_start, after.source_start),
        max(before.source_end, after.source_end),
        before.runs,
    )
    both = before.weight + after.weight
    if whole.end - whole.start <= _LONGEST_EXACT:
        whole.runs = sorted(before.runs + after.runs)
        return whole if _is_joint(weigh(whole, draft, source), both) else None
    most = source.weight_of(whole.source_start, whole.source_end)
    if not _is_joint(_weighing(whole, min(both, most), draft, source), both):
        return None
    whole.runs += after.runs
    return whole


def _is_joint(whole: Segment, both: int) -> bool:
    """Whether a joined segment is dense, and does not use the same words of the source for both of its parts."""
    return _cover(whole) >= _LEAST_JOINED_COVER and whole.weight >= _LEAST_JOINT * both


def _alike(ours: int, theirs: int) -> bool:
    return max(ours, theirs) <= 2 or min(ours, theirs) >= _BALANCE * max(ours, theirs)
