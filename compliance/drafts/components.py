"""What shortcodes and components mean for a draft's tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.drafts.anchors import Anchor
from compliance.drafts.arguments import arguments
from compliance.drafts.elements import comment
from compliance.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compliance.drafts.arguments import Argument
    from compliance.drafts.builder import Builder, Entry
    from compliance.drafts.model import BlockKind
    from compliance.drafts.templates import Shortcode

_WORDS = expression(r"[\w-]++")
_CALLOUTS = frozenset(
    ("note", "notice", "callout", "admonition", "alert", "warning", "warn", "tip", "info", "hint", "caution", "danger",
     "important", "aside", "sidenote", "box", "panel", "message", "banner", "success", "error", "failure", "bug",
     "abstract", "example", "question", "todo", "attention", "seealso")
)  # fmt: skip
_EMBEDS = frozenset(
    ("tweet", "twitter", "x", "toot", "mastodon", "bluesky", "instagram", "facebook", "tiktok", "reddit", "youtube",
     "vimeo", "gist", "spotify", "soundcloud", "embed")
)  # fmt: skip
_SHOWN = frozenset(("href", "link", "url", "to", "attrlink", "attr_link", "sourceurl", "source_url", "sourcelink"))
_NAMED = frozenset(("source", "cite", "via", "uri", "from", "src_url", "reference", "citation", ""))
_SAID = ("text", "quote", "content", "body")
_CAPTIONS = ("caption", "attr", "credit")
_LABELS = ("text", "title", "label", "name", "caption", "attr")


def kind_of(name: str) -> BlockKind | None:
    """What kind of block a shortcode, component or div of this name is, if any."""
    name = name.lower().rsplit(".", 1)[-1]
    if name.endswith("quote") or name in ("quotation", "epigraph", "citation", "quoteblock", "bq"):
        return "quotation"
    if name in _EMBEDS:
        return "embed"
    return "callout" if name in _CALLOUTS else None


def kind_of_box(words: str) -> tuple[BlockKind, str]:
    """What a box ``!!! words`` is, and its class; one that is headed as a quotation is one."""
    match = _WORDS.match(words)
    name = match[0].lower() if match else ""
    return ("quotation" if name in ("quote", "cite") else "callout"), name


class Components:
    """Acts on shortcodes as the reader comes upon them."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self._open: dict[int, Entry | None] = {}

    def act(self, code: Shortcode) -> None:
        """Puts what a shortcode means into the tree."""
        if code.mask == "rule":
            self.builder.end_leaf()
        if code.role == "comment":
            comment(self.builder, code.start, code.end)
        elif code.role == "code":
            self._code(code)
        elif code.role == "attributes":
            self._attributes(code)
        elif code.role == "close":
            self._close(code)
        elif code.role in ("open", "single") and code.mask != "item":
            self._tag(code)
        if code.mask == "rule":
            self.builder.end_leaf()

    def _code(self, code: Shortcode) -> None:
        self.builder.open_leaf("code", code.start, {"class": code.name})
        self.builder.write_code(self.builder.text[code.start : code.end], code.start, code.end)
        self.builder.end_leaf(code.end)

    def _attributes(self, code: Shortcode) -> None:
        """An attribute list belongs to the link just before it, or else to the block."""
        words = self.builder.text[slice(*code.inside)]
        anchors = self.builder.anchors.all
        if anchors and anchors[-1].end == code.start:
            rel = next((a.value for a in arguments(self.builder.text, *code.inside) if a.key == "rel"), "")
            anchors[-1].rel |= frozenset(rel.lower().split())
        elif self.builder.leaf is not None:
            classes = [word[1:] for word in words.split() if word.startswith(".")]
            if classes:
                self.builder.leaf.attributes["class"] = " ".join(classes)

    def _tag(self, code: Shortcode) -> None:
        given = list(arguments(self.builder.text, *code.inside))
        kind = self._kind(code)
        if kind is not None and (code.partner is not None or kind in ("embed", "quotation")):
            self._block(code, kind, given)
        elif picture := next((a for a in given if a.key == "src"), None):
            self._figure(code, picture, given)
        elif target := next((a for a in given if a.key in _SHOWN and is_address(a.value)), None):
            self._link(code, target, given)

    def _kind(self, code: Shortcode) -> BlockKind | None:
        if code.name != ":::":
            return kind_of(code.name)
        words = _WORDS.findall(self.builder.text[slice(*code.inside)])
        return next((kind for word in words[:4] if (kind := kind_of(word))), None)

    def _block(self, code: Shortcode, kind: BlockKind, given: Sequence[Argument]) -> None:
        attributes = {a.key: a.value for a in given if a.key}
        targets = [a for a in given if a.key in _SHOWN | _NAMED and is_address(a.value)]
        if targets:
            attributes.setdefault("cite", targets[0].value)
        entry = self.builder.open(kind, code.start, {**attributes, "tag": code.name})
        if entry is not None:
            for target in targets:
                self._anchor(code, target, given)
            entry.block.end = code.end
        if code.partner is not None:
            self._open[code.partner.start] = entry
            return
        for said in [a for a in given if a.key in _SAID] or [a for a in given if not a.key and a not in targets][:1]:
            self.builder.write(said.value, said.start, said.end)
            self.builder.end_leaf()
        self.builder.close(entry, code.end)

    def _figure(self, code: Shortcode, picture: Argument, given: Sequence[Argument]) -> None:
        attributes = {a.key: a.value for a in given if a.key}
        entry = self.builder.open("figure", code.start, {"tag": code.name})
        self.builder.image(picture.value, attributes.get("alt", ""), code.start, code.end, attributes)
        for caption in (a for a in given if a.key in _CAPTIONS and a.value):
            self.builder.open_leaf("caption", caption.start)
            self.builder.write(caption.value, caption.start, caption.end)
            self.builder.end_leaf(caption.end)
        for target in given:
            if target.key in _SHOWN and is_address(target.value):
                self._anchor(code, target, given)
        self.builder.close(entry, code.end)

    def _link(self, code: Shortcode, target: Argument, given: Sequence[Argument]) -> None:
        if code.partner is not None and code.partner.mask == code.mask == "word":
            self.builder.open_link(target.value, code.start, "shortcode", _rel(given))
            self._open[code.partner.start] = None
        else:
            self.builder.keep_leaf(code.start)
            self._anchor(code, target, given)

    def _anchor(self, code: Shortcode, target: Argument, given: Sequence[Argument]) -> None:
        """A link whose words, if any, are an argument too."""
        block = self.builder.leaf or self.builder.top
        anchor = Anchor(target.value, code.start, "shortcode", _rel(given))
        self.builder.anchors.open(anchor, block, self.builder.run.length if self.builder.leaf else 0)
        anchor.alt = next((a.value for key in _LABELS for a in given if a.key == key), "")
        if target.key not in _SHOWN:
            anchor.because = f"whether “{code.name}” shows this address as a link is not known"
        self.builder.anchors.close(code.end, None, 0, html=False)

    def _close(self, code: Shortcode) -> None:
        if code.start not in self._open:
            return
        entry = self._open.pop(code.start)
        if entry is not None:
            self.builder.close(entry, code.end)
        else:
            self.builder.close_link(code.end)


def is_address(value: str) -> bool:
    """Whether a value is the full address of a page."""
    return value.startswith(("https://", "http://"))


def _rel(given: Sequence[Argument]) -> frozenset[str]:
    return frozenset(next((a.value for a in given if a.key == "rel"), "").lower().split())
