"""What stands around a text that is taken over and is no part of it: headline, byline, date, credit, editor's note.

So is whatever the policy itself asks for: whether its words are right, its own rule says.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from compliance.addresses import same_site
from compliance.checks.parts.folding import folded
from compliance.checks.parts.likeness import likeness, words
from compliance.expressions import expression
from compliance.reuse.sentences import has_any
from compliance.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.checks.case import Case
    from compliance.drafts.model import Slice

Kind = Literal["", "furniture", "unsure"]
_NOTE: Final = (
    r"(?:editor(?:[’'`]?s|s[’'`])? note|note (?:from|by) the editors?|ed(?:itor)?s?\.? ?note|publisher[’'`]?s note|"
    r"ed\.:|anmerkung der redaktion|anm\. ?d\. ?red|note de la rédaction|n\.?d\.?l\.?r\b|nota (?:de la redacción|del "
    r"editor|da redação|del director|della redazione)|n\.d\.r|від редакції|примітка редакції|прим\. ?ред|"
    r"от редакции|примечание редакции|od redakcji|poznámka redakce|编者按|編者按)"
)
_IS_NOTE: Final = expression(rf"(?i)\W{{0,8}}{_NOTE}")
_NOTE_WITHIN: Final = expression(rf"(?i)[\[(]\s?{_NOTE}[^\[\]()]{{0,1000}}+[\])]")
_WORD: Final = expression(r"[^\W_]+")
_YEAR: Final = expression(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SENTENCE: Final = expression(r"[.!?…。！？][\"”’»)]*\Z")
_SMALL_WORDS: Final = (
    "by and with for in at on of the from to updated published posted first last modified reporter staff writer editor "
    "correspondent special min mins minute minutes read photo photos text words story am pm utc gmt cet est edt et "
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "von und par por y e de di da le la du am um uhr publié mis jour veröffentlicht aktualisiert publicado pubblicato "
    "автор автори авторы текст фото опубліковано оновлено опубликовано обновлено року год г"
)
_FIRST_WORDS: Final = "by von par por de di автор автори авторы текст text words story"
_FILLERS: Final = frozenset(_SMALL_WORDS.split())
_BYLINE: Final = frozenset(_FIRST_WORDS.split())
_LONGEST_BYLINE: Final = 14  # words
_LONGEST_DATE: Final = 6
_LONGEST_HEADLINE: Final = 20
_LONGEST_NOTICE: Final = 60
_EDGE: Final = 60
_HALF: Final = 0.5
_ALIKE: Final = 0.8
_LONG_WORDING: Final = 8
_TITLES: Final = ("title", "headline", "subtitle", "subheadline", "description", "summary", "excerpt", "lead", "dek")


def text_of(parts: Sequence[Slice]) -> str:
    """The words of some parts, blocks parted by a blank line."""
    return "\n\n".join(part.text for part in parts)


class Furniture:
    """Knows what of a draft is no part of an article that is taken over."""

    def __init__(self, case: Case) -> None:
        article = _words(case.reuse.source.text or "")
        self._case = case
        self._head, self._tail = article[:_EDGE], article[-_EDGE:]
        self._pairs = set(pairwise(article))
        self._names = [
            folded(name) for name in (*(a.partition(",")[0] for a in case.reuse.source.authors), *case.publisher.names)
        ]
        stated = (case.draft.front_matter.get(key) for key in _TITLES)
        titles = (case.reuse.source.title, *(entry.value for entry in stated if entry is not None))
        self._titles = {folded(title) for title in titles if title}
        self._credited = {id(c.block): len(c.block.text) for c in case.reuse.credits if c.block is not None}
        self._has_heading = any(b.kind == "heading" for b in case.draft.blocks)

    def cleared(self, parts: Sequence[Slice]) -> tuple[list[Slice], list[Slice]]:
        """The parts of a body that are compared with the article, and those of which it is not sure what they are."""
        rest = [piece for part in parts if not self._is_anywhere(part) for piece in _without_notes(part)]
        unsure: list[Slice] = []
        at = 0
        while at < len(rest) and (kind := self._above(rest, at)):
            unsure += [rest[at]] * (kind == "unsure")
            at += 1
        end = len(rest)
        while end > at and (kind := self._below(rest[end - 1])):
            unsure += [rest[end - 1]] * (kind == "unsure")
            end -= 1
        return rest[at:end], unsure

    def _is_anywhere(self, part: Slice) -> bool:
        pictured = part.block.inside("caption", "figure") is not None
        credit = self._credited.get(id(part.block)) == part.end - part.start
        return pictured or credit or bool(_IS_NOTE.match(part.text)) or self._is_asked_for(part.text)

    def _is_asked_for(self, text: str) -> bool:
        """Whether a text is no more than wordings that the policy's credits ask for, or an attempt at a long one."""
        rest, said = folded(text), words(text)
        for wording in self._case.wordings:
            if not wording.names:
                rest = rest.replace(wording.literals[0], " ")
            wanted = words(wording.filled(self._case))
            like = likeness(said, wanted)
            if like > _ALIKE and len(wanted) >= _LONG_WORDING:
                return True
            if like > _HALF and any(wording.literals) and wording.filling(folded(text), self._case):
                return True
        return bool(said) and not any(map(str.isalnum, rest))

    def _above(self, parts: Sequence[Slice], at: int) -> Kind:
        words = _words(parts[at].text)
        if not words:
            return "furniture"
        if self._head[: len(words)] == words[:_EDGE]:
            return ""
        if self._is_title(parts[at], first=at == 0) or self._is_byline(parts[at].text):
            return "furniture"
        following = parts[at + 1].text if at + 1 < len(parts) else ""
        standfirst = self._is_byline(following) or (at > 0 and _is_emphasised(parts[at]))
        return "unsure" if not self._is_theirs(words) and (standfirst or self._is_notice(parts[at])) else ""

    def _below(self, part: Slice) -> Kind:
        words = _words(part.text)
        if not words:
            return "furniture"
        if self._tail[-len(words) :] == words[-_EDGE:]:
            return ""
        if self._is_byline(part.text):
            return "furniture"
        return "unsure" if not self._is_theirs(words) and self._is_notice(part) else ""

    def _is_theirs(self, words: Sequence[str]) -> bool:
        """Whether words are the article's, edited or not."""
        return 2 * sum(pair in self._pairs for pair in pairwise(words)) >= len(words)

    def _is_title(self, part: Slice, *, first: bool) -> bool:
        if part.block.inside("heading") is not None or folded(part.text) in self._titles:
            return True
        short = len(part.text.split()) <= _LONGEST_HEADLINE and not _SENTENCE.search(part.text.rstrip())
        return first and short and not self._has_heading and not self._titles_stated()

    def _titles_stated(self) -> bool:
        return self._case.draft.front_matter.get("title") is not None

    def _is_byline(self, text: str) -> bool:
        """Whether a line says who wrote it, for whom, and when, and nothing else."""
        plain = folded(text)
        tokens = _WORD.findall(plain)
        if not tokens or len(tokens) > _LONGEST_BYLINE:
            return False
        named = [name for name in self._names if name and name in plain]
        for name in named:
            plain = plain.replace(name, " ")
        left = [w for w in _WORD.findall(plain) if w not in _FILLERS and not w[0].isdigit()]
        dated = bool(_YEAR.search(text)) and len(tokens) <= _LONGEST_DATE
        if not left:
            return bool(named) or dated or tokens[0] in _BYLINE
        if dated and len(left) == 1:
            return True
        capitals = [w for w in _WORD.findall(text) if folded(w) not in _FILLERS]
        return tokens[0] in _BYLINE and len(tokens) > 1 and all(w[:1].isupper() or w.isdigit() for w in capitals)

    def _is_notice(self, part: Slice) -> bool:
        """Whether a paragraph may be about the article, its author or its publisher, such as a line on the author."""
        if len(part.text.split()) > _LONGEST_NOTICE:
            return False
        linked = (k.address for k in self._case.draft.links if k.block is part.block)
        return any(same_site(address, self._case.reuse.domain) for address in linked) or has_any(
            folded(part.text), tuple(filter(None, self._names))
        )


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _is_emphasised(part: Slice) -> bool:
    """Whether all of a part is set in italics or bold."""
    return any(
        name in ("em", "strong", "i", "b") and start <= part.start and part.end <= end
        for name, start, end in part.block.marks
    )


def _without_notes(part: Slice) -> Iterator[Slice]:
    """A part without the editor's notes in brackets within it, and without what is struck out."""
    at = part.start
    notes = [note.span() for note in _NOTE_WITHIN.finditer(part.block.text.value, part.start, part.end)]
    struck = [(start, end) for name, start, end in part.block.marks if name in ("del", "s", "strike")]
    for start, end in sorted((*notes, *struck)):
        if at < start <= part.end:
            yield replace(part, start=at, end=start)
        at = max(at, end)
    if at < part.end:
        yield replace(part, start=at)
