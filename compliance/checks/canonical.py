"""The address that the page's head names as its canonical one: that of the article, say, and not the page's own.

By default the article's address is asked for; the short form may name another target, as in `hyperlink`. In HTML the
`<link rel="canonical">` above the text decides, and a head without one names none; without a head, and in other drafts,
the front matter does (`canonical`, `canonical_url`, `canonicalUrl` ...). Where the draft says nothing, the page's
template may: a person has to look, and so where several addresses are named or a template is to fill it in.

Passes:

    - canonical: article
    ---
    ---
    canonical_url: https://herald.example/2024/05/06/rain-falls-on-the-plain
    reuse: {source: "https://herald.example/2024/05/06/rain-falls-on-the-plain", mode: repost}
    ---
    Rain fell on the plain all night, and nobody slept.

Fails:

    - canonical: article
    ---
    ---
    canonical_url: https://ferryman.example/rain
    reuse: {source: "https://herald.example/2024/05/06/rain-falls-on-the-plain", mode: repost}
    ---
    Rain fell on the plain all night, and nobody slept.

Needs review:

    - canonical: article
    ---
    ---
    reuse: {source: "https://herald.example/2024/05/06/rain-falls-on-the-plain", mode: repost}
    ---
    Rain fell on the plain all night, and nobody slept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from compliance.checks.parts.layout import layout_of
from compliance.checks.parts.targets import Stated, Target, domains_of, leads_to, shown
from compliance.records import about
from compliance.report import Finding
from compliance.reuse.keys import joined
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case
    from compliance.drafts.model import Draft, Tag

NAME: Final = "canonical"
SHORT: Final = "to"
_KEYS: Final = frozenset(("canonical", "canonicalurl", "canonicallink"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which address must be the canonical one."""

    SHORT: ClassVar[str] = SHORT

    to: tuple[Target, ...] = field(
        default=(Target("article"),), metadata=about("what the canonical address must lead to, any of these")
    )


def check(options: Options, case: Case) -> Iterator[Finding]:
    """Whether the canonical address is the one asked for."""
    targets = " or ".join(target.words for target in options.to)
    named = list(_named(case.draft))
    fitting = [one for one in named if leads_to(one.address, options.to, case, domains_of(case))]
    first = next(iter(fitting or named), None)
    if first is None:
        yield _missing(targets, case.draft)
    elif len(fitting) == len(named):
        yield Finding("pass", f"its canonical address is that of {targets}", start=first.start, end=first.end)
    elif fitting or any(c in first.address for c in "{}<>"):
        words = f"does the published page name the address of {targets} as its canonical one, and no other?"
        yield Finding("review", words, "name it once", start=first.start, end=first.end)
    else:
        words = f"the page names {shown(first.address)} as its canonical address, not that of {targets}"
        yield Finding("fail", words, _remedy(case, targets), start=first.start, end=first.end)


def _named(draft: Draft) -> Iterator[Stated]:
    """The addresses that are named as the canonical one, in the page's head or in the front matter."""
    head = _head(draft)
    for tag in head:
        is_canonical = tag.name == "link" and "canonical" in tag.attributes.get("rel", "").lower().split()
        if is_canonical and (address := tag.attributes.get("href", "").strip()):
            yield Stated(address, tag.start, tag.end)
    for entry in () if _is_head(head) else draft.front_matter.entries:
        is_written = draft.kind != "html" or entry.start < draft.front_matter.end  # and not taken from a page's tags
        if joined(entry.path[-1]) in _KEYS and is_written and entry.path[0] != "reuse" and entry.value.strip():
            yield Stated(entry.value.strip(), entry.start, entry.end)


def _head(draft: Draft) -> list[Tag]:
    """The tags of a web page that stand above its text."""
    text = min((block.start for block in layout_of(draft).leaves), default=len(draft.text))
    return [tag for tag in draft.tags if tag.start < text] if draft.kind == "html" else []


def _is_head(tags: list[Tag]) -> bool:
    """Whether tags above a text are those of a page's head."""
    return any(tag.name in ("meta", "title", "link") for tag in tags)


def _missing(targets: str, draft: Draft) -> Finding:
    """The finding that the draft names no canonical address."""
    if _is_head(_head(draft)):
        remedy = f'add <link rel="canonical" href="..."> with the address of {targets}'
        return Finding("fail", "the page's head names no canonical address", remedy)
    words = f"does the page's head name the address of {targets} as its canonical one?"
    return Finding("review", words, f"state it in the front matter, under 'canonical_url': the address of {targets}")


def _remedy(case: Case, targets: str) -> str:
    url = case.reuse.source.url
    known = leads_to(url, (Target("article"),), case, domains_of(case))
    return f"write {url}" if known and targets == Target("article").words else f"write the address of {targets}"
