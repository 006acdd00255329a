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
_STRIKES: Final = frozenset(("del", "s", "strike"))
_STRUCK_OUT: Final = "\u200b"  # nothing shows it, and nothing is compared with it


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a line that one block gives: where it begins in the line, its words, and each character's place."""

    start: int
    block: Block
    words: str
    places: Sequence[int]


@dataclass(frozen=True, slots=True)
class Line:
    """Folded words of one block, or of two that follow each other; what is struck out is left out."""

    text: str
    parts: tuple[Part, ...]

    def place(self, at: int) -> tuple[Part, int]:
        """The part that a character stands in, and its place in the text of the part's block."""
        part = next(p for p in reversed(self.parts) if p.start <= at or p is self.parts[0])
        return part, part.places[min(at - part.start, len(part.places) - 1)]

    def span(self, start: int, end: int) -> Span:
        """The place in the draft of `text[start:end]`."""
        (part, first), (last_part, last) = self.place(start), self.place(max(start, end - 1))
        text_end = last + 1 if part is last_part else len(part.block.text)
        begin = part.block.text.origin(first, first + 1)[0]
        return Span(begin, last_part.block.text.origin(last, last + 1)[1], part.block, first, text_end)

    def shown(self, start: int, end: int) -> str:
        """The words of `text[start:end]` as the draft writes them."""
        (part, first), (last_part, last) = self.place(start), self.place(max(start, end - 1))
        same = part is last_part
        words = part.words[first : last + 1] if same else f"{part.words[first:]} {last_part.words[: last + 1]}"
        return " ".join(words.replace(_STRUCK_OUT, "").split())


@lru_cache(maxsize=1)
def lines_of(draft: Draft) -> tuple[Line, ...]:
    """The lines of a draft in order."""
    lines = []
    for leaf in layout_of(draft).leaves:
        words = _without_struck(leaf)
        text, places = folded_with_places(words)
        if text.strip():
            lines.append(Line(text, (Part(0, leaf, words, places),)))
    return tuple(lines)


def _without_struck(block: Block) -> str:
    """A block's text, as long as it is, in which nothing shows in place of what is struck out."""
    text, at = block.text.value, 0
    pieces: list[str] = []
    for start, end in sorted((start, end) for name, start, end in block.marks if name in _STRIKES):
        if end > at:
            pieces += (text[at : max(at, start)], _STRUCK_OUT * (end - max(at, start)))
            at = end
    return "".join((*pieces, text[at:]))


def found(template: Template, case: Case) -> Iterator[tuple[Line, Match]]:
    """The places of a wording in a draft, those in the words of a quotation left out."""
    if not template.may_stand_in(_all_words(case.draft)):
        return
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
            line, break_ = _joined(a, b), len(a.text.rstrip())
            yield from ((line, match) for match in template.matches(line.text) if match.start < break_ < match.end)


@lru_cache(maxsize=1)
def _all_words(draft: Draft) -> str:
    """The lines of a draft as one text, joined as `_joined` joins two."""
    return "".join(f"{line.text.rstrip()} " for line in lines_of(draft))


def _joined(a: Line, b: Line) -> Line:
    text = f"{a.text.rstrip()} "
    second = b.parts[0]
    return Line(text + b.text, (*a.parts, Part(len(text), second.block, second.words, second.places)))


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
