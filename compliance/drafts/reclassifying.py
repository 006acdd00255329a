"""Block quotations by their mark-up that are none by what they say."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from compliance.drafts.prose import last_index
from compliance.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compliance.drafts.model import Block

_PULLED = expression(r"pull-?_?quote", re.IGNORECASE)
_MOST_PULLED = 20
_LABELLED = expression(r"[^\s:：][^\n:：]{0,30}[:：](?!//)[^\n]{0,200}\Z")


def reclassify(blocks: Sequence[Block]) -> None:
    """Turns quotations into what they are: metadata at the head of the file, words pulled out of the draft itself."""
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
