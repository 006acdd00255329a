"""Find every stretch of a draft that was taken from a source, with code-point offsets on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from compliance.matching.edits import count_edits
from compliance.matching.fold import Folded, as_folded, fold
from compliance.matching.linking import link
from compliance.matching.seeds import Run, find_runs
from compliance.matching.segments import Segment, around, cut_out, grow, joined, split_at_cuts, weigh
from compliance.matching.strength import is_copied

_LINK_GAP: Final = 16
_JOIN_GAP: Final = 40
_CERTAIN_RUN: Final = 3


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of the draft and the stretch of the source it was taken from.

    Offsets are 0-based code points of the two texts, ends exclusive. `similarity` is the share of both sides that
    stands on the other, by weight of words, whatever their order; `edits` the least number of words to insert, drop or
    replace that turns one side into the other; `exact` says that both ends lie in runs of equal words, so that the
    extent is certain.
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
    `ignore` are phrases that make no match of their own, such as the title and the byline of the article.
    """

    edited: bool = True
    ignore: tuple[str, ...] = ()


def align(draft: Folded | str, source: Folded | str, options: Options = Options()) -> tuple[Match, ...]:
    """All stretches of the draft taken from the source, in order, none overlapping another in the draft.

    A stretch ends where the source was cut, so that what was left out is not counted.
    """
    draft, source = as_folded(draft), as_folded(source)
    ignored = _ignored(draft, options.ignore)
    if len(draft) and np.array_equal(draft.keys, source.keys) and not ignored.any():
        whole = Segment(0, len(draft), 0, len(source), [Run(0, len(draft), 0)])
        return (_match(weigh(whole, draft, source), draft, source),)
    segments: list[Segment] = []
    for runs in link(find_runs(draft, source, edited=options.edited), _LINK_GAP):
        segments += cut_out(runs, draft, source)
    segments = joined(segments, draft, source, _JOIN_GAP)
    if ignored.any():
        segments = _without_ignored(segments, draft, source, ignored)
    segments = _strongest([one for one in segments if is_copied(one, draft, source)])
    found = [part for one in segments for part in split_at_cuts(one, draft, source)]
    if options.edited:
        found = _grown(found, draft, source)
    return tuple(_match(one, draft, source) for one in found)


def _ignored(draft: Folded, phrases: tuple[str, ...]) -> NDArray[np.bool_]:
    """Which units of the draft belong to one of the phrases."""
    marked = np.zeros(len(draft), dtype=np.bool_)
    for phrase in phrases:
        keys = fold(phrase).keys
        last = len(draft) - len(keys)
        if not len(keys) or last < 0:
            continue
        for at in np.flatnonzero(draft.keys[: last + 1] == keys[0]).tolist():
            if np.array_equal(draft.keys[at : at + len(keys)], keys):
                marked[at : at + len(keys)] = True
    return marked


def _without_ignored(
    segments: list[Segment], draft: Folded, source: Folded, ignored: NDArray[np.bool_]
) -> list[Segment]:
    """Segments without ignored words at their ends."""
    kept = []
    for segment in segments:
        counted = np.flatnonzero(~ignored[segment.start : segment.end])
        if counted.size == segment.end - segment.start:
            kept.append(segment)
            continue
        runs = _clipped(segment.runs, ignored)
        if counted.size and runs:
            part = around(runs, runs[0].start, max(run.end for run in runs), draft, source)
            kept += [part] if part else []
    return kept


def _clipped(runs: list[Run], ignored: NDArray[np.bool_]) -> list[Run]:
    clipped = []
    for start, end, source in runs:
        counted = np.flatnonzero(~ignored[start:end])
        if counted.size:
            first, last = int(counted[0]), int(counted[-1])
            clipped.append(Run(start + first, start + last + 1, source + first))
    return sorted(clipped)


def _strongest(segments: list[Segment]) -> list[Segment]:
    """Of segments that overlap in the draft those that hold most, by place."""
    kept: list[Segment] = []
    for segment in sorted(segments, key=lambda one: (-one.draft_weight, one.start, one.source_start)):
        if all(segment.end <= other.start or segment.start >= other.end for other in kept):
            kept.append(segment)
    return sorted(kept, key=lambda one: one.start)


def _grown(segments: list[Segment], draft: Folded, source: Folded) -> list[Segment]:
    grown = []
    floor = 0
    for index, segment in enumerate(segments):
        ceiling = segments[index + 1].start if index + 1 < len(segments) else len(draft)
        grown.append(grow(segment, draft, source, floor, ceiling))
        floor = grown[-1].end
    return grown


def _match(segment: Segment, draft: Folded, source: Folded) -> Match:
    ours = int(draft.weights[segment.start : segment.end].sum())
    theirs = int(source.weights[segment.source_start : segment.source_end].sum())
    return Match(
        int(draft.starts[segment.start]),
        int(draft.ends[segment.end - 1]),
        int(source.starts[segment.source_start]),
        int(source.ends[segment.source_end - 1]),
        round((segment.draft_weight + segment.source_weight) / (ours + theirs), 4),
        count_edits(segment, draft, source),
        _is_exact(segment),
    )


def _is_exact(segment: Segment) -> bool:
    """Whether both ends of both sides lie in runs long enough to be no chance."""
    first, last = segment.runs[0], max(segment.runs, key=lambda run: run.end)
    return (
        (first.start, last.end) == (segment.start, segment.end)
        and first.source == segment.source_start
        and last.source + last.end - last.start == segment.source_end
        and min(first.end - first.start, last.end - last.start) >= _CERTAIN_RUN
    )
