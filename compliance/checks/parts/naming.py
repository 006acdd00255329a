"""Whether the words of a publisher's name are its name where they stand, or part of an address, or of another name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from compliance.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Collection

    from compliance.checks.parts.layout import Span

_LONGEST_ADDRESS: Final = 200
_PATH: Final = expression(r"/[^\s/A-ZА-ЯІЇЄҐ]")  # behind a domain: a credit such as `Herald.com/Jane Roe` has none
_NEXT: Final = expression(r" ([^\W\d_][\w’'-]*)(:?)")
_NEVER_PART_OF_A_NAME: Final = frozenset(
    """
    a all also an and as at but by copyright for from he her his however i if image images in it its meanwhile of
    on or originally our photo picture published read reprinted republished reports reported says she so source story
    text that the their then there they this to used via video we what when where which while who with writes wrote you
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today
    """.split()  # noqa: SIM905 - a word list
)
_SAME_HOUSE: Final = frozenset(
    """
    africa ag america archive archives asia australia brasil britain canada company co correspondent corp correspondents
    columnist desk editor editorial editors english europe france gmbh group holdings inc india indonesia
    international kg limited llc ltd magazine media network news newspaper newspapers newsroom online photographer plc
    podcast press project radio reporter reporters spain staff team trust tv uk us usa website writer writers
    """.split()  # noqa: SIM905 - a word list
)


def longer_name(span: Span, delimited: Collection[int]) -> str:
    """The name of another that a name at a place is only the beginning of, as `The Herald Tribune`; "" if it is whole.

    ``delimited`` are ends of links in the place's block. A word in capitals behind a name belongs to it, unless it
    names the publisher's own house or people, or mark-up, a title's capitals or a name all in capitals keep the two
    apart.
    """
    block = span.block
    if block is None or span.text_end in delimited or any(end == span.text_end for _, _, end in block.marks):
        return ""
    text, end = block.text.value, span.text_end
    name = text[span.text_start : end]
    found = _NEXT.match(text, end)
    if not found or found[2] or not found[1][0].isupper() or name.isupper() or not any(map(str.isupper, name)):
        return ""
    if found[1].lower() in _NEVER_PART_OF_A_NAME | _SAME_HOUSE or (block.kind == "heading" and _in_title_case(text)):
        return ""
    return f"{name} {found[1]}"


def _in_title_case(text: str) -> bool:
    """Whether all longer words begin with a capital."""
    return all(word[0].isupper() for word in re.findall(r"[^\W\d_]{4,}", text))


def in_address(text: str, start: int, end: int) -> bool:
    """Whether a range of a text is part of an address, with a scheme, a path or a mailbox."""
    before = text[max(0, start - _LONGEST_ADDRESS) : start]
    before = before[max(map(before.rfind, (" ", "\n", "(", "<", '"', "“"))) + 1 :]
    if "://" in before or before.endswith("@") or ("/" in before and "." in before):
        return True
    other_host = before.endswith(".") and before.lower() != "www."
    return other_host or ("." in text[start:end] and _PATH.match(text, end) is not None)


def is_spelled(name: str, text: str) -> bool:
    """Whether a name stands in a text exactly so, as a word of its own and not only in an address."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        clipped = text[max(0, at - 1) : at].isalnum() or text[end : end + 1].isalnum()
        if not clipped and not in_address(text, at, end):
            return True
        at = text.find(name, end)
    return False
