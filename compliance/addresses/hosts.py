"""The host of an address, read as a browser reads it, and the domain that its owner registered."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from compliance.addresses.escapes import unquote
from compliance.addresses.suffixes import has_known_suffix, registered
from compliance.expressions import expression
from compliance.values import dataclass

# RFC 3986, appendix B
_PARTS: Final = expression(
    r"(?:([A-Za-z][A-Za-z0-9+.\-]*):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL
)
_WEB: Final = expression(r"(?i)https?:[/\\]*")
_SCHEME: Final = expression(r"(?i)[a-z][a-z0-9+.\-]*:(?!\d+(?:[/?#]|\Z))")
_HOST_LIKE: Final = expression(r"[^\s/?#@:\[\]\\%,;!$&'()*+=\"<>|^`{}]+")
_NO_HOST: Final = expression(r"[\s/:?#]")
_IPV4: Final = expression(r"\d{1,3}(?:\.\d{1,3}){3}")
# Top-level domains that are read as a file's extension where nothing else speaks for a host.
_EXTENSIONS: Final = frozenset({"md", "py", "pl", "rs", "sh", "zip", "mov", "ps", "cc", "so", "app"})


@dataclass(frozen=True, slots=True)
class Parts:
    """An address taken apart: host as `host` gives it, port without the usual ones, and the rest as written."""

    host: str
    port: str
    path: str
    query: str
    fragment: str


@lru_cache(maxsize=4096)
def split(url: str) -> Parts:
    """Take an address apart; a relative one, or one that is not of the web (`mailto:`), has the host "".

    Reads as browsers do: tabs and line breaks vanish, backslashes are slashes, `https:/host` has a host. An address
    without scheme has one where its first part looks like a host name: `www.x.org`, `x.org/page`, not `notes.md`.
    """
    url = re.sub(r"[\t\r\n]", "", url).strip()
    if web := _WEB.match(url):
        url = "//" + url[web.end() :]
    elif ":" in url and _SCHEME.match(url):
        return Parts("", "", url, "", "")
    elif not url.startswith(("//", "\\\\")) and _starts_with_host(url):
        url = "//" + url
    before, mark, after = _cut(url)
    parts = _PARTS.fullmatch(before.replace("\\", "/") + mark + after)
    _, authority, path, query, fragment = parts.groups() if parts else (None, None, url, None, None)
    name, port = _host_and_port(authority or "")
    return Parts(name, port, path or "", query or "", fragment or "")


def _cut(url: str) -> tuple[str, str, str]:
    mark = re.search(r"[?#]", url)
    return (url[: mark.start()], mark.group(), url[mark.end() :]) if mark else (url, "", "")


def _starts_with_host(url: str) -> bool:
    found = _HOST_LIKE.match(url)
    name = found.group().lower().rstrip(".") if found else ""
    if found is None or "." not in name.strip(".") or not re.match(r"[:/?#]|\Z", url[found.end() :]):
        return False
    if name.startswith("www.") or _IPV4.fullmatch(name):
        return True
    labels = name.split(".")
    alone = len(labels) == 2 and found.end() == len(url)
    return all(labels) and has_known_suffix(_ascii(name)) and not (alone and labels[-1] in _EXTENSIONS)


def _host_and_port(authority: str) -> tuple[str, str]:
    authority = authority.rpartition("@")[2]
    if authority.startswith("["):
        name, _, port = authority.partition("]")
        return (name + "]").lower(), _unusual(port.lstrip(":"))
    name, _, port = authority.partition(":")
    return _ascii(unquote(name).strip(".")), _unusual(port)


def _unusual(port: str) -> str:
    return "" if port in ("80", "443") else port


def _ascii(name: str) -> str:
    """A host name in lower case with A-labels, the form in which a look-alike shows itself."""
    if name.isascii():
        return name.lower()
    labels = normalize("NFKC", normalize("NFKC", name).lower()).replace("。", ".").split(".")
    return ".".join(label if label.isascii() else _a_label(label) for label in labels)


def _a_label(label: str) -> str:
    try:
        return "xn--" + label.encode("punycode").decode("ascii")
    except UnicodeError:
        return label


def host(url: str) -> str:
    """The host of an address or a host name: lower case, A-labels, no user, port or final dot; "" if it has none."""
    return split(url).host


def registrable_domain(url_or_host: str) -> str:
    """The domain that tells publishers apart: `bbc.co.uk` of any of its hosts, `a.substack.com`; "" without a host.

    An IP address and a name of one label are their own domain.
    """
    if url_or_host.startswith("["):
        return url_or_host
    name = host(url_or_host) or ("" if _NO_HOST.search(url_or_host) else _ascii(url_or_host.strip(".")))
    if name.startswith("[") or _IPV4.fullmatch(name):
        return name
    return registered(name) if name else ""
