"""Passages as one text where they lie side by side: with the spaces and marks between them that are the article's."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final
from unicodedata import category

from compliance.reuse.sentences import last_sentence, speaks
from compliance.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from compliance.drafts.model import Block, Slice
    from compliance.reuse.model import Passage, Stretch

JOINT: Final = "\u2028"
"""Between two parts of one passage in one paragraph: a space that no sentence crosses."""
_BETWEEN: Final = "\n\n"
_SOLID: Final = ("block-quotation", "body", "declared")
_QUOTES: Final = "\"'`´"
_LONGEST_GAP: Final = 12
_LONGEST_ASIDE: Final = 120


@dataclass(frozen=True, slots=True)
class Joined:
    """Passages that follow each other with nothing of the draft's own between them, and their words as one text."""

    passages: tuple[Passage, ...]
    text: str


@dataclass(slots=True)
class _Piece:
    """A part of a passage that no passage before has; ``before`` is what stands between it and the last piece."""

    block: Block
    start: int
    end: int
    number: int
    solid: bool
    before: str | None = None

    @property
    def words(self) -> str:
        return self.block.text.value[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Held:
    """Words of the draft that stand in an article, and how they stand there."""

    slices: tuple[Slice, ...]
    original: str

    @classmethod
    def all_of(cls, stretches: Sequence[Stretch], text: str) -> Iterator[Held]:
        """The stretches of one article in order; those between which only marks stand on both sides are one."""
        slices: tuple[Slice, ...] = ()
        start = end = 0
        for stretch in stretches:
            gap = text[end : stretch.source_start]
            joint = _joint(slices, stretch.slices)
            if joint and stretch.source_start >= end and not any(map(str.isalnum, gap)):
                slices, end = joint, stretch.source_end
                continue
            if slices:
                yield cls(slices, _plain(text[max(0, start - 1) : end + 1]))
            slices, start, end = stretch.slices, stretch.source_start, stretch.source_end
        if slices:
            yield cls(slices, _plain(text[max(0, start - 1) : end + 1]))

    def has(self, block: Block, start: int, end: int) -> bool:
        """Whether it holds a range of a block's text."""
        return any(s.block is block and s.start <= start and end <= s.end for s in self.slices)

    def touches(self, piece: _Piece) -> bool:
        """Whether it holds some of a piece's words."""
        return any(s.block is piece.block and s.start < piece.end and piece.start < s.end for s in self.slices)

    def passes(self, block: Block, start: int, other: Block, end: int) -> bool:
        """Whether it goes on from a place of one block to a place of the next."""
        return any(
            a.block is block and b.block is other and a.start <= start <= a.end and b.start <= end <= b.end
            for a, b in pairwise(self.slices)
        )


def _joint(some: tuple[Slice, ...], others: tuple[Slice, ...]) -> tuple[Slice, ...]:
    """Slices that follow each other in one block with only marks between them, as one; none if they do not."""
    if not some or not others or some[-1].block is not others[0].block or others[0].start < some[-1].end:
        return ()
    last, first = some[-1], others[0]
    if any(map(str.isalnum, last.block.text.value[last.end : first.start])):
        return ()
    return (*some[:-1], replace(last, end=first.end), *others[1:])


def joined(
    passages: Sequence[Passage], held: Sequence[Held], picked: Callable[[Passage], Sequence[Slice]]
) -> list[Joined]:
    """Passages in order, each with its neighbours; words that two of them hold are told once.

    Where the article goes on from one to the next as the draft does, what stands between them belongs to it; two block
    quotations stay two. What only says who speaks interrupts a quotation, and ends none. The quoter's own quotation
    marks do not count, but those that the article has there do.
    """
    pieces = list(_pieces(passages, picked))
    for before, piece in pairwise(pieces):
        piece.before = _between(before, piece, held)
    groups = _grouped(pieces, len(passages))
    return [
        Joined(tuple(passages[n] for n in sorted({p.number for p in group})), _text(group, held)) for group in groups
    ]


def _pieces(passages: Sequence[Passage], picked: Callable[[Passage], Sequence[Slice]]) -> Iterator[_Piece]:
    slices = [(s.block.index, s.start, number, s) for number, p in enumerate(passages) for s in picked(p)]
    reached: dict[int, int] = {}
    for _, _, number, part in sorted(slices, key=lambda one: one[:3]):
        start = max(part.start, reached.get(id(part.block), 0))
        reached[id(part.block)] = max(start, part.end)
        if part.block.text.value[start : part.end].strip():
            yield _Piece(part.block, start, part.end, number, passages[number].how in _SOLID)


def _between(before: _Piece, piece: _Piece, held: Sequence[Held]) -> str | None:
    """What stands between two pieces, where it is the article's; None if something of the draft's own is, or may be."""
    if before.block is piece.block:
        gap = piece.block.text.value[before.end : piece.start]
        if not gap or (gap.isspace() and not (before.solid and piece.solid)):
            return gap
        if not (before.solid or piece.solid) and _is_interposed(before.words, gap):
            return JOINT
    else:
        gap = f"{before.block.text.value[before.end :]}{_BETWEEN}{piece.block.text.value[: piece.start]}"
    if len(gap) > _LONGEST_GAP or any(map(str.isalnum, gap)) or (before.solid and piece.solid):
        return None
    for one in held:
        if before.block is piece.block:
            there = one.has(piece.block, before.end, piece.start)
        else:
            there = one.passes(before.block, before.end, piece.block, piece.start)
        if there:
            return gap if _stands(one, before.words, gap, piece.words) else _without_marks(gap)
    return None


def _is_interposed(words: str, gap: str) -> bool:
    """Whether a gap says who speaks within one sentence: `“The council,” Jane Roe writes, “has voted.”`."""
    if len(gap) > _LONGEST_ASIDE or words.rstrip().endswith((".", "!", "?", "…")):
        return False
    return speaks(gap) and last_sentence(gap) == 0


def _stands(held: Held, before: str, marks: str, after: str) -> bool:
    """Whether the article has these marks between these words."""
    if not any(map(_is_quote, marks)):
        return True
    last, first = before.split()[-1:], after.split()[:1]
    return _plain("".join((*last, marks, *first))) in held.original


def _plain(text: str) -> str:
    """A text whose quotation marks are all the same, and whose white space is."""
    return " ".join("".join('"' if _is_quote(char) else char for char in text).split())


def _without_marks(gap: str) -> str:
    return "".join(char for char in gap if not _is_quote(char))


def _is_quote(char: str) -> bool:
    return char in _QUOTES or category(char) in ("Pi", "Pf") or char in "„‚「」『』"


def _grouped(pieces: Sequence[_Piece], count: int) -> list[list[_Piece]]:
    """The pieces of passages that touch, in order."""
    leaders = list(range(count))

    def leader(number: int) -> int:
        while leaders[number] != number:
            number = leaders[number]
        return number

    for before, piece in pairwise(pieces):
        if piece.before is not None:
            first, second = sorted((leader(before.number), leader(piece.number)))
            leaders[second] = first
    groups: dict[int, list[_Piece]] = {}
    for piece in pieces:
        groups.setdefault(leader(piece.number), []).append(piece)
    return list(groups.values())


def _text(group: Sequence[_Piece], held: Sequence[Held]) -> str:
    first, last = group[0], group[-1]
    parts = [_mark_before(first, held) if len(group) > 1 else "", first.words]
    for before, piece in pairwise(group):
        gap = piece.before
        if gap is None:
            gap = JOINT if before.block is piece.block else _BETWEEN
        parts += [gap, piece.words]
    return "".join((*parts, _mark_after(last, held) if len(group) > 1 else ""))


def _mark_before(piece: _Piece, held: Sequence[Held]) -> str:
    """The quotation mark that the article has before the first of several pieces."""
    mark = piece.block.text.value[piece.start - 1 : piece.start] if piece.start else ""
    there = (h for h in held if h.touches(piece))
    return mark if _is_theirs(mark, f"{mark}{piece.words.split()[0]}", there) else ""


def _mark_after(piece: _Piece, held: Sequence[Held]) -> str:
    """The quotation mark that the article has after the last of several pieces."""
    mark = piece.block.text.value[piece.end : piece.end + 1]
    there = (h for h in held if h.touches(piece))
    return mark if _is_theirs(mark, f"{piece.words.split()[-1]}{mark}", there) else ""


def _is_theirs(mark: str, words: str, held: Iterable[Held]) -> bool:
    return mark != "" and _is_quote(mark) and any(_plain(words) in h.original for h in held)
