"""What kind of page an address leads to, judged by its spelling: a home page, an article, a section, a file ..."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from compliance.addresses.spelling import article_key
from compliance.counting import is_unspaced
from compliance.expressions import expression

AddressKind = Literal["home", "article", "section", "profile", "file", "page", ""]

_DOCUMENTS: Final = frozenset(
    "pdf doc docx odt rtf xls xlsx csv ppt pptx epub".split()  # noqa: SIM905 - a word list
)
_NOT_READ: Final = frozenset(
    "zip jpg jpeg png gif webp svg avif mp3 mp4 m4a ogg webm mov xml rss atom json".split()  # noqa: SIM905 - a word list
)
_FILES: Final = _DOCUMENTS | _NOT_READ - {"atom"}
_FEEDS: Final = frozenset({"feed", "feeds", "rss", "atom"})
_PAGES: Final = frozenset(
    "htm html shtm shtml xhtm xhtml php asp aspx jsp cms ece story amp".split()  # noqa: SIM905 - a word list
).union(f"php{digit}" for digit in range(10))
_LANGUAGE: Final = expression(r"(?i)[a-z]{2,3}(?:[-_][a-z]{2})?")
_PROFILES: Final = frozenset(
    """
    author authors autor autores autori auteur auteurs autoren avtor avtory автор автори авторы profile profiles people
    person staff team contributor contributors columnist columnists journalist journalists user users member members by
    bio writer writers reporter reporters редакція institutions lide lidé osoby ludzie personas persone menschen mensen
    """.split()  # noqa: SIM905 - a word list
)
_SECTIONS: Final = frozenset(
    """
    tag tags topic topics category categories section sections rubric rubrics theme themes label labels hashtag search
    feed rss page about about-us contact contacts privacy terms terms-of-use subscribe newsletter newsletters login
    donate advertise advertising jobs events podcasts series collection collections temas tema etiqueta categoria
    kategorie thema themen rubrik rubrique tegi теги тег рубрика категорія тема про-нас
    """.split()  # noqa: SIM905 - a word list
)
_YEAR: Final = expression(r"(?:19|20)\d\d")
_DATE: Final = expression(r"(?:19|20)\d\d[-_.]?(?:0?[1-9]|1[0-2]|[a-z]{3})(?:[-_.]?\d{1,2})?")
_NUMBER: Final = expression(r"\d{1,2}|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}")
_ID: Final = expression(r"\d{4,}|(?=[a-f]*\d)[0-9a-f]{8,}")
_POSTS: Final = frozenset({"post", "posts", "status", "statuses"})  # of somebody, below their profile
_ID_PARAMETERS: Final = frozenset(
    {
        "p",
        "id",
        "article",
        "articleid",
        "article_id",
        "story",
        "storyid",
        "story_id",
        "newsid",
        "news_id",
        "aid",
        "nid",
        "sn",
    }
)


@lru_cache(maxsize=4096)
def kind_of(url: str) -> AddressKind:
    """The kind of page that an address leads to; "" for an address without host.

    `home` has no path (or a language or edition as its only part). `file` ends like a document, an image or a sound.
    `profile` stands under `author`, `people`, `profiles` ... or is a bare `@name`. `article` has an id, a date with
    more behind it, or a last part of three words or more. `section` is a tag, a topic, an archive by date, an about
    page. What fits none is a `page`: it may be either.
    """
    key = article_key(url)
    if not key:
        return ""
    address, _, query = key.partition("?")
    _, *segments = address.rstrip("/").split("/")
    if _has_id(query):
        return "article"
    if not segments or (len(segments) == 1 and _LANGUAGE.fullmatch(segments[0])):
        return "page" if query else "home"
    return _kind_of_path(segments)


def is_not_read(url: str) -> bool:
    """Whether an address ends like an image, a sound, a film, an archive or a feed, so that it shows nobody a text."""
    last = article_key(url).partition("?")[0].rstrip("/").rpartition("/")[2].lower()
    return last in _FEEDS or ("." in last and last.rpartition(".")[2] in _NOT_READ)


def _has_id(query: str) -> bool:
    pairs = (p.partition("=") for p in query.split("&"))
    return any(name.lower() in _ID_PARAMETERS and re.search(r"\d", value) for name, _, value in pairs)


def _kind_of_path(segments: list[str]) -> AddressKind:
    stem, _, extension = segments[-1].rpartition(".")
    if stem and extension.lower() in _FILES:
        return "file"
    last = stem if extension.lower() in _PAGES else segments[-1]
    folders = [s.lower() for s in segments]
    dated = _dated(segments) or not _POSTS.isdisjoint(folders[1:-1])
    if not dated and (any(s in _PROFILES for s in folders[:-1]) or (len(segments) == 1 and last.startswith("@"))):
        return "profile"
    if not dated and (any(s in _SECTIONS for s in folders[:2]) or "page" in folders[-2:-1]):
        return "section"
    if all(_YEAR.fullmatch(s) or _NUMBER.fullmatch(s) or _DATE.fullmatch(s) for s in segments):
        return "section"
    return "article" if dated or _slug_of_article(last) else "page"


def _dated(segments: list[str]) -> bool:
    """Whether a date stands before the last part, or in it with words behind."""
    folders = segments[:-1]
    years = any(_YEAR.fullmatch(a) and _NUMBER.fullmatch(b) for a, b in pairwise(folders))
    inside = re.match(_DATE.pattern + r"[-_].", segments[-1])
    return years or any(_DATE.fullmatch(s) and not _YEAR.fullmatch(s) for s in folders) or inside is not None


def _slug_of_article(slug: str) -> bool:
    words = [w for w in re.split(r"[-_+.,~%]|%20", slug) if w]
    return (
        len(words) >= 3
        or any(_ID.fullmatch(w) or re.fullmatch(r"\D{0,3}\d{5,}", w) for w in words)
        or bool(sum(map(is_unspaced, slug)) >= 6)
    )
