"""A table of a TOML file as nodes that know their places, as `compliance.yamlreading` gives them for YAML.

``tomllib`` tells values without places, so the keys are looked up in the lines. A key that cannot be found there has
the place of the table it stands in.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final, NamedTuple

from compliance.yamldoc import Document, Fault, Mapping, Node, Scalar, from_plain

_KEY: Final = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED: Final = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER: Final = re.compile(rf"[ \t]*\[\[?[ \t]*({_DOTTED})[ \t]*\]")
_PAIR: Final = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=[ \t]*")
_WHERE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

Path = tuple[str, ...]


class _Place(NamedTuple):
    """Where a key stands, and its value."""

    line: int
    key: int
    value: int


def read(data: bytes, path: str, *table: str) -> Document:
    """A table of a TOML file, with its faults; it is a scalar where there is no such table."""
    document = Document(path, Scalar(1, 1, "", "nothing", None))
    try:
        text = data.decode()
        document.lines = text.splitlines()
        value: Any = tomllib.loads(text)
        for key in table:
            value = value.get(key, {})
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().split("\n")
        message = f"the byte 0x{data[error.start]:02x} is not UTF-8"
        document.faults.append(Fault(path, len(before), len(before[-1]) + 1, message, "save the file as UTF-8"))
    except tomllib.TOMLDecodeError as error:
        document.faults.append(_broken(str(error), path, document.lines))
    else:
        places = _places(document.lines)
        document.root = _node(value, table, places.get(table, _Place(1, 1, 1)), places, document.lines)
    return document


def _broken(message: str, path: str, lines: list[str]) -> Fault:
    where = _WHERE.search(message)
    words = f"not TOML: {message[: where.start()] if where else message}"
    if where and where[1]:
        return Fault(path, int(where[1]), int(where[2]), words)
    return Fault(path, max(1, len(lines)), len(lines[-1]) + 1 if lines else 1, words, "the file ends too early")


def _places(lines: list[str]) -> dict[Path, _Place]:
    """Where each key of the file stands, by its path from the root; of two, the first."""
    found: dict[Path, _Place] = {}
    table: Path = ()
    for number, line in enumerate(lines, 1):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            found.setdefault(table, _Place(number, header.start() + 1, header.start() + 1))
        elif pair := _PAIR.match(line):
            path, place = (*table, *_parts(pair[1])), _Place(number, pair.start(1) + 1, pair.end() + 1)
            for length in range(len(table) + 1, len(path) + 1):
                found.setdefault(path[:length], place)
    return found


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_KEY, dotted))


def _node(value: Any, path: Path, place: _Place, places: dict[Path, _Place], lines: list[str]) -> Node:
    if not isinstance(value, dict):
        return from_plain(value, place.line, place.value)
    pairs = []
    for key, inner in value.items():
        here = places.get((*path, key)) or _within(key, place, lines)
        pairs.append((Scalar(here.line, here.key, key, "text", key), _node(inner, (*path, key), here, places, lines)))
    return Mapping(place.line, place.value, tuple(pairs))


def _within(key: str, place: _Place, lines: list[str]) -> _Place:
    """The place of a key of an inline table, which begins at a place."""
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    found = re.compile(rf"""(?<![\w-])["']?{re.escape(key)}["']?[ \t]*=[ \t]*""").search(line, place.value - 1)
    return _Place(place.line, found.start() + 1, found.end() + 1) if found else place
