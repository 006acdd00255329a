"""How sure it is that a segment was copied, and is no name, set phrase or talk of the same matter."""

from __future__ import annotations

from itertools import pairwise
from math import log
from typing import Final

import numpy as np

from compliance.matching.fold import Folded
from compliance.matching.segments import Segment, shared

ENOUGH: Final = 0.6
"""Least strength of a segment that counts as copied."""
_LEAST_WEIGHT: Final = 40
_FREQUENT: Final = 4
_CONTENT_WEIGHT: Final = 5
_BIAS: Final = -15.5
_LENGTH: Final = 3.4
_DRAFT_COVER: Final = 7.9
_SOURCE_COVER: Final = 1.1
_ORDER: Final = 2.0
_CAPITALS: Final = -1.6
_FREQUENT_WORDS: Final = -4.8


def is_copied(segment: Segment, draft: Folded, source: Folded) -> bool:
    """Whether a segment is strong enough to be called copied."""
    if segment.draft_weight < _LEAST_WEIGHT:
        return False
    base = _BIAS + _LENGTH * log(_words(segment, draft))
    base += _DRAFT_COVER * segment.draft_cover + _SOURCE_COVER * segment.source_cover
    if base + _CAPITALS + _FREQUENT_WORDS > ENOUGH:
        return True
    if base + _ORDER < ENOUGH:
        return False
    capitals, frequent = _manner(segment, draft, source)
    return base + _ORDER * _order(segment) + _CAPITALS * capitals + _FREQUENT_WORDS * frequent > ENOUGH


def _words(segment: Segment, draft: Folded) -> float:
    """The number of words; in scripts without spaces as many as the weight of the letters comes to."""
    return max(1.0, float(np.minimum(1.0, draft.weights[segment.start : segment.end] / 5 + 0.6).sum()))


def _order(segment: Segment) -> float:
    """Share of neighbouring runs that stand in the order of the source."""
    steps = [after.source >= before.source for before, after in pairwise(segment.runs)]
    return sum(steps) / len(steps) if steps else 1.0


def _manner(segment: Segment, draft: Folded, source: Folded) -> tuple[float, float]:
    """Of the longer words in common, the shares that have a capital or no case, and that are frequent in the draft."""
    ours = slice(segment.start, segment.end)
    equal, _ = shared(draft.keys[ours], source.keys[segment.source_start : segment.source_end])
    weights = draft.weights[ours] * (equal & (draft.weights[ours] >= _CONTENT_WEIGHT))
    total = max(1, int(weights.sum()))
    capital = np.array([not draft.text[at].islower() for at in draft.starts[ours].tolist()])
    return float(weights[capital].sum()) / total, float(weights[draft.counts[ours] >= _FREQUENT].sum()) / total
