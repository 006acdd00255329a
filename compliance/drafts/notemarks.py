"""Footnotes of web pages: the link that is a note's marker, and where the note itself stands."""

from __future__ import annotations

from compliance.expressions import expression

_LABEL = expression(
    r"(?i)#(?:user-content-|_)?(?:fn|ftn|footnote|note|endnote)(?:[-_:.]?(?:ref|anchor|back))?[-_:.]?\w{0,12}"
)
_BACK = expression(r"(?i)(?:ref|anchor|back)")
_SIGN = expression(r"[\[(]?(?:\d{1,4}|[a-z]{1,2}|[*†‡§¶#^]{1,3}|[↩↑⤴]\ufe0e?\ufe0f?)[\])]?")
_TAG = expression(r"<[^<>]{0,200}>")
REACH = 120
"""Characters behind a start tag in which a marker ends, mark-up included."""
_NOTE = expression(r"(?i)(?:^|\s)(?:footnote|footnote-definition|endnote)(?:\s|$)")


def marker(attributes: dict[str, str], behind: str) -> tuple[str, bool] | None:
    """What a link is a marker of, the label of a note, and whether it leads back from the note; None if it is none.

    ``behind`` is the file behind the link's start tag, up to `REACH`. A marker has a number or a sign for words and
    ends at once: a link that nothing closes, or that holds more, is none.
    """
    address = attributes.get("href", "").strip()
    said = f"{attributes.get('class', '')} {attributes.get('role', '')} {attributes.get('rel', '')}".lower()
    named = "footnote" in said or "noteref" in said or "backlink" in said
    if not address.startswith("#") or len(address) == 1 or not (named or _LABEL.fullmatch(address)):
        return None
    inner, close, _ = behind.partition("</a")
    words = _TAG.sub("", inner).strip().lower()
    if not close or "<a" in inner or not _SIGN.fullmatch(words):
        return None
    return address[1:], bool(_BACK.search(address)) or "back" in said


def is_note(attributes: dict[str, str]) -> bool:
    """Whether an element says of itself that it is a footnote."""
    return bool(_NOTE.search(attributes.get("class", ""))) or attributes.get("role", "") == "doc-footnote"
