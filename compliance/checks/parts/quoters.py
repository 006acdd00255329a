"""What a quotation has of its quoter's: notes in round brackets, sentences added, a question mark put or taken away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from compliance.matching.fold import fold
from compliance.matching.words import WordEdit
from compliance.reuse.copies.finds import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOTE: Final = re.compile(
    r"""\((?:\W*(?:
    sic!? | [?!]{1,3}
    | (?:(?:our|my|bold|added)\s)?(?:emphas[ie]s|italics|bold|underlining|highlighting)
        (?:\s(?:is|are))?(?:\s(?:mine|ours|added|supplied|in\s(?:the\s)?original))?
    | (?:our|my|own|author['’]s)\stranslation | translation\s(?:mine|ours|by\s[^()]{1,60}) | translated\s[^()]{1,60}
    | (?:translator|editor|author)['’]?s?['’]?\snote[^()]{0,60} | (?:ed|tr|trans)\.(?:\snote)?
    | (?:Hervorhebung|Herv\.|Übersetzung|Übers\.|Anm\.|Anmerkung)[^()]{0,60}
    | (?:nous|c['’]est\s(?:moi|nous)\squi)\ssoulign[^()]{0,40}
    | (?:souligné|traduction|trad\.|NDLR|NdT|n\.d\.l\.r)[^()]{0,60}
    | (?:énfasis|cursivas?|negritas?|traducción|N\.\s?de\s(?:la\s)?[TR]|el\ssubrayado)[^()]{0,60}
    | (?:corsivo|grassetto|traduzione|enfasi|NdR|NdT|n\.d\.[rt]\.)[^()]{0,60}
    | (?:grifo|ênfase|tradução)[^()]{0,60} | (?:nadruk|cursivering|vertaling|vert\.|noot)[^()]{0,60}
    | (?:podkreślenie|podkr\.|tłum\.|tłumaczenie|przyp\.|zvýraznění|překlad|pozn\.)[^()]{0,60}
    | (?:виділення|курсив|переклад|прим\.|примітка|ред\.|выделен[оие]\w*|перевод|примечание)[^()]{0,60}
    ))\W*\)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Notes of the quoter in round brackets: (emphasis added), (sic), (Übersetzung der Redaktion)."""
_END_MARK: Final = re.compile(r"(?:[^\S\n]?[^\w\s(\[{<\u201c\u201e\u00ab\u2018\u2013\u2014$\u20ac\u00a3-]){0,6}")
"""The marks behind the last word: those that end its sentence."""
_QUESTION: Final = re.compile("[?\u203d\u061f\uff1f]")
_OTHERWISE: Final = re.compile(r"\.\s?\.\s?\.|\u2026")
_SENTENCE: Final = re.compile(r"[.!?\u2026][\"\u2019\u201d\u00bb)\]]*\s+|[\u3002\uff01\uff1f]|\n")
_BEGINS: Final = re.compile(r"[.!?\u2026:][\"\u2019\u201d\u00bb)\]]*\s+|[\u201c\u201e\u00ab\n]|(?<!\w)[\"\u2018']")
_REACH: Final = 600
_OTHER: Final = 0.6
"""The part of a sentence's words that the article has not there, from which on the sentence is an addition."""
_LONGEST: Final = 60
_CONTENT: Final = 6
_STEM: Final = 4
_KNOWN: Final = 0.85


def end_mark(text: str, end: int) -> int:
    """Where the marks behind a word end that end its sentence."""
    found = _END_MARK.match(text, end)
    return found.end() if found else end


def without_notes(quotation: str, article: str) -> str:
    """A quotation with spaces for the quoter's notes in round brackets; those that the article has itself stay."""
    if "(" not in quotation:
        return quotation
    return _NOTE.sub(lambda found: found[0] if found[0] in article else " " * len(found[0]), quotation)


def told_as_additions(edits: Sequence[WordEdit], ours: str, theirs: str) -> tuple[list[WordEdit], str]:
    """The edits, with sentences at either end that the article has not told as added, and its words without them.

    Else they would be held against the sentences that stand in the article there.
    """
    starts = [found.end() for found in _SENTENCE.finditer(ours)]
    kept = list(edits)
    tail = next((at for at in starts if _is_foreign(kept, ours, at, len(ours))), None)
    if tail is not None:
        cut = min(edit.source_start for edit in kept if edit.end > tail)
        kept = [e for e in kept if e.end <= tail] + [WordEdit("added", tail, len(ours), cut, cut, allowed=False)]
        theirs = theirs[:cut].rstrip(" \n\"'“„«‘(")
    head = next((at for at in reversed(starts) if at != tail and _is_foreign(kept, ours, 0, at)), None)
    if head is not None:
        first = WordEdit("added", 0, head, 0, 0, allowed=False)
        kept = [first, *(e for e in kept if e.start >= head)]
    return kept, theirs


def _is_foreign(edits: Sequence[WordEdit], ours: str, start: int, end: int) -> bool:
    """Whether most words of a stretch at an end of the quotation are changed or added, the outermost among them."""
    inside = [e for e in edits if start <= e.start < e.end <= end and e.kind in ("changed", "added")]
    outer = inside and (inside[0].start == start if start == 0 else not re.search(r"\w", ours[inside[-1].end : end]))
    words = len(fold(ours[start:end]))
    return bool(outer) and sum(len(fold(ours[e.start : e.end])) for e in inside) >= max(1, _OTHER * words)


def is_question_unasked(ours: str, goes_on: str, text: str, place: tuple[int, int]) -> bool:
    """Whether a question of the article stands whole in the quotation, at its end, without its question mark."""
    start, end = place
    marks = text[end : end_mark(text, end)]
    if not _QUESTION.search(marks):
        return False
    last = ours[-8:] + goes_on
    if _QUESTION.search(last) or _OTHERWISE.search(ours[-8:]):
        return False
    reach = max(0, end - _REACH)
    begins = max((found.end() for found in _BEGINS.finditer(text, reach, end)), default=reach)
    return not any(char.isalpha() for char in text[begins:start])


def may_stand_outside(quotation: str, article: str) -> bool:
    """Whether words that the story has not may be its standfirst or a caption: one sentence with the story's own words.

    Those of a page are not kept. What names or counts something that the story does not have is none of them.
    """
    ours = fold(quotation)
    if len(ours) > _LONGEST or _SENTENCE.search(quotation.strip()):
        return False
    known = folded(article).counts
    words = list(zip(ours.words, ours.key_list, ours.starts.tolist(), strict=True))
    stems = {word[:_STEM] for word in folded(article).words}
    telling = [word[:_STEM] in stems for word, _, _ in words if len(word) >= _CONTENT]
    strict = [
        key in known
        for word, key, at in words
        if any(char.isdigit() for char in word) or (at > ours.starts[0] and quotation[at].isupper())
    ]
    return len(telling) > 1 and all(strict) and sum(telling) >= _KNOWN * len(telling)
