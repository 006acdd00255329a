"""Whose a copied stretch is where several sources at hand have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compliance.matching.attribution import attribute
from compliance.reuse.copies.spans import share, union, without

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from compliance.reuse.copies.finds import Find
    from compliance.reuse.copies.spans import Span

    Farness = Callable[[str, Find], int]
    """How far a find stands from where the draft names a source: the nearer, the likelier it is meant."""

_SHARED: Final = 0.5
_LEAST_REST: Final = 8
"""Words of a find beside what another source has, for it to count as well."""


class Sharing:
    """Finds of many sources, given out so that each stretch of the draft is charged once.

    A source that the draft names comes before one that it does not; of several the one that is named nearest. Among
    those that are not named the one that explains most of the draft goes first. ``barred`` has for each source what
    other sources have for their own: what of a find lies there is not charged to it.
    """

    def __init__(self, text: str, finds: Mapping[str, Sequence[Find]], barred: Mapping[str, Sequence[Span]]) -> None:
        self._text = text
        self._finds = finds
        self.barred = {url: list(spans) for url, spans in barred.items()}

    def given(self, named: Sequence[str], farness: Farness) -> dict[str, list[Find]]:
        """For each source its finds, in order."""
        kept: dict[str, list[Find]] = {url: [] for url in self._finds}
        pairs = [(url, find) for url in named for find in self._finds[url]]
        for url, find in sorted(pairs, key=lambda pair: (farness(*pair), pair[1].span, pair[0])):
            self._keep(kept, url, find)
        free = {
            url: [f for f in found if self._is_new(url, f)] for url, found in self._finds.items() if url not in named
        }
        strongest = {
            (one.source, one.match) for one in attribute({url: [f.match for f in f_] for url, f_ in free.items()})
        }
        for url, found in free.items():
            for find in found:
                if (url, find.match) in strongest:
                    self._keep(kept, url, find, bar=False)
        return {url: sorted(found, key=lambda f: f.span) for url, found in kept.items()}

    def _keep(self, kept: dict[str, list[Find]], url: str, find: Find, *, bar: bool = True) -> None:
        if not self._is_new(url, find):
            return
        kept[url].append(find)
        taken = without(find.span, self.barred[url])
        for other, spans in self.barred.items():
            if bar and other != url:
                self.barred[other] = union([*spans, *taken])

    def _is_new(self, url: str, find: Find) -> bool:
        """Whether no other source has most of a find, or it goes on where none has it."""
        barred = self.barred[url]
        if share([find.span], barred) < _SHARED:
            return True
        return any(_words(self._text[slice(*rest)]) >= _LEAST_REST for rest in without(find.span, barred))


def _words(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())
