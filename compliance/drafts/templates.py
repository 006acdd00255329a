"""The tags of template languages inside Markdown: found, named, and paired."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from compliance.drafts.patterns import compiled, languages
from compliance.expressions import expression
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

Role = Literal["open", "close", "single", "code", "comment", "attributes", "words"]
Mask = Literal["word", "rule", "item"]


@dataclass(slots=True)
class Shortcode:
    """One tag of a template language.

    ``inside`` is where its arguments stand; ``partner`` is the closing one of an opening one, if there is one.
    """

    start: int
    end: int
    name: str
    role: Role
    inside: tuple[int, int] = (0, 0)
    mask: Mask = "word"
    partner: Shortcode | None = None


_HEAD = expression(r"[\s/-]*+([\w.-]*+)")
_VERBATIM: dict[str, Role] = {"highlight": "code", "raw": "code", "verbatim": "code", "comment": "comment"}
_DEFINITION = expression(r"^ {0,3}\[([^\[\]\n]++)\]:", re.MULTILINE)
_ALONE = expression(r"[ \t]*+(?:[\r\n]|\Z)")
_INLINE = frozenset(("output", "attributes", "wiki", "expression"))


def found(text: str, base: int, *, mdx: bool) -> list[Shortcode]:
    """All shortcodes of ``text`` from ``base`` on, in order, with opening and closing ones paired."""
    names = languages(text, base, mdx=mdx)
    if not names:
        return []
    finder, pattern = _Finder(text), compiled(names)
    codes: list[Shortcode] = []
    while match := pattern.search(text, base):
        made = finder.make(match)
        codes += made
        base = made[-1].end if made else match.end()
    _pair(codes)
    return codes


class _Finder:
    """Makes shortcodes of matches in ``text``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._unclosed: set[str] = set()
        self._labels: set[str] | None = None

    def make(self, match: re.Match[str]) -> list[Shortcode]:
        """The shortcodes that a match stands for; none where it only looks like one."""
        kind = match.lastgroup or ""
        inside = match.span(kind)
        if kind == "wiki":
            return self._wiki_link(match[0], match[kind], match.start(), inside)
        if kind == "braced" and "{" not in match[0]:
            return []
        code = _READERS[kind](match[0], match[kind], *match.span())
        code.inside = inside
        if code.role == "open" and kind in ("hugo", "liquid") and code.name in _VERBATIM:
            self._extend(code)
        if kind == "box":
            code.mask = "item"
        elif kind not in _INLINE and _alone(self.text, code.start, code.end):
            code.mask = "rule"
        return [code]

    def _wiki_link(self, source: str, words: str, start: int, inside: tuple[int, int]) -> list[Shortcode]:
        """A wiki link's brackets and target, without its words, which stay; all of it where it embeds another page."""
        end = start + len(source)
        if source[0] == "!":
            return [Shortcode(start, end, "", "words")]
        if self._labels is None:
            self._labels = {label.casefold() for label in _DEFINITION.findall(self.text)}
        if words.isdigit() or words.casefold() in self._labels:
            return []
        return [Shortcode(start, inside[0], "", "words"), Shortcode(inside[1], end, "", "words")]

    def _extend(self, code: Shortcode) -> None:
        """Widens a tag whose content is shown or left out word for word to its end tag."""
        if code.name in self._unclosed:
            return
        name = re.escape(code.name)
        end = re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}|\{{\{{[<%]\s*/\s*{name}\s*[%>]\}}\}}").search(
            self.text, code.end
        )
        if end is None:
            self._unclosed.add(code.name)
            return
        code.end = end.end()
        code.role = _VERBATIM[code.name]


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the lines of ``text[start:end]``."""
    at = start
    while at > 0 and text[at - 1] in " \t":
        at -= 1
    return (at == 0 or text[at - 1] in "\r\n") and _ALONE.match(text, end) is not None


def _hugo(_: str, words: str, start: int, end: int) -> Shortcode:
    stripped = words.strip()
    if stripped.startswith("/*"):
        return Shortcode(start, end, "", "comment")
    role: Role = "close" if stripped.startswith("/") else "single" if stripped.endswith("/") else "open"
    return Shortcode(start, end, _name(words), role)


def _liquid(_: str, words: str, start: int, end: int) -> Shortcode:
    name = _name(words)
    if name.startswith("end"):
        return Shortcode(start, end, name[3:].lstrip("_"), "close")
    return Shortcode(start, end, name, "open")


def _component(source: str, words: str, start: int, end: int) -> Shortcode:
    role: Role = "close" if source.startswith("</") else "single" if source.endswith("/>") else "open"
    return Shortcode(start, end, _name(words), role)


def _fence(_: str, words: str, start: int, end: int) -> Shortcode:
    words = words.strip(" \t:")
    if not words:
        return Shortcode(start, end, ":::", "close")
    return Shortcode(start, end, ":::", "open")


def _as(role: Role) -> Callable[[str, str, int, int], Shortcode]:
    return lambda _source, words, start, end: Shortcode(start, end, _name(words), role)


_READERS: dict[str, Callable[[str, str, int, int], Shortcode]] = {
    "hugo": _hugo, "liquid": _liquid, "component": _component, "braced": _component, "fence": _fence,
    "output": _as("words"), "note": _as("comment"), "remark": _as("comment"), "module": _as("code"),
    "expression": _as("words"), "attributes": _as("attributes"), "box": _as("single"),
}  # fmt: skip


def _name(words: str) -> str:
    match = _HEAD.match(words)
    return match[1].lower() if match else ""


def _pair(codes: list[Shortcode]) -> None:
    waiting: dict[str, list[Shortcode]] = {}
    for code in codes:
        if code.role == "open":
            waiting.setdefault(code.name, []).append(code)
        elif code.role == "close" and waiting.get(code.name):
            waiting[code.name].pop().partner = code
