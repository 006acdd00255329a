"""Copies of an article on another publisher's site: where a draft links or names it, its terms govern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.addresses import article_key
from compliance.expressions import expression
from compliance.reuse.sites import Sites, is_named
from compliance.values import replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from compliance.drafts.model import Draft
    from compliance.reuse.model import Publisher, Source

_ADDRESS = expression(r"https?://[^\s<>\"'\\)\]}]{4,2000}")


def addresses(draft: Draft) -> Iterator[str]:
    """All addresses that stand in a draft: of links, in the front matter, in attributes, in the text."""
    yield from (link.address for link in draft.links)
    yield from (entry.value for entry in draft.front_matter.entries if "//" in entry.value)
    yield from (m.group() for m in _ADDRESS.finditer(draft.text))


def with_named_copies(
    sources: Sequence[Source], draft: Draft, publishers: Sequence[Publisher], own_domains: Collection[str] = ()
) -> tuple[Source, ...]:
    """The sources, and one more for each copy on the site of another known publisher that the draft links or names.

    It has the text and the facts of the original, but for the day of publication, which nobody has told of the copy.
    """
    sites = Sites(publishers, own_domains, draft.front_matter)
    copies = [_elsewhere(source, sites) for source in sources]
    if not any(copies):
        return tuple(sources)
    linked = list(addresses(draft))
    meant = {sites.publisher_of(address) for address in linked}
    meant |= {p.id for p in sites.publishers if any(is_named(name, draft.text) for name in p.names)}
    keys = {article_key(address) for address in linked}
    return tuple(part for pair in zip(sources, copies, strict=True) for part in _parts(*pair, meant, keys))


def _elsewhere(source: Source, sites: Sites) -> dict[str, list[str]]:
    """The addresses of a source on the sites of other known publishers than its own."""
    own, copies = sites.publisher_of(source.url), dict[str, list[str]]()
    for address in source.also:
        publisher = sites.publisher_of(address)
        if publisher is not None and publisher != own:
            copies.setdefault(publisher, []).append(address)
    return copies


def _parts(source: Source, copies: dict[str, list[str]], meant: set[str | None], keys: set[str]) -> Iterator[Source]:
    told = [urls for publisher, urls in copies.items() if publisher in meant]
    gone = {url for urls in told for url in urls}
    yield replace(source, also=tuple(url for url in source.also if url not in gone)) if gone else source
    for urls in told:
        url = next((u for u in urls if article_key(u) in keys), urls[0])
        yield replace(source, url=url, also=tuple(u for u in urls if u != url), published="")
