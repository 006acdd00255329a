"""Which source at hand a quotation belongs to, whatever the evidence around it says."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compliance.addresses import same_site
from compliance.matching.fold import fold
from compliance.reuse.copies.finds import folded
from compliance.reuse.copies.quoted import quotations
from compliance.reuse.copies.spans import share, union, within, without

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from compliance.reuse.copies.finds import Find
    from compliance.reuse.copies.spans import Span
    from compliance.reuse.copies.stream import Stream
    from compliance.reuse.model import Certainty, Passage, Source

_HELD: Final = 0.6
"""The part of a quotation that must stand in a source."""
_LEAST: Final = 25
"""Letters of a quotation that is no set phrase."""
_BESIDE: Final = 10
"""Words beside a quotation that two reports of it may share, such as who said it."""


@lru_cache(maxsize=64)
def spaced(text: str) -> str:
    """The folded words of a source's text, a space around each; kept for the next draft."""
    return _spaced(folded(text).words)


class Owners:
    """The sources at hand by address, with their finds, asked whose a quotation is."""

    def __init__(self, stream: Stream, sources: Mapping[str, Source], finds: Mapping[str, Sequence[Find]]) -> None:
        self._stream = stream
        self._sources = sources
        self._finds = finds
        self._covered = {url: union(f.span for f in found) for url, found in finds.items()}
        self._relayed: dict[str, list[str]] = {}
        self._words = {url: spaced(s.text or "") for url, s in sources.items()}

    def of(self, passage: Passage, tied: str, certainty: Certainty | None, domain: str = "") -> str:
        """The address of the source at hand that has a passage, or "" if none has.

        ``tied`` is the source at hand that the evidence names, or "", ``domain`` the site that it names:
        of several sources that have a passage, one of that site goes first. A passage that stands in ``tied`` stays
        there; one that evidence ties to another site stays with that where the source itself has the words from
        somebody else, unless the words around the quotation are the source's, too.
        """
        spans = self._stream.spans(passage.slices)
        if not spans:
            return ""
        words = _spaced(fold(passage.text).words) if sum(map(str.isalnum, passage.text)) >= _LEAST else ""
        scores = {url: self._score(url, spans, words) for url in self._sources}
        best = max(scores, key=lambda url: (scores[url], url == tied, same_site(url, domain), url))
        if tied and scores[tied] >= _HELD:
            return tied
        if scores[best] < _HELD or certainty == "declared":
            return ""
        told = certainty in ("strong", "likely") and not tied and not self._is_surrounded(best, spans)
        return "" if told and self._is_relayed(best, spans, words) else best

    def has(self, url: str, passage: Passage) -> bool:
        """Whether a source has a passage."""
        spans = self._stream.spans(passage.slices)
        return bool(spans) and self._score(url, spans, _spaced(fold(passage.text).words)) >= _HELD

    def _score(self, url: str, spans: Sequence[Span], words: str) -> float:
        return 1.0 if words and words in self._words[url] else share(spans, self._covered[url])

    def _is_surrounded(self, url: str, spans: Sequence[Span]) -> bool:
        """Whether more of the source than a passage stands where the passage does."""
        around = [f.span for f in self._finds[url] if any(within(s, [f.span]) for s in spans)]
        beside = [rest for span in around for rest in without(span, union(spans))]
        return sum(len(self._stream.text[slice(*rest)].split()) for rest in beside) > _BESIDE

    def _is_relayed(self, url: str, spans: Sequence[Span], words: str) -> bool:
        """Whether the source has the words in quotation marks: both may have them from a third."""
        text = self._sources[url].text or ""
        if url not in self._relayed:
            self._relayed[url] = [_spaced(fold(text[a:b]).words) for a, b in quotations(text)]
        if words and any(words in quoted for quoted in self._relayed[url]):
            return True
        places = [f.source for f in self._finds[url] if any(within(s, [f.span]) for s in spans)]
        return share(places, union(quotations(text))) >= _HELD


def _spaced(words: Sequence[str]) -> str:
    return f" {' '.join(words)} " if words else ""
