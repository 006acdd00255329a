"""Two stretches of words set against each other, word by word, with what differs marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from compliance.matching.words import differences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD: Final = re.compile(r"\S+")
_LONG: Final = 60
_SHOWN: Final = 20
"""Of more than `_LONG` equal words in a row so many are shown at either end."""

Fragment = tuple[str, bool]
"""A part of a word, and whether it differs from the other side."""
Word = tuple[Fragment, ...]


@dataclass(frozen=True, slots=True)
class Abreast:
    """A word of each side, either of which may be missing; or, without words, so many equal ones left out."""

    draft: Word = ()
    source: Word = ()
    left_out: int = 0


def abreast(draft: str, source: str) -> Iterator[Abreast]:
    """The words of both sides in order, equal ones beside each other, in long equal stretches only the outer ones."""
    edits = differences(draft, source)
    ours = _groups(draft, [(edit.start, edit.end) for edit in edits])
    theirs = _groups(source, [(edit.source_start, edit.source_end) for edit in edits])
    for number, (mine, yours) in enumerate(zip(ours, theirs, strict=True)):
        pairs = [Abreast(*pair) for pair in zip_longest(mine, yours, fillvalue=())]
        if number % 2 or len(pairs) <= _LONG:
            yield from pairs
        else:
            yield from pairs[:_SHOWN]
            yield Abreast(left_out=len(pairs) - 2 * _SHOWN)
            yield from pairs[-_SHOWN:]


def _groups(text: str, edits: Sequence[tuple[int, int]]) -> list[list[Word]]:
    """The words before the first edit, of it, between it and the second, and so on; a word goes to its first edit."""
    groups: list[list[Word]] = [[] for _ in range(2 * len(edits) + 1)]
    at = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        while at < len(edits) and edits[at][1] <= start and edits[at] != (start, start):
            at += 1
        changed = at < len(edits) and edits[at][0] < min(end, edits[at][1])
        groups[2 * at + changed].append(tuple(_fragments(text, start, end, edits, at)))
    return groups


def _fragments(text: str, start: int, end: int, edits: Sequence[tuple[int, int]], at: int) -> Iterator[Fragment]:
    while at < len(edits) and edits[at][0] < end:
        first, last = max(start, edits[at][0]), min(end, edits[at][1])
        if first < last:
            if start < first:
                yield text[start:first], False
            yield text[first:last], True
            start = last
        at += 1
    if start < end:
        yield text[start:end], False
