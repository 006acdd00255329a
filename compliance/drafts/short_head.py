"""YAML front matter as most drafts have it, read without a YAML parser: importing one takes longer than all the rest.

What is read here has the same meaning and the same places as `compliance.drafts.yaml_head` gives it. That is lines of
``key: value`` where the value is plain, quoted, a list of such in brackets, or a list or a mapping of such on the lines
that follow. Anything else is left to the parser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.drafts.scalars import MOST, Tree
from compliance.expressions import expression

if TYPE_CHECKING:
    import re

_LINE = expression(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_KEY = expression(r"( *)([A-Za-z][A-Za-z0-9_.-]*):(?: +|$)")
_ITEM = expression(r"( *)- +")
_QUOTED = expression(r"\"([^\"\\]*)\" *$|'([^']*)' *$")
_FLOW = expression(r"\[ *(.*?) *\] *$")
_FLOW_ITEM = expression(r" *(?:\"([^\"\\]*)\"|'([^']*)'|([^\"'\[\]{},:#&*!|>%@`?-][^\"'\[\]{},:#]*?)) *(?:,|$)")
_DATE = expression(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9_])")
_WORDS = frozenset(("yes", "no", "true", "false", "on", "off", "null"))
_TRUE = frozenset(("yes", "true", "on"))


class _NotShort(Exception):  # noqa: N818  it is no error: the parser takes over
    """Something stands here that only a YAML parser can tell."""


def read_short(text: str, start: int, end: int) -> Tree | None:
    """The mapping in ``text[start:end]``, or None where it needs a YAML parser."""
    head = _Head(text)
    try:
        for match in _LINE.finditer(text, start, end):
            if match.start() < end:
                head.line(match[1], match.start())
        head.finish()
    except _NotShort:
        return None
    return head.tree


class _Head:
    """Reads line by line; ``_waiting`` is the end of a key whose value may stand on the next lines.

    ``_indent`` is how far those lines are indented, once they have begun, and ``_listed`` whether they are a list.
    """

    def __init__(self, text: str) -> None:
        self.tree = Tree()
        self._text = text
        self._waiting: int | None = None
        self._indent: int | None = None
        self._listed = False

    def line(self, line: str, at: int) -> None:
        if not line.isprintable() or len(self.tree.entries) > MOST:
            raise _NotShort
        stripped = line.strip(" ")
        if not stripped or stripped[0] == "#":
            return
        item, key = _ITEM.match(line), _KEY.match(line)
        if item is not None:
            self._inner(len(item[1]), listed=True)
            self._scalar(line, at, item.end())
        elif key is None:
            raise _NotShort
        elif key[1]:
            self._inner(len(key[1]), listed=False)
            self._pair(line, at, key)
        else:
            self.finish()
            self._pair(line, at, key)

    def finish(self) -> None:
        """What was waiting for more lines has them all."""
        if self._indent is not None:
            self.tree.close()
        elif self._waiting is not None:
            self.tree.value(None, "", self._waiting, self._waiting)
        self._waiting = self._indent = None

    def _inner(self, indent: int, *, listed: bool) -> None:
        """A line of the list or mapping that the key before it waited for."""
        if self._waiting is not None:
            self._indent, self._waiting, self._listed = indent, None, listed
            self.tree.open([] if listed else {})
        elif (self._indent, self._listed) != (indent, listed):
            raise _NotShort

    def _pair(self, line: str, at: int, key: re.Match[str]) -> None:
        self.tree.key(key[2])
        if key.end() == len(line):
            if key[1]:
                raise _NotShort
            self._waiting = at + key.end(2) + 1
        elif flow := _FLOW.match(line, key.end()):
            self._flow(line, at, flow)
        else:
            self._scalar(line, at, key.end())

    def _flow(self, line: str, at: int, flow: re.Match[str]) -> None:
        self.tree.open([])
        place = flow.start(1)
        while place < flow.end(1):
            item = _FLOW_ITEM.match(line, place, flow.end(1))
            if item is None or (item[0].endswith(",") and item.end() == flow.end(1)):
                raise _NotShort
            group = item.lastindex or 0
            value = item[group] if group < 3 else _plain(item[group])
            self.tree.value(value, item[group], at + item.start(group), at + item.end(group))
            place = item.end()
        self.tree.close()

    def _scalar(self, line: str, at: int, place: int) -> None:
        if quoted := _QUOTED.match(line, place):
            group = quoted.lastindex or 0
            self.tree.value(quoted[group], quoted[group], at + quoted.start(group), at + quoted.end(group))
            return
        written = line[place:].rstrip(" ")
        if not written or ": " in written or written.endswith(":") or " #" in written:
            raise _NotShort
        self.tree.value(_plain(written), written, at + place, at + place + len(written))


def _plain(written: str) -> object:
    """What a plain scalar stands for in YAML 1.1; dates stay as they are written."""
    if written[0].isalpha():
        word = written.lower()
        if word not in _WORDS or written not in (word, word.capitalize(), word.upper()):
            return written
        return None if word == "null" else word in _TRUE
    if written[0] == "/":
        return written
    if not ("0" <= written[0] <= "9"):
        raise _NotShort
    if written.isdecimal() and written.isascii() and (written[0] != "0" or written == "0"):
        return int(written)
    if " " in written or _DATE.match(written):
        return written
    if "." not in written and written[:2] not in ("0b", "0x") and any(c.isalpha() for c in written):
        return written
    raise _NotShort
