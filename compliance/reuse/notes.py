"""Evidence in footnotes: a note's link, where the quotation or the words that introduce it refer to the note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.reuse.evidence import Evidence, evidence
from compliance.reuse.sentences import last_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.model import Block
    from compliance.reuse.context import Context
    from compliance.reuse.outline import Item


def noted(context: Context, item: Item) -> Iterator[Evidence]:
    """The sources of the notes that a block quotation, or the end of its introduction, refers to."""
    if not context.notes or item.quotation is None:
        return
    blocks = {id(s.block): 0 for s in item.quotation.slices}
    first = context.run(item.position)[0]
    intro = context.items[first - 1] if first else None
    if intro is not None and intro.kind in ("text", "list-item"):
        blocks[id(intro.block)] = last_sentence(intro.text)
    for block, least in blocks.items():
        for offset, label in context.notes.get(block, ()):
            if offset >= least:
                yield from of_note(context, label)


def noted_run(context: Context, block: Block, end: int, stop: int) -> Iterator[Evidence]:
    """The source of a note that stands right behind a run in quotation marks, or at its sentence's end."""
    for offset, label in context.notes.get(id(block), ()):
        if end <= offset <= stop:
            yield from of_note(context, label)


def of_note(context: Context, label: str) -> Iterator[Evidence]:
    """The likeliest source that a note links."""
    note = context.draft.footnotes.get(label)
    if note is None:
        return
    links = context.sources(context.note_links.get(id(note), [])[:20])
    if links:
        yield evidence("footnote", max(links, key=lambda k: context.sites.weight(k, "")).address)
