"""Which parts of an article a draft holds, where the article's text is at hand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compliance.reuse.copies.spans import length, union, within, without

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compliance.checks.case import Case
    from compliance.reuse.copies.spans import Span

_PARAGRAPH: Final = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_LONGEST_SUBHEAD: Final = 12  # words
_SHOWN: Final = 120


def held(case: Case) -> list[Span]:
    """The ranges of the article's text that the draft holds, edited or not."""
    return union((s.source_start, s.source_end) for s in case.reuse.stretches)


def share(case: Case) -> float:
    """The part of the article's text, from 0 to 1, that the draft holds."""
    text = case.reuse.source.text or ""
    return length(held(case)) / max(1, sum(end - start for start, end in paragraphs(text)))


def paragraphs(text: str) -> list[Span]:
    """The ranges of a text's paragraphs."""
    return [m.span() for m in _PARAGRAPH.finditer(text)]


def left_out(case: Case, have: Iterable[Span], *, subheads: bool) -> Iterator[str]:
    """The words of the article outside of some ranges: of a repost all, of an excerpt those between what it has.

    Headings within the article count only with ``subheads``.
    """
    text, have = case.reuse.source.text or "", union(have)
    if not have:
        return
    first, last = (0, len(text)) if case.reuse.mode == "repost" else (have[0][0], have[-1][1])
    headings = frozenset() if subheads else _subheads(text)
    for paragraph in paragraphs(text):
        for gap in within(paragraph, [(first, last)]) if paragraph not in headings else ():
            for a, b in without(gap, have):
                if any(map(str.isalnum, text[a:b])):
                    yield " ".join(text[a:b].split())


def is_subhead(text: str, start: int, end: int) -> bool:
    """Whether a range of an article's text is no more than a heading within it."""
    whole = [(a, b) for a, b in paragraphs(text) if a < end and b > start]
    headings = _subheads(text)
    return bool(whole) and all(start <= a and b <= end + 1 and (a, b) in headings for a, b in whole)


@lru_cache(maxsize=4)
def _subheads(text: str) -> frozenset[Span]:
    """The paragraphs of an article that are no more than a heading; those in a row are a list."""
    spans = paragraphs(text)
    short = [_is_like_a_heading(text[start:end]) for start, end in spans]
    rows = zip([False, *short], short, [*short[1:], True], strict=False)
    return frozenset(span for span, (above, here, below) in zip(spans, rows, strict=True) if here and not above | below)


def _is_like_a_heading(paragraph: str) -> bool:
    return paragraph.rstrip()[-1:].isalnum() and len(paragraph.split()) <= _LONGEST_SUBHEAD


def shown(text: str) -> str:
    """The beginning of a text, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]} …"
