"""The arguments of shortcodes and components, each with the place of its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.expressions import expression
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = r"\"[^\"]*+\"|'[^']*+'|`[^`]*+`"
_ARGUMENT = expression(
    rf"([\w.:-]++)\s*+=\s*+(?:\{{\s*+)?(?:({_QUOTED})|([^\s\"'`{{}}]++))|({_QUOTED})|(https?://[^\s\"'`{{}}<>]++)"
)


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument; ``key`` is lower-cased, and empty for one that is told by its position."""

    key: str
    value: str
    start: int
    end: int


def arguments(text: str, start: int, end: int) -> Iterator[Argument]:
    """The arguments in ``text[start:end]``."""
    for match in _ARGUMENT.finditer(text, start, end):
        group = next(number for number in (2, 3, 4, 5) if match[number] is not None)
        first, last = match.span(group)
        if group in (2, 4):
            first, last = first + 1, last - 1
        yield Argument((match[1] or "").lower(), text[first:last], first, last)
