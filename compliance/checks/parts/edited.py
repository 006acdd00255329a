"""How a text that is taken over differs from the article. Imported only where there is a text to compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compliance.checks.parts.held import cuts, is_subhead, shown
from compliance.matching.words import differences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case
    from compliance.drafts.model import Slice
    from compliance.matching.words import WordEdit
    from compliance.reuse.model import Stretch

_LONG: Final = 8
"""Words dropped or added in a row that are a cut or an addition, and no change of wording."""
_FEW: Final = 4
"""Words at the edge of a kept passage that were changed with it, if there are fewer."""
_WORDS_OF_ONES_OWN: Final = 4
"""Words of a paragraph that the article has not, from which on it is an addition."""
_HEADINGS: Final = ("heading", "caption", "figure", "table")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, in words, and its place in the file if it has one."""

    words: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """All differences of a text from its article."""

    wording: tuple[Change, ...]
    cuts: tuple[Change, ...]
    additions: tuple[Change, ...]


def changes(case: Case, *, subheads: bool) -> Changes:
    """How the draft's text differs from what it holds of the article. Headings within it count with ``subheads``."""
    wording: list[Change] = []
    dropped: list[Change] = []
    added: list[Change] = []
    for stretch in case.reuse.stretches:
        for edit, change, words in _edits(stretch, case, subheads=subheads):
            kind = dropped if edit.kind == "dropped" else added
            (kind if words >= _LONG and edit.kind in ("dropped", "added") else wording).append(change)
    for text in cuts(case, subheads=subheads):
        (dropped if len(text.split()) >= _FEW else wording).append(Change(f"“{shown(text)}” is cut"))
    return Changes(tuple(wording), tuple(dropped), (*added, *_additions(case, subheads=subheads)))


def _edits(stretch: Stretch, case: Case, *, subheads: bool) -> Iterator[tuple[WordEdit, Change, int]]:
    """The edits of a stretch, each told and placed, with the number of its words."""
    ours = stretch.text
    theirs = (case.reuse.source.text or "")[stretch.source_start : stretch.source_end]
    for edit in differences(ours, theirs):
        if edit.allowed and edit.kind == "changed":
            continue
        place = stretch.source_start + edit.source_start, stretch.source_start + edit.source_end
        if edit.kind == "dropped" and not subheads and is_subhead(case.reuse.source.text or "", *place):
            continue
        mine, yours = ours[edit.start : edit.end].strip(), theirs[edit.source_start : edit.source_end].strip()
        words = max(len(mine.split()), len(yours.split()))
        yield edit, Change(_told(edit, mine, yours), *_place(stretch.slices, edit)), words


def _told(edit: WordEdit, mine: str, yours: str) -> str:
    if edit.kind == "dropped":
        return f"“{shown(yours)}” is cut"
    if edit.kind == "added":
        return f"“{shown(mine)}” is added"
    return f"“{shown(yours)}” became “{shown(mine)}”"


def _place(slices: tuple[Slice, ...], edit: WordEdit) -> tuple[int, int]:
    """The place in the file of an edit, whose offsets are those of the slices' texts, two code points between two."""
    at = 0
    for part in slices:
        length = part.end - part.start
        if edit.start <= at + length:
            start = min(part.start + max(0, edit.start - at), part.end)
            return part.block.text.origin(start, max(start, min(part.start + edit.end - at, part.end)))
        at += length + 2
    return slices[-1].origin


def _additions(case: Case, *, subheads: bool) -> Iterator[Change]:
    """Paragraphs between the first and the last that are the article's, and are not its own."""
    taken = {id(s.block) for stretch in case.reuse.stretches for s in stretch.slices}
    body = [s for p in case.reuse.passages if p.how == "body" for s in p.slices]
    at = [n for n, part in enumerate(body) if id(part.block) in taken]
    for part in body[at[0] : at[-1]] if at else ():
        own = id(part.block) not in taken and len(part.text.split()) >= _WORDS_OF_ONES_OWN
        if own and (subheads or part.block.inside(*_HEADINGS) is None):
            yield Change(f"“{shown(part.text)}” is added", *part.origin)
