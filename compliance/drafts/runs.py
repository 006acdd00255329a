"""Quotations in quotation marks: within a paragraph, and over several that each begin with an opening mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.drafts.marks import MARK, Pairs, pair
from compliance.drafts.model import Quotation, Slice
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compliance.drafts.model import Block, Link

_NO_PAIRS = Pairs((), None, None)
_LONG = 100  # characters: shorter words after a mark that nothing closes are let be
_Ranges = list[tuple[int, int]]


@dataclass(slots=True)
class _Carried:
    """A run that goes on in the next paragraph: its opening mark, its words so far, and where it starts in the file."""

    sign: str
    slices: list[Slice]
    start: int


def runs_in_marks(leaves: Sequence[Block], links: Iterable[Link]) -> Iterator[Quotation]:
    """The outermost runs in quotation marks in these leaves; addresses in plain sight have no marks."""
    shown: dict[int, _Ranges] = {}
    for link in links:
        if link.kind in ("bare", "autolink"):
            shown.setdefault(link.block.index, []).append((link.text_start, link.text_end))
    carried: _Carried | None = None
    for leaf, following in zip(leaves, [*leaves, None][1:], strict=True):
        addresses = shown.get(leaf.index, [])
        if carried is not None:
            pairs = _pairs(leaf, addresses, carried.sign)
            if pairs.closes_carried is not None:
                yield _ended(carried, leaf, pairs.closes_carried)
            elif _continues(carried.sign, leaf, following):
                carried.slices.append(Slice(leaf, 1, len(leaf.text)))
                continue
            else:
                pairs = _pairs(leaf, addresses)
        else:
            pairs = _pairs(leaf, addresses)
        before = carried if carried is not None and pairs.closes_carried is None else None
        carried = _left_open(leaf, pairs, following)
        endless = None if carried else _endless(before, leaf, pairs)
        if endless is not None:
            yield endless
        yield from _whole(leaf, pairs, endless)


def _pairs(leaf: Block, addresses: _Ranges, carried: str = "") -> Pairs:
    """The marks of a leaf in pairs; the first character of one that goes on with a run is no mark of its own."""
    if not MARK.search(leaf.text.value):
        return _NO_PAIRS
    repeated = [(0, 1)] if carried else []
    return pair(leaf.text.value, sorted((*leaf.opaque, *addresses, *_elements(leaf), *repeated)), carried)


def _elements(leaf: Block) -> _Ranges:
    return [(start, end) for name, start, end in leaf.marks if name == "q"]


def _endless(before: _Carried | None, leaf: Block, pairs: Pairs) -> Quotation | None:
    """A long run that a mark opens and nothing closes: to the end of the paragraph; ``before`` is what it goes on."""
    if pairs.endless is None:
        return None
    first, end = pairs.endless
    if before is None or first > 1:
        before = _Carried("", [], leaf.text.origin(first - 1, first)[0])
    slices = (*before.slices, Slice(leaf, first, end))
    if sum(part.end - part.start for part in slices) < _LONG:
        return None
    return _quotation(slices, before.start, leaf.text.origin(first, end)[1])


def _whole(leaf: Block, pairs: Pairs, endless: Quotation | None) -> Iterator[Quotation]:
    """The runs that begin and end in this leaf, those in ``<q>`` elements too, outside the endless one."""
    spans = [(start, start + 1, end, end + 1) for start, end in pairs.runs]
    spans += [(start, start, end, end) for start, end in _elements(leaf)]
    cites = {start: (cite, end) for cite, start, end in leaf.cites}
    covered = endless.slices[-1] if endless else Slice(leaf, 0, 0)
    reached = -1
    for first, words_start, words_end, last in sorted(spans):
        if words_end > words_start and first >= reached and not covered.start <= first < covered.end:
            start, end = leaf.text.origin(first, last)
            cite = _cite(cites, words_start, words_end)
            yield _quotation((Slice(leaf, words_start, words_end),), start, end, cite)
            reached = last


def _cite(cites: dict[int, tuple[str, int]], start: int, end: int) -> str:
    """The address that a ``<q>`` element around these words, give or take marks, says they are from."""
    around = (cites[at] for at in (start, start - 1, start + 1) if at in cites)
    return next((cite for cite, last in around if abs(last - end) <= 1), "")


def _ended(carried: _Carried, leaf: Block, at: int) -> Quotation:
    return _quotation((*carried.slices, Slice(leaf, 1, at)), carried.start, leaf.text.origin(at, at + 1)[1])


def _left_open(leaf: Block, pairs: Pairs, following: Block | None) -> _Carried | None:
    mark = pairs.unclosed
    if mark is None or not _continues(mark.sign, leaf, following):
        return None
    return _Carried(mark.sign, [Slice(leaf, mark.at + 1, len(leaf.text))], leaf.text.origin(mark.at, mark.at + 1)[0])


def _continues(sign: str, leaf: Block, following: Block | None) -> bool:
    """Whether the next leaf is a neighbour that goes on with the run that the sign opened."""
    if following is None or following.parent is not leaf.parent:
        return False
    return following.text.value.startswith((sign, "»") if sign == "«" else sign)


def _quotation(slices: tuple[Slice, ...], start: int, end: int, cite: str = "") -> Quotation:
    return Quotation("quotation-marks", start, end, tuple(map(_without_spaces, slices)), cite=cite)


def _without_spaces(part: Slice) -> Slice:
    """The slice without the spaces that some languages set inside their marks."""
    words = part.text
    if not words.strip():
        return part
    return Slice(part.block, part.end - len(words.lstrip()), part.start + len(words.rstrip()))
