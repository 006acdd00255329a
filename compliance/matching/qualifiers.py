"""Whether a quotation stops right before the word that turns its sentence."""

from __future__ import annotations

import re
from typing import Final

_BY_LANGUAGE: Final = """
but unless not except although though however if provided without until despite yet nor never rather only whereas while
aber sondern außer nicht jedoch obwohl wenn falls sofern doch ohne
maar tenzij behalve niet echter hoewel mits
mais sauf pas sinon cependant toutefois quoique excepté
pero sino salvo excepto aunque mas porém exceto não embora
ma però tranne eccetto non sebbene
ale jednak chyba nie choć lecz avšak však pokud ledaže
але однак проте крім якщо хоча окрім но однако кроме если хотя не
"""
_QUALIFIERS: Final = frozenset(_BY_LANGUAGE.split())
_NEXT_WORD: Final = re.compile(r"[\s,;:()\"\u2018\u2019\u201c\u201d\u00ab\u00bb\u2013\u2014-]{0,12}([^\W\d_]+)")


def cut_before_qualifier(source: str, end: int) -> tuple[int, int] | None:
    """Where the qualifier stands, if the sentence of the source goes on with one right after `end`; else None.

    `end` is the code-point offset in the source at which the quotation stops; so is the answer.
    """
    match = _NEXT_WORD.match(source, end)
    if not match or "\n\n" in match.group() or match.group(1).casefold() not in _QUALIFIERS:
        return None
    return match.span(1)
