"""The whole prose of a draft as one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.drafts.model import Text

if TYPE_CHECKING:
    from compliance.drafts.model import Draft

_LEFT_OUT = frozenset(("code", "comment", "aside", "embed"))


def prose(draft: Draft) -> Text:
    """What a reader reads: the draft's texts, a blank line between two; code, comments and page frames are left out."""
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    length = 0
    out_until = -1
    for block in draft.blocks:
        if block.start < out_until:
            continue
        if block.kind in _LEFT_OUT:
            out_until = block.end
        elif block.text.value:
            if parts:
                gap = pieces[-1][2] if pieces else block.start
                pieces.append((length, gap, max(gap, block.start)))
                length += 2
            pieces.extend((length + start, first, last) for start, first, last in block.text.pieces())
            parts.append(block.text.value)
            length += len(block.text)
    return Text("\n\n".join(parts), pieces)
