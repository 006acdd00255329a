"""What stands beside a quotation: in its block, in the block above or below, or inside its block quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from heapq import merge
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from compliance.checks.parts.layout import layout_of
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.checks.parts.layout import Layout, Span
    from compliance.drafts.model import Block
    from compliance.reuse.model import Passage, Reuse

    class _HasStart(Protocol):
        @property
        def start(self) -> int: ...

    Placed = TypeVar("Placed", bound=_HasStart)

_NEVER: Final = 1 << 62
_REST: Final = 40  # characters of punctuation behind the last words of a passage
_NOTE: Final = 120  # characters of a note in brackets
_SENTENCE_ENDS: Final = frozenset(".?!…\n\"'”’»。！？")
_OPENING: Final = frozenset("([{—–―-")


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of a reuse, made ready to be asked what stands beside any of them.

    ``tails`` holds, for a block in which passages end, the ends and the starts of their words in its text, in order.
    ``last_start`` holds, for a block before or around passages, where the last of them starts; ``first_end``, for one
    after or around them, where the first ends. Blocks are known by their identity; all other offsets are the file's.
    """

    starts: tuple[int, ...]
    ends_so_far: tuple[int, ...]
    tails: dict[int, list[tuple[int, int]]]
    last_start: dict[int, int]
    first_end: dict[int, int]

    def are_introduced_by(self, span: Span) -> bool:
        """Whether something stands before one of them, in its block or in the block above."""
        return span.end <= self.last_start.get(id(span.block), -1)

    def are_followed_by(self, span: Span) -> bool:
        """Whether something stands after one of them: in its block, its block quotation or the block below.

        So does what is set apart at the very end of a quotation: the initials in `> Rain fell. (TH)`.
        """
        around = span.block.inside("quotation") if span.block else None
        if any(self.first_end.get(id(block), _NEVER) <= span.origin for block in (span.block, around) if block):
            return True
        return self.end_with(span) and is_set_apart(span)

    def end_with(self, span: Span) -> bool:
        """Whether something stands in one of them, and no more words behind it."""
        if span.block is None:
            return False
        text, at = span.block.text.value, span.text_end
        tails = self.tails.get(id(span.block), [])
        near = tails[bisect_left(tails, (at, 0)) : bisect_right(tails, (at + _REST, _NEVER))]
        return any(start <= span.text_start and not any(map(str.isalnum, text[at:end])) for end, start in near)

    def have_beside_them(self, span: Span) -> bool:
        """Whether something stands in one of them, introduces it or follows it."""
        at = bisect_right(self.starts, span.start)
        inside = at > 0 and span.start < self.ends_so_far[at - 1]
        return inside or self.are_introduced_by(span) or self.are_followed_by(span)


def is_set_apart(span: Span) -> bool:
    """Whether something begins behind a sentence's end, or stands in brackets or behind a dash."""
    text = span.block.text.value if span.block else ""
    before = text[max(0, span.text_start - _NOTE) : span.text_start].rstrip(" ")
    if not before or text[span.text_start] in _OPENING or before[-1] in _SENTENCE_ENDS | _OPENING:
        return True
    return max(before.rfind("("), before.rfind("[")) > max(before.rfind(")"), before.rfind("]"))


@lru_cache(maxsize=1)
def passages_of(reuse: Reuse) -> Passages:
    """The passages of a reuse, with the blocks around them."""
    return _passages(reuse.passages, layout_of(reuse.draft))


def _passages(passages: tuple[Passage, ...], layout: Layout) -> Passages:
    ordered = sorted((p.start, p.end) for p in passages)
    tails: dict[int, list[tuple[int, int]]] = {}
    last_start: dict[int, int] = {}
    first_end: dict[int, int] = {}
    for passage in passages:
        for last in passage.slices[-1:]:
            tails.setdefault(id(last.block), []).append((last.end, last.start))
        start, end, before, after = _surroundings(passage, layout)
        for block in before:
            last_start[id(block)] = max(start, last_start.get(id(block), -1))
        for block in after:
            first_end[id(block)] = min(end, first_end.get(id(block), _NEVER))
    tails = {block: sorted(ends) for block, ends in tails.items()}
    so_far = tuple(accumulate((end for _, end in ordered), max))
    return Passages(tuple(start for start, _ in ordered), so_far, tails, last_start, first_end)


def _surroundings(passage: Passage, layout: Layout) -> tuple[int, int, list[Block], list[Block]]:
    """Where a passage's words start and end, the blocks that may introduce it, and those that may follow it."""
    if not passage.slices:
        return passage.start, passage.end, [], []
    first, last = passage.slices[0], passage.slices[-1]
    around = last.block.inside("quotation")
    before = [first.block, layout.neighbour(first.block, -1)]
    after = [last.block, around, layout.neighbour(around or last.block, 1)]
    return first.origin[0], last.origin[1], [b for b in before if b], [b for b in after if b]


@lru_cache(maxsize=1)
def headings_over(reuse: Reuse) -> frozenset[int]:
    """The headings that passages stand under, by their identity; without passages all that there are."""
    headings = layout_of(reuse.draft).headings
    if not reuse.passages:
        return frozenset(map(id, headings))
    over: set[int] = set()
    path: list[Block] = []
    at = 0
    for passage in sorted(reuse.passages, key=lambda p: p.start):
        while at < len(headings) and headings[at].start <= passage.start:
            while path and _level(path[-1]) >= _level(headings[at]):
                path.pop()
            path.append(headings[at])
            at += 1
        over.update(map(id, path))
    return frozenset(over)


def _level(heading: Block) -> int:
    level = heading.attributes.get("level", "")
    return int(level) if level.isdecimal() else 1


def nearest_first(places: Sequence[Placed], reuse: Reuse) -> Iterator[Placed]:
    """Places of a draft, which come in order, from the start of the first passage outwards."""
    if not reuse.passages:
        return iter(places)
    start = reuse.passages[0].start
    at = bisect_right(places, start, key=lambda place: place.start)
    return merge(reversed(places[:at]), places[at:], key=lambda place: abs(place.start - start))


def not_followed(passages: tuple[Passage, ...], spans: list[Span], layout: Layout) -> list[Passage]:
    """The passages in which, or behind which before the next one, none of some places stands."""
    ordered = sorted(passages, key=lambda passage: passage.start)
    places = sorted(spans, key=lambda span: span.start)
    nexts = [*(passage.start for passage in ordered[1:]), _NEVER][: len(ordered)]
    bare, at = [], 0
    for passage, until in zip(ordered, nexts, strict=True):
        _, _, _, after = _surroundings(passage, layout)
        behind, found = {id(block) for block in after}, False
        while at < len(places) and places[at].start < until:
            span = places[at]
            around = span.block.inside("quotation") if span.block else None
            within = passage.start <= span.start < passage.end
            found |= within or (span.start >= passage.end and not behind.isdisjoint({id(span.block), id(around)}))
            at += 1
        if not found:
            bare.append(passage)
    return bare


def without_neighbour(passages: tuple[Passage, ...], spans: list[Span], layout: Layout) -> list[Passage]:
    """The passages beside which none of some places stands."""
    if not passages:
        return []
    origins = sorted(span.start for span in spans)
    first_end: dict[int, int] = {}
    last_origin: dict[int, int] = {}
    for span in spans:
        around = span.block.inside("quotation") if span.block else None
        first_end[id(span.block)] = min(span.end, first_end.get(id(span.block), _NEVER))
        for block in (span.block, around):
            last_origin[id(block)] = max(span.origin, last_origin.get(id(block), -1))

    def has_one(passage: Passage) -> bool:
        start, end, before, after = _surroundings(passage, layout)
        return (
            bisect_left(origins, passage.start) < bisect_left(origins, passage.end)
            or any(first_end.get(id(block), _NEVER) <= start for block in before)
            or any(last_origin.get(id(block), -1) >= end for block in after)
        )

    return [passage for passage in passages if not has_one(passage)]
