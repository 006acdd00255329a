"""From what a person names, an address or a file, to an entry of the lock; and from the lock back to the texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from compliance.addresses import kind_of
from compliance.sources.dates import Written
from compliance.sources.importing import read_article
from compliance.sources.model import Unreadable
from compliance.sources.shelf import Stated, restore, shelve

if TYPE_CHECKING:
    from collections.abc import Callable

    from compliance.sources.dates import Order
    from compliance.sources.fetching import Fetcher
    from compliance.sources.model import Article, Entry
    from compliance.sources.shelf import Shelved


def _nobody(_question: str, _choices: tuple[str, ...]) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where articles are taken in: the folder of lock and cache, and whom to turn to.

    ``stdin`` yields what ``-`` stands for; ``ask(question, choices)`` returns what a person answers, or "";
    ``order`` settles dates like 06/05/2024; ``key`` is that of the fingerprints, empty for none.
    """

    folder: str
    fetcher: Callable[[], Fetcher]
    stdin: Callable[[], bytes] = bytes
    ask: Callable[[str, tuple[str, ...]], str] = _nobody
    order: Order = ""
    key: bytes = b""


def add(desk: Desk, word: str, stated: Stated) -> Shelved:
    """Take in the article that a word names: an address, a file, or ``-``. Raises ``Unreadable``."""
    if is_address(word):
        article, url = fetched(desk, word)
        stated = replace(stated, url=stated.url or url)
    else:
        data = desk.stdin() if word == "-" else _file(word)
        article = read_article(data, "" if word == "-" else word, url=stated.url, order=desk.order)
    return _shelved(desk, article, stated)


def refresh(desk: Desk, entry: Entry) -> Shelved:
    """Read an article anew at its address; its facts stay as they are, but for those that were not known."""
    article, url = fetched(desk, entry.address)
    stated = Stated(
        url=url, title=entry.title, authors=entry.authors, published=entry.published, language=entry.language
    )
    return _shelved(desk, article, stated)


def fetch(desk: Desk, entry: Entry) -> None:
    """Bring an article's text back into the cache. Raises ``Unreadable``, also where the page's text is another now."""
    article, _ = fetched(desk, entry.address)
    if not restore(desk.folder, entry, article):
        raise Unreadable(
            f"the page no longer has the text that was read on {entry.read}:"
            f" `compliance source refresh {entry.url}` takes the new one"
        )


def fetched(desk: Desk, url: str) -> tuple[Article, str]:
    """The article at an address, and the address at which it stands in the end."""
    page = desk.fetcher().page(url)
    if kind_of(page.url) == "home" and kind_of(url) != "home":
        raise Unreadable(f"its address leads to the site's home page {page.url}: the article is gone")
    article = read_article(page.data, "", url=page.url, media_type=page.media_type, order=desk.order)
    return replace(article, also=(*article.also, *page.redirected)), page.url


def is_address(word: str) -> bool:
    """Whether a word is the address of a page and no file's name."""
    return bool(re.match(r"(?i)https?://", word))


def _shelved(desk: Desk, article: Article, stated: Stated) -> Shelved:
    if not (stated.url or article.canonical):
        stated = replace(stated, url=desk.ask("The article's address", ()))
    date = article.published
    if date and not date.settled and not stated.published:
        day = desk.ask(f"The page's date is {date.written}: which day is that?", date.days)
        article = replace(article, published=Written(date.written, (day,) if day else date.days))
    prints = ""
    if desk.key:
        from compliance.sources.fingerprints import take

        prints = str(take(article.text, desk.key))
    return shelve(desk.folder, article, stated, datetime.now(UTC).date().isoformat(), prints)


def _file(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        raise Unreadable("there is no such file (an address begins with https://)") from None
    except OSError as error:
        raise Unreadable(f"it cannot be read: {error.strerror}") from None
