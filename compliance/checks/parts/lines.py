"""A draft's paragraphs and headings as lines to look for wordings in, each character with its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from compliance.checks.parts.folding import folded_with_places
from compliance.checks.parts.layout import Span, layout_of
from compliance.checks.parts.nearness import passages_of
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.checks.case import Case
    from compliance.checks.parts.wording import Match, Template
    from compliance.drafts.model import Block, Draft
    from compliance.reuse.model import Reuse

# In characters: a wording as long as this may be broken in two paragraphs that are shorter than that.
_LONG_WORDING: Final = 20
_SHORT: Final = 600


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a line that one block gives: where it begins in the line, and the place of each character."""

    start: int
    block: Block
    places: Sequence[int]


@dataclass(frozen=True, slots=True)
class Line:
    """Folded words of one block, or of two that follow each other."""

    text: str
    parts: tuple[Part, ...]

    def place(self, at: int) -> tuple[Block, int]:
        """The block of a character and its place in the block's text."""
        part = next(p for p in reversed(self.parts) if p.start <= at or p is self.parts[0])
        return part.block, part.places[min(at - part.start, len(part.places) - 1)]

    def span(self, start: int, end: int) -> Span:
        """The place in the draft of `text[start:end]`."""
        (block, first), (last_block, last) = self.place(start), self.place(max(start, end - 1))
        text_end = last + 1 if block is last_block else len(block.text)
        start, end = block.text.origin(first, first + 1)[0], last_block.text.origin(last, last + 1)[1]
        return Span(start, end, block, first, text_end)

    def shown(self, start: int, end: int) -> str:
        """The words of `text[start:end]` as the draft writes them."""
        (block, first), (last_block, last) = self.place(start), self.place(max(start, end - 1))
        if block is last_block:
            return " ".join(block.text.value[first : last + 1].split())
        return " ".join([*block.text.value[first:].split(), *last_block.text.value[: last + 1].split()])


@lru_cache(maxsize=1)
def lines_of(draft: Draft) -> tuple[Line, ...]:
    """The lines of a draft in order."""
    lines = []
    for leaf in layout_of(draft).leaves:
        text, places = folded_with_places(leaf.text.value)
        if text.strip():
            lines.append(Line(text, (Part(0, leaf, places),)))
    return tuple(lines)


def found(template: Template, case: Case) -> Iterator[tuple[Line, Match]]:
    """The places of a wording in a draft, those in the words of a quotation left out."""
    lines = lines_of(case.draft)
    once = False
    for line in lines:
        for match in template.matches(line.text):
            if not is_quoted(line.span(match.start, match.end), case):
                once = True
                yield line, match
    pairs = pairwise(lines) if len(template.literals[0]) > _LONG_WORDING and not once else ()
    for a, b in pairs:
        if len(a.text) <= _SHORT and len(b.text) <= _SHORT:
            line = _joined(a, b)
            yield from ((line, match) for match in template.matches(line.text))


def _joined(a: Line, b: Line) -> Line:
    text = f"{a.text.rstrip()} "
    second = Part(len(text), b.parts[0].block, b.parts[0].places)
    return Line(text + b.text, (*a.parts, second))


def is_quoted(span: Span, case: Case) -> bool:
    """Whether a place lies in the words taken over, with more of them behind it.

    What ends a quotation may be its credit; a repost, or an excerpt that is the draft's body, may hold its credit.
    """
    if case.reuse.mode == "repost":
        return False
    ranges = _taken_over(case.reuse)
    at = bisect_right(ranges, (span.start, len(case.draft.text) + 1))
    return at > 0 and span.end <= ranges[at - 1][1] and not passages_of(case.reuse).end_with(span)


@lru_cache(maxsize=1)
def _taken_over(reuse: Reuse) -> list[tuple[int, int]]:
    """The ranges of the file that hold quoted words, in order."""
    return sorted(part.origin for p in reuse.passages if p.how != "body" for part in p.slices)
