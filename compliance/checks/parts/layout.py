"""Where something stands in a draft: in which paragraph, at the top or the end, beside a quotation."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compliance.expressions import expression
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case
    from compliance.drafts.model import Block, BlockKind, Draft, Link

PARAGRAPHS_ARE: Final = (
    "paragraphs of text, of quotations and of list items count; headings, captions, tables, footnotes and code do not"
)
_NO_PARAGRAPH: Final[tuple[BlockKind, ...]] = (
    "heading", "caption", "figure", "table", "footnote", "code", "comment", "embed", "aside",
)  # fmt: skip
_BREAK: Final = expression(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a draft: a range of the file, and of the text of the leaf block that it begins in, up to its end."""

    start: int
    end: int
    block: Block | None = None
    text_start: int = 0
    text_end: int = 0

    @property
    def origin(self) -> int:
        """The file offset of its first visible word."""
        return self.start if self.block is None else self.block.text.origin(self.text_start, self.text_start)[0]


@dataclass(frozen=True, slots=True)
class Layout:
    """A draft's leaf blocks in order, and the file offsets where its paragraphs start and end.

    A paragraph is what `PARAGRAPHS_ARE` says, with a letter or a digit in it; a blank line made of line breaks
    parts two.
    """

    leaves: tuple[Block, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    headings: tuple[Block, ...]
    numbers: dict[int, int]

    def paragraph(self, span: Span) -> int:
        """The number, from 1, of the paragraph that a place stands in; what is none counts with the one below it."""
        at = bisect_right(self.starts, span.origin)
        return at if at and span.origin < self.ends[at - 1] else at + 1

    def neighbour(self, block: Block, step: int) -> Block | None:
        """The leaf block before (-1) or after (+1) a block; behind a container it is the one after its last."""
        at = self.numbers.get(id(block))
        if at is None or not 0 <= at + step < len(self.leaves):
            return None
        return self.leaves[at + step]

    def heading_above(self, place: int) -> Block | None:
        """The heading of the section that a place of the file lies in."""
        at = bisect_right(self.headings, place, key=lambda block: block.start)
        return self.headings[at - 1] if at else None


@lru_cache(maxsize=1)
def layout_of(draft: Draft) -> Layout:
    """The layout of a draft."""
    leaves = tuple(draft.leaves())
    ranges = [r for leaf in leaves if leaf.inside(*_NO_PARAGRAPH) is None for r in _paragraphs(leaf)]
    headings = tuple(leaf for leaf in leaves if leaf.kind == "heading")
    return Layout(leaves, tuple(a for a, _ in ranges), tuple(b for _, b in ranges), headings, _numbers(leaves))


def _numbers(leaves: tuple[Block, ...]) -> dict[int, int]:
    """The number of each leaf, and of the last leaf in each block quotation, by the blocks' identity."""
    numbers: dict[int, int] = {}
    for at, leaf in enumerate(leaves):
        numbers[id(leaf)] = at
        if container := leaf.inside("quotation"):
            numbers[id(container)] = at
    return numbers


def _paragraphs(block: Block) -> Iterator[tuple[int, int]]:
    """The file ranges of a leaf block's paragraphs."""
    text, bounds, at = block.text.value, [], 0
    for gap in _BREAK.finditer(text):
        bounds.append((at, gap.start()))
        at = gap.end()
    bounds.append((at, len(text)))
    shown = [(a, b) for a, b in bounds if any(map(str.isalnum, text[a:b]))]
    for a, b in shown:
        start, end = block.text.origin(a, b)
        yield (start if a else min(start, block.start), end if b < len(text) else max(end, block.end))


@lru_cache(maxsize=1)
def links_by_block(draft: Draft) -> dict[int, list[Link]]:
    """The active links of a draft by the identity of the leaf block that they stand in."""
    found: dict[int, list[Link]] = {}
    for link in draft.links:
        if link.active:
            found.setdefault(id(link.block), []).append(link)
    return found


def span_of(link: Link) -> Span:
    """The place of a link."""
    return Span(link.start, link.end, link.block, link.text_start, link.text_end)


def first_passage(case: Case) -> tuple[int | None, int | None]:
    """The place of the first passage: where something that is missing is missed."""
    first = case.reuse.passages[0] if case.reuse.passages else None
    return (first.start, first.end) if first else (None, None)
