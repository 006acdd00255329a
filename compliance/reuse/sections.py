"""Evidence from further off: the heading of a section, the only page that it links, the list of sources at the end."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from compliance.addresses import article_key
from compliance.reuse import cues
from compliance.reuse.attribution import is_line
from compliance.reuse.evidence import evidence
from compliance.reuse.outline import is_heading
from compliance.reuse.sentences import has_any, introduces_own, leads_in, runs_on, speaks_of, words
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.reuse.attribution import Attribution
    from compliance.reuse.context import Context
    from compliance.reuse.evidence import Evidence
    from compliance.reuse.outline import Item

_FAR = 12  # items between a heading and what introduces a quotation below it
_STEP, _MOST_STEPS = 2, 10  # how much less a heading is worth for each item between, and at most
_OTHERS = 14  # the same where other pages are linked between
_SHORT = 2  # letters: shorter words are no names
_LOOKED_AT = 10  # links to a page
_ABOVE = 4  # the same for the heading above a heading


@dataclass(slots=True)
class Section:
    """A heading (or a break, or the draft's beginning) and the items below it, as far as the next one.

    ``heading`` is the heading's position, or -1. ``only`` is the address of the one page that the section links, "" if
    there is none or more than one.
    """

    start: int
    end: int
    heading: int = -1
    only: str = ""


@dataclass(slots=True)
class Sections:
    """The sections of a draft by position. ``listed`` is the one page under a heading such as `Sources`, or "".

    ``announced`` are the pages that it says it quotes below, with the positions where it says so, once asked for.
    """

    of: list[Section] = field(default_factory=list)
    listed: str = ""
    announced: list[tuple[int, str]] | None = None

    @classmethod
    def read(cls, context: Context) -> Sections:
        """The sections of a draft."""
        sections = cls()
        section = Section(0, 0)
        for item in context.items:
            if item.kind == "break" or is_heading(item):
                section = Section(item.position, 0, -1 if item.kind == "break" else item.position)
            section.end = item.position + 1
            sections.of.append(section)
        for section in {id(s): s for s in sections.of}.values():
            section.only = _only_page(context, context.items[section.start : section.end])
        sections.listed = _listed(context, sections)
        return sections


def governed(context: Context, at: int) -> Iterator[Evidence]:
    """The page that the heading of the section links in which the quotation at this position stands."""
    first = context.run(at)[0]
    intro = first - 1
    section = context.sections.of[first]
    heading, less = section.heading, 0
    if heading >= 0 and not context.items[heading].links:
        above = context.sections.of[heading - 1].heading if heading else -1
        heading, less = (above, _ABOVE) if above >= 0 and _level(context, above) < _level(context, heading) else (-1, 0)
    if heading < 0 or not 0 < intro - heading <= _FAR:
        return
    url = _only_page(context, context.items[heading : heading + 1])
    if url:
        between = [k for i in context.items[heading + 1 : intro] for k in context.sources(i.links)]
        others = any(context.sites.worth(k.address) > 0 and article_key(k.address) != article_key(url) for k in between)
        steps = min(_MOST_STEPS, _STEP * (intro - heading))
        yield evidence("section-heading", url, min(4, context.sites.worth(url)) - steps - less - _OTHERS * others)


def nearby(context: Context, at: int) -> Iterator[Evidence]:
    """The only page that the section links, where the paragraph below an introduced quotation links it."""
    first, end = context.run(at)
    intro = context.items[first - 1] if first else None
    if intro is None or intro.kind not in ("text", "list-item", "heading") or introduces_own(intro.text):
        return
    only = context.sections.of[at].only
    below = context.items[end].links if end < len(context.items) else []
    if only and any(k.address == only for k in below) and (leads_in(intro.text) or runs_on(intro.text)):
        yield evidence("section-link", only)


def announced(context: Context, at: int) -> Iterator[Evidence]:
    """The page that the draft says further up it goes on to quote: `I'll quote [the post](...) throughout`."""
    if context.sections.announced is None:
        context.sections.announced = list(_announced(context))
    pages = context.sections.announced
    last = bisect_left(pages, (at, ""))
    if last:
        yield evidence("announced", pages[last - 1][1])


def _announced(context: Context) -> Iterator[tuple[int, str]]:
    """The items that say what is quoted below them, with the likeliest page that they link."""
    for item in context.items:
        links = context.sources(item.links) if item.kind in ("text", "list-item") else []
        links = [k for k in links if not has_any(k.anchor, cues.OWN_TEXT)]
        if links and has_any(item.text, cues.ANNOUNCED):
            link = max(links, key=lambda k: context.sites.weight(k, item.text))
            if context.sites.worth(link.address) > 0:
                yield item.position, link.address


def listed(context: Context, at: int, own: Attribution) -> Iterator[Evidence]:
    """The one page of the draft's list of sources, where the quotation is said to be by somebody whom that names."""
    url = context.sections.listed
    if not url:
        return
    end = context.run(at)[1]
    below = context.items[end] if end < len(context.items) else None
    line = below.text if below is not None and is_line(below.block, below.text, below.links) else ""
    said = {w for w in words(f"{own.words} {line}") if w[0].isupper() and len(w) > _SHORT}
    links = [k for k in context.draft.links if k.address == url][:_LOOKED_AT]
    if said and any(speaks_of(k.block.text.value, [k], said) for k in links):
        yield evidence("source-list", url)


def _only_page(context: Context, items: Sequence[Item]) -> str:
    links = [k for i in items if i.kind != "quotation" for k in context.sources(i.links)]
    pages = {article_key(k.address): k.address for k in reversed(links) if context.sites.worth(k.address) > 0}
    return next(iter(pages.values())) if len(pages) == 1 else ""


def _listed(context: Context, sections: Sections) -> str:
    for item in reversed(context.items):
        if is_heading(item) and item.text.strip(" \t\n*_:：").lower() in cues.SOURCE_HEADINGS:
            section = sections.of[item.position]
            return section.only if section.heading == item.position else ""
    return ""


def _level(context: Context, position: int) -> int:
    return int(context.items[position].block.attributes.get("level", "9"))
