"""Which words of a draft are to be those of the article, and which stretch of the article they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compliance.checks.parts.folding import folded
from compliance.checks.parts.furniture import Furniture
from compliance.drafts.model import Slice
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compliance.checks.case import Case
    from compliance.drafts.model import Block
    from compliance.reuse.copies.spans import Span
    from compliance.reuse.model import Passage, Stretch

_MOSTLY: Final = 0.5
"""From this part of its words on a range of the draft is the article's, and the rest of it was added."""


@dataclass(frozen=True, slots=True)
class Body:
    """Words of the draft in order, the article's range that they stand for, and words that may belong to it or not."""

    parts: tuple[Slice, ...]
    place: Span
    unsure: tuple[Slice, ...] = ()


def bodies(case: Case) -> list[Body]:
    """What of a draft is to be the article's text.

    What is declared or credited as its text is one body; else the range from the first word found to the last, if most
    of that is the article's; else each passage by itself.
    """
    declared = [s for p in case.reuse.passages if p.how == "body" for s in p.slices]
    if declared:
        parts, unsure = Furniture(case).cleared(_sorted(declared))
        place = (0, len(case.reuse.source.text or "")) if case.reuse.mode == "repost" else _place(case.reuse.stretches)
        return [Body(tuple(parts), place, tuple(unsure))]
    quoted = [p for p in case.reuse.passages if p.how in ("block-quotation", "declared")]
    apart = list(_quoted(case, quoted))
    loose = [s for s in case.reuse.stretches if not any(_overlap(s.slices, body.parts) for body in apart)]
    return [*apart, *(_found(case, loose) if loose else ())]


def _quoted(case: Case, passages: Sequence[Passage]) -> Iterator[Body]:
    for passage in passages:
        held = [s for s in case.reuse.stretches if _overlap(s.slices, passage.slices)]
        if held:
            yield Body(passage.slices, _place(held))


def _found(case: Case, stretches: Sequence[Stretch]) -> list[Body]:
    """What is copied without being declared."""
    held = _sorted(s for stretch in stretches for s in stretch.slices)
    first, last = held[0], held[-1]
    leaves = [b for b in case.draft.leaves() if first.block.index <= b.index <= last.block.index]
    parts = [_clipped(b, first, last) for b in leaves]
    if len(held) > 1 and _words(held) >= _MOSTLY * _words(parts) and case.reuse.mode == "repost":
        kept, _ = Furniture(case).cleared(parts)
        text = case.reuse.source.text or ""
        beside = [Slice(first.block, 0, first.start), Slice(last.block, last.end, len(last.block.text))]
        beside = [s for s in beside if any(map(str.isalnum, s.text)) and s.block.inside("heading") is None]
        unsure = [s for s in beside if folded(s.text) not in folded(text)]
        kept = _sorted([*kept, *(s for s in beside if s not in unsure)])
        return [Body(tuple(kept), (0, len(text)), tuple(unsure))]
    return [Body(stretch.slices, (stretch.source_start, stretch.source_end)) for stretch in stretches]


def _clipped(block: Block, first: Slice, last: Slice) -> Slice:
    start = first.start if block is first.block else 0
    return Slice(block, start, last.end if block is last.block else len(block.text))


def _words(parts: Iterable[Slice]) -> int:
    return sum(len(part.text.split()) for part in parts)


def _place(stretches: Iterable[Stretch]) -> Span:
    """The range of the article from the first word held to the last."""
    places = [(s.source_start, s.source_end) for s in stretches]
    return min(start for start, _ in places), max(end for _, end in places)


def _sorted(parts: Iterable[Slice]) -> list[Slice]:
    return sorted(parts, key=lambda s: (s.block.index, s.start))


def _overlap(some: Sequence[Slice], others: Sequence[Slice]) -> bool:
    return any(a.block is b.block and a.start < b.end and b.start < a.end for a in some for b in others)
