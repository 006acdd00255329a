"""Offsets as lines and columns."""

from __future__ import annotations

from bisect import bisect_right

from compliance.expressions import expression

_LINE_END = expression(r"\r\n|\n|\r")


class Lines:
    """The lines of a text. They end at a line feed, a carriage return or both in this order, and at nothing else.

    Offsets are 0-based code points; lines and columns are 1-based, columns in code points. A line end belongs to the
    line that it ends.
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, text: str) -> None:
        breaks = [match.span() for match in _LINE_END.finditer(text)]
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]

    def __len__(self) -> int:
        return len(self._starts)

    def line(self, offset: int) -> int:
        """The number of the line that an offset stands in; the first line for what lies before the text."""
        return max(1, bisect_right(self._starts, offset))

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = self.line(offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, line: int) -> tuple[int, int]:
        """The offsets of a line's first character and of its end, the line end left out."""
        return self._starts[line - 1], self._ends[line - 1]
