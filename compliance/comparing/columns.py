"""Words in lines of a width: two columns side by side, or the two sides one below the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING

from compliance.reports.display import glyphs, paint, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compliance.comparing.abreast import Abreast, Fragment, Word

GAP = " | "
_BRACKETS = 2
"""Columns that the brackets around a changed fragment take."""


@dataclass(slots=True)
class _Row:
    """A row of both sides, or the note that so many words are left out."""

    words: tuple[list[Word], list[Word]] = field(default_factory=lambda: ([], []))
    used: list[int] = field(default_factory=lambda: [0, 0])
    left_out: int = 0

    def has_room(self, pair: tuple[Word, Word], room: int) -> bool:
        """Whether another word a side fits into so many columns; the first always does."""
        return all(
            not used or not word or used + 1 + _width(word) <= room for used, word in zip(self.used, pair, strict=True)
        )

    def add(self, pair: tuple[Word, Word]) -> None:
        """Put a word a side behind those that are there."""
        for side, word in enumerate(pair):
            if word:
                self.words[side].append(word)
                self.used[side] += _width(word) + (self.used[side] > 0)


def side_by_side(pairs: Iterable[Abreast], room: int, styles: tuple[str, str], *, colour: bool) -> Iterator[str]:
    """Two columns of ``room`` columns each; words that belong together stand in the same row.

    ``styles`` are those of what differs, in the draft and in the source; without colour it stands in brackets.
    """
    for row in _rows(((one.draft, one.source, one.left_out) for one in pairs), room):
        if row.left_out:
            note = _left_out(row.left_out)
            yield f"{note:<{room}}{GAP}{note}"
        else:
            left, columns = _line(row.words[0], styles[0], colour=colour)
            right, _ = _line(row.words[1], styles[1], colour=colour)
            yield f"{left}{' ' * (room - columns)}{GAP}{right}".rstrip()


def one_side(words: Iterable[tuple[Word, int]], room: int, style: str, *, colour: bool) -> Iterator[str]:
    """The words of one side, each with the number left out after it, in lines of ``room`` columns."""
    for row in _rows(((word, (), left_out) for word, left_out in words), room):
        yield _left_out(row.left_out) if row.left_out else _line(row.words[0], style, colour=colour)[0]


def _left_out(number: int) -> str:
    return f"... {number:,} equal words ..."


def _rows(pairs: Iterable[tuple[Word, Word, int]], room: int) -> Iterator[_Row]:
    """Rows of words of which neither side takes more than ``room`` columns."""
    row = _Row()
    for mine, yours, left_out in pairs:
        for pair in zip_longest(_fitted(mine, room), _fitted(yours, room), fillvalue=()):
            if not row.has_room(pair, room):
                yield row
                row = _Row()
            row.add(pair)
        if left_out:
            if any(row.words):
                yield row
            yield _Row(left_out=left_out)
            row = _Row()
    if any(row.words):
        yield row


def _fitted(word: Word, room: int) -> Iterator[Word]:
    """The word in parts of at most ``room`` columns."""
    part: list[Fragment] = []
    used = 0
    for text, changed in word:
        begun, extra = 0, _BRACKETS * changed
        used += extra
        for index, (_, columns) in enumerate(glyphs(text)):
            if used + columns > room and (index > begun or part):
                yield (*part, (text[begun:index], changed)) if index > begun else tuple(part)
                part, used, begun = [], extra, index
            used += columns
        part.append((text[begun:], changed))
    if part:
        yield tuple(part)


def _width(word: Word) -> int:
    return sum(width(text) + _BRACKETS * changed for text, changed in word)


def _line(words: list[Word], style: str, *, colour: bool) -> tuple[str, int]:
    """A line and its width. What differs is painted or bracketed, neighbouring words together."""
    runs = [
        ("".join(text for text, _ in run), changed) for changed, run in groupby(_fragments(words), key=itemgetter(1))
    ]
    if colour:
        return "".join(paint(text, style if changed else "", colour) for text, changed in runs), sum(
            width(text) for text, _ in runs
        )
    line = "".join(f"[{text}]" if changed else text for text, changed in runs)
    return line, width(line)


def _fragments(words: list[Word]) -> Iterator[Fragment]:
    """What is printed of words; the space between two that differ is part of the difference."""
    before = False
    for number, word in enumerate(words):
        for index, (text, changed) in enumerate(word):
            if number and not index:
                yield " ", before and changed
            yield "".join(glyph for glyph, _ in glyphs(text)), changed
            before = changed
