"""Credits that nobody can list, put together from words: `this commentary` + `first` + `appeared` + a link.

`strong`: the words say that the text was published elsewhere before, or is published again. `weak`: they only say that
it was published, or where an original is.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from compliance.expressions import expression
from compliance.reuse import credit_words
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = expression(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE = expression(r"(?<!\d)[.!?…][\"'”’)\]_*]*\s*(?=[^\s.!?…])|[。！？]")
_UNSPACED: Final = "\u2e80"
_APART = 100  # characters between `zuerst` and `erschienen`
_WIDE = 14  # the same where words are not parted by spaces
_LINK = 60  # characters between the words and the link
_VERSION = 6  # words of `An edited version of this`
_CLOSE = 3  # words, or characters, in which something follows at once
_MANY = 20  # words of publishing in one text that are looked at
_SHORT = 200  # characters: a longer paragraph is more than a hint at an original
_OPENING: Final = " \t\n*_~[](){}<>—–-•|:：\"'“”‘’©"
_SOME: Final = frozenset({"a", "an", "our", "my", "new"})  # what is published, not where
_CLOSING: Final = frozenset("”»’›")  # what it ends is no sentence of its own
_VERB_LAST = frozenset({"erschienen", "veröffentlicht", "publiziert", "abgedruckt", "gepubliceerd", "verschenen"})


@dataclass(frozen=True, slots=True)
class Formula:
    """Where a credit's words begin, where the sentence that they stand in begins, and whether they are enough alone.

    ``subject``: the sentence begins with what it says was published.
    """

    at: int
    sentence: int
    strong: bool
    subject: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    kind: str
    start: int
    end: int
    parted: bool = True  # whether words are parted by spaces


def composed(text: str, links: Sequence[tuple[int, int]]) -> Formula | None:
    """The first credit in a text (lower case) put together from words; ``links`` are the ranges of its links."""
    if not _may_hold(text):
        return None
    hits = sorted(_hits(text), key=lambda h: h.start)
    at = {kind: [h for h in hits if h.kind == kind] for kind in ("first", "published", "again", "works", "originals")}
    strong = [*(h.start for h in at["again"]), *_first_published(text, at["first"], at["published"])]
    if strong:
        begin = _begin(text, min(strong))
        opens = any(begin <= h.start <= begin + 3 for h in at["published"])  # `Published with the permission of ...`
        return Formula(begin if opens else min(strong), begin, strong=True)
    near = [
        h
        for h in at["published"]
        if any(b - h.end <= _LINK and h.start - e <= _LINK for b, e in links) and _is_placed(text, h, links)
    ]
    for hit in near:
        begin = _begin(text, hit.start)
        if _is_subject(text[begin : hit.start], [h for h in at["works"] if begin <= h.start < hit.start], begin):
            return Formula(hit.start, begin, strong=False, subject=bool(text[begin : hit.start].strip(_OPENING)))
    if at["originals"] and links and len(text) <= _SHORT:
        begin = _begin(text, at["originals"][0].start)
        if {*_TOKEN.findall(text, begin, at["originals"][0].start)} <= credit_words.LEADING:
            return Formula(at["originals"][0].start, begin, strong=False)
    return None


def _is_placed(text: str, hit: _Hit, links: Sequence[tuple[int, int]]) -> bool:
    """Whether a link or a preposition follows: `published in ...`, not `published a new post`."""
    if not hit.parted or any(hit.end <= b <= hit.end + _CLOSE or b <= hit.start <= e + _CLOSE for b, e in links):
        return True
    following = text[hit.end : hit.end + _LINK].split()[:_CLOSE]
    return not following or (following[0] not in _SOME and any(w in credit_words.SMALL_WORDS for w in following))


def _first_published(text: str, first: list[_Hit], published: list[_Hit]) -> Iterator[int]:
    for one in first:
        for other in published[:_MANY]:
            between = text[min(one.end, other.end) : max(one.start, other.start)]
            last = one.start < other.start and text[other.start : other.end] in _VERB_LAST
            most = _APART if last else _WIDE if not one.parted else _LINK
            if len(between) <= most and (last or not one.parted or len(between.split()) <= 1):
                yield min(one.start, other.start)


def _begin(text: str, at: int) -> int:
    """Where the sentence around a place begins; a full stop without a space behind it ends one, too."""
    return max((m.end() for m in _SENTENCE.finditer(text, max(0, at - 400), at)), default=0)


def _is_subject(words: str, works: list[_Hit], begin: int) -> bool:
    """Whether what stands before `published` is nothing, or names the text in its first words."""
    plain = words.strip(_OPENING)
    if not plain or plain in credit_words.ADVERBS:
        return words.strip()[:1] not in _CLOSING
    ahead = words[: works[0].start - begin].split() if works else []
    few = len(ahead) <= 1 or (len(ahead) <= _VERSION and not credit_words.VERSIONS.isdisjoint(ahead))
    return bool(works) and few and len(plain) <= _APART


def _may_hold(text: str) -> bool:
    """Whether a text has a word that a credit cannot do without; most have none, and need no closer look."""
    words, beginnings, whole = _deciding()
    tokens = set(_TOKEN.findall(text))
    if "'" in text or "’" in text:
        tokens |= set(_TOKEN.findall(text.replace("'", " ").replace("’", " ")))
    if not words.isdisjoint(tokens) or any(t.startswith(whole) for t in tokens if t[:4] in beginnings):
        return True
    return not text.isascii() and any(phrase in text for _, phrase in _unspaced())


@cache
def _deciding() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """The first words of publishing, publishing again, and originals; beginnings of words, cut short and whole."""
    words, beginnings = _index()
    kinds = {"published", "again", "originals"}
    whole = tuple(start for found in beginnings.values() for kind, start in found if kind in kinds)
    first = frozenset(word for word, phrases in words.items() if any(kind in kinds for kind, _ in phrases))
    return first, frozenset(start[:4] for start in whole), whole


def _hits(text: str) -> Iterator[_Hit]:
    words, beginnings = _index()
    for match in _TOKEN.finditer(text):
        word = match.group()
        start = match.start() + _elided(word)
        for kind, phrase in words.get(text[start : match.end()], ()):
            if text.startswith(phrase, start) and not text[start + len(phrase) : start + len(phrase) + 1].isalpha():
                yield _Hit(kind, start, start + len(phrase))
        for kind, beginning in beginnings.get(word[:4], ()):
            if word.startswith(beginning):
                yield _Hit(kind, match.start(), match.end())
    if not text.isascii():
        for kind, phrase in _unspaced():
            if (start := text.find(phrase)) >= 0:
                yield _Hit(kind, start, start + len(phrase), parted=False)


def _elided(word: str) -> int:
    """How long an article is that is written in one with its word: `l'article`, `dell'articolo`."""
    at = max(word.find("'"), word.find("’"))
    return at + 1 if 1 <= at <= 4 and len(word) - at > 3 else 0


def _all() -> Iterator[tuple[str, str]]:
    for kind, phrases in (
        ("first", credit_words.FIRST),
        ("published", credit_words.PUBLISHED),
        ("again", credit_words.AGAIN),
        ("works", credit_words.WORKS),
        ("originals", credit_words.ORIGINALS),
    ):
        for phrase in phrases:
            yield kind, phrase


@cache
def _index() -> tuple[dict[str, list[tuple[str, str]]], dict[str, list[tuple[str, str]]]]:
    """The phrases by their first word, and the beginnings of words by their first four letters."""
    words: dict[str, list[tuple[str, str]]] = {}
    beginnings: dict[str, list[tuple[str, str]]] = {}
    for kind, phrase in _all():
        first = _TOKEN.match(phrase)
        if phrase.endswith("-"):
            beginnings.setdefault(phrase[:4], []).append((kind, phrase[:-1]))
        elif first and phrase < _UNSPACED:
            words.setdefault(first.group(), []).append((kind, phrase))
    return words, beginnings


@cache
def _unspaced() -> list[tuple[str, str]]:
    return [(kind, phrase) for kind, phrase in _all() if phrase >= _UNSPACED]
