"""One source held against a draft: what of it stands there, and how sure the ends are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final
from unicodedata import category

import numpy as np

from compliance.matching.align import Match, Options, align
from compliance.matching.fold import Folded, Keys, fold
from compliance.matching.seeds import Run, find_runs, grams
from compliance.reuse.copies.spans import share, union, within, without
from compliance.reuse.copies.stream import SEQUENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.reuse.copies.spans import Span
    from compliance.reuse.copies.stream import Stream
    from compliance.reuse.model import Source

_WIDEST: Final = 200
"""Code points that an uncertain end may lie further out."""
_RUN: Final = 3
"""Equal words in a row that are no chance."""
_CREDITED: Final = 0.6
_OVERLAP: Final = 0.5
_OWN: Final = 0.25
"""The part of a paragraph's pairs of words that may stand in the source by chance."""
_LONG: Final = 8
"""Equal words in a row that are worth a second look."""
_APART: Final = 40
"""Words between two runs of one copy."""
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
    aligned = [_find(m, stream, theirs) for m in align(stream.folded, theirs, _ignoring(source))]
    found = [part for find in aligned for part in _around_own_paragraphs(find, stream, source)]
    found = sorted([*found, *missed(stream, source, found)], key=lambda f: f.span)
    return [f for f in found if share([f.span], credits_) < _CREDITED]


def finds_within(stream: Stream, source: Source, span: Span) -> list[Find]:
    """What of a range of the prose stands in a source when it is looked at by itself."""
    theirs = folded(source.text or "")
    found = align(stream.text[slice(*span)], theirs, _ignoring(source))
    shifted = (replace(m, draft_start=m.draft_start + span[0], draft_end=m.draft_end + span[0]) for m in found)
    return [_find(m, stream, theirs) for m in shifted]


def _around_own_paragraphs(find: Find, stream: Stream, source: Source) -> list[Find]:
    """The parts of a find beside paragraphs of the draft's own that it goes on over."""
    blocks = stream.blocks_of(find.span)
    if (find.match.exact and not find.match.edits) or len(blocks) <= 2:
        return [find]
    ours, theirs = stream.folded, folded(source.text or "")
    held = set(pairwise(theirs.key_list[slice(*_units(theirs, *find.source))]))
    own = [block for block in blocks[1:-1] if _is_own(ours.key_list[slice(*_units(ours, *block))], held)]
    if not own:
        return [find]
    return [part for rest in without(find.span, own) for part in finds_within(stream, source, rest)]


def _is_own(words: Sequence[int], held: set[tuple[int, int]]) -> bool:
    return bool(words) and sum(pair in held for pair in pairwise(words)) <= _OWN * len(words)


def missed(stream: Stream, source: Source, found: Sequence[Find]) -> list[Find]:
    """What is copied near to where something was found: of several copies of one place the matching gives one."""
    ours, theirs = stream.folded, folded(source.text or "")
    covered, taken = union(f.span for f in found), union(f.source for f in found)
    if not found or not _is_left(stream, source, covered):
        return []
    again: list[Find] = []
    reached = 0
    runs = [
        part
        for run in find_runs(ours, theirs, edited=False)
        for part in _missed_parts(run, ours, theirs, covered, taken)
    ]
    windows = list(_windows(runs, ours, covered))
    for at, (start, end) in enumerate(windows):
        free = [rest for rest in without(stream.block_of(start), covered) if rest[0] <= start < rest[1]]
        last = stream.block_of(end - 1)[1]
        low = max(reached, free[0][0] if free else start)
        following = [*(s for s, _ in windows[at + 1 : at + 2]), *(s for s, _ in covered if s >= end)]
        high = max(end, min([last, *following]))
        more = finds_within(stream, source, (low, high))
        again += more
        reached = max([end, *(f.span[1] for f in more)])
    return again


def _is_left(stream: Stream, source: Source, covered: Sequence[Span]) -> bool:
    """Whether a run of words of the source stands where nothing was found, which is quickly known."""
    runs = grams(stream.folded.keys, SEQUENCE)
    places = stream.folded.starts[np.flatnonzero(np.isin(runs, sequences(source.text or "")))]
    ends = np.array([end for _, end in covered])
    starts = np.array([start for start, _ in covered])
    at = np.searchsorted(ends, places, side="right")
    inside = (at < len(ends)) & (starts[np.minimum(at, len(ends) - 1)] <= places)
    return bool((~inside).any())


def _missed_parts(
    run: Run, ours: Folded, theirs: Folded, covered: Sequence[Span], taken: Sequence[Span]
) -> Iterator[Run]:
    """The parts of a run that stand where nothing was found, and are long or repeat what was found elsewhere."""
    span = int(ours.starts[run.start]), int(ours.ends[run.end - 1])
    for rest in without(span, covered):
        first, last = _units(ours, *rest)
        part = Run(first, last, run.source + first - run.start)
        if last - first <= _RUN:
            continue
        place = int(theirs.starts[part.source]), int(theirs.ends[part.source + last - first - 1])
        if last - first >= _LONG or share([place], taken) >= _OVERLAP:
            yield part


def _windows(runs: Sequence[Run], ours: Folded, covered: Sequence[Span]) -> Iterator[Span]:
    """The ranges of runs that follow each other in both texts, with nothing found between them: a copy each."""
    group: list[Run] = []
    for run in runs:
        if group and (
            run.source < group[-1].source + group[-1].end - group[-1].start
            or run.start - group[-1].end > _APART
            or within((int(ours.ends[group[-1].end - 1]), int(ours.starts[run.start])), covered)
        ):
            yield int(ours.starts[group[0].start]), int(ours.ends[group[-1].end - 1])
            group = []
        group.append(run)
    if group:
        yield int(ours.starts[group[0].start]), int(ours.ends[group[-1].end - 1])


def _ignoring(source: Source) -> Options:
    names = tuple(author.partition(",")[0].strip() for author in source.authors)
    return Options(ignore=tuple(filter(None, (source.title, *names))))


def _clipped(match: Match, stream: Stream, source: Folded) -> Match:
    """A match without the odd word or two at its ends that stand in another paragraph of the draft.

    Where the draft goes on with a paragraph of its own, that may begin with the word that the article goes on with.
    """
    ours = stream.folded
    first, last = _units(ours, match.draft_start, match.draft_end)
    begin, end = _units(source, match.source_start, match.source_end)
    head = bisect_left(ours.starts, stream.block_of(match.draft_start)[1]) - first
    tail = last - bisect_left(ours.starts, stream.block_of(match.draft_end - 1)[0])
    if 0 < head < min(_RUN, last - first, end - begin):
        match = replace(
            match, draft_start=int(ours.starts[first + head]), source_start=int(source.starts[begin + head])
        )
        first, begin = first + head, begin + head
    if 0 < tail < min(_RUN, last - first, end - begin):
        match = replace(match, draft_end=int(ours.ends[last - tail - 1]), source_end=int(source.ends[end - tail - 1]))
    return match


def _find(match: Match, stream: Stream, source: Folded) -> Find:
    match = _clipped(match, stream, source)
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
