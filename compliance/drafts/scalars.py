"""Metadata as plain data while it is being read, value by value."""

from __future__ import annotations

from typing import Any

from compliance.drafts.model import Entry

DEEPEST = 30
"""How deep metadata may be nested."""
MOST = 5_000
"""How many values it may have."""
TOO_DEEP = "The front matter is nested too deep, or too long."


class FrontMatterError(Exception):
    """Metadata that cannot be read: why, and where in the file."""

    def __init__(self, why: str, place: int) -> None:
        super().__init__(why)
        self.why = why
        self.place = place


class Tree:
    """Nested mappings and lists, filled in the order of the file; a place in it is a path of keys."""

    def __init__(self) -> None:
        self.data: dict[str, object] = {}
        self.entries: list[Entry] = []
        self._open: list[Any] = [self.data]
        self._keys: list[str | None] = [None]

    @property
    def depth(self) -> int:
        """How many mappings and lists are open."""
        return len(self._open)

    def awaits_key(self) -> bool:
        """Whether what comes next is the key of a mapping."""
        return isinstance(self._open[-1], dict) and self._keys[-1] is None

    def key(self, name: str) -> None:
        """The key of the value that comes next."""
        self._keys[-1] = name

    def open(self, container: dict[str, object] | list[object]) -> None:
        """A mapping or list begins."""
        if self._keys[-1] is None and isinstance(self._open[-1], list):
            self._keys[-1] = str(len(self._open[-1]))
        self._put(container, settled=False)
        self._open.append(container)
        self._keys.append(None)

    def close(self) -> None:
        """The innermost one ends."""
        self._open.pop()
        self._keys.pop()
        self._keys[-1] = None

    def value(self, value: object, written: str, start: int, end: int) -> None:
        """A scalar: what it stands for, its words, and its place in the file."""
        path = tuple(key for key in self._keys[:-1] if key is not None)
        last = self._keys[-1] if isinstance(self._open[-1], dict) else str(len(self._open[-1]))
        self.entries.append(Entry((*path, last or ""), written, start, end))
        self._put(value, settled=True)

    def _put(self, value: object, *, settled: bool) -> None:
        holder = self._open[-1]
        if isinstance(holder, dict):
            holder[self._keys[-1] or ""] = value
        else:
            holder.append(value)
        if settled:
            self._keys[-1] = None
