"""The links of a draft while their ends are not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from compliance.drafts.model import Link

if TYPE_CHECKING:
    from compliance.drafts.model import Block

UNUSED = "it is defined, but nothing in the text refers to it"
LinkKind = Literal["inline", "reference", "autolink", "bare", "html", "shortcode"]


class Anchor:
    """A link that may still be open. ``block`` is the first leaf in which it has words."""

    __slots__ = (
        "address", "alt", "because", "block", "definition", "end", "kind", "rel", "start", "text_end", "text_start",
    )  # fmt: skip

    def __init__(self, address: str, start: int, kind: LinkKind, rel: frozenset[str]) -> None:
        self.address = address
        self.start = self.end = start
        self.kind = kind
        self.rel = rel
        self.block: Block | None = None
        self.text_start = self.text_end = 0
        self.alt: str | None = None
        self.definition: tuple[int, int] | None = None
        self.because = ""


class Anchors:
    """All links so far, and those that are open."""

    def __init__(self) -> None:
        self.all: list[Anchor] = []
        self.pending: list[Anchor] = []
        self.noindex = 0

    def open(self, anchor: Anchor, block: Block, text_start: int) -> None:
        """A link begins in ``block`` at ``text_start`` of its text."""
        if self.noindex:
            anchor.rel |= {"noindex"}
        anchor.block = block
        anchor.text_start = anchor.text_end = text_start
        self.all.append(anchor)
        self.pending.append(anchor)

    def close(self, end: int, leaf: Block | None, length: int, *, html: bool) -> Anchor | None:
        """Ends the innermost pending link that HTML (or that other markup) opened, and gives it."""
        anchor = next((a for a in reversed(self.pending) if (a.kind == "html") == html), None)
        if anchor is None:
            return None
        self.pending.remove(anchor)
        anchor.end = max(anchor.end, end)
        if anchor.block is leaf:
            anchor.text_end = length
        return anchor

    def enter(self, leaf: Block) -> None:
        """A leaf begins: pending links that had no words yet continue in it."""
        for anchor in self.pending:
            if anchor.text_end <= anchor.text_start and anchor.alt is None:
                anchor.block, anchor.text_start, anchor.text_end = leaf, 0, 0

    def leave(self, leaf: Block, length: int) -> None:
        """A leaf ends with so many characters: what of pending links stands in it is settled."""
        for anchor in self.pending:
            if anchor.block is leaf:
                anchor.text_end = length
                anchor.end = max(anchor.end, leaf.end)

    def drop(self, leaf: Block) -> None:
        """A leaf was taken out of the tree."""
        for anchor in self.pending:
            if anchor.block is leaf:
                anchor.block = None

    def picture(self, alt: str) -> None:
        """An image stands here: it is something to click on."""
        for anchor in self.pending:
            anchor.alt = f"{anchor.alt} {alt}" if anchor.alt else alt

    def bare(self, address: str, block: Block, start: int, end: int, because: str) -> None:
        """Adds an address that stands in the text of ``block``; ``because`` says why it is no link, if it is none."""
        anchor = Anchor(address, 0, "bare", frozenset())
        anchor.start, anchor.end = block.text.origin(start, end)
        anchor.block, anchor.text_start, anchor.text_end, anchor.because = block, start, end, because
        self.all.append(anchor)

    def unseen(self, address: str, place: tuple[int, int], whole: Block) -> None:
        """Adds the definition of a reference that nothing refers to."""
        anchor = Anchor(address, place[0], "reference", frozenset())
        anchor.end, anchor.definition, anchor.block, anchor.because = place[1], place, whole, UNUSED
        self.all.append(anchor)

    def links(self, whole: Block) -> list[Link]:
        """The finished links in order."""
        return [_link(anchor, anchor.block or whole) for anchor in sorted(self.all, key=lambda a: (a.start, a.end))]


def _link(anchor: Anchor, block: Block) -> Link:
    length = len(block.text)
    start, end = min(anchor.text_start, length), min(anchor.text_end, length)
    because = anchor.because or _why_not(anchor, block.text.value[start:end])
    return Link(
        anchor.address, anchor.start, anchor.end, block, start, end, anchor.kind, anchor.rel, not because, because,
        anchor.definition, anchor.alt or "",
    )  # fmt: skip


def _why_not(anchor: Anchor, words: str) -> str:
    if not anchor.address:
        return "it has no address"
    if anchor.alt is None and anchor.kind != "shortcode" and not words.strip():
        return "it has no words to click on"
    return ""
