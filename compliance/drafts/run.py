"""A rendered text while it is being put together from words that stand somewhere in the file."""

from __future__ import annotations

from compliance.drafts.model import Text

BLANK = " \t\n\r\f"


class Run:
    """The words of one leaf, with the place of each; neighbours that stand together in the file become one piece."""

    __slots__ = ("_ends", "_exact", "_file_starts", "_parts", "_starts", "length", "reach")

    def __init__(self, start: int) -> None:
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._file_starts: list[int] = []
        self._ends: list[int] = []
        self._exact = False
        self.length = 0
        self.reach = start

    def append(self, value: str, start: int, end: int) -> None:
        """Adds words, not empty, that stand at ``start`` to ``end`` in the file."""
        exact = end - start == len(value)
        if exact and self._exact and self._ends[-1] == start:
            self._ends[-1] = end
        else:
            self._starts.append(self.length)
            self._file_starts.append(start)
            self._ends.append(end)
        self._exact = exact
        self._parts.append(value)
        self.length += len(value)
        self.reach = max(self.reach, end)

    def after_blank(self) -> bool:
        """Whether the text is empty or ends in white space."""
        return not self._parts or self._parts[-1][-1] in BLANK

    def after_break(self) -> bool:
        """Whether the text is empty or ends in a line break."""
        return not self._parts or self._parts[-1][-1] == "\n"

    def text(self, *, exact: bool = False) -> Text:
        """The finished text, without white space at its end unless ``exact``."""
        value = "".join(self._parts)
        if not exact:
            kept = value.rstrip(BLANK)
            self._cut(len(kept))
            value = kept
        return Text(value, list(zip(self._starts, self._file_starts, self._ends, strict=True)))

    def _cut(self, kept: int) -> None:
        length = self.length
        while self._starts and self._starts[-1] >= kept:
            length = self._starts.pop()
            self._file_starts.pop()
            self._ends.pop()
        if length > kept and self._ends[-1] - self._file_starts[-1] == length - self._starts[-1]:
            self._ends[-1] -= length - kept
        self.length = kept
