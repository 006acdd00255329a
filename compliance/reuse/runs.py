"""Runs in quotation marks in their paragraph: the sentence around each, and the links that are not within any."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from compliance.addresses import host
from compliance.reuse.sentences import sentence_starts, squashed
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.drafts.model import Link, Quotation
    from compliance.reuse.context import Context
    from compliance.reuse.outline import Item

_LOOKED_AT, _SHORT = 10, 4
"""Links before a run, and letters of a name that are too few to know a site by."""
_MOST_HOMES = 20
"""Links to front pages in one paragraph that are looked at."""
_REACH = 1000
"""How many characters of a sentence count before and after a run: an endless one ties nothing from afar."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run in quotation marks: its place in its paragraph's text, its sentence, and that sentence's own words."""

    quotation: Quotation
    paragraph: Paragraph
    start: int
    end: int
    sentence: tuple[int, int]
    around: str

    @property
    def item(self) -> Item:
        """The paragraph's item."""
        return self.paragraph.item

    @property
    def text(self) -> str:
        """The words between the marks."""
        return self.item.text[self.start : self.end]


class Paragraph:
    """A paragraph with runs in quotation marks.

    ``worthy`` are the links that may lead to a source, front pages of publishers among them, ``outside`` those of them
    that stand in no run; both in order.
    """

    __slots__ = (
        "_homes",
        "_names",
        "_outside_starts",
        "_sentences",
        "_spans",
        "_worthy_starts",
        "item",
        "outside",
        "quotations",
        "worthy",
    )

    def __init__(self, context: Context, item: Item, quotations: Sequence[Quotation]) -> None:
        self.item = item
        self.quotations = quotations
        self._sentences = sentence_starts(item.text)
        self._spans = [(q.slices[0].start, self._end(q)) for q in quotations]
        self._names = {n for n, q in enumerate(quotations) if context.sites.is_publishers_name(q.text)}
        sites = context.sites
        pages = [k for k in context.sources(item.links) if sites.worth(k.address) > 0 or sites.is_named_bystander(k)]
        self._homes = [k for k in context.sources(item.links)[:_MOST_HOMES] if sites.is_publishers_home(k)]
        links = [*pages, *self._homes]
        self.worthy = sorted(links, key=lambda k: k.text_start)
        self._worthy_starts = [k.text_start for k in self.worthy]
        self.outside = [k for k in self.worthy if not self._quoted(k)]
        self._outside_starts = [k.text_start for k in self.outside]

    def runs(self) -> Iterator[Run]:
        """Its runs in order, names of publishers left out: `As “The Gazette” reports, ...`."""
        for number, (quotation, (start, end)) in enumerate(zip(self.quotations, self._spans, strict=True)):
            if number in self._names:
                continue
            begin, stop = self._sentence(start, end)
            yield Run(quotation, self, start, end, (begin, stop), self._around(number, begin, stop))

    def between(self, start: int, end: int) -> list[Link]:
        """The links outside the runs that begin in a range of the text."""
        return self.outside[bisect_left(self._outside_starts, start) : bisect_left(self._outside_starts, end)]

    def within(self, start: int, end: int) -> list[Link]:
        """The links that begin in a range of the text, in a run or not."""
        return self.worthy[bisect_left(self._worthy_starts, start) : bisect_left(self._worthy_starts, end)]

    def tail(self, run: Run) -> tuple[int, int]:
        """The range of the text between a run and the next one."""
        after = bisect_left(self._spans, (run.end, 0))
        return run.end, self._spans[after][0] - 1 if after < len(self._spans) else len(self.item.text)

    def lead(self, run: Run) -> list[Link]:
        """The links of a run's sentence that stand before it, and behind the run before it."""
        before = bisect_left(self._spans, (run.start, 0)) - 1
        start = max(run.sentence[0], self._spans[before][1] if before >= 0 else 0)
        return self.between(start, run.start)

    def around(self, run: Run) -> list[Link]:
        """The links that begin in a run or right before it."""
        first = bisect_left(self._worthy_starts, run.start - 3)
        return self.worthy[first : bisect_right(self._worthy_starts, run.end)]

    def last_before(self, start: int) -> Link | None:
        """The last link to a page outside the runs that begins before a place."""
        at = bisect_left(self._outside_starts, start)
        return next((k for k in reversed(self.outside[max(0, at - _LOOKED_AT) : at]) if k not in self._homes), None)

    def last_of(self, start: int, said: set[str]) -> Link | None:
        """The last link before a place whose site one of some names is in: `schneier.com` where Schneier speaks."""
        at = bisect_left(self._outside_starts, start)
        near = reversed(self.outside[max(0, at - _LOOKED_AT) : at])
        flat = [squashed(name) for name in said if len(name) > _SHORT]
        return next((k for k in near if any(name in squashed(host(k.address)) for name in flat)), None)

    def _end(self, quotation: Quotation) -> int:
        last = quotation.slices[-1]
        return last.end if last.block is self.item.block else len(self.item.text)

    def _quoted(self, link: Link) -> bool:
        """Whether a link stands in a run; one that is all of it is a title, and may be the source of another run."""
        at = bisect_right(self._spans, (link.text_start, len(self.item.text) + 1)) - 1
        if at < 0 or link.text_start >= self._spans[at][1]:
            return False
        start, end = self._spans[at]
        return link.text_end - link.text_start < 0.7 * (end - start)

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around a run; of one that has no end in sight, what stands near."""
        begin = self._sentences[bisect_right(self._sentences, start) - 1]
        after = bisect_left(self._sentences, end)
        stop = self._sentences[after] if after < len(self._sentences) else len(self.item.text)
        return max(begin, start - _REACH), min(stop, end + _REACH)

    def _around(self, number: int, begin: int, stop: int) -> str:
        """The sentence's words without what its runs quote."""
        text = self.item.text
        first = bisect_left(self._spans, (begin, 0))
        own, at = [], begin
        for other, (start, end) in enumerate(self._spans[first : number + 4], first):
            if start >= stop:
                break
            if other not in self._names:
                own.append(text[at:start])
                at = max(at, end)
        return " ".join([*own, text[at:stop]])
