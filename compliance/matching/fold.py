"""Fold a text to word units that compare equal whatever their typography, each with its place in the text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from compliance.matching.letters import EXPANDS, KIND_BITS, LETTER_SHIFT, TABLE, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

Ints = NDArray[np.int64]
Keys = NDArray[np.uint64]
Codes = NDArray[np.uint32]
Kinds = NDArray[np.uint8]

_PIECE: Final = 1 << 14
_LONGEST_EXPANSION: Final = 18
_IDEOGRAPH_WEIGHT: Final = 3
_LONGEST_WEIGHT: Final = 20
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
    alphabet with the space after a word (an ideograph counts as three of them). `letters` and `kinds` hold the folded
    code points with what separates them, `firsts` the index there of each unit's first letter.
    """

    text: str
    starts: Ints
    ends: Ints
    keys: Keys
    weights: Ints
    letters: Codes
    kinds: Kinds
    firsts: Ints

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def words(self) -> list[str]:
        """The folded units as text."""
        letters = self.letters.tobytes().decode("utf-32-le", "surrogatepass")
        bounds = [*self.firsts.tolist(), len(letters)]
        return [letters[a:b].rstrip("\0") for a, b in pairwise(bounds)]

    @cached_property
    def key_list(self) -> list[int]:
        """`keys` as plain numbers, for loops."""
        numbers: list[int] = self.keys.tolist()
        return numbers

    @cached_property
    def weight_list(self) -> list[int]:
        """`weights` as plain numbers, for loops."""
        numbers: list[int] = self.weights.tolist()
        return numbers

    @cached_property
    def totals(self) -> list[int]:
        """The weight of all units before each one, and of all at the end."""
        return [0, *np.cumsum(self.weights).tolist()]

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
    def sentences(self) -> Ints:
        """For each unit the number of its sentence, from 0."""
        stop, wide, line = (
            np.diff(np.cumsum(self.kinds == kind)[self.firsts], prepend=0)
            for kind in (Kind.STOP, Kind.WIDE_STOP, Kind.NEWLINE)
        )
        gaps = self.starts - np.concatenate(([0], self.ends[:-1]))[: len(self.starts)]
        begins = ((stop > 0) & (gaps > 1)) | (wide > 0) | (line > 1)
        begins[:1] = False
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
    lengths = np.cumsum([0, *(len(piece.letters) for piece in pieces)]).tolist()
    return Folded(
        text,
        np.concatenate([piece.starts + at for piece, at in zip(pieces, offsets, strict=True)]),
        np.concatenate([piece.ends + at for piece, at in zip(pieces, offsets, strict=True)]),
        np.concatenate([piece.keys for piece in pieces]),
        np.concatenate([piece.weights for piece in pieces]),
        np.concatenate([piece.letters for piece in pieces]),
        np.concatenate([piece.kinds for piece in pieces]),
        np.concatenate([piece.firsts + at for piece, at in zip(pieces, lengths, strict=False)]),
    )


def _fold_piece(text: str) -> Folded:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    packed = TABLE.look_up(codes)
    kinds = (packed & KIND_BITS).astype(np.uint8)
    joined = _join_brackets(text, kinds)
    after_marks = _after_marks(kinds)
    places: Ints | None = None
    gone = (kinds == Kind.DROPPED) | (kinds == Kind.MARK)
    if gone.any():
        places = np.flatnonzero(~gone)
        codes, packed, kinds = codes[places], packed[places], kinds[places]
    letters: Codes = packed >> np.uint32(LETTER_SHIFT)
    if (packed & EXPANDS).any():
        letters, origin = _expanded(codes, packed)
        kinds, places = kinds[origin], origin if places is None else places[origin]
    folded = _units(text, letters, kinds, places, after_marks)
    for offset in joined:
        _take_bracket_in(folded, offset)
    return folded


def _join_brackets(text: str, kinds: Kinds) -> list[int]:
    """Drop the brackets that stand between two letters, in `kinds`; their offsets."""
    if "]" not in text:
        return []
    inner = np.flatnonzero(kinds[1:-1] == Kind.BRACKET) + 1
    inner = inner[(kinds[inner - 1] == Kind.WORD) & (kinds[inner + 1] == Kind.WORD)]
    joined = [at for at in inner.tolist() if text[at - 1].isalpha() and text[at + 1].isalpha()]
    kinds[joined] = Kind.DROPPED
    return joined


def _take_bracket_in(folded: Folded, offset: int) -> None:
    """Widen the unit around a joined bracket by the other bracket of the pair where it stands at the unit's edge."""
    unit = int(np.searchsorted(folded.starts, offset, side="right")) - 1
    start, end = int(folded.starts[unit]), int(folded.ends[unit])
    if folded.text[offset] == "]" and start and folded.text[start - 1] == "[":
        folded.starts[unit] -= 1
    elif folded.text[offset] == "[" and folded.text[end : end + 1] == "]":
        folded.ends[unit] += 1


def _after_marks(kinds: Kinds) -> Ints | None:
    """For every offset the first one at or after it that holds no accent; None for a text without accents."""
    marks = kinds == Kind.MARK
    if not marks.any():
        return None
    size = len(kinds)
    offsets = np.arange(size + 1)
    offsets[:size][marks] = size
    nearest: Ints = np.minimum.accumulate(offsets[::-1])[::-1]
    return nearest


def _expanded(codes: Codes, packed: Codes) -> tuple[Codes, Ints]:
    """Folded letters where some code points fold to several, and for each letter the index of its code point."""
    several = (packed & EXPANDS) > 0
    forms = [TABLE.expansions[code] for code in codes[several].tolist()]
    lengths = np.ones(len(codes), dtype=np.int64)
    lengths[several] = [len(form) for form in forms]
    origin = np.repeat(np.arange(len(codes)), lengths)
    letters: Codes = (packed >> np.uint32(LETTER_SHIFT))[origin]
    letters[several[origin]] = [letter for form in forms for letter in form]
    return letters, origin


def _units(text: str, letters: Codes, kinds: Kinds, places: Ints | None, after_marks: Ints | None) -> Folded:
    lettered = np.zeros(len(kinds) + 2, dtype=np.bool_)
    np.greater_equal(kinds, Kind.WORD, out=lettered[1:-1])
    if (kinds > Kind.WORD).any():
        firsts, lasts = _unspaced_bounds(lettered, kinds, places)
    else:
        turns = np.flatnonzero(lettered[1:] != lettered[:-1])
        firsts, lasts = turns[::2], turns[1::2] - 1
    starts, ends = (firsts.copy(), lasts + 1) if places is None else (places[firsts], places[lasts] + 1)
    if after_marks is not None:
        ends = after_marks[ends]
    weights = np.minimum(lasts - firsts + 2, _LONGEST_WEIGHT)
    weights[kinds[firsts] == Kind.LETTER] -= 1
    weights[kinds[firsts] == Kind.IDEOGRAPH] = _IDEOGRAPH_WEIGHT
    return Folded(text, starts, ends, _keys(letters, firsts), weights, letters, kinds, firsts)


def _unspaced_bounds(lettered: NDArray[np.bool_], kinds: Kinds, places: Ints | None) -> tuple[Ints, Ints]:
    """First and last index of each unit where scripts without spaces take part."""
    begins = lettered[1:] & ~lettered[:-1]
    alone = (kinds == Kind.LETTER) | (kinds == Kind.IDEOGRAPH)
    if places is not None:
        alone[1:] &= places[1:] != places[:-1]
    alone[1:] |= (kinds[1:] == Kind.WORD) & (kinds[:-1] > Kind.WORD)
    begins[:-1] |= alone
    finishes = lettered[1:-1] & (begins[1:] | ~lettered[2:])
    return np.flatnonzero(begins), np.flatnonzero(finishes)


def _keys(letters: Codes, firsts: Ints) -> Keys:
    """A polynomial hash of each unit's letters, mixed; separators are zero and add nothing."""
    if not firsts.size:
        return np.zeros(0, dtype=np.uint64)
    keys: Keys = np.add.reduceat(letters * _POWERS[: len(letters)], firsts)
    keys *= _INVERSES[firsts]
    keys ^= keys >> np.uint64(31)
    keys *= np.uint64(0x9E3779B97F4A7C15)
    keys ^= keys >> np.uint64(29)
    return keys
