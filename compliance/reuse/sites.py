"""Whose page an address leads to: a possible source, the draft's own site, or a bystander."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from compliance.addresses import host, kind_of, registrable_domain, same_site, unwrap
from compliance.addresses.spelling import sites_of
from compliance.expressions import expression
from compliance.reuse.keys import own_addresses
from compliance.reuse.sentences import speaks, squashed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from compliance.drafts.model import FrontMatter, Link
    from compliance.reuse.model import Publisher

# Pages made for sharing, and pages that take money: nobody quotes from them.
NO_SOURCES = frozenset(
    {
        "addtoany.com", "buymeacoffee.com", "donorbox.org", "flattr.com", "gofundme.com", "gravatar.com", "ko-fi.com",
        "liberapay.com", "paypal.com", "paypal.me", "steadyhq.com", "tipeee.com",
    }
)  # fmt: skip
# Who publishes licences, which nobody quotes either, and articles.
_LICENSORS = frozenset({"creativecommons.org", "gnu.org", "opensource.org"})
_LICENCES = expression(r"(?i)/(?:licen[sc]es?|publicdomain|copyleft|by(?:-nc|-nd|-sa)*)(?:[/?#.-]|\Z)")
# Linked in passing far more often than quoted: encyclopedias, dictionaries, shops, picture sites, social networks.
BYSTANDERS = frozenset(
    {
        "amazon.co.uk", "amazon.com", "amazon.de", "apple.com", "bit.ly", "bookshop.org", "dictionary.com", "doi.org",
        "duden.de", "etymonline.com", "facebook.com", "flickr.com", "giphy.com", "goodreads.com", "google.com",
        "imdb.com", "imgur.com", "instagram.com", "linkedin.com", "merriam-webster.com", "patreon.com", "pexels.com",
        "pixabay.com", "shutterstock.com", "spotify.com", "thefreedictionary.com", "unsplash.com",
        "urbandictionary.com", "wikidata.org", "wikimedia.org", "wikipedia.org", "wiktionary.org", "youtu.be",
        "yourdictionary.com", "youtube.com",
    }
)  # fmt: skip
# Parts of their sites that hold texts which people quote.
_PARTS_TO_READ = frozenset(
    {
        "ai", "aws", "blog", "blogs", "books", "cloud", "developer", "developers", "docs", "groups", "newsroom",
        "research", "security", "support",
    }
)  # fmt: skip


_WORD = expression(r"\w+")
_UNSPACED = "\u2e80"  # from here on are scripts without spaces between words
_ARTICLES = (
    "der", "dem", "des", "den", "im", "vom", "beim", "le", "du", "au", "el", "del", "al", "il", "dal", "sul", "o", "do",
    "no", "a", "de", "het", "w", "в", "у", "из", "з",
)  # fmt: skip
_LONGEST_NAME = 60  # characters


def _kind(url: str) -> str:
    return kind_of(unwrap(url).url)


def is_relative(url: str) -> bool:
    """Whether an address is a path on the draft's own site, however its software writes that."""
    return url.startswith(("/", "./", "../", "__GHOST_URL__")) and not url.startswith("//")


def is_named(name: str, text: str) -> bool:
    """Whether a name stands in a text as words of its own, in the same case."""
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(name) : at + len(name) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = text.find(name, at + 1)
    return False


def _variants(names: Iterable[str]) -> Iterator[str]:
    """Names, and those that begin with `The` with the articles of other languages, too: `Der Guardian`."""
    for name in names:
        yield name
        if name.startswith("The "):
            for article in _ARTICLES:
                yield f"{article} {name[4:]}"
                yield f"{article.capitalize()} {name[4:]}"


@lru_cache(maxsize=2)
def _by_first_word(publishers: tuple[Publisher, ...]) -> dict[str, list[tuple[str, str]]]:
    """The names of publishers with their domains by the names' first words; "" for those without spaces."""
    index: dict[str, list[tuple[str, str]]] = {}
    for publisher in publishers:
        for name in _variants(publisher.names) if publisher.domains else ():
            first = _WORD.match(name)
            key = first.group() if first and name < _UNSPACED else ""
            index.setdefault(key, []).append((name, publisher.domains[0]))
    return index


class Sites:
    """The publishers an editor knows, the draft's own sites, and what follows for an address."""

    def __init__(
        self, publishers: Sequence[Publisher], own_domains: Collection[str], front_matter: FrontMatter
    ) -> None:
        own = {registrable_domain(url) for url in own_addresses(front_matter)} - {""}
        self._own = (*own_domains, *sorted(own))
        self.publishers = tuple(p for p in publishers if not any(self.is_own(f"//{d}") for d in p.domains))
        self._ids = {d.lower().removeprefix("www."): p.id for p in self.publishers for d in p.domains}
        self._names: dict[str, list[tuple[str, str]]] | None = None
        self._domains: dict[str, str] = {}
        self._worth: dict[str, int] = {}

    def publisher_of(self, url: str) -> str | None:
        """The id of the known publisher on whose domain (or below it) the address lies."""
        return next((self._ids[name] for name in sites_of(url) if name in self._ids), None)

    def domain(self, url: str) -> str:
        """The registrable domain of the page that an address leads to, whatever wraps it; "" for a relative one."""
        if url not in self._domains:
            address = unwrap(url).url
            self._domains[url] = registrable_domain(address) if host(address) else ""
        return self._domains[url]

    def is_own(self, url: str) -> bool:
        """Whether the address lies on the draft's own site."""
        return any(same_site(url, domain) for domain in self._own)

    def publisher_named(self, text: str) -> str | None:
        """The domain of the known publisher that a text names; the longest name wins."""
        if self._names is None:
            self._names = _by_first_word(self.publishers)
        names = self._names
        firsts = names.keys() & {"", *_WORD.findall(text)}
        named = [(len(n), domain) for first in firsts for n, domain in names[first] if is_named(n, text)]
        return max(named)[1] if named else None

    def is_publishers_name(self, text: str) -> bool:
        """Whether a text is the name of a known publisher, and no more."""
        if len(text) > _LONGEST_NAME:
            return False
        return any(text.strip() in (name, name.removeprefix("The ")) for p in self.publishers for name in p.names)

    def can_be_source(self, url: str) -> bool:
        """Whether somebody else's words could come from there."""
        domain = self.domain(url)
        if not domain or self.is_own(url):
            return False
        if domain in _LICENSORS:
            return _kind(url) != "home" and not _LICENCES.search(url)
        return domain not in NO_SOURCES

    def is_publishers_home(self, link: Link) -> bool:
        """Whether a link leads to the front page of a known publisher, or of a site that its words name."""
        if _kind(link.address) != "home" or self._is_passed_by(link.address):
            return False
        name = squashed(link.anchor).removeprefix("the")
        return self.publisher_of(link.address) is not None or (len(name) > 3 and name in squashed(host(link.address)))

    def is_named_bystander(self, link: Link) -> bool:
        """Whether a link to a site that is mostly linked in passing says itself that words are from there."""
        if not self._is_passed_by(link.address) or _kind(link.address) == "home":
            return False
        return self.domain(link.address).partition(".")[0] in squashed(link.anchor) or speaks(link.anchor)

    def is_bystander(self, link: Link, sentence: str) -> bool:
        """Whether a link leads to a site that is linked in passing, and neither its words nor the sentence deny it.

        Somebody's profile is linked to say who speaks, not where.
        """
        if _kind(link.address) == "profile":
            return True
        name = self.domain(link.address).partition(".")[0]
        return self._is_passed_by(link.address) and name not in squashed(sentence) and not speaks(link.anchor)

    def _is_passed_by(self, url: str) -> bool:
        """Whether an address lies on a site that is mostly linked in passing, and is no text in a part of it."""
        if self.domain(url) not in BYSTANDERS:
            return False
        return host(unwrap(url).url).partition(".")[0] not in _PARTS_TO_READ or _kind(url) != "article"

    def weight(self, link: Link, sentence: str) -> int:
        """How much a link looks like that of a source, by its address and by the sentence around it."""
        name = self.domain(link.address).partition(".")[0] if sentence else ""
        return self.worth(link.address) + (2 if len(name) > 2 and name in squashed(sentence) else 0)

    def worth(self, url: str) -> int:
        """How much an address by itself looks like that of an article which people quote; bystanders are below 0."""
        if url in self._worth:
            return self._worth[url]
        weight = {"article": 4, "page": 1, "file": 1, "home": -18, "profile": -10, "section": -6}.get(_kind(url), 0)
        self._worth[url] = weight - 12 * self._is_passed_by(url)
        return self._worth[url]
