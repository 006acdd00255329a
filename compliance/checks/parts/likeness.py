"""Words of a draft that come near to a wording asked for, and which words differ."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from compliance.checks.parts.folding import folded
from compliance.checks.parts.lines import Line, lines_of
from compliance.checks.parts.remembering import per_draft
from compliance.expressions import expression
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from compliance.drafts.model import Draft

NEAR: Final = 0.5
"""The part of a wording's words that other words must have to be taken for an attempt at it."""
_WORD: Final = expression(r"[^\W_]+")
_SENTENCE: Final = expression(r"[.!?…]\s+")
_SHOWN: Final = 160  # characters
_SLOT: Final = expression(r"\{[^{}]*\}")
_TOLD: Final = 3
_SHORT: Final = 8  # words, which are seen at a glance


@dataclass(frozen=True, slots=True)
class Attempt:
    """A part of a line that has many words of a wording, and the wording."""

    line: Line
    start: int
    end: int
    wording: str
    likeness: float

    @property
    def shown(self) -> str:
        """Its words as the draft has them, cut short."""
        text = self.line.shown(self.start, self.end)
        return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"

    @property
    def differing(self) -> str:
        """The words in which it differs from the wording, where these are few; else ""."""
        ours, theirs = self.line.shown(self.start, self.end).split(), self.wording.split()
        return _differing(ours, theirs) if len(theirs) > _SHORT else ""


@lru_cache(maxsize=256)
def words(text: str) -> frozenset[str]:
    """The words of a text, as wordings are compared."""
    return _words(folded(text))


def likeness(said: frozenset[str], wording: frozenset[str]) -> float:
    """How like the words of a text are to those of a wording, from 0 to 1; 0 where they have less than half of them."""
    common = len(said & wording)
    return 2 * common / (len(said) + len(wording)) if wording and common >= NEAR * len(wording) else 0.0


def nearest_attempt(draft: Draft, wordings: Sequence[str], counts: Callable[[Line, int, int], bool]) -> Attempt | None:
    """The line, or the sentence of one, that shares most with one of the wordings; None if none that counts is near."""
    return next((one for one in _attempts(draft, tuple(wordings)) if counts(one.line, one.start, one.end)), None)


@lru_cache(maxsize=4)
def _attempts(draft: Draft, wordings: tuple[str, ...]) -> list[Attempt]:
    """All that comes near to a wording, the nearest first; the articles of one publisher often ask for the same."""
    wanted = [(wording, those) for wording in wordings if (those := words(_SLOT.sub(" ", wording)))]
    attempts = [
        Attempt(line, start, end, wording, like)
        for line, held in _lines(draft)
        for wording, those in wanted
        if len(held & those) >= NEAR * len(those)
        for start, end in _parts(line.text)
        if (like := likeness(_words(line.text[start:end]), those)) > 0
    ]
    return sorted(attempts, key=lambda attempt: -attempt.likeness)


@per_draft
def _lines(draft: Draft) -> list[tuple[Line, frozenset[str]]]:
    """The lines of a draft, each with its words."""
    return [(line, _words(line.text)) for line in lines_of(draft)]


def _words(text: str) -> frozenset[str]:
    """The words of a folded text."""
    return frozenset(_WORD.findall(text))


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """A line as a whole, and each of its sentences."""
    end = len(text.rstrip())
    yield len(text) - len(text.lstrip()), end
    bounds = [0, *(found.end() for found in _SENTENCE.finditer(text, 0, end)), end]
    if len(bounds) > 2:
        yield from ((a, b - (b < end)) for a, b in pairwise(bounds) if b - a > 1)


def _differing(ours: list[str], theirs: list[str]) -> str:
    from difflib import SequenceMatcher  # only where something is wrong

    matcher = SequenceMatcher(None, [*map(_bare, ours)], [*map(_bare, theirs)], autojunk=False)
    edits = [edit for edit in matcher.get_opcodes() if edit[0] != "equal"]
    told = [_told(" ".join(ours[a:b]), " ".join(theirs[c:d])) for _, a, b, c, d in edits]
    return ", ".join(told) if len(told) <= _TOLD and all(told) else ""


def _bare(word: str) -> str:
    return "".join(filter(str.isalnum, folded(word))) or word


def _told(mine: str, yours: str) -> str:
    """One difference in words; "" where a slot's words are compared, which may be right."""
    if _SLOT.search(yours):
        return ""
    if not mine:
        return f"“{yours}” is missing"
    return f"“{mine}” stands in place of “{yours}”" if yours else f"“{mine}” is added"
