"""Passages from quotations and bodies, and which block quotations are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.expressions import expression
from compliance.reuse import cues
from compliance.reuse.attribution import is_link_line
from compliance.reuse.model import Passage
from compliance.reuse.sentences import has_any, label, last_sentence, speaks
from compliance.values import replace

_ICON = 4  # characters before a callout's first word
_LABEL = 40
_BEGINNING = 60  # characters in which a newsletter's own business shows
_HEAD = 2  # items above which a remark on the text does not stand
_ADDRESS = expression(r"\b[A-Za-z][A-Za-z0-9+.-]{0,20}://\S++|\bwww\.\S++")
_SYMBOLS = " \t\n:：.!*_ℹ️⚠💡📝🚨❗✅⚡🔥👉📌🛑❌🎉"
_QUOTED = " \t\n\"'“”‘’«»„‚‘「」『』*_"
_ASKING = ("?", "？", "؟")
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？")
_SENTENCE = 40  # characters of linked words that are no title
_LIST = 3  # lines
_SEVERAL = 3  # questions
_QUESTION = 300  # characters
_NEAR = 8  # items: a pull quote stands near the words that it repeats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compliance.drafts.model import Link, Quotation, Slice
    from compliance.reuse.attribution import Attribution
    from compliance.reuse.context import Context
    from compliance.reuse.outline import Item


def of_quotation(quotation: Quotation, slices: tuple[Slice, ...]) -> Passage:
    """A quotation's words; its place is that of the words, not of the marks around them."""
    return _passage(
        quotation.how, tuple(trimmed for s in slices if (trimmed := _trimmed(s)).start < trimmed.end) or slices
    )


def of_body(slices: Sequence[Slice]) -> Passage:
    """A repost's text."""
    return _passage("body", tuple(slices))


def _passage(how: str, slices: tuple[Slice, ...]) -> Passage:
    origins = [s.origin for s in slices]
    return Passage(min(o[0] for o in origins), max(o[1] for o in origins), how, slices)  # type: ignore[arg-type]


def _trimmed(part: Slice) -> Slice:
    """A slice without white space at its ends, such as French typography sets inside the marks."""
    text = part.text
    return replace(part, start=part.end - len(text.lstrip()), end=part.start + len(text.rstrip()))


def is_quotation(context: Context, item: Item, own: Attribution) -> bool:
    """Whether a block quotation holds words of another: not only links, and not the draft's own."""
    if not any(c.isalnum() for s in own.slices for c in _ADDRESS.sub("", s.text)):
        return False
    if "displayed" in item.block.attributes and not _is_led_in(context, item):
        return False
    blocks = {id(s.block) for s in own.slices}
    linked = sum(len(k.anchor) for k in item.links if id(k.block) in blocks)
    if linked > 0.7 * sum(s.end - s.start for s in own.slices) and linked_words(item, own) is None:
        return False
    if _is_list_of_links(item) or _is_callout(own) or _is_remark(item, own) or _is_pull_quote(context, item):
        return False
    return not (asks(own) and context.interviews)


def _is_list_of_links(item: Item) -> bool:
    """Whether all lines but a first one are nothing but links: `Some related posts:` and their titles."""
    parts = item.quotation.slices if item.quotation is not None and len(item.links) >= _LIST else ()
    lines = sum(is_link_line(part.block, part.text, item.links) for part in parts)
    return lines >= _LIST and lines >= len(parts) - 1


def _is_led_in(context: Context, item: Item) -> bool:
    """Whether the words above a quotation say that somebody writes it, or link where."""
    first = context.run(item.position)[0]
    intro = context.items[first - 1] if first else None
    if intro is None:
        return False
    sentence = intro.text[last_sentence(intro.text) :]
    named = context.sites.publisher_named(sentence) is not None
    return speaks(sentence) or named or bool(context.sources(intro.links)) or _is_attributed(context, item)


def _is_attributed(context: Context, item: Item) -> bool:
    """Whether a quotation ends with a line behind a dash that has a link, or one follows it: `-- The Gazette, ...`."""
    last = context.run(item.position)[1]
    below = context.items[last : last + 1]
    lines = [(part.text, item.links) for part in (item.quotation.slices[-1:] if item.quotation else ())]
    lines += [(line.text, line.links) for line in below if line.kind == "text"]
    return any(
        text.lstrip()[:1] in cues.DASHES and context.sources(list(links)) for text, links in lines if text.strip()
    )


def linked_words(item: Item, own: Attribution) -> Link | None:
    """The link whose words are a quotation's, where these are a sentence and no title: `> [The sea rises.](...)`."""
    links = [k for k in item.links if any(k.block is s.block for s in own.slices)]
    if len(links) != 1:
        return None
    words = links[0].anchor.strip(_QUOTED)
    said = links[0].anchor.rstrip().endswith(_SENTENCE_ENDS) or words.endswith(_SENTENCE_ENDS)
    return links[0] if said and len(words) >= _SENTENCE else None


def asks(own: Attribution) -> bool:
    """Whether a quotation ends in a question."""
    return own.slices[-1].text.rstrip(_QUOTED).endswith(_ASKING)


def interviews(items: Sequence[Item]) -> bool:
    """Whether a draft sets questions as block quotations, its own or those of an interview, and answers them below."""
    quoted = [i.quotation.text.rstrip(_QUOTED) for i in items if i.quotation is not None]
    asking = sum(text.endswith(_ASKING) and len(text) <= _QUESTION for text in quoted)
    return asking >= _SEVERAL and asking >= 0.8 * len(quoted)


def is_answer(context: Context, at: int) -> bool:
    """Whether the paragraph at this position stands below a question set as an interview's: a heading, or bold."""
    above = context.items[at - 1] if at else None
    if above is None or above.kind not in ("heading", "text") or not above.text.rstrip(_QUOTED).endswith(_ASKING):
        return False
    bold = any(name == "strong" and b - a >= len(above.text) - _ICON for name, a, b in above.block.marks)
    return bold or above.kind == "heading"


def _is_callout(own: Attribution) -> bool:
    """`> **Note:** ...`: a remark of the draft's own, or a newsletter's `> Enjoying this letter? ...`."""
    first = own.slices[0]
    text = first.text
    strong = next(
        (text[start:end] for name, start, end in first.block.marks if name == "strong" and start <= _ICON), ""
    )
    heads = [*label(text[:_LABEL].strip(_SYMBOLS)), strong.strip(_SYMBOLS).lower()]
    return any(head.partition(",")[0] in cues.CALLOUTS for head in heads) or has_any(text[:_BEGINNING], cues.FURNITURE)


def _is_remark(item: Item, own: Attribution) -> bool:
    """A remark on the text that follows: `> This article tells how we ...` above it."""
    return item.position <= _HEAD and own.slices[0].text.lstrip(" \t\n*_").lower().startswith(cues.REMARKS)


def _is_pull_quote(context: Context, item: Item) -> bool:
    """The draft's own words, shown large: they stand in its text, too."""
    if item.quotation is None:
        return False
    text = " ".join(item.quotation.text.split()).lower().strip(_QUOTED + ".,!?…")
    if not 20 <= len(text) <= 400:
        return False
    near = context.items[max(0, item.position - _NEAR) : item.position + _NEAR + 1]
    return any(text in " ".join(i.text.split()).lower() for i in near if i.kind == "text" and len(i.text) > len(text))
