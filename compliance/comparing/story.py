"""The main text of a saved web page, word for word at its places in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.drafts.model import Text
from compliance.matching.align import Options, align
from compliance.sources.model import Unreadable
from compliance.sources.page import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator


def story(page: str, words: Text) -> tuple[Text, str, tuple[str, ...]]:
    """The part of a page's words that is its article, and the article's title and authors.

    All words where the page has no article that can be told from the rest: too much is compared rather than too little.
    """
    try:
        article = read_page(page.encode(), encoding="utf-8")
    except Unreadable:
        return words, "", ()
    matches = align(words.value, article.text, Options(edited=False))
    stretches = [(match.draft_start, match.draft_end) for match in matches]
    return (part(words, stretches) if stretches else words), article.title, article.authors


def part(words: Text, stretches: list[tuple[int, int]]) -> Text:
    """These stretches of a text, in order, a blank line between two; every character keeps its place in the file."""
    kept: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    length = 0
    every = list(_bounded(words))
    at = 0
    for start, end in stretches:
        if kept:
            gap = pieces[-1][2] if pieces else 0
            pieces.append((length, gap, gap))
            length += 2
        while at < len(every) and every[at][1] <= start:
            at += 1
        for piece in every[at:]:
            if piece[0] >= end:
                break
            pieces.append(_clipped(piece, start, end, length - start))
        kept.append(words.value[start:end])
        length += end - start
    return Text("\n\n".join(kept), pieces)


def _bounded(words: Text) -> Iterator[tuple[int, int, int, int]]:
    """The pieces of a text with the end of each in the text: start, end, and the place in the file."""
    pieces = list(words.pieces())
    ends = [*(start for start, _, _ in pieces), len(words)][1:]
    for (start, first, last), end in zip(pieces, ends, strict=True):
        if end > start:
            yield start, end, first, last


def _clipped(piece: tuple[int, int, int, int], start: int, end: int, shift: int) -> tuple[int, int, int]:
    """What of a piece lies within a stretch; an atomic piece keeps its whole place."""
    begin, stop, first, last = piece
    low, high = max(begin, start), min(stop, end)
    if stop - begin == last - first:
        first, last = first + low - begin, first + high - begin
    return low + shift, first, last
