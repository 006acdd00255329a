"""What tests ask of a folder of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.sources.loading import source_of
from compliance.sources.lock import read_lock

if TYPE_CHECKING:
    from compliance.reuse.model import Source


def only_source(folder: str) -> Source:
    """The only entry of a folder's lock, as the check takes it."""
    (entry,) = read_lock(folder).entries
    return source_of(entry, folder)
