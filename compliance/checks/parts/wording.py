"""Wordings that a publisher asks for, as templates, and where they stand in a text whatever its typography."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Self

from compliance.checks.parts.folding import folded
from compliance.checks.parts.slots import NAMES, Nearest, in_question, is_open, known, unknown, wrong
from compliance.expressions import expression
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from compliance.checks.case import Case

LONGEST_SLOT: Final = 300
_SLOT: Final = expression(r"\{([^{}]*)\}")
_EDGES: Final = " .,;:"


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot in a folded text: its name, where its words stand, and which they are."""

    name: str
    start: int
    end: int
    words: str

    @classmethod
    def of(cls, name: str, text: str, start: int, end: int) -> Self:
        """The slot with the words of `text[start:end]`, without the spaces around them."""
        words = text[start:end]
        inner = words.strip()
        start += len(words) - len(words.lstrip()) if inner else 0
        return cls(name, start, start + len(inner), inner)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a template stands in a folded text, and its slots there."""

    start: int
    end: int
    slots: tuple[Slot, ...]


class Template(str):
    """Words with slots, as in `This story by {author} originally appeared on {publisher}`.

    A slot stands for any words, at most 300 characters of one paragraph; `unfit` says where one of the article's data
    (`slots.NAMES`) holds the wrong ones, `doubts` which of them nobody has told. A name with a space in it
    (`{year of reprint}`) is a slot of the writer's own, in which any words will do. A full stop or comma at the end may
    be missing.
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
            yield Match(0, len(text), tuple(Slot.of(name, text, 0, len(text)) for name in self.names))
            return
        first = 0 if self.literals[0] else 1  # only the first may be empty: words stand between two slots
        at = 0
        while (at := _find(text, self.literals[first], at, len(text))) >= 0:
            match = self._match(text, first, at)
            if match:
                yield match
            at = max(at + 1, match.end if match else 0)

    def may_stand_in(self, text: str) -> bool:
        """Whether a folded text of any length has all the template's own words, wherever."""
        return all(literal in text for literal in self.literals)

    def _match(self, text: str, first: int, start: int) -> Match | None:
        """The match whose first words stand at a place."""
        slots: list[Slot] = []
        begin, at = start, start + len(self.literals[first])
        if first:
            begin = max(0, start - LONGEST_SLOT)
            slots.append(Slot.of(self.names[0], text, begin, start))
        for name, literal in zip(self.names[first:], self.literals[first + 1 :], strict=True):
            limit = min(len(text), at + LONGEST_SLOT + len(literal))
            end = _find(text, literal, at + 1, limit) if literal else min(len(text), at + LONGEST_SLOT)
            if end < 0:
                return None
            slots.append(Slot.of(name, text, at, end))
            at = end + len(literal)
        return Match(begin, at, tuple(slots)) if all(slot.words.strip(_EDGES) for slot in slots) else None

    def unfit(self, match: Match, case: Case) -> str:
        """Which slot does not hold what it should, as far as that can be told; "" if nothing is wrong."""
        for number, slot in enumerate(match.slots):
            if fault := wrong(slot.name, slot.words, case, self._nearest(number)):
                return f"the {slot.name} {fault}"
        return ""

    def doubts(self, match: Match, case: Case) -> tuple[Slot, ...]:
        """The slots whose words only a person can compare with the article, as nobody has told them; cut short."""
        found = []
        for number, slot in enumerate(match.slots):
            nearest = self._nearest(number)
            if is_open(slot.name, slot.words, case, nearest):
                start, end = in_question(slot.name, slot.words, nearest)
                found.append(Slot(slot.name, slot.start + start, slot.start + end, slot.words[start:end]))
        return tuple(found)

    def _nearest(self, number: int) -> Nearest:
        """Where in a slot's words what it stands for must be: next to the template's own words."""
        if not any(self.literals):
            return "any"
        return "last" if number == 0 and not self.literals[0] else "first"

    def filling(self, line: str, case: Case) -> Match | None:
        """The match that is all of a folded line, give or take the marks at its ends."""
        for match in self.matches(line):
            around = line[: match.start] + line[match.end :]
            if not around.strip(_EDGES) and not self.unfit(match, case):
                return match
        return None

    def standing(self, line: str, case: Case) -> Match | None:
        """The first match in a folded line that fits, one without doubts before all others."""
        fitting = [match for match in self.matches(line) if not self.unfit(match, case)]
        return next((m for m in fitting if not self.doubts(m, case)), next(iter(fitting), None))

    def stands_in(self, text: str, case: Case) -> bool:
        """Whether the words stand somewhere in a text of one paragraph."""
        return self.standing(folded(text), case) is not None

    def asked(self, case: Case) -> str:
        """The wording for a message, where what a slot stands for is not known: `the article's date`."""
        return _SLOT.sub(lambda slot: f"the article's {slot[1]}" if slot[1] in NAMES else slot[0], self.filled(case))

    def filled(self, case: Case) -> str:
        """The wording with what is known of the article put in."""
        return _SLOT.sub(lambda slot: ", ".join(known(slot[1], case)[: _most(slot[1])]) or slot[0], str(self))


def question(doubts: Sequence[Slot], shown: Callable[[int, int], str]) -> str:
    """What to ask a person of slots that nobody has told; ``shown`` gives the draft's own words at a place."""
    if not doubts:
        return ""
    names = list(dict.fromkeys(slot.name for slot in doubts))
    asked = "; ".join(f"is “{shown(slot.start, slot.end)}” the article's {slot.name}" for slot in doubts)
    return f"the article's {' and '.join(names)} {'are' if len(names) > 1 else 'is'} not known: {asked}?"


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
