"""How a quotation differs from the article that it is taken from. Imported only where there is a text to compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from compliance.matching.fold import fold
from compliance.matching.locating import ELLIPSIS
from compliance.matching.qualifiers import cut_before_qualifier
from compliance.matching.words import WordEdit, differences
from compliance.reuse.copies.finds import folded
from compliance.reuse.copies.quoted import place_of, quotations
from compliance.reuse.copies.spans import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.model import Slice
    from compliance.matching.locating import Place
    from compliance.reuse.model import Passage, Source

_FEWEST: Final = 3
"""Words below which a quotation that is not found says nothing: it may be a name, or a word held at arm's length."""
_SAME_LANGUAGE: Final = 0.3
"""The part of a quotation's words that an article in the same language has, whatever it is about."""
_TOLD: Final = 3
_SHOWN: Final = 240
_SHORT: Final = 6
_LIKE: Final = 0.8
"""Words, and the part of them that the article has, below which a run may well be somebody else's."""
Kind = Literal["absent", "foreign", "differs", "resembles", "gap", "order", "cut"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a quotation, in words; its place in the file; and what the article says there, if anything."""

    kind: Kind
    words: str
    start: int
    end: int
    original: str = ""


def faults(passage: Passage, source: Source) -> Iterator[Fault]:
    """What is wrong with a quotation: words that the article has not, words changed, left out, or cut off."""
    text = source.text or ""
    before: tuple[Slice, Place] | None = None
    for part in passage.slices:
        place = place_of(part.text, text)
        if place is None:
            yield from _absent(part, source)
        else:
            yield from _differing(part, place, text)
            if before is not None:
                yield from _left_out(*before, part, place, text)
            before = part, place
    if before is not None:
        yield from _cut_off(*before, text)


def _absent(part: Slice, source: Source) -> Iterator[Fault]:
    ours = fold(part.text)
    if len(ours) < _FEWEST or _spaced(ours.words) in _spaced(fold(source.title).words):
        return
    known = folded(source.text or "").counts
    if sum(key in known for key in ours.key_list) < _SAME_LANGUAGE * len(ours):
        yield Fault("foreign", "hardly a word of this quotation is in the article: is it a translation?", *part.origin)
    else:
        yield Fault("absent", "this quotation is not in the article", *part.origin)


def _spaced(words: list[str]) -> str:
    return f" {' '.join(words)} "


def _differing(part: Slice, place: Place, text: str) -> Iterator[Fault]:
    theirs = text[place.start : place.end]
    edits = [edit for edit in differences(part.text, theirs) if not edit.allowed]
    if not edits:
        return
    words = "; ".join(_told(edit, part.text, theirs) for edit in edits[:_TOLD])
    if len(edits) > _TOLD:
        words += f"; {len(edits) - _TOLD} more"
    if within((place.start, place.end), quotations(text)):
        words += " (words that the article itself quotes)"
    alike = place.similarity >= _LIKE or len(part.text.split()) >= _SHORT
    yield Fault("differs" if alike else "resembles", words, *_place(edits[0], part), _shown(theirs))


def _told(edit: WordEdit, ours: str, theirs: str) -> str:
    mine, yours = ours[edit.start : edit.end].strip(), theirs[edit.source_start : edit.source_end].strip()
    if edit.kind == "dropped":
        before = ours[: edit.start].split()
        return f"“{_shown(yours)}” is left out{f' after “{before[-1]}”' if before else ''}"
    if edit.kind == "added":
        return f"“{_shown(mine)}” is added"
    if edit.kind == "swapped":
        return f"the article has “{_shown(yours)}”, in another order than “{_shown(mine)}”"
    return f"the article has “{_shown(yours)}”, not “{_shown(mine)}”"


def _place(edit: WordEdit, part: Slice) -> tuple[int, int]:
    """The place in the file of the words that differ; of words left out, that of the word before them or after."""
    text, start, end = part.text, edit.start, edit.end
    if not text[start:end].strip():
        before = text[:start].rstrip()
        start, end = len(before) - len(before.split()[-1]) if before else 0, len(before)
        if not before:
            end = len(text.split()[0])
    return part.block.text.origin(part.start + start, part.start + end)


def _left_out(before: Slice, earlier: Place, part: Slice, place: Place, text: str) -> Iterator[Fault]:
    """What lies in the article between two paragraphs that follow each other in the quotation."""
    if place.end <= earlier.start:
        yield Fault("order", "the article has this paragraph before the one above it", *part.origin)
        return
    words = len(fold(text[earlier.end : place.start]))
    marked = ELLIPSIS.search(before.text[-8:]) or ELLIPSIS.search(part.text[:8])
    if words and not marked:
        told = f"{words} words" if words > 1 else "a word"
        yield Fault("gap", f"{told} of the article between these paragraphs left out without a mark", *part.origin)


def _cut_off(part: Slice, place: Place, text: str) -> Iterator[Fault]:
    where = cut_before_qualifier(text, place.end)
    if where is None:
        return
    word = text[slice(*where)]
    following = part.block.text.value[part.end :].lstrip(" \t\n\"'”’»“,.;:—–-)").casefold()
    if following.startswith(word.casefold()):
        return
    rest = " ".join(text[where[0] :].partition("\n\n")[0].split())
    words = f"the quotation stops before “{word}”: does it keep the sense of “{_shown(rest.partition('. ')[0])}”?"
    end = part.block.text.origin(part.start, part.end)[1]
    start = part.block.text.origin(max(part.start, part.end - len(part.text.split()[-1])), part.end)[0]
    yield Fault("cut", words, start, end)


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]} …"
