"""Who wrote an article, as its page says it."""

from __future__ import annotations

import re
from typing import Final

# "by" in the languages of the press. Saved pages run it together with the name: byAda Pier.
_BY: Final = re.compile(
    r"(?:written |words |text |report |story |posted |published )?"
    r"(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|[Pp]rzez|[Oo]d"
    r"|[Aa]utho?rs?|[Aa]utore?s?|[Aa]uteurs?|[Aa]utorzy|[Aa]вторы?|[АA]втори?|[Тт]екст)\s*:?\s*(?=[^\W\d_a-zа-яіїєґ])"
)
_WORD: Final = r"[^\W\d_](?:[^\W\d_]|['’.\-])*"
_NAME: Final = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,4}}")
_JOINS: Final = re.compile(
    r"\s*(?:,|;|&|\||\band\b|\bund\b|\bet\b|\by\b|\be\b|\bi\b|\bі\b|\bта\b|\bи\b|\ben\b|\bog\b|\boch\b)\s*"
)
_TAIL: Final = re.compile(r"\s*(?:\||·|•|—|–|\s-\s|\bfor\b|\bin\b|\d|@|\().*", re.DOTALL)
_PARTICLES: Final = frozenset("van von der den de del della di da do dos la le el al bin ibn ter ten zu af av".split())  # noqa: SIM905
_LONGEST: Final = 120


def byline(line: str) -> tuple[str, ...]:
    """The authors that a line names after "by", or nothing when it is no byline."""
    found = _BY.match(line.strip()) if len(line) <= _LONGEST else None
    return names(line.strip()[found.end() :]) if found else ()


def names(text: str) -> tuple[str, ...]:
    """The persons in a list of names: "Ada Pier, Bo Quay and Cy Dock"; nothing when any part is no name."""
    parts = [part for part in _JOINS.split(_TAIL.sub("", text.strip())) if part]
    people = [part for part in parts if _is_name(part)]
    return tuple(dict.fromkeys(people)) if parts and len(people) == len(parts) else ()


def _is_name(text: str) -> bool:
    """Whether each word that can be is capitalised, particles such as "van" and "de la" apart."""
    words = text.split()
    capital = [word[0] for word in words if word not in _PARTICLES]
    return bool(_NAME.fullmatch(text) and capital) and all(c.isupper() or c.lower() == c.upper() for c in capital)
