"""What ties a quotation to a source: kinds of evidence, and how much each is worth against the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compliance.values import dataclass

if TYPE_CHECKING:
    from compliance.reuse.model import Certainty

# What the evidence is, and its rank: the highest wins. The order is the editor's own: what stands in the quotation's
# mark-up, then its attribution, then what introduces it, then what the file says of itself, then what stands near.
RANKS: Final[dict[str, int]] = {
    "declared": 120,
    "cite-attribute": 110,
    "attribution-line": 96,
    "linked-quotation": 94,
    "footnote": 91,
    "link-in-introduction": 90,
    "list-item-link": 88,
    "heading-link": 87,
    "link-in-sentence": 86,
    "publisher-name": 78,
    "front-matter": 76,
    "referred": 73,
    "continued": 72,
    "section-heading": 72,
    "link-before": 66,
    "link-after": 60,
    "title-link": 58,
    "recalled": 58,
    "earlier-paragraph": 52,
    "announced": 50,
    "link-in-quotation": 46,
    "section-link": 42,
    "source-list": 38,
}
ENOUGH: Final = 34
SURE: Final = 84
GUESSES: Final = frozenset({"section-link", "source-list"})
"""Evidence that a person has to look at before anything is held against the draft."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to tie a quotation to the page at ``url`` (or, without one, to ``domain``).

    ``rank`` starts from the kind's in `RANKS` and is moved by what the address and the words around it are;
    ``doubtful``: the words around it may as well mean another source.
    """

    name: str
    url: str
    rank: int
    domain: str = ""
    authors: tuple[str, ...] = ()
    doubtful: bool = False

    @property
    def certainty(self) -> Certainty:
        """How sure the tie is, in words."""
        if self.name == "declared":
            return "declared"
        if self.doubtful or self.name in GUESSES:
            return "doubtful"
        return "strong" if self.rank >= SURE else "likely" if self.rank >= 56 else "weak"


def evidence(
    name: str, url: str, change: int = 0, authors: tuple[str, ...] = (), *, doubtful: bool = False
) -> Evidence:
    """Evidence of a kind, its rank raised or lowered."""
    return Evidence(name, url, RANKS[name] + change, authors=authors, doubtful=doubtful)


def best(found: list[Evidence]) -> Evidence | None:
    """The evidence of the highest rank that is worth anything; of equals the first."""
    worth = [e for e in found if e.rank >= ENOUGH]
    return max(worth, key=lambda e: e.rank) if worth else None
