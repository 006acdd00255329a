"""The lines of a page, each with what it is taken for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compliance.sources.bylines import byline
from compliance.sources.cues import furniture
from compliance.sources.dates import read_date
from compliance.sources.shapes import ends, is_prose

if TYPE_CHECKING:
    from compliance.sources.cues import Furniture

_DATE_LINE: Final = 60
_LEFT_OF_DATE: Final = 30
_BULLET: Final = re.compile(r"(?:[-*•·–—‣▪]|\d{1,2}[.)])\s|\d{1,2}[:.h]\d\d\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or line of a page.

    ``kind`` is the furniture it is, "" for none; ``names`` are the authors that it names as a byline, ``dated`` means
    that it is a date alone; ``prose`` that it has a paragraph's shape, ``ended`` that it ends as a sentence does.
    """

    text: str
    kind: Furniture
    names: tuple[str, ...]
    dated: bool
    prose: bool
    ended: bool

    @property
    def head(self) -> bool:
        """Whether it is a byline or a date."""
        return bool(self.names) or self.dated

    @property
    def full_name(self) -> bool:
        """Whether it names an author by more than one name: "Von Sydow" and "Di Maio" may be headings."""
        return any(" " in name for name in self.names)

    @property
    def plain(self) -> bool:
        """Whether nothing speaks against its being story."""
        return not self.kind and not self.head

    @property
    def bullet(self) -> bool:
        """Whether it is a point of a list, or the hour of an entry."""
        return bool(_BULLET.match(self.text))


def line_of(text: str) -> Line:
    """A paragraph, and what it is taken for."""
    kind = furniture(text)
    names = () if kind else byline(text)
    dated = not kind and not names and len(text) <= _DATE_LINE and _is_date(text)
    plain = not kind and not names and not dated
    return Line(text, kind, names, dated, plain and is_prose(text), plain and ends(text))


def _is_date(text: str) -> bool:
    found = read_date(text)
    return found is not None and not ends(text) and len(text) - len(found.written) <= _LEFT_OF_DATE
