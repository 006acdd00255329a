"""The headline of a repost: `keep` it, `change` it, have a new one `approved`, or `free`.

The draft's headline is its front matter's `title`, or its first heading of the top level. The article's is known from
the source (`compliance source add`) or declared (`reuse:`, `title:`); while it is not, a person has to look. Case,
typography, and the site's name behind a bar make no difference.

Passes:

    - headline: keep
    ---
    ---
    title: Rain falls on the plain
    reuse: {source: "https://herald.example/2024/05/06/rain-falls", mode: repost, title: Rain falls on the plain}
    ---
    Rain fell on the plain all night, and nobody slept.

Fails:

    - headline: keep
    ---
    ---
    title: A wet night
    reuse: {source: "https://herald.example/2024/05/06/rain-falls", mode: repost, title: Rain falls on the plain}
    ---
    Rain fell on the plain all night, and nobody slept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from compliance.checks.parts.athand import remedy
from compliance.checks.parts.folding import folded
from compliance.checks.parts.layout import layout_of
from compliance.records import about
from compliance.report import Finding
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case

NAME: Final = "headline"
SHORT: Final = "is"
_BAR: Final = re.compile(r"\s[|–—-]\s")
_EDGES: Final = " .!?:;\"'“”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What becomes of the headline."""

    SHORT: ClassVar[str] = SHORT

    is_: Literal["keep", "change", "approved", "free"] = field(
        metadata=about("keep the article's, change it, have a new one approved, or free")
    )


def check(options: Options, case: Case) -> Iterator[Finding]:
    """Whether the draft bears the headline that it should."""
    if case.reuse.mode not in ("excerpt", "repost"):
        yield Finding("not-applicable", "a quotation has no headline of the article")
    elif options.is_ == "free":
        yield Finding("pass", "the headline is free")
    else:
        yield _judged(options, case)


def _judged(options: Options, case: Case) -> Finding:
    theirs = case.reuse.source.title
    ours, start, end = _headline(case)
    wanted = "another headline than the article's" if options.is_ == "change" else "the article's headline"
    if not theirs or not ours:
        missing = "the article's headline is not known" if not theirs else "the draft states no headline"
        help_ = remedy(case) if not theirs else "state it in the front matter as 'title'"
        return Finding("review", f"{missing}: does the text bear {wanted}?", help_, start=start, end=end)
    same = _same(ours, theirs, case)
    if same is (options.is_ != "change"):
        words = f"“{theirs}” is kept" if same else "the headline is another than the article's"
        return Finding("pass", words, start=start, end=end)
    if same:
        return Finding(
            "fail", f"the headline is the article's, “{theirs}”", "write one of your own", start=start, end=end
        )
    words = f"the headline is “{ours}”; the article's is “{theirs}”"
    if options.is_ == "approved":
        return Finding("review", f"{words}: is it approved?", "ask the publisher", start=start, end=end)
    return Finding("fail", words, f"write “{theirs}”", start=start, end=end)


def _headline(case: Case) -> tuple[str, int | None, int | None]:
    """The draft's headline and its place."""
    stated = case.draft.front_matter.get("title") or case.draft.front_matter.get("headline")
    if stated is not None and stated.value:
        return stated.value, stated.start, stated.end
    headings = layout_of(case.draft).headings
    top = next((b for b in headings if b.attributes.get("level") == "1"), None)
    return (" ".join(top.text.value.split()), top.start, top.end) if top else ("", None, None)


def _same(ours: str, theirs: str, case: Case) -> bool:
    forms = [{folded(t).strip(_EDGES) for t in (title, _without_site(title, case))} for title in (ours, theirs)]
    return not forms[0].isdisjoint(forms[1])


def _without_site(title: str, case: Case) -> str:
    """A title without the publisher's name behind its last bar."""
    *_, bar = (None, *_BAR.finditer(title))
    names = {folded(name) for name in case.publisher.names}
    return title[: bar.start()] if bar and folded(title[bar.end() :]) in names else title
