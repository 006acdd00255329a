"""The sources that a draft may have taken from: with few of them all, else those that it names or resembles."""

from __future__ import annotations

import os
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from compliance.addresses import article_key
from compliance.drafts.prose import prose
from compliance.reuse.elsewhere import addresses
from compliance.sources.cache import text_path
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


def version_of(entry: Entry) -> str:
    """The name of an article in the index: another one when its text is."""
    return f"{entry.sha256} {entry.url}"


class KnownSources:
    """The articles of a lock, their texts read when a draft asks for them and kept for the next one."""

    def __init__(self, folder: str) -> None:
        """Read the lock of a folder. Raises ``YamlFaults`` for a faulty one."""
        self._folder = folder
        self._entries = read_lock(folder).entries
        self._by_key = {key: entry for entry in self._entries for key in entry.keys}
        self._source = lru_cache(maxsize=4 * FEW)(lambda entry: source_of(entry, folder))

    def of(self, draft: Draft) -> tuple[Source, ...]:
        """The sources that a draft can have to do with, with their texts where the cache has them."""
        entries = self._entries if len(self._entries) <= FEW else tuple(self._relevant(draft))
        return tuple(map(self._source, entries))

    @cached_property
    def absent(self) -> int:
        """How many articles no draft is compared with: neither is their text at hand, nor their fingerprints' key."""
        if len(self._entries) <= FEW:
            return sum(self._source(entry).is_absent for entry in self._entries)
        return len(self._without_text) - len(self._traced)

    def _relevant(self, draft: Draft) -> Iterator[Entry]:
        named = (self._by_key.get(article_key(url)) for url in dict.fromkeys(addresses(draft)))
        found = (*named, *self._alike(draft), *self._traced)
        seen = {entry.address: entry for entry in found if entry is not None}
        yield from (seen[address] for address in sorted(seen))

    def _alike(self, draft: Draft) -> Iterator[Entry]:
        """The entries whose texts share most with a draft; where nothing can be compared one, so that this is told."""
        if self._index is None:
            yield from (entry for entry in self._entries[:1] if entry.sha256)
            return
        for found in self._index.candidates(prose(draft).value, _MOST):
            entry = self._by_version.get(found.name)
            if entry is not None:
                yield entry

    @cached_property
    def _index(self) -> SourceIndex | None:
        """The index, brought up to date; None where the extra is missing that texts are compared with."""
        try:
            from compliance.comparing.library import Library
        except ModuleNotFoundError:
            return None
        return Library(self._folder).opened()

    @cached_property
    def _by_version(self) -> dict[str, Entry]:
        return {version_of(entry): entry for entry in self._entries}

    @cached_property
    def _without_text(self) -> tuple[Entry, ...]:
        """The entries whose texts are not there, or could not be read when the index took in all others."""
        there = _files_beside(text_path(self._folder, ""))
        indexed = self._by_version.keys() if self._index is None else set(self._index.names())
        return tuple(e for e in self._entries if f"{e.sha256}.txt" not in there or version_of(e) not in indexed)

    @cached_property
    def _traced(self) -> tuple[Entry, ...]:
        """Those of them that are known by fingerprints whose key is at hand; no index leads to them."""
        printed = (entry for entry in self._without_text if entry.fingerprints)
        return tuple(entry for entry in printed if self._source(entry).trace is not None)


def _files_beside(path: str) -> frozenset[str]:
    """The names in the folder of a file."""
    try:
        return frozenset(os.listdir(os.path.dirname(path)))
    except OSError:
        return frozenset()
