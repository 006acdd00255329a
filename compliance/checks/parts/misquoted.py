"""How a quotation differs from the article that it is taken from. Imported only where there is a text to compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from compliance.checks.parts.quoters import (
    end_mark,
    is_question_unasked,
    may_stand_outside,
    told_as_additions,
    without_notes,
)
from compliance.matching.fold import fold
from compliance.matching.locating import ELLIPSIS
from compliance.matching.qualifiers import cut_before_qualifier, negations, swallowed
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
_BARE: Final = 2
"""Words of a bracket up to which a negation in it turns the sentence; a longer one explains."""
_NUMBER: Final = 24
_FOLLOWING: Final = 4
"""Words of the draft behind the quotation among which the qualifier may stand."""
_STRUCK: Final = ("del", "s", "strike")
_SHORT: Final = 6
_LIKE: Final = 0.8
"""Words, and the part of them that the article has, below which a run may well be somebody else's."""
Kind = Literal[
    "absent",
    "outside",
    "foreign",
    "differs",
    "resembles",
    "gap",
    "order",
    "cut",
    "swallowed",
    "turned",
    "asked",
    "struck",
]


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
        words = without_notes(part.text, text)
        place = place_of(words, text)
        yield from _struck(part)
        if place is None:
            yield from _absent(part, words, source)
        else:
            yield from _differing(part, words, place, text)
            if before is not None:
                yield from _left_out(*before, part, place, text)
            before = part, place
    if before is not None:
        yield from _cut_off(*before, text)
        yield from _unasked(*before, text)


def _struck(part: Slice) -> Iterator[Fault]:
    """Words of the quotation that its page strikes out."""
    for name, start, end in part.block.marks:
        first, last = max(start, part.start), min(end, part.end)
        if name in _STRUCK and first < last:
            words = f"“{_shown(part.block.text.value[first:last])}” is struck out: does the article strike it out?"
            yield Fault("struck", words, *part.block.text.origin(first, last))


def _absent(part: Slice, words: str, source: Source) -> Iterator[Fault]:
    ours = fold(words)
    if _spaced(ours.words) in _spaced(fold(source.title).words):
        place = place_of(words, source.title)
        yield from _differing(part, words, place, source.title) if place else ()
        return
    if len(ours) < _FEWEST:
        return
    known = folded(source.text or "").counts
    if sum(key in known for key in ours.key_list) < _SAME_LANGUAGE * len(ours):
        yield Fault("foreign", "hardly a word of this quotation is in the article: is it a translation?", *part.origin)
    elif may_stand_outside(words, source.text or ""):
        told = "this quotation is not in the article's story: does its page have it, in the standfirst or a caption?"
        yield Fault("outside", told, *part.origin)
    else:
        yield Fault("absent", "this quotation is not in the article", *part.origin)


def _spaced(words: list[str]) -> str:
    return f" {' '.join(words)} "


def _differing(part: Slice, ours: str, place: Place, text: str) -> Iterator[Fault]:
    theirs = text[place.start : end_mark(text, place.end)]
    edits = differences(ours, theirs)
    yield from _swallowing(part, ours, theirs, edits)
    wrong, theirs = told_as_additions([edit for edit in edits if not edit.allowed], ours, theirs)
    if not wrong:
        return
    words = "; ".join(_told(edit, ours, theirs) for edit in wrong[:_TOLD])
    if len(wrong) > _TOLD:
        words += f"; {len(wrong) - _TOLD} more"
    if within((place.start, place.start + len(theirs)), quotations(text)):
        words += " (words that the article itself quotes)"
    alike = place.similarity >= _LIKE or len(ours.split()) >= _SHORT
    yield Fault("differs" if alike else "resembles", words, *_place(wrong[0], part), _shown(theirs))


def _swallowing(part: Slice, ours: str, theirs: str, edits: tuple[WordEdit, ...]) -> Iterator[Fault]:
    """Marked omissions and brackets that take away, or bring in, the word that turns the sentence."""
    for edit in edits:
        own = edit.kind != "dropped" and ours.rfind("[", 0, edit.start + 1) > ours.rfind("]", 0, edit.start)
        if not edit.allowed or not (own or edit.kind == "dropped"):
            continue
        mine = ours[edit.start : edit.end]
        gone = swallowed(theirs, edit.source_start, edit.source_end)
        if gone and not negations(mine):
            named = ", ".join(f"“{theirs[start:end]}”" for start, end in gone[:_TOLD])
            how = f"“[{_shown(mine)}]” stands for" if own else "the ellipsis leaves out"
            yield Fault("swallowed", f"{how} {named}: does the sense stay?", *_place(edit, part), _shown(theirs))
        elif own and not gone and negations(mine) and len(mine.split()) <= _BARE:
            told = f"“[{_shown(mine)}]” is not the article's: does the sense stay?"
            yield Fault("turned", told, *_place(edit, part), _shown(theirs))


def _told(edit: WordEdit, ours: str, theirs: str) -> str:
    mine = _whole(ours, edit.start, edit.end)
    yours = _whole(theirs, edit.source_start, edit.source_end)
    if edit.kind == "dropped" or not mine:
        before = ours[: edit.start].split()
        return f"“{_shown(yours)}” is left out{f' after “{before[-1]}”' if before else ''}"
    if edit.kind == "added" or not yours:
        return f"“{_shown(mine)}” is added"
    if edit.kind == "swapped":
        return f"the article has “{_shown(yours)}”, in another order than “{_shown(mine)}”"
    return f"the article has “{_shown(yours)}”, not “{_shown(mine)}”"


def _whole(text: str, start: int, end: int) -> str:
    """The words of an edit, with the rest of a number that it is within."""
    words = text[start:end].strip()
    if start == end or any(char.isalpha() for char in words):
        return words
    while start and not text[start - 1].isspace() and end - start < _NUMBER:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - start < _NUMBER:
        end += 1
    whole = text[start:end].strip()
    return whole.strip(",.;:()\"“”„«»‘’'") if any(char.isdigit() for char in whole) else whole


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
    following = part.block.text.value[part.end : part.end + 80].casefold().split()[:_FOLLOWING]
    if any(word.casefold() == other.strip("\"'”’»“‘,.;:—–-()") for other in following):
        return
    rest = " ".join(text[place.end :].partition("\n\n")[0].lstrip(' ,.;:—–-”’»"').split())
    words = f"the quotation stops before “{word}”: does it keep the sense of “{_shown(rest.partition('. ')[0])}”?"
    yield Fault("cut", words, *_last_word(part))


def _unasked(part: Slice, place: Place, text: str) -> Iterator[Fault]:
    """A whole question of the article that is no question in the quotation."""
    goes_on = part.block.text.value[part.end : part.end + 4]
    if is_question_unasked(part.text, goes_on, text, (place.start, place.end)):
        yield Fault("asked", "the article asks this, with a question mark: does the sense stay?", *_last_word(part))


def _last_word(part: Slice) -> tuple[int, int]:
    end = part.block.text.origin(part.start, part.end)[1]
    return part.block.text.origin(max(part.start, part.end - len(part.text.split()[-1])), part.end)[0], end


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]} …"
