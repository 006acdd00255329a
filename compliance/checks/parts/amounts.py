"""Amounts as policies write them: `500 characters`, `25 percent`, `2 paragraphs`."""

from __future__ import annotations

import re
from typing import ClassVar, Final, Self

from compliance.expressions import expression

# Unit: the words that are read as it.
_UNITS: Final[dict[str, tuple[str, ...]]] = {
    "characters": ("character", "characters", "signs"),
    "words": ("word", "words"),
    "sentences": ("sentence", "sentences"),
    "paragraphs": ("paragraph", "paragraphs"),
    "lines": ("line", "lines"),
    "percent": ("percent", "per cent", "%"),
    "verses": ("verse", "verses"),
    "stanzas": ("stanza", "stanzas", "complete stanza", "complete stanzas"),
    "headlines": ("headline", "headlines"),
    "figures": ("figure", "figures"),
    "images": ("image", "images"),
    "tables": ("table", "tables"),
    "poems": ("poem", "poems"),
    "pages": ("page", "pages"),
    "sections": ("section", "sections"),
    "chapters": ("chapter", "chapters"),
    "complete books": ("complete book", "complete books", "book", "books"),
}
MEASURED: Final = frozenset(("characters", "words", "sentences", "paragraphs", "lines", "percent"))
# The fewest words that one of a unit has, so that a short text surely holds no more than so many of them.
FEWEST_WORDS: Final = {
    "verses": 2, "stanzas": 4, "headlines": 1, "poems": 3, "sections": 10, "chapters": 20, "pages": 50,
    "complete books": 200,
}  # fmt: skip
_NAMES: Final = {word: unit for unit, words in _UNITS.items() for word in words}
_AMOUNT: Final = expression(r"(\d+(?:\.\d+)?)\s*(\D.*)")
_THOUSANDS: Final = expression(r"([1-9]\d{0,2}(?:[.,'’\s_]\d{3})+)\s*([^\d\s].*)")


class Amount(str):
    """A number with its unit, as text in one spelling (`500 characters`); `unstated` is the amount that nobody gave.

    ``number`` is None for it. Units outside `MEASURED` (`verses`) are those that a text does not show. 0 is an amount:
    of these nothing may be taken.
    """

    __slots__ = ("number", "unit")
    SCHEMA: ClassVar = {"type": "string", "pattern": r"^(unstated|[0-9]+(\.[0-9]+)? ?(%|[a-z ]+))$"}
    EXPECTED: ClassVar = "an amount such as 500 characters, 25 percent or unstated"
    number: float | None
    unit: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an amount; raises ``ValueError``."""
        if text == "unstated":
            return cls._made(None, "")
        found, marked = _AMOUNT.fullmatch(text.strip()), _THOUSANDS.fullmatch(text.strip())
        if marked and _NAMES.get(marked.group(2).lower()) != "percent":
            plain = "".join(filter(str.isdigit, marked.group(1)))
            raise ValueError(f"'{text}' has a mark between its digits: write {plain} {marked.group(2)}")
        if found is None:
            hint = f"{text} of what? e.g. {text} characters" if text.strip().isdecimal() else f"'{text}' is no amount"
            raise ValueError(f"{hint}: expected {cls.EXPECTED}")
        unit = _NAMES.get(found.group(2).strip().lower())
        if unit is None:
            raise ValueError(f"unknown unit '{found.group(2).strip()}': known are {', '.join(_UNITS)}")
        number = float(found.group(1))
        if unit == "percent" and number > 100:
            raise ValueError(f"'{text}' is more than the whole: a share is at most 100 percent")
        return cls._made(number, unit)

    @classmethod
    def _made(cls, number: float | None, unit: str) -> Self:
        amount = cls("unstated" if number is None else f"{figure(number)} {unit}")
        amount.number, amount.unit = number, unit
        return amount


def figure(number: float) -> str:
    """A number for a message: whole where it is, else with one decimal place."""
    return str(int(number)) if number == int(number) else f"{number:.1f}"


class Paragraphs(str):
    """A number of paragraphs, from 1, as text (`2 paragraphs`)."""

    __slots__ = ("number",)
    SCHEMA: ClassVar = {"type": "string", "pattern": r"^[1-9][0-9]* paragraphs?$"}
    EXPECTED: ClassVar = "a number of paragraphs such as 2 paragraphs"
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a number of paragraphs; raises ``ValueError``."""
        found = re.fullmatch(r"([1-9]\d{0,3})(?:\s+paragraphs?)?", text.strip())
        if found is None:
            raise ValueError(f"'{text}' is not {cls.EXPECTED}")
        number = int(found.group(1))
        made = cls(f"{number} paragraph{'s' * (number > 1)}")
        made.number = number
        return made
