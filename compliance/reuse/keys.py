"""Front matter keys that say where a text comes from, and those that hold the post's own address."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from compliance.addresses import article_key, host
from compliance.addresses.escapes import unquote
from compliance.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from compliance.drafts.model import FrontMatter

# The text is a copy of that page.
COPY_OF = (
    "canonical", "canonical_link", "cross_post", "cross_posted_from", "crosspost", "crossposted_from", "crossposts",
    "canonical_url", "original", "original_article", "original_link", "original_post",
    "original_publication", "original_source", "original_url", "originally_published", "originally_published_at",
    "repost", "repost_from", "repost_url", "reprinted_from", "republished_from", "syndicated_from",
    "translated_from", "translation_of", "translation_source", "translation_url",
)  # fmt: skip
# It was taken from there, or made from it.
TAKEN_FROM = ("from", "source", "source_link", "source_url")
# The post is about a page, or quotes it.
POINTS_TO = (
    "about_url", "article", "article_url", "bookmark_of", "citation", "cite", "external", "external_link",
    "external_url", "href", "identifyer", "in_reply_to", "like_of", "link", "link_url", "linked_url",
    "quotation_source", "quote_source", "reference", "references", "refs", "repost_of", "sources", "target",
    "target_url", "url", "via", "web",
)  # fmt: skip
# Keys under which many sites keep the post's own address.
_EITHER = frozenset(
    {
        "canonical",
        "canonical_link",
        "canonical_url",
        "source",
        "source_url",
        "url",
        "original_url",
    }
)
# A key that says in its words that the text stands, or first stood, at an address: `read_online`, `published_at`.
_PUBLISHED = frozenset(
    {"newspaper", "online", "originally", "outlet", "press", "published", "publisher", "publication"}
)
_NOT_PUBLISHED = frozenset(
    {
        "author", "avatar", "banner", "code", "comments", "cover", "date", "demo", "figure", "github", "image", "img",
        "license", "licence", "logo", "name", "pdf", "photo", "preprint", "project", "repo", "slides", "thumbnail",
        "video",
    }
)  # fmt: skip
CREDIT = "credit"
"""What stands for the key of an address that a credit in the front matter's words names."""
DEFAULT_SOURCE_KEYS: tuple[str, ...] = (*COPY_OF, *TAKEN_FROM, *POINTS_TO)

# Where the post itself lives, or lived.
_OWN = frozenset(
    {
        "aliases", "author_url", "baseurl", "blogger_orig_url", "disqus_url", "guid", "permalink", "redirect_from",
        "site_url", "wordpress_url",
    }
)  # fmt: skip
_ORIGINALS = frozenset(
    {"original", "original_article", "original_link", "original_post", "original_url", "translation_of"}
)
_NESTED = frozenset({"url", "link", "href", "uri", "address"})
# What names the site on which a text stood first.
_SITES = frozenset(
    {
        "original_publication", "original_publisher", "original_site", "original_source_name",
        "originally_published_in",
        "publication", "published_in", "publisher", "source_name", "source_org", "source_site", "medio", "fuente",
        "newspaper", "periodico", "testata", "zeitung", "journal", "outlet",
    }
)  # fmt: skip
_WORD = expression(r"[^\W_]+")
_FLATTENED = expression(r"(?:__|[-_.])(?:_?index|readme)\Z")
_DATE = expression(r"\A\d{4}-\d{1,2}-\d{1,2}-")
_ADDRESS_OF = expression(r"(?:url|uri|link)\Z")
ADDRESS = expression(r"https?://[^\s<>\"')\]]+")
"""An address in the words of metadata, up to what may close it."""


@lru_cache(maxsize=512)
def spelled(key: str) -> str:
    """A key in one spelling: `external-url`, `externalUrl` and `External_URL` are `external_url`."""
    out = []
    for before, char in zip(" " + key, key, strict=False):
        if char.isupper() and before.islower():
            out.append("_")
        out.append("_" if char in "-. " else char.lower())
    return "".join(out)


def joined(key: str) -> str:
    """A key without its separators: `external-url` and `externalUrl` are `externalurl`."""
    return spelled(key).replace("_", "")


def source_addresses(front_matter: FrontMatter, keys: Collection[str]) -> Iterator[tuple[str, str]]:
    """The addresses under keys that name a source, as (key, address): at the top, in a list, or as its `url`.

    A key may be written without its separators (`targeturl`), and say that it holds an address (`reference_url`). The
    address may stand in a sentence or a Markdown link.
    """
    wanted = {joined(key): spelled(key) for key in keys}
    for entry in front_matter.entries:
        name = spelled(entry.path[0]) if entry.path else ""
        inner = entry.path[1:]
        flat = joined(name)
        key = wanted.get(flat) or wanted.get(_ADDRESS_OF.sub("", flat))
        if key is None and not inner and _says_published(name) and "://" in entry.value[:8]:
            key = "source_link"
        if key is not None and all(part.isdigit() or spelled(part) in _NESTED for part in inner):
            found = ADDRESS.search(entry.value)
            address = found.group() if found else entry.value
            if host(address):
                yield key, address


def _says_published(name: str) -> bool:
    words = set(name.split("_"))
    return not words.isdisjoint(_PUBLISHED) and words.isdisjoint(_NOT_PUBLISHED)


def own_addresses(front_matter: FrontMatter) -> Iterator[str]:
    """Addresses in the front matter that are the post's own or its author's; no author's page on an original's site."""
    foreign = names_publisher(front_matter)
    originals = {host(e.value) for e in front_matter.entries if e.path and spelled(e.path[0]) in _ORIGINALS}
    for entry in front_matter.entries:
        path = [spelled(part) for part in entry.path if not part.isdigit()]
        authors = path in (["author", "url"], ["author_url"])
        own = bool(path) and (path[0] in _OWN or authors) and "://" in entry.value
        if own and not (authors and (foreign or host(entry.value) in originals)):
            yield entry.value


def names_publisher(front_matter: FrontMatter) -> bool:
    """Whether the metadata name somebody else's site as the text's own: its address is then no address of the post."""
    return any(spelled(e.path[0]) in _SITES for e in front_matter.entries if len(e.path) == 1 and e.value)


def is_same_page(key: str, url: str, path: str) -> bool:
    """Whether an address under a key is that of the post itself: its last part is the file's name.

    Imports and site generators write a post's own address under `canonical_url`, `sourceurl` or `url`; keys like
    `external_url` always mean another page, though a link blog may name its files by it.
    """
    if key not in _EITHER:
        return False
    folder, _, name = path.replace("\\", "/").rpartition("/")
    stem = _FLATTENED.sub("", name.partition(".")[0].lower())
    if stem in ("index", "_index", "readme"):
        stem = folder.rpartition("/")[2].lower()
    last = last_part(url)
    return len(last) > 2 and last.lower() in (stem, _DATE.sub("", stem))


# What blogging software writes that keeps a post's own address as its `link`.
_EXPORTED = frozenset({"wordpress_id", "wp_id", "post_id", "wordpress_url"})


def is_own_page(front_matter: FrontMatter, key: str, url: str, path: str) -> bool:
    """Whether an address under a key is the post's own; what is called an original must bear its title, too."""
    if key == "link" and any(spelled(e.path[0]) in _EXPORTED for e in front_matter.entries if e.path):
        key = "url"
    title = front_matter.get("title")
    if key == "original_url" and title is not None and not _bears(url, title.value):
        return False
    return is_same_page(key, url, path)


def last_part(url: str) -> str:
    """The last part of an address's path, without what follows a point: most often a title's words."""
    return unquote(url.partition("?")[0].partition("#")[0]).rstrip("/").rpartition("/")[2].partition(".")[0]


def _bears(url: str, title: str) -> bool:
    """Whether the last part of an address is made of a title, and not of one in another language."""
    parts = set(_WORD.findall(last_part(url).lower()))
    return not parts or len(parts & set(_WORD.findall(title.lower()))) >= len(parts) / 2


def one_source(entries: list[tuple[str, str]]) -> tuple[str, str] | None:
    """The key and address of the source when all name one article, else None: each may be meant for a part."""
    by_article = {article_key(address): (key, address) for key, address in reversed(entries)}
    return next(iter(by_article.values())) if len(by_article) == 1 else None
