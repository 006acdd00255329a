"""A draft's prose as one text to compare, in which every place knows its block."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

import numpy as np

from compliance.drafts.model import Slice
from compliance.drafts.prose import BETWEEN, prose_blocks
from compliance.matching.fold import fold
from compliance.matching.seeds import grams

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compliance.drafts.model import Draft
    from compliance.reuse.copies.spans import Span
    from compliance.reuse.model import Credit


SEQUENCE: Final = 4
"""Words of a run of which a copied passage has at least one unchanged."""


class Stream:
    """The prose of a draft: ``text``, the same ``folded``, and the way from its code points to the blocks and back.

    ``sequences`` are the hashes of all its runs of four words, each once.
    """

    def __init__(self, draft: Draft) -> None:
        self._blocks = list(prose_blocks(draft))
        self._starts: list[int] = []
        at = 0
        for block in self._blocks:
            self._starts.append(at)
            at += len(block.text) + len(BETWEEN)
        self._bases = {id(b): start for b, start in zip(self._blocks, self._starts, strict=True)}
        self.text = BETWEEN.join(b.text.value for b in self._blocks)
        self.folded = fold(self.text)
        self.sequences = np.unique(grams(self.folded.keys, SEQUENCE))

    def slices(self, span: Span) -> tuple[Slice, ...]:
        """The parts of blocks that a range holds, without white space at their ends."""
        found = []
        at = max(0, bisect_right(self._starts, span[0]) - 1)
        while at < len(self._blocks) and self._starts[at] < span[1]:
            block, base = self._blocks[at], self._starts[at]
            start, end = max(0, span[0] - base), min(len(block.text), span[1] - base)
            text = block.text.value[start:end]
            if text.strip():
                found.append(Slice(block, end - len(text.lstrip()), start + len(text.rstrip())))
            at += 1
        return tuple(found)

    def spans(self, slices: Iterable[Slice]) -> list[Span]:
        """The ranges of parts of blocks; parts that are no prose have none."""
        based = ((self._bases.get(id(s.block)), s) for s in slices)
        return [(base + s.start, base + s.end) for base, s in based if base is not None]

    def credit(self, credit: Credit) -> list[Span]:
        """The range of a credit line."""
        block = credit.block
        if block is None or id(block) not in self._bases:
            return []
        at = block.text.value.find(credit.text)
        start, end = (at, at + len(credit.text)) if at >= 0 else (0, len(block.text))
        return self.spans([Slice(block, start, end)])

    def block_of(self, place: int) -> Span:
        """The range of the block that a place stands in."""
        at = max(0, bisect_right(self._starts, place) - 1)
        return self._starts[at], self._starts[at] + len(self._blocks[at].text)

    def blocks_of(self, span: Span) -> list[Span]:
        """The ranges of the blocks that a range reaches into."""
        at = max(0, bisect_right(self._starts, span[0]) - 1)
        last = bisect_left(self._starts, span[1])
        return [(self._starts[n], self._starts[n] + len(self._blocks[n].text)) for n in range(at, last)]
