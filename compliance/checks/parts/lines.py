"""A draft's paragraphs and headings as lines to look for wordings in, each character with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from compliance.checks.parts.layout import Span, layout_of
from compliance.checks.parts.wording import folded_with_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case
    from compliance.checks.parts.wording import Match, Template
    from compliance.drafts.model import Block, Draft

# In characters: a wording as long as this may be broken in two paragraphs that are shorter than that.
_LONG_WORDING: Final = 20
_SHORT: Final = 600


@dataclass(frozen=True, slots=True)
class Line:
    """Folded words, and for each character its block and its place in the block's text."""

    text: str
    places: tuple[tuple[Block, int], ...]

    def span(self, start: int, end: int) -> Span:
        """The place in the draft of `text[start:end]`."""
        block, first = self.places[min(start, len(self.places) - 1)]
        last_block, last = self.places[min(max(start, end - 1), len(self.places) - 1)]
        return Span(block.text.origin(first, first + 1)[0], last_block.text.origin(last, last + 1)[1], block, first)

    def shown(self, start: int, end: int) -> str:
        """The words of `text[start:end]` as the draft writes them."""
        parts: dict[int, tuple[Block, int, int]] = {}
        for block, at in self.places[start:end]:
            known = parts.get(id(block))
            parts[id(block)] = (block, known[1] if known else at, at + 1)
        return " ".join(" ".join(b.text.value[a:z].split()) for b, a, z in parts.values())


@lru_cache(maxsize=1)
def lines_of(draft: Draft) -> tuple[Line, ...]:
    """The lines of a draft in order."""
    lines = []
    for leaf in layout_of(draft).leaves:
        text, places = folded_with_places(leaf.text.value)
        lines.append(Line(text, tuple((leaf, at) for at in places)))
    return tuple(line for line in lines if line.text.strip())


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
    text = a.text.rstrip()
    return Line(f"{text} {b.text}", (*a.places[: len(text)], b.places[0], *b.places))


def is_quoted(span: Span, case: Case) -> bool:
    """Whether a place lies in the words taken over, with more of them behind it.

    What ends a quotation may be its credit, and a repost may hold the publisher's own.
    """
    if case.reuse.mode == "repost":
        return False
    for passage in case.reuse.passages:
        for part in passage.slices:
            start, end = part.origin
            if start <= span.start and span.end <= end:
                rest = case.draft.text[span.end : passage.slices[-1].origin[1]]
                return any(map(str.isalnum, rest))
    return False
