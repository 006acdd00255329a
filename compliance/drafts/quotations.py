"""What a draft marks as another's words: block quotations, and runs in quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.drafts.model import Quotation, Slice
from compliance.drafts.prose import NOT_PROSE, last_index
from compliance.drafts.runs import runs_in_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compliance.drafts.model import Block, Link

_NOT_QUOTED = frozenset(("code", "comment", "caption", "embed"))
_DASHES = "—–―‒-~"
_SENTENCE_ENDS = '.!?…。！？”"’»'


def quotations(blocks: Sequence[Block], links: Iterable[Link]) -> list[Quotation]:
    """All quotations in order: the outermost block quotations, and outside them the outermost runs in marks."""
    found: list[Quotation] = []
    outside: list[Block] = []
    end_of_skipped = -1
    for block in blocks:
        if block.index <= end_of_skipped:
            continue
        if block.kind == "quotation":
            end_of_skipped = last_index(block)
            found.append(_block_quotation(block, blocks[block.index : end_of_skipped + 1]))
        elif block.kind in NOT_PROSE:
            end_of_skipped = last_index(block)
        elif block.text.value:
            outside.append(block)
    found.extend(runs_in_marks(outside, links))
    return sorted(found, key=lambda quotation: (quotation.start, -quotation.end))


def _block_quotation(container: Block, blocks: Sequence[Block]) -> Quotation:
    slices = tuple(s for block in blocks if (s := _quoted(block, container)) is not None)
    return Quotation("block-quotation", container.start, container.end, slices, container)


def _quoted(block: Block, container: Block) -> Slice | None:
    """What of a leaf in a block quotation is quoted: all but an attribution that is marked as one."""
    if not block.text.value:
        return None
    above: Block | None = block
    while above is not None and above is not container:
        if above.kind in _NOT_QUOTED:
            return None
        above = above.parent
    end = len(block.text)
    for name, start, stop in block.marks:
        if name == "cite" and stop == end:
            before = block.text.value[:start].rstrip(_DASHES + " \t\n")
            parted = any(c in _DASHES + "\n" for c in block.text.value[len(before) : start])
            if not before or parted or block.text.value[start] in _DASHES or before[-1] in _SENTENCE_ENDS:
                end = len(before)
    return Slice(block, 0, end) if end else None
