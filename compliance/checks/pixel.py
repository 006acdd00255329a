"""The publisher's counter in a repost: an image, a script or a frame that tells the publisher of each reading.

The short form is the counter's address, or several of which any does, as in `pixel: count.herald.example/{id}.gif`. In
it `*` is any text, and `{id}` the article's number, which must be one of those in the article's own address; scheme and
`www` play no part. A counter with another number counts another article. Where the article's address has no number, or
is not known, a person has to compare.

Only what a browser loads counts: no address in code, in a comment, in words or in a link. What stands in the front
matter or in a shortcode may become a counter when the page is made, and a plain text holds none: a person has to look.

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

from typing import TYPE_CHECKING, ClassVar, Final, Self

from compliance.addresses import article_key
from compliance.addresses.patterns import fits
from compliance.checks.parts.layout import first_passage
from compliance.checks.parts.targets import shown
from compliance.expressions import expression
from compliance.records import about
from compliance.report import Finding
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case
    from compliance.drafts.model import Draft

NAME: Final = "pixel"
SHORT: Final = "address"
_SLOT: Final = "{id}"
_NUMBER: Final = expression(r"\d+")


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
        """What every such address begins with, without scheme."""
        plain = self.partition("://")[2 * ("://" in self)]
        return plain.partition("*")[0].partition("{")[0]

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


@dataclass(frozen=True, slots=True)
class _Loaded:
    """An address that a browser loads with the page."""

    address: str
    start: int
    end: int


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


def _loaded(draft: Draft) -> Iterator[_Loaded]:
    """What a browser loads with the page: images, and whatever else has a source."""
    yield from (_Loaded(image.address, image.start, image.end) for image in draft.images)
    for tag in draft.tags:
        if source := tag.attributes.get("src", ""):
            yield _Loaded(source, tag.start, tag.end)


def _missing(options: Options, case: Case, numbers: list[str]) -> Finding:
    """The finding that no counter is loaded; where its address stands otherwise, that place is shown."""
    draft, remedy = case.draft, f"add {_example(options.address[0], numbers)}"
    start, end = first_passage(case)
    if draft.kind == "text":
        words = "a plain text holds no counter: does the published page?"
        return Finding("review", words, remedy, start=start, end=end)
    for beginning in {counter.beginning: None for counter in options.address}:
        if (at := draft.text.find(beginning)) >= 0:
            place = at, at + len(beginning)
            if _may_be_made(draft, at):
                words = "the counter stands where the page's template may show it: does the published page load it?"
                return Finding("review", words, remedy, start=place[0], end=place[1])
            words = "no browser loads the counter from here: it is no image, script or frame"
            return Finding("fail", words, remedy, start=place[0], end=place[1])
    return Finding("fail", "the publisher's counter is missing", remedy, start=start, end=end)


def _may_be_made(draft: Draft, at: int) -> bool:
    """Whether a counter may be made from a place: it stands in the front matter, in a shortcode or in a program."""
    if draft.text.rfind("<!--", 0, at) > draft.text.rfind("-->", 0, at):
        return False
    around = [block for block in draft.blocks if block.start <= at < block.end]
    code = (block.text.origin(*part) for block in around for part in block.opaque)
    return not (
        any(block.kind in ("code", "comment") for block in around)
        or any(start <= at < end for start, end in code)
        or any(link.start <= at < link.end for link in draft.links)
    )


def _example(counter: Counter, numbers: list[str]) -> str:
    """An image to write, with the article's number as far as it is known; only what is fixed of the address is told."""
    address = counter.replace(_SLOT, numbers[0] if numbers else "NUMBER").partition("://")[2 * ("://" in counter)]
    if "*" in address:
        return f"the counter that the publisher gives ({address})"
    return f'<img src="https://{address}" alt="" width="1" height="1">'
