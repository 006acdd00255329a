"""Find the one place of a source that a quotation was taken from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from compliance.matching.align import align
from compliance.matching.edits import equal_blocks
from compliance.matching.fold import Folded, as_folded, fold

ELLIPSIS: Final = re.compile(r"\.\s?\.\s?\.|\u2026|\u22ef")
"""What a quoter puts where he left words out."""
_OWN_WORDS: Final = re.compile(r"\[(?:[^\[\]]{2,300}|\w)\](?!\w)")
_BRACKET: Final = 320
_BRACKETS_FIRST: Final = re.compile(r"\A\W{0,4}\[([^\[\]]{2,300})\]")
_BRACKETS_LAST: Final = re.compile(r"\[([^\[\]]{2,300})\]\W{0,4}\Z")
_BRACKETS_BEFORE: Final = re.compile(r"\[([^\[\]\n]{2,300})\]\W{0,4}\Z")
_BRACKETS_AFTER: Final = re.compile(r"\W{0,4}?\[([^\[\]\n]{2,300})\]")
MOST_PARTS: Final = 20
"""Ellipses of one quotation that are looked at; what has more is taken as it stands."""
_TRIED: Final = 3
"""Parts around which the others are sought, where they do not stand around the longest."""
_LEAST: Final = 0.6
_SLACK: Final = 5
_COMMON: Final = 64
_REMARK: Final = 10
"""Words of the source that one [bracket] may stand for."""
_LONG: Final = 400
_SIGNS_BEFORE: Final = re.compile(
    r"(?:(?<![^\s(\[\"\u201c\u201e\u00ab\u2018])[+\u2212\u2013\u00b1-])?[$\u20ac\u00a3\u00a5\u20b4\u20bd\u20b9]?\Z"
    r"|[$\u20ac\u00a3\u00a5\u20b4\u20bd\u20b9][\u2212\u2013-]\Z"
)
"""A minus, which stands apart from what is before it, and a currency."""
_SIGNS_AFTER: Final = frozenset("%\u2030$\u20ac\u00a3\u00a5\u20b4\u20bd\u20b9\u00b0")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a source, in code points, and how much of the quotation's words stand in it (0 to 1)."""

    start: int
    end: int
    similarity: float


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch of the source in units."""

    start: int
    end: int
    similarity: float


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The words to find: keys, weights, and the indices of those before which the quoter put words of his own."""

    keys: list[int]
    weights: list[int]
    after_own: set[int]


def locate(quotation: str, source: Folded | str) -> Place | None:
    """The place of the source that fits a quotation best, or None if the source does not hold it.

    Parts around an ellipsis are sought each for itself, before and after the longest of them. [Bracketed] words are
    the quoter's own and need not be there. The place begins and ends with the words that the quotation begins and ends
    with, changed or not.
    """
    source = as_folded(source)
    parts = [part for part in (fold(text) for text in ELLIPSIS.split(quotation, MOST_PARTS)) if len(part)]
    found = _find_parts(parts, source)
    if not found and len(parts) > 1:
        found = _find_parts([fold(quotation)], source)
    if not found:
        return None
    similarity = sum(one.similarity for one in found) / len(found)
    ends = _with_brackets(quotation, source.text, *_whole_number(source, found[0].start, found[-1].end))
    return Place(*ends, round(similarity, 4))


def _with_brackets(quotation: str, source: str, start: int, end: int) -> tuple[int, int]:
    """A place with the brackets at its ends that the source has itself, where the quotation has words of them."""
    for mine, theirs in (
        (_BRACKETS_FIRST.search(quotation), _BRACKETS_BEFORE.search(source, max(0, start - _BRACKET), start)),
        (_BRACKETS_LAST.search(quotation, max(0, len(quotation) - _BRACKET)), _BRACKETS_AFTER.match(source, end)),
    ):
        if mine and theirs and set(fold(mine[1]).key_list) & set(fold(theirs[1]).key_list):
            start, end = min(start, theirs.start(1) - 1), max(end, theirs.end(1) + 1)
    return start, end


def locate_parts(parts: list[Folded], source: Folded) -> list[tuple[int, int]]:
    """For parts of a quotation in order the units of the source that they stand for; empty if one is missing."""
    return [(found.start, found.end) for found in _find_parts(parts, source)]


def _whole_number(source: Folded, first: int, last: int) -> tuple[int, int]:
    """Offsets of a stretch of units, with the rest of a number and its signs at either end."""
    while first and _is_in_number(source, first):
        first -= 1
    while last < len(source) and _is_in_number(source, last):
        last += 1
    start, end = int(source.starts[first]), int(source.ends[last - 1])
    if source.text[start].isdigit():
        before = source.text[max(0, start - 3) : start]
        signs = _SIGNS_BEFORE.search(before)
        start -= len(signs.group()) if signs else 0
    while source.text[end - 1].isdigit() and source.text[end : end + 1] and source.text[end] in _SIGNS_AFTER:
        end += 1
    return start, end


def _is_in_number(source: Folded, unit: int) -> bool:
    """Whether a unit and the one before it are parts of one number, such as 1,500."""
    end, start = int(source.ends[unit - 1]), int(source.starts[unit])
    mark = source.text[end:start]
    return mark in (",", ".", "'", "\u2019") and source.text[end - 1].isdigit() and source.text[start].isdigit()


def _find_parts(parts: list[Folded], source: Folded) -> list[_Found]:
    """The places of all parts, in order; empty if one is missing. The longest is sought first."""
    by_length = sorted(range(len(parts)), key=lambda index: -len(parts[index]))
    return next(filter(None, (_find_around(index, parts, source) for index in by_length[:_TRIED])), [])


def _find_around(index: int, parts: list[Folded], source: Folded) -> list[_Found]:
    """The places of all parts, the others before and after the best place of one; empty if one is missing."""
    middle = _locate_part(parts[index], source, (0, len(source)))
    found = [middle] if middle else []
    for part in reversed(parts[:index]):
        before = _locate_part(part, source, (0, found[0].start), last=True) if found else None
        found = [before, *found] if before else []
    for part in parts[index + 1 :]:
        after = _locate_part(part, source, (found[-1].end, len(source))) if found else None
        found = [*found, after] if after else []
    return found


def _locate_part(part: Folded, source: Folded, bounds: tuple[int, int], *, last: bool = False) -> _Found | None:
    """The best place of a text without gaps between two units of the source; of equals the first, or the last."""
    if len(part) > _LONG:
        return _locate_long(part, source, bounds)
    wanted = _wanted(part)
    places = _places(wanted.keys, source, bounds)
    exact = _exact(wanted.keys, source, (places, bounds), last=last)
    if exact:
        return exact
    window = _fullest_window(places, wanted, last=last)
    return _within_window(wanted, source, window, bounds) if window else None


def _exact(
    keys: list[int], source: Folded, within: tuple[list[tuple[int, int]], tuple[int, int]], *, last: bool
) -> _Found | None:
    """A place where the words stand one after another, between the bounds; of these only the rarest is tried."""
    places, bounds = within
    asked = Counter(key for _, key in places)
    if not asked:
        return None
    rarest = min(asked, key=lambda key: (asked[key], key))
    shift = keys.index(rarest)
    starts = [at - shift for at, key in places if key == rarest]
    inside = [start for start in starts if bounds[0] <= start <= bounds[1] - len(keys)]
    for start in reversed(inside) if last else inside:
        if source.key_list[start : start + len(keys)] == keys:
            return _Found(start, start + len(keys), 1.0)
    return None


def _within_window(wanted: _Wanted, source: Folded, window: tuple[int, int], bounds: tuple[int, int]) -> _Found | None:
    """The exact ends of the place within a window that is wider."""
    for _ in range(2):
        start, end = max(bounds[0], window[0]), min(bounds[1], window[1])
        theirs = source.key_list[start:end]
        blocks = _slid_together(equal_blocks(wanted.keys, theirs), theirs)
        if not blocks:
            return None
        first, final = _best_ends(blocks, wanted)
        lead, tail = blocks[first][0], len(wanted.keys) - blocks[final][0] - blocks[final][2]
        begin, finish = start + blocks[first][1], start + blocks[final][1] + blocks[final][2]
        window = begin - 2 * lead - 2 * bool(lead), finish + 2 * tail + 2 * bool(tail)
    weight = sum(sum(wanted.weights[at : at + size]) for at, _, size in blocks[first : final + 1])
    similarity = weight / max(1, sum(wanted.weights))
    if similarity < _LEAST:
        return None
    return _Found(max(bounds[0], begin - lead), min(bounds[1], finish + tail), similarity)


def _wanted(part: Folded) -> _Wanted:
    """The words of a text without those in [brackets] of their own."""
    starts = part.starts.tolist()
    own = {
        unit
        for match in _OWN_WORDS.finditer(part.text)
        for unit in range(bisect_left(starts, match.start()), bisect_left(starts, match.end()))
    }
    units = [unit for unit in range(len(part)) if unit not in own]
    weights = part.weights.tolist()
    return _Wanted(
        [part.key_list[unit] for unit in units],
        [weights[unit] for unit in units],
        {at for at, unit in enumerate(units) if unit - 1 in own},
    )


def _places(keys: list[int], source: Folded, bounds: tuple[int, int]) -> list[tuple[int, int]]:
    """Unit and key of the words in a part of the source, in order; common words only if there are no others."""
    wanted = set(keys)
    rare = {key for key in wanted if 0 < len(source.places.get(key, ())) <= _COMMON} or wanted
    return sorted((at, key) for key in rare for at in source.places.get(key, ()) if bounds[0] <= at < bounds[1])


def _fullest_window(places: list[tuple[int, int]], wanted: _Wanted, *, last: bool) -> tuple[int, int] | None:
    """The stretch of the source, little longer than the text, that holds most of its words by weight."""
    weights, left, size = dict(zip(wanted.keys, wanted.weights, strict=True)), Counter(wanted.keys), len(wanted.keys)
    slack = max(_SLACK, size // 3)
    best, score, back, where = 0, 0, 0, None
    for place, key in places:
        score += weights[key] * (left[key] > 0)
        left[key] -= 1
        while places[back][0] <= place - size - slack:
            dropped = places[back][1]
            left[dropped] += 1
            score -= weights[dropped] * (left[dropped] > 0)
            back += 1
        if score > best or (last and score == best):
            best, where = score, (places[back][0] - slack, place + 1 + slack)
    return where


def _slid_together(blocks: list[tuple[int, int, int]], keys: list[int]) -> list[tuple[int, int, int]]:
    """Blocks with the outer ones moved inwards where the same words stand next to the inner ones as well."""
    while len(blocks) > 1:
        (a, b, size), (after, there, length) = blocks[0], blocks[1]
        if a + size != after or keys[b : b + size] != keys[there - size : there]:
            break
        blocks = [(a, there - size, size + length), *blocks[2:]]
    while len(blocks) > 1:
        (a, b, size), (after, there, length) = blocks[-2], blocks[-1]
        if a + size != after or keys[there : there + length] != keys[b + size : b + size + length]:
            break
        blocks = [*blocks[:-2], (a, b, size + length)]
    return blocks


def _best_ends(blocks: list[tuple[int, int, int]], wanted: _Wanted) -> tuple[int, int]:
    """First and last block of equal words such that fewest words differ: a stray equal word far off is no end."""
    gaps = [
        max(after - start - size, there - source - size - _REMARK * (after in wanted.after_own))
        for (start, source, size), (after, there, _) in pairwise(blocks)
    ]
    passed = [0, *accumulate(gaps)]
    first = min(range(len(blocks)), key=lambda at: (blocks[at][0] - passed[at], at))
    ends = [len(wanted.keys) - at - length for at, _, length in blocks]
    last = min(range(first, len(blocks)), key=lambda at: (ends[at] + passed[at], -at))
    return first, last


def _locate_long(part: Folded, source: Folded, bounds: tuple[int, int]) -> _Found | None:
    first, last = bounds
    if first == last:
        return None
    shift = int(source.starts[first])
    stretch = source if bounds == (0, len(source)) else fold(source.text[shift : source.ends[last - 1]])
    matches = align(part, stretch)
    covered = sum(match.draft_end - match.draft_start for match in matches) / max(1, len(part.text))
    if covered < _LEAST:
        return None
    start, end = min(match.source_start for match in matches), max(match.source_end for match in matches)
    starts = source.starts.tolist()
    return _Found(bisect_left(starts, shift + start), bisect_left(starts, shift + end), min(1.0, covered))
