"""How a text that is taken over differs from the article. Imported only where there is a text to compare."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Literal

from compliance.checks.parts.bodies import bodies
from compliance.checks.parts.furniture import text_of
from compliance.checks.parts.held import is_subhead, left_out, shown
from compliance.expressions import expression
from compliance.matching.fold import fold
from compliance.matching.words import differences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.checks.case import Case
    from compliance.drafts.model import Slice
    from compliance.matching.words import WordEdit

_LONG: Final = 8
"""Words dropped or added in a row that are a cut or an addition, and no change of wording."""
_FEW: Final = 4
"""Words at the edge of a kept passage that were changed with it, if there are fewer."""
_NEAR: Final = 40
_STOPS: Final = ".!?…。！？"
_OPENING: Final = "“„«\"'( "
_LAST_WORD: Final = expression(r"([^\W_]++)[\W_]*\Z")
_SENTENCE_END: Final = expression(r"(?:\A|[.!?…。！？:][\"'”’»)\]]*|\n\s*)\s*\Z")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, in words, and its place in the file if it has one; ``lost`` are so many words of the article."""

    words: str
    start: int | None = None
    end: int | None = None
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Changes:
    """All differences of a text from its article; ``unsure`` are words that may belong to it or not."""

    wording: list[Change] = field(default_factory=list)
    cuts: list[Change] = field(default_factory=list)
    additions: list[Change] = field(default_factory=list)
    unsure: list[Change] = field(default_factory=list)

    @property
    def missing(self) -> list[Change]:
        """What of the article is not there, a word or two in a row left aside."""
        return [change for change in (*self.cuts, *self.wording) if change.lost > _NOISE]


_NOISE: Final = 2
"""Words in a row that may be missing by an error of reading or of typography."""


@lru_cache(maxsize=4)
def changes(case: Case, *, subheads: bool) -> Changes:
    """How the draft's text differs from what it holds of the article. Headings within it count with ``subheads``.

    Of what is declared to be the article's text every word is held against the article, wherever it stands: what the
    article does not have is added or changed, what only the article has is cut.
    """
    found = Changes()
    text = case.reuse.source.text or ""
    compared = bodies(case)
    for body in compared:
        parts = [p for p in body.parts if subheads or p.block.inside("heading") is None]
        found.unsure.extend(Change(shown(p.text), *p.origin) for p in body.unsure)
        starts = _starts(parts)
        pair = _Pair(text_of(parts), text[slice(*body.place)])
        for edit in pair.edits():
            place = body.place[0] + edit.source_start, body.place[0] + edit.source_end
            if subheads or edit.kind != "dropped" or not is_subhead(text, *place):
                told, change = pair.told(edit)
                start, end = _place(parts, starts, edit)
                getattr(found, told).append(replace(change, start=start, end=end))
    for gone in left_out(case, [body.place for body in compared], subheads=subheads):
        size = _size(gone)
        (found.cuts if size >= _FEW else found.wording).append(Change(f"“{shown(gone)}” is cut", lost=size))
    return found


@dataclass(frozen=True, slots=True)
class _Pair:
    """The draft's words and the article's."""

    ours: str
    theirs: str

    def edits(self) -> Iterator[WordEdit]:
        """The edits that count."""
        for edit in differences(self.ours, self.theirs):
            if edit.kind == "added":
                start, end = _slid(self.ours, edit.start, edit.end)
                yield replace(edit, start=start, end=end)
            elif edit.kind == "dropped":
                start, end = _slid(self.theirs, edit.source_start, edit.source_end)
                yield replace(edit, source_start=start, source_end=end)
            elif edit.kind == "swapped" or not edit.allowed:
                yield edit

    def told(self, edit: WordEdit) -> tuple[Literal["wording", "cuts", "additions"], Change]:
        """An edit in words, and what it is."""
        mine = self.ours[edit.start : edit.end].strip()
        yours = self.theirs[edit.source_start : edit.source_end].strip()
        lost = _size(yours) - _size(mine)
        gone = _unheld(yours, self.ours) if edit.kind == "dropped" and lost > _NOISE else lost
        change = Change(_told(edit, mine, yours), lost=max(0, gone))
        if lost >= _LONG or (edit.kind == "dropped" and _is_sentence(self.theirs, edit.source_start, edit.source_end)):
            return "cuts", change
        if -lost >= _LONG or (edit.kind == "added" and _is_sentence(self.ours, edit.start, edit.end)):
            return "additions", change
        return "wording", change if edit.kind == "dropped" else replace(change, lost=0)


def _slid(text: str, start: int, end: int) -> tuple[int, int]:
    """A range of added or dropped words moved to where a sentence begins, if it may as well stand there.

    Of `A b. A c.` beside `A c.` the words `A b.` are added, and so are `b. A`.
    """
    first, last = start, end
    for _ in range(_LONG):
        low, high = max(0, first - _NEAR), max(first, last - _NEAR)
        if _SENTENCE_END.search(text[low:first].rstrip(_OPENING)):
            return first, last
        before, behind = _LAST_WORD.search(text[low:first]), _LAST_WORD.search(text[high:last])
        if not before or not behind or before[1].casefold() != behind[1].casefold():
            break
        first, last = low + before.start(1), len(text[: high + behind.start(1)].rstrip().rstrip(_OPENING))
    return start, end


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Whether a range of a text is one sentence or more, with nothing of another."""
    after = text[end : end + 3]
    ends = not after.strip() or after[:1] in _STOPS or bool(_SENTENCE_END.search(text[max(start, end - _NEAR) : end]))
    return ends and bool(_SENTENCE_END.search(text[max(0, start - _NEAR) : start].rstrip(_OPENING)))


def _unheld(dropped: str, ours: str) -> int:
    """How many of some words do not stand anywhere in a text, three in a row: what was moved is not lost."""
    words = fold(dropped).key_list
    held = _runs(ours)
    runs = [run in held for run in zip(words, words[1:], words[2:], strict=False)]
    return sum(not any(runs[max(0, at - 2) : at + 1]) for at in range(len(words)))


@lru_cache(maxsize=2)
def _runs(text: str) -> frozenset[tuple[int, int, int]]:
    words = fold(text).key_list
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _size(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _told(edit: WordEdit, mine: str, yours: str) -> str:
    if edit.kind == "dropped":
        return f"“{shown(yours)}” is cut"
    if edit.kind == "added":
        return f"“{shown(mine)}” is added"
    return f"“{shown(yours)}” became “{shown(mine)}”"


def _place(slices: Sequence[Slice], starts: Sequence[int], edit: WordEdit) -> tuple[int, int]:
    """The place in the file of an edit, whose offsets are those of the slices' texts, each from its start there."""
    if not slices:
        return 0, 0
    at = max(0, bisect_right(starts, edit.start) - 1)
    part = slices[at]
    start = min(part.start + edit.start - starts[at], part.end)
    return part.block.text.origin(start, max(start, min(part.start + edit.end - starts[at], part.end)))


def _starts(slices: Sequence[Slice]) -> list[int]:
    """Where each slice begins in a text of them all, two code points between two."""
    return list(accumulate((part.end - part.start + 2 for part in slices[:-1]), initial=0))
