"""What a draft holds of sources whose texts are at hand, put to what it declares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compliance.addresses import article_key, same_site
from compliance.reuse.copies.finds import finds
from compliance.reuse.copies.leftovers import found_passages
from compliance.reuse.copies.owners import Owners
from compliance.reuse.copies.quoted import place_of
from compliance.reuse.copies.sharing import Sharing
from compliance.reuse.copies.spans import length, share, union, within
from compliance.reuse.copies.stream import Stream
from compliance.reuse.model import Found, Passage, Reuse, Stretch
from compliance.reuse.passages import of_quotation
from compliance.reuse.sites import Sites
from compliance.values import replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from compliance.drafts.model import Draft
    from compliance.report import Mode
    from compliance.reuse.copies.finds import Find
    from compliance.reuse.copies.spans import Span
    from compliance.reuse.model import Certainty, Publisher, Source

MOST: Final = 0.5
"""A draft that holds more than this part of a source's text is a repost of it."""
_SHARED: Final = 0.5
"""The part of what is charged to one source that another must have, to be told beside it."""


def with_copies(
    found: Found,
    draft: Draft,
    *,
    publishers: Sequence[Publisher],
    sources: Sequence[Source],
    own_domains: Collection[str] = (),
) -> Found:
    """What the linker found, with what stands in the sources' texts charged to them.

    Passages that are copied without being marked are added as `found`; quotations that stand in a source, and were tied
    to another one or to none, go to it; a draft that holds most of a source is a repost of it. Pure.
    """
    sites = Sites(publishers, own_domains, draft.front_matter)
    at_hand = {s.url: s for s in sources if s.text and sites.can_be_source(s.url)}
    return _Charging(found, draft, sites, at_hand).result() if at_hand else found


class _Charging:
    def __init__(self, found: Found, draft: Draft, sites: Sites, sources: dict[str, Source]) -> None:
        self._found, self._draft, self._sites, self._sources = found, draft, sites, sources
        self._urls = {article_key(url): s.url for s in sources.values() for url in (s.url, *s.also) if url}
        self._stream = Stream(draft)
        credits_ = union(span for r in found.reuses for c in r.credits for span in self._stream.credit(c))
        self._finds = {url: finds(self._stream, s, credits_) for url, s in sources.items()}
        self._owners = Owners(self._stream, sources, self._finds)
        self._named = self._links()
        self._owned: dict[str, list[Passage]] = {url: [] for url in sources}
        self._barred: dict[str, list[Span]] = {url: [] for url in sources}

    def result(self) -> Found:
        """All reuses in order of their first place, and the quotations that are still nobody's."""
        kept = [self._kept(reuse) for reuse in self._found.reuses]
        untied = tuple(p for p in self._found.unattributed if not self._taken(p, "", None))
        for passage in self._loose():
            self._taken(passage, "", None)
        charged = self._attributed([p for reuse, url in kept if not url for p in reuse.passages if p.how != "body"])
        reuses = self._reuses(kept, charged)
        return Found(tuple(sorted(reuses, key=lambda r: r.place)), untied)

    def _links(self) -> dict[str, list[Span]]:
        """The sources that the draft names, with the places of the links to each."""
        named: dict[str, list[Span]] = {url: [] for reuse in self._found.reuses if (url := self._tied(reuse))}
        for link in self._draft.links:
            if url := self._urls.get(article_key(link.address), ""):
                named.setdefault(url, []).append((link.start, link.end))
        return named

    def _tied(self, reuse: Reuse) -> str:
        return self._urls.get(article_key(reuse.source.url), "") if reuse.source.url else ""

    def _kept(self, reuse: Reuse) -> tuple[Reuse, str]:
        """A reuse with the passages that no other source has, and the address of its own source if that is at hand."""
        tied = self._tied(reuse)
        kept = tuple(p for p in reuse.passages if not self._taken(p, tied, reuse.certainty, reuse.domain))
        return replace(reuse, passages=kept), tied

    def _taken(self, passage: Passage, tied: str, certainty: Certainty | None, domain: str = "") -> bool:
        """Whether a source at hand, other than the one it is tied to, has a passage; if so it is charged to that."""
        owner = self._owners.of(passage, tied, certainty, domain)
        if not owner or owner == tied:
            return False
        self._owned[owner].append(passage)
        return True

    def _loose(self) -> Iterable[Passage]:
        """The quotations that the linker made nothing of."""
        seen = [p for r in self._found.reuses for p in r.passages] + list(self._found.unattributed)
        taken = union(span for p in seen for span in self._stream.spans(p.slices))
        reached = -1
        quotations = ((self._stream.spans(q.slices), q) for q in self._draft.quotations)
        for spans, quotation in sorted((pair for pair in quotations if pair[0]), key=lambda pair: pair[0][0]):
            if spans[0][0] >= reached and not any(within(span, taken) for span in spans):
                reached = spans[-1][1]
                yield of_quotation(quotation, quotation.slices)

    def _attributed(self, elsewhere: Sequence[Passage]) -> dict[str, list[Find]]:
        """For each source the finds that are its own: not better explained by another, nor quoted from elsewhere."""
        own = {url: self._spans(self._owned[url]) for url in self._sources}
        for reuse in self._found.reuses:
            if url := self._tied(reuse):
                own[url] = union([*own[url], *self._spans(reuse.passages)])
        others = self._spans(elsewhere)
        barred = {
            url: union([*(s for other, spans in own.items() if other != url for s in spans), *others])
            for url in self._sources
        }
        sharing = Sharing(self._stream.text, self._finds, barred)
        given = sharing.given(list(self._named), lambda url, find: self._farness(find, self._named[url]))
        self._barred = sharing.barred
        return given

    def _farness(self, find: Find, links: Sequence[tuple[int, int]]) -> int:
        """How far a find stands from the nearest link; one that precedes it is nearer than one behind."""
        slices = self._stream.slices(find.span)
        if not slices or not links:
            return len(self._draft.text) * 2
        first, last = slices[0].origin[0], slices[-1].origin[1]
        return min(max(first - end, 0) if start < last else 2 * (start - last) for start, end in links)

    def _spans(self, passages: Iterable[Passage]) -> list[Span]:
        return union(span for p in passages for span in self._stream.spans(p.slices))

    def _reuses(self, kept: Sequence[tuple[Reuse, str]], charged: dict[str, list[Find]]) -> Iterable[Reuse]:
        done: set[str] = set()
        domains = {self._sites.domain(url) for url in self._sources if charged[url] or self._owned[url]}
        for (reuse, url), before in zip(kept, self._found.reuses, strict=True):
            if url and url not in done:
                done.add(url)
                same = [other.passages for other, its in kept if its == url]
                yield self._charged(url, reuse, [p for passages in same for p in passages], charged[url])
            elif not url and (reuse.passages or not self._is_empty(reuse, before, domains)):
                yield reuse if reuse.passages or not before.passages else replace(reuse, mode="mention")
        for url in self._sources:
            if url not in done and (charged[url] or self._owned[url]):
                reuse = self._charged(url, None, [], charged[url])
                yield replace(reuse, rivals=() if url in self._named else tuple(self._rivals(url, reuse)))

    def _rivals(self, url: str, reuse: Reuse) -> Iterable[Reuse]:
        """The reuse, put to each other source that has half of its words or more and that the draft names as little."""
        spans = self._spans(reuse.passages)
        for other, source in self._sources.items():
            if other == url or other in self._named:
                continue
            finds_ = [f for f in self._finds[other] if share([f.span], spans) > 0]
            quoted = [p for p in self._owned[url] if self._owners.has(other, p)]
            held = union([*(f.span for f in finds_), *self._spans(quoted)])
            if share(spans, held) >= _SHARED:
                found = found_passages(self._stream, source, finds_, self._spans(quoted))
                passages = tuple(sorted([*quoted, *found], key=lambda p: (p.start, p.end)))
                yield replace(self._new(source), passages=passages, stretches=self._stretches(source, quoted, finds_))

    def _is_empty(self, reuse: Reuse, before: Reuse, domains: set[str]) -> bool:
        """Whether a reuse that takes nothing any more need not be told: its site is, or nobody asks about it."""
        if reuse.tied_by == "declared":
            return False
        return reuse.domain in domains or (bool(before.passages) and reuse.publisher is None)

    def _charged(self, url: str, reuse: Reuse | None, declared: Sequence[Passage], found: Sequence[Find]) -> Reuse:
        """The reuse of a source at hand."""
        source = reuse.source if reuse and reuse.source.text else self._sources[url]
        if reuse is None:
            reuse = self._new(source)
        declared = [*declared, *self._owned[url]]
        counted = union([*self._spans(declared), *self._barred[url]])
        passages = [*declared, *found_passages(self._stream, source, found, counted)]
        stretches = self._stretches(source, declared, found)
        mode: Mode = reuse.mode
        if passages and mode == "mention":
            mode = "quotation"
        if share_of_source(stretches, source) > MOST:
            mode = "repost"
        return replace(
            reuse,
            source=source,
            mode=mode,
            passages=tuple(sorted(passages, key=lambda p: (p.start, p.end))),
            stretches=stretches,
        )

    def _new(self, source: Source) -> Reuse:
        return new_reuse(self._draft, self._sites, source, "text", "strong")

    def _stretches(self, source: Source, declared: Sequence[Passage], found: Sequence[Find]) -> tuple[Stretch, ...]:
        """Where the draft holds the source's words; a short quotation is looked up by itself."""
        covered = union(f.span for f in found)
        stretches = [(f.span[0], Stretch(self._stream.slices(f.span), *f.source)) for f in found]
        for passage in declared:
            for part in passage.slices if passage.how != "body" else ():
                spans = self._stream.spans([part])
                place = place_of(part.text, source.text or "") if spans and not share(spans, covered) else None
                if place:
                    stretches.append((spans[0][0], Stretch((part,), place.start, place.end)))
        return tuple(s for _, s in sorted(stretches, key=lambda pair: pair[0]))


def new_reuse(draft: Draft, sites: Sites, source: Source, tied_by: str, certainty: Certainty) -> Reuse:
    """The reuse of a source that the linker knows none of, without passages yet."""
    domain = sites.domain(source.url)
    links = tuple(k for k in draft.links if same_site(k.address, domain))
    return Reuse(draft, source, domain, "quotation", sites.publisher_of(source.url), (), links, (), tied_by, certainty)


def share_of_source(stretches: Sequence[Stretch], source: Source) -> float:
    """The part of a source's text, from 0 to 1, that a draft holds: no more than the draft's own words for it."""
    held = length(union((s.source_start, s.source_end) for s in stretches))
    ours = sum(part.end - part.start for s in stretches for part in s.slices)
    return min(held, ours) / max(1, len((source.text or "").strip()))
