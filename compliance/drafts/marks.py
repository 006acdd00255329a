"""Runs in quotation marks: which mark opens, which closes, in the typography of all languages of the press."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compliance.expressions import expression
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CLOSERS = {
    "“": "”", "”": "”", "„": "“”", "‟": "”", "«": "»", "»": "«»", "‘": "’", "‚": "‘’", "‹": "›", "›": "‹›",
    '"': '"', "'": "'", "「": "」", "『": "』", "｢": "｣", "〝": "〞〟", "＂": "＂",
}  # fmt: skip
"""What may end a run, by the mark that begins it."""
_OPENERS: dict[str, str] = {}
for _opener, _closing in CLOSERS.items():
    for _closer in _closing:
        _OPENERS[_closer] = _OPENERS.get(_closer, "") + _opener
MARK = expression("[" + "".join(re.escape(c) for c in sorted({*CLOSERS, *_OPENERS})) + "]")
"""Any quotation mark."""
_SINGLE = frozenset("'‘‚‹›")
_INVERTIBLE = frozenset("”»›\"'＂")
_CORNERS = frozenset("「」『』｢｣〞〟")
_BEFORE_OPENING = frozenset("([{<>/=+|*_~—–‐‑‒―-,:;¿¡…“„«»‹›‘‚\"'")
_AFTER_CLOSING = frozenset(".,;:!?…)]»”’*_|。，；：！？、）】")
_OPENED_BY_SIGHT = frozenset("“„‟")
_ONLY_OPENING = frozenset("“„‟«「『")
_ELISION = expression(
    r"['’‘](?:n['’‘]|(?:tis|twas|twere|em|cause|til|till|bout|round|cuz|nuff|neath|\d\ds?)\b)(?!['’])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark and its place; ``at`` is -1 for one that an earlier paragraph left open."""

    at: int
    sign: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """The outermost pairs ``(opening mark, closing mark)`` of a text, and what stayed open at its end.

    ``closes_carried`` is the place of the mark that ends the run which an earlier paragraph began. ``endless`` is where
    the words begin that the first mark opens which nothing closes, and where they end: at a mark of another kind,
    before a later run in marks of its own, else with the text. It is none where the mark may be something else.
    """

    runs: tuple[tuple[int, int], ...]
    unclosed: Mark | None
    closes_carried: int | None
    endless: tuple[int, int] | None = None


def pair(text: str, skipped: Sequence[tuple[int, int]], carried: str = "") -> Pairs:
    """Pairs the marks of ``text`` outside the ``skipped`` ranges (sorted); ``carried`` is a mark open before it."""
    pairing = _Pairing(text, list(_marks(text, skipped)))
    if carried:
        pairing.push(Mark(-1, carried))
    pairing.run()
    unclosed = next((m for m in reversed(pairing.stack) if m.sign not in _SINGLE and m.at >= 0), None)
    if unclosed and any(start > unclosed.at and text[start] == unclosed.sign for start, _ in pairing.runs):
        unclosed = None
    return Pairs(tuple(_outermost(pairing.runs)), unclosed, pairing.closes_carried, _endless(text, pairing))


def _endless(text: str, pairing: _Pairing) -> tuple[int, int] | None:
    """The words after the first mark that can only open, and is not closed."""
    mark = next((m for m in pairing.stack if m.at >= 0 and _only_opens(text, m)), None)
    if mark is None:
        return None
    begun = {start for start, _ in pairing.runs if text[start] == mark.sign}
    paired = {place for run in pairing.runs for place in run}
    ends = (m.at for m in pairing.marks if m.at > mark.at and (m.at in begun or _may_end(text, m, paired)))
    prime = text.find("″", mark.at)  # what some programs make of the mark after a digit
    return mark.at + 1, min(next(ends, len(text)), prime if prime > 0 else len(text))


def _may_end(text: str, mark: Mark, paired: set[int]) -> bool:
    """Whether a mark of another kind stands like the end of a run, as in `“Yes".`, and ends none yet."""
    stands = not text[mark.at - 1].isspace() and not text[mark.at + 1 : mark.at + 2].isalnum()
    return stands and mark.sign not in _SINGLE and mark.at not in paired


def _only_opens(text: str, mark: Mark) -> bool:
    """Whether a mark is a typographic one right before a word, and ends none."""
    first = text[mark.at + 1 : mark.at + 3].lstrip("\xa0\u202f " if mark.sign == "«" else "")[:1]
    before = text[mark.at - 1 : mark.at] if mark.at else " "
    return mark.sign in _ONLY_OPENING and first.isalnum() and _may_precede(before)


def _outermost(runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The runs that lie in no other one, in order."""
    end = -1
    for start, close in sorted(runs):
        if start > end:
            yield start, close
            end = close


def _marks(text: str, skipped: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """The quotation marks, without apostrophes inside words and where letters were left out."""
    at = elided = 0
    for match in MARK.finditer(text):
        place = match.start()
        if place < elided:
            continue
        if match[0] in "'’‘" and (elision := _ELISION.match(text, place)):
            elided = elision.end()
            continue
        while at < len(skipped) and skipped[at][1] <= place:
            at += 1
        inside = at < len(skipped) and skipped[at][0] <= place
        if not inside and not (match[0] in "'’" and _in_word(text, place)):
            yield Mark(place, match[0])


def is_wide(character: str) -> bool:
    """Whether a character is of a script that sets no spaces between words, or wide punctuation."""
    return "\u3000" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7af" or "\uff00" <= character <= "\uffef"


def _may_precede(character: str) -> bool:
    """Whether an opening mark may follow this character."""
    return character in _BEFORE_OPENING or character.isspace() or is_wide(character)


def _in_word(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum() and not is_wide(text[at - 1])


class _Pairing:
    """Goes through the marks of a text once; ``waiting`` counts the open marks on the stack."""

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self.text = text
        self.marks = marks
        self.stack: list[Mark] = []
        self.runs: list[tuple[int, int]] = []
        self.closes_carried: int | None = None
        self._waiting: dict[str, int] = {}

    def push(self, mark: Mark) -> None:
        self.stack.append(mark)
        self._waiting[mark.sign] = self._waiting.get(mark.sign, 0) + 1

    def run(self) -> None:
        for index, mark in enumerate(self.marks):
            openers = self._closed_by(index, mark)
            if openers:
                self._close(mark, openers)
            elif mark.sign in CLOSERS and _can_open(self.text, mark):
                self.push(mark)

    def _close(self, mark: Mark, openers: str) -> None:
        opening = self.stack.pop()
        self._waiting[opening.sign] -= 1
        while opening.sign not in openers:
            opening = self.stack.pop()
            self._waiting[opening.sign] -= 1
        if opening.at < 0:
            self.closes_carried = mark.at
        else:
            self.runs.append((opening.at, mark.at))

    def _closed_by(self, index: int, mark: Mark) -> str:
        """The open marks that this one ends; nothing where it ends none."""
        openers = "".join(o for o in _OPENERS.get(mark.sign, "") if self._waiting.get(o))
        if not openers or not _can_close(self.text, mark):
            return ""
        if mark.sign in "'’" and self._is_possessive(index, mark):
            return ""
        return "" if openers == mark.sign == "»" and _can_open(self.text, mark) else openers

    def _is_possessive(self, index: int, mark: Mark) -> bool:
        """Whether an apostrophe after a word in -s does not end the run, because a better end follows."""
        before, after = self.text[mark.at - 1 : mark.at], self.text[mark.at + 1 : mark.at + 3]
        if before not in tuple("sxzSXZ") or not after[:1].isspace() or not after[1:].islower():
            return False
        for following in self.marks[index + 1 : index + 4]:
            if following.sign in "‘‚":
                return False
            if following.sign == mark.sign:
                return mark.sign != "'" or not _can_open(self.text, following)
        return False


def _can_close(text: str, mark: Mark) -> bool:
    before, after = text[mark.at - 1 : mark.at] if mark.at else "", text[mark.at + 1 : mark.at + 2]
    if mark.sign in _CORNERS:
        return True
    if before.isspace():
        return mark.sign in "«»‹›" or not after or after.isspace() or after in _AFTER_CLOSING
    if not before:
        return False
    if mark.sign not in "\"'＂" or not after.isalnum():
        return True
    return is_wide(after) or is_wide(before)


def _opens_before_space(text: str, mark: Mark) -> bool:
    """Whether a mark with a space behind it, which does not belong there, begins a run all the same."""
    if mark.sign in _OPENED_BY_SIGHT:
        return not mark.at or _may_precede(text[mark.at - 1])
    return mark.sign in '"＂' and text[max(0, mark.at - 3) : mark.at].rstrip().endswith((":", "："))


def _can_open(text: str, mark: Mark) -> bool:
    before, after = text[mark.at - 1 : mark.at] if mark.at else "", text[mark.at + 1 : mark.at + 2]
    if not after:
        return False
    if after.isspace():
        return mark.sign in "«‹" or _opens_before_space(text, mark)
    if mark.sign in _INVERTIBLE and before and not _may_precede(before):
        return False
    return mark.sign != "'" or after.isalnum() or after in '"“¿¡([…'
