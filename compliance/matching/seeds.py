"""Runs of equal words between two folded texts, from which everything else is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from compliance.matching.repeats import follow

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from compliance.matching.fold import Folded, Ints, Keys

_MULTIPLIERS: Final = tuple(
    np.uint64(number) for number in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
)
_MOST_TRIGRAMS: Final = 16
_MOST_PAIRS: Final = 6
_MOST_WORDS: Final = 3
_LEAST_PAIR_WEIGHT: Final = 8
_LEAST_WORD_WEIGHT: Final = 6
_CELL: Final = 16
_LEAST_CELL_WEIGHT: Final = 35
_CERTAIN_WEIGHT: Final = 40
_LEFTOVER_WEIGHT: Final = 9
_LOW: Final = np.int64(0xFFFFFFFF)
_LENGTH_BITS: Final = 2

_EMPTY: Final = np.zeros(0, dtype=np.int64)


class Run(NamedTuple):
    """Equal words: those of the draft from `start` to before `end`, in the source from `source` on (unit indices)."""

    start: int
    end: int
    source: int

    @property
    def source_end(self) -> int:
        """Before which unit of the source it ends."""
        return self.source + self.end - self.start


def find_runs(draft: Folded, source: Folded, *, edited: bool) -> list[Run]:
    """Maximal runs of equal words, by place in the draft.

    Three words in a row make a run; with `edited` also two, and single words that are rare in the source, where enough
    of them lie close together in both texts. Of several runs over the same words of the draft the longest is kept.
    """
    seeds = [_seeds(draft, source, 3, _MOST_TRIGRAMS, 0)]
    if edited:
        seeds.append(_seeds(draft, source, 2, _MOST_PAIRS, _LEAST_PAIR_WEIGHT))
        seeds.append(_seeds(draft, source, 1, _MOST_WORDS, _LEAST_WORD_WEIGHT))
    together = np.sort(np.concatenate(seeds))
    if not together.size:
        return []
    starts, ends, sources = _diagonals(together, len(draft))
    weights = draft.sums.take(ends) - draft.sums.take(starts)
    if edited:
        kept = _in_company(starts, sources, weights)
        starts, ends, sources, weights = starts[kept], ends[kept], sources[kept], weights[kept]
    return _longest_first(starts, ends, sources, weights, draft.sums)


def grams(keys: Keys, length: int) -> Keys:
    """A hash of every `length` consecutive words."""
    count = max(0, len(keys) - length + 1)
    hashes = keys[:count] * _MULTIPLIERS[0]
    for place in range(1, length):
        hashes = hashes + keys[place : place + count] * _MULTIPLIERS[place]
    return hashes


def _seeds(draft: Folded, source: Folded, length: int, most: int, least_weight: int) -> Ints:
    """Equal n-grams, each packed as diagonal, draft index and number of words."""
    ours, theirs = (grams(text.keys, length) if length > 1 else text.keys for text in (draft, source))
    if not len(ours) or not len(theirs):
        return _EMPTY
    wanted = draft.sums[length:] - draft.sums[:-length] >= least_weight if least_weight else None
    at, there, often = _equal(ours, theirs, most, wanted, repeats=length > 2)
    if often[0].size:
        more, places, runs = follow(ours, theirs, often, (at, there))
        lengths = np.bincount(runs)
        ends = np.cumsum(lengths)
        weights = draft.sums.take(more.take(ends - 1) + length) - draft.sums.take(more.take(ends - lengths))
        kept = (weights >= _CERTAIN_WEIGHT).take(runs)
        at, there = np.concatenate((at, more[kept])), np.concatenate((there, places[kept]))
    return ((there - at + len(draft)) << 32 | at) << _LENGTH_BITS | length


def _equal(
    ours: Keys, theirs: Keys, most: int, wanted: NDArray[np.bool_] | None, *, repeats: bool
) -> tuple[Ints, Ints, tuple[Ints, Ints]]:
    """All index pairs of equal hashes; with `repeats`, of those met more than `most` times only the first, apart."""
    low = np.uint64((1 << max(len(ours), len(theirs)).bit_length()) - 1)
    asked, at = _ordered(ours, _candidates(ours, theirs, wanted), low)
    held, there = _ordered(theirs, np.arange(len(theirs)), low)
    first = held.searchsorted(asked)
    counts = held.searchsorted(asked, side="right") - first
    few = np.flatnonzero((counts > 0) & (counts <= most))
    often = _EMPTY, _EMPTY
    if repeats:
        many = np.flatnonzero(counts > most)
        often = _same(ours, theirs, at.take(many), there.take(first.take(many))) if many.size else often
    at, first, counts = at.take(few), first.take(few), counts.take(few)
    total = int(counts.sum())
    if total > len(few):
        within = np.arange(total) - np.repeat(np.cumsum(counts) - counts, counts)
        at, first = np.repeat(at, counts), np.repeat(first, counts) + within
    return *_same(ours, theirs, at, there.take(first)), often


def _same(ours: Keys, theirs: Keys, at: Ints, there: Ints) -> tuple[Ints, Ints]:
    """The index pairs whose hashes are equal to the last bit."""
    same = ours.take(at) == theirs.take(there)
    return at[same], there[same]


def _ordered(hashes: Keys, chosen: Ints, low: np.uint64) -> tuple[Keys, Ints]:
    """The chosen hashes without their low bits, sorted, and the index of each.

    The index is sorted with the hash in one number, which is several times as fast as sorting indices.
    """
    packed = hashes.take(chosen)
    packed &= ~low
    packed |= chosen.view(np.uint64)
    packed.sort()
    return packed & ~low, (packed & low).view(np.int64)


def _candidates(ours: Keys, theirs: Keys, wanted: NDArray[np.bool_] | None) -> Ints:
    """Indices of our hashes that may be among theirs: a bit table answers for most of the others."""
    shift = np.uint64(max(1, 61 - len(theirs).bit_length()))
    table = np.zeros(1 << (64 - int(shift)), dtype=np.bool_)
    table[(theirs >> shift).view(np.int64)] = True
    may = table.take((ours >> shift).view(np.int64))
    if wanted is not None:
        may &= wanted
    return np.flatnonzero(may)


def _diagonals(seeds: Ints, size: int) -> tuple[Ints, Ints, Ints]:
    """Sorted seeds that meet on a diagonal joined: starts, ends, source starts."""
    begins = seeds >> _LENGTH_BITS
    reached = np.maximum.accumulate(begins + (seeds & ((1 << _LENGTH_BITS) - 1)))
    breaks = np.flatnonzero(begins[1:] > reached[:-1])
    first = begins.take(np.concatenate(([0], breaks + 1)))
    lengths = reached.take(np.append(breaks, len(seeds) - 1)) - first
    starts = first & _LOW
    return starts, starts + lengths, starts + (first >> 32) - size


def _in_company(starts: Ints, sources: Ints, weights: Ints) -> NDArray[np.bool_]:
    """Which runs are heavy, or have enough others around them in both texts to be worth a look.

    Around a run is what lies in the nine squares about its start when both texts are cut into squares.
    """
    rows, columns = starts // _CELL + 1, sources // _CELL + 1
    width = int(columns.max()) + 2
    squares = rows * width + columns
    order = np.argsort(squares)
    ordered = squares.take(order)
    sums = np.concatenate(([0], np.cumsum(np.minimum(weights, _LEAST_CELL_WEIGHT).take(order))))
    around = np.zeros(len(starts), dtype=np.int64)
    for row in (ordered - width, ordered, ordered + width):
        around += sums.take(ordered.searchsorted(row + 1, side="right")) - sums.take(ordered.searchsorted(row - 1))
    company = np.empty(len(starts), dtype=np.bool_)
    company[order] = around >= _LEAST_CELL_WEIGHT
    return company


def _longest_first(starts: Ints, ends: Ints, sources: Ints, weights: Ints, totals: Ints) -> list[Run]:
    """Runs less those words of the draft that a heavier run covers."""
    covered = bytearray(int(ends.max(initial=0)))
    heavy = weights >= _CERTAIN_WEIGHT
    runs = _uncovered((starts[heavy], ends[heavy], sources[heavy], weights[heavy]), totals, covered)
    taken = np.concatenate(([0], np.cumsum(np.frombuffer(covered, dtype=np.uint8))))
    rest = np.flatnonzero(~heavy)
    rest = rest[taken[ends[rest]] - taken[starts[rest]] < ends[rest] - starts[rest]]
    runs += _uncovered((starts[rest], ends[rest], sources[rest], weights[rest]), totals, covered)
    return sorted(runs)


def _uncovered(found: tuple[Ints, Ints, Ints, Ints], totals: Ints, covered: bytearray) -> list[Run]:
    """Runs less the words covered before, heaviest first; marks what they cover."""
    starts, ends, sources, weights = found
    order = np.lexsort((sources, starts, -weights))
    runs = []
    rows = zip(starts[order].tolist(), ends[order].tolist(), sources[order].tolist(), strict=True)
    for first, last, there in rows:
        start, end = first, last
        if covered[start] or covered[end - 1]:
            start, end = _without_covered_ends(first, last, covered)
            if start == end or (end - start < last - first and totals[end] - totals[start] < _LEFTOVER_WEIGHT):
                continue
        runs.append(Run(start, end, there + start - first))
        if end - start > 2:
            covered[start:end] = b"\1" * (end - start)
    return runs


def _without_covered_ends(start: int, end: int, covered: bytearray) -> tuple[int, int]:
    while start < end and covered[start]:
        start += 1
    while end > start and covered[end - 1]:
        end -= 1
    return start, end
