"""A draft as the row of things that a reader meets: paragraphs, headings, list items, quotations, breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from compliance.values import dataclass, field

if TYPE_CHECKING:
    from compliance.drafts.model import Block, Draft, Link, Quotation

_LEFT_OUT = frozenset({"code", "comment", "embed", "aside"})
ItemKind = Literal["text", "heading", "list-item", "quotation", "metadata", "break"]


@dataclass(slots=True, eq=False)
class Item:
    """One thing in the row. ``block`` is its leaf (the container for a quotation); ``links`` those that stand in it."""

    kind: ItemKind
    block: Block
    links: list[Link] = field(default_factory=list)
    quotation: Quotation | None = None
    position: int = 0

    @property
    def text(self) -> str:
        """The rendered words of a leaf."""
        return self.block.text.value


def outline(draft: Draft) -> list[Item]:
    """The row of a draft's items in document order; what stands inside an outermost block quotation is that one item.

    Embedded posts, code, comments and page frames are left out: nothing there introduces or is a quotation. Footnotes
    come last, each after a break. ``metadata`` are lines that say what the text is, in the form of a quotation.
    """
    items: list[Item] = []
    notes: list[Item] = []
    rows: dict[int, list[Item] | None] = {}
    owners: dict[int, Item] = {}
    quoted = {id(q.container): q for q in draft.quotations if q.container is not None}
    for block in draft.blocks:
        row = rows[id(block)] = None if block.kind in _LEFT_OUT else rows.get(id(block.parent), items)
        if block.kind == "footnote":
            row = rows[id(block)] = notes
            notes.append(Item("break", block))
        if row is None:
            continue
        owner = owners.get(id(block.parent))
        if owner is not None and owner.kind == "quotation":
            owners[id(block)] = owner
        elif item := _item(block, quoted):
            row.append(item)
            owners[id(block)] = item
    for link in draft.links:
        if owner := owners.get(id(link.block)):
            owner.links.append(link)
    items += notes
    for position, item in enumerate(items):
        item.position = position
    return items


def _item(block: Block, quoted: dict[int, Quotation]) -> Item | None:
    if id(block) in quoted:
        return Item("quotation", block, quotation=quoted[id(block)])
    if block.kind == "rule":
        return Item("break", block)
    return Item(_kind(block), block) if block.text.value.strip() else None


def _kind(block: Block) -> ItemKind:
    if block.kind == "heading":
        return "heading"
    note = block.inside("section", "callout")
    if note is not None and note.attributes.get("class") == "metadata":
        return "metadata"
    return "list-item" if block.inside("item") else "text"


def is_heading(item: Item) -> bool:
    """Whether an item heads what follows: a heading, or a paragraph that is bold as a whole."""
    if item.kind == "heading":
        return True
    length = len(item.text.strip()) if item.kind in ("text", "list-item") else 0
    return length > 0 and any(name == "strong" and end - start >= length - 2 for name, start, end in item.block.marks)
