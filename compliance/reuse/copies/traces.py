"""What a draft copies of sources whose texts are not at hand, by the fingerprints that the repository keeps of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from compliance.addresses import article_key
from compliance.reuse.copies.charging import MOST, new_reuse
from compliance.reuse.copies.spans import union, without
from compliance.reuse.copies.stream import Stream
from compliance.reuse.model import Found, Passage
from compliance.reuse.sites import Sites
from compliance.values import replace

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from compliance.drafts.model import Draft
    from compliance.report import Mode
    from compliance.reuse.copies.spans import Span
    from compliance.reuse.model import Publisher, Reuse, Source, Trace

_UNSURE: Final = 6
"""Words on either side of a traced stretch that may be copied as well."""
_FEWEST: Final = 3
"""Words of a rest beside what is charged already that count as copied; fewer introduce it."""


def with_traces(
    found: Found,
    draft: Draft,
    *,
    publishers: Sequence[Publisher],
    sources: Sequence[Source],
    own_domains: Collection[str] = (),
) -> Found:
    """What was found, with what the fingerprints of sources show to be copied and nothing else explains. Pure."""
    sites = Sites(publishers, own_domains, draft.front_matter)
    stream = Stream(draft)
    named = {article_key(u) for u in (*(k.address for k in draft.links), *(r.source.url for r in found.reuses)) if u}
    for source in sorted(sources, key=lambda s: named.isdisjoint(_keys(s))):  # what the draft names goes first
        if source.trace is None or not sites.can_be_source(source.url):
            continue
        trace = source.trace(stream.text)
        if passages := _passages(stream, trace, _charged(stream, found)):
            reuse = _reuse_of(source, found) or new_reuse(draft, sites, source, "fingerprints", "likely")
            found = _with(found, reuse, passages, trace.share)
    return found


def _charged(stream: Stream, found: Found) -> list[Span]:
    """What is somebody's already, or a credit line."""
    slices = [s for p in (*(p for r in found.reuses for p in r.passages), *found.unattributed) for s in p.slices]
    return union([*stream.spans(slices), *(span for r in found.reuses for c in r.credits for span in stream.credit(c))])


def _passages(stream: Stream, trace: Trace, charged: Sequence[Span]) -> list[Passage]:
    rests = [rest for span in trace.spans for rest in without(span, charged)]
    long = [rest for rest in rests if len(stream.text[slice(*rest)].split()) >= _FEWEST]
    return [passage for rest in long if (passage := _passage(stream, rest, charged)) is not None]


def _passage(stream: Stream, span: Span, charged: Sequence[Span]) -> Passage | None:
    slices = stream.slices(span)
    if not slices:
        return None
    most = [part for rest in without(_widened(stream, span), charged) for part in stream.slices(rest)]
    origins = [s.origin for s in slices]
    return Passage(
        min(start for start, _ in origins), max(end for _, end in origins), "found", slices, slices, tuple(most)
    )


def _widened(stream: Stream, span: Span) -> Span:
    starts, ends = stream.folded.starts, stream.folded.ends
    first = max(0, bisect_left(starts, span[0]) - _UNSURE)
    last = min(len(ends) - 1, bisect_right(starts, span[1] - 1) - 1 + _UNSURE)
    low, high = stream.block_of(span[0])[0], stream.block_of(span[1] - 1)[1]
    return max(int(starts[first]), low), min(int(ends[last]), high)


def _reuse_of(source: Source, found: Found) -> Reuse | None:
    keys = _keys(source)
    return next((r for r in found.reuses if r.source.url and article_key(r.source.url) in keys), None)


def _keys(source: Source) -> set[str]:
    return {article_key(url) for url in (source.url, *source.also)}


def _with(found: Found, reuse: Reuse, passages: list[Passage], share: float) -> Found:
    """The passages at a reuse, which may be new, and holds so much of its article."""
    mode: Mode = "quotation" if reuse.mode == "mention" else reuse.mode
    traced = replace(
        reuse,
        mode="repost" if share > MOST else mode,
        passages=tuple(sorted([*reuse.passages, *passages], key=lambda p: (p.start, p.end))),
    )
    others = [r for r in found.reuses if r is not reuse]
    return replace(found, reuses=tuple(sorted([*others, traced], key=lambda r: r.place)))
