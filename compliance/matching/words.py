"""Word for word, how a quotation differs from the place it was taken from, and which of it a quoter may do."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from compliance.matching.edits import equal_blocks
from compliance.matching.fold import Folded, as_folded, fold
from compliance.matching.locating import ELLIPSIS, MOST_PARTS, locate_parts
from compliance.matching.seeds import find_runs
from compliance.matching.signs import gap_before, is_written_alike, signs_before
from compliance.matching.spelling import is_abbreviation_changed, is_set_in_capitals, is_spelt_alike

if TYPE_CHECKING:
    from collections.abc import Iterator

EditKind = Literal["changed", "dropped", "added", "swapped"]

_ANCHORED: Final = 300
"""Words from which on long equal runs are matched up before the rest is compared."""
_LONGEST: Final = 1000
_SWAP_REACH: Final = 5
_LONGEST_REMARK: Final = 300
_AROUND: Final = 3


@dataclass(frozen=True, slots=True)
class WordEdit:
    """One difference between a quotation and its source.

    Offsets are code points of the two texts, ends exclusive; where one side has no words its stretch is empty and
    stands where they would be. `allowed` says that a quoter may do this without a word: leave out at an ellipsis, put
    his own words into [brackets], write a word or a number another way.
    """

    kind: EditKind
    start: int
    end: int
    source_start: int
    source_end: int
    allowed: bool


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Unit ranges of both texts that do not agree."""

    start: int
    end: int
    source_start: int
    source_end: int


def differences(quotation: Folded | str, source: Folded | str) -> tuple[WordEdit, ...]:
    """All differences in words, numbers and signs between a quotation and the very stretch of source it stands for.

    Punctuation, quotes, dashes, spaces, hyphens, ligatures and Unicode forms make no difference, nor does case, but in
    a short abbreviation. Accents, apostrophes, raised digits, question marks and signs do.
    """
    ours, theirs = as_folded(quotation), as_folded(source)
    hunks = list(_hunks(ours, theirs))
    if not len(ours) or not len(theirs):
        return tuple(_edit(ours, theirs, hunk) for hunk in hunks)
    return tuple(_with_swaps(list(_edits(ours, theirs, hunks)), ours, theirs))


def _edits(ours: Folded, theirs: Folded, hunks: list[_Hunk]) -> Iterator[WordEdit]:
    """The edits of words and of signs, in order.

    Where one side goes on beyond the other, before the first word or after the last, the signs out there have nothing
    to be held against.
    """
    at = there = 0
    held = True
    for hunk in hunks:
        if hunk.end and hunk.source_end:
            yield from _edits_within(ours, theirs, at, there, hunk.start - at)
        yield _edit(ours, theirs, hunk)
        at, there = hunk.end, hunk.source_end
        held = hunk.start < len(ours) and hunk.source_start < len(theirs)
    if held:
        yield from _edits_within(ours, theirs, at, there, len(ours) - at)


def _hunks(ours: Folded, theirs: Folded) -> Iterator[_Hunk]:
    """What lies between equal words, in order; each part around an ellipsis is held against its own place."""
    at = there = 0
    for part in _parts(ours, theirs):
        if part.source_start > there:
            yield _Hunk(at, part.start, there, part.source_start)
        yield from _hunks_within(ours, theirs, part)
        at, there = part.end, part.source_end


def _parts(ours: Folded, theirs: Folded) -> list[_Hunk]:
    """The parts of the quotation around its ellipses with the place of each; the whole, if one is not to be found."""
    cuts = [unit for unit in range(1, len(ours)) if ELLIPSIS.search(gap_before(ours, unit))]
    bounds = list(pairwise([0, *cuts, len(ours)]))
    places: list[tuple[int, int]] = []
    if 0 < len(cuts) <= MOST_PARTS and ours.key_list != theirs.key_list:
        parts = [fold(ours.text[ours.starts[start] : ours.ends[end - 1]]) for start, end in bounds]
        places = locate_parts(parts, theirs)
    if not places:
        return [_Hunk(0, len(ours), 0, len(theirs))]
    places[0], places[-1] = (0, places[0][1]), (places[-1][0], len(theirs))
    return [_Hunk(*ours_bounds, *place) for ours_bounds, place in zip(bounds, places, strict=True)]


def _hunks_within(ours: Folded, theirs: Folded, part: _Hunk) -> Iterator[_Hunk]:
    at, there = part.start, part.source_start
    for start, end, source in [*_anchors(ours, theirs, part), (part.end, part.end, part.source_end)]:
        yield from _hunks_between(ours, theirs, _Hunk(at, start, there, source))
        at, there = end, source + end - start


def _anchors(ours: Folded, theirs: Folded, part: _Hunk) -> list[tuple[int, int, int]]:
    """Long equal runs that follow one another in both texts, for texts too long to be compared in one piece."""
    kept: list[tuple[int, int, int]] = []
    if max(part.end - part.start, part.source_end - part.source_start) <= _ANCHORED:
        return kept
    at, there = part.start, part.source_start
    for start, end, source in find_runs(ours, theirs, edited=False):
        if end > part.end or source + end - start > part.source_end:
            break
        if start >= at and source >= there and end - start >= min(8, 3 + abs((source - there) - (start - at))):
            kept.append((start, end, source))
            at, there = end, source + end - start
    return kept


def _hunks_between(ours: Folded, theirs: Folded, hole: _Hunk) -> Iterator[_Hunk]:
    mine, yours = ours.key_list[hole.start : hole.end], theirs.key_list[hole.source_start : hole.source_end]
    blocks: list[tuple[int, int, int]] = []
    if mine and yours and max(len(mine), len(yours)) <= _LONGEST:
        blocks = equal_blocks(mine, yours)
    if "[" in ours.text:
        blocks = list(_outside_brackets(ours, theirs, hole, blocks))
    at, there = hole.start, hole.source_start
    for first, second, size in [*blocks, (len(mine), len(yours), 0)]:
        start, source_start = hole.start + first, hole.source_start + second
        if ours.key_list[at:start] != theirs.key_list[there:source_start]:
            yield _Hunk(at, start, there, source_start)
        at, there = start + size, source_start + size


def _outside_brackets(
    ours: Folded, theirs: Folded, hole: _Hunk, blocks: list[tuple[int, int, int]]
) -> Iterator[tuple[int, int, int]]:
    """The equal words without those that the quoter bracketed: they stand for others, even where a word is the same."""
    for first, second, size in blocks:
        for at in range(size):
            own = _is_in_brackets(ours, hole.start + first + at)
            if not own or _is_in_brackets(theirs, hole.source_start + second + at):
                yield first + at, second + at, 1


def _edit(ours: Folded, theirs: Folded, hunk: _Hunk) -> WordEdit:
    start, end = _stretch(ours, hunk.start, hunk.end)
    source_start, source_end = _stretch(theirs, hunk.source_start, hunk.source_end)
    kind: EditKind = "changed"
    if hunk.start == hunk.end:
        kind = "dropped"
    elif hunk.source_start == hunk.source_end:
        kind = "added"
    own = kind != "dropped" and _is_bracketed(ours, hunk.start, hunk.end)
    allowed = (
        (kind == "dropped" and bool(ELLIPSIS.search(gap_before(ours, hunk.start))))
        or (own and not _is_bracketed(theirs, hunk.source_start, hunk.source_end))
        or (kind == "changed" and is_written_alike(ours.text[start:end], theirs.text[source_start:source_end]))
    )
    return WordEdit(kind, start, end, source_start, source_end, allowed)


def _stretch(text: Folded, start: int, end: int) -> tuple[int, int]:
    if start < end:
        return int(text.starts[start]), int(text.ends[end - 1])
    if start == len(text):
        return len(text.text), len(text.text)
    place = int(text.starts[start]) if start else 0
    return place, place


def _is_bracketed(text: Folded, start: int, end: int) -> bool:
    """Whether units stand within [brackets], each within one pair no longer than a remark."""
    return start < end and all(_is_in_brackets(text, unit) for unit in range(start, end))


def _is_in_brackets(text: Folded, unit: int) -> bool:
    first, last = int(text.starts[unit]), int(text.ends[unit])
    opening = text.text.rfind("[", max(0, first - _LONGEST_REMARK), first + 1)
    closing = text.text.find("]", last - 1, last + _LONGEST_REMARK)
    return opening >= 0 and closing >= 0 and not {"[", "]"} & set(text.text[opening + 1 : closing])


def _edits_within(ours: Folded, theirs: Folded, at: int, there: int, count: int) -> Iterator[WordEdit]:
    """What differs among words that are equal when folded: their spelling, and the signs between them."""
    same = count > 0 and _text(ours, at, at + count) == _text(theirs, there, there + count)
    for shift in (0, count) if same else range(count + 1):
        unit, other = at + shift, there + shift
        if 0 < shift < count or unit in (0, len(ours)):
            yield from _sign_edits(ours, theirs, unit, other)
        if shift < count and not same and not _is_spelt_alike(ours, theirs, (at, at + count), unit, other - unit):
            places = *_stretch(ours, unit, unit + 1), *_stretch(theirs, other, other + 1)
            yield WordEdit("changed", *places, allowed=False)


def _text(text: Folded, start: int, end: int) -> str:
    return text.text[text.starts[start] : text.ends[end - 1]]


def _is_spelt_alike(ours: Folded, theirs: Folded, run: tuple[int, int], unit: int, offset: int) -> bool:
    """Whether a unit of a run of equal ones is spelt as that of the source, `offset` further on."""
    mine, yours = _text(ours, unit, unit + 1), _text(theirs, unit + offset, unit + offset + 1)
    if mine == yours:
        return True
    if not is_spelt_alike(mine, yours):
        return False
    if not is_abbreviation_changed(mine, yours):
        return True
    first, end = max(run[0], unit - _AROUND), min(run[1], unit + _AROUND + 1)
    around = [(_text(ours, at, at + 1), _text(theirs, at + offset, at + offset + 1)) for at in range(first, end)]
    return is_set_in_capitals(around, unit - first)


def _sign_edits(ours: Folded, theirs: Folded, unit: int, other: int) -> Iterator[WordEdit]:
    """A changed sign before a unit: per cent, currency, minus, question mark, the mark within a number.

    Before the first and after the last word of the quotation only a sign that it has itself can be wrong, and a minus.
    """
    mine, yours = gap_before(ours, unit), gap_before(theirs, other)
    if mine == yours or ELLIPSIS.search(mine):
        return
    signs, asked = signs_before(ours, unit, quoted=True), signs_before(theirs, other)
    if signs == asked or (unit in (0, len(ours)) and not signs and "-" not in asked):
        return
    start, source_start = int(ours.ends[unit - 1]) if unit else 0, int(theirs.ends[other - 1]) if other else 0
    yield WordEdit("changed", start, start + len(mine), source_start, source_start + len(yours), allowed=False)


def _with_swaps(edits: list[WordEdit], ours: Folded, theirs: Folded) -> Iterator[WordEdit]:
    """The edits, with words dropped here and added close by told as one swap."""
    index = 0
    while index < len(edits):
        edit = edits[index]
        after = edits[index + 1] if index + 1 < len(edits) else None
        if after and _is_swap(edit, after, ours, theirs):
            yield WordEdit(
                "swapped",
                min(edit.start, after.start),
                max(edit.end, after.end),
                min(edit.source_start, after.source_start),
                max(edit.source_end, after.source_end),
                allowed=False,
            )
            index += 1
        else:
            yield edit
        index += 1


def _is_swap(edit: WordEdit, after: WordEdit, ours: Folded, theirs: Folded) -> bool:
    if {edit.kind, after.kind} != {"dropped", "added"} or edit.allowed or after.allowed:
        return False
    dropped, added = (edit, after) if edit.kind == "dropped" else (after, edit)
    between = ours.text[edit.end : after.start].split()
    words = theirs.text[dropped.source_start : dropped.source_end]
    same = as_folded(words).key_list == as_folded(ours.text[added.start : added.end]).key_list
    return same and len(between) <= _SWAP_REACH
