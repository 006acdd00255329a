"""Sets of ranges of a text, as sorted pairs (start, end) that lie apart."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Span = tuple[int, int]


def union(spans: Iterable[Span]) -> list[Span]:
    """The ranges as a set: sorted, those that touch joined, empty ones dropped."""
    joined: list[Span] = []
    for start, end in sorted(s for s in spans if s[0] < s[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def within(span: Span, others: Sequence[Span]) -> list[Span]:
    """The parts of a range that a set of ranges has."""
    at = max(0, bisect_right(others, (span[0], span[0])) - 1)
    parts = []
    while at < len(others) and others[at][0] < span[1]:
        start, end = max(span[0], others[at][0]), min(span[1], others[at][1])
        if start < end:
            parts.append((start, end))
        at += 1
    return parts


def without(span: Span, others: Sequence[Span]) -> list[Span]:
    """The parts of a range that a set of ranges does not have."""
    parts, at = [], span[0]
    for start, end in within(span, others):
        if at < start:
            parts.append((at, start))
        at = end
    return [*parts, (at, span[1])] if at < span[1] else parts


def length(spans: Iterable[Span]) -> int:
    """How much ranges that lie apart hold together."""
    return sum(end - start for start, end in spans)


def share(spans: Sequence[Span], others: Sequence[Span]) -> float:
    """The part of some ranges, from 0 to 1, that a set of ranges has."""
    return sum(length(within(s, others)) for s in spans) / max(1, length(spans))
