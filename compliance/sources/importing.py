"""From a file's or a server's bytes to an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from compliance.sources.model import Article, Unreadable

if TYPE_CHECKING:
    from compliance.sources.dates import Order

_HTML: Final = (".html", ".htm", ".xhtml", ".mhtml")
_MARKDOWN: Final = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd")
_TAGGED: Final = re.compile(rb"(?i)\s*(?:<\?xml|<!--|<!doctype\s+html|<html|<head|<body|<article|<div|<p\b)")
_MARKED: Final = re.compile(r"---[ \t]*\r?\n[A-Za-z_]+[ \t]*:|\s*# \S")  # or a headline of Markdown


def read_article(data: bytes, name: str, *, url: str = "", media_type: str = "", order: Order = "") -> Article:
    """The article in saved HTML, Markdown or plain text.

    The kind is told by ``media_type`` (as a server sends it, with a charset), else by the ending of ``name``, else by
    how the content begins. ``url`` is the page's address, if known; ``order`` settles dates like 06/05/2024. Raises
    ``Unreadable`` with the reason and the remedy.
    """
    kind, _, parameters = media_type.casefold().partition(";")
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise Unreadable("it is empty")
    if _is_html(data, name, kind.strip()):
        from compliance.sources.page import read_page

        charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", parameters)
        return read_page(data, url, charset[1] if charset else "", order)
    text = _decoded(data)
    if not text.strip():
        raise Unreadable("it is empty")
    if name.casefold().endswith(_MARKDOWN) or "markdown" in kind or _MARKED.match(text):
        from compliance.sources.page import read_draft

        return read_draft(text.encode(), name, order)
    from compliance.sources.plain import read_plain

    return read_plain(text, order)


def _is_html(data: bytes, name: str, kind: str) -> bool:
    if kind:
        return kind in ("text/html", "application/xhtml+xml")
    named = name.casefold()
    return named.endswith(_HTML) or (not named.endswith((*_MARKDOWN, ".txt", ".text")) and bool(_TAGGED.match(data)))


def _decoded(data: bytes) -> str:
    if b"\0" in data:
        raise Unreadable("it is not a text: give saved HTML, Markdown or plain text in UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"line {line} is not UTF-8: save the text as UTF-8 and try again") from None
