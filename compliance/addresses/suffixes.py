"""Which part of a host name its owner registered, by the Public Suffix List that tldextract brings along.

tldextract itself is never imported: that alone takes longer than a whole check, because it loads an HTTP client.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.machinery import PathFinder
from typing import Final

_PRIVATE_PART: Final = b"// ===BEGIN PRIVATE DOMAINS==="
_MOST_LABELS: Final = 6  # no rule of the list is longer

# Hosts under which every name is another publication, and which the list's private part does not hold.
SHARED_HOSTS: Final = frozenset(
    """
    beehiiv.com blog.hu blog.jp bearblog.dev blogs.sapo.pt buttondown.email canalblog.com cocolog-nifty.com exblog.jp
    fc2.com ghost.io hatenablog.com hatenadiary.org hypotheses.org jimdofree.com livedoor.blog livejournal.com
    medium.com micro.blog over-blog.com posthaven.com seesaa.net skyrock.com squarespace.com substack.com tistory.com
    tumblr.com typepad.com typepad.fr weebly.com wixsite.com wordpress.com write.as
    """.split()  # noqa: SIM905 - a word list
)


@lru_cache(maxsize=4096)
def registered(host: str) -> str:
    """The part of a host name (lower case, A-labels, no port) that its owner registered, or else all of it.

    The list's private part counts: `a.github.io` and `b.github.io` are two publishers, and so are `a.substack.com` and
    `b.substack.com` (`SHARED_HOSTS`). The shared host's own name (`github.io`, `medium.com`) is its company's site.
    """
    labels = host.split(".")
    names = [_shown(label) for label in labels]
    public, private = _rules()
    own = len(names) - _suffix_length(names, public)
    if own < 1:
        return host
    shared = max(_suffix_length(names, private, default=0), _shared_length(labels))
    length = len(names) - own if labels[:-shared] == ["www"] else max(shared, len(names) - own)
    return ".".join(labels[max(0, len(labels) - length - 1) :])


def is_public_suffix(host: str) -> bool:
    """Whether a host name is one below which names are registered, such as `co.uk`, and so itself nobody's."""
    names = [_shown(label) for label in host.split(".")]
    return bool(host) and _suffix_length(names, _rules()[0]) >= len(names)


def has_known_suffix(host: str) -> bool:
    """Whether the host name's last label is a top-level domain of the list."""
    return _shown(host.rpartition(".")[2]).encode() in _rules()[0]


def _shown(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _suffix_length(names: list[str], rules: frozenset[bytes], default: int = 1) -> int:
    """How many last labels the longest rule covers: exceptions win over all, a wildcard stands for one label."""
    longest = default
    for length in range(1, min(len(names), _MOST_LABELS) + 1):
        name = ".".join(names[-length:]).encode("utf-8", "replace")
        if b"!" + name in rules:
            return length - 1
        wildcard = b"*." + name.partition(b".")[2]
        if name in rules or (length > 1 and wildcard in rules):
            longest = length
    return longest


def _shared_length(labels: list[str]) -> int:
    return next((n for n in (2, 3) if len(labels) > n and ".".join(labels[-n:]) in SHARED_HOSTS), 0)


@cache
def _rules() -> tuple[frozenset[bytes], frozenset[bytes]]:
    """The list's public and private rules, one a line; its comments are harmless, as no host name looks like one."""
    spec = PathFinder.find_spec("tldextract")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("tldextract is not installed; it brings the list of public suffixes")
    with open(f"{spec.submodule_search_locations[0]}/.tld_set_snapshot", "rb") as file:
        public, _, private = file.read().partition(_PRIVATE_PART)
    return frozenset(public.split(b"\n")), frozenset(private.split(b"\n"))
