"""What a paragraph's sentences say of the quotation that stands in them or follows them."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from compliance.counting import is_unspaced
from compliance.expressions import expression
from compliance.reuse import cue_words, cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.drafts.model import Link

_END = expression(r"[.!?…][\"'”’»)\]]*+\s++(?=[^\sa-z»])|[。！？][」』”’）]*+|\n\s*\n")
_WORD = expression(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NO_LETTERS = expression(r"[\W_]+")
_SENTENCE = 1000  # characters of a sentence that are looked at
_WRITES_IN = expression(
    r"\b(?:writes?|wrote|writing|written|schreibt|schrieb) +(?:in|for|on|at) +(?:\w+ +){0,2}?[*_\"“]*([A-Z][\w’'-]+)"
)
_AFTER = 5  # words from `about` to the link
_CLAUSE = 60  # characters right before a quotation
_FEW = 3  # words of them
_BRIEF = 250  # characters
_RUNNING = 4  # words of a sentence without an end that is no title
_AFTER_BRACKETS = " \t\n”\"»“’'」』›.,!?…*_"
_COMMON = cue_words.FUNCTION_WORDS | cue_words.PRONOUNS
_CLOSING = " \t\r\n\"'”’»)]}*_~"


def sentence_starts(text: str) -> list[int]:
    """Where sentences begin, first always 0; the point of an initial or a common abbreviation ends none."""
    ends = (m for m in _END.finditer(text) if m.end() < len(text))
    return [0, *(m.end() for m in ends if m.group()[0] != "." or not _abbreviates(text, m.start()))]


def _abbreviates(text: str, point: int) -> bool:
    """Whether the word before a point is an abbreviation: `Dr`, `i.e`, `J`."""
    word = text[max(0, point - 12) : point].replace("\n", " ").rpartition(" ")[2].lstrip("([\"'“„«‘")
    parts = word.split(".")
    short = all(1 <= len(part) <= (2 if len(parts) > 1 else 1) and part.isalpha() for part in parts)
    return short or word.lower() in cue_words.ABBREVIATIONS


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of the sentences that `text[start:end]` lies in."""
    starts = sentence_starts(text)
    begin = max(s for s in starts if s <= start)
    after = [s for s in starts if s >= end]
    return begin, after[0] if after else len(text)


def last_sentence(text: str) -> int:
    """Where the last sentence begins."""
    return sentence_starts(text)[-1]


def leads_in(text: str) -> bool:
    """Whether a paragraph's end points at what follows: a colon."""
    return text.rstrip(_CLOSING).endswith((":", "："))


def introduces_own(text: str) -> bool:
    """Whether the words before a quotation say that it is the author's own: `as I put it in my reply:`, `TL;DR:`."""
    sentence = text[last_sentence(text) :][-_SENTENCE:]
    alone = sentence.rstrip(_CLOSING).replace("：", ":").find(":") == len(sentence.rstrip(_CLOSING)) - 1
    if alone and leads_in(text) and any(word in cues.CALLOUTS for word in label(sentence)):
        return True
    if has_any(sentence, cues.PRIVATE) or _is_own_message(text):
        return True
    own = first_of(sentence, cues.OWN_WORDS)
    return bool(own) and not speaks(sentence.lower().replace(own, ""))


def _is_own_message(text: str) -> bool:
    """Whether a short introduction begins with the author's writing to somebody: `I wrote a long email:`."""
    if len(text) > _BRIEF:
        return False
    first, second, *_ = [w.lower() for w in words(text[:_CLAUSE])] + ["", ""]
    return first in cue_words.FIRST_PERSON and second in cue_words.ONES_OWN and has_any(text, cues.MESSAGES)


def says_oneself(before: str) -> bool:
    """Whether the words right before a quotation say that it is the author's own: `in a post where I ask “...”`."""
    last = [w.lower() for w in words(before[-_CLAUSE:])][-_FEW:]
    return any(one in cue_words.FIRST_PERSON and other in cue_words.ONES_OWN for one, other in pairwise(last))


def writes_elsewhere(text: str, links: Sequence[Link]) -> bool:
    """Whether a text's last sentence says that somebody writes in a work that it has not spoken of, nor links.

    `I read [the Courier](...). It made me think of what Rook wrote in Tides:`
    """
    start = last_sentence(text)
    found = _WRITES_IN.search(text, start, start + _SENTENCE)
    if found is None or any(k.text_end > start for k in links):
        return False
    return not speaks_of(text[:start], links, {found.group(1)})


def is_answered(link: Link) -> bool:
    """Whether somebody says something of, or to, a text that is linked: `a reader replies to [the piece](...)`."""
    ahead = [w.lower() for w in words(link.block.text.value[max(0, link.text_start - _CLAUSE) : link.text_start])]
    if cue_words.WORKS.isdisjoint([*(w.lower() for w in words(link.anchor)), *ahead[-_AFTER:]]):
        return False
    turns = [i for i, w in enumerate(ahead) if i and w in ("about", "to") and ahead[i - 1] in cue_words.SPEECH_WORDS]
    return bool(turns) and len(ahead) - turns[-1] <= _AFTER


def heads(text: str, link: Link) -> bool:
    """Whether a paragraph begins with a link and a colon or a dash, as an entry of a round-up does."""
    following = text[link.text_end :].lstrip(' \t\n*_"”’)')
    return not text[: link.text_start].strip(' \t\n*_"“‘([') and following.startswith((":", "：", *cues.DASHES))


def runs_on(text: str) -> bool:
    """Whether a paragraph's last sentence ends in a word, as what a quotation completes does: `She found that`."""
    last = text[last_sentence(text) :].rstrip(" \t\r\n*_~")
    return last[-1:].isalpha() and not is_unspaced(last[-1]) and len(last.split()) >= _RUNNING


def words(text: str) -> list[str]:
    """The words of a text, as written."""
    return _WORD.findall(text)


@lru_cache(maxsize=256)
def speaks(text: str) -> bool:
    """Whether a text has a word of saying, writing or quoting."""
    return any(w.lower() in cue_words.SPEECH_WORDS for w in words(text)) or any(c in text for c in cue_words.SPEECH_CJK)


def names(text: str) -> set[str]:
    """The capitalised words of a text that may be names: not a sentence's first, unless it acts (`Holt writes`)."""
    starts = sentence_starts(text)
    return set().union(*(_names(text[start:end]) for start, end in pairwise([*starts, len(text)])))


def speakers(sentence: str) -> set[str]:
    """The names of a sentence that may be those of who speaks in it: none, where that is a pronoun."""
    first = _WORD.search(sentence)
    return set() if first and first.group().lower() in cue_words.PRONOUNS else names(sentence)


def _names(sentence: str) -> set[str]:
    found = words(sentence)
    out = {w for w in found[1:] if w[0].isupper() and len(w) > 2}
    first = len(found) > 1 and found[0][0].isupper() and found[0].lower() not in _COMMON
    if first and (found[1].lower() in cue_words.SPEECH_WORDS or _is_name(found[1]) or _goes_on(found[1:3])):
        out.add(found[0])
    return set(map(bare, out))


def _goes_on(verb: list[str]) -> bool:
    return " ".join(verb).lower() in cues.CONTINUATION


def bare(word: str) -> str:
    """A word without the ending of a possessive."""
    return word.removesuffix("'s").removesuffix("’s")


def _is_name(word: str) -> bool:
    return word[0].isupper() and len(word) > 1


def has_any(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether a word of the text begins one of the phrases (lower case), whatever its case and spaces."""
    return bool(first_of(text, phrases))


def first_of(text: str, phrases: tuple[str, ...]) -> str:
    """The first of the phrases (lower case) that a word of the text begins, whatever its case and spaces; else ""."""
    low = " ".join(text.lower().split())
    for phrase in phrases:
        if phrase in low and _begins_word(low, phrase):
            return phrase
    return ""


def _begins_word(low: str, phrase: str) -> bool:
    at = low.find(phrase)
    while at > 0 and low[at - 1].isalnum() and not is_unspaced(phrase[0]):
        at = low.find(phrase, at + 1)
    return at >= 0


def label(text: str) -> Iterator[str]:
    """The words before a colon at a text's start, when they are few: `Source: ...` gives `source`."""
    head, colon, _ = text.replace("：", ":", 1).partition(":")
    if colon and len(head) <= 40:
        yield head.strip(" \t\n*_~>-—–•([").lower()


@lru_cache(maxsize=256)
def squashed(text: str) -> str:
    """Letters and digits alone, lower case: `The Washington Post` as a domain spells it."""
    return _NO_LETTERS.sub("", text.lower())


def speaks_of(text: str, links: Sequence[Link], said: set[str], stop: int | None = None) -> bool:
    """Whether a text (up to a place in it), or an address that it links, has one of these names."""
    if any(_stands_in(name, text, len(text) if stop is None else stop) for name in said):
        return True
    return any(squashed(name) in squashed(link.address) for link in links[-20:] for name in said)


def _stands_in(name: str, text: str, stop: int) -> bool:
    """Whether a name stands in a text before a place as a word of its own."""
    at = text.find(name, 0, stop)
    while at >= 0:
        end = at + len(name)
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            return True
        at = text.find(name, end, stop)
    return False


def weight_of(text: str) -> int:
    """The length of a text where a letter of a script with fewer letters a word weighs more."""
    return (len(text) + len(text.encode("utf-8", "replace"))) // 2


def in_brackets(text: str) -> str:
    """What stands in the brackets that a quotation ends with: `... and the sea. (Psalm 1:1, NIV)`; "" without."""
    end = text.rstrip(_AFTER_BRACKETS)
    start = max(end.rfind("("), end.rfind("（"))
    closed = end.endswith((")", "）")) and 0 <= len(end) - start <= 60
    return end[start:] if start >= 0 and closed else ""
