"""The passages of a draft that are copied without being marked: what was found, less what the draft declares."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compliance.matching.edits import equal_blocks
from compliance.reuse.copies.finds import finds_within, folded
from compliance.reuse.copies.spans import within, without
from compliance.reuse.model import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.drafts.model import Slice
    from compliance.reuse.copies.finds import Find
    from compliance.reuse.copies.spans import Span
    from compliance.reuse.copies.stream import Stream
    from compliance.reuse.model import Source

_NEAR: Final = 60
"""Code points between two parts of one passage: an ellipsis, or a few words of the quoter's own."""
_FEWEST: Final = 3
"""Words that some rest beside marked quotations must have; fewer introduce them."""
_SHORT: Final = 6
"""Words beside a quotation that may be moved from one side of it to the other, and be nobody's: who said it."""
_LONGEST: Final = 1000
"""Words up to which a find is held against its place word by word."""


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    least: tuple[Span, ...]
    most: tuple[Span, ...]

    @property
    def is_certain(self) -> bool:
        return self.least == self.most


def found_passages(stream: Stream, source: Source, finds: Sequence[Find], declared: Sequence[Span]) -> list[Passage]:
    """A passage for each group of finds in a source, without the words of the declared ranges (a set of them)."""
    pieces = [piece for find in finds for piece in _pieces(stream, source, find, declared)]
    return [_passage(stream, group) for group in _groups(stream, pieces, declared)]


def _pieces(stream: Stream, source: Source, find: Find, declared: Sequence[Span]) -> Iterator[_Piece]:
    """What a find has beside the declared ranges. An edited find is looked at anew: its rest may be the draft's own."""
    rests = without(find.span, declared)
    if rests == [find.span]:
        yield _piece(find, declared)
    elif not find.match.exact or find.match.edits:
        ordered, anywhere = _same_words(stream, source, find)
        for rest in rests:
            again = finds_within(stream, source, rest)
            yield from (_piece(f, declared) for f in again)
            within_find = find.span[0] < rest[0] and rest[1] < find.span[1]
            same = anywhere if within_find or len(stream.text[slice(*rest)].split()) > _SHORT else ordered
            if not again and (span := _mostly_same(rest, same, stream, find)):
                yield from _exact(stream, span)
    elif any(len(stream.text[slice(*rest)].split()) >= _FEWEST for rest in rests):
        yield from (piece for rest in rests for piece in _exact(stream, rest))


def _exact(stream: Stream, rest: Span) -> Iterator[_Piece]:
    """A rest from its first word on; none if it is nothing but marks."""
    first = next((at for at in range(*rest) if stream.text[at].isalnum()), rest[1])
    if first < rest[1]:
        span = first, rest[1]
        yield _Piece(span, (span,), (span,))


def _same_words(stream: Stream, source: Source, find: Find) -> tuple[list[Span], list[Span]]:
    """The words of a find that the source has there in the same order (none, if it is too long), and in any order."""
    ours, theirs = stream.folded, folded(source.text or "")
    first, last = (bisect_left(ours.starts, place) for place in find.span)
    begin, end = (bisect_left(theirs.starts, place) for place in find.source)
    mine, yours = ours.key_list[first:last], theirs.key_list[begin:end]
    held = set(zip(yours, yours[1:], yours[2:], strict=False))
    rows = {
        at + n for at, run in enumerate(zip(mine, mine[1:], mine[2:], strict=False)) if run in held for n in range(3)
    }
    blocks = equal_blocks(mine, yours) if max(len(mine), len(yours)) <= _LONGEST else []
    same = {at + n for at, _, size in blocks for n in range(size)}

    def places(units: set[int]) -> list[Span]:
        return [(int(ours.starts[first + at]), int(ours.ends[first + at])) for at in sorted(units)]

    return places(same), places(same | rows)


def _mostly_same(rest: Span, same: Sequence[Span], stream: Stream, find: Find) -> Span | None:
    """A rest, from the first word that is the source's to the last, if at least half of its words are.

    A word or two introduce what is marked; between two marked parts of one find they are copied with it.
    """
    inside = [word for word in same if rest[0] <= word[0] and word[1] <= rest[1]]
    if not inside:
        return None
    tail = stream.text[inside[-1][1] : rest[1]]
    span = inside[0][0], inside[-1][1] if any(map(str.isalnum, tail)) else rest[1]
    words = sum(any(map(str.isalnum, word)) for word in stream.text[slice(*span)].split())
    if len(inside) >= _FEWEST:
        return span if 2 * len(inside) >= words else None
    alone = not any(map(str.isalnum, stream.text[rest[0] : span[0]] + stream.text[span[1] : rest[1]]))
    return span if find.span[0] < rest[0] and rest[1] < find.span[1] and alone and len(inside) >= words else None


def _piece(find: Find, declared: Sequence[Span]) -> _Piece:
    return _Piece(find.span, tuple(without(find.least, declared)), tuple(without(find.most, declared)))


def _is_paragraph_apart(stream: Stream, gap: Span) -> bool:
    """Whether there is more than the end of a paragraph in a gap that reaches over one."""
    return gap[1] > stream.block_of(gap[0])[1] and any(map(str.isalnum, stream.text[slice(*gap)]))


def _groups(stream: Stream, pieces: Sequence[_Piece], declared: Sequence[Span]) -> Iterator[list[_Piece]]:
    """Neighbours with hardly anything, and nothing declared, between them."""
    group: list[_Piece] = []
    for piece in sorted(pieces, key=lambda p: p.span):
        if group:
            gap = group[-1].span[1], piece.span[0]
            if gap[1] - gap[0] > _NEAR or within(gap, declared) or _is_paragraph_apart(stream, gap):
                yield group
                group = []
        group.append(piece)
    if group:
        yield group


def _passage(stream: Stream, group: Sequence[_Piece]) -> Passage:
    slices = _slices(stream, [p.span for p in group])
    origins = [s.origin for s in slices]
    certain = all(p.is_certain for p in group)
    return Passage(
        min(start for start, _ in origins),
        max(end for _, end in origins),
        "found",
        slices,
        None if certain else _slices(stream, [span for p in group for span in p.least]),
        None if certain else _slices(stream, [span for p in group for span in p.most]),
    )


def _slices(stream: Stream, spans: Sequence[Span]) -> tuple[Slice, ...]:
    return tuple(part for span in spans for part in stream.slices(span))
