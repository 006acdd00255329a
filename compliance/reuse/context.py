"""What the linker has at hand while it looks at one draft."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from compliance.addresses import article_key, same_site
from compliance.expressions import expression
from compliance.reuse.sentences import squashed, weight_of
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from compliance.drafts.model import Block, Draft, Link
    from compliance.reuse.evidence import Evidence
    from compliance.reuse.outline import Item
    from compliance.reuse.sections import Sections
    from compliance.reuse.sites import Sites

_PERMALINKS = frozenset({"#", "¶", "§", "∞", "🔗", "⚓", "⚓︎"})
_CALLS = expression(r"(?i)/(?:un)?(?:subscribe|signup|sign-up|donate|comments?)/?(?:[?#]|\Z)|[?&]action=share\b")
_TITLE = 200  # characters: a longer anchor is no title


@dataclass(slots=True)
class Context:
    """The draft in rows, the sites it speaks of, and what was decided so far.

    ``source`` is the front matter's (key, address), if it names one; ``taken_from`` whether the key says that the text
    is from there, not just about it, ``copy_of`` that it is that page's; ``declared`` is the article that the editor
    declares as quoted. ``notes`` are the footnote references of a block (by its id) as (place, label). ``ties`` hold
    the evidence of the quotations by the item's position; ``taken`` the positions of lines that are a quotation's
    attribution and introduce nothing.
    """

    draft: Draft
    items: list[Item]
    sites: Sites
    source: tuple[str, str] | None = None
    taken_from: bool = False
    copy_of: bool = False
    declared: str = ""
    title: str = ""
    ties: dict[int, Evidence] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    titled: str = ""
    articles: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] | None = None
    counts: list[int] = field(default_factory=list)
    notes: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    note_links: dict[int, list[Link]] = field(default_factory=dict)
    runs: list[tuple[int, int]] = field(default_factory=list)
    spoken: dict[str, Evidence] = field(default_factory=dict)
    _possible: dict[int, bool] = field(default_factory=dict)
    _sections: Sections | None = None
    _interviews: bool | None = None
    _weights: tuple[int, int] | None = None

    @property
    def weights(self) -> tuple[int, int]:
        """How much of the draft stands in block quotations, and how much does not, as `weight_of` counts it."""
        if self._weights is None:
            quoted = sum(weight_of(i.quotation.text) for i in self.items if i.quotation)
            self._weights = quoted, sum(weight_of(i.text) for i in self.items if i.kind != "quotation")
        return self._weights

    @property
    def interviews(self) -> bool:
        """Whether the draft's block quotations are questions that it answers itself."""
        if self._interviews is None:
            from compliance.reuse.passages import interviews

            self._interviews = interviews(self.items)
        return self._interviews

    @property
    def sections(self) -> Sections:
        """The sections of the draft."""
        if self._sections is None:
            from compliance.reuse.sections import Sections  # a draft without quotations does without

            self._sections = Sections.read(self)
        return self._sections

    def __post_init__(self) -> None:
        self.runs = _runs(self.items)
        self.titled = self._titled()
        for label, block, offset in self.draft.footnote_references:
            self.notes.setdefault(id(block), []).append((offset, label))
        if self.notes:
            for link in self.draft.links:
                if (note := link.block.inside("footnote")) is not None:
                    self.note_links.setdefault(id(note), []).append(link)

    def _titled(self) -> str:
        """The address of the page whose title the draft bears, if one of its links does."""
        title = squashed(self.title)
        if len(title) < 8:
            return ""
        bearing = [k.address for k in self.draft.links if len(k.anchor) >= len(title) and squashed(k.anchor) == title]
        addresses = [a for a in bearing if self.sites.can_be_source(a) and self.sites.worth(a) > 0]
        return addresses[0] if len({article_key(a) for a in addresses}) == 1 else ""

    def entitled(self, title: str) -> str:
        """The address of the only page that the draft links under a title (squashed); else ""."""
        if self.titles is None:
            self.titles = {}
            for link in self.sources(list(self.draft.links)):
                if self.sites.worth(link.address) > 0 and len(link.anchor) <= _TITLE:
                    known = self.titles.setdefault(squashed(link.anchor), link.address)
                    if article_key(known) != article_key(link.address):
                        self.titles[squashed(link.anchor)] = ""
        return self.titles.get(title, "")

    def only_article(self, domain: str) -> str:
        """The address of the article on a publisher's site (or on any of its sites), if the draft links just one.

        Where it links none, that of the front matter.
        """
        if domain not in self.articles:
            sites = next((p.domains for p in self.sites.publishers if domain in p.domains), (domain,))
            links = self.sources(list(self.draft.links))
            linked = [k.address for k in links if any(same_site(k.address, site) for site in sites)]
            found = {article_key(a): a for a in linked if self.sites.worth(a) > 0}
            stated = self.source[1] if self.source and not found else ""
            if any(same_site(stated, site) for site in sites):
                found[article_key(stated)] = stated
            self.articles[domain] = next(iter(found.values())) if len(found) == 1 else ""
        return self.articles[domain]

    def linked_until(self, position: int) -> int:
        """How many articles the items before this position link."""
        if not self.counts:
            seen: set[str] = set()
            for item in self.items:
                self.counts.append(len(seen))
                seen |= {article_key(k.address) for k in self.sources(item.links) if self.sites.worth(k.address) > 0}
            self.counts.append(len(seen))
        return self.counts[position]

    def only_page_above(self, position: int) -> str:
        """The address of the one article that the items before this position link; "" for none or several."""
        if self.linked_until(position) != 1:
            return ""
        links = (k for i in self.items[:position] for k in self.sources(i.links))
        return next((k.address for k in links if self.sites.worth(k.address) > 0), "")

    def run(self, at: int) -> tuple[int, int]:
        """The positions, end exclusive, of the quotations that follow each other without a word between."""
        return self.runs[at]

    def sources(self, links: list[Link]) -> list[Link]:
        """Those links that can lead to a source; one to subscribe or to share, or a `¶` beside a paragraph, can not."""
        possible = self._possible
        for link in links:
            if id(link) not in possible:
                possible[id(link)] = self._is_possible(link)
        return [k for k in links if possible[id(k)]]

    def _is_possible(self, link: Link) -> bool:
        if link.anchor.strip() in _PERMALINKS or _CALLS.search(link.address):
            return False
        return self.sites.can_be_source(link.address) and not _in_code(link)


def _in_code(link: Link) -> bool:
    return link.kind == "bare" and any(start <= link.text_start < end for start, end in link.block.opaque)


def _runs(items: list[Item]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for item in items:
        start = runs[-1][0] if runs and item.kind == items[runs[-1][0]].kind == "quotation" else item.position
        runs.append((start, item.position + 1))
    for position in range(len(runs) - 2, -1, -1):
        start, _ = runs[position]
        if runs[position + 1][0] == start:
            runs[position] = (start, runs[position + 1][1])
    return runs


def alone(block: Block) -> bool:
    """Whether a list item is the only one of its list (or no list item at all)."""
    group = block.inside("list")
    return group is None or sum(1 for _ in islice((c for c in group.children if c.kind == "item"), 2)) < 2
