"""The whole prose of a draft as one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.drafts.model import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.model import Block, Draft

NOT_PROSE = frozenset(("code", "comment", "aside", "embed"))
"""The kinds of blocks whose words are not the draft's own running text."""

BETWEEN = "\n\n"
"""What stands between the texts of two blocks."""


def prose(draft: Draft) -> Text:
    """What a reader reads: the draft's texts, a blank line between two; code, comments and page frames are left out."""
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    length = 0
    for block in prose_blocks(draft):
        if parts:
            pieces.append((length, *_gap(pieces[-1][2], block.start)))
            length += len(BETWEEN)
        pieces.extend((length + start, first, last) for start, first, last in block.text.pieces())
        parts.append(block.text.value)
        length += len(block.text)
    return Text(BETWEEN.join(parts), pieces)


def _gap(start: int, end: int) -> tuple[int, int]:
    """The place of a blank line between two texts: never just as long, for it does not stand there word for word."""
    return (start, start) if end - start <= len(BETWEEN) else (start, end)


def prose_blocks(draft: Draft) -> Iterator[Block]:
    """The blocks whose texts make up the prose, in order."""
    skipped_until = -1
    for block in draft.blocks:
        if block.index <= skipped_until:
            continue
        if block.kind in NOT_PROSE:
            skipped_until = last_index(block)
        elif block.text.value:
            yield block


def last_index(block: Block) -> int:
    """The index of the last block inside this one (its own where it has none)."""
    while block.children:
        block = block.children[-1]
    return block.index
