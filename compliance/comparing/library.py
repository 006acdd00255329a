"""A library of articles with its index: a draft is held only against those that can match."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from compliance.comparing.holding import compare_many
from compliance.comparing.model import Incomparable
from compliance.comparing.shelves import articles
from compliance.discovery import UnreachableError
from compliance.matching.index import SourceIndex, SourceIndexError
from compliance.sources.cache import cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from compliance.comparing.model import LibraryComparison, Side
    from compliance.comparing.shelves import Article
    from compliance.matching.fold import Folded

INDEX: Final = "library.sqlite"
"""The file's name, in the library's cache; it holds hashes only, and is made anew where it is missing or damaged."""
_IN_MEMORY: Final = ":memory:"
_MOST: Final = 50
"""So many articles, those that share most with the draft, are compared word for word."""


@dataclass(slots=True)
class Library:
    """The articles in a folder. ``unread`` says of each article that could not be compared which and why."""

    folder: str
    unread: list[str] = field(default_factory=list)

    def compare(self, draft: Side, progress: Callable[[int, int], None]) -> LibraryComparison:
        """The draft held against all articles but itself; the index is brought up to date first.

        ``progress(done, all)`` is called for each article that the index takes in. Where the index cannot be written,
        one is made in memory, for this once. Raises ``YamlFaults`` for a faulty lock.
        """
        try:
            path = os.path.join(cache_folder(self.folder), INDEX)
            try:
                return self._compare(draft, path, progress)
            except sqlite3.OperationalError:
                raise
            except (SourceIndexError, sqlite3.DatabaseError):
                os.unlink(path)
                return self._compare(draft, path, progress)
        except (OSError, sqlite3.OperationalError):
            return self._compare(draft, _IN_MEMORY, progress)

    def opened(self) -> SourceIndex:
        """The index, brought up to date; names in it end in a space and the article's address. Raises as `compare`."""
        try:
            path = os.path.join(cache_folder(self.folder), INDEX)
            try:
                return self._opened(path)
            except sqlite3.OperationalError:
                raise
            except (SourceIndexError, sqlite3.DatabaseError):
                os.unlink(path)
                return self._opened(path)
        except (OSError, sqlite3.OperationalError):
            return self._opened(_IN_MEMORY)

    def _opened(self, path: str) -> SourceIndex:
        index = SourceIndex(path)
        self._update(index, {article.version: article for article in articles(self.folder)}, lambda _done, _all: None)
        return index

    def _compare(self, draft: Side, path: str, progress: Callable[[int, int], None]) -> LibraryComparison:
        self.unread.clear()
        known = {article.version: article for article in articles(self.folder)}
        with SourceIndex(path) as index:
            self._update(index, known, progress)
            itself = [version for version in index.names() if _is_same(known[version].path, draft.path)]
            likely = [one.name for one in index.candidates(draft.folded, _MOST) if one.name not in itself]
            count = len(index) - len(itself)
        return compare_many(draft, list(self._read([known[version] for version in likely])), self.folder, count)

    def _update(self, index: SourceIndex, known: dict[str, Article], progress: Callable[[int, int], None]) -> None:
        held = set(index.names())
        index.remove(sorted(held - known.keys()))
        new = [article for version, article in known.items() if version not in held]

        def texts() -> Iterator[tuple[str, Folded]]:
            for done, article in enumerate(new, start=1):
                for side in self._read([article]):
                    yield article.version, side.folded
                progress(done, len(new))

        index.add(texts())

    def _read(self, some: list[Article]) -> Iterator[Side]:
        for article in some:
            try:
                yield article.read()
            except (UnreachableError, Incomparable) as reason:
                self.unread.append(str(reason))


def _is_same(path: str, other: str) -> bool:
    return os.path.basename(path) == os.path.basename(other) and os.path.realpath(path) == os.path.realpath(other)
