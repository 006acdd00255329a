"""What one code point means for matching: its kind and its folded form, looked up once and kept in tables."""

from __future__ import annotations

import sys
import unicodedata
from enum import IntEnum
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray


class Kind(IntEnum):
    """What a code point does to the words around it; from `WORD` on it is part of one."""

    SEPARATOR = 0
    """Ends a word: white space, punctuation, dashes, symbols."""
    STOP = 1
    """A separator that ends a sentence where more than itself stands between two words."""
    WIDE_STOP = 2
    """A separator that always ends a sentence: the full stops of scripts without spaces."""
    NEWLINE = 3
    """A separator that ends a sentence where two of it stand between two words."""
    BRACKET = 4
    """A separator that joins when it stands between two letters: [T]he."""
    DROPPED = 5
    """Leaves no trace: apostrophes, soft hyphens, zero-width, control and format code points."""
    MARK = 6
    """A dropped accent: leaves no trace in the word, but belongs to the letter before it."""
    WORD = 7
    """Part of a word."""
    LETTER = 8
    """A unit of its own, in a script without spaces whose signs are sounds (Thai, Lao, Khmer, Burmese)."""
    IDEOGRAPH = 9
    """A unit of its own, in a script whose signs are syllables or words (Han, kana, Yi)."""
    ATTACHED = 10
    """Belongs to the unit before it: Thai vowel signs, the voicing marks of kana."""
    UNKNOWN = 15


_IDEOGRAPHS: Final = (
    (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x3029), (0x3031, 0x3035), (0x3041, 0x30FF), (0x3105, 0x312F),
    (0x31A0, 0x31BF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F), (0x1B000, 0x1B2FF), (0x20000, 0x3FFFF),
)  # fmt: skip
_UNSPACED_LETTERS: Final = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1950, 0x19DF), (0xA9E0, 0xA9FF))
_VOICING: Final = (0x3099, 0x309A)
_ONE_BY_ONE: Final = {
    **dict.fromkeys("'\u2018\u2019\u201b\u02bc\u02b9\u02bb\u055a\uff07`\u00b4\u2032", Kind.DROPPED),
    **dict.fromkeys(".!?\u2026\u0964\u0965\u061f\u06d4\u0589\u203d", Kind.STOP),
    **dict.fromkeys("\u3002\uff01\uff1f\uff0e\uff61", Kind.WIDE_STOP),
    **dict.fromkeys("\n\r\u2028\u2029", Kind.NEWLINE),
    **dict.fromkeys("[]", Kind.BRACKET),
}
_DROPPED_CATEGORIES: Final = frozenset({"Cf", "Cc", "Cs"})
_WORD_CATEGORIES: Final = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "No", "Mc", "Me", "Mn", "Co"})


def kind_of(char: str) -> Kind:
    """The kind of one code point."""
    if char in _ONE_BY_ONE:
        return _ONE_BY_ONE[char]
    category = unicodedata.category(char)
    if char.isspace() or category not in _WORD_CATEGORIES | _DROPPED_CATEGORIES:
        return Kind.SEPARATOR
    if category in _DROPPED_CATEGORIES or unicodedata.name(char, "").startswith("VARIATION SELECTOR"):
        return Kind.DROPPED
    if category == "Mn" and _is_accent(char):
        return Kind.MARK
    return _kind_of_letter(ord(char), category)


def _is_accent(char: str) -> bool:
    """Accents of Latin, Greek, Cyrillic, points of Hebrew, vowels of Arabic, told by the canonical combining class.

    Vowel signs of Indic scripts and voicing marks of kana have other classes: they tell words apart and stay.
    """
    return unicodedata.combining(char) >= 200 or 10 <= unicodedata.combining(char) <= 35


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= code <= high for low, high in ranges)


def _kind_of_letter(code: int, category: str) -> Kind:
    if code in _VOICING:
        return Kind.ATTACHED
    if _within(code, _IDEOGRAPHS):
        return Kind.IDEOGRAPH
    if _within(code, _UNSPACED_LETTERS) and category != "Nd":
        return Kind.ATTACHED if category in ("Mn", "Mc") else Kind.LETTER
    return Kind.WORD


def folded_form(char: str) -> str:
    """NFKD, case folded, without accents and whatever else is no letter; empty for what is no part of a word."""
    kind = kind_of(char)
    if kind < Kind.WORD:
        return ""
    if kind == Kind.LETTER:
        return char
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(part for part in plain if kind_of(part) >= Kind.WORD) or char


KIND_BITS: Final = 15
EXPANDS: Final = 16
LETTER_SHIFT: Final = 8


class Table:
    """A number for every code point: its kind, whether it folds to several letters, and the first of them.

    Filled as code points are met; `expansions` holds the letters of those that fold to several.
    """

    def __init__(self) -> None:
        self.packed: NDArray[np.uint32] = np.full(sys.maxunicode + 1, Kind.UNKNOWN, dtype=np.uint32)
        self.expansions: dict[int, list[int]] = {}
        self._learn(range(0x250))

    def look_up(self, codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """`kind | EXPANDS | first letter << LETTER_SHIFT` of each code point."""
        packed = self.packed[codes]
        unknown = packed == Kind.UNKNOWN
        if unknown.any():
            self._learn(np.unique(codes[unknown]).tolist())
            packed = self.packed[codes]
        return packed

    def _learn(self, codes: Iterable[int]) -> None:
        for code in codes:
            form = [ord(char) for char in folded_form(chr(code))]
            if len(form) > 1:
                self.expansions[code] = form
            self.packed[code] = kind_of(chr(code)) | EXPANDS * (len(form) > 1) | (form or [0])[0] << LETTER_SHIFT


TABLE: Final = Table()
