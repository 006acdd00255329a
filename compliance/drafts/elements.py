"""What HTML elements mean for a draft's tree, in HTML files and in the raw HTML of Markdown alike."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from compliance.drafts import tags
from compliance.drafts.model import Tag
from compliance.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from compliance.drafts.builder import Builder, Entry
    from compliance.drafts.model import Block, BlockKind
    from compliance.drafts.tags import Token

_SECTIONS: dict[str, BlockKind] = dict.fromkeys(
    ("div", "section", "article", "main", "details", "center", "form", "fieldset", "address", "hgroup", "dialog",
     "header", "footer", "search", "body"), "section",
)  # fmt: skip
CONTAINERS: dict[str, BlockKind] = _SECTIONS | {
    "ul": "list", "ol": "list", "menu": "list", "dl": "list", "li": "item", "dd": "item", "dt": "item",
    "table": "table", "tr": "row", "td": "cell", "th": "cell", "caption": "caption",
    "figure": "figure", "figcaption": "caption", "nav": "aside", "aside": "aside", "blockquote": "quotation",
}  # fmt: skip
_HEADINGS: dict[str, BlockKind] = dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading")
_LEAVES: dict[str, BlockKind] = _HEADINGS | {
    "p": "paragraph", "summary": "paragraph", "legend": "paragraph", "pre": "code", "listing": "code",
}  # fmt: skip
_MARKS = frozenset(
    ("cite", "q", "del", "s", "strike", "ins", "em", "i", "strong", "b", "mark", "sup", "sub", "code", "small")
)
_KEPT = frozenset(
    ("img", "script", "link", "meta", "iframe", "time", "video", "audio", "source", "embed", "object", "base", "svg",
     "canvas")
)  # fmt: skip
_UNSEEN = frozenset(
    ("script", "style", "template", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "head", "svg", "math",
     "select", "button", "object", "canvas", "audio", "video")
)  # fmt: skip
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_IMPLIED_END = {
    "li": ("li", ("ul", "ol", "menu")), "dt": ("dt", ("dl",)), "dd": ("dd", ("dl",)), "tr": ("tr", ("table",)),
    "td": ("td", ("tr", "table")), "th": ("th", ("tr", "table")),
}  # fmt: skip
_EMBED = expression(
    r"(?:^|[\s_-])(?:twitter|tweet|instagram|mastodon|bluesky|tiktok|reddit|fb|imgur|threads|text-post|tumblr|wp-embedded)"
    r"(?:$|[\s_-])", re.IGNORECASE,
)  # fmt: skip
_CALLOUT = expression(
    r"(?:^|[\s_-])(?:callout|admonition|alert|notice|note|warning|tip|info|prompt)(?:$|[\s_-])", re.IGNORECASE
)
_COMMENTS = expression(
    r"(?:^|\s)(?:comments|comments-area|comment-list|commentlist|comment-respond|respond|disqus_thread)(?:$|\s)",
    re.IGNORECASE,
)
_UNDISPLAYED = expression(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_NOINDEX = expression(r"<!--\s*(/?)noindex\s*-->", re.IGNORECASE)
_BLANKS = expression(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")


class Elements:
    """Feeds a builder with the tokens of HTML. ``write`` puts visible words into it."""

    def __init__(self, builder: Builder, write: Callable[[str, int, int], None] | None = None) -> None:
        self.builder = builder
        self.write = write or builder.write
        self._opened: list[Counter[str]] = [Counter()]
        self._too_deep: Counter[str] = Counter()
        self._unseen: tuple[str, int] | None = None
        self._notes: set[str] = set()
        self._gaps: Sequence[tuple[int, int]] = ()

    def feed(self, tokens: Iterable[Token], gaps: Sequence[tuple[int, int]] = ()) -> None:
        """Takes in tokens, in order; ``gaps`` are ranges of the file inside them that are not HTML."""
        self._gaps = gaps
        for token in tokens:
            getattr(self, f"_{token.kind}")(token)

    def enter(self) -> None:
        """A container of other markup begins: end tags inside it close nothing outside it."""
        self._opened.append(Counter())

    def leave(self) -> None:
        """That container ends."""
        self._opened.pop()

    def _text(self, token: Token) -> None:
        if self._unseen is not None:
            return
        at = token.start
        for gap_start, gap_end in self._gaps[bisect_left(self._gaps, (at, at)) :]:
            if gap_start >= token.end:
                break
            self.words(at, gap_start)
            at = gap_end
        self.words(at, token.end)

    def words(self, start: int, end: int) -> None:
        """Adds the text between two places, its white space collapsed and its references decoded."""
        at = start
        for first, last, value in tags.references(self.builder.text, start, end):
            self._spaced(at, first)
            self.write(value, first, last)
            at = last
        self._spaced(at, end)

    def _spaced(self, start: int, end: int) -> None:
        text, builder = self.builder.text, self.builder
        if builder.leaf is not None and builder.leaf.kind == "code":
            self.write(text[start:end], start, end)
            return
        at = start
        for blank in _BLANKS.finditer(text, start, end):
            if blank.start() > at:
                self.write(text[at : blank.start()], at, blank.start())
            builder.space(*blank.span())
            at = blank.end()
        if at < end:
            self.write(text[at:end], at, end)

    def _raw(self, token: Token) -> None:
        if token.name.lower() == "title" and self.builder.tags and self.builder.tags[-1].name == "title":
            words = self.builder.text[token.start : token.end]
            self.builder.tags[-1].attributes["text"] = " ".join(tags.decode(words).split())

    def _comment(self, token: Token) -> None:
        if not self.builder.hidden and self.builder.text.startswith("<!--", token.start):
            comment(self.builder, token.start, token.end)
        if edge := _NOINDEX.fullmatch(self.builder.text, token.start, token.end):
            self._noindex(opens=not edge[1])

    def _noindex(self, *, opens: bool) -> None:
        """What search engines must leave out begins or ends here: an element, or a comment in its place."""
        anchors = self.builder.anchors
        anchors.noindex = max(0, anchors.noindex + (1 if opens else -1))

    def _start(self, token: Token) -> None:
        name, attributes = token.name.lower(), token.attributes or {}
        if name in _KEPT or name == "title":
            self.builder.tags.append(Tag(name, token.start, token.end, attributes))
        if name == "img":
            self._image(token, attributes)
        if self._unseen is not None and self._unseen[0] == "head" and (name in CONTAINERS or name in _LEAVES):
            self._unseen, self.builder.hidden = None, False  # the body begins, whether the head was closed or not
        if self._unseen is not None:
            if name == self._unseen[0] and not token.closed:
                self._unseen = (name, self._unseen[1] + 1)
        elif name not in _VOID and (name in _UNSEEN or _is_hidden(attributes)):
            if not token.closed:
                self._unseen = (name, 1)
                self.builder.hidden = True
        else:
            self._visible(name, token, attributes)
        if name == "a" and self.builder.hidden and self._unseen != ("a", 1):
            self._link(token, attributes)

    def _visible(self, name: str, token: Token, attributes: dict[str, str]) -> None:
        if name in CONTAINERS:
            self._container(name, token, attributes)
        elif name in _LEAVES:
            if name in _HEADINGS:
                attributes = {**attributes, "level": name[1]}
            kind: BlockKind = "footnote" if attributes.get("id", "") in self._notes else _LEAVES[name]
            leaf = self.builder.open_leaf(kind, token.start, attributes)
            leaf.end = token.end
            if kind == "footnote":
                self.builder.footnotes.setdefault(attributes["id"], leaf)
        elif name == "a":
            self._anchor(token, attributes)
        elif name == "br":
            self.builder.line_break(token.start, token.end, splits=True)
        elif name == "hr":
            self.builder.end_leaf()
            self.builder.add("rule", token.start, token.end, attributes)
        elif name == "noindex":
            self._noindex(opens=True)
        elif name in _MARKS:
            self.builder.open_mark(name, attributes.get("cite", "").strip() if name == "q" else "")

    def _container(self, name: str, token: Token, attributes: dict[str, str]) -> None:
        if name in _IMPLIED_END:
            self._end_implied(*_IMPLIED_END[name], token.start)
        kind = self._kind(name, attributes)
        entry = self.builder.open(kind, token.start, {**attributes, "tag": name}, name, "html")
        if entry is None:
            self._too_deep[name] += 1
        else:
            entry.block.end = token.end
            self._opened[-1][name] += 1
            if kind == "footnote" and "id" in attributes:
                self.builder.footnotes.setdefault(attributes["id"], entry.block)

    def _kind(self, name: str, attributes: dict[str, str]) -> BlockKind:
        label = attributes.get("class", "")
        if attributes.get("id", "") in self._notes or (self._notes and _is_note(attributes)):
            return "footnote"
        if name == "blockquote":
            return quotation_kind(label)
        if _COMMENTS.search(label) or _COMMENTS.search(attributes.get("id", "")):
            return "aside"
        if name in ("header", "footer"):
            return self._margin()
        if name == "aside" and not any(entry.tag == "body" for entry in self.builder.stack):
            return "callout"  # a note in an article, not the frame of a page
        return CONTAINERS[name]

    def _margin(self) -> BlockKind:
        """What a header or footer is: an attribution in a quotation, a part of an article, or the frame of a page."""
        tags_above = {entry.tag for entry in self.builder.stack}
        if "blockquote" in tags_above:
            return "caption"
        return "aside" if "body" in tags_above and not tags_above & {"article", "main"} else "section"

    def _end_implied(self, name: str, bounds: tuple[str, ...], at: int) -> None:
        if self._opened[-1][name] or (name in ("td", "th") and (self._opened[-1]["td"] or self._opened[-1]["th"])):
            names = ("td", "th") if name in ("td", "th") else ("dt", "dd") if name in ("dt", "dd") else (name,)
            for entry in reversed(self.builder.stack):
                if entry.owner == "markup" or entry.tag in bounds:
                    return
                if entry.tag in names:
                    self._close(entry, at)
                    return

    def _close(self, entry: Entry, end: int) -> None:
        for inner in reversed(self.builder.stack):
            self._opened[-1][inner.tag] -= 1
            if inner is entry:
                break
        self.builder.close(entry, end)

    def _end(self, token: Token) -> None:
        name = token.name.lower()
        if name == "a":
            self.builder.close_link(token.end, html=True)
        if self._unseen is not None:
            if name == self._unseen[0]:
                depth = self._unseen[1] - 1
                self._unseen = (name, depth) if depth else None
                self.builder.hidden = bool(depth)
        elif name in CONTAINERS:
            self._end_container(name, token.end)
        elif name in _LEAVES:
            if self.builder.leaf is not None and self.builder.leaf.kind == _LEAVES[name]:
                self.builder.end_leaf(token.end)
            else:
                self.builder.end_leaf()
        elif name == "br":
            self.builder.line_break(token.start, token.end, splits=True)
        elif name == "noindex":
            self._noindex(opens=False)
        elif name in _MARKS:
            self.builder.close_mark(name)

    def _end_container(self, name: str, end: int) -> None:
        if self._too_deep[name]:
            self._too_deep[name] -= 1
            self.builder.end_leaf()
        elif self._opened[-1][name] > 0:
            entry = next(e for e in reversed(self.builder.stack) if e.tag == name and e.owner == "html")
            self._close(entry, end)

    def _anchor(self, token: Token, attributes: dict[str, str]) -> None:
        """A link, or the marker of a footnote, which is no part of the text."""
        if attributes.get("id", "") in self._notes and (note := self._note_around()) is not None:
            self.builder.footnotes.setdefault(attributes["id"], note)
        mark = None
        if attributes.get("href", "").strip()[:1] == "#" and not token.closed:
            from compliance.drafts.notemarks import REACH, marker  # few drafts have notes of a page

            mark = marker(attributes, self.builder.text[token.end : token.end + REACH])
        if mark is None:
            self._link(token, attributes)
            return
        label, leads_back = mark
        if not leads_back:
            self._notes.add(label)
            self.builder.footnote_reference(label, token.start, token.end)
        self._unseen, self.builder.hidden = ("a", 1), True

    def _note_around(self) -> Block | None:
        """The footnote that is open here."""
        return next((e.block for e in reversed(self.builder.stack) if e.block.kind == "footnote"), None)

    def _link(self, token: Token, attributes: dict[str, str]) -> None:
        self.builder.close_link(0, html=True)
        if "href" not in attributes and ("name" in attributes or "id" in attributes):
            return
        rel = frozenset(attributes.get("rel", "").lower().split())
        self.builder.open_link(attributes.get("href", "").strip(), token.start, "html", rel)

    def _image(self, token: Token, attributes: dict[str, str]) -> None:
        address = attributes.get("src") or attributes.get("data-src") or ""
        self.builder.image(address.strip(), attributes.get("alt", ""), token.start, token.end, attributes)


def _is_note(attributes: dict[str, str]) -> bool:
    from compliance.drafts.notemarks import is_note

    return is_note(attributes)


def _is_hidden(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or bool(_UNDISPLAYED.search(attributes.get("style", "")))


def quotation_kind(label: str) -> BlockKind:
    """What a ``<blockquote>`` with this ``class`` is: a quotation, an embedded post of a network, or a callout."""
    if _EMBED.search(label):
        return "embed"
    return "callout" if _CALLOUT.search(label) else "quotation"


def comment(builder: Builder, start: int, end: int) -> None:
    """Adds a comment with its words."""
    from compliance.drafts.run import Run

    block = builder.add("comment", start, end)
    run = Run(start)
    if end > start:
        run.append(builder.text[start:end], start, end)
    block.text = run.text(exact=True)
