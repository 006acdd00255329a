"""Block quotations by their mark-up that are none by what they say, and blocks that are displayed as quotations."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from compliance.drafts.marks import pair
from compliance.drafts.prose import last_index
from compliance.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compliance.drafts.model import Block

_PULLED = expression(r"pull-?_?quote", re.IGNORECASE)
_MOST_PULLED = 20
_LABELLED = expression(r"[^\s:：][^\n:：]{0,30}[:：](?!//)[^\n]{0,200}\Z")
_CLASSES = frozenset(("quote", "blockquote", "block-quote", "quotation", "pullquote", "pull-quote"))
_KINDS = frozenset(("paragraph", "section", "callout", "aside", "figure"))
_ELEMENTS = frozenset(("", "div", "section", "aside", "center", "figure"))
_ITALIC = expression(r"font-style\s*:\s*italic", re.IGNORECASE)
_LEAST = 40  # characters: shorter words in italics are a title or a remark
_SPANS = 20  # spans of italics in one paragraph that are looked at
_CLOSING = " \t\n*_~"


def reclassify(blocks: Sequence[Block]) -> None:
    """Turns quotations into what they are: metadata at the head of the file, words pulled out of the draft itself.

    What a class or italics below a lead-in display as a quotation becomes one.
    """
    _display(blocks)
    quotations = [b for b in blocks if b.kind == "quotation"]
    if not quotations:
        return
    first = quotations[0]
    if not any(b.text.value for b in blocks[: first.index] if b.kind != "comment") and _is_metadata(first, blocks):
        first.kind = "section"
        first.attributes["class"] = "metadata"
    for block in islice(filter(_looks_pulled, quotations), _MOST_PULLED):
        if _is_pulled(block, blocks):
            block.kind = "aside"


def _looks_pulled(block: Block) -> bool:
    return bool(_PULLED.search(f"{block.attributes.get('class', '')} {block.attributes.get('tag', '')}"))


def _is_metadata(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether all that a block says are two or more lines of ``Label: value``."""
    leaves = [b for b in blocks[block.index : last_index(block) + 1] if b.text.value]
    lines = [line for leaf in leaves for line in leaf.text.value.split("\n")]
    return len(leaves) > 1 and all(_LABELLED.match(line) for line in lines)


def _is_pulled(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether the words of a block stand elsewhere in the draft too."""
    first, last = block.index, last_index(block)
    words = _words(blocks[first : last + 1])
    return bool(words) and words in _words([*blocks[:first], *blocks[last + 1 :]])


def _words(blocks: Sequence[Block]) -> str:
    return re.sub(r"\W+", " ", " ".join(b.text.value for b in blocks if b.kind != "comment")).strip()


def _display(blocks: Sequence[Block]) -> None:
    """Turns blocks that are displayed as quotations into quotations; ``displayed`` among their attributes says how."""
    led: Block | None = None
    end_of_skipped = -1
    for block in blocks:
        if block.index <= end_of_skipped or block.kind == "comment":
            continue
        if block.kind == "quotation":
            led, end_of_skipped = None, last_index(block)
        elif _has_class(block) and not _holds_quotation(block, blocks):
            block.kind = "quotation"
            led, end_of_skipped = None, last_index(block)
        elif led is not None and led is block.parent and block.kind in ("paragraph", "section") and _is_italic(block):
            end_of_skipped = last_index(block)
            if not any(start == 0 for start, _ in pair(block.text.value, ()).runs):  # marks tell what they quote
                block.kind = "quotation"
                block.attributes["displayed"] = "italic"
        elif block.text.value or block.kind == "rule":
            led = block.parent if block.kind == "paragraph" and _leads_on(block.text.value) else None


def _leads_on(text: str) -> bool:
    """Whether a text ends in a colon, closing marks aside."""
    return text.rstrip(_CLOSING).endswith((":", "："))


def _has_class(block: Block) -> bool:
    if block.kind not in _KINDS or block.attributes.get("tag", "") not in _ELEMENTS:
        return False
    return not _CLASSES.isdisjoint(block.attributes.get("class", "").lower().split())


def _holds_quotation(block: Block, blocks: Sequence[Block]) -> bool:
    return any(b.kind in ("quotation", "embed") for b in blocks[block.index + 1 : last_index(block) + 1])


def _is_italic(block: Block) -> bool:
    """Whether all words of a paragraph are in italics, or the style of a block says so."""
    if _ITALIC.search(block.attributes.get("style", "")):
        return True
    text = block.text.value
    spans = sorted((start, end) for name, start, end in block.marks[:_SPANS] if name in ("em", "i"))
    if len(text) < _LEAST or not spans:
        return False
    at, outside = 0, []
    for start, end in spans:
        outside.append(text[at:start])
        at = max(at, end)
    return not any(c.isalnum() for part in (*outside, text[at:]) for c in part)
