"""What the editor declares and no text shows: how a draft is published, and which permissions are held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Medium = Literal["online", "newsletter", "print", "social", "broadcast"]


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
