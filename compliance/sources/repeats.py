"""Paragraphs that a page holds twice, once for small screens and once for large ones."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONG: Final = 80  # characters: verses of a refrain are shorter
_FEWEST: Final = 2  # such paragraphs make a run


def repeated(texts: Sequence[str]) -> set[int]:
    """The numbers of the paragraphs that lie in a run which stands there a second time, word for word.

    A single paragraph may be said twice, and so may a refrain.
    """
    places: dict[str, int] = {}
    found: set[int] = set()
    runs: dict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        first = places.setdefault(text, number)
        if first < number:
            runs[number - first].append(number)
    for numbers in runs.values():
        run: list[int] = []
        for number in [*numbers, -1]:
            if run and number != run[-1] + 1:
                if sum(len(texts[n]) >= _LONG for n in run) >= _FEWEST:
                    found.update(run)
                run = []
            run.append(number)
    return found
