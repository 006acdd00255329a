"""Made-up text of an exact length, for drafts that lie at a limit."""

from __future__ import annotations

from itertools import chain, islice, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SYLLABLES = ["".join(pair) for pair in product("bdfgklmnprstvz", "aeiou")]
_OTHER = 4000  # words further on


def text(unit: str, number: int, *, spaced: bool = True, other: bool = False) -> str:
    """Text of exactly so many characters, words, sentences, paragraphs (parted by a blank line) or lines of verse.

    Lines end in a Markdown line break. With ``spaced=False`` characters are letters only; ``other`` gives other words.
    """
    source = islice(_words(), _OTHER if other else 0, None)
    if unit == "characters":
        return _characters(number, source) if spaced else "".join(islice(chain.from_iterable(source), number))
    words = list(islice(source, 3 * number))
    if unit == "words":
        return " ".join(words[:number])
    threes = [" ".join(words[n : n + 3]) for n in range(0, 3 * number, 3)]
    if unit == "sentences":
        return " ".join(f"{three.capitalize()}." for three in threes)
    return {"paragraphs": "\n\n", "lines": "\\\n"}[unit].join(threes)


def _words() -> Iterator[str]:
    """Endless made-up words, hardly any of them twice in a draft."""
    for length in (2, 3, 4):
        yield from map("".join, product(_SYLLABLES, repeat=length))


def _characters(number: int, words: Iterator[str]) -> str:
    taken, length = [], 0
    for word in words:
        taken.append(word)
        length += len(word) + 1
        if length > number:
            break
    cut = " ".join(taken)[:number]
    return cut[:-1] + "a" if cut.endswith(" ") else cut
