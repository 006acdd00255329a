"""Counters that publishers ask republishers to keep: an invisible image or a script on the publisher's host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compliance.addresses import host
from compliance.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.model import Draft
    from compliance.reuse.sites import Sites

# Host of a counter (or what it starts with): the site whose articles it counts.
COUNTERS: Final[dict[str, str]] = {
    "counter.theconversation.": "theconversation.com",
    "metrics.aeon.co": "aeon.co",
    "pixel.propublica.org": "propublica.org",
}
_COUNTING: Final = expression(
    r"(?i)(?:^|[./_-])(?:counter|count|pixel|ping|track(?:er|ing)?|metrics|republi\w{0,12}|beacon)(?:[./_-]|\Z)"
)


def pixels(draft: Draft, sites: Sites) -> Iterator[tuple[str, str]]:
    """Each counter in the draft as (the counter's address, the domain of the publisher that counts)."""
    for address in (*(i.address for i in draft.images), *(t.attributes.get("src", "") for t in draft.tags)):
        name = host(address)
        if not name:
            continue
        known = next((site for start, site in COUNTERS.items() if name.startswith(start)), None)
        if known is not None:
            yield address, known
        elif sites.publisher_of(address) is not None and _COUNTING.search(address.partition("?")[0].partition("//")[2]):
            yield address, sites.domain(address)
