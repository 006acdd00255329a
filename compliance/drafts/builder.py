"""Puts a draft's tree together: a reader tells it, in the file's order, what opens, what closes and what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from compliance.drafts.anchors import Anchor, Anchors
from compliance.drafts.model import Block, Image, Tag
from compliance.drafts.run import BLANK, Run

if TYPE_CHECKING:
    from compliance.drafts.anchors import LinkKind
    from compliance.drafts.model import BlockKind

DEEPEST = 100
HIDDEN = "it stands in a part of the page that is not shown"
_OWN_TEXT = ("cell", "caption")

Owner = Literal["markup", "html"]


class Entry:
    """An open container: its block, the HTML tag that opened it (or nothing), and whether it is still open."""

    __slots__ = ("block", "open", "owner", "tag")

    def __init__(self, block: Block, tag: str, owner: Owner) -> None:
        self.block = block
        self.tag = tag
        self.owner = owner
        self.open = True


class Builder:
    """The tree while it grows. Containers nest at most ``DEEPEST`` deep; what is deeper is laid into the last one.

    ``hidden`` is set while nothing that comes can be seen; words are then dropped, and links are not active.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks = [Block("document", 0, len(text))]
        self.stack = [Entry(self.blocks[0], "", "markup")]
        self.anchors = Anchors()
        self.images: list[Image] = []
        self.tags: list[Tag] = []
        self.footnotes: dict[str, Block] = {}
        self.footnote_references: list[tuple[str, Block, int]] = []
        self.too_deep: int | None = None
        self.hidden = False
        self.leaf: Block | None = None
        self.run = Run(0)
        self._marks: list[tuple[str, int, str]] = []
        self._kept = False
        self._trimmed = (-1, -1)

    # containers

    @property
    def top(self) -> Block:
        """The innermost open container."""
        return self.stack[-1].block

    def open(
        self,
        kind: BlockKind,
        start: int,
        attributes: dict[str, str] | None = None,
        tag: str = "",
        owner: Owner = "markup",
    ) -> Entry | None:
        """Opens a container; None when it lies too deep and was left out."""
        self.end_leaf()
        if len(self.stack) > DEEPEST:
            self.too_deep = start if self.too_deep is None else self.too_deep
            return None
        entry = Entry(self.add(kind, start, start, attributes), tag, owner)
        self.stack.append(entry)
        return entry

    def close(self, entry: Entry | None, end: int) -> None:
        """Closes a container and all that is open inside it."""
        self.end_leaf()
        end = self.trim(end)
        while entry is not None and entry.open:
            last = self.stack.pop()
            last.open = False
            last.block.end = max(end, last.block.start)

    def add(self, kind: BlockKind, start: int, end: int, attributes: dict[str, str] | None = None) -> Block:
        """Adds a block to the innermost container, without opening it."""
        block = Block(kind, start, end, len(self.blocks), self.top, attributes=attributes or {})
        self.top.children.append(block)
        self.blocks.append(block)
        return block

    def trim(self, end: int) -> int:
        """``end`` without the white space before it."""
        if self._trimmed[0] != end:
            at = end
            while at > 0 and self.text[at - 1] in BLANK:
                at -= 1
            self._trimmed = (end, at)
        return self._trimmed[1]

    # leaves

    def open_leaf(self, kind: BlockKind, start: int, attributes: dict[str, str] | None = None) -> Block:
        """Starts a block of text."""
        self.end_leaf()
        return self._begin(self.add(kind, start, start, attributes))

    def need_leaf(self, start: int) -> Block:
        """The open block of text; where there is none, a paragraph (or the cell itself) begins."""
        if self.leaf is not None:
            return self.leaf
        top = self.top
        if top.kind in _OWN_TEXT and not top.children and not top.text.value:
            return self._begin(top)
        return self._begin(self.add("paragraph", start, start))

    def keep_leaf(self, start: int) -> Block:
        """Like ``need_leaf``, for something that keeps the leaf in the tree though it has no words."""
        leaf = self.need_leaf(start)
        self._kept = True
        return leaf

    def _begin(self, leaf: Block) -> Block:
        self.leaf = leaf
        self._kept = leaf is self.top or leaf.kind != "paragraph"
        self.run = Run(leaf.start)
        self.anchors.enter(leaf)
        return leaf

    def end_leaf(self, end: int | None = None) -> None:
        """Ends the block of text, if one is open. A paragraph that holds nothing at all vanishes."""
        leaf = self.leaf
        if leaf is None:
            return
        while self._marks:
            self.close_mark(self._marks[-1][0])
        leaf.text = self.run.text(exact=leaf.kind == "code")
        leaf.marks = [(name, s, min(e, self.run.length)) for name, s, e in leaf.marks if s < self.run.length]
        leaf.cites = [(cite, s, min(e, self.run.length)) for cite, s, e in leaf.cites if s < self.run.length]
        self.leaf = None
        if leaf is not self.top:
            leaf.end = max(leaf.start, self.run.reach if end is None else self.trim(end))
        self.anchors.leave(leaf, self.run.length)
        if not self.run.length and not self._kept and leaf is self.blocks[-1]:
            self.blocks.pop()
            self.top.children.pop()
            self.anchors.drop(leaf)

    # what is said in a leaf

    def write(self, value: str, start: int, end: int) -> None:
        """Adds words that stand at ``start`` to ``end``."""
        if self.hidden:
            return
        if value[:1] in BLANK and (self.leaf is None or self.run.after_blank()):
            stripped = value.lstrip(BLANK)
            if len(value) == end - start:
                start += len(value) - len(stripped)
            value = stripped
        if value:
            self.need_leaf(start)
            self.run.append(value, start, end)

    def write_code(self, value: str, start: int, end: int) -> None:
        """Adds words of code, with every space."""
        if self.hidden or not value:
            return
        leaf = self.need_leaf(start)
        if leaf.kind != "code":
            leaf.opaque.append((self.run.length, self.run.length + len(value)))
        self.run.append(value, start, end)

    def space(self, start: int, end: int) -> None:
        """Adds one space for the white space at ``start`` to ``end``, unless a space stands there already."""
        if not self.hidden and self.leaf is not None and not self.run.after_blank():
            self.run.append(" ", start, end)

    def line_break(self, start: int, end: int, *, splits: bool = False) -> None:
        """Adds a line break; where it ``splits``, a second one on end starts a new paragraph."""
        leaf = self.leaf
        if self.hidden or leaf is None or not self.run.length:
            return
        if not self.run.after_break():
            self.run.append("\n", start, end)
        elif splits and leaf.kind == "paragraph" and not self.anchors.pending:
            self.end_leaf()
            self._begin(self.add("paragraph", end, end, dict(leaf.attributes)))

    def open_mark(self, name: str, cite: str = "") -> None:
        """Begins an inline element of the leaf, or of the next one; ``cite`` is the address that it gives."""
        self._marks.append((name, self.run.length if self.leaf is not None else 0, cite))

    def close_mark(self, name: str) -> None:
        """Ends the innermost inline element of this name, if one is open."""
        for at in range(len(self._marks) - 1, max(-1, len(self._marks) - 20), -1):
            if self._marks[at][0] == name:
                _, start, cite = self._marks.pop(at)
                if self.leaf is not None and self.run.length > start:
                    self.leaf.marks.append((name, start, self.run.length))
                    if cite:
                        self.leaf.cites.append((cite, start, self.run.length))
                return

    # links and images

    def open_link(self, address: str, start: int, kind: LinkKind, rel: frozenset[str] = frozenset()) -> Anchor:
        """Begins a link."""
        anchor = Anchor(address, start, kind, rel)
        if self.hidden:
            anchor.because = HIDDEN
            self.anchors.open(anchor, self.top, 0)
        else:
            leaf = self.need_leaf(start)
            self.anchors.open(anchor, leaf, self.run.length)
        return anchor

    def close_link(self, end: int, *, html: bool = False) -> None:
        """Ends the innermost open link of its kind, HTML or Markdown; without an ``end`` it ends with its words."""
        if not end and self.leaf is not None:
            end = self.run.reach
        anchor = self.anchors.close(end, self.leaf, self.run.length, html=html)
        if anchor is not None and anchor.block is self.leaf:
            self._kept = True
            self.run.reach = max(self.run.reach, end)

    def image(self, address: str, alt: str, start: int, end: int, attributes: dict[str, str]) -> None:
        """Adds an image."""
        block = self.top if self.hidden else self.keep_leaf(start)
        self.images.append(Image(address, alt, start, end, block, attributes.get("title", ""), attributes))
        self.anchors.picture(alt)
        self.run.reach = max(self.run.reach, end)

    def footnote_reference(self, label: str, start: int, end: int) -> None:
        """Adds the marker of a footnote; it is no part of the text."""
        leaf = self.need_leaf(start)
        self.footnote_references.append((label, leaf, self.run.length))
        self.run.reach = max(self.run.reach, end)
