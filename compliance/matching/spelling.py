"""Whether two words that are found as one are written as one: accents, apostrophes, raised digits, short capitals.

What finds a quotation folds all that away; what compares it must not: schon is not schön, were not we're, us not US.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compliance.matching.letters import DROPPED, kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_APOSTROPHES: Final = frozenset("'\u2018\u2019\u201b\u02bc\u02b9\u02bb\u055a\uff07`\u00b4\u2032")
_POINTS: Final = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]"
    "|(?<=[\u0430\u0435\u0438\u0456\u043e\u0443\u044b\u044d\u044e\u044f\u0454\u0457\u0451"
    "\u0410\u0415\u0418\u0406\u041e\u0423\u042b\u042d\u042e\u042f\u0404\u0407\u0401])\u0301"
)
"""Vowel points of Hebrew and Arabic and the stress mark on a Cyrillic vowel: aids to reading, no part of the word."""
_GREEK: Final = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_GROUPED: Final = re.compile(r"\d{1,3}(?:'\d{3})+")
_YO: Final = str.maketrans("\u0451\u0401", "\u0435\u0415")
_ABBREVIATION: Final = 3
"""Letters up to which a word in capitals is another word than without: US and us, WHO and Who; Nato is a style."""
_SHORT: Final = 4
"""Letters up to which it is another than in small letters: AIDS and aids; covid is a style."""
_HEADLINE: Final = 3
_HEADLINE_WORD: Final = 5
"""So many words in a row, or two of which one has so many letters, are set in capitals; they are no abbreviations."""


@lru_cache(maxsize=8192)
def spelt(word: str) -> str:
    """A word in one form whatever its typography: ligatures, soft hyphens, kinds of apostrophe, Unicode forms.

    Accents, apostrophes but those of 1'500, case, raised digits behind a digit (180³) and fractions stay.
    """
    if word.isascii() and word.isalnum():
        return word
    letters: list[str] = []
    for char in word:
        if char in _APOSTROPHES:
            letters.append("'")
        elif char not in "[]" and kind_of(char) != DROPPED:
            letters.append(_form(char, letters[-1][-1:] if letters else ""))
    whole = _POINTS.sub("", unicodedata.normalize("NFC", "".join(letters)))
    return whole.replace("'", "") if _GROUPED.fullmatch(whole) else whole


def _form(char: str, before: str) -> str:
    how = unicodedata.decomposition(char)
    raised = how.startswith(("<super>", "<sub>")) and unicodedata.digit(char, None) is not None
    if how.startswith("<fraction>") or (raised and not before.isalpha()):
        return char
    return unicodedata.normalize("NFKC", char)


def is_spelt_alike(ours: str, theirs: str) -> bool:
    """Whether the words are one in their letters, whatever their case; е may stand for the source's ё, not ё for е."""
    if ours == theirs:
        return True
    mine, yours = spelt(ours), spelt(theirs)
    if mine.lower() == yours.lower() or mine.lower() == yours.translate(_YO).lower():
        return True
    if (mine.isupper() or yours.isupper()) and _capital(mine) == _capital(yours):
        return True
    return "\u0451" in yours.lower() and _is_half_dotted(mine.lower(), yours.lower())


def _capital(word: str) -> str:
    """A word as it is set in capitals: with SS for ß, and Greek without accents."""
    big = word.upper()
    if not _GREEK.search(big):
        return big
    return "".join(c for c in unicodedata.normalize("NFD", big) if not unicodedata.combining(c))


def _is_half_dotted(mine: str, yours: str) -> bool:
    """Whether of several ё some are written е."""
    same = len(mine) == len(yours)
    return same and all(a == b or (a, b) == ("\u0435", "\u0451") for a, b in zip(mine, yours, strict=True))


def is_abbreviation_changed(ours: str, theirs: str) -> bool:
    """Whether a short word is in capitals on one side only, so that an abbreviation became a word or a word one."""
    if ours.lower() == ours and theirs.lower() == theirs:
        return False
    mine, yours = (spelt(word).partition("'")[0] for word in (ours, theirs))
    if mine.isupper() == yours.isupper():
        return False
    other = yours if mine.isupper() else mine
    letters = sum(char.isalpha() for char in other)
    return 2 <= letters <= (_SHORT if other.islower() else _ABBREVIATION)


def is_set_in_capitals(words: Sequence[tuple[str, str]], at: int) -> bool:
    """Whether the pair of words at `at` stands among others of which the same side is in capitals: a headline's style.

    `words` are those of both sides that are one word but for their case, in order.
    """
    side = 0 if words[at][0].isupper() else 1
    at = sum(map(_takes_a_side, words[:at]))
    words = list(filter(_takes_a_side, words))
    low = high = at
    while low and _is_set(words[low - 1], side) and at - low < _HEADLINE:
        low -= 1
    while high + 1 < len(words) and _is_set(words[high + 1], side) and high - at < _HEADLINE:
        high += 1
    lengths = [len(pair[side]) for pair in words[low : high + 1]]
    return len(lengths) >= _HEADLINE or (len(lengths) > 1 and max(lengths) >= _HEADLINE_WORD)


def _takes_a_side(pair: tuple[str, str]) -> bool:
    """Whether a pair of words tells of capitals: no number, and no abbreviation that both sides have in capitals."""
    return pair[0].upper() != pair[0].lower() and not (len(pair[0]) > 1 and pair[0].isupper() and pair[1].isupper())


def _is_set(pair: tuple[str, str], side: int) -> bool:
    """Whether a word is in capitals on one side; a single letter may be so on both."""
    return pair[side].isupper()
