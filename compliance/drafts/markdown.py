"""Markdown: the parser's events, with their bytes, become the tree's blocks, with their code points."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pyromark

from compliance.drafts import tags
from compliance.drafts.components import Components, is_address, kind_of_box
from compliance.drafts.elements import Elements
from compliance.drafts.offsets import Offsets
from compliance.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable

    from compliance.drafts.anchors import LinkKind
    from compliance.drafts.builder import Builder, Entry
    from compliance.drafts.model import BlockKind
    from compliance.drafts.shortcodes import Shortcodes

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_GFM
)
_CONTAINERS: dict[str, BlockKind] = {
    "Item": "item", "Table": "table", "TableHead": "row", "TableRow": "row", "TableCell": "cell", "List": "list",
    "FootnoteDefinition": "footnote", "BlockQuote": "quotation", "DefinitionList": "list",
    "DefinitionListDefinition": "item",
}  # fmt: skip
_PARAGRAPHS = ("Paragraph", "DefinitionListTitle")
_MARKS = {"Emphasis": "em", "Strong": "strong", "Strikethrough": "del"}
_CALLOUT = expression(r"[> \t]{0,64}+\[!([\w-]++)\][+-]?[ \t]*+")
_LINE_END = expression(r"[ \t]*(?:[\r\n]|\Z)")
_LINE_BREAK = expression(r"\r\n|\r|\n")
_SPACES = expression(r" {2,}")
_QUOTING_CALLOUTS = ("quote", "cite")
_LINK_KINDS: dict[str, LinkKind] = {"Inline": "inline", "Autolink": "autolink", "Email": "autolink"}


class MarkdownReader:
    """Feeds a builder with the Markdown from ``base`` on. ``shortcodes`` has the file's masked text."""

    def __init__(self, builder: Builder, base: int, shortcodes: Shortcodes) -> None:
        self.builder = builder
        self.base = base
        self.shortcodes = shortcodes
        self.masked = shortcodes.masked
        self.elements = Elements(builder, self._words)
        self.components = Components(builder)
        self._ends: list[Callable[[int], None]] = []
        self._lines: list[tuple[int, int]] = []
        self._alt: list[str] | None = None
        self._definitions: dict[str, tuple[str, tuple[int, int]]] = {}
        self._referred: set[str] = set()
        self._skip_to = 0
        self._title_end = -1
        self._at = Offsets("", b"")

    def read(self) -> None:
        """Reads it all."""
        body = self.masked[self.base :]
        self._at = Offsets(body, body.encode())
        self._read_definitions(body)
        at, base = self._at, self.base
        for event, span in pyromark.events_with_range(body, options=OPTIONS):
            start, end = at(span["start"]) + base, at(span["end"]) + base
            if isinstance(event, str):
                getattr(self, f"_{event.lower()}")(start, end)
            else:
                ((name, value),) = event.items()
                getattr(self, f"_{name.lower()}")(value, start, end)
        self._add_unused()

    # containers and leaves

    def _start(self, what: Any, start: int, end: int) -> None:
        if what in _PARAGRAPHS:
            self._open_leaf("paragraph", start, end, {})
            return
        name = what if isinstance(what, str) else next(iter(what))
        if name in _MARKS:
            self._open_mark(_MARKS[name], start)
        elif name in _CONTAINERS:
            self._open(name, None if isinstance(what, str) else what[name], start, end)
        else:
            getattr(self, f"_start_{name.lower()}")(None if isinstance(what, str) else what[name], start, end)

    def _end(self, _: Any, start: int, end: int) -> None:  # noqa: ARG002
        self._ends.pop()(end)

    def _open_leaf(self, kind: BlockKind, start: int, end: int, attributes: dict[str, str]) -> None:
        leaf = self.builder.open_leaf(kind, start, attributes)
        leaf.end = end
        self._ends.append(self._end_paragraph)

    def _end_paragraph(self, end: int) -> None:
        self._end_title(self.builder.trim(end))
        self.builder.end_leaf(end)

    def _end_title(self, at: int) -> None:
        """The first line of a box that quotes says whom."""
        if at == self._title_end and self.builder.leaf is not None:
            self.builder.leaf.kind = "caption"
            self.builder.end_leaf(at)

    def _open_mark(self, name: str, start: int) -> None:
        if self._alt is None:
            self.builder.need_leaf(start)
            self.builder.open_mark(name)
        self._ends.append(lambda _: self.builder.close_mark(name))

    def _open(self, name: str, value: Any, start: int, end: int) -> None:
        attributes: dict[str, str] = {}
        kind = _CONTAINERS[name]
        if name == "BlockQuote":
            kind, attributes = self._quotation(start, end)
        elif name == "FootnoteDefinition":
            attributes["label"] = value
        elif name == "Item":
            kind, attributes = self._item(start)
        elif name == "List" and value is not None:
            attributes["start"] = str(value)
        elif name == "TableHead":
            attributes["head"] = "true"
        entry = self.builder.open(kind, start, attributes)
        if name == "FootnoteDefinition" and entry is not None:
            self.builder.footnotes.setdefault(value, entry.block)
        self.elements.enter()
        self._ends.append(lambda end: self._close(entry, end))

    def _close(self, entry: Entry | None, end: int) -> None:
        self.builder.close(entry, end)
        self.elements.leave()

    def _quotation(self, start: int, end: int) -> tuple[BlockKind, dict[str, str]]:
        """A block quotation, or one of the boxes that are written alike: ``> [!NOTE]``."""
        match = _CALLOUT.match(self.masked, start, end)
        if match is None:
            return "quotation", {}
        self._skip_to = match.end()
        if match[1].lower() not in _QUOTING_CALLOUTS:
            return "callout", {"class": match[1].lower()}
        line = _LINE_END.search(self.masked, match.end())
        self._title_end = line.start() if line else end
        return "quotation", {"class": match[1].lower()}

    def _item(self, start: int) -> tuple[BlockKind, dict[str, str]]:
        code = self.shortcodes.starting(start, start + 1)
        if code is None or code.mask != "item":
            return "item", {"marker": self.masked[start : start + 12].split(maxsplit=1)[0]}
        kind, name = kind_of_box(self.builder.text[slice(*code.inside)])
        return kind, {"class": name}

    def _start_heading(self, value: Any, start: int, end: int) -> None:
        attributes = {"level": value["level"][1]}
        if value["classes"]:
            attributes["class"] = " ".join(value["classes"])
        self._open_leaf("heading", start, end, attributes)

    def _start_codeblock(self, value: Any, start: int, end: int) -> None:
        language = value["Fenced"] if isinstance(value, dict) else ""
        self._open_leaf("code", start, end, {"class": language} if language else {})

    def _rule(self, start: int, end: int) -> None:
        if code := self.shortcodes.starting(start, end):
            self.components.act(code)
            return
        self.builder.end_leaf()
        self.builder.add("rule", start, self.builder.trim(end))

    # words

    def _text(self, value: str, start: int, end: int) -> None:
        if self._alt is not None:
            self._alt.append(value)
        elif start < self._skip_to:
            skipped = self._skip_to - start
            self._words(value[skipped:], self._skip_to, max(end, self._skip_to))
        elif self.builder.leaf is not None and self.builder.leaf.kind == "code":
            original = self.builder.text[start:end]
            self.builder.write_code(original if len(original) == len(value) else value, start, end)
        else:
            self._words(value, start, end)

    def _words(self, value: str, start: int, end: int) -> None:
        if not self.shortcodes.spans or len(value) != end - start:
            self.builder.write(value, start, end)
            return
        for first, last, code in self.shortcodes.split(start, end):
            if code is not None:
                self.components.act(code)
            elif self.builder.leaf is not None or value[first - start : last - start].strip():
                self.builder.write(value[first - start : last - start], first, last)

    def _code(self, value: str, start: int, end: int) -> None:
        if self._alt is not None:
            self._alt.append(value)
            return
        source = self.builder.text[start:end]
        ticks = len(source) - len(source.lstrip("`"))
        inner = source[ticks : len(source) - ticks]
        before, after = _padding(inner)
        words = _LINE_BREAK.sub(" ", inner[before : len(inner) - after])
        if words.split() != value.split():  # the marks of a quotation or a list stand within
            self.builder.write_code(_SPACES.sub(" ", value), start, end)
            return
        self.builder.write_code(words, start + ticks + before, end - ticks - after)

    def _softbreak(self, start: int, end: int) -> None:
        if self._alt is not None:
            self._alt.append(" ")
        else:
            self._end_title(start)
            self.builder.space(start, end)

    def _hardbreak(self, start: int, end: int) -> None:
        if self._alt is not None:
            self._alt.append(" ")
        else:
            self.builder.line_break(start, end)

    def _tasklistmarker(self, _: object, start: int, end: int) -> None:  # noqa: ARG002
        self.builder.need_leaf(start)

    def _footnotereference(self, label: str, start: int, end: int) -> None:
        if self._alt is None:
            self.builder.footnote_reference(label, start, end)

    # links and images

    def _start_link(self, value: Any, start: int, end: int) -> None:
        if self._alt is not None:
            self._ends.append(_nothing)
            return
        kind = _LINK_KINDS.get(value["link_type"], "reference")
        address = self._address(value, start, end)
        if value["link_type"] == "Email":
            address = f"mailto:{address}"
        anchor = self.builder.open_link(address, start, kind)
        if kind == "reference":
            anchor.definition = self._definition(value["id"])
        if value["link_type"] == "Collapsed":
            self._ends.append(lambda end: self.builder.close_link(end + 2))
        else:
            self._ends.append(self.builder.close_link)

    def _address(self, value: Any, start: int, end: int) -> str:
        """The address as written, where a shortcode in it was masked."""
        address: str = value["dest_url"]
        if self.shortcodes.spans and self.shortcodes.starting(start, end):
            at = self.masked.rfind(address, start, end)
            if at >= 0:
                return self.builder.text[at : at + len(address)]
        return address

    def _definition(self, label: str) -> tuple[int, int] | None:
        label = _label(label)
        self._referred.add(label)
        found = self._definitions.get(label)
        return found[1] if found else None

    def _read_definitions(self, body: str) -> None:
        if "]:" in body:
            for label, found in pyromark.reference_definitions(body, options=OPTIONS).items():
                start, end = (self._at(found["span"][edge]) + self.base for edge in ("start", "end"))
                self._definitions[_label(label)] = (found["dest"], (start, self.builder.trim(end)))

    def _add_unused(self) -> None:
        """Definitions that no link refers to cannot be seen."""
        for label, (address, place) in self._definitions.items():
            if label not in self._referred and is_address(address):
                self.builder.anchors.unseen(address, place, self.builder.blocks[0])

    def _start_image(self, value: Any, start: int, end: int) -> None:
        if self._alt is not None:
            self._ends.append(_nothing)
            return
        self._alt = []
        address = self._address(value, start, end)
        self._ends.append(lambda end: self._end_image(address, value["title"], start, end))

    def _end_image(self, address: str, title: str, start: int, end: int) -> None:
        alt, self._alt = "".join(self._alt or ()), None
        self.builder.image(address, alt, start, end, {"title": title} if title else {})

    # raw HTML

    def _start_htmlblock(self, _: Any, start: int, end: int) -> None:  # noqa: ARG002
        self.builder.end_leaf()
        self._lines = []
        self._ends.append(self._end_html)

    def _html(self, _: str, start: int, end: int) -> None:
        self._lines.append((start, end))

    def _end_html(self, end: int) -> None:  # noqa: ARG002
        if self._lines:
            gaps = [(a[1], b[0]) for a, b in pairwise(self._lines) if a[1] < b[0]]
            region = _region(self.masked, self._lines)
            self.elements.feed(tags.scan(region, self._lines[0][0], self.builder.text), gaps)

    def _inlinehtml(self, value: str, start: int, end: int) -> None:
        if self._alt is None and not value.startswith("<![CDATA["):
            self.elements.feed(tags.scan(self.masked[start:end], start, self.builder.text))


def _region(text: str, lines: list[tuple[int, int]]) -> str:
    """The lines and, instead of the marks of containers between them, spaces."""
    parts: list[str] = []
    at = lines[0][0]
    for start, end in lines:
        parts += (" " * (start - at), text[start:end])
        at = end
    return "".join(parts)


def _label(label: str) -> str:
    return " ".join(label.split()).casefold()


def _nothing(_: int) -> None:
    """Ends what was left out."""


def _padding(inner: str) -> tuple[int, int]:
    """How many characters at either end of a code span are its padding: a space or a line break at both, or nothing."""
    if not inner.strip() or inner[0] not in " \r\n" or inner[-1] not in " \r\n":
        return 0, 0
    return 1 + inner.startswith("\r\n"), 1 + inner.endswith("\r\n")
