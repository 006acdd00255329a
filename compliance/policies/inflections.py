"""Names that are inflected, declared once: `Радіо Свобод(а|и|і|у|ою)` stands for five spellings."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, ClassVar, Final, Self

from compliance.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDINGS: Final = expression(r"\(([^()|]*(?:\|[^()|]*)+)\)")
_MOST: Final = 64


class Inflected(str):
    """A name in which brackets with a bar hold the endings that a word may have, that of the nominative first.

    ``forms`` are all its spellings, the nominative before the others. Brackets without a bar are the name's own.
    """

    __slots__ = ("forms",)
    SCHEMA: ClassVar = {"type": "string"}
    EXPECTED: ClassVar = "a name, in which (a|y|u) stands for any of these endings"
    forms: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a name; raises ``ValueError``."""
        parts = _ENDINGS.split(text)
        endings = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
        if "|" in "".join(parts[::2]):
            raise ValueError(f"'{text}' has a '|' outside of brackets: expected {cls.EXPECTED}")
        number = 1
        for choice in endings:
            number *= len(choice)
        if number > _MOST:
            raise ValueError(f"'{text}' has {number} forms: at most {_MOST} are read, so write it as several names")
        made = cls(text)
        made.forms = tuple(dict.fromkeys(" ".join("".join(form).split()) for form in product(*endings)))
        if not all(any(map(str.isalnum, form)) for form in made.forms):
            raise ValueError(f"'{text}' has a form without words: expected {cls.EXPECTED}" if text.strip() else "")
        return made

    @property
    def nominative(self) -> str:
        """The name as a message says it."""
        return self.forms[0]


def nominatives(names: Iterable[Inflected]) -> tuple[str, ...]:
    """The names as messages say them."""
    return tuple(name.nominative for name in names)


def other_forms(names: Iterable[Inflected]) -> tuple[str, ...]:
    """All other spellings of the names."""
    return tuple(form for name in names for form in name.forms[1:])
