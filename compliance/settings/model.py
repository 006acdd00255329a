"""The settings that govern a draft, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.facts import Facts, Site
from compliance.values import dataclass

if TYPE_CHECKING:
    from compliance.yamldoc import Document


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that govern a draft. Without any file these are the defaults.

    ``files`` are the files they were read from, the nearest first; ``policies`` the folders of the repository's own
    policies; ``autolink`` whether bare addresses become links (``None``: as the draft's format has it); ``exclude``
    pairs of a folder and a glob below it; ``sources`` the folder of ``sources.lock`` (empty: beside the settings file,
    or at the repository's root); ``permissions`` the files of written permissions as read, for `policies.recorded`.
    """

    files: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    autolink: bool | None = None
    exclude: tuple[tuple[str, str], ...] = ()
    facts: Facts = Facts()
    site: Site = Site()
    sources: str = ""
    permissions: tuple[Document, ...] = ()
