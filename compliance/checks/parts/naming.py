"""Whether the words of a publisher's name are its name where they stand, or part of an address, or of another name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from compliance.expressions import expression
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection

    from compliance.checks.parts.layout import Span

_LONGEST_ADDRESS: Final = 200
_LONGEST_WORD: Final = 60
_PATH: Final = expression(r"/[^\s/A-ZА-ЯІЇЄҐ]")  # behind a domain: a credit such as `Herald.com/Jane Roe` has none
_NEXT: Final = expression(r" ([^\W\d_][\w’'-]*)(:?)")
_NEVER_PART_OF_A_NAME: Final = frozenset(
    """
    a all also an and as at but by copyright for from he her his however i if image images in it its meanwhile of
    on or originally our photo picture published read reprinted republished reports reported says she so source story
    text that the their then there they this to used via we what when where which while who with writes wrote you
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today
    """.split()  # noqa: SIM905 - a word list
)
# What stands before a name without its article: articles, and what leads in a source, in the languages of the press.
_LEADING: Final = frozenset(
    """
    le la les l un une du de des der die das den dem im vom beim zum laut nach il lo el los al del o os as na no do da
    het een volgens selon según secondo segundo według podle zeitung tageszeitung blatt magazin wochenzeitung journal
    quotidien diario quotidiano periódico jornal gazeta a all also an and as at but by copyright for from he her his
    however image if in it its meanwhile of on or originally our photo picture published read reprinted republished says
    she so source story text that the then there they this to used via we what when where which while who with
    """.split()  # noqa: SIM905 - a word list
)
_BEFORE: Final = expression(r"([^\W\d_][\w’'-]*)([ -])\Z")
_SENTENCE_STARTS: Final = expression(r"(?:\A|[.!?…:\n])[\s\"“„«‘'(\[]*\Z")
_SAME_HOUSE: Final = frozenset(
    """
    africa ag america archive archives asia australia brasil britain canada company co correspondent corp correspondents
    columnist desk editor editorial editors english europe france gmbh group holdings inc india indonesia
    international kg limited llc ltd magazine media network news newspaper newspapers newsroom online photographer plc
    podcast press project radio reporter reporters spain staff team trust tv uk us usa website writer writers
    """.split()  # noqa: SIM905 - a word list
)


@dataclass(frozen=True, slots=True)
class Delimited:
    """Where links start and end in the text of a block: they keep a name apart from the words around it."""

    starts: Collection[int] = ()
    ends: Collection[int] = ()

    def before(self, span: Span) -> bool:
        """Whether a link or other mark-up starts with a name."""
        marks = span.block.marks if span.block else ()
        return span.text_start in self.starts or any(start == span.text_start for _, start, _ in marks)

    def behind(self, span: Span) -> bool:
        """Whether a link or other mark-up ends with a name."""
        marks = span.block.marks if span.block else ()
        return span.text_end in self.ends or any(end == span.text_end for _, _, end in marks)


def longer_name(span: Span, delimited: Delimited) -> str:
    """The name of another that a name at a place is only the beginning of, as `The Herald Tribune`; "" if it is whole.

    A word in capitals behind a name belongs to it, unless it names the publisher's own house or people, or mark-up, a
    title's capitals or a name all in capitals keep the two apart.
    """
    found = _next_word(span)
    if span.block is None or delimited.behind(span) or not found:
        return ""
    text = span.block.text.value
    name = text[span.text_start : span.text_end]
    if not found[1][0].isupper() or name.isupper() or not any(map(str.isupper, name)):
        return ""
    own = found[1].lower() in _NEVER_PART_OF_A_NAME | _SAME_HOUSE
    return "" if own or (span.block.kind == "heading" and _in_title_case(text)) else f"{name} {found[1]}"


def is_labelled(span: Span) -> bool:
    """Whether the word behind a name has a colon, so that it may be a label: `The Herald Foto: Max Bell`."""
    found = _next_word(span)
    return bool(found and found[2])


def _next_word(span: Span) -> re.Match[str] | None:
    return _NEXT.match(span.block.text.value, span.text_end) if span.block else None


def led_by(span: Span, delimited: Delimited) -> str:
    """The name of another that a name without its article only ends, as `The Manila Herald`; "" if it is whole.

    A word in capitals before a name belongs to it, unless it is an article or leads a source in, is written in another
    script, or mark-up keeps the two apart.
    """
    if span.block is None or delimited.before(span):
        return ""
    text, start = span.block.text.value, span.text_start
    found = _BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    if not found or found[1].endswith(("'s", "’s")) or found[1].isascii() != text[start : span.text_end].isascii():
        return ""
    if found[2] == " " and (not found[1][0].isupper() or found[1].lower() in _LEADING):
        return ""
    return f"{found[0]}{text[start : span.text_end]}"


def begins_sentence(span: Span, delimited: Delimited, *, lead: int = 0) -> bool:
    """Whether a name stands where any word has a capital, and neither mark-up nor what follows tells that it is one.

    ``lead`` is the length of what stands before it and may belong to it.
    """
    if span.block is None or (delimited.before(span) and not lead):
        return False
    text, start = span.block.text.value, span.text_start - lead
    if not lead and text[span.text_end : span.text_end + 1] in (":", "'", "’", ",", ")", "]", ""):
        return False
    return _SENTENCE_STARTS.search(text, max(0, start - _LONGEST_WORD), start) is not None


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
