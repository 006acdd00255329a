"""Punctuation that a copy took over with its first and last word."""

from __future__ import annotations

from typing import Final
from unicodedata import category

_QUOTES: Final = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\uff02", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a", "'")
)
_BEFORE: Final = frozenset({"Ps", "Pi", "Pf", "Sc"})
_ALSO_BEFORE: Final = frozenset("\"'\u00bf\u00a1")
_AFTER: Final = frozenset({"Po", "Pe", "Pf", "Pi", "Sc"})
_JOINING: Final = frozenset(".,:/&@'\u2019")
"""Marks that belong to neither side where a letter or a digit follows at once, as in 1.5 or it's."""

_JOINERS: Final = frozenset("\u200c\u200d\uff9e\uff9f")


def whole_characters(text: str, start: int, end: int, floor: int) -> tuple[int, int]:
    """A stretch widened, to `floor` at most, so that no accent or sign at its ends is parted from its letter."""
    while end < len(text) and _is_attached(text[end]):
        end += 1
    while start > floor and _is_attached(text[start]) and not text[start - 1].isspace():
        start -= 1
    return start, end


def _is_attached(char: str) -> bool:
    return char > "\u02ff" and (category(char)[0] == "M" or char in _JOINERS)


def marks_before(ours: str, at: int, theirs: str, there: int, floor: int) -> int:
    """How many marks right before two places both texts have; in ours none before `floor`."""
    length = 0
    while at - length > floor and there - length > 0:
        mark = ours[at - length - 1]
        opens = mark in _ALSO_BEFORE or category(mark) in _BEFORE
        if not opens or not _is_same(mark, theirs[there - length - 1]):
            break
        length += 1
    return length


def marks_after(ours: str, at: int, theirs: str, there: int) -> int:
    """How many marks right after two places both texts have, such as the full stop of a sentence."""
    length = 0
    while at + length < len(ours) and there + length < len(theirs):
        mark = ours[at + length]
        if category(mark) not in _AFTER or not _is_same(mark, theirs[there + length]):
            break
        if mark in _JOINING and (_goes_on(ours, at + length + 1) or _goes_on(theirs, there + length + 1)):
            break
        length += 1
    return length


def _is_same(ours: str, theirs: str) -> bool:
    return ours.translate(_QUOTES) == theirs.translate(_QUOTES)


def _goes_on(text: str, at: int) -> bool:
    return text[at : at + 1].isalnum()
