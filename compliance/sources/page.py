"""The article in a web page: its main text by trafilatura, its facts from the page's own statements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from compliance.drafts.reading import read
from compliance.report import EXTRA
from compliance.sources.body import body_paragraphs
from compliance.sources.dates import read_date
from compliance.sources.links import story_links
from compliance.sources.metadata import read_metadata
from compliance.sources.model import Article, Unreadable
from compliance.sources.plain import paragraphs, published
from compliance.sources.telling import Told, tell

if TYPE_CHECKING:
    import turbohtml

    from compliance.drafts.model import Draft
    from compliance.sources.dates import Order

INSTALL: Final = f"reading web pages needs an extra: {EXTRA}"
_WHOLE: Final = re.compile(rb"(?i)<(?:!doctype|html|head|body)\b")
_SEEN: Final = 100_000  # characters in which a page says who wrote it, and when
_LEFT_OUT: Final = ("caption", "embed", "aside", "footnote")
PAID: Final = "the page says that not everyone may read it all: the text may be a part of the article"


def read_page(data: bytes, url: str = "", encoding: str = "", order: Order = "") -> Article:
    """The article in an HTML page; ``encoding`` is what the server said. Raises ``Unreadable`` where there is none."""
    page = _parsed(data, encoding)
    facts = read_metadata(page, url, order)
    draft = read(data, "page.html")
    found = _main_text(data, page, draft) if _WHOLE.search(data) else _draft_text(draft)
    told = tell(found, facts.title, facts.authors, _linked(draft))
    if not told.paragraphs:
        raise Unreadable("no story found in this page: is it an article, and does its text stand in the HTML?")
    seen = Told() if facts.published and facts.authors else _seen(page)
    return Article(
        paragraphs=told.paragraphs, title=told.title, authors=facts.authors or told.authors or seen.authors,
        published=facts.published or published(seen, order), language=facts.language,
        canonical=facts.canonical, also=facts.also, links=story_links(draft, told.paragraphs, url),
        notes=(*((PAID,) if facts.paid else ()), *told.notes),
    )  # fmt: skip


def _parsed(data: bytes, encoding: str) -> turbohtml.Document:
    try:
        import turbohtml
    except ImportError:
        raise Unreadable(INSTALL) from None
    try:
        return turbohtml.parse(data, encoding=encoding or None)
    except (LookupError, ValueError):
        return turbohtml.parse(data)


def read_draft(data: bytes, name: str, order: Order = "") -> Article:
    """The article in a Markdown file: its front matter's facts, and its text without captions and furniture."""
    draft = read(data, name, kind="markdown")
    if draft.problems and not any(True for _ in draft.leaves()):
        raise Unreadable(draft.problems[0].message)
    heading = next((b.text.value for b in draft.leaves() if b.kind == "heading"), "")
    title = _stated(draft, "title", "headline") or heading
    authors = tuple(e.value for e in draft.front_matter.entries if e.path[0] in ("author", "authors", "byline"))
    told = tell(_draft_text(draft), title, authors, _linked(draft))
    if not told.paragraphs:
        raise Unreadable("no story found in this file")
    return Article(
        paragraphs=told.paragraphs,
        title=told.title,
        authors=told.authors,
        published=read_date(_stated(draft, "published", "date", "datePublished"), order) or published(told, order),
        language=_stated(draft, "lang", "language", "locale").replace("_", "-").split("-")[0].casefold(),
        canonical=_stated(draft, "canonical_url", "canonicalUrl", "canonical", "url", "source", "original"),
        links=story_links(draft, told.paragraphs, ""),
        notes=told.notes,
    )


def _stated(draft: Draft, *keys: str) -> str:
    return next((e.value for key in keys if (e := draft.front_matter.get(key)) is not None and e.value), "")


def _draft_text(draft: Draft) -> list[str]:
    return [" ".join(b.text.value.split()) for b in draft.leaves() if b.inside(*_LEFT_OUT) is None]


def _linked(draft: Draft) -> frozenset[str]:
    """The paragraphs that are a link to another page and nothing else."""
    whole: set[str] = set()
    for link in draft.links:
        text = link.block.text.value
        alone = link.block.kind == "paragraph" and link.block.inside("item", "cell", "quotation") is None
        if alone and not link.address.startswith("#") and link.anchor.strip() == text.strip():
            whole.add(" ".join(text.split()))
    return frozenset(whole)


def _main_text(data: bytes, page: turbohtml.Document, draft: Draft) -> list[str]:
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise Unreadable(INSTALL) from None
    text = data.decode(page.encoding or "utf-8", "replace")
    found = bare_extraction(text, fast=True, include_comments=False, include_tables=True)
    body = getattr(found, "body", None)
    return (body_paragraphs(body) if body is not None else []) or _draft_text(draft)


def _seen(page: turbohtml.Document) -> Told:
    """What a reader sees of byline and date, for pages that do not state them for machines."""
    return tell(paragraphs(page.to_text()[:_SEEN]), whole=True)
