"""Copied passages that stand close together, told apart; and short ones that belong to one beside them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from compliance.matching.ends import has_full_stop
from compliance.matching.segments import FAITHFUL, Segment, reach, weigh
from compliance.matching.strength import is_copied

if TYPE_CHECKING:
    from compliance.matching.fold import Folded
    from compliance.matching.seeds import Run

_HEAVY: Final = 25
"""Weight from which on a run says where in the source a passage stands."""
_KEPT: Final = 0.95
"""From this share of equal words on in both texts a passage is no paraphrase."""
_NEAR: Final = 8
_OVERLAP: Final = 2
_OWN: Final = 5
"""So many words of the draft's own, with nothing in their place in the source, part two passages."""
_OWN_TO_THEIRS: Final = 3
_REACH: Final = 24
_LEAST_PIECE: Final = 14
_LEAST_WORDS: Final = 3


def split_at_turns(segment: Segment, draft: Folded, source: Folded) -> list[Segment]:
    """Split a segment of kept passages where the source's order turns, and around a clause of the draft's own.

    Where the order turns both sides must be copied by themselves, at a clause one of them: edited text stays whole.
    """
    runs, totals = segment.runs, draft.totals
    if len(runs) < 2:
        return [segment]
    heavy = [at for at, (start, end, _) in enumerate(runs) if totals[end] - totals[start] >= _HEAVY]
    places = [(at, after) for at, after in pairwise(heavy) if _is_parted(runs[at], runs[after], draft)]
    if not places:
        return [segment]
    bounds = [_bounds(runs, *place) for place in places]
    groups = list(zip([0, *(start for _, start in bounds)], [*(end for end, _ in bounds), len(runs)], strict=True))
    parts = [_part(runs[first:last], draft, source) for first, last in groups]
    kept = [min(part.draft_cover, part.source_cover) >= _KEPT for part in parts]
    if sum(part.weight for part, same in zip(parts, kept, strict=True) if same) < FAITHFUL * segment.weight:
        return [segment]
    whole = [same and is_copied(part, draft, source) for same, part in zip(kept, parts, strict=True)]
    done = [groups[0]]
    for index, (at, after) in enumerate(places):
        turned = _ahead(runs[at], runs[after]) < -_OVERLAP
        sides = whole[index : index + 2]
        if all(sides) or (not turned and any(sides) and all(kept[index : index + 2])):
            done.append(groups[index + 1])
        else:
            done[-1] = (done[-1][0], groups[index + 1][1])
    if len(done) == 1:
        return [segment]
    found = (_part(runs[first:last], draft, source) for first, last in done)
    return [part for part in found if _is_piece(part.start, part.end, draft)]


def _is_parted(run: Run, after: Run, draft: Folded) -> bool:
    """Whether the second of two runs goes back in the source, or words of the draft's own part it from the first."""
    ahead = _ahead(run, after)
    if ahead < -_OVERLAP:
        return True
    between = after.start - run.end
    own = between >= _OWN and ahead * _OWN_TO_THEIRS <= between
    return own and draft.worth(run.end, after.start) >= _OWN


def _ahead(run: Run, after: Run) -> int:
    """Words of the source from the end of a run to another."""
    return after.source - run.source_end


def _bounds(runs: list[Run], at: int, after: int) -> tuple[int, int]:
    """Of the light runs between two, the end of those beside the first and the start of those beside the second."""
    end, start = at + 1, after
    while end < after and abs(_ahead(runs[end - 1], runs[end])) <= _NEAR:
        end += 1
    while start > end and abs(_ahead(runs[start - 1], runs[start])) <= _NEAR:
        start -= 1
    return end, start


def _part(runs: list[Run], draft: Folded, source: Folded) -> Segment:
    """The segment of some runs, which are one at least."""
    return weigh(Segment(runs[0].start, max(run.end for run in runs), *reach(runs), runs), draft, source)


def _is_piece(start: int, end: int, draft: Folded) -> bool:
    return draft.weight_of(start, end) >= _LEAST_PIECE and draft.worth(start, end) >= _LEAST_WORDS


def adopt(segments: list[Segment], runs: list[Run], draft: Folded, source: Folded) -> list[Segment]:
    """The segments with the runs that go on in the source where one of them ends or begins, close by in the draft.

    They are too short to be found by themselves: the words before "the paper writes", say, in the midst of a sentence.
    """
    starts = [run.start for run in runs] if segments else []
    done: list[Segment] = []
    for index, segment in enumerate(segments):
        floor = done[-1].end if done else 0
        ceiling = segments[index + 1].start if index + 1 < len(segments) else len(draft)
        before = runs[bisect_left(starts, max(floor, segment.start - _REACH)) : bisect_left(starts, segment.start)]
        after = runs[bisect_left(starts, segment.end) : bisect_left(starts, min(ceiling, segment.end + _REACH))]
        done += [
            _part([run], draft, source)
            for run in before[-1:]
            if run.end <= segment.start and _goes_on(run, segment, draft, source, before=True)
        ]
        done.append(segment)
        done += [
            _part([run], draft, source)
            for run in after[:1]
            if run.end <= ceiling and _goes_on(run, segment, draft, source, before=False)
        ]
    return done


def _goes_on(run: Run, segment: Segment, draft: Folded, source: Folded, *, before: bool) -> bool:
    """Whether a run stands right before a segment in the source or after it, and in one sentence with it in both."""
    end = run.source_end
    if before:
        hole, ours, theirs = segment.source_start - end, (run.end - 1, segment.start), (end - 1, segment.source_start)
    else:
        hole, ours = run.source - segment.source_end, (segment.end - 1, run.start)
        theirs = (segment.source_end - 1, run.source)
    if not 0 <= hole <= 1 or not _is_piece(run.start, run.end, draft):
        return False
    return not has_full_stop(draft, *ours) and not has_full_stop(source, *theirs)
