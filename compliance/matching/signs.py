"""What of the signs between words carries meaning, and which words and numbers are one, written two ways."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from compliance.matching.spelling import is_abbreviation_changed, is_spelt_alike, spelt

if TYPE_CHECKING:
    from compliance.matching.fold import Folded

CURRENCIES: Final = "$\u20ac\u00a3\u00a5\u20b4\u20bd\u20b9"
DASHES: Final = "-\u2212\u2013"
_SIGNS: Final = re.compile(rf"[%\u2030{CURRENCIES}\u00b0+=<>\u00b1]")
_MINUS: Final = re.compile(rf"[\s(\[][{DASHES}][{CURRENCIES}]?$|[{CURRENCIES}][{DASHES}]$")
_FIRST_MINUS: Final = re.compile(rf"(?:^|\W)[{DASHES}][{CURRENCIES}]?$|[{CURRENCIES}][{DASHES}]$")
_QUESTION: Final = re.compile("[?\uff1f\u061f\u203d\u2047\u2048\u2049\u055e]")
_OWN: Final = re.compile(r"\[[?!]{1,3}\]|\([?!]{1,3}\)")
"""[?] and (!): the quoter's own."""
_GROUPING: Final = ",'\u2019\u00a0\u202f\u2009\u2007"
_GROUPED: Final = re.compile(
    rf"\d{{1,3}}(?:[.{_GROUPING} ]\d{{3}})+|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}"
)  # 1,500,000 and 15,00,000
_FRACTION: Final = re.compile("([\u00bc-\u00be\u2150-\u215e])")


def gap_before(text: Folded, unit: int) -> str:
    """What stands between a unit and the one before it."""
    start = int(text.ends[unit - 1]) if unit else 0
    return text.text[start : int(text.starts[unit]) if unit < len(text) else len(text.text)]


def signs_before(text: Folded, unit: int, *, quoted: bool = False) -> str:
    """What carries meaning between a unit and the one before it; in a quotation a space, too, may group digits."""
    gap = gap_before(text, unit)
    if _touches_digits(text, unit):
        if len(gap) == 1 and (gap in _GROUPING or (quoted and gap == " ")) and _is_grouping(text, unit):
            return ","
        if len(gap) == 1 and gap in ".,:/":
            return gap
    question = "?" if _QUESTION.search(_OWN.sub("", gap)) else ""
    return "".join(_SIGNS.findall(gap)) + _minus(text, unit, gap) + question


def _minus(text: Folded, unit: int, gap: str) -> str:
    """A minus sign right before a number, or the dash of a range between two."""
    if unit == len(text) or not text.text[text.starts[unit]].isdigit():
        return ""
    if (_MINUS if unit else _FIRST_MINUS).search(gap):
        return "-"
    return "\u2013" if _touches_digits(text, unit) and gap.strip() and gap.strip() in DASHES else ""


def _touches_digits(text: Folded, unit: int) -> bool:
    if not 0 < unit < len(text):
        return False
    return text.text[text.ends[unit - 1] - 1].isdigit() and text.text[text.starts[unit]].isdigit()


def _is_grouping(text: Folded, unit: int) -> bool:
    """Whether one to three digits stand before and three after, as in 1,500."""
    before = text.text[text.starts[unit - 1] : text.ends[unit - 1]]
    after = text.text[text.starts[unit] : text.ends[unit]]
    return before.isdecimal() and after.isdecimal() and len(before) <= 3 == len(after)


def is_written_alike(ours: str, theirs: str) -> bool:
    """Whether the texts are one word with and without a hyphen or a ligature, or one number written two ways."""
    mine, yours = _joined(ours), _joined(theirs)
    if any(char.isdigit() for char in ours + theirs):
        return _number(ours) == _number(theirs)
    if any(char.isspace() for char in ours + theirs):
        return False
    return is_spelt_alike(mine, yours) and not is_abbreviation_changed(mine, yours)


def _joined(text: str) -> str:
    """A word without its hyphens and full stops, and with œ as two letters."""
    whole = "".join(c for c in spelt(text) if c == "'" or unicodedata.category(c)[0] not in "PSZ")
    return whole.replace("\u0153", "oe").replace("\u0152", "Oe")


def _number(text: str) -> str:
    """A number without grouped digits and with its fraction in plain digits, 3½ as 3 1/2; else what it says."""
    if _GROUPED.fullmatch(text):
        return "".join(char for char in text if char.isdecimal())
    text = _FRACTION.sub(lambda found: f" {unicodedata.normalize('NFKC', found[1])}", text).replace("\u2044", "/")
    return " ".join(text.split())
