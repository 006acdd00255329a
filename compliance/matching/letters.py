"""What one code point means for matching: its kind and its folded form, looked up once and kept in a table."""

from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray


# Kinds are bits, so that one look tells whether a text holds any of several.
SEPARATOR: Final = 0
"""Ends a word: white space, punctuation, dashes, symbols."""
STOP: Final = 1 << 0
"""A separator that ends a sentence where more than itself stands between two words."""
WIDE_STOP: Final = 1 << 1
"""A separator that always ends a sentence: the full stops of scripts without spaces."""
NEWLINE: Final = 1 << 2
"""A separator that ends a sentence where two of it stand between two words."""
BRACKET: Final = 1 << 3
"""A separator that joins when it stands between two letters: [T]he."""
DROPPED: Final = 1 << 4
"""Leaves no trace: apostrophes, soft hyphens, zero-width, control and format code points."""
MARK: Final = 1 << 5
"""A dropped accent: leaves no trace in the word, but belongs to the letter before it."""
LETTER: Final = 1 << 6
"""A unit of its own, in a script without spaces whose signs are sounds (Thai, Lao, Khmer, Burmese)."""
IDEOGRAPH: Final = 1 << 7
"""A unit of its own, in a script whose signs are syllables or words (Han, kana, Yi)."""
ATTACHED: Final = 1 << 8
"""Belongs to the unit before it: Thai vowel signs, the voicing marks of kana."""
WORD: Final = 1 << 11
"""Part of a word. Told by its letter, so that a number of the table has no bit for it."""
_LETTERED: Final = WORD | LETTER | IDEOGRAPH | ATTACHED

EXPANDS: Final = 1 << 9
"""Beside a kind: folds to several letters."""
_UNKNOWN: Final = 1 << 10
LETTER_SHIFT: Final = 11
KIND_BITS: Final = (1 << LETTER_SHIFT) - 1

_IDEOGRAPHS: Final = (
    (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x3029), (0x3031, 0x3035), (0x3041, 0x30FF), (0x3105, 0x312F),
    (0x31A0, 0x31BF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F), (0x1B000, 0x1B2FF), (0x20000, 0x3FFFF),
)  # fmt: skip
_UNSPACED_LETTERS: Final = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1950, 0x19DF), (0xA9E0, 0xA9FF))
_VOICING: Final = (0x3099, 0x309A, 0xFF9E, 0xFF9F)
_VOWELS_BEHIND: Final = (0xE30, 0xE32, 0xE33, 0xE45, 0xEB0, 0xEB2, 0xEB3)
"""Thai and Lao vowels that stand behind their consonant and are no marks; nobody begins a word with one."""
_ONE_BY_ONE: Final = {
    **dict.fromkeys("'\u2018\u2019\u201b\u02bc\u02b9\u02bb\u055a\uff07`\u00b4\u2032", DROPPED),
    **dict.fromkeys(".!?\u2026\u0964\u0965\u061f\u06d4\u0589\u203d", STOP),
    **dict.fromkeys("\u3002\uff01\uff1f\uff0e\uff61", WIDE_STOP),
    **dict.fromkeys("\n\r\u2028\u2029", NEWLINE),
    **dict.fromkeys("[]", BRACKET),
}
_DROPPED_CATEGORIES: Final = frozenset({"Cf", "Cc", "Cs"})
_WORD_CATEGORIES: Final = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "No", "Mc", "Me", "Mn", "Co"})


def kind_of(char: str) -> int:
    """The kind of one code point."""
    if char in _ONE_BY_ONE:
        return _ONE_BY_ONE[char]
    category = unicodedata.category(char)
    if char.isspace() or category not in _WORD_CATEGORIES | _DROPPED_CATEGORIES:
        return SEPARATOR
    if category in _DROPPED_CATEGORIES or unicodedata.name(char, "").startswith("VARIATION SELECTOR"):
        return DROPPED
    if category == "Mn" and _is_accent(char):
        return MARK
    return _kind_of_letter(ord(char), category)


def _is_accent(char: str) -> bool:
    """Accents of Latin, Greek, Cyrillic, points of Hebrew, vowels of Arabic, told by the canonical combining class.

    Vowel signs of Indic scripts and voicing marks of kana have other classes: they tell words apart and stay.
    """
    return unicodedata.combining(char) >= 200 or 10 <= unicodedata.combining(char) <= 35


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= code <= high for low, high in ranges)


def _kind_of_letter(code: int, category: str) -> int:
    if code in _VOICING or code in _VOWELS_BEHIND:
        return ATTACHED
    if _within(code, _IDEOGRAPHS):
        return IDEOGRAPH
    if _within(code, _UNSPACED_LETTERS) and category != "Nd":
        return ATTACHED if category in ("Mn", "Mc") else LETTER
    return WORD


def folded_form(char: str) -> str:
    """NFKD, case folded, without accents and whatever else is no letter; empty for what is no part of a word."""
    kind = kind_of(char)
    if not kind & _LETTERED:
        return ""
    if kind == LETTER:
        return char
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(part for part in plain if kind_of(part) & _LETTERED) or char


class Table:
    """A number for every code point: its kind, whether it folds to several letters, and the first of them.

    Filled as code points are met; `expansions` holds the letters of those that fold to several.
    """

    def __init__(self) -> None:
        self.packed: NDArray[np.uint32] = np.full(sys.maxunicode + 1, _UNKNOWN, dtype=np.uint32)
        self.expansions: dict[str, list[int]] = {}
        self._learn(range(0x250))

    def look_up(self, text: str) -> tuple[NDArray[np.uint32], int]:
        """`kind | EXPANDS | first letter << LETTER_SHIFT` of each code point, and the bits of all of them together."""
        # numpy looks up by indices of its own size several times as fast as by others
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.intp)
        packed = self.packed.take(codes)
        bits = int(np.bitwise_or.reduce(packed))
        if bits & _UNKNOWN:
            self._learn(np.unique(codes[packed == _UNKNOWN]).tolist())
            packed = self.packed.take(codes)
            bits = int(np.bitwise_or.reduce(packed))
        return packed, bits

    def _learn(self, codes: Iterable[int]) -> None:
        for code in codes:
            char = chr(code)
            form = [ord(part) for part in folded_form(char)]
            if len(form) > 1:
                self.expansions[char] = form
            kind = kind_of(char) & KIND_BITS
            self.packed[code] = kind | EXPANDS * (len(form) > 1) | (form or [0])[0] << LETTER_SHIFT


TABLE: Final = Table()
