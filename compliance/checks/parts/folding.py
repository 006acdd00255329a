"""Texts in the form in which wordings are compared, whatever their typography."""

from __future__ import annotations

from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from unicodedata import category, normalize

from compliance.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTES: Final = frozenset("\"“”„‟«»″'‘’‚‛‹›′`´ʼ＂＇「」『』〝〞〟")
_PLAIN: Final = expression(r"[!#-&(-_a-~]++(?: [!#-&(-_a-~]++)*+|[^!#-&(-_a-~]")
_AFTER_SPACED_MARK: Final = frozenset(".,;:!?)]")


@lru_cache(maxsize=2048)
def _folded(char: str) -> str:
    """A character in the form in which wordings are compared; "" for marks and for what nothing shows."""
    if char.isspace():
        return " "
    if char == "©":
        return "(c)"
    kept = (c for c in normalize("NFKD", char).lower() if category(c) not in ("Mn", "Cf"))
    return "".join("-" if category(c) == "Pd" or c == "−" else c for c in kept)


def folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """A text with dashes, spaces, accents and case made alike, and for each character where it was.

    Quotation marks are left out; an apostrophe within a word is ``'``.
    """
    out: list[str] = []
    places = array("L")
    for run in _PLAIN.finditer(text):
        at, end = run.span()
        char = text[at]
        if end - at > 1 or ("!" <= char <= "~" and char not in _QUOTES):  # ASCII keeps its length: folded as a whole
            out.append(run.group().lower())
            places.extend(range(at, end))
            continue
        if char in _QUOTES:
            if text[at - 1 : at].isalnum() and text[end : end + 1].isalnum():
                out.append("'")
                places.append(at)
            elif text[end : end + 1] in _AFTER_SPACED_MARK and out and out[-1] == " ":  # « The Herald ».
                out.pop()
                places.pop()
            continue
        for c in _folded(char):
            if c != " " or (out and out[-1][-1] != " "):
                out.append(c)
                places.append(at)
    return "".join(out), places


def folded(text: str) -> str:
    """A text as wordings are compared: no quotation marks; dashes, spaces, accents and case alike; ends trimmed."""
    return folded_with_places(text)[0].strip()
