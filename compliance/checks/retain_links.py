"""The article's own links must still be in the text that is taken over, calls to sign up included.

Which links the article has is known where it was read from its page (`compliance source add URL`); else a person has to
look. Of an excerpt only the links in the words taken count.

In the examples the article stands behind `===`.

Passes:

    - retain links: {}
    ---
    ---
    reuse: {source: "https://herald.example/2024/05/06/rain-falls-on-the-plain", mode: repost}
    ---
    Rain fell on [the plain](https://plain.example/) all night, and nobody slept until the morning came with the sun.
    ===
    Rain fell on [the plain](https://plain.example/) all night, and nobody slept until the morning came with the sun.

Fails:

    - retain links: {}
    ---
    ---
    reuse: {source: "https://herald.example/2024/05/06/rain-falls-on-the-plain", mode: repost}
    ---
    Rain fell on the plain all night, and nobody slept until the morning came with the sun.
    ===
    Rain fell on [the plain](https://plain.example/) all night, and nobody slept until the morning came with the sun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compliance.addresses import article_key
from compliance.checks.parts.athand import remedy
from compliance.checks.parts.held import held
from compliance.checks.parts.layout import first_passage
from compliance.report import Finding
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case

NAME: Final = "retain links"
SHORT: Final = None
_TOLD: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """There is nothing to choose."""


def check(options: Options, case: Case) -> Iterator[Finding]:
    """Whether all links of the article are in the draft."""
    del options
    start, end = first_passage(case)
    links = case.reuse.source.links
    if case.reuse.mode not in ("excerpt", "repost"):
        yield Finding("not-applicable", "a quotation need not have the article's links")
    elif links is None:
        words = "the article's links are not known: are all links of the original still in the text?"
        yield Finding("review", words, _remedy(case), start=start, end=end)
    else:
        taken = links if case.reuse.mode == "repost" else tuple(_in_words_taken(case, links))
        missing = [link for link in taken if not _is_in(link[1], case)]
        yield _told(missing, len(taken), start, end)


def _remedy(case: Case) -> str:
    if case.reuse.source.text and case.reuse.source.recorded:
        return f"compliance source refresh {case.reuse.source.url}"
    return remedy(case)


def _told(missing: list[tuple[str, str]], number: int, start: int | None, end: int | None) -> Finding:
    if not missing:
        words = "the article's only link is there" if number == 1 else f"all {number} links of the article are there"
        return Finding("pass", words if number else "the article has no links there", start=start, end=end)
    named = [f"[{' '.join(anchor.split())}]({address})" for anchor, address in missing]
    more = f" and {len(named) - _TOLD} more" if len(named) > _TOLD else ""
    of_all = f"{len(missing)} of the article's {number} links" if number > 1 else "the article's only link"
    words = f"{of_all} {'is' if len(missing) == 1 else 'are'} gone: {', '.join(named[:_TOLD])}{more}"
    help_ = "restore it" if len(missing) == 1 else "restore them"
    return Finding("fail", words, help_, len(missing), 0, "missing links", start, end)


def _in_words_taken(case: Case, links: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    text = case.reuse.source.text or ""
    taken = " ".join(" ".join(text[start:end] for start, end in held(case)).split())
    yield from (link for link in links if " ".join(link[0].split()) in taken)


def _is_in(address: str, case: Case) -> bool:
    """Whether a reader of the draft can click a link to the same page."""
    key = article_key(address)
    return any(k.active and (k.address == address or (key and article_key(k.address) == key)) for k in case.draft.links)
