"""Evidence after a block quotation: an attribution line, a bare link, `read the whole article`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.reuse import cues
from compliance.reuse.attribution import is_line, is_link_line
from compliance.reuse.context import alone
from compliance.reuse.evidence import Evidence, evidence
from compliance.reuse.sentences import has_any, label, leads_in

_HINT = 16  # how much less a hint is worth than an attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    if not links or len(item.text) > 400:
        return
    link = max(links, key=lambda k: context.sites.weight(k, item.text))
    weight = min(4, context.sites.weight(link, item.text))
    if _is_attribution(context, item):
        context.taken.add(item.position)
        yield evidence("attribution-line", link.address, weight - (_HINT if is_hint(item.text) else 4))
    elif has_any(item.text, cues.READ_MORE):
        yield evidence("link-after", link.address, weight)


def is_hint(text: str) -> bool:
    """Whether a line thanks whoever pointed to the text (`via`, `h/t`): it is the source where no other is named."""
    return text.lstrip(" \t\n(*_" + cues.DASHES).lower().startswith(cues.HINTS)


def _is_attribution(context: Context, item: Item) -> bool:
    if not is_line(item.block, item.text, item.links):
        return False
    text = item.text.strip(" \t\r\n*_~")
    plain = text[:1] not in cues.DASHES and not any(word in cues.SOURCE_LABELS for word in label(text))
    if plain and is_link_line(item.block, item.text, item.links):
        return not _introduces(context, item)
    return not leads_in(text)


def _introduces(context: Context, item: Item) -> bool:
    """Whether a bare link belongs to what follows it.

    So it is with a colon, in a list of links, and in a page of `link, quotation, link, quotation`.
    """
    if not alone(item.block):
        return True
    following = context.items[item.position + 1] if item.position + 1 < len(context.items) else None
    if following is None or following.kind != "quotation":
        return False
    if leads_in(item.text):
        return True
    leading = context.items[item.position - 2] if item.position > 1 else None
    return leading is not None and bool(leading.links) and is_link_line(leading.block, leading.text, leading.links)
