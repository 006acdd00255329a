"""Which articles a library has: those of its lock, or else the files in its folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compliance.comparing.model import Incomparable
from compliance.comparing.preparing import source_side, text_side
from compliance.comparing.relevant import version_of
from compliance.discovery import is_draft, read_file
from compliance.sources import LOCK
from compliance.sources.cache import cached_text, text_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from compliance.comparing.model import Side
    from compliance.sources.model import Entry


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """One article: where it lies, a name that is another when its text is, and how to read it.

    ``read`` raises ``UnreachableError``, ``Incomparable``.
    """

    path: str
    version: str
    read: Callable[[], Side]


def articles(folder: str) -> Iterator[Article]:
    """The articles of a library, each version once. Raises ``YamlFaults`` for a faulty lock."""
    if os.path.exists(os.path.join(folder, LOCK)):
        from compliance.sources.lock import read_lock

        for entry in read_lock(folder).entries:
            yield _locked(folder, entry)
        return
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(filter(is_draft, names)):
            yield _filed(folder, os.path.normpath(os.path.join(parent, name)))


def _locked(folder: str, entry: Entry) -> Article:
    path = text_path(folder, entry.sha256)

    def read() -> Side:
        text = cached_text(folder, entry.sha256)
        if text is None:
            raise Incomparable(f"{entry.url}: its text is not at hand: compliance source fetch {entry.url}")
        return text_side(text, path, title=entry.title, url=entry.url, authors=entry.authors)

    return Article(path, version_of(entry), read)


def _filed(folder: str, path: str) -> Article:
    try:
        seen = os.stat(path)
        version = f"{seen.st_mtime_ns:x}-{seen.st_size:x}"
    except OSError:
        version = "-"
    name = f"{version} {os.path.relpath(path, folder)}"
    return Article(path, name.encode("utf-8", "backslashreplace").decode(), lambda: source_side(read_file(path), path))
