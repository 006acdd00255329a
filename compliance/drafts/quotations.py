"""What a draft marks as another's words: block quotations, and runs in quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compliance.drafts.marks import CLOSERS, pair
from compliance.drafts.model import Quotation, Slice
from compliance.drafts.prose import NOT_PROSE, last_index

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.drafts.model import Block, BlockKind

_NOT_QUOTED: tuple[BlockKind, ...] = ("code", "comment", "caption", "embed")
_DASHES = " \t\n—–―‒-~"
_QUOTES = re.compile(r"[\"'“”„«»‹›‘’‚「」『』｢｣〝〞〟＂‟]")


def quotations(blocks: Sequence[Block]) -> list[Quotation]:
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
    found.extend(_in_marks(outside))
    return sorted(found, key=lambda quotation: (quotation.start, -quotation.end))


def _block_quotation(container: Block, blocks: Sequence[Block]) -> Quotation:
    slices = tuple(s for block in blocks if (s := _quoted(block)) is not None)
    return Quotation("block-quotation", container.start, container.end, slices, container)


def _quoted(block: Block) -> Slice | None:
    """What of a leaf in a block quotation is quoted: all but an attribution that is marked as one."""
    if not block.text.value or block.inside(*_NOT_QUOTED):
        return None
    end = len(block.text)
    for name, start, stop in block.marks:
        if name == "cite" and stop == end:
            before = block.text.value[:start].rstrip(_DASHES)
            if not before or block.text.value[len(before) : start].strip(" \t"):
                end = len(before)
    return Slice(block, 0, end) if end else None


def _in_marks(leaves: Sequence[Block]) -> Iterator[Quotation]:
    carried: list[Slice] = []
    sign = ""
    for at, leaf in enumerate(leaves):
        value = leaf.text.value
        if not _QUOTES.search(value) and not any(mark[0] == "q" for mark in leaf.marks):
            carried, sign = [], ""
            continue
        begin = 1 if sign and value.startswith(_repeats(sign)) else 0
        if sign and not begin:
            carried, sign = [], ""
        skipped = sorted(
            [*leaf.opaque, *((s, e) for n, s, e in leaf.marks if n == "q"), *([(0, begin)] if begin else [])]
        )
        pairs = pair(value, skipped, sign)
        if sign and pairs.closes_carried is not None:
            slices = (*carried, Slice(leaf, begin, pairs.closes_carried))
            yield _run(
                slices,
                carried[0].block.text.origin(carried[0].start - 1, carried[0].start)[0],
                leaf.text.origin(pairs.closes_carried, pairs.closes_carried + 1)[1],
            )
            carried, sign = [], ""
        elif sign:
            carried.append(Slice(leaf, begin, len(value)))
            if _continues(sign, leaves, at):
                continue
            carried, sign = [], ""
        spans = [(s + 1, e, s, e + 1) for s, e in pairs.runs] + [(s, e, s, e) for n, s, e in leaf.marks if n == "q"]
        for first, last, whole_first, whole_last in sorted(spans):
            if last > first:
                start, end = leaf.text.origin(whole_first, whole_last)
                yield _run((Slice(leaf, first, last),), start, end)
        if pairs.unclosed is not None and _continues(pairs.unclosed.sign, leaves, at):
            sign = pairs.unclosed.sign
            carried = [Slice(leaf, pairs.unclosed.at + 1, len(value))]


def _run(slices: tuple[Slice, ...], start: int, end: int) -> Quotation:
    return Quotation("quotation-marks", start, end, slices)


def _repeats(sign: str) -> tuple[str, ...]:
    """The marks with which a paragraph goes on that the sign opened."""
    return (sign, "»") if sign == "«" else (sign,)


def _continues(sign: str, leaves: Sequence[Block], at: int) -> bool:
    """Whether the next leaf is a neighbour that goes on with the quotation that the sign opened."""
    if at + 1 == len(leaves) or sign not in CLOSERS:
        return False
    leaf, following = leaves[at], leaves[at + 1]
    return following.parent is leaf.parent and following.text.value.startswith(_repeats(sign))
