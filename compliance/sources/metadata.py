"""What a page says about itself: title, authors, date, language and the addresses it goes by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin

from compliance.addresses import article_key, kind_of
from compliance.sources.bylines import authors, byline, names
from compliance.sources.dates import Written, read_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    import turbohtml

    from compliance.sources.dates import Order

_DEEPEST: Final = 8
_ARTICLE: Final = ("article", "posting", "report", "blog", "webpage", "creativework")


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own statements; what it does not say is empty. ``paid`` means that it says not everyone may read it."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: Written | None = None
    language: str = ""
    canonical: str = ""
    also: tuple[str, ...] = ()
    paid: bool = False


def read_metadata(page: turbohtml.Document, url: str, order: Order = "") -> Metadata:
    """The metadata of a parsed page; ``url`` is its address, if it is known, for relative links."""
    data = page.structured_data()
    linked = [item for block in data.json_ld for item in _items(block, _DEEPEST)]
    linked = sorted((item for item in linked if _rank(item) < len(_ARTICLE)), key=_rank)
    meta = _meta(page)
    base = page.base_url(url) if url else ""
    return Metadata(
        title=_first(
            *(_text(i.get("headline")) for i in linked), *_values(meta, "og:title", "twitter:title"), _title(page)
        ),
        authors=_authors(linked, meta, page),
        published=_published(linked, meta, page, order),
        language=_language(page, meta, linked),
        canonical=_canonical(page, meta, linked, base),
        also=_other_addresses(page, meta, base),
        paid=any(str(item.get("isAccessibleForFree", "")).casefold() == "false" for item in linked),
    )


def _items(block: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD block, those inside ``@graph`` and ``mainEntity`` too."""
    if isinstance(block, list) and depth:
        for item in block:
            yield from _items(item, depth - 1)
    elif isinstance(block, dict) and depth:
        yield block
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _items(block.get(key), depth - 1)


def _rank(item: dict[str, Any]) -> int:
    """How surely an object describes the article: its place in the list of kinds."""
    kinds = item.get("@type", "")
    name = " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)
    return next((n for n, kind in enumerate(_ARTICLE) if kind in name.casefold()), len(_ARTICLE))


def _meta(page: turbohtml.Document) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in page.select("meta[content]"):
        name = _attribute(tag, "property") or _attribute(tag, "name") or _attribute(tag, "itemprop")
        if content := _attribute(tag, "content"):
            found.setdefault(name.casefold(), []).append(content)
    return found


def _attribute(tag: turbohtml.Element, name: str) -> str:
    value = tag.attrs.get(name)
    return " ".join((" ".join(value) if isinstance(value, list) else str(value or "")).split())


def _values(meta: dict[str, list[str]], *keys: str) -> list[str]:
    return [value for key in keys for value in meta.get(key, ())]


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _first(*texts: str) -> str:
    return next((text for text in texts if text), "")


def _title(page: turbohtml.Document) -> str:
    headings = [" ".join(h.text.split()) for h in page.select("h1")]
    title = page.select_one("title")
    return _first(*(headings if len(headings) == 1 else ()), " ".join(title.text.split()) if title else "", *headings)


def _authors(linked: list[dict[str, Any]], meta: dict[str, list[str]], page: turbohtml.Document) -> tuple[str, ...]:
    for item in linked:
        found = item.get("author")
        items = found if isinstance(found, list) else [found]
        stated = [_text(p.get("name") if isinstance(p, dict) else p) for p in items]
        if people := tuple(dict.fromkeys(a for a in stated if a and not a.startswith("http"))):
            return people
    for value in _values(meta, "author", "article:author", "parsely-author", "dc.creator", "sailthru.author"):
        if not value.startswith("http"):
            return authors(value)
    for tag in page.select("[rel~=author], [itemprop=author], .byline, .author"):
        text = " ".join(tag.text.split())
        if people := byline(text) or names(text):
            return people
    return ()


def _published(
    linked: list[dict[str, Any]], meta: dict[str, list[str]], page: turbohtml.Document, order: Order
) -> Written | None:
    """The date of publication; of those stated for machines the first, else the first on a ``time`` element."""
    keys = (
        "article:published_time",
        "datepublished",
        "parsely-pub-date",
        "dc.date.issued",
        "dc.date",
        "pubdate",
        "date",
    )
    stated = [*(_text(i.get("datePublished")) for i in linked), *_values(meta, *keys)]
    times = page.select("time")
    stated += [_attribute(tag, "datetime") for tag in times] + [" ".join(tag.text.split()) for tag in times]
    return next((found for text in stated if text and (found := read_date(text, order))), None)


def _language(page: turbohtml.Document, meta: dict[str, list[str]], linked: list[dict[str, Any]]) -> str:
    root = page.root
    stated = (
        _attribute(root, "lang") if root is not None else "",
        *(_text(item.get("inLanguage")) for item in linked),
        *_values(meta, "og:locale", "content-language"),
    )
    return _first(*stated).replace("_", "-").split("-")[0].casefold()


def _canonical(page: turbohtml.Document, meta: dict[str, list[str]], linked: list[dict[str, Any]], base: str) -> str:
    """The address that the page declares for itself; one that is a site's home page is a mistake of the page's."""
    stated = [_attribute(tag, "href") for tag in page.select("link[rel~=canonical]")] + _values(meta, "og:url")
    for item in linked:
        page_of = item.get("mainEntityOfPage")
        stated += [_text(page_of.get("@id") if isinstance(page_of, dict) else page_of)]
    return _first(*(_absolute(address, base) for address in stated))


def _other_addresses(page: turbohtml.Document, meta: dict[str, list[str]], base: str) -> tuple[str, ...]:
    stated = [_attribute(tag, "href") for tag in page.select("link[rel~=amphtml], link[rel~=shortlink]")]
    stated += _values(meta, "syndication-source", "original-source", "og:url")
    return tuple(dict.fromkeys(address for s in stated if (address := _absolute(s, base))))


def _absolute(address: str, base: str) -> str:
    try:
        whole = urljoin(base, address) if address else ""
    except ValueError:
        return ""
    good = whole.startswith(("http://", "https://")) and article_key(whole) and kind_of(whole) != "home"
    return whole if good else ""
