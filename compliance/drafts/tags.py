"""A scanner of HTML: tags, comments and the text between them, each with its place. Linear in the text.

It follows the tokenizer of the HTML standard (https://html.spec.whatwg.org/multipage/parsing.html#tokenization).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from compliance.expressions import expression
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = expression(r"[A-Za-z][^ \t\n\f\r/>]*+")
_ATTRIBUTE = expression(
    r"""[ \t\n\f\r/]*+([^ \t\n\f\r/>][^ \t\n\f\r/>=]*+)"""
    r"""(?:[ \t\n\f\r]*+(=)[ \t\n\f\r]*+("[^"]*+"|'[^']*+'|[^ \t\n\f\r>"'][^ \t\n\f\r>]*+)?)?"""
)
_TAG_END = expression(r"[ \t\n\f\r/]*+>")
_COMMENT_END = expression(r"--!?>")
_REFERENCE = expression(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{1,40};?)")
_SCRIPT = expression(r"(?i)<!--|-->|</?script(?=[\s/>])")
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of HTML; ``name`` as written for tags, ``attributes`` with lower-cased names and decoded values."""

    kind: Literal["text", "raw", "start", "end", "comment"]
    start: int
    end: int
    name: str = ""
    attributes: dict[str, str] | None = None
    closed: bool = False


def scan(source: str, base: int = 0, original: str | None = None) -> Iterator[Token]:
    """The tokens of ``source``, which stands at ``base`` in the file ``original``.

    Attribute values are read from ``original`` where it is given. A tag that is not closed before the end is dropped
    with all that follows, as browsers do.
    """
    at, length = 0, len(source)
    text_start = 0
    while at < length:
        less = source.find("<", at)
        if less < 0 or less + 1 >= length:
            break
        token = _markup(source, less, base, original)
        if token is None:
            at = less + 1
            continue
        if less > text_start:
            yield Token("text", base + text_start, base + less)
        yield token
        at = text_start = token.end - base
        if token.kind == "start" and token.name.lower() in _RAW:
            end = _raw_end(source, at, token.name)
            if end > at:
                yield Token("raw", base + at, base + end, token.name)
            at = text_start = end
    if text_start < length:
        yield Token("text", base + text_start, base + length)


def _markup(source: str, less: int, base: int, original: str | None) -> Token | None:
    """The token that begins with the ``<`` at ``less``; None where that is a character like any other."""
    following = source[less + 1]
    if following == "!":
        return _declaration(source, less, base)
    closing = following == "/"
    name = _NAME.match(source, less + 2 if closing else less + 1)
    if name is None:
        bogus = following == "?" or (closing and less + 2 < len(source))
        return _bogus(source, less, base) if bogus else None
    attributes, end = _attributes(source, name.end(), base, original)
    if end < 0:
        return Token("comment", base + less, base + len(source))
    if closing:
        return Token("end", base + less, base + end, name[0])
    return Token("start", base + less, base + end, name[0], attributes, source[end - 2] == "/")


def _declaration(source: str, less: int, base: int) -> Token:
    if not source.startswith("<!--", less):
        return _bogus(source, less, base)
    for empty in ("<!-->", "<!--->"):
        if source.startswith(empty, less):
            return Token("comment", base + less, base + less + len(empty))
    match = _COMMENT_END.search(source, less + 4)
    return Token("comment", base + less, base + (match.end() if match else len(source)))


def _bogus(source: str, less: int, base: int) -> Token:
    end = source.find(">", less)
    return Token("comment", base + less, base + (end + 1 if end >= 0 else len(source)))


def _attributes(source: str, at: int, base: int, original: str | None) -> tuple[dict[str, str], int]:
    """The attributes from ``at`` on and the offset after the tag's ``>``, or -1 where the tag is not closed."""
    found: dict[str, str] = {}
    while match := _ATTRIBUTE.match(source, at):
        at = match.end()
        if match[2] and match[3] is None and source[at : at + 1] in ('"', "'"):
            return found, -1
        start, end = match.span(3)
        if match[3] and match[3][0] in "\"'":
            start, end = start + 1, end - 1
        value = source[start:end] if original is None else original[base + start : base + end]
        found.setdefault(match[1].lower(), _attribute_value(value) if match[3] else "")
    close = _TAG_END.match(source, at)
    return found, close.end() if close else -1


def _raw_end(source: str, at: int, name: str) -> int:
    """Where the text of an element that holds no tags ends."""
    if name.lower() == "script":
        return _script_end(source, at)
    match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at)
    return match.start() if match else len(source)


def _script_end(source: str, at: int) -> int:
    """Where a script ends: not at the end of a script within a comment within it."""
    in_comment = inner = False
    while match := _SCRIPT.search(source, at):
        at, found = match.end(), match[0].lower()
        if found == "<!--":
            in_comment, at = True, match.start() + 2  # `<!-->` opens and closes
        elif found == "-->":
            in_comment = inner = False
        elif found == "<script":
            inner = in_comment
        elif inner:
            inner = False
        else:
            return match.start()
    return len(source)


def _attribute_value(value: str) -> str:
    return _REFERENCE.sub(lambda match: _in_attribute(match, value), value) if "&" in value else value


def _in_attribute(match: re.Match[str], value: str) -> str:
    following = value[match.end() : match.end() + 1]
    if not match[0].endswith(";") and (following == "=" or following.isalnum()):
        return match[0]
    return decode(match[0])


def references(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The character references in ``text[start:end]``: where each starts and ends, and what it stands for."""
    if "&" not in text[start:end]:
        return
    for match in _REFERENCE.finditer(text, start, end):
        value = decode(match[0])
        if value != match[0]:
            yield match.start(), match.end(), value


def decode(reference: str) -> str:
    """What a character reference stands for (itself where it is none)."""
    from html import unescape

    return unescape(reference)
