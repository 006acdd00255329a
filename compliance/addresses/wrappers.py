"""Addresses that stand for another address: archive copies, AMP caches, redirectors, translations, shorteners."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from compliance.addresses.escapes import unquote
from compliance.addresses.hosts import Parts, host, split
from compliance.expressions import expression
from compliance.values import dataclass

_LIMIT: Final = 4  # wrappers within wrappers that are still opened

_ARCHIVE: Final = frozenset({"web.archive.org", "wayback.archive.org", "archive.org", "web.archive.org.au"})
_ARCHIVE_TODAY: Final = expression(r"(?:www\.)?archive\.(?:today|is|ph|li|vn|fo|md)")
_STAMPED: Final = expression(r"/(?:web/|o/\w+/)?(?:\d{4,14}[a-z_]{0,4}|\*|newest|oldest)/(.+)")
_TAGGED: Final = expression(r"/(?:o/\w+|newest|oldest)/(https?:/.+)")
_GOOGLE: Final = expression(r"(?:www\.|news\.)?google\.[a-z.]{2,6}")
_AMP_PATH: Final = expression(r"/amp/(?:s/)?(.+)")
_CACHE_PATH: Final = expression(r"/(?:[a-z]{1,4}/)?(s/)?([^/]+\..+)")

_COUNTING_HOST: Final = expression(r"(?:click|clicks|track|tracking|trk|link|links|email|go|out|redirect|r|t)\d*\.")
_COUNTING_PATH: Final = expression(r"(?i)/(?:click|track|redirect|redir|r|out|away|goto|ls/click|cl)(?:[/._-]|\Z)")
_SHARING: Final = expression(r"(?i)shar(?:e|ing)|intent|submit|login|signin|oembed")

# Host of a redirector: the parameters in which it carries the address ("" when the whole query is it).
_REDIRECTORS: Final[dict[str, tuple[str, ...]]] = {
    "l.facebook.com": ("u",),
    "lm.facebook.com": ("u",),
    "l.instagram.com": ("u",),
    "l.messenger.com": ("u",),
    "out.reddit.com": ("url",),
    "t.umblr.com": ("z",),
    "href.li": ("",),
    "anonym.to": ("",),
    "vk.com": ("to",),
    "youtube.com": ("q",),
    "linkedin.com": ("url",),
    "duckduckgo.com": ("uddg",),
    "slack-redir.net": ("url",),
    "getpocket.com": ("url",),
    "steamcommunity.com": ("url", "u"),
    "exit.sc": ("url",),
    "bing.com": ("url",),
    "disq.us": ("url",),
    "link.zhihu.com": ("target",),
    "safelinks.protection.outlook.com": ("url",),
}

_SHORTENERS: Final = frozenset(
    """
    t.co perma.cc bit.ly bitly.com j.mp goo.gl tinyurl.com ow.ly is.gd v.gd buff.ly dlvr.it ift.tt fb.me t.ly rb.gy
    cutt.ly shorturl.at tiny.cc lnkd.in trib.al nyti.ms wapo.st econ.st on.wsj.com reut.rs bbc.in gu.com cnn.it bloom.bg
    amzn.to clck.ru vk.cc u.to tny.im soo.gd s.id shor.by bl.ink rebrand.ly dub.sh t.cn url.cn
    apple.news flip.it spr.ly hubs.ly hubs.la aje.io propub.li politi.co n.pr cbsn.ws abcn.ws nbcnews.to theatln.tc
    """.split()  # noqa: SIM905 - a word list
)


@dataclass(frozen=True, slots=True)
class Wrapped:
    """The innermost address, and what it was wrapped in, outermost first.

    Each of ``by`` is ``archive``, ``amp``, ``redirect`` or ``translation``.
    """

    url: str
    by: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def unwrap(url: str) -> Wrapped:
    """The address that a redirector, an AMP cache or an archive copy stands for, and which of these it was."""
    kinds: list[str] = []
    for _ in range(_LIMIT):
        inner = _unwrapped_once(split(url))
        if inner is None:
            break
        url = inner.url
        kinds += inner.by
    return Wrapped(url, tuple(kinds))


def is_shortener(url: str) -> bool:
    """Whether an address hides where it leads (`bit.ly`, `t.co`): only the network could tell its article."""
    name = host(url).removeprefix("www.")
    return name in _SHORTENERS or (_ARCHIVE_TODAY.fullmatch(name) is not None and not unwrap(url).by)


def _unwrapped_once(parts: Parts) -> Wrapped | None:
    """The address within one wrapper, or None if this is none."""
    return _archived(parts) or _accelerated(parts) or _redirected(parts) or _translated(parts)


def _archived(parts: Parts) -> Wrapped | None:
    whole = parts.path + (f"?{parts.query}" if parts.query else "")
    if parts.host in _ARCHIVE and (copy := _STAMPED.fullmatch(whole)):
        return Wrapped(_with_scheme(copy.group(1)), ("archive",))
    if _ARCHIVE_TODAY.fullmatch(parts.host):
        copy = _STAMPED.fullmatch(whole) or _TAGGED.fullmatch(whole)
        return Wrapped(_with_scheme(copy.group(1)), ("archive",)) if copy else None
    return None


def _accelerated(parts: Parts) -> Wrapped | None:
    inner = None
    if _GOOGLE.fullmatch(parts.host) and (found := _AMP_PATH.fullmatch(parts.path)):
        inner = found.group(1)
    elif parts.host.endswith((".cdn.ampproject.org", ".ampproject.net")) or parts.host == "cdn.ampproject.org":
        found = _CACHE_PATH.fullmatch(parts.path)
        inner = found.group(2) if found else None
    query = f"?{parts.query}" if parts.query else ""
    return Wrapped(_with_scheme(inner + query), ("amp",)) if inner else None


def _redirected(parts: Parts) -> Wrapped | None:
    name = parts.host.removeprefix("www.")
    names: tuple[str, ...]
    if _GOOGLE.fullmatch(parts.host):
        names = ("q", "url") if parts.path == "/url" else ()
    else:
        names = _REDIRECTORS.get(name) or _REDIRECTORS.get(name.partition(".")[2], ())
    if names == ("",):
        return _target(unquote(parts.query))
    values = _values(parts.query) if names else {}
    known = next((w for n in names for value in values.get(n, []) if (w := _target(value))), None)
    return known or _tracked(parts)


def _tracked(parts: Parts) -> Wrapped | None:
    """The page behind a newsletter's click counter: an address that carries another and says that it leads on."""
    if "http" not in parts.query or _SHARING.search(parts.path):
        return None
    if not (_COUNTING_HOST.match(parts.host) or _COUNTING_PATH.search(parts.path)):
        return None
    return next((w for values in _values(parts.query).values() for value in values if (w := _target(value))), None)


def _values(query: str) -> dict[str, list[str]]:
    """The values of each parameter of a query."""
    from urllib.parse import parse_qs

    return parse_qs(query)


def _target(value: str) -> Wrapped | None:
    return Wrapped(value, ("redirect",)) if re.match(r"(?i)https?:/", value) else None


def _translated(parts: Parts) -> Wrapped | None:
    if parts.host.endswith(".translate.goog"):
        label = parts.host.removesuffix(".translate.goog")
        name = label.replace("--", "\0").replace("-", ".").replace("\0", "-")
        query = "&".join(p for p in parts.query.split("&") if p and not p.startswith("_x_tr_"))
        return Wrapped(f"https://{name}{parts.path}{'?' if query else ''}{query}", ("translation",))
    if parts.host.startswith("translate.google.") and parts.query:
        return next((Wrapped(u, ("translation",)) for u in _values(parts.query).get("u", []) if "." in u), None)
    return None


def _with_scheme(url: str) -> str:
    return url if re.match(r"(?i)https?:", url) else f"https://{url}"
