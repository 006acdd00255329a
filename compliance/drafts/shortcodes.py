"""The shortcodes, template tags and components in Markdown: found before the parser sees them, and masked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from compliance.drafts.templates import found
from compliance.expressions import expression
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.drafts.templates import Shortcode

_VISIBLE = expression(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class Shortcodes:
    """The shortcodes of a file in order, and its text with them masked, equally long.

    One that stands alone on its lines is masked as a thematic break, so that it ends what stands above it; the head of
    an indented box as the marker of a list item; any other one as a word.
    """

    spans: Sequence[Shortcode]
    starts: Sequence[int]
    masked: str

    def split(self, start: int, end: int) -> Iterator[tuple[int, int, Shortcode | None]]:
        """The ranges between the shortcodes of ``text[start:end]``, and the shortcodes that begin in it, in order."""
        at = start
        for index in range(max(0, bisect_right(self.starts, start) - 1), len(self.spans)):
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
        """The first shortcode that begins in ``text[start:end]``, if one does."""
        index = bisect_left(self.starts, start)
        if index < len(self.spans) and self.spans[index].start < end:
            return self.spans[index]
        return None


def find_shortcodes(text: str, base: int, *, mdx: bool) -> Shortcodes:
    """The shortcodes of ``text`` from ``base`` on; ``mdx`` adds what only MDX has."""
    spans = found(text, base, mdx=mdx)
    return Shortcodes(spans, [code.start for code in spans], _masked(text, spans) if spans else text)


def _masked(text: str, spans: Sequence[Shortcode]) -> str:
    parts: list[str] = []
    at = 0
    for code in spans:
        parts += (text[at : code.start], _mask(text[code.start : code.end], code.mask))
        at = code.end
    return "".join((*parts, text[at:]))


def _mask(source: str, mask: str) -> str:
    if mask == "word":
        return _VISIBLE.sub("x", source)
    first, *rest = re.split(r"(?=[\r\n])", source, maxsplit=1)
    if mask == "item":
        return "-   " + "x" * (len(first) - 4)
    return "*" * len(first) + _VISIBLE.sub(" ", "".join(rest))
