"""The sources that a draft may have taken from: with few of them all, else those that it names or resembles."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compliance.addresses import article_key
from compliance.drafts.prose import prose
from compliance.sources.loading import source_of
from compliance.sources.lock import read_lock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.model import Draft
    from compliance.matching.index import SourceIndex
    from compliance.reuse.model import Source
    from compliance.sources.model import Entry

FEW: Final = 40
"""So many sources are simply compared with every draft; more of them are looked up in an index."""
_MOST: Final = 20
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'\\)\]}]{4,2000}")


class KnownSources:
    """The articles of a lock, their texts read when a draft asks for them and kept for the next one."""

    def __init__(self, folder: str) -> None:
        """Read the lock of a folder. Raises ``YamlFaults`` for a faulty one."""
        self._folder = folder
        self._entries = read_lock(folder).entries
        self._index: SourceIndex | None = None
        self._by_url: dict[str, Entry] = {}
        self._by_key = {key: entry for entry in self._entries for key in entry.keys}
        self._source = lru_cache(maxsize=4 * FEW)(lambda entry: source_of(entry, folder))

    def of(self, draft: Draft) -> tuple[Source, ...]:
        """The sources that a draft can have to do with, with their texts where the cache has them."""
        entries = self._entries if len(self._entries) <= FEW else tuple(self._relevant(draft))
        return tuple(map(self._source, entries))

    def _relevant(self, draft: Draft) -> Iterator[Entry]:
        named = [self._by_key.get(article_key(url)) for url in dict.fromkeys(_addresses(draft))]
        seen = {entry.address: entry for entry in (*named, *self._alike(draft)) if entry is not None}
        yield from (seen[address] for address in sorted(seen))

    def _alike(self, draft: Draft) -> Iterator[Entry]:
        """The entries whose texts share most with a draft; none where nothing can be compared."""
        if self._index is None:
            try:
                from compliance.comparing.library import Library
            except ModuleNotFoundError:
                return
            self._index = Library(self._folder).opened()
            self._by_url = {entry.url: entry for entry in self._entries}
        for found in self._index.candidates(prose(draft).value, _MOST):
            entry = self._by_url.get(found.name.partition(" ")[2])
            if entry is not None:
                yield entry


def _addresses(draft: Draft) -> Iterator[str]:
    """All addresses that stand in a draft: of links, in the front matter, in attributes, in the text."""
    yield from (link.address for link in draft.links)
    yield from (entry.value for entry in draft.front_matter.entries if "//" in entry.value)
    yield from (m.group() for m in _ADDRESS.finditer(draft.text))
