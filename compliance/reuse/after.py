"""Evidence after a block quotation: an attribution line, a bare link, `read the whole article`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.reuse import cue_words, cues
from compliance.reuse.attribution import is_line, is_link_line
from compliance.reuse.context import alone
from compliance.reuse.evidence import Evidence, evidence
from compliance.reuse.sentences import has_any, label, leads_in, sentence_at, speaks, words

_HINT = 16  # how much less a hint is worth than an attribution
_PLAIN = 10  # the same for a link without a word that says what it is
_LINE = 400  # characters: a longer paragraph is no line about the quotation above it
_MARGIN = 6  # characters before a link that a line begins with: marks, a number
_NEAR = 16  # characters between the start of a paragraph and the link of the attribution that it begins with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.model import Link
    from compliance.reuse.context import Context
    from compliance.reuse.outline import Item


def after(context: Context, at: int) -> Iterator[Evidence]:
    """All evidence that stands below the quotation at this position; an attribution line is marked as taken."""
    end = context.run(at)[1]
    if end >= len(context.items):
        return
    item = context.items[end]
    if item.kind in ("break", "quotation", "heading", "metadata"):
        return
    links = context.sources(item.links)
    if not links:
        return
    if (head := _heading_attribution(item, links)) is not None:
        yield evidence("attribution-line", head.address, -(_HINT if is_hint(item.text) else 4))
    if _ends_in_address(context, item, links[-1]):
        yield evidence("link-after", links[-1].address, min(4, context.sites.weight(links[-1], "")))
    yield from _told(context, item, at)
    if len(item.text) > _LINE:
        return
    link = max(links, key=lambda k: context.sites.weight(k, item.text))
    weight = min(4, context.sites.weight(link, item.text))
    if _is_attribution(context, item):
        context.taken.add(item.position)
        less = _HINT if is_hint(item.text) else _PLAIN if _is_plain(item) else 4
        yield evidence("attribution-line", link.address, weight - less)
    elif has_any(item.text, cues.READ_MORE):
        yield evidence("link-after", link.address, weight)


def _told(context: Context, item: Item, at: int) -> Iterator[Evidence]:
    """The one article linked in a paragraph that says what the words above it were, or that a draft's first words were.

    `> ...` and below it `I like these words, quoted in an [article](...) on free speech`.
    """
    likely = [k for k in context.sources(item.links) if context.sites.worth(k.address) > 0]
    if len({k.address for k in likely}) != 1:
        return
    link = likely[0]
    begin, end = sentence_at(item.text, link.text_start, link.text_end)
    called = not cue_words.WORKS.isdisjoint(
        w.lower() for w in words(item.text[max(begin, link.text_start - _NEAR) : end])
    )
    if has_any(item.text[:_LINE], cues.ABOVE) or (called and _heads_draft(context, at)):
        yield evidence("link-after", link.address, min(4, context.sites.weight(link, "")))


def _heads_draft(context: Context, at: int) -> bool:
    """Whether the quotation at this position is what the draft begins with: what follows it says where it is from."""
    first = context.run(at)[0]
    return all(item.kind in ("heading", "metadata", "break") for item in context.items[:first])


def is_hint(text: str) -> bool:
    """Whether a line thanks whoever pointed to the text (`via`, `h/t`): it is the source where no other is named."""
    return text.lstrip(" \t\n(*_" + cues.DASHES).lower().startswith(cues.HINTS)


def _is_attribution(context: Context, item: Item) -> bool:
    if not is_line(item.block, item.text, item.links):
        return False
    if _is_plain(item) and is_link_line(item.block, item.text, item.links):
        return not _introduces(context, item)
    return not leads_in(item.text)


def _is_plain(item: Item) -> bool:
    text = item.text.strip(" \t\r\n*_~")
    return text[:1] not in cues.DASHES and not any(word in cues.SOURCE_LABELS for word in label(text))


def _heading_attribution(item: Item, links: list[Link]) -> Link | None:
    """The link of an attribution that a paragraph begins with: `via [The Gazette](...) I wonder whether ...`."""
    text = item.text.lstrip()
    goes_on = text[:1].islower() and speaks(text.partition(" ")[0])  # `schreibt die [Tagesschau](...) heute`
    if links[0].text_start <= _NEAR and (goes_on or text.lower().startswith(cues.SO_SAYS)):
        return links[0]
    start = item.text[: links[0].text_start].strip(" \t\r\n(*_~:：" + cues.DASHES).lower()
    if links[0].text_start > _NEAR or not start:
        return None
    return links[0] if start in cues.SOURCE_LABELS or f"{start} " in cues.HINTS else None


def _ends_in_address(context: Context, item: Item, link: Link) -> bool:
    """Whether a paragraph of prose ends in an address as such, and no quotation follows that it may belong to."""
    bare = link.kind == "bare" or link.anchor.startswith(("http://", "https://", "www."))
    if not bare or link.text_end < len(item.text.rstrip()) or is_link_line(item.block, item.text, item.links):
        return False
    following = context.items[item.position + 1 : item.position + 2]
    return not following or following[0].kind != "quotation"


def _introduces(context: Context, item: Item) -> bool:
    """Whether a bare link belongs to what follows it.

    So it is with a colon, in a list of links, below a quotation that was introduced with a link and a colon, and in a
    page of `link, quotation, link, quotation`.
    """
    if not alone(item.block):
        return True
    following = context.items[item.position + 1] if item.position + 1 < len(context.items) else None
    if following is None or following.kind != "quotation":
        return False
    if leads_in(item.text):
        return True
    first = context.run(item.position - 1)[0]
    leading = context.items[first - 1] if first else None
    if leading is None or leading.kind in ("quotation", "break") or not (sources := context.sources(leading.links)):
        return False
    if all(context.sites.worth(k.address) <= 0 for k in item.links):
        return False
    return leads_in(leading.text) or (len(leading.text) <= _LINE and sources[0].text_start <= _MARGIN)
