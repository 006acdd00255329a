"""The links of a draft that a rule may mean, and what keeps search engines from following them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.addresses import article_key, same_site, unwrap
from compliance.checks.parts.remembering import per_draft
from compliance.checks.parts.targets import fits_pattern

if TYPE_CHECKING:
    from compliance.checks.case import Case
    from compliance.checks.parts.targets import Target
    from compliance.drafts.model import Draft, Link


@per_draft
def links_to(draft: Draft, domains: tuple[str, ...], targets: tuple[Target, ...]) -> tuple[Link, ...]:
    """The links of a draft to some sites, or to what targets name by patterns, in order: for all articles there."""
    return tuple(
        link
        for link in draft.links
        if any(same_site(link.address, domain) for domain in domains) or fits_pattern(link.address, targets)
    )


def links_to_source(case: Case) -> list[Link]:
    """The links of the draft to the article that the reuse takes from, in order."""
    source = case.reuse.source
    keys = dict.fromkeys(map(article_key, (source.url, *source.also)))
    links = [link for key in keys for link in _by_article(case.draft).get(key, ())]
    return sorted(links, key=lambda link: link.start)


@per_draft
def _by_article(draft: Draft) -> dict[str, list[Link]]:
    """The links of a draft by what makes all spellings of an article's address one."""
    links: dict[str, list[Link]] = {}
    for link in draft.links:
        links.setdefault(article_key(link.address), []).append(link)
    return links


def why_closed(link: Link, draft: Draft) -> str:
    """What keeps search engines from following a link; "" if nothing does."""
    return closed_by_page(link, draft) or (
        "it goes through a redirector" if "redirect" in unwrap(link.address).by else ""
    )


def closed_by_page(link: Link, draft: Draft) -> str:
    """What the page itself says to keep search engines from following a link; "" for nothing."""
    if rel := sorted(link.closed_by):
        return "it stands in <noindex>" if "noindex" in rel else f"it is marked {', '.join(rel)}"
    return "the page tells robots not to follow its links" if _repels_robots(draft) else ""


@per_draft
def _repels_robots(draft: Draft) -> bool:
    """Whether the page tells robots not to follow its links."""
    metas = (tag.attributes for tag in draft.tags if tag.name == "meta")
    told = [meta.get("content", "") for meta in metas if meta.get("name", "").lower() in ("robots", "googlebot")]
    if entry := draft.front_matter.get("robots"):
        told.append(entry.value)
    return not {"nofollow", "none"}.isdisjoint(" ".join(told).lower().replace(",", " ").split())
