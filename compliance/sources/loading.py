"""What the check is given: the lock's articles, with their texts where the cache has them."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from compliance.reuse.model import Source
from compliance.sources import LOCK
from compliance.yamldoc import Fault, YamlFaults

if TYPE_CHECKING:
    from collections.abc import Callable

    from compliance.reuse.model import Trace
    from compliance.sources.model import Entry


def source_of(entry: Entry, folder: str) -> Source:
    """An entry as the check takes it; a text that the cache lacks, or that is not the one of the lock, is None."""
    from compliance.sources.cache import cached_text
    from compliance.sources.links import cached_links

    text = cached_text(folder, entry.sha256) if entry.sha256 else None
    return Source(
        url=entry.url,
        title=entry.title,
        authors=entry.authors,
        published=entry.published,
        also=tuple(a for a in entry.addresses if a != entry.url),
        text=text,
        links=cached_links(folder, entry.sha256) if entry.sha256.isalnum() else None,
        recorded=True,
        trace=_tracing(entry) if text is None and entry.fingerprints else None,
    )


def _tracing(entry: Entry) -> Callable[[str], Trace] | None:
    """What finds copies of an article by its fingerprints; None where their key is not in the environment."""
    from compliance.sources.fingerprints import VARIABLE, key_from_environment, read, trace
    from compliance.sources.model import Unreadable

    if not os.environ.get(VARIABLE):
        return None
    try:
        key, prints = key_from_environment(), read(entry.fingerprints)
    except Unreadable as error:
        raise YamlFaults([Fault(LOCK, 1, 1, f"{entry.address}: {error}")]) from None
    return partial(trace, prints=prints, key=key, words=entry.words)


def sources_folder(start: str) -> str:
    """The folder whose lock serves the drafts in another: what their settings say, or the settings file's own folder.

    Without settings it is the repository's root, and without a repository the folder itself.
    """
    from compliance.settings import repository_root, settings_for

    settings = settings_for(start)
    if settings.files:
        return settings.sources or os.path.dirname(settings.files[0]) or "."
    return repository_root(start)
