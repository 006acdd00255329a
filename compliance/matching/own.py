"""Sentences of the draft's own that stand between copied ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from compliance.matching.segments import Segment, around, clipped, equal_words
from compliance.matching.strength import is_copied

if TYPE_CHECKING:
    from compliance.matching.fold import Folded, Ints

_LEAST_SENTENCE: Final = 25
"""Weight from which on a sentence says something about whose it is."""
_OWN: Final = 0.25
"""A sentence with a smaller share of equal words may be the draft's own."""
_KEPT: Final = 0.9
"""From this share of equal words on in all other sentences nobody will have rewritten just one."""
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the draft, or what of it lies in a segment: its units, weight, and that of its equal words."""

    start: int
    end: int
    weight: int
    same: int

    @property
    def may_be_own(self) -> bool:
        return self.weight >= _LEAST_SENTENCE and self.same < _OWN * self.weight


def split_at_own(segment: Segment, draft: Folded, source: Folded) -> list[Segment]:
    """Split a segment around the draft's own sentences in it; what is left must be copied by itself.

    A sentence with hardly a word from that place of the source is the draft's own where a paragraph begins or ends with
    it, or where all else is kept word for word: in an edited text it may be one that was rewritten.
    """
    own = _own_sentences(segment, draft, source) if _may_hold_own(segment, draft) else []
    starts, ends = [segment.start, *(one.end for one in own)], [*(one.start for one in own), segment.end]
    parts = (_part(segment, *stretch, draft, source) for stretch in zip(starts, ends, strict=True)) if own else ()
    return [part for part in parts if part and is_copied(part, draft, source)] or [segment]


def _may_hold_own(segment: Segment, draft: Folded) -> bool:
    """Whether runs leave so much of some sentence free, which is quickly known."""
    if draft.weight_of(segment.start, segment.end) - segment.weight < (1 - _OWN) * _LEAST_SENTENCE:
        return False
    weights = draft.weights[segment.start : segment.end]
    in_runs = bytearray(len(weights))
    for start, end, _ in clipped(segment.runs, segment.start, segment.end):
        in_runs[start - segment.start : end - segment.start] = b"\1" * (end - start)
    free = np.frombuffer(in_runs, dtype=np.uint8) == 0
    begins = _begins(segment, draft) - segment.start
    of_sentences = np.add.reduceat(weights, begins)
    bare = np.add.reduceat(weights * free, begins) > (1 - _OWN) * of_sentences
    return bool((bare & (of_sentences >= _LEAST_SENTENCE)).any())


def _begins(segment: Segment, draft: Folded) -> Ints:
    """Where the sentences of a segment begin."""
    first, last = draft.sentence_starts.searchsorted((segment.start + 1, segment.end))
    return np.concatenate(([segment.start], draft.sentence_starts[first:last]))


def _own_sentences(segment: Segment, draft: Folded, source: Folded) -> list[_Sentence]:
    sentences = _sentences(segment, draft, source)
    others = [one for one in sentences if not one.may_be_own]
    kept = sum(one.same for one in others) >= _KEPT * sum(one.weight for one in others)
    return [one for one in sentences if one.may_be_own and (kept or _is_at_blank_line(one, draft))]


def _sentences(segment: Segment, draft: Folded, source: Folded) -> list[_Sentence]:
    begins, weights = _begins(segment, draft), draft.weights[segment.start : segment.end]
    equal = np.frombuffer(equal_words(segment, draft, source), dtype=np.uint8)
    weighed, same = (np.add.reduceat(some, begins - segment.start).tolist() for some in (weights, weights * equal))
    ends = [*begins[1:].tolist(), segment.end]
    return [_Sentence(*row) for row in zip(begins.tolist(), ends, weighed, same, strict=True)]


def _is_at_blank_line(sentence: _Sentence, draft: Folded) -> bool:
    return any(
        0 < unit < len(draft) and _BLANK_LINE.search(draft.text, int(draft.ends[unit - 1]), int(draft.starts[unit]))
        for unit in (sentence.start, sentence.end)
    )


def _part(segment: Segment, start: int, end: int, draft: Folded, source: Folded) -> Segment | None:
    runs = clipped(segment.runs, start, end)
    return around(runs, runs[0].start, max(run.end for run in runs), draft, source) if runs else None
