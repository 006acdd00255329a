"""One source held against a draft: what of it stands there, and how sure the ends are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from unicodedata import category

import numpy as np

from compliance.matching.align import Match, Options, align
from compliance.matching.fold import Folded, Keys, fold
from compliance.matching.seeds import grams
from compliance.reuse.copies.spans import share
from compliance.reuse.copies.stream import SEQUENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compliance.reuse.copies.spans import Span
    from compliance.reuse.copies.stream import Stream
    from compliance.reuse.model import Source

_WIDEST: Final = 200
"""Code points that an uncertain end may lie further out."""
_RUN: Final = 3
"""Equal words in a row that are no chance."""
_CREDITED: Final = 0.6
_MARKS: Final = 3
_QUOTES: Final = str.maketrans("“”„‟«»‘’‚‛‹›", "\"\"\"\"\"\"''''''")


@dataclass(frozen=True, slots=True, eq=False)
class Find:
    """A stretch of the prose that stands in a source, with its place there.

    ``least`` is what of it surely does, ``most`` what may at most; they differ where the ends are uncertain.
    """

    span: Span
    source: Span
    least: Span
    most: Span
    match: Match


@lru_cache(maxsize=64)
def folded(text: str) -> Folded:
    """A source's text folded; kept for the next draft."""
    return fold(text)


@lru_cache(maxsize=64)
def sequences(text: str) -> Keys:
    """The hashes of all runs of four words of a source's text, each once: without one in common nothing is copied."""
    return np.unique(grams(folded(text).keys, SEQUENCE))


def finds(stream: Stream, source: Source, credits_: Sequence[Span]) -> list[Find]:
    """All stretches of a draft that stand in a source, in order.

    The article's own title, its authors' names, and credit lines (a set of ranges of the prose) are none.
    """
    theirs = folded(source.text or "")
    if not np.isin(stream.sequences, sequences(source.text or ""), assume_unique=True).any():
        return []
    found = [_find(m, stream, theirs) for m in align(stream.folded, theirs, _ignoring(source))]
    return [f for f in found if share([f.span], credits_) < _CREDITED]


def finds_within(stream: Stream, source: Source, span: Span) -> list[Find]:
    """What of a range of the prose stands in a source when it is looked at by itself."""
    theirs = folded(source.text or "")
    found = align(stream.text[slice(*span)], theirs, _ignoring(source))
    shifted = (replace(m, draft_start=m.draft_start + span[0], draft_end=m.draft_end + span[0]) for m in found)
    return [_find(m, stream, theirs) for m in shifted]


def _ignoring(source: Source) -> Options:
    names = tuple(author.partition(",")[0].strip() for author in source.authors)
    return Options(ignore=tuple(filter(None, (source.title, *names))))


def _find(match: Match, stream: Stream, source: Folded) -> Find:
    before, after = _marks_before(match, stream.text, source.text), _marks_after(match, stream.text, source.text)
    span = match.draft_start - before, match.draft_end + after
    place = match.source_start - before, match.source_end + after
    if match.exact:
        return Find(span, place, span, span, match)
    return Find(span, place, _least(match, stream.folded, source), _most(span, stream), match)


def _marks_before(match: Match, ours: str, theirs: str) -> int:
    """How many marks right before a match both sides have."""
    at = 0
    while at < _MARKS and match.draft_start > at and match.source_start > at:
        if not _is_same_mark(ours[match.draft_start - at - 1], theirs[match.source_start - at - 1]):
            break
        at += 1
    return at


def _marks_after(match: Match, ours: str, theirs: str) -> int:
    """How many marks right after a match both sides have, such as its full stop."""
    at = 0
    while at < _MARKS and match.draft_end + at < len(ours) and match.source_end + at < len(theirs):
        if not _is_same_mark(ours[match.draft_end + at], theirs[match.source_end + at]):
            break
        at += 1
    return at


def _is_same_mark(ours: str, theirs: str) -> bool:
    return category(ours)[0] == "P" and ours.translate(_QUOTES) == theirs.translate(_QUOTES)


def _least(match: Match, ours: Folded, theirs: Folded) -> Span:
    """The match from its first run of three equal words to its last; nothing, if it has none."""
    first, last = _units(ours, match.draft_start, match.draft_end)
    begin, end = _units(theirs, match.source_start, match.source_end)
    held = {tuple(theirs.key_list[at : at + _RUN]) for at in range(begin, end - _RUN + 1)}
    runs = [at for at in range(first, last - _RUN + 1) if tuple(ours.key_list[at : at + _RUN]) in held]
    if not runs:
        return match.draft_start, match.draft_start
    return int(ours.starts[runs[0]]), int(ours.ends[runs[-1] + _RUN - 1])


def _units(text: Folded, start: int, end: int) -> tuple[int, int]:
    return bisect_left(text.starts, start), bisect_left(text.starts, end)


def _most(span: Span, stream: Stream) -> Span:
    """The range widened to the ends of its first and last sentence."""
    ours = stream.folded
    first = max(0, bisect_right(ours.starts, span[0]) - 1)
    last = max(first, bisect_left(ours.starts, span[1]) - 1)
    sentences = ours.sentences
    begin = int(sentences.searchsorted(sentences[first]))
    final = int(sentences.searchsorted(sentences[last], side="right")) - 1
    start = max(int(ours.starts[begin]), stream.block_of(span[0])[0], span[0] - _WIDEST)
    end = min(int(ours.ends[final]), stream.block_of(span[1] - 1)[1], span[1] + _WIDEST)
    return min(start, span[0]), max(end, span[1])
