"""Wordings that a publisher asks for, as templates, and where they stand in a text whatever its typography."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Self

from compliance.checks.parts.folding import folded
from compliance.checks.parts.slots import Nearest, fits, known, unknown
from compliance.expressions import expression
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case

LONGEST_SLOT: Final = 300
_SLOT: Final = expression(r"\{([^{}]*)\}")
_EDGES: Final = " .,;:"


@dataclass(frozen=True, slots=True)
class Match:
    """Where a template stands in a folded text, and the words that stand in its slots."""

    start: int
    end: int
    slots: tuple[tuple[str, str], ...]


class Template(str):
    """Words with slots, as in `This story by {author} originally appeared on {publisher}`.

    A slot stands for any words, at most 300 characters of one paragraph; `unfit` says where one of the article's data
    (`slots.NAMES`) holds the wrong ones. A name with a space in it (`{year of reprint}`) is a slot of the writer's own,
    in which any words will do. A full stop or comma at the end may be missing.
    """

    __slots__ = ("literals", "names")
    SCHEMA: ClassVar = {"type": "string"}
    EXPECTED: ClassVar = "words, in which {author}, {title}, {date} ... stand for those of the article"
    literals: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a template; raises ``ValueError``."""
        made = cls(text)
        parts = _SLOT.split(text)
        for fault in filter(None, map(unknown, parts[1::2])):
            raise ValueError(fault)
        if brace := next((c for part in parts[::2] for c in part if c in "{}"), ""):
            raise ValueError(f"'{text}' has a '{brace}' that belongs to no slot such as {{author}}")
        made.literals = tuple(folded(part) for part in parts[::2])
        made.literals = (*made.literals[:-1], made.literals[-1].rstrip(_EDGES))
        made.names = tuple(parts[1::2])
        if not any(any(map(str.isalnum, literal)) for literal in made.literals) and not made.names:
            raise ValueError(f"'{text}' has no words: expected {cls.EXPECTED}")
        if any(not literal.strip(" ") for literal in made.literals[1:-1]):
            raise ValueError(f"'{text}' needs words between its slots")
        return made

    @classmethod
    def of(cls, text: str) -> Self:
        """A template without slots: just these words."""
        made = cls(text)
        made.literals, made.names = (folded(text),), ()
        return made

    def matches(self, text: str) -> Iterator[Match]:
        """All places of the template in a folded text of one paragraph, from the left."""
        if not any(self.literals):
            yield Match(0, len(text), tuple((name, text) for name in self.names))
            return
        first = 0 if self.literals[0] else 1  # only the first may be empty: words stand between two slots
        at = 0
        while (at := _find(text, self.literals[first], at, len(text))) >= 0:
            match = self._match(text, first, at)
            if match:
                yield match
            at = max(at + 1, match.end if match else 0)

    def _match(self, text: str, first: int, start: int) -> Match | None:
        """The match whose first words stand at a place."""
        slots: list[tuple[str, str]] = []
        begin, at = start, start + len(self.literals[first])
        if first:
            begin = max(0, start - LONGEST_SLOT)
            slots.append((self.names[0], text[begin:start].strip()))
        for name, literal in zip(self.names[first:], self.literals[first + 1 :], strict=True):
            limit = min(len(text), at + LONGEST_SLOT + len(literal))
            end = _find(text, literal, at + 1, limit) if literal else min(len(text), at + LONGEST_SLOT)
            if end < 0:
                return None
            slots.append((name, text[at:end].strip()))
            at = end + len(literal)
        return Match(begin, at, tuple(slots)) if all(words.strip(_EDGES) for _, words in slots) else None

    def unfit(self, match: Match, case: Case) -> str:
        """What a slot should hold and does not, as far as the article's data are known; "" if nothing is wrong."""
        for number, (name, words) in enumerate(match.slots):
            if not fits(name, words, case, self._nearest(number)):
                return f"{{{name}}} should be “{', '.join(known(name, case))}”"
        return ""

    def _nearest(self, number: int) -> Nearest:
        """Where in a slot's words what it stands for must be: next to the template's own words."""
        if not any(self.literals):
            return "any"
        return "last" if number == 0 and not self.literals[0] else "first"

    def fills(self, text: str, case: Case) -> bool:
        """Whether a text is just these words."""
        line = folded(text).strip(_EDGES)
        return any(not line[: m.start] and not line[m.end :] and not self.unfit(m, case) for m in self.matches(line))

    def stands_in(self, text: str, case: Case) -> bool:
        """Whether the words stand somewhere in a text of one paragraph."""
        return any(not self.unfit(m, case) for m in self.matches(folded(text)))

    def open_slots(self, case: Case) -> tuple[str, ...]:
        """The slots of a template without words of its own whose values are not known: any line would fit it."""
        if any(self.literals):
            return ()
        return tuple(name for name in self.names if not known(name, case))

    def filled(self, case: Case) -> str:
        """The wording with what is known of the article put in."""
        return _SLOT.sub(lambda slot: ", ".join(known(slot[1], case)[: _most(slot[1])]) or slot[0], str(self))


def _most(name: str) -> int | None:
    return None if name.endswith("s") else 1


def _find(text: str, words: str, start: int, end: int) -> int:
    """The first place of whole words in a range of a text, or -1."""
    while (at := text.find(words, start, end)) >= 0:
        stop = at + len(words)
        clipped = (at and words[:1].isalnum() and text[at - 1].isalnum()) or (
            stop < len(text) and words[-1:].isalnum() and text[stop].isalnum()
        )
        if not clipped:
            return at
        start = at + 1
    return -1
