"""The lines of a draft around a place, with the mark that goes under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.reports.display import glyphs
from compliance.values import dataclass

if TYPE_CHECKING:
    from compliance.drafts.lines import Lines

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a draft, or the part of it that there is room for.

    The mark begins ``before`` columns from the left of ``shown``, ``wide`` columns wide; ``note`` says what it marks.
    """

    line: int
    shown: str
    before: int
    wide: int
    note: str = ""


def excerpt(text: str, lines: Lines, start: int, end: int, room: int) -> list[Row]:
    """The place ``text[start:end]`` in ``room`` columns: one row, or its first and last row if it is longer.

    Offsets outside the text are taken as its nearest end; white space that ends the place is not marked.
    """
    start = min(max(start, 0), len(text))
    end = max(start + len(text[start:end].rstrip()), start)
    first, last = lines.position(start)[0], lines.position(max(start, end - 1))[0]
    if first == last:
        row = _row(text, lines, first, start, end, room)
        if row is not None:
            return [row]
    head = _row(text, lines, first, start, start + 1, room, "from here")
    tail = _row(text, lines, last, end - 1, end, room, "to here")
    return [row for row in (head, tail) if row is not None]


def _row(text: str, lines: Lines, line: int, start: int, end: int, room: int, note: str = "") -> Row | None:  # noqa: PLR0913, PLR0917
    """The row of a place within one line; None where the place itself has no room."""
    first, last = lines.span(line)
    start, end = min(start, last), min(end, last)
    reach = 4 * room
    if end - start > reach:
        return None
    low, high = max(first, start - reach), min(last, end + reach)
    cells = glyphs(text[low:high])
    widths = [columns for _, columns in cells]
    i, j = _whole(widths, start - low), max(start, end) - low
    if low > first or high < last or sum(widths) > room:
        if sum(widths[i:j]) > room - 2:
            return None
        a, b = _window(widths, i, j, room - 2)
    else:
        a, b = 0, len(cells)
    prefix = ELLIPSIS if low + a > first else ""
    suffix = ELLIPSIS if low + b < last else ""
    shown = prefix + "".join(char for char, _ in cells[a:b]) + suffix
    return Row(line, shown, len(prefix) + sum(widths[a:i]), max(1, sum(widths[i:j])), note)


def _window(widths: list[int], i: int, j: int, room: int) -> tuple[int, int]:
    """A range around ``i:j`` that fills the room: a third of what is left over before it, the rest after it."""
    spare = room - sum(widths[i:j])
    a = _leftwards(widths, i, spare // 3)
    b = _rightwards(widths, j, spare - sum(widths[a:i]))
    return _leftwards(widths, i, spare - sum(widths[j:b])), b


def _leftwards(widths: list[int], i: int, spare: int) -> int:
    while i and widths[i - 1] <= spare:
        i -= 1
        spare -= widths[i]
    while 0 < i < len(widths) and not widths[i]:
        i += 1
    return i


def _rightwards(widths: list[int], j: int, spare: int) -> int:
    while j < len(widths) and widths[j] <= spare:
        spare -= widths[j]
        j += 1
    return j


def _whole(widths: list[int], i: int) -> int:
    """The first code point of the character that code point ``i`` is part of."""
    while 0 < i < len(widths) and not widths[i]:
        i -= 1
    return i
