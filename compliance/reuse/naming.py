"""Evidence by name: a known publisher, or a page's title, named where a quotation is introduced or attributed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.expressions import expression
from compliance.reuse import cues
from compliance.reuse.evidence import RANKS, Evidence, evidence
from compliance.reuse.sentences import in_brackets, label, last_sentence, leads_in, speaks, squashed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.reuse.attribution import Attribution
    from compliance.reuse.context import Context
    from compliance.reuse.outline import Item


_MARKED = expression(r"《([^《》]{3,150})》|“([^“”]{8,150})”|«([^«»]{8,150})»|„([^„“”]{8,150})[“”]|\"([^\"]{8,150})\"")
_MARKS = expression('[“”„«»"]')
_NEAR = 400  # characters at the end of an introduction
_LINE = 160  # characters of a line that says where a quotation is from
_NAMED = 24  # how much more a title is worth in the introduction than at the head of the draft


def named(context: Context, item: Item, own: Attribution) -> Iterator[Evidence]:
    """The publisher whom the attribution names, or the sentence before the quotation."""
    if not context.sites.publishers:
        return
    if own.named:
        yield from by_name(context, own.words, RANKS["attribution-line"] - 6)
        return
    if bracketed := in_brackets(own.slices[-1].text) or _below(context, item):
        yield from by_name(context, bracketed, RANKS["attribution-line"] - 6)
    yield from named_above(context, item.position)


def named_above(context: Context, at: int) -> Iterator[Evidence]:
    """The publisher whom the sentence names that introduces the quotation at this position."""
    first = context.run(at)[0]
    intro = context.items[first - 1] if first else None
    if intro is not None and intro.kind in ("text", "list-item", "heading"):
        sentence = intro.text[last_sentence(intro.text) :]
        if intro.kind == "heading" or leads_in(intro.text) or speaks(sentence):
            yield from by_name(context, sentence, RANKS["publisher-name"])


def named_below(context: Context, at: int) -> Iterator[Evidence]:
    """The publisher whom a line below the quotation at this position names: `(The Gazette)`, `Source: The Gazette`."""
    if below := _below(context, context.items[at]):
        yield from by_name(context, below, RANKS["attribution-line"] - 6)


def _below(context: Context, item: Item) -> str:
    """The paragraph below a quotation, when it is nothing but words in brackets, or behind a label."""
    last = context.run(item.position)[1]
    below = context.items[last].text.strip() if last < len(context.items) else ""
    bracketed = below.startswith("(") and in_brackets(below) == below.rstrip(".")
    labelled = len(below) <= _LINE and any(word in cues.SOURCE_LABELS for word in label(below))
    return below if bracketed or labelled else ""


def by_name(context: Context, text: str, rank: int) -> Iterator[Evidence]:
    """A known publisher named in a text: at its article, if the draft links just one."""
    domain = context.sites.publisher_named(text) or context.sites.publisher_named(_MARKS.sub("", text))
    if domain is not None:
        yield Evidence("publisher-name", context.only_article(domain), rank, domain)


def entitled(context: Context, at: int) -> Iterator[Evidence]:
    """The page whose title stands in quotation marks in the paragraph before the quotation at this position."""
    first = context.run(at)[0]
    intro = context.items[first - 1] if first else None
    if intro is None or intro.kind not in ("text", "list-item"):
        return
    for match in _MARKED.finditer(intro.text, max(0, len(intro.text) - _NEAR)):
        address = context.entitled(squashed(match.group(match.lastindex or 0)))
        if address:
            yield evidence("title-link", address, _NAMED)
