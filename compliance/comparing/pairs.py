"""The pairs of a JSON Lines file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compliance.comparing.files import Files
from compliance.comparing.holding import compare
from compliance.comparing.model import Incomparable
from compliance.discovery import UnreachableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compliance.comparing.model import Comparison


@dataclass(frozen=True, slots=True)
class Pair:
    """A draft and a source to compare, with the number of the line that asks for it."""

    line: int
    draft: str
    source: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A pair that could not be compared, and why."""

    pair: Pair
    reason: str


class PairsError(Exception):
    """A file of pairs with faulty lines; the message has a line for each fault."""


class _FaultError(Exception):
    """What is wrong with one line."""


def read_pairs(data: bytes, path: str) -> tuple[Pair, ...]:
    """The pairs in order; blank lines are passed over. Raises ``PairsError`` with all faults at once."""
    pairs, faults = [], []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            pairs.append(_pair(number, line))
        except _FaultError as fault:
            faults.append(f"{path}:{number}: {fault}")
    if faults:
        raise PairsError("\n".join(faults))
    return tuple(pairs)


def _pair(number: int, line: bytes) -> Pair:
    try:
        data = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise _FaultError(f"this is not UTF-8 at byte {fault.start + 1} of the line") from None
    except json.JSONDecodeError as fault:
        raise _FaultError(f"this is not JSON: {fault.msg} at column {fault.colno}") from None
    except (ValueError, RecursionError):
        raise _FaultError("this JSON is nested too deep, or holds too long a number") from None
    if not isinstance(data, dict):
        raise _FaultError('this is no object: write {"draft": PATH, "source": PATH}')
    return Pair(number, _path(data, "draft"), _path(data, "source"))


def _path(data: dict[str, object], key: str) -> str:
    path = data.get(key)
    if not isinstance(path, str) or not path or "\0" in path:
        raise _FaultError(f"'{key}' must be the path of a file")
    return path


def compare_pairs(pairs: Iterable[Pair]) -> Iterator[Comparison | Failure]:
    """What comes of each pair, in order."""
    files = Files()
    for pair in pairs:
        try:
            yield compare(files.draft(pair.draft), files.source(pair.source))
        except (UnreachableError, Incomparable) as reason:
            yield Failure(pair, str(reason))
