"""Bare addresses in running text, by the rules of GitHub's Markdown (https://github.github.com/gfm/#autolinks-extension-)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.drafts.marks import is_wide
from compliance.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.drafts.anchors import Anchors
    from compliance.drafts.model import Block

_LABEL = r"[\w-]++"
_REST = r"[^\s<>“”«»，。；：！？（）【】「」『』《》、]*+"
_ADDRESS = expression(
    rf"(?<![A-Za-z])[Hh][Tt][Tt][Pp][Ss]?://({_LABEL}(?:\.{_LABEL})++){_REST}"
    rf"|(?<![^\s(*_~\[\]])([Ww][Ww][Ww](?:\.{_LABEL})++){_REST}"
)
_TRAILING = frozenset("?!.,:;*_~'\"")
IN_CODE = "it stands in code"
IN_COMMENT = "it stands in a comment"
NOT_LINKED = "a bare address is no link here"


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where bare addresses stand in ``text``."""
    for match in _ADDRESS.finditer(text):
        first, last = match.span(match.lastindex or 0)
        wide = next((at for at in range(first, last) if is_wide(text[at])), None)
        yield match.start(), _trimmed(text, match.start(), match.end() if wide is None else wide)


def _trimmed(text: str, start: int, end: int) -> int:
    """The end without punctuation that belongs to the sentence, and without a bracket that the address did not open."""
    surplus = text.count(")", start, end) - text.count("(", start, end)
    while end > start:
        last = text[end - 1]
        if last == ")" and surplus > 0:
            surplus -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return end


def add_bare_links(blocks: Sequence[Block], anchors: Anchors, *, active: bool) -> None:
    """Adds the bare addresses of all texts; they are links only where ``active``, and never in code or comments."""
    holders = [b for b in blocks if b.text.value and ("://" in b.text.value or "www." in b.text.value.lower())]
    if not holders:
        return
    linked: dict[int, list[tuple[int, int]]] = {}
    for anchor in anchors.all:
        if anchor.block is not None:
            linked.setdefault(id(anchor.block), []).append((anchor.text_start, anchor.text_end))
    for block in holders:
        taken = sorted(linked.get(id(block), ()))
        for start, end in _outside(addresses(block.text.value), taken):
            because = "" if active else NOT_LINKED
            if block.kind == "comment":
                because = IN_COMMENT
            elif block.kind == "code" or any(first <= start < last for first, last in block.opaque):
                because = IN_CODE
            anchors.bare(_address(block.text.value[start:end]), block, start, end, because)


def _outside(found: Iterator[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in found:
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at == len(taken) or taken[at][0] >= end:
            yield start, end


def _address(written: str) -> str:
    return f"http://{written}" if written[:4].lower() == "www." else written
