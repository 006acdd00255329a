"""Texts in the form in which wordings are compared, whatever their typography."""

from __future__ import annotations

from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from unicodedata import category, normalize

from compliance.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTES: Final = frozenset("\"“”„‟«»″'‘’‚‛‹›′`´ʼ")
_PLAIN: Final = expression(r"[!-~]++(?: [!-~]++)*+|[^!-~]")
_ASCII_QUOTES: Final = str.maketrans(dict.fromkeys("'`", '"'))


@lru_cache(maxsize=2048)
def _folded(char: str) -> str:
    """A character in the form in which wordings are compared; "" for marks and for what nothing shows."""
    if char.isspace():
        return " "
    if char == "©":
        return "(c)"
    kept = (c for c in normalize("NFKD", char).lower() if category(c) not in ("Mn", "Cf"))
    return "".join('"' if c in _QUOTES else "-" if category(c) == "Pd" or c == "−" else c for c in kept)


def folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """A text with quotation marks, dashes, spaces, accents and case made alike, and for each character where it was."""
    out: list[str] = []
    places = array("L")
    for run in _PLAIN.finditer(text):
        at, end = run.span()
        if "!" <= text[at] <= "~":  # ASCII keeps its length: it is folded as a whole, not by characters
            out.append(run.group().lower().translate(_ASCII_QUOTES))
            places.extend(range(at, end))
            continue
        for c in _folded(text[at]):
            if c != " " or (out and out[-1][-1] != " "):
                out.append(c)
                places.append(at)
    return "".join(out), places


def folded(text: str) -> str:
    """A text as wordings are compared: quotation marks, dashes, spaces, accents and case made alike, ends trimmed."""
    return folded_with_places(text)[0].strip()
