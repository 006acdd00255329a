"""TOML front matter."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from compliance.drafts.model import Entry
from compliance.drafts.scalars import DEEPEST, MOST, TOO_DEEP, FrontMatterError, Tree
from compliance.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_Places = dict[tuple[str, ...], tuple[int, int]]
_LINE = expression(r"^[ \t]*(?:(?P<table>\[\[?[^\]\r\n]*\]\]?)|(?P<key>[^=\r\n#\[]+?)[ \t]*=[ \t]*)", re.MULTILINE)
_AT = expression(r"\(at line (\d+), column (\d+)\)")


def read_toml(text: str, start: int, end: int) -> Tree:
    """The table in ``text[start:end]``. Raises ``FrontMatterError``."""
    source = text[start:end].replace("\r\n", " \n").replace("\r", "\n")
    try:
        data = tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        why = "nested too deep" if isinstance(error, RecursionError) else _AT.sub("", str(error)).strip()
        place = start + _place(source, str(error))
        raise FrontMatterError(f"The front matter is not valid TOML: {why}.", place) from error
    tree = Tree()
    places = {path: (first + start, last + start) for path, first, last in _places(source)}
    _fill(tree, data, places, (start, end), text)
    tree.data.update({key: _plain(value) for key, value in data.items()})
    return tree


def _place(source: str, message: str) -> int:
    match = _AT.search(message)
    if match is None:
        return len(source) if "end of document" in message else 0
    lines = source.split("\n")
    return sum(len(line) + 1 for line in lines[: int(match[1]) - 1]) + int(match[2]) - 1


def _places(source: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """The keys with the ranges of their values, as far as the next key."""
    table: tuple[str, ...] = ()
    arrays: dict[tuple[str, ...], int] = {}
    waiting: tuple[tuple[str, ...], int] | None = None
    for match in [*_LINE.finditer(source), None]:
        if waiting is not None:
            stop = match.start() if match else len(source)
            yield waiting[0], waiting[1], max(waiting[1], stop)
            waiting = None
        if match is None:
            return
        if match["table"]:
            table = _path(match["table"].strip("[]"))
            if match["table"].startswith("[["):
                arrays[table] = arrays.get(table, -1) + 1
                table = (*table, str(arrays[table]))
        else:
            waiting = ((*table, *_path(match["key"])), match.end())


def _path(key: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in key.strip().split("."))


def _fill(tree: Tree, data: dict[str, object], places: _Places, whole: tuple[int, int], text: str) -> None:
    """Puts parsed data into the tree, each value with the place of the nearest key above it."""
    todo: list[tuple[tuple[str, ...], object]] = [((key,), value) for key, value in reversed(data.items())]
    while todo:
        path, value = todo.pop()
        if len(path) > DEEPEST or len(tree.entries) > MOST:
            raise FrontMatterError(TOO_DEEP, whole[0])
        if isinstance(value, dict):
            todo += [((*path, key), inner) for key, inner in reversed(value.items())]
        elif isinstance(value, list):
            todo += [((*path, str(at)), inner) for at, inner in reversed(list(enumerate(value)))]
        else:
            written = value if isinstance(value, str) else _written(value)
            first, last = _nearest(path, places, whole)
            at = text.find(written, first, last) if written else -1
            found = (at, at + len(written)) if at >= 0 else (first, first + len(text[first:last].rstrip()))
            tree.entries.append(Entry(path, written, *found))


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _plain(value: object) -> object:
    """The value with dates and times as words."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value if isinstance(value, (str, int, float, bool)) else _written(value)


def _nearest(path: tuple[str, ...], places: _Places, whole: tuple[int, int]) -> tuple[int, int]:
    return next((places[path[:n]] for n in range(len(path), 0, -1) if path[:n] in places), whole)
