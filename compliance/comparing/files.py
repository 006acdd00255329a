"""The files of many comparisons, each read and folded once as long as there is room for it."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final, Literal

from compliance.comparing.model import Incomparable
from compliance.comparing.preparing import draft_side, source_side
from compliance.discovery import read_file

if TYPE_CHECKING:
    from compliance.comparing.model import Side

Role = Literal["draft", "source"]

_ROOM: Final = 3_000_000
"""Code points of the files that are kept, at some hundred bytes each."""


class Files:
    """Sides by path. Those used last stay at hand, up to so many code points together."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._held = 0
        self._sides: OrderedDict[tuple[Role, str], Side] = OrderedDict()

    def draft(self, path: str) -> Side:
        """A file as a draft. Raises ``UnreachableError``, ``Incomparable``."""
        return self._side("draft", path)

    def source(self, path: str) -> Side:
        """A file as a source. Raises ``UnreachableError``, ``Incomparable``."""
        return self._side("source", path)

    def _side(self, role: Role, path: str) -> Side:
        key = role, path
        if key in self._sides:
            self._sides.move_to_end(key)
            return self._sides[key]
        side = (draft_side if role == "draft" else source_side)(read_file(path), path)
        if not len(side.folded):
            raise Incomparable(f"{path}: there are no words in it to compare")
        self._sides[key] = side
        self._held += len(side.text)
        while self._held > self._room and len(self._sides) > 1:
            self._held -= len(self._sides.popitem(last=False)[1].text)
        return side
