"""Find the one place of a source that a quotation was taken from."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from compliance.matching.align import align
from compliance.matching.edits import equal_blocks
from compliance.matching.fold import Folded, as_folded, fold

_ELLIPSIS: Final = re.compile(r"\.\s?\.\s?\.|\u2026|\u22ef")
_OWN_WORDS: Final = re.compile(r"\[[^\[\]]*\s[^\[\]]*\]|\[\w+\](?!\w)")
_LEAST: Final = 0.6
_SLACK: Final = 5
_COMMON: Final = 64
_LONG: Final = 400
_SIGNS_BEFORE: Final = frozenset("$\u20ac\u00a3\u00a5\u20b4\u20bd\u20b9+-\u2212")
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


def locate(quotation: str, source: Folded | str) -> Place | None:
    """The place of the source that fits a quotation best, or None if the source does not hold it.

    Parts around an ellipsis are sought each for itself, before and after the longest of them. [Bracketed] words are
    the quoter's own and need not be there. The place begins and ends with the words that the quotation begins and ends
    with, changed or not.
    """
    source = as_folded(source)
    parts = [part for part in (fold(text) for text in _ELLIPSIS.split(quotation)) if len(part)]
    found = _locate_parts(parts, source)
    if not found and len(parts) > 1:
        found = _locate_parts([fold(quotation)], source)
    if not found:
        return None
    similarity = sum(one.similarity for one in found) / len(found)
    return Place(*_whole_number(source, found[0].start, found[-1].end), round(similarity, 4))


def _whole_number(source: Folded, first: int, last: int) -> tuple[int, int]:
    """Offsets of a stretch of units, with the rest of a number and its signs at either end."""
    while first and _is_in_number(source, first):
        first -= 1
    while last < len(source) and _is_in_number(source, last):
        last += 1
    start, end = int(source.starts[first]), int(source.ends[last - 1])
    while start and source.text[start].isdigit() and source.text[start - 1] in _SIGNS_BEFORE:
        start -= 1
    while source.text[end - 1].isdigit() and source.text[end : end + 1] and source.text[end] in _SIGNS_AFTER:
        end += 1
    return start, end


def _is_in_number(source: Folded, unit: int) -> bool:
    """Whether a unit and the one before it are parts of one number, such as 1,500."""
    end, start = int(source.ends[unit - 1]), int(source.starts[unit])
    mark = source.text[end:start]
    return mark in (",", ".", "'", "\u2019") and source.text[end - 1].isdigit() and source.text[start].isdigit()


def _locate_parts(parts: list[Folded], source: Folded) -> list[_Found]:
    """The places of all parts, in order; empty if one is missing."""
    if not parts:
        return []
    longest = max(range(len(parts)), key=lambda index: len(parts[index]))
    middle = _locate_part(parts[longest], source, 0, len(source))
    if not middle:
        return []
    found = [middle]
    for part in reversed(parts[:longest]):
        before = _locate_part(part, source, 0, found[0].start)
        found = [before, *found] if before else []
        if not found:
            return []
    for part in parts[longest + 1 :]:
        after = _locate_part(part, source, found[-1].end, len(source))
        if not after:
            return []
        found.append(after)
    return found


def _locate_part(part: Folded, source: Folded, floor: int, ceiling: int) -> _Found | None:
    """The best place of a text without gaps between two units of the source."""
    if len(part) > _LONG:
        return _locate_long(part, source)
    own = _own_words(part)
    wanted = [index for index in range(len(part)) if index not in own]
    window = _fullest_window([part.key_list[index] for index in wanted], part, source, floor, ceiling)
    if not window:
        return None
    start, end = window
    keys = source.key_list[start:end]
    blocks = equal_blocks(part.key_list, keys)
    if not blocks:
        return None
    first, last = _best_ends(blocks, len(part))
    weight = sum(part.weight_list[at] for a, _, n in blocks[first : last + 1] for at in range(a, a + n))
    similarity = weight / max(1, sum(part.weight_list[index] for index in wanted))
    if similarity < _LEAST:
        return None
    lead = sum(index < blocks[first][0] for index in wanted)
    tail = sum(index >= blocks[last][0] + blocks[last][2] for index in wanted)
    return _Found(
        max(floor, start + blocks[first][1] - lead),
        min(ceiling, start + blocks[last][1] + blocks[last][2] + tail),
        min(1.0, similarity),
    )


def _own_words(part: Folded) -> set[int]:
    """Units in [brackets] of their own."""
    starts = part.starts.tolist()
    return {
        unit
        for match in _OWN_WORDS.finditer(part.text)
        for unit in range(bisect_left(starts, match.start()), bisect_left(starts, match.end()))
    }


def _fullest_window(keys: list[int], part: Folded, source: Folded, floor: int, ceiling: int) -> tuple[int, int] | None:
    """The stretch of the source, little longer than the text, that holds most of its words by weight."""
    weights = dict(zip(part.key_list, part.weight_list, strict=True))
    left = {key: keys.count(key) for key in keys}
    rare = {key for key in left if len(source.places.get(key, ())) <= _COMMON} or set(left)
    places = sorted((place, key) for key in rare for place in source.places.get(key, ()) if floor <= place < ceiling)
    width = len(part) + len(part) // 3 + _SLACK
    best, score, back, where = 0, 0, 0, None
    for place, key in places:
        score += weights[key] * (left[key] > 0)
        left[key] -= 1
        while places[back][0] <= place - width:
            dropped = places[back][1]
            left[dropped] += 1
            score -= weights[dropped] * (left[dropped] > 0)
            back += 1
        if score > best:
            best, where = score, (places[back][0], place)
    if where is None:
        return None
    slack = max(_SLACK, len(part) // 3)
    return max(floor, where[0] - slack), min(ceiling, where[1] + 1 + slack)


def _best_ends(blocks: list[tuple[int, int, int]], size: int) -> tuple[int, int]:
    """First and last block of equal words such that fewest words differ: a stray equal word far off is no end."""
    gaps = [
        max(after[0] - before[0] - before[2], after[1] - before[1] - before[2]) for before, after in pairwise(blocks)
    ]
    passed = [0, *accumulate(gaps)]
    first = min(range(len(blocks)), key=lambda at: (blocks[at][0] - passed[at], at))
    ends = [size - at - length for at, _, length in blocks]
    last = min(range(first, len(blocks)), key=lambda at: (ends[at] + passed[at], -at))
    return first, last


def _locate_long(part: Folded, source: Folded) -> _Found | None:
    matches = align(part, source)
    covered = sum(match.draft_end - match.draft_start for match in matches) / max(1, len(part.text))
    if covered < _LEAST:
        return None
    start, end = min(match.source_start for match in matches), max(match.source_end for match in matches)
    starts = source.starts.tolist()
    return _Found(bisect_left(starts, start), bisect_left(starts, end), min(1.0, covered))
