"""The forms that policies give for bylines (`{author}, PGN`), where a draft has them, and for which authors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compliance.checks.parts.folding import folded
from compliance.checks.parts.lines import found
from compliance.checks.parts.wording import question
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.checks.case import Case
    from compliance.checks.parts.layout import Span
    from compliance.checks.parts.wording import Match, Template

_SLOTS: Final = ("author", "authors")
_JOINING: Final = frozenset("and with und mit et y e i con og och en та и і й".split())  # noqa: SIM905 - a word list
_MARKS: Final = " \t\n.,;:&/|()'-"


@dataclass(frozen=True, slots=True)
class Form:
    """A byline in the form asked for: its place, whose it is, and what only a person can tell of its other words."""

    span: Span
    authors: tuple[str, ...]
    question: str


def forms(templates: Sequence[Template], case: Case, authors: list[str]) -> list[Form]:
    """The bylines of a draft in one of the forms asked for."""
    return [
        Form(line.span(match.start, match.end), whose, question(template.doubts(match, case), line.shown))
        for template in templates
        for line, match in found(template, case)
        if not template.unfit(match, case) and (whose := tuple(_whose(template, match, authors)))
    ]


def _whose(template: Template, match: Match, authors: list[str]) -> Iterator[str]:
    """The authors whom a byline is of: those next to its own words, or between them; all if it names none."""
    slots = [slot for slot in match.slots if slot.name in _SLOTS]
    if not slots:
        yield from authors
    for slot in slots:
        if slot is match.slots[0] and not template.literals[0] and any(template.literals):
            yield from _run(slot.words, authors, backwards=True)
        elif slot is match.slots[-1] and not template.literals[-1] and any(template.literals):
            yield from _run(slot.words, authors, backwards=False)
        else:
            yield from (author for author in authors if folded(author) in slot.words)


def _run(words: str, authors: list[str], *, backwards: bool) -> Iterator[str]:
    """The authors at the end of some words, or at their start, with nothing between but what joins names."""
    names = {folded(author): author for author in authors}
    while words:
        words = words.strip(_MARKS)
        pieces = words.rsplit(maxsplit=1) if backwards else words.split(maxsplit=1)
        edge = pieces[-1 if backwards else 0] if pieces else ""
        name = next((n for n in names if (words.endswith(n) if backwards else words.startswith(n))), "")
        if not name and edge.strip(_MARKS) not in _JOINING:
            return
        if name:
            yield names.pop(name)
        length = len(name or edge)
        words = words[:-length] if backwards else words[length:]
