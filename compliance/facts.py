"""What the editor declares and no text shows: how a draft is published, and which permissions are held."""

from __future__ import annotations

from typing import Literal

from compliance.values import dataclass

Medium = Literal["online", "newsletter", "print", "social", "broadcast"]
UnknownPublishers = Literal["review", "ignore", "fail"]
Verbatim = Literal["must", "should", "ignore"]


@dataclass(frozen=True, slots=True)
class Permission:
    """A record of a written permission.

    ``publisher`` is a policy's id or a registrable domain; ``source`` the article's address, empty for all of them;
    ``covers`` the rule kinds it lifts, empty for all that ask for one; ``expires`` an ISO date, empty for never.
    """

    publisher: str
    reference: str
    source: str = ""
    covers: tuple[str, ...] = ()
    expires: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """The declared circumstances of a draft. ``None`` means not declared: a rule that depends on it ends in ``review``.

    ``date`` is the day of publication (ISO 8601); ``language`` a BCP 47 tag.
    """

    medium: Medium | None = None
    commercial: bool | None = None
    paywall: bool | None = None
    edited: bool | None = None
    translated: bool | None = None
    date: str = ""
    language: str = ""
    permissions: tuple[Permission, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """Where drafts are published and how strictly they are read.

    ``own_domains`` are no sources; ``unknown_publishers`` is what a reuse of a site without a policy comes to;
    ``source_keys`` are front-matter keys that hold a source's address, besides the usual ones; ``verbatim`` is the
    level at which quotations must have the words of an article at hand where no policy asks for it.
    """

    own_domains: tuple[str, ...] = ()
    unknown_publishers: UnknownPublishers = "review"
    source_keys: tuple[str, ...] = ()
    verbatim: Verbatim = "must"
