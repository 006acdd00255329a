"""The shortcodes, template tags and components in Markdown: found before the parser sees them, and masked.

Hugo's ``{{< x >}}`` and ``{{% x %}}``, Liquid's and Jinja's ``{% x %}`` and ``{{ x }}``, attribute lists ``{: .x}``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Role = Literal["open", "close", "single", "code", "comment", "attributes", "output"]


@dataclass(slots=True)
class Shortcode:
    """One tag of a template language; ``paired`` when both an opening and a closing one were found."""

    start: int
    end: int
    name: str
    role: Role
    inside: tuple[int, int] = (0, 0)
    block: bool = False
    paired: bool = False
    arguments: dict[str, str] = field(default_factory=dict)


_BLANK_LINE = r"\n[ \t]*\r?\n"
_TAG = re.compile(
    rf"\{{\{{(?P<hugo>[<%])(?P<hugo_in>(?:(?!\{{\{{|[%>]\}}\}}|{_BLANK_LINE})[\s\S])*+)[%>]\}}\}}"
    rf"|\{{%(?P<liquid_in>(?:(?!\{{%|%\}}|{_BLANK_LINE})[\s\S])*+)%\}}"
    rf"|\{{\{{(?P<output>(?:(?!\{{\{{|\}}\}}|{_BLANK_LINE})[\s\S])*+)\}}\}}"
    r"|\{:(?P<attributes>[^{}\n]*+)\}"
)
_HEAD = re.compile(r"[\s/-]*+([\w.-]*)")


class Shortcodes:
    """All shortcodes of ``text`` from ``base`` on, and the text with them masked, equally long.

    One that stands alone on its lines is masked as a thematic break, so that it ends what stands above it; any other one
    as a word.
    """

    def __init__(self, text: str, base: int) -> None:
        self.spans: list[Shortcode] = []
        if "{%" in text or "{{" in text or "{:" in text:
            self.spans = list(_found(text, base))
        self._starts = [code.start for code in self.spans]
        self.masked = _masked(text, self.spans) if self.spans else text

    def split(self, start: int, end: int) -> Iterator[tuple[int, int, Shortcode | None]]:
        """The ranges between the shortcodes of ``text[start:end]``, and the shortcodes that begin in it, in order."""
        at = start
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self.spans)):
            code = self.spans[index]
            if code.start >= end:
                break
            if code.end <= start:
                continue
            if code.start > at:
                yield at, code.start, None
            if code.start >= start:
                yield code.start, code.end, code
            at = max(at, code.end)
        if at < end:
            yield at, end, None

    def starting(self, start: int, end: int) -> Shortcode | None:
        """The shortcode that begins in ``text[start:end]``, if one does."""
        index = bisect_left(self._starts, start)
        if index < len(self.spans) and self.spans[index].start < end:
            return self.spans[index]
        return None


def _found(text: str, base: int) -> Iterator[Shortcode]:
    for match in _TAG.finditer(text, base):
        start, end = match.span()
        if match["output"] is not None:
            yield Shortcode(start, end, "", "output", match.span("output"))
        elif match["attributes"] is not None:
            yield Shortcode(start, end, "", "attributes", match.span("attributes"))
        else:
            group = "hugo_in" if match["hugo"] else "liquid_in"
            yield _tag(text, match, group)


def _tag(text: str, match: re.Match[str], group: str) -> Shortcode:
    inside = match.span(group)
    words = match[group]
    head = _HEAD.match(words)
    name = head[1].lower() if head else ""
    role: Role = "open"
    if group == "hugo_in":
        if words.lstrip().startswith("/*"):
            role = "comment"
        elif words.lstrip().startswith("/"):
            role = "close"
        elif words.rstrip().endswith("/"):
            role = "single"
    elif name.startswith("end"):
        name, role = name[3:], "close"
    code = Shortcode(match.start(), match.end(), name, role, inside)
    code.block = _alone(text, *match.span())
    return code


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the lines of ``text[start:end]``."""
    before = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start))
    if text[before + 1 : start].strip(" \t"):
        return False
    rest = re.compile(r"[ \t]*+(?:\r|\n|\Z)").match(text, end)
    return rest is not None


def _masked(text: str, spans: list[Shortcode]) -> str:
    parts, at = [], 0
    for code in spans:
        parts += (text[at : code.start], _mask(text[code.start : code.end], block=code.block))
        at = code.end
    return "".join((*parts, text[at:]))


def _mask(source: str, *, block: bool) -> str:
    if not block:
        return re.sub(r"[^\r\n]", "x", source)
    first, *rest = re.split(r"(?=[\r\n])", source, maxsplit=1)
    return "*" * len(first) + re.sub(r"[^\r\n]", " ", "".join(rest))
