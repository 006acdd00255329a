"""Evidence by memory: who was named with the source of an earlier quotation is named again, with no link this time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.reuse.evidence import RANKS, Evidence
from compliance.reuse.sentences import introduces_own, last_sentence, names, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.reuse.context import Context
    from compliance.reuse.outline import Item

_ANCHORS = 20  # links of an introduction whose words are looked at
_REACH = 1000  # characters of an introduction's last sentence


def remember(context: Context, at: int, tied: Evidence) -> None:
    """Keep who is named where the quotation at this position is introduced, with its source."""
    if not tied.url:
        return
    intro = _intro(context, at)
    spoken = names(_sentence(intro)) if intro is not None else set()
    if intro is not None:
        spoken |= {n for k in intro.links[:_ANCHORS] if k.address == tied.url for n in names(k.anchor)}
    for name in spoken:
        context.spoken[name] = tied


def recalled(context: Context, at: int) -> Iterator[Evidence]:
    """The source with which somebody was named whom the introduction of the quotation at this position names again."""
    intro = _intro(context, at)
    if intro is None or not context.spoken or introduces_own(intro.text):
        return
    named = [w.removesuffix("'s").removesuffix("’s") for w in words(_sentence(intro))]
    known = [context.spoken[n] for n in named if n in context.spoken]
    if known:
        last = known[-1]
        several = len({e.url for e in known}) > 1
        yield Evidence("recalled", last.url, RANKS["recalled"] - 8 * several, last.domain, last.authors)


def _intro(context: Context, at: int) -> Item | None:
    first = context.run(at)[0]
    intro = context.items[first - 1] if first else None
    return intro if intro is not None and intro.kind in ("text", "list-item") else None


def _sentence(item: Item) -> str:
    return item.text[last_sentence(item.text) :][-_REACH:]
