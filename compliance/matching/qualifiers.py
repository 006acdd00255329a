"""Whether a quotation leaves out the word that turns its sentence: stops right before it, or swallows it."""

from __future__ import annotations

import re
from typing import Final

_ALL_QUALIFIERS: Final = """
but unless not except although though however if provided without until despite yet nor never rather only whereas while
aber sondern außer nicht jedoch obwohl wenn falls sofern doch ohne
maar tenzij behalve niet echter hoewel mits
mais sauf pas sinon cependant toutefois quoique excepté
pero sino salvo excepto aunque mas porém exceto não embora
ma però tranne eccetto non sebbene
ale jednak chyba nie choć lecz avšak však pokud ledaže
але однак проте крім якщо хоча окрім но однако кроме если хотя не
"""
_ALL_LIMITS: Final = """
but unless except only until provided although
aber sondern außer jedoch obwohl falls sofern nur
maar tenzij behalve echter hoewel mits
mais sauf sinon cependant toutefois excepté seulement
pero sino salvo excepto aunque porém exceto embora sólo
però tranne eccetto sebbene solo
ale jednak choć lecz avšak však ledaže tylko jen
але однак проте крім хоча окрім лише тільки но однако кроме хотя только лишь
"""
_ALL_NEGATIONS: Final = """
not never no nor neither cannot without hardly scarcely barely nobody nothing none
nicht nie niemals kein keine keinen keinem keiner keines ohne kaum nichts niemand weder
niet nooit geen zonder nauwelijks niets niemand
pas jamais aucun aucune sans ni guère rien
no nunca jamás sin tampoco apenas nada nadie não sem nem nenhum nenhuma
non mai senza né nessun nessuno nessuna niente
nie nigdy bez nikt nic ani ne není nikdy nikdo
не ні ніколи без навряд ніхто нічого ни нет никогда никто ничего едва
"""
_CONJUNCTIONS: Final = """
and or und oder en of et ou y e o ed i oraz lub nebo і й та або и или
"""
_QUALIFIERS: Final = frozenset(_ALL_QUALIFIERS.split())
_LIMITS: Final = frozenset(_ALL_LIMITS.split())
"""Qualifiers that no writer leaves out with a clause of their own, such as "unless it rains"."""
_NEGATIONS: Final = frozenset(_ALL_NEGATIONS.split())
_AT_A_HEAD: Final = "provided"
"""A limit at the head of a clause only."""
_AND: Final = frozenset(_CONJUNCTIONS.split())
_BETWEEN: Final = 2
"""Words that may stand between "and" and the negation that it joins to the clause: and there never was."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_NEXT_WORD: Final = re.compile(
    r"[\s,;:()\"\u2018\u2019\u201c\u201d\u00ab\u00bb\u2013\u2014-]{0,12}([^\W\d_]+(?:['\u2019][^\W\d_]+)*)"
)
_FURTHER: Final = re.compile(r" ([^\W\d_]+(?:['\u2019][^\W\d_]+)*)")
_SPEAKER: Final = re.compile(
    r",?[\"\u2019\u201d\u00bb],? [^.!?\n\"\u2018\u201c\u201e\u00ab]{2,80}[,:\u2013\u2014-] ?"
    r"[\"\u2018\u201c\u201e\u00ab]([^\W\d_]+)"
)
"""The speaker's name between two parts of one sentence: “It stays open,” she said, “but ...”."""
_CLAUSE: Final = re.compile(
    r"[,;:](?!\d)|[()\u2014]|\s[-\u2013]+\s|(?<!\W[A-Z])[.!?\u2026][\"\u2019\u201d\u00bb)]*(?=\s+[^a-z\s])|\n\n"
)
"""What parts a clause from what stands beside it."""
_SENTENCE: Final = re.compile(r"[.!?\u2026]|\n\n")
_NUMBERED: Final = re.compile(r"(?i:no)\.?\s?\d")
_GAP: Final = 8
Span = tuple[int, int]


def cut_before_qualifier(source: str, end: int) -> Span | None:
    """Where the qualifier stands, if the sentence of the source goes on with one right after `end`; else None.

    So it does with "but", "and there never was", and with the speaker's name before the "but". `end` is the code-point
    offset in the source at which the quotation stops; so is the answer.
    """
    first = _NEXT_WORD.match(source, end)
    if not first or "\n\n" in first.group():
        return None
    if first[1].casefold() in _QUALIFIERS:
        return first.span(1)
    if first[1] in _AND:
        return _joined_negation(source, first.end())
    speaker = _SPEAKER.match(source, end)
    return speaker.span(1) if speaker and speaker[1].casefold() in _QUALIFIERS else None


def _joined_negation(source: str, at: int) -> Span | None:
    """A limit right behind an "and", or a negation few words behind it."""
    for number in range(_BETWEEN + 1):
        word = _FURTHER.match(source, at)
        if not word:
            return None
        if is_negation(word[1]) or (number == 0 and word[1].casefold() in _LIMITS):
            return word.span(1)
        at = word.end()
    return None


def is_negation(word: str) -> bool:
    """Whether a word denies: not, never, won't."""
    plain = word.casefold().replace("\u2019", "'")
    return plain in _NEGATIONS or plain.endswith("n't")


def negations(text: str) -> list[str]:
    """The words of a text that deny."""
    return [word for word in _WORD.findall(text) if is_negation(word)]


def swallowed(source: str, start: int, end: int) -> list[Span]:
    """Where in a stretch that a quotation leaves out words stand that turn what it keeps.

    A negation turns it where no comma or the like parts it from what is kept before or after; a clause, a remark and a
    sentence with negations of their own may go. A limit ("unless", "only") turns it at the head of a clause, too.
    """
    begin, finish = start, end
    while begin and start - begin < _GAP and not source[begin - 1].isalnum():
        begin -= 1
    while finish < len(source) and finish - end < _GAP and not source[finish].isalnum():
        finish += 1
    breaks = [match.span() for match in _CLAUSE.finditer(source, begin, finish + 1)]
    return [
        match.span()
        for match in _WORD.finditer(source, start, end)
        if _turns(match, [b for b in breaks if b[1] <= match.start()], [b for b in breaks if b[0] >= match.end()])
    ]


def _turns(word: re.Match[str], before: list[Span], after: list[Span]) -> bool:
    """Whether a word turns what is kept, by the marks between clauses before and after it in what is left out."""
    text = word.string
    touches = (not before or not after) and word[0] != _AT_A_HEAD
    if is_negation(word[0]):
        return touches and not _NUMBERED.match(text, word.start())
    if word[0].casefold() not in _LIMITS:
        return False
    heads = bool(before) and not any(char.isalnum() for char in text[before[-1][1] : word.start()])
    within = not all(any(_SENTENCE.search(text, *span) for span in spans) for spans in (before, after))
    return touches or (heads and within)
