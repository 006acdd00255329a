"""The publisher's counter in a repost: an image, a script or a frame that tells the publisher of each reading.

The short form is the counter's address, or several of which any does, as in `pixel: count.herald.example/{id}.gif`. In
it `*` is any text, and `{id}` the article's number, which must be one of those in the article's own address; scheme and
`www` play no part. A counter with another number counts another article. Where the article's address has no number, or
is not known, a person has to compare.

Only what a browser loads counts: an image, a script, a frame or the like, and no address in code, in a comment, in
words or in a link. What stands in the front matter, in a shortcode, a program, a `<template>`, a `<noscript>` or a
`data-src` may become a counter when the page is made or shown, and a plain text holds none: a person has to look.

Passes:

    - pixel: count.herald.example/{id}.gif
    ---
    ---
    reuse: {source: "https://herald.example/rain-falls-on-the-plain-2417", mode: repost}
    ---
    Rain fell on the plain all night, and nobody slept.

    ![](https://count.herald.example/2417.gif)

Fails:

    - pixel: count.herald.example/{id}.gif
    ---
    ---
    reuse: {source: "https://herald.example/rain-falls-on-the-plain-2417", mode: repost}
    ---
    Rain fell on the plain all night, and nobody slept.

    <img src="https://count.herald.example/2309.gif" width="1" height="1" alt="">

Needs review:

    - pixel: count.herald.example/{id}.gif
    ---
    ---
    reuse: {source: "https://herald.example/rain-falls-on-the-plain-2417", mode: repost}
    counter: https://count.herald.example/2417.gif
    ---
    Rain fell on the plain all night, and nobody slept.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, ClassVar, Final, Self

from compliance.addresses import article_key
from compliance.addresses.patterns import fits
from compliance.checks.parts.layout import first_passage
from compliance.checks.parts.remembering import per_draft
from compliance.checks.parts.targets import Stated, shown
from compliance.drafts.tags import scan
from compliance.expressions import expression
from compliance.records import about
from compliance.report import Finding
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compliance.checks.case import Case
    from compliance.drafts.model import Draft

NAME: Final = "pixel"
SHORT: Final = "address"
_SLOT: Final = "{id}"
_NUMBER: Final = expression(r"\d+")
_LOADING: Final = frozenset(("img", "script", "iframe", "embed", "video", "audio"))
_ELEMENT: Final = expression(r"<(/?)(template|noscript|textarea|title|xmp|noembed|noframes)(?=[\s/>])", re.IGNORECASE)
_AMP: Final = expression(r"<amp-(?:pixel|img|iframe)\s[^<>]*>", re.IGNORECASE)
_LATENT: Final = frozenset(("template", "noscript"))


class Counter(str):
    """The address of a counter, in which ``*`` is any text and ``{id}`` the article's number."""

    __slots__ = ()
    SCHEMA: ClassVar = {"type": "string", "pattern": r"^[^\s{}]*\.[^\s{}]*(\{id\}[^\s{}]*)?$"}
    EXPECTED: ClassVar = "an address such as count.example.org/{id}.gif"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the address of a counter; raises ``ValueError``."""
        before, _, after = text.partition(_SLOT)
        if "." not in before or any(c.isspace() or c in "{}" for c in before + after):
            raise ValueError(f"'{text}' is not {cls.EXPECTED}")
        return cls(text)

    @property
    def beginning(self) -> str:
        """What every such address begins with, without scheme and ``www``; "" if nothing is the same for all."""
        plain = self.partition("://")[2 * ("://" in self)]
        return plain.partition("*")[0].partition("{")[0].removeprefix("www.")

    def is_at(self, address: str) -> bool:
        """Whether an address is one of such a counter, whatever it counts."""
        return fits(address, self.replace(_SLOT, "*"))

    def counts(self, address: str, number: str) -> bool:
        """Whether the counter at an address counts the article of a number."""
        return fits(address, self.replace(_SLOT, number))


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which counter must be in the page."""

    SHORT: ClassVar[str] = SHORT

    address: tuple[Counter, ...] = field(
        metadata=about("the counter's address, any of these; * is any text, {id} the article's number")
    )


def check(options: Options, case: Case) -> Iterator[Finding]:
    """Whether the page loads the counter of the article."""
    numbers = _numbers(case)
    counters = [(c, one) for one in _loaded(case.draft) for c in options.address if c.is_at(one.address)]
    if not counters:
        yield _missing(options, case, numbers)
        return
    for counter, one in counters:
        if _SLOT not in counter or any(counter.counts(one.address, number) for number in numbers):
            yield Finding("pass", f"counted by {shown(one.address)}", start=one.start, end=one.end)
            return
    counter, one = counters[0]
    if not numbers:
        words = f"is {shown(one.address)} the counter of this article? Its address tells no number"
        yield Finding("review", words, "compare it with the publisher's own code", start=one.start, end=one.end)
        return
    words = f"{shown(one.address)} counts another article: the address of this one has no such number"
    yield Finding("fail", words, f"write {_example(counter, numbers)}", start=one.start, end=one.end)


def _numbers(case: Case) -> list[str]:
    """The numbers in the article's addresses, the last of each first: there most sites write the article's own."""
    keys = map(article_key, (case.reuse.source.url, *case.reuse.source.also))
    return [number for key in keys for number in reversed(_NUMBER.findall(key.partition("/")[2]))]


@per_draft
def _loaded(draft: Draft) -> tuple[Stated, ...]:
    """What a browser loads with the page: images, and whatever else has a source that is loaded."""
    latent, _ = _elements(draft)
    written = {tag.start for tag in draft.tags}
    images = (Stated(image.address, image.start, image.end) for image in draft.images if image.start not in written)
    loading = ((tag.attributes.get("src", "").strip(), tag) for tag in draft.tags if tag.name in _LOADING)
    found = (*images, *(Stated(source, tag.start, tag.end) for source, tag in loading if source), *_of_amp(draft))
    return tuple(one for one in found if not _is_in(latent, one.start))


def _of_amp(draft: Draft) -> Iterator[Stated]:
    """What an AMP page loads with elements of its own, which no reader of drafts keeps."""
    _, dead = _elements(draft)
    for found in _AMP.finditer(draft.text):
        if not any(_is_in(ranges, found.start()) for ranges in (dead, _code(draft), _inert(draft))):
            for token in scan(found[0]):
                yield Stated((token.attributes or {}).get("src", "").strip(), *found.span())


def _missing(options: Options, case: Case, numbers: list[str]) -> Finding:
    """The finding that no counter is loaded; where its address stands otherwise, that place is shown."""
    draft, remedy = case.draft, f"add {_example(options.address[0], numbers)}"
    start, end = first_passage(case)
    if draft.kind == "text":
        words = "a plain text holds no counter: does the published page?"
        return Finding("review", words, remedy, start=start, end=end)
    beginnings = dict.fromkeys(counter.beginning for counter in options.address)
    places = [place for beginning in beginnings for place in _places(draft, beginning)]
    if made := next((place for place in places if _may_be_made(draft, place[0])), None):
        words = "the counter stands where the page's template may show it: does the published page load it?"
        return Finding("review", words, remedy, start=made[0], end=made[1])
    if places:
        words = "no browser loads the counter from here: it is no image, script or frame"
        return Finding("fail", words, remedy, start=places[0][0], end=places[0][1])
    return Finding("fail", "the publisher's counter is missing", remedy, start=start, end=end)


@per_draft
def _places(draft: Draft, beginning: str) -> tuple[tuple[int, int], ...]:
    """Where addresses stand in the file that begin so; none for an empty beginning."""
    if not beginning:
        return ()
    address = re.compile(rf"(?<![\w.-])(?:www\.)?{re.escape(beginning)}", re.IGNORECASE)
    return tuple(match.span() for match in address.finditer(draft.text))


def _may_be_made(draft: Draft, at: int) -> bool:
    """Whether a counter may be made from a place: in the front matter, a shortcode, a program, a latent element."""
    latent, dead = _elements(draft)
    if _is_in(dead, at) or _is_in(_code(draft), at):
        return False
    return _is_in(latent, at) or _is_in(_templates(draft), at) or not _is_in(_inert(draft), at)


@per_draft
def _elements(draft: Draft) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The ranges of elements that are loaded later, if at all, and of those and comments whose tags are just words."""
    latent: list[tuple[int, int]] = []
    dead = list(_between(draft.text, "<!--", "-->"))
    opened: tuple[str, int] | None = None
    for tag in _ELEMENT.finditer(draft.text):
        name = tag[2].lower()
        if opened is None and not tag[1]:
            opened = name, tag.start()
        elif opened is not None and tag[1] and name == opened[0]:
            (latent if name in _LATENT else dead).append((opened[1], tag.start()))
            opened = None
    if opened is not None:
        (latent if opened[0] in _LATENT else dead).append((opened[1], len(draft.text)))
    return _merged(latent), _merged(dead)


@per_draft
def _code(draft: Draft) -> list[tuple[int, int]]:
    """The ranges of code and comments."""
    blocks = [(block.start, block.end) for block in draft.blocks if block.kind in ("code", "comment")]
    return _merged([*blocks, *(block.text.origin(*part) for block in draft.blocks for part in block.opaque)])


@per_draft
def _templates(draft: Draft) -> list[tuple[int, int]]:
    """The ranges that a template fills in."""
    marks = (("{{", "}}"), ("{%", "%}"), ("<?", "?>"))
    return _merged(place for opening, closing in marks for place in _between(draft.text, opening, closing))


@per_draft
def _inert(draft: Draft) -> list[tuple[int, int]]:
    """The ranges of what is no more than words, a link, or an element that loads nothing."""
    words = ((start, end) for block in draft.blocks for _, start, end in block.text.pieces())
    tags = ((tag.start, tag.end) for tag in draft.tags if tag.name not in _LOADING)
    return _merged((*words, *tags, *((link.start, link.end) for link in draft.links)))


def _between(text: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """The ranges between two marks, one that is not closed up to the end."""
    at = text.find(opening)
    while at >= 0:
        end = text.find(closing, at)
        end = end if end >= 0 else len(text)
        yield at, end
        at = text.find(opening, end)


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in order, those that meet made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _is_in(ranges: list[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of some ranges in order."""
    before = bisect_right(ranges, at, key=lambda place: place[0])
    return before > 0 and at < ranges[before - 1][1]


def _example(counter: Counter, numbers: list[str]) -> str:
    """An image to write, with the article's number as far as it is known; only what is fixed of the address is told."""
    address = counter.replace(_SLOT, numbers[0] if numbers else "NUMBER").partition("://")[2 * ("://" in counter)]
    if "*" in address:
        return f"the counter that the publisher gives ({address})"
    return f'<img src="https://{address}" alt="" width="1" height="1">'
