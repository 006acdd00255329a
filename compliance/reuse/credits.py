"""Credit lines: sentences that say where this text was published first, in any wording."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from compliance.addresses import kind_of, unwrap
from compliance.expressions import expression
from compliance.reuse import cues
from compliance.reuse.sentences import has_any, label, sentence_at, squashed
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.drafts.model import Block, Link
    from compliance.reuse.context import Context
    from compliance.reuse.outline import Item

_HEAD, _TAIL = 6, 12  # items at either end of a draft in which a credit may stand
_SUBJECT = 90  # characters before the formula
_SHORT = 400  # characters: all of a paragraph like that belongs to the credit in it
_REST = 260  # characters after it in which `Read the original article` may stand


_LINES = expression(r"[\n|]")
_FIRST_WORD = expression(r"\w+")
_UNSPACED = tuple(p for p in cues.CREDIT_PHRASES if p[0] >= "\u2e80")


@cache
def _by_first_word() -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for phrase in cues.CREDIT_PHRASES:
        first = _FIRST_WORD.match(phrase)
        if first and phrase not in _UNSPACED:
            index.setdefault(first.group(), []).append(phrase)
    return index


@dataclass(slots=True, eq=False)
class CreditLine:
    """A credit: the range of its block's text, and the links in it.

    ``labelled``: a bare `Source: ...` rather than a sentence; ``partial``: the sentence says that this is an excerpt.
    """

    item: Item
    block: Block
    start: int
    end: int
    links: list[Link]
    labelled: bool = False
    partial: bool = False

    @property
    def names_somebody(self) -> bool:
        """Whether words follow the formula that are no date: `on The Daily Gazette`, not `on 3 May 2024`."""
        low = self.text.lower()
        after = [low[at + len(phrase) :] for at, phrase in formulas(low)][:1]
        first = " ".join(" ".join(after).split()[:3])
        return bool(first) and not any(c.isdigit() for c in first)

    @property
    def text(self) -> str:
        """Its words."""
        return self.block.text.value[self.start : self.end]


def credit_lines(context: Context) -> list[CreditLine]:
    """All credit lines of a draft in order."""
    items = [i for i in context.items if i.kind != "break"]
    edge = items if len(items) <= _HEAD + _TAIL else [*items[:_HEAD], *items[-_TAIL:]]
    return [line for number, item in enumerate(edge) for line in _lines(context, item, first=number < 3)]


def _lines(context: Context, item: Item, *, first: bool) -> Iterator[CreditLine]:
    for block in _leaves(item):
        if item.kind in ("quotation", "metadata") and not first:
            continue
        text = block.text.value
        found = _sentence(text, context.title, item.links) or _labelled(text)
        if found is None:
            continue
        start, end, labelled = found
        if has_any(text[start:end], cues.OWN_TEXT):
            continue
        there = [k for k in context.sources(item.links) if k.block is block]
        links = [k for k in there if k.text_end > start and k.text_start < end]
        if not links and len(text) <= _SHORT:
            links = there
        yield CreditLine(item, block, start, end, links, labelled, has_any(text[start:end], cues.EXCERPT_PHRASES))


def _leaves(item: Item) -> Sequence[Block]:
    if item.quotation is None:
        return [item.block]
    return [s.block for s in item.quotation.slices]


def _sentence(text: str, title: str, links: Sequence[Link]) -> tuple[int, int, bool] | None:
    """The sentence with a credit formula, and what follows it closely."""
    low = text.lower().replace("\n", " ").replace("\u00a0", " ")
    if len(low) != len(text):
        low = text
    for at, phrase in formulas(low):
        start, end = sentence_at(text, at, at + len(phrase))
        anchors = sum(k.text_end - k.text_start for k in links if start <= k.text_start and k.text_end <= at)
        if _is_about_this(low[start:at], title, anchors if at - start > _SUBJECT else 0):
            return start, min(len(text), max(end, at + _REST)) if len(text) - end <= _REST else end, False
    return None


def formulas(low: str) -> list[tuple[int, str]]:
    """The credit formulas in a text in lower case, with the place of each, in the order of the text."""
    firsts = _by_first_word().keys() & set(_FIRST_WORD.findall(low))
    phrases = [p for first in firsts for p in _by_first_word()[first]]
    if not low.isascii():
        phrases += _UNSPACED
    return sorted((at, p) for p in phrases if (at := low.find(p)) >= 0)


def _is_about_this(subject: str, title: str, anchors: int) -> bool:
    """Whether the words before a formula speak of the text that they stand in."""
    plain = subject.strip(" \t\n*_~[](){}<>—–-•|:：\"'“”‘’")
    if not plain:
        return True
    if title and squashed(title) and squashed(title) in squashed(plain):
        return True
    spoken = plain.split()
    if any(work in spoken for work in cues.OTHER_WORKS):
        return False
    return len(plain) - anchors <= _SUBJECT and any(
        f" {plain} ".find(word if not word.isascii() else f" {word} ") >= 0 for word in cues.THIS_TEXT
    )


def _labelled(text: str) -> tuple[int, int, bool] | None:
    """A line `Source: ...`, alone or among others of its kind: `By Ann Rook | Source: ...`."""
    start = 0
    if len(text) > _SHORT:
        return None
    for line in _LINES.split(text):
        if any(word in cues.REPOST_LABELS for word in label(line)):
            return start, start + len(line), True
        start += len(line) + 1
    return None


def original(context: Context, links: Sequence[Link], sentence: str) -> Link | None:
    """Of the links of a credit the one that leads to the article itself, else to the publisher."""
    rated = [(_rate(context, link, sentence), -i, link) for i, link in enumerate(links)]
    return max(rated, key=lambda r: r[:2])[2] if rated else None


def _rate(context: Context, link: Link, sentence: str) -> int:
    rate = context.sites.weight(link, sentence)
    if kind_of(unwrap(link.address).url) in ("article", "page") and has_any(link.anchor, cues.ORIGINAL_ANCHORS):
        rate += 5
    return rate
