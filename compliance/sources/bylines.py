"""Who wrote an article, as its page says it."""

from __future__ import annotations

import re
from typing import Final

# "by" in the languages of the press. Saved pages run it together with the name: byAda Pier.
_BY: Final = re.compile(
    r"(?:(?:[Ww]ritten|[Ww]ords|[Tt]ext|[Rr]eport(?:ed|ing)?|[Ss]tory|[Pp]osted|[Pp]ublished|WRITTEN) )?"
    r"(?:(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|DI|[Dd]oor|[Aa]v|[Aa]f|[Pp]rzez|[Oo]d|[Tt]ekst"
    r"|[Aa]utho?rs?|[Aa]utore?s?|[Aa]uteurs?|[Aa]utrice|[Aa]utora|[Aa]utorin|[Aa]utorzy|[Aa]вторы?|[АA]втори?"
    r"|[Аа]вторка|[Тт]екст)\s*:?|(?:[Tt]exte?|[Tt]esto|[Tt]exto|[Ww]ords|[Rr]eporter|[Jj]ournalist|[Bb]yline"
    r"|[Kk]irjoittaja|[Yy]azan|[Σσ]υντάκτης|كتب|بقلم|文|作者|記者|记者|기자|글)\s*[:：/])"
    r"\s*(?=[^\W\d_a-zа-яіїєґ])"
)
_WORD: Final = r"[^\W\d_](?:[^\W\d_]|['’.\-])*"
_NAME: Final = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,4}}")
_JOINS: Final = re.compile(
    r"\s*(?:,|;|&|\||\band\b|\bund\b|\bet\b|\by\b|\be\b|\bi\b|\bі\b|\bта\b|\bи\b|\ben\b|\bog\b|\boch\b)\s*"
)
_SAID_BY: Final = re.compile(r"(?i)\Aby:?\s+")
_JOINED: Final = re.compile(f"({_JOINS.pattern})")
_INSTITUTION: Final = re.compile(
    r"(?i)\Athe\s|\b(?:universi\w+|colleges?|schools?|institut\w*|academy|faculty|departments?"
    r"|bureau|cent(?:re|er)s?|foundation|council|museum|hospital|association|society|laboratory|agency|news|times"
    r"|herald|gazette|tribune|guardian|review|magazine|journal|університет\w*|інститут\w*|университет\w*)\b"
)
_TAIL: Final = re.compile(
    r"\s*(?:\||·|•|—|–|\s-\s|\bfor\b|\bin\b|\b(?:[Ll]ast )?(?:[Pp]ublished|[Uu]pdated|[Pp]osted)\b|\d|@|\().*",
    re.DOTALL,
)
_PARTICLES: Final = frozenset("van von der den de del della di da do dos la le el al bin ibn ter ten zu af av".split())  # noqa: SIM905
_LONGEST: Final = 120
_SENTENCE: Final = 6  # words with a full stop after them
_ROLE: Final = re.compile(
    r"(?i)\b(?:editor|reporter|correspondent|writer|columnist|journalist|staff|redakteur(?:in)?|korrespondent(?:in)?"
    r"|journaliste|redactor[a]?|corresponsal|editore|кореспондент\w*|корреспондент\w*|редактор\w*)$"
)
_DAYS: Final = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december montag dienstag mittwoch donnerstag freitag samstag sonntag
    """.split()  # noqa: SIM905 - a word list
)


def byline(line: str) -> tuple[str, ...]:
    """The authors that a line names after "by", or nothing when it is no byline."""
    line = line.strip()
    found = _BY.match(line) if len(line) <= _LONGEST else None
    if not found or (line.endswith((".", "!", "?")) and len(line.split()) > _SENTENCE):
        return ()
    rest = line[found.end() :]
    if rest.split()[0].strip(",:").casefold() in _DAYS:
        return ()
    return names(rest) or _first_names(rest)


def _first_names(text: str) -> tuple[str, ...]:
    """The names that a list begins with, where it goes on with what they do: "Ada Pier, in Genoa"."""
    parts = [part.strip() for part in _TAIL.sub("", text).split(",")]
    people = names(parts[0]) if " " in parts[0] and len(parts) > 1 else ()
    return people if all(len(part.split()) <= 4 for part in parts[1:]) else ()


def names(text: str) -> tuple[str, ...]:
    """The persons in a list of names: "Ada Pier, Bo Quay and Cy Dock"; nothing when any part is no name."""
    parts = [part for part in _JOINS.split(_TAIL.sub("", text.strip())) if part]
    parts = [part for n, part in enumerate(parts) if not (n and _ROLE.search(part))]
    people = [part for part in parts if _is_name(part)]
    return tuple(dict.fromkeys(people)) if parts and len(people) == len(parts) else ()


def authors(text: str) -> tuple[str, ...]:
    """The authors that a statement of them names: each person, with an institution that stands behind the name.

    "Ada Pier, Bo Quay" are two, "Ada Pier, University of Rivers" is one; what holds no list of names stays as it is.
    """
    text = _SAID_BY.sub("", text.strip(), count=1)
    return tuple(_listed(text)) or byline(text) or tuple(filter(None, [text]))


def _listed(text: str) -> list[str]:
    """The persons in a list of names, as in ``names``, each with the institution behind it."""
    cut = _TAIL.sub("", text)
    first, *rest = _JOINED.split(cut)
    people, is_institution = [first] if _is_name(first) else [], False
    for join, part in zip(rest[::2], rest[1::2], strict=True):
        is_institution = bool(part and people and _belongs(part, join, people[-1]))
        if is_institution:
            people[-1] += join + part
        elif part and not _ROLE.search(part):
            if not people or not _is_name(part):
                return []
            people.append(part)
    if is_institution:
        name, _, others = text[len(cut) :].partition(",")
        people[-1] += name
        people += _listed(others.strip())
    return list(dict.fromkeys(people))


def _belongs(part: str, join: str, person: str) -> bool:
    """Whether a part of a list belongs to the person before it: an institution, or a word such as "PhD"."""
    if _INSTITUTION.search(part):
        return True
    return " " not in part and " " in person and (join.strip() == "," or "," in person)


def _is_name(text: str) -> bool:
    """Whether each word that can be is capitalised, particles such as "van" and "de la" apart."""
    words = text.split()
    capital = [word[0] for word in words if word not in _PARTICLES]
    return bool(_NAME.fullmatch(text) and capital) and all(c.isupper() or c.lower() == c.upper() for c in capital)
