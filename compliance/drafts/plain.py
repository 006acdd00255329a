"""Plain text: paragraphs between blank lines, and lines that ``>`` marks as quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.expressions import expression

if TYPE_CHECKING:
    import re

    from compliance.drafts.builder import Builder, Entry

_LINE = expression(r"(?P<marks>(?:[ \t]{0,3}>)*+)[ \t]*+(?P<words>[^\r\n]*+)(?:\r\n|\n|\r|\Z)(?P<blank>[\r\n]*+)")
_ITEM = expression(r"(?:[-*•–]|\d{1,3}[.)])[ \t]")


def read_plain(builder: Builder, base: int) -> None:
    """Feeds a builder with the lines from ``base`` on."""
    quotes: list[Entry | None] = []
    for match in _LINE.finditer(builder.text, base):
        depth = match["marks"].count(">")
        if depth != len(quotes):
            _nest(builder, quotes, depth, match)
        _line(builder, match)
    _nest(builder, quotes, 0, None)


def _nest(builder: Builder, quotes: list[Entry | None], depth: int, match: re.Match[str] | None) -> None:
    """Opens and closes quotations until so many are open."""
    builder.end_leaf()
    at = match.start() if match else len(builder.text)
    while len(quotes) > depth:
        builder.close(quotes.pop(), at)
    while len(quotes) < depth:
        quotes.append(builder.open("quotation", at))


def _line(builder: Builder, match: re.Match[str]) -> None:
    start, end = match.span("words")
    words = match["words"].rstrip(" \t\f")
    if not words:
        builder.end_leaf()
        return
    if _ITEM.match(words):
        builder.end_leaf()
    builder.write(words, start, start + len(words))
    if match["blank"]:
        builder.end_leaf()
    else:
        builder.space(end, match.end())
