"""The passages of a draft that are copied without being marked: what was found, less what the draft declares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compliance.reuse.copies.finds import finds_within
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
"""Words that a rest beside a marked quotation must have; fewer introduce it."""


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
    return [_passage(stream, group) for group in _groups(pieces, declared)]


def _pieces(stream: Stream, source: Source, find: Find, declared: Sequence[Span]) -> Iterator[_Piece]:
    """What a find has beside the declared ranges. An edited find is looked at anew: its rest may be the draft's own."""
    rests = without(find.span, declared)
    if rests == [find.span]:
        yield _piece(find, declared)
        return
    for start, end in rests:
        text = stream.text[start:end]
        if not find.match.exact or find.match.edits:
            yield from (_piece(f, declared) for f in finds_within(stream, source, (start, end)))
        elif len(text.split()) >= _FEWEST and any(map(str.isalnum, text)):
            first = next(at for at in range(start, end) if stream.text[at].isalnum())
            yield _Piece((first, end), ((first, end),), ((first, end),))


def _piece(find: Find, declared: Sequence[Span]) -> _Piece:
    return _Piece(find.span, tuple(without(find.least, declared)), tuple(without(find.most, declared)))


def _groups(pieces: Sequence[_Piece], declared: Sequence[Span]) -> Iterator[list[_Piece]]:
    """Neighbours with hardly anything, and nothing declared, between them."""
    group: list[_Piece] = []
    for piece in sorted(pieces, key=lambda p: p.span):
        if group:
            gap = group[-1].span[1], piece.span[0]
            if gap[1] - gap[0] > _NEAR or within(gap, declared):
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
