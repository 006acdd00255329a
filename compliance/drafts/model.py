"""What every reader makes of a file: blocks, links, images, quotations and front matter, each with its place.

All places are code points of the decoded file (without a byte order mark), end exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, Literal

from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.report import Problem

FileKind = Literal["markdown", "html", "text"]
BlockKind = Literal[
    "document", "section", "paragraph", "heading", "quotation", "list", "item", "code", "table", "row", "cell",
    "figure", "caption", "footnote", "callout", "embed", "aside", "comment", "rule",
]  # fmt: skip


class Text:
    """Rendered text in which every character knows its place in the file.

    Made of pieces ``(text_start, file_start, file_end)``, sorted; a piece is *verbatim* when it is as long in the file
    as in the text, else *atomic* (an entity, a soft break): any part of it maps to the whole of it.
    """

    __slots__ = ("_ends", "_file_starts", "_starts", "value")

    def __init__(self, value: str, pieces: Sequence[tuple[int, int, int]]) -> None:
        self.value = value
        self._starts = [p[0] for p in pieces]
        self._file_starts = [p[1] for p in pieces]
        self._ends = [p[2] for p in pieces]

    def __len__(self) -> int:
        return len(self.value)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The place in the file of ``value[start:end]`` (an empty range maps to an empty place)."""
        first = self._place(start)[0]
        return (first, first) if start >= end else (first, self._place(end - 1)[1])

    def pieces(self) -> Iterator[tuple[int, int, int]]:
        """The pieces ``(text_start, file_start, file_end)`` in order."""
        return zip(self._starts, self._file_starts, self._ends, strict=True)

    def _place(self, index: int) -> tuple[int, int]:
        if not self._starts:
            return (0, 0)
        at = max(0, bisect_right(self._starts, index) - 1)
        start, begin, end = self._starts[at], self._file_starts[at], self._ends[at]
        stop = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.value)
        if end - begin != stop - start:
            return (begin, end)
        return (begin + index - start, begin + index - start + 1)


@dataclass(slots=True, eq=False)
class Block:
    """A block of the draft; containers have children, leaves have text.

    ``index`` is its place in ``Draft.blocks`` (document order, parents before children). ``attributes`` hold what the
    source says of it: ``level`` (headings), ``cite``, ``class``, ``title``, ``marker`` (list item), ``label``
    (footnote), ``tag`` (the HTML element or component that it is). ``opaque`` are ranges of ``text`` that are code:
    visible, but never a quotation. ``marks`` are the inline elements ``(name, start, end)`` of ``text`` by their HTML
    names: ``em``, ``strong``, ``del``, ``cite``, ``q``, ``mark`` ...; ``cites`` the addresses ``(cite, start, end)``
    that ``<q>`` elements give.
    """

    kind: BlockKind
    start: int
    end: int
    index: int = 0
    parent: Block | None = None
    children: list[Block] = field(default_factory=list)
    text: Text = field(default_factory=lambda: Text("", ()))
    attributes: dict[str, str] = field(default_factory=dict)
    opaque: list[tuple[int, int]] = field(default_factory=list)
    marks: list[tuple[str, int, int]] = field(default_factory=list)
    cites: list[tuple[str, int, int]] = field(default_factory=list)

    def inside(self, *kinds: BlockKind) -> Block | None:
        """The nearest enclosing block (or itself) of one of these kinds, or None."""
        block: Block | None = self
        while block is not None and block.kind not in kinds:
            block = block.parent
        return block


_CLOSED: Final = frozenset({"nofollow", "ugc", "sponsored", "noindex"})


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """A link, or what looks like one.

    ``block`` is the leaf it stands in (the document for a definition that nothing refers to), ``text_start`` and
    ``text_end`` its anchor in that block's text. ``active``: a reader of the rendered page can click it; otherwise
    ``inactive_because`` says why not. ``rel`` holds the lower-cased tokens, with ``noindex`` added inside a
    ``<noindex>`` element or between the comments that stand for it. ``definition`` is the place of a reference's
    definition. ``alt`` is the alternative text of the images inside the anchor.
    """

    address: str
    start: int
    end: int
    block: Block
    text_start: int
    text_end: int
    kind: Literal["inline", "reference", "autolink", "bare", "html", "shortcode"] = "inline"
    rel: frozenset[str] = frozenset()
    active: bool = True
    inactive_because: str = ""
    definition: tuple[int, int] | None = None
    alt: str = ""

    @property
    def closed_by(self) -> frozenset[str]:
        """The tokens of ``rel`` that keep search engines from following it."""
        return self.rel & _CLOSED

    @property
    def anchor(self) -> str:
        """The words a reader clicks on; for a linked image its alternative text."""
        return self.block.text.value[self.text_start : self.text_end] or self.alt


@dataclass(frozen=True, slots=True, eq=False)
class Image:
    """An image: address, alternative text, title, place, and the leaf block it stands in."""

    address: str
    alt: str
    start: int
    end: int
    block: Block
    title: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A raw HTML start tag that means more than its words: ``img``, ``script``, ``link``, ``meta``, ``iframe`` ...

    ``attributes`` have lower-cased names; a ``title`` has its words in ``text``.
    """

    name: str
    start: int
    end: int
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Slice:
    """A range of one leaf block's text."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The rendered words."""
        return self.block.text.value[self.start : self.end]

    @property
    def origin(self) -> tuple[int, int]:
        """Its place in the file."""
        return self.block.text.origin(self.start, self.end)


@dataclass(frozen=True, slots=True, eq=False)
class Quotation:
    """Words that the draft itself marks as another's: a block quotation, or a run in quotation marks.

    ``slices`` leave out the outer quotation marks. ``container`` is the block quotation's block;
    ``cite`` the address that a ``<q>`` element gives.
    """

    how: Literal["block-quotation", "quotation-marks"]
    start: int
    end: int
    slices: tuple[Slice, ...]
    container: Block | None = None
    cite: str = ""

    @property
    def text(self) -> str:
        """The rendered words, blocks parted by a blank line."""
        return "\n\n".join(s.text for s in self.slices)


@dataclass(frozen=True, slots=True)
class Entry:
    """One scalar of the front matter: its path of keys (list items by number), its value, and the value's place."""

    path: tuple[str, ...]
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The metadata at a file's head; ``data`` is plain data (dict, list, str, int, float, bool, None; dates as str)."""

    data: dict[str, object] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    start: int = 0
    end: int = 0

    def get(self, *path: str) -> Entry | None:
        """The scalar at this path of keys, or None."""
        return next((e for e in self.entries if e.path == path), None)


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A file as its reader understood it."""

    path: str
    text: str
    kind: FileKind
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    tags: tuple[Tag, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    front_matter: FrontMatter = FrontMatter()
    footnotes: dict[str, Block] = field(default_factory=dict)
    footnote_references: tuple[tuple[str, Block, int], ...] = ()
    problems: tuple[Problem, ...] = ()

    def leaves(self) -> Iterator[Block]:
        """The blocks that hold text, in document order (code and comments left out)."""
        return (b for b in self.blocks if b.text.value and b.kind not in ("code", "comment"))
