"""How sure it is that a segment was copied, and is no name, set phrase or talk of the same matter."""

from __future__ import annotations

from itertools import compress, pairwise
from math import log
from typing import TYPE_CHECKING, Final

import numpy as np

from compliance.matching.segments import Segment, equal_words

if TYPE_CHECKING:
    from compliance.matching.fold import Folded

ENOUGH: Final = 1.2
"""Least strength of a segment that counts as copied."""
_LEAST_WEIGHT: Final = 40
_LEAST_RUN: Final = 36
"""The least weight of equal words in one run."""
LEAST_FURTHER: Final = 31
"""The same where much else is copied from the source."""
_VERBATIM: Final = 14
"""Equal words in a row that are no chance, whatever they are."""
_LONGEST_NAME: Final = 20
"""Words."""
_HYPHENS: Final = "-\u2010\u2011"
_WORD_FOR_WORD: Final = 1.3
"""What is enough is so much less where no word differs."""
_SHORT: Final = 12
_SHORT_EDITED: Final = 0.7
"""What is enough is so much more for fewer words, some of which differ."""
_CONTENT_WEIGHT: Final = 5
_WORD_WEIGHT: Final = 4
_BIAS: Final = -15.5
_LENGTH: Final = 3.4
_DRAFT_COVER: Final = 7.9
_SOURCE_COVER: Final = 1.1
_ORDER: Final = 2.0
_CAPITALS: Final = -1.6
_OFTEN: Final = 3
_LEAST_USED_AGAIN: Final = 12
"""Words; fewer that the draft has again and again may be a term."""
_FREQUENT_WORDS: Final = -4.8


def is_copied(segment: Segment, draft: Folded, source: Folded, *, further: bool = False) -> bool:
    """Whether a segment is strong enough to be called copied; `further` if much else of the source is."""
    if is_slight(segment, draft, source, further=further):
        return False
    if any(run.end - run.start >= _VERBATIM for run in segment.runs):
        return True
    words = _words(segment, draft)
    enough = ENOUGH
    if len(segment.runs) == 1 and segment.draft_cover == segment.source_cover == 1:
        enough -= _WORD_FOR_WORD
    elif words < _SHORT:
        enough += _SHORT_EDITED
    base = _BIAS + _LENGTH * log(words)
    base += _DRAFT_COVER * segment.draft_cover + _SOURCE_COVER * segment.source_cover
    if base + _CAPITALS + _FREQUENT_WORDS > enough:
        return True
    if base + _ORDER < enough:
        return False
    capitals, frequent = _manner(segment, draft, source)
    without = base + _ORDER * _order(segment) + _CAPITALS * capitals
    if without + _FREQUENT_WORDS * frequent > enough:
        return True
    return without > enough and _is_used_again(segment, draft)


def _is_used_again(segment: Segment, draft: Folded) -> bool:
    """Whether the draft has all the words of a segment several times in a row: they are frequent for that."""
    if segment.end - segment.start < _LEAST_USED_AGAIN or len(segment.runs) > 1:
        return False
    wanted = draft.keys[segment.start : segment.end]
    at = np.flatnonzero(draft.keys[: len(draft) - len(wanted) + 1] == wanted[0])
    for place in range(len(wanted)):
        if len(at) < _OFTEN:
            return False
        at = at[draft.keys.take(at + place) == wanted[place]]
    return len(at) >= _OFTEN


def is_slight(segment: Segment, draft: Folded, source: Folded, *, further: bool = False) -> bool:
    """Whether a segment is too little to be a copy, or names and nothing else."""
    least = _LEAST_WEIGHT
    if len(segment.runs) == 1:
        least = LEAST_FURTHER if further else _LEAST_RUN
    return segment.weight < least or _is_name(segment, draft, source)


def _is_name(segment: Segment, draft: Folded, source: Folded) -> bool:
    """Whether a short stretch is names and nothing else: all longer words have a capital, and not all is capitals."""
    if segment.end - segment.start > _LONGEST_NAME:
        return False
    sides = (draft, segment.start, segment.end), (source, segment.source_start, segment.source_end)
    return all(_has_capitals(*side) for side in sides)


def _has_capitals(text: Folded, start: int, end: int) -> bool:
    """Whether all longer words have a capital, but not all letters are one."""
    for at, weight in zip(text.starts[start:end].tolist(), text.weights[start:end].tolist(), strict=True):
        letter = text.text[at]
        inner = at > 0 and text.text[at - 1] in _HYPHENS
        if weight >= _CONTENT_WEIGHT and letter.isalpha() and not letter.isupper() and not inner:
            return False
    stretch = text.text[text.starts[start] : text.ends[end - 1]]
    return stretch.upper() != stretch


def _words(segment: Segment, draft: Folded) -> float:
    """The number of words; in scripts without spaces as many as their letters would be words."""
    words = segment.end - segment.start
    return max(1.0, min(words, draft.weight_of(segment.start, segment.end) / _WORD_WEIGHT))


def _order(segment: Segment) -> float:
    """Share of neighbouring runs that stand in the order of the source."""
    steps = [after.source >= before.source for before, after in pairwise(segment.runs)]
    return sum(steps) / len(steps) if steps else 1.0


def _manner(segment: Segment, draft: Folded, source: Folded) -> tuple[float, float]:
    """Of the longer words in common, the shares that have a capital, and that are frequent in the draft."""
    equal = np.frombuffer(equal_words(segment, draft, source), dtype=np.bool_)
    longer = np.flatnonzero(equal & (draft.weights[segment.start : segment.end] >= _CONTENT_WEIGHT)) + segment.start
    weights = draft.weights.take(longer).tolist()
    letters = map(draft.text.__getitem__, draft.starts.take(longer).tolist())
    capital = sum(weight for weight, letter in zip(weights, letters, strict=True) if letter.isupper())
    frequent = sum(compress(weights, map(draft.frequent.__contains__, draft.keys.take(longer).tolist())))
    total = max(1, sum(weights))
    return capital / total, frequent / total
