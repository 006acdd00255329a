"""Plain text: paragraphs between blank lines, and quoted lines: marked by ``>``, or indented below a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.expressions import expression

if TYPE_CHECKING:
    import re

    from compliance.drafts.builder import Builder, Entry

_LINE = expression(
    r"(?P<marks>(?:[ \t]{0,3}>)*+)(?P<indent>[ \t]*+)(?P<words>[^\r\n]*+)(?:\r\n|\n|\r|\Z)(?P<blank>[\r\n]*+)"
)
_ITEM = expression(r"(?:[-*•–]|\d{1,3}[.)])[ \t]")
_INDENT = 2  # columns
_WRAPPED = 100  # characters: a longer line is a whole paragraph
_DASHES = ("--", "—", "–", "― ")


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
    elif not match["marks"]:
        _display(builder, match, indented=len(match["indent"].expandtabs()) >= _INDENT)
    builder.write(words, start, start + len(words))
    if match["blank"]:
        builder.end_leaf()
    else:
        builder.space(end, match.end())


def _display(builder: Builder, match: re.Match[str], *, indented: bool) -> None:
    """Begins a quotation where an indented line stands below a colon or such a quotation, and ends it."""
    leaf = builder.leaf
    displayed = leaf is not None and "displayed" in leaf.attributes
    if indented and not displayed and _leads_on(builder, match.start()):
        if match["words"].startswith(_DASHES) and "displayed" in builder.blocks[-1].attributes:
            builder.open_leaf("paragraph", match.start("words"))  # whose words the quotation above is
        else:
            builder.open_leaf("quotation", match.start("words"), {"displayed": "indented"})
    elif leaf is not None and displayed and not indented:
        if "\n" in builder.text[leaf.start : builder.trim(match.start())] or builder.run.length > _WRAPPED:
            builder.end_leaf(match.start())
        else:  # only the first line is indented, as that of any paragraph may be
            leaf.kind = "paragraph"
            del leaf.attributes["displayed"]


def _leads_on(builder: Builder, at: int) -> bool:
    """Whether the paragraph above ends in a colon and is not indented itself, or is an indented quotation."""
    above = builder.blocks[-1]
    if above.parent is not builder.top:
        return False
    if "displayed" in above.attributes:
        return True
    end, before = builder.trim(at), builder.text[max(0, above.start - 1) : above.start]
    return builder.text[end - 1 : end] in (":", "：") and before not in (" ", "\t")
