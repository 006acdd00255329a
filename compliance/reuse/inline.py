"""Runs in quotation marks: which of them are another's words, and whose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compliance.reuse.evidence import Evidence, best, evidence
from compliance.reuse.naming import by_name
from compliance.reuse.notes import noted_run
from compliance.reuse.sentences import names, sentence_at, speaks, squashed, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.model import Link, Quotation
    from compliance.reuse.context import Context
    from compliance.reuse.outline import Item

_PHRASE = 3  # words: what a sentence calls something in so many words may be a quotation
_STATEMENT = 8  # words: so many are hardly a title, a nickname or a scare quote
_ENDS = (".", "!", "?", "…", ",", "。", "！", "？", "，")


@dataclass(frozen=True, slots=True)
class Run:
    """A run in quotation marks within one paragraph: its place in the text, its sentence, and that sentence's own words.

    ``others`` are the places of all runs of the paragraph.
    """

    quotation: Quotation
    item: Item
    start: int
    end: int
    sentence: tuple[int, int]
    around: str
    others: list[tuple[int, int]]

    @property
    def text(self) -> str:
        """The words between the marks."""
        return self.item.text[self.start : self.end]


def run_of(quotation: Quotation, item: Item, others: list[tuple[int, int]]) -> Run:
    """A quotation with its sentence; ``others`` are all runs of the paragraph, whose words are not the sentence's own."""
    first, last = quotation.slices[0], quotation.slices[-1]
    end = last.end if last.block is item.block else len(item.text)
    begin, stop = sentence_at(item.text, first.start, end)
    own, at = [], begin
    for start, close in others:
        if begin <= start < stop:
            own.append(item.text[at:start])
            at = max(at, close)
    return Run(quotation, item, first.start, end, (begin, stop), " ".join([*own, item.text[at:stop]]), others)


def size(text: str) -> int:
    """How many words a text has; where words are not parted by spaces, two characters count as one."""
    wide = sum("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in text)
    return wide // 2 if wide > len(text) // 3 else len(text.split())


def is_title(text: str) -> bool:
    """Whether words in quotation marks are written like a title: `The Long Way Home`."""
    long = [w for w in words(text) if len(w) > 3]
    return (
        len(long) > 0
        and sum(w[0].isupper() for w in long) >= 0.6 * len(long)
        and not text.rstrip().endswith((".", ","))
    )


def tie(context: Context, run: Run, before: Evidence | None) -> Evidence | None:
    """The source of a run in quotation marks; ``before`` is that of the run before it in the same paragraph."""
    count = size(run.text)
    single = run.quotation.slices[0].block.text.value[run.start - 1 : run.start] == "'"
    if count < (_STATEMENT if single else _PHRASE) or is_title(run.text):
        return None
    return best(list(_found(context, run, before, count)))


def _found(context: Context, run: Run, before: Evidence | None, count: int) -> Iterator[Evidence]:
    everywhere = [k for k in context.sources(run.item.links) if context.sites.weight(k, "") > 0]
    links = [k for k in everywhere if not any(start <= k.text_start < end for start, end in run.others)]
    speech = speaks(run.around)
    begin, stop = run.sentence
    yield from noted_run(context, run.item.block, run.end, stop)
    for link in everywhere:
        if _linked(run, link):
            yield evidence("linked-quotation", link.address)
    inside = [k for k in links if begin <= k.text_start < stop]
    if inside and (speech or count >= _STATEMENT):
        yield _nearest(context, run, inside, "link-in-sentence", 0 if speech else -8)
    earlier = [k for k in links if k.text_end <= begin]
    if earlier and (speech or (count >= _STATEMENT and _is_statement(run.text))):
        link = earlier[-1]
        if speech or context.sites.weight(link, "") >= 4:
            yield evidence("link-before", link.address)
    if before is not None and (speech or count >= _STATEMENT):
        yield Evidence("continued", before.url, 72, before.domain)
    if count >= _STATEMENT and speech and not links:
        yield from _above(context, run)
    if speech and count >= _STATEMENT:
        yield from by_name(context, run.around, 70)
    if context.source is not None and count >= _STATEMENT:
        yield evidence("front-matter", context.source[1], -10)


def is_spoken(run: Run) -> bool:
    """Whether the draft itself says who speaks: an interview's answer, a statement the author was given."""
    return speaks(run.around) or bool(names(run.around)) or run.around.rstrip().endswith((":", "："))


def _linked(run: Run, link: Link) -> bool:
    """Whether the quoted words are the link's."""
    overlap = min(run.end, link.text_end) - max(run.start, link.text_start)
    longest = max(run.end - run.start, link.text_end - link.text_start)
    return overlap > 0.7 * longest and (run.text[:1].islower() or run.text.rstrip().endswith(_ENDS))


def _nearest(context: Context, run: Run, links: list[Link], name: str, change: int) -> Evidence:
    def distance(link: Link) -> tuple[int, int]:
        gap = max(run.start - link.text_end, link.text_start - run.end, 0)
        return (gap, -context.sites.weight(link, run.around))

    return evidence(name, min(links, key=distance).address, change)


def _is_statement(text: str) -> bool:
    text = text.strip()
    return not text[:1].islower() and text.endswith((".", "!", "?", "…", "。", "！", "？", ".)"))


def _above(context: Context, run: Run) -> Iterator[Evidence]:
    """The paragraph above, when it links one source and speaks of who is quoted here."""
    position = run.item.position - 1
    if position < 0 or context.items[position].kind not in ("text", "list-item"):
        return
    item = context.items[position]
    links = [k for k in context.sources(item.links) if context.sites.weight(k, "") > 0]
    said = names(run.around)
    named = said & set(words(item.text)) or any(squashed(n) in squashed(k.address) for k in links for n in said)
    if links and named:
        yield evidence("earlier-paragraph", links[-1].address)
