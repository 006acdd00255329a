"""Everything found of one source put together: its passages, links and credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.addresses import article_key, same_site, unwrap
from compliance.addresses.spelling import site_of, sites_of
from compliance.reuse.model import Credit, Reuse, Source
from compliance.values import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compliance.drafts.model import Link
    from compliance.report import Mode
    from compliance.reuse.context import Context
    from compliance.reuse.credits import CreditLine
    from compliance.reuse.evidence import Evidence
    from compliance.reuse.model import Declaration, Passage


@dataclass(slots=True)
class _Part:
    evidence: Evidence
    domain: str
    mode: Mode | None = None
    passages: list[Passage] = field(default_factory=list)
    credits: list[CreditLine] = field(default_factory=list)


class Gathering:
    """The reuses of a draft while they are found: passages of one article come together."""

    def __init__(self, context: Context, sources: Sequence[Source], declarations: Sequence[Declaration]) -> None:
        self._context = context
        self._sources = {article_key(url): s for s in sources for url in (s.url, *s.also) if url}
        self._declared = {article_key(d.url): d for d in declarations}
        self._parts: dict[str, _Part] = {}
        self._keys: dict[str, list[str]] = {}
        self._linked: dict[str, tuple[Link, ...]] | None = None

    def add(
        self, evidence: Evidence, passage: Passage | None, mode: Mode | None = None, credits: Sequence[CreditLine] = ()
    ) -> None:
        """Add a passage to the reuse of the page that the evidence names; of its evidence the strongest is told."""
        domain = self._context.sites.domain(evidence.url) or evidence.domain
        key = article_key(evidence.url) if evidence.url else self._only(domain)
        if key not in self._parts:
            self._keys.setdefault(domain, []).append(key)
        part = self._parts.setdefault(key, _Part(evidence, domain))
        if _strength(evidence) > _strength(part.evidence) and evidence.name != "continued":
            part.evidence = evidence
        part.mode = mode or part.mode
        part.credits += credits
        if passage is not None:
            part.passages.append(passage)

    def _only(self, domain: str) -> str:
        """The key of the only article of a site so far, or of the only one declared, else the site's own."""
        keys = self._keys.get(domain) or [k for k, d in self._declared.items() if same_site(d.url, domain)]
        return keys[0] if len(keys) == 1 else domain

    def reuses(self) -> tuple[Reuse, ...]:
        """The reuses in order of their first place; sites of known publishers that are only linked come as mentions."""
        self._mention()
        for key, declaration in self._declared.items():
            self._parts.setdefault(key, self._declaration(declaration))
        found = [self._reuse(key, part) for key, part in self._parts.items()]
        return tuple(sorted(found, key=lambda r: r.place))

    def _declaration(self, declaration: Declaration) -> _Part:
        from compliance.reuse.evidence import evidence

        return _Part(
            evidence("declared", declaration.url), self._context.sites.domain(declaration.url), declaration.mode
        )

    def _mention(self) -> None:
        sites = self._context.sites
        seen = {part.domain for part in self._parts.values()}
        for link in self._context.sources(list(self._context.draft.links)):
            domain = sites.domain(link.address)
            if domain not in seen and sites.publisher_of(link.address) is not None:
                from compliance.reuse.evidence import Evidence

                self._parts.setdefault(
                    article_key(link.address), _Part(Evidence("link", link.address, 84), domain, "mention")
                )

    def _reuse(self, key: str, part: _Part) -> Reuse:
        url = part.evidence.url
        declaration = self._declared.get(key)
        passages = tuple(sorted(part.passages, key=lambda p: (p.start, p.end)))
        mode = declaration.mode if declaration else None
        if mode is None or (mode == "mention" and passages):  # who quotes does not merely mention
            mode = part.mode if part.mode and part.mode != "mention" else "quotation" if passages else "mention"
        return Reuse(
            draft=self._context.draft,
            source=self._source(key, url, part, declaration),
            domain=part.domain,
            mode=mode,
            publisher=self._context.sites.publisher_of(url or part.domain),
            passages=passages,
            links=self._links(part.domain),
            credits=tuple(_credit(line) for line in part.credits),
            tied_by="declared" if declaration else part.evidence.name,
            certainty="declared" if declaration else part.evidence.certainty,
        )

    def _source(self, key: str, url: str, part: _Part, declaration: Declaration | None) -> Source:
        known = self._sources.get(key)
        if known is not None and declaration is not None:
            return replace(
                known,
                title=known.title or declaration.title,
                authors=known.authors or declaration.authors,
                published=known.published or declaration.published,
                labels=known.labels if declaration.labels is None else declaration.labels,
            )
        if known is not None:
            return known
        if declaration is not None:
            stated = declaration
            return Source(stated.url, stated.title, stated.authors, stated.published, labels=stated.labels)
        return Source(unwrap(url).url, authors=part.evidence.authors)

    def _links(self, domain: str) -> tuple[Link, ...]:
        """The links that lead to a domain or below it."""
        if self._linked is None:
            linked: dict[str, list[Link]] = {}
            for link in self._context.draft.links:
                for site in sites_of(link.address):
                    linked.setdefault(site, []).append(link)
            self._linked = {site: tuple(links) for site, links in linked.items()}
        return self._linked.get(site_of(domain), ())


def _credit(line: CreditLine) -> Credit:
    start, end = line.block.text.origin(line.start, line.end)
    return Credit(line.block, start, end, line.text)


def _strength(evidence: Evidence) -> tuple[bool, int]:
    return evidence.certainty != "doubtful", evidence.rank
