"""Runs in quotation marks: which mark opens, which closes, in the typography of all languages of the press."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What may close a run that the key opens.
CLOSERS = {
    "“": "”", "”": "”", "„": "“”", "‟": "”", "«": "»", "»": "«»", "‘": "’", "‚": "‘’", "‹": "›", "›": "‹›",
    '"': '"', "'": "'", "「": "」", "『": "』", "｢": "｣", "〝": "〞〟", "＂": "＂",
}  # fmt: skip
_OPENERS: dict[str, str] = {}
for _opener, _closing in CLOSERS.items():
    for _closer in _closing:
        _OPENERS[_closer] = _OPENERS.get(_closer, "") + _opener
_EITHER = frozenset("”»›\"'＂")
_MARK = re.compile("[" + "".join(re.escape(c) for c in {*CLOSERS, *_OPENERS}) + "]")
_BEFORE_OPENING = re.compile(r"[\s(\[{<>/=+|*_~—–‐-―\-,:;¿¡…“„«»‹›‘‚「『\"'\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]")
_ELISIONS = re.compile(r"(?:tis|twas|twere|em|cause|til|till|bout|round|n|cuz|nuff|s|d|ll|re|ve)\b|\d", re.IGNORECASE)
_WIDE = re.compile(r"[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Mark:
    """An opening mark still waiting for its closing one."""

    at: int
    sign: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """The outermost pairs ``(opening mark, closing mark)`` of a text, and what stayed open at its end.

    ``closes_carried`` is the place of the mark that ends the run which an earlier paragraph began.
    """

    runs: tuple[tuple[int, int], ...]
    unclosed: Mark | None
    closes_carried: int | None


def pair(text: str, skipped: Sequence[tuple[int, int]], carried: str = "") -> Pairs:
    """Pairs the marks of ``text`` outside the ``skipped`` ranges (sorted); ``carried`` is a mark open from before it."""
    stack = [Mark(-1, carried)] if carried else []
    waiting = {carried: 1} if carried else {}
    runs: list[tuple[int, int]] = []
    closes_carried = None
    signs = list(_signs(text, skipped))
    for index, (at, sign) in enumerate(signs):
        opener = _closes(text, at, sign, stack, waiting, signs, index)
        if opener:
            while stack:
                last = stack.pop()
                waiting[last.sign] -= 1
                if last.sign in opener:
                    break
            if last.at < 0:
                closes_carried = at
            elif not any(m.at < 0 for m in stack[:1]):
                runs.append((last.at, at))
        elif sign in CLOSERS and _can_open(text, at, sign):
            stack.append(Mark(at, sign))
            waiting[sign] = waiting.get(sign, 0) + 1
    unclosed = next((m for m in reversed(stack) if m.sign not in "'‘‚‹›" and m.at >= 0), None)
    return Pairs(tuple(outermost(runs)), unclosed, closes_carried)


def outermost(runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The runs that lie in no other one, in order."""
    end = -1
    for start, close in sorted(runs):
        if start > end:
            yield start, close
            end = close


def _signs(text: str, skipped: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    at = 0
    for match in _MARK.finditer(text):
        place = match.start()
        while at < len(skipped) and skipped[at][1] <= place:
            at += 1
        if at < len(skipped) and skipped[at][0] <= place:
            continue
        sign = match[0]
        if sign in "'’" and _between_letters(text, place):
            continue
        yield place, sign


def _between_letters(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum() and not _WIDE.match(text[at - 1])


def _closes(
    text: str, at: int, sign: str, stack: list[Mark], waiting: dict[str, int], signs: list[tuple[int, str]], index: int
) -> str:
    """The waiting openers that this sign closes (nothing where it closes none)."""
    openers = "".join(o for o in _OPENERS.get(sign, "") if waiting.get(o))
    if not openers or not _can_close(text, at, sign):
        return ""
    if sign in "'’" and _possessive(text, at, sign, signs, index):
        return ""
    if sign == "»" and openers == "»" and _can_open(text, at, sign):
        return ""
    return openers


def _possessive(text: str, at: int, sign: str, signs: list[tuple[int, str]], index: int) -> bool:
    """Whether an apostrophe after a word in -s is none of the quotation's, because a better end follows."""
    if text[at - 1 : at] not in "sxzSXZ" or not text[at + 1 : at + 2].isspace() or not text[at + 2 : at + 3].islower():
        return False
    for place, following in signs[index + 1 : index + 4]:
        if following in "‘‚":
            return False
        if following == sign:
            return sign != "'" or not _can_open(text, place, sign)
    return False


def _can_close(text: str, at: int, sign: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if sign in "「」『』｢｣〞〟":
        return True
    if sign in "«»" and (before in "\xa0\u202f" or before == " "):
        return True
    if not before or before.isspace():
        return False
    return sign not in "\"'＂" or not after.isalnum() or bool(_WIDE.match(after) or _WIDE.match(before))


def _can_open(text: str, at: int, sign: str) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if not after:
        return False
    if sign in _EITHER or sign == "'":
        if after.isspace() or (before and not _BEFORE_OPENING.match(before)):
            return False
        return sign != "'" or (after.isalnum() or after in '"“¿¡([') and not _ELISIONS.match(text, at + 1)
    if sign == "‘":
        return not after.isspace() and not _ELISIONS.match(text, at + 1)
    return sign in "«‹" or not after.isspace()
