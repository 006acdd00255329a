"""A share of a draft or of an article in words: what it is, of how much, and what to cut."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Literal

from compliance import counting
from compliance.checks.parts.amounts import figure
from compliance.checks.parts.layout import layout_of
from compliance.values import dataclass

if TYPE_CHECKING:
    from compliance.checks.case import Case
    from compliance.checks.parts.taken import Per, Spaces, Taken

_IS: Final[dict[Per, str]] = {
    "quotation": "is this one quotation",
    "article": "is from this article",
    "publisher": "is from this publisher",
    "draft": "is from this publisher",
}


@dataclass(frozen=True, slots=True)
class Share:
    """What is taken, and the draft or the article that it is a part of, in characters."""

    part: counting.Count
    whole: counting.Count
    of: Literal["source", "draft"]
    per: Per
    spaces: Spaces

    def told(self, percent: float, bound: str) -> str:
        """The share beside its bound (`at most 25 percent`)."""
        what, is_ = ("article", "is taken") if self.of == "source" else ("draft", _IS[self.per])
        sizes = f"{self._of(self.part)} of {self._of(self.whole)} characters"
        return f"{figure(percent)} percent of the {what} ({sizes}) {is_}; {bound} may be"

    def surplus(self, percent: float, *, below: bool) -> int:
        """How many characters must go until what is left is this share of the whole, or ``below`` it.

        What is cut from a draft makes the draft shorter too.
        """
        limit = percent / 100
        left = 1 - limit if self.of == "draft" and limit < 1 else 1
        exact = (self._of(self.part) - limit * self._of(self.whole)) / left
        return min(self._of(self.part), math.floor(exact + 1) if below else math.ceil(exact))

    def _of(self, size: counting.Count) -> int:
        return size.without_spaces if self.spaces == "exclude" else size.with_spaces


def share(part: Taken, case: Case, of: Literal["source", "draft"], per: Per, spaces: Spaces) -> Share:
    """The share of the draft, or of the article, that counts against one limit."""
    whole = counting.count(case.reuse.source.text or "") if of == "source" else _length_of(case)
    return Share(part.characters, whole, of, per, spaces)


def _length_of(case: Case) -> counting.Count:
    """The length of all that a reader of the draft sees, in characters."""
    return sum((counting.count(leaf.text.value) for leaf in layout_of(case.draft).leaves), counting.Count())
