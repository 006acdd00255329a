"""Articles put on the shelf, taken from it and looked for on it: the lock and the cache kept in step."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import urlsplit, urlunsplit

from compliance.addresses import article_key, registrable_domain, unwrap
from compliance.addresses.spelling import is_tracking
from compliance.counting import characters, words
from compliance.sources.cache import cached_text, drop_text, keep_text
from compliance.sources.digest import digest
from compliance.sources.likeness import LENGTHS, is_copy
from compliance.sources.links import cached_links, drop_links, keep_links
from compliance.sources.lock import Lock, read_lock, write_lock
from compliance.sources.model import Article, Entry, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STEERING: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
Change = Literal["added", "changed", "unchanged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a person says of an article: it goes before what the page says. Empty where nothing was said."""

    url: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Shelved:
    """An article's entry as it is now, what became of it, and what a person should know of the page at ``read_at``."""

    entry: Entry
    change: Change
    notes: tuple[str, ...]
    read_at: str


def shelve(folder: str, article: Article, stated: Stated, today: str, fingerprints: str = "") -> Shelved:
    """Put an article into a folder's lock and cache; ``today`` is the day it was read, ``fingerprints`` are its own.

    An article that the lock knows under any of its addresses, or whose text it has from the same site, stays one entry.
    Raises ``Unreadable`` when no address is known for it.
    """
    lock = read_lock(folder)
    new = _entry(article, stated, today, fingerprints)
    alike = tuple(_alike(folder, lock, new, article.text))
    old = tuple(e for e in alike if e.keys & new.keys or _sites(e) & _sites(new))
    entry = _merged(old, new if article.canonical else _respelled(old, new)) if old else new
    if entry.sha256 == new.sha256:
        shared = any(e.sha256 == new.sha256 and not _is_at(new, e) for e in lock.entries)
        _keep(folder, article, shared=shared)
    changed = lock.replaced(old, entry)
    write_lock(folder, changed)
    _drop(folder, old, changed)
    elsewhere = [e for e in alike if e not in old]
    notes = (*article.notes, *_notes(article, old, new, entry), *map(_beside, elsewhere))
    return Shelved(entry, _change(old, entry), notes, new.address)


def clean(url: str) -> str:
    """An address without what wraps it, what tracks its reader, and the place on the page; "" for what is none."""
    try:
        parts = urlsplit(_STEERING.sub("", unwrap(url).url).strip())
    except ValueError:
        return ""
    query = "&".join(p for p in parts.query.split("&") if p and not is_tracking(p.partition("=")[0]))
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, fragment))


def unshelve(folder: str, url: str) -> Entry | None:
    """Take an article out of lock and cache; None when the lock does not know the address."""
    lock = read_lock(folder)
    entry = lock.find(url)
    if entry is not None:
        changed = lock.replaced((entry,))
        write_lock(folder, changed)
        _drop(folder, (entry,), changed)
    return entry


def restore(folder: str, entry: Entry, article: Article) -> bool:
    """Put an article's text back into the cache if it is the one of the lock; whether it is."""
    if digest(article.text) != entry.sha256:
        return False
    _keep(folder, article, shared=True)
    return True


def _keep(folder: str, article: Article, *, shared: bool) -> None:
    """Put text and links into the cache; of a text that several pages have, the links of the page with most stay."""
    sha256 = keep_text(folder, article.text)
    held = cached_links(folder, sha256) if shared else None
    if len(held or ()) <= len(article.links or ()):
        keep_links(folder, sha256, article.links)


def _drop(folder: str, gone: tuple[Entry, ...], lock: Lock) -> None:
    """Take the texts of entries that are gone out of the cache, unless the lock has them of another page."""
    for sha256 in {e.sha256 for e in gone} - {e.sha256 for e in lock.entries}:
        drop_text(folder, sha256)
        drop_links(folder, sha256)


def _entry(article: Article, stated: Stated, today: str, fingerprints: str) -> Entry:
    address, canonical = clean(stated.url or article.canonical), clean(article.canonical)
    if not article_key(address):
        raise Unreadable("its address is not known: give it with --url")
    if article_key(address) == article_key(canonical):
        address = canonical
    date = article.published
    settled = stated.published or (date.settled if date else "")
    text = article.text
    return Entry(
        address=address,
        canonical=canonical if canonical != address else "",
        also=_others(article.also, address, canonical),
        title=_plain(stated.title or article.title),
        authors=tuple(map(_plain, stated.authors or article.authors)),
        published=settled,
        unsettled=date.written if date and not settled else "",
        read=today,
        language=_plain(stated.language or article.language),
        characters=characters(text),
        words=words(text),
        sha256=digest(text),
        fingerprints=fingerprints,
    )


def _alike(folder: str, lock: Lock, new: Entry, text: str) -> Iterator[Entry]:
    """The entries that share an address with a reading, or its text, or are a copy of it."""
    for entry in lock.entries:
        short, long = sorted((entry.characters, new.characters))
        if (
            entry.keys & new.keys
            or entry.sha256 == new.sha256
            or (short >= LENGTHS * long and (other := cached_text(folder, entry.sha256)) and is_copy(text, other))
        ):
            yield entry


def _sites(entry: Entry) -> frozenset[str]:
    """The registrable domains of an article's addresses."""
    return frozenset(registrable_domain(unwrap(a).url) for a in entry.addresses)


def _plain(text: str) -> str:
    """A fact on one line, without what steers a terminal or turns the direction of writing."""
    return " ".join(_STEERING.sub("", text).split())


def _others(addresses: Iterable[str], *known: str) -> tuple[str, ...]:
    """One address of each article key that the known ones do not have, sorted."""
    keys = {article_key(a) for a in known}
    by_key = {
        key: a for a in sorted(map(clean, addresses), reverse=True) if (key := article_key(a)) and key not in keys
    }
    return tuple(sorted(by_key.values()))


def _merged(old: tuple[Entry, ...], new: Entry) -> Entry:
    """One entry of all: text and facts of the new reading, unless it is of a copy and the original was read before."""
    original = next((e for e in old if _is_original(e)), None)
    base = original if original is not None and not _is_at(new, original) else _renewed(old[0], new)
    return replace(base, also=_others((a for e in (*old, new) for a in e.addresses), base.address, base.canonical))


def _renewed(first: Entry, new: Entry) -> Entry:
    """The new reading, with what only the first one knew; a date that a person settled stays settled."""
    return replace(
        new,
        canonical=new.canonical
        or (first.canonical if article_key(first.canonical) != article_key(new.address) else ""),
        title=new.title or first.title,
        authors=new.authors or first.authors,
        published=new.published or first.published,
        unsettled="" if first.published else new.unsettled,
        language=new.language or first.language,
        unknown=first.unknown,
    )


def _respelled(old: tuple[Entry, ...], new: Entry) -> Entry:
    """The new reading under the plainest spelling of its address that is known: https, and short."""
    key = article_key(new.address)
    spellings = [new.address, *(e.address for e in old if article_key(e.address) == key)]
    return replace(new, address=min(spellings, key=lambda a: (not a.startswith("https:"), len(a), a)))


def _is_original(entry: Entry) -> bool:
    """Whether an entry's text was read at the article's own address, and not at another form or copy of it."""
    return article_key(entry.address) == article_key(entry.url)


def _is_at(new: Entry, old: Entry) -> bool:
    """Whether the new reading was made at the address of an entry."""
    return article_key(new.address) == article_key(old.url)


def _change(old: tuple[Entry, ...], entry: Entry) -> Change:
    if not old:
        return "added"
    return "unchanged" if len(old) == 1 and replace(old[0], read=entry.read) == entry else "changed"


def _notes(article: Article, old: tuple[Entry, ...], new: Entry, entry: Entry) -> Iterator[str]:
    if entry.unsettled and article.published:
        readings = " or ".join(article.published.days)
        spoken_for = [day for day in article.published.days if day.replace("-", "/") in entry.address]
        hint = f" (its address has {spoken_for[0]})" if spoken_for else ""
        yield f"the date {entry.unsettled} is {readings}{hint}: settle it with --published, or --date-order dmy or mdy"
    if new.canonical and registrable_domain(new.canonical) != registrable_domain(new.address):
        yield f"the page names {new.canonical} as its original"
    for other in old:
        if not other.keys & new.keys:
            yield f"the text is that of {other.url}: one article, one entry"
        elif other.sha256 != entry.sha256:
            yield f"the text has changed since {other.read}"


def _beside(other: Entry) -> str:
    return f"the text is that of {other.url}, too: two sites, two entries; a draft's link says whose terms apply"
