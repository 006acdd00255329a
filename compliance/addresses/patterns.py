"""Patterns of addresses, as policies write them: a host, or a host and the first parts of a path; ``*`` is any text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from compliance.addresses.hosts import host, split
from compliance.addresses.spelling import article_key
from compliance.addresses.wrappers import unwrap

_BOUNDARIES: Final = ("", "/", "?", "#", "&")


def fits(url: str, pattern: str, *, query: bool = True) -> bool:
    """Whether an address begins as a pattern says, up to its end or to the end of a part.

    Scheme, ``www.`` and letter case play no part. The address is looked at as it is written, and in its plain form,
    without tracking parameters and marks of mobile and AMP pages; a redirector or an archive's copy counts as what it
    wraps. Without ``query`` only host and path are. ``*`` in the host does not reach into the path; a leading ``*.``
    takes in every host below the domain.
    """
    wanted, rest = _parted(pattern)
    forms = _forms(url, query)
    if not wanted:
        return any(_begins(rest, f"{name}{behind}") for name, behind in forms)
    return any(_covers(wanted, name) and _begins(rest, behind) for name, behind in forms)


@lru_cache(maxsize=256)
def _parted(pattern: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The pieces of a pattern between its stars: of its host, and of the rest; one that names no host has only a rest.

    A star without a slash behind it (`*oldid=*`) may stand for a host and more.
    """
    plain = pattern.partition("://")[2 * ("://" in pattern)].removeprefix("www.").rstrip("/").lower()
    cut = re.search(r"[/?#]|\Z", plain)
    name, rest = (plain[: cut.start()], plain[cut.start() :]) if cut else (plain, "")
    if "*" in name and not rest.startswith("/") and not name.startswith("*."):
        return (), tuple(plain.split("*"))
    literal = name if "*" in name else host(f"//{name}") or name
    return tuple(literal.split("*")), tuple(rest.split("*"))


@lru_cache(maxsize=1024)
def _forms(url: str, query: bool) -> tuple[tuple[str, str], ...]:  # noqa: FBT001 - a key of the cache
    """Host and rest of an address as it is written and in its plain form, in lower case."""
    parts = split(unwrap(url).url)
    if not parts.host:
        return ()
    behind = f"?{parts.query}" * bool(parts.query) + f"#{parts.fragment}" * bool(parts.fragment)
    name, slash, rest = article_key(url).partition("/")
    plain = f"{slash}{rest}" if query else f"{slash}{rest}".partition("?")[0].partition("#")[0]
    written = f"{parts.path}{behind if query else ''}"
    return (parts.host.removeprefix("www."), written.lower()), (name, plain.lower())


def _covers(pieces: tuple[str, ...], name: str) -> bool:
    """Whether the pieces make up a whole host."""
    at = _reached(pieces[:-1], name)
    return at is not None and (name == pieces[0] if len(pieces) == 1 else name.endswith(pieces[-1], at))


def _begins(pieces: tuple[str, ...], text: str) -> bool:
    """Whether the pieces follow each other from the start of a text, the last one up to the end of a part."""
    at = _reached(pieces[:-1], text)
    if at is None:
        return False
    last = pieces[-1]
    if len(pieces) == 1:
        return text.startswith(last) and text[len(last) : len(last) + 1] in _BOUNDARIES
    while last and (at := text.find(last, at)) >= 0:
        if text[at + len(last) : at + len(last) + 1] in _BOUNDARIES:
            return True
        at += 1
    return not last


def _reached(pieces: tuple[str, ...], text: str) -> int | None:
    """Where in a text the last of the pieces ends, if the first stands at its start and the others follow; or None."""
    at = 0
    for number, piece in enumerate(pieces):
        found = text.find(piece, at) if number else 0
        if found < 0 or not text.startswith(piece, found):
            return None
        at = found + len(piece)
    return at
