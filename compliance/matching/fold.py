"""Fold a text to word units that compare equal whatever their typography, each with its place in the text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from compliance.matching.letters import (
    ATTACHED,
    BRACKET,
    DROPPED,
    EXPANDS,
    IDEOGRAPH,
    KIND_BITS,
    LETTER,
    LETTER_SHIFT,
    MARK,
    NEWLINE,
    STOP,
    TABLE,
    WIDE_STOP,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

Ints = NDArray[np.int64]
Keys = NDArray[np.uint64]
Packed = NDArray[np.uint32]
"""Folded letters with the bits of `letters`, as its table has them."""

_PIECE: Final = 1 << 14
_LONGEST_EXPANSION: Final = 18
_IDEOGRAPH_WEIGHT: Final = 3
_LONGEST_WEIGHT: Final = 20
_FEW: Final = 40
_FIRST_UNSPACED: Final = "\u0e00"
_ALONE: Final = LETTER | IDEOGRAPH
_WORTH: Final = {IDEOGRAPH: 0.5, LETTER: 0.25}
_GONE: Final = DROPPED | MARK
_UNSPACED: Final = LETTER | IDEOGRAPH | ATTACHED
_BASE: Final = 0xD1342543DE82EF95


def _powers(base: int) -> Keys:
    powers: Keys = np.cumprod(np.full(_PIECE * _LONGEST_EXPANSION, base, dtype=np.uint64), dtype=np.uint64)
    return powers


_POWERS: Final = _powers(_BASE)
_INVERSES: Final = _powers(pow(_BASE, -1, 2**64))


@dataclass(frozen=True, eq=False)
class Folded:
    """A text as word units.

    `starts` and `ends` are code-point offsets into `text`, one pair a unit, in order; `keys` are 64-bit hashes of the
    folded units, the same on every machine; `weights` say how much text each unit stands for, in characters of an
    alphabet with the space after a word (an ideograph counts as three of them). `parts` hold the folded letters with
    what separates them, `firsts` the index there of each unit's first letter.
    """

    text: str
    starts: Ints
    ends: Ints
    keys: Keys
    weights: Ints
    parts: tuple[Packed, ...]
    firsts: Ints

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def words(self) -> list[str]:
        """The folded units as text."""
        letters = (np.concatenate(self.parts) >> LETTER_SHIFT).tobytes().decode("utf-32-le", "surrogatepass")
        bounds = [*self.firsts.tolist(), len(letters)]
        return [letters[a:b].rstrip("\0") for a, b in pairwise(bounds)]

    @cached_property
    def key_list(self) -> list[int]:
        """`keys` as plain numbers, for loops."""
        numbers: list[int] = self.keys.tolist()
        return numbers

    @cached_property
    def sums(self) -> Ints:
        """The weight of all units before each one, and of all at the end."""
        sums = np.zeros(len(self) + 1, dtype=np.int64)
        np.cumsum(self.weights, out=sums[1:])
        return sums

    def weight_of(self, start: int, end: int) -> int:
        """The weight of the units from one to before another."""
        return int(self.sums[end] - self.sums[start])

    def worth(self, start: int, end: int) -> float:
        """How many words a few units are.

        An ideograph is half of one, a sign for a sound in a script without spaces a quarter; forty units are looked at.
        """
        worth = 0.0
        for place in self.starts[start : min(end, start + _FEW)].tolist():
            letter = self.text[place]
            worth += 1 if letter < _FIRST_UNSPACED else _WORTH.get(int(TABLE.packed[ord(letter)]) & _ALONE, 1)
        return worth

    @cached_property
    def totals(self) -> list[int]:
        """`sums` as plain numbers, for loops."""
        numbers: list[int] = self.sums.tolist()
        return numbers

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """For each key the units that have it."""
        places: dict[int, list[int]] = {}
        for unit, key in enumerate(self.key_list):
            places.setdefault(key, []).append(unit)
        return places

    @cached_property
    def counts(self) -> Counter[int]:
        """How often each key stands in the text."""
        return Counter(self.key_list)

    @cached_property
    def frequent(self) -> frozenset[int]:
        """The keys that stand at least four times in the text."""
        ordered = np.sort(self.keys)
        first = np.diff(ordered[:-3], prepend=~ordered[:1]) != 0
        return frozenset(ordered[3:][first & (ordered[3:] == ordered[:-3])].tolist())

    @cached_property
    def sentence_starts(self) -> Ints:
        """The units that begin a sentence, but for the first of the text."""
        found = [np.flatnonzero(part & (STOP | WIDE_STOP | NEWLINE)) for part in self.parts]
        kinds = np.concatenate([part.take(marks) for part, marks in zip(self.parts, found, strict=True)])
        before = accumulate((len(part) for part in self.parts), initial=0)
        units = self.firsts.searchsorted(np.concatenate([marks + at for marks, at in zip(found, before, strict=False)]))
        between = (units > 0) & (units < len(self))
        units, kinds = units[between], kinds[between]
        apart = self.starts.take(units) - self.ends.take(units - 1) > 1
        lines = units[kinds & NEWLINE > 0]
        stops = units[(kinds & WIDE_STOP > 0) | ((kinds & STOP > 0) & apart)]
        begins = np.sort(np.concatenate((stops, lines[1:][lines[1:] == lines[:-1]])))
        return begins[np.diff(begins, prepend=0) > 0]

    @cached_property
    def sentences(self) -> Ints:
        """For each unit the number of its sentence, from 0."""
        begins = np.zeros(len(self), dtype=np.int64)
        begins[self.sentence_starts] = 1
        return np.cumsum(begins)


def as_folded(text: Folded | str) -> Folded:
    """The text folded, if it is not so already."""
    return fold(text) if isinstance(text, str) else text


def fold(text: str) -> Folded:
    """Word units of a text with the offsets of each.

    NFKD and case folding; combining accents, apostrophes, soft hyphens and zero-width code points leave no trace;
    hyphens, dashes, ellipses, punctuation and white space separate; `[T]he` is one word; ligatures expand; in scripts
    without spaces each character is a unit. Mark-up is text like any other. Any string is accepted; a word of more
    than 16,384 letters is several units.
    """
    if len(text) <= _PIECE:
        return _fold_piece(text)
    pieces, offsets = [], []
    for start, end in _pieces(text):
        pieces.append(_fold_piece(text[start:end]))
        offsets.append(start)
    return _joined(text, pieces, offsets)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Cut a long text at white space, so that the arrays of a piece stay in the processor's cache."""
    start = 0
    while start < len(text):
        end = start + _PIECE
        if end < len(text):
            end = max(text.rfind(" ", start + 1, end), text.rfind("\n", start + 1, end)) + 1 or end
        yield start, min(end, len(text))
        start = end


def _joined(text: str, pieces: list[Folded], offsets: list[int]) -> Folded:
    lengths = np.cumsum([0, *(len(piece.parts[0]) for piece in pieces)]).tolist()
    return Folded(
        text,
        np.concatenate([piece.starts + at for piece, at in zip(pieces, offsets, strict=True)]),
        np.concatenate([piece.ends + at for piece, at in zip(pieces, offsets, strict=True)]),
        np.concatenate([piece.keys for piece in pieces]),
        np.concatenate([piece.weights for piece in pieces]),
        tuple(part for piece in pieces for part in piece.parts),
        np.concatenate([piece.firsts + at for piece, at in zip(pieces, lengths, strict=False)]),
    )


def _fold_piece(text: str) -> Folded:
    packed, bits = TABLE.look_up(text)
    joined = _join_brackets(text, packed) if bits & BRACKET else []
    after_marks = _after_marks(packed) if bits & MARK else None
    places: Ints | None = None
    if joined or bits & _GONE:
        places = np.flatnonzero(packed & _GONE == 0)
        packed = packed.take(places)
    if bits & EXPANDS:
        packed, places = _expanded(text, packed, places)
    unspaced = bool(bits & _UNSPACED)
    firsts, lasts = _unspaced_bounds(packed, places) if unspaced else _bounds(packed)
    starts, ends = (firsts.copy(), lasts + 1) if places is None else (places.take(firsts), places.take(lasts) + 1)
    if after_marks is not None:
        ends = after_marks.take(ends)
    weights = np.minimum(lasts - firsts + 2, _LONGEST_WEIGHT)
    if unspaced:
        weights[packed[firsts] & LETTER > 0] -= 1
        weights[packed[firsts] & IDEOGRAPH > 0] = _IDEOGRAPH_WEIGHT
    folded = Folded(text, starts, ends, _keys(packed, firsts), weights, (packed,), firsts)
    for offset in joined:
        _take_bracket_in(folded, offset)
    return folded


def _join_brackets(text: str, packed: Packed) -> list[int]:
    """Drop the brackets that stand between two letters, in `packed`; their offsets."""
    if "]" not in text:
        return []
    inner = np.flatnonzero(packed[1:-1] & BRACKET)
    inner = inner[np.minimum(packed[inner], packed[inner + 2]) > KIND_BITS]
    joined = [at + 1 for at in inner.tolist() if _is_spaced(text, packed, at) and _is_spaced(text, packed, at + 2)]
    packed[joined] = DROPPED
    return joined


def _is_spaced(text: str, packed: Packed, at: int) -> bool:
    """Whether a letter is of a script with spaces."""
    return text[at].isalpha() and not int(packed[at]) & _UNSPACED


def _take_bracket_in(folded: Folded, offset: int) -> None:
    """Widen the unit around a joined bracket by the other bracket of the pair where it stands at the unit's edge."""
    unit = int(np.searchsorted(folded.starts, offset, side="right")) - 1
    start, end = int(folded.starts[unit]), int(folded.ends[unit])
    if folded.text[offset] == "]" and start and folded.text[start - 1] == "[":
        folded.starts[unit] -= 1
    elif folded.text[offset] == "[" and folded.text[end : end + 1] == "]":
        folded.ends[unit] += 1


def _after_marks(packed: Packed) -> Ints:
    """For every offset the first one at or after it that holds no accent."""
    size = len(packed)
    offsets = np.arange(size + 1)
    offsets[:size][packed & MARK > 0] = size
    nearest: Ints = np.minimum.accumulate(offsets[::-1])[::-1]
    return nearest


def _expanded(text: str, packed: Packed, places: Ints | None) -> tuple[Packed, Ints]:
    """Folded letters where some code points fold to several, and the offset of each letter's code point."""
    several = packed & EXPANDS > 0
    at = np.flatnonzero(several)
    forms = [TABLE.expansions[text[place]] for place in (at if places is None else places[at]).tolist()]
    lengths = np.ones(len(packed), dtype=np.int64)
    lengths[at] = [len(form) for form in forms]
    packed, several = np.repeat(packed, lengths), np.repeat(several, lengths)
    letters = np.array([letter for form in forms for letter in form], dtype=np.uint32)
    packed[several] = packed[several] & KIND_BITS | letters << LETTER_SHIFT
    return packed, np.repeat(np.arange(len(lengths)) if places is None else places, lengths)


def _bounds(packed: Packed) -> tuple[Ints, Ints]:
    """First and last index of each word."""
    lettered = _lettered(packed)
    turns = np.flatnonzero(lettered[1:] != lettered[:-1])
    return turns[::2], turns[1::2] - 1


def _lettered(packed: Packed) -> NDArray[np.bool_]:
    """Which numbers have a letter, between two that have none."""
    lettered = np.zeros(len(packed) + 2, dtype=np.bool_)
    np.greater(packed, KIND_BITS, out=lettered[1:-1])
    return lettered


def _unspaced_bounds(packed: Packed, places: Ints | None) -> tuple[Ints, Ints]:
    """First and last index of each unit where scripts without spaces take part."""
    lettered = _lettered(packed)
    begins = lettered[1:] & ~lettered[:-1]
    alone = packed & (LETTER | IDEOGRAPH) > 0
    if places is not None:
        alone[1:] &= places[1:] != places[:-1]
    alone[1:] |= lettered[2:-1] & (packed[1:] & _UNSPACED == 0) & (packed[:-1] & _UNSPACED > 0)
    begins[:-1] |= alone
    finishes = lettered[1:-1] & (begins[1:] | ~lettered[2:])
    return np.flatnonzero(begins), np.flatnonzero(finishes)


def _keys(packed: Packed, firsts: Ints) -> Keys:
    """A polynomial hash of each unit's letters, mixed; separators are zero and add nothing."""
    if not firsts.size:
        return np.zeros(0, dtype=np.uint64)
    keys: Keys = np.add.reduceat((packed >> LETTER_SHIFT) * _POWERS[: len(packed)], firsts)
    keys *= _INVERSES.take(firsts)
    keys ^= keys >> np.uint64(31)
    keys *= np.uint64(0x9E3779B97F4A7C15)
    keys ^= keys >> np.uint64(29)
    return keys
