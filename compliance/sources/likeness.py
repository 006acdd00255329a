"""Whether two texts are copies of one article: a syndicated story with another site's line above or below it."""

from __future__ import annotations

from typing import Final

from compliance.sources.digest import folded

_RUN: Final = 5  # words
_SAME: Final = 0.9
LENGTHS: Final = 0.8
"""Copies differ in length by less: the shorter is at least this part of the longer."""


def is_copy(text: str, other: str) -> bool:
    """Whether nine in ten runs of five words of the shorter text stand in the longer, which is not much longer."""
    runs, others = sorted((_runs(text), _runs(other)), key=len)
    return bool(runs) and len(runs) >= LENGTHS * len(others) and len(runs & others) >= _SAME * len(runs)


def _runs(text: str) -> frozenset[int]:
    words = folded(text).split()
    return frozenset(hash(tuple(words[i : i + _RUN])) for i in range(len(words) - _RUN + 1))
