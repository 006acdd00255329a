"""Passages that stand in a source so often that no part of them points to one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.matching.fold import Ints, Keys

_SELDOM: Final = 8
"""To look so many words of the source up takes no longer than to make plain numbers of one of them."""


def follow(ours: Keys, theirs: Keys, often: tuple[Ints, Ints], known: tuple[Ints, Ints]) -> tuple[Ints, Ints, Ints]:
    """A place of the source for each of our grams that stand there often: the gram, its place, the number of its run.

    `often` are the grams and the first place of each, `known` grams that stand there seldom with their places. Runs
    go on as long as the source does; where one begins its place follows that of the gram before it, if that is known,
    or else is the first.
    """
    order = np.argsort(often[0])
    at, firsts = often[0].take(order), often[1].take(order)
    begins = np.flatnonzero(np.diff(at, prepend=-2) > 1)
    wanted = np.isin(known[0], at.take(begins) - 1)
    after = dict(zip((known[0][wanted] + 1).tolist(), (known[1][wanted] + 1).tolist(), strict=True))
    hashes = ours.take(at).tolist()
    held = theirs.tolist() if len(at) * _SELDOM > len(theirs) else theirs
    rows = list(_followed(at.tolist(), hashes, firsts.tolist(), held, after))
    places, runs = np.array(rows, dtype=np.int64).reshape(-1, 2).T
    return at, places, runs


def _followed(
    at: list[int], hashes: list[int], firsts: list[int], theirs: Sequence[int] | Keys, after: dict[int, int]
) -> Iterator[tuple[int, int]]:
    last, place, run = -2, -1, -1
    size = len(theirs)
    for gram, wanted, first in zip(at, hashes, firsts, strict=True):
        place = place + 1 if gram == last + 1 else after.get(gram, first)
        goes_on = place < size and theirs[place] == wanted
        if not goes_on:
            place = first
        if not goes_on or gram != last + 1:
            run += 1
        last = gram
        yield place, run
