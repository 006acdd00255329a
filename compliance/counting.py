"""How long a text is: in characters, words, sentences, paragraphs and lines.

A *character* is what a reader takes for one: a grapheme cluster (Unicode Standard Annex #29) of the rendered text after
canonical composition (NFC). A run of white space counts as one space, none at either end; clusters of code points that
nothing shows (soft hyphens, zero-width spaces, loose variation selectors) do not count. The quoter's own words in
[square brackets] do not count either, for they are not the publisher's; a marked omission, `[...]` or `[…]`, does, as
it stands: it is part of how the publisher's text is shown, and counting it is the stricter of the two readings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from unicodedata import is_normalized, normalize

WORD_METHOD: Final = "words between white space, lone dashes not counted"
_LONGEST_GLOSS: Final = 200  # longer brackets are no gloss, and must not hide a quotation from a limit

# Code points that neither join their neighbours in a grapheme cluster nor are invisible, whatever stands beside them of
# this set: each is a cluster of its own (a test proves it). White space is one space before they are looked at.
_SIMPLE: Final = (
    r" -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482\u048a-\u052f"
    r"\u0531-\u0556\u0559-\u058a\u05d0-\u05ea\u0620-\u064a\u0660-\u066f\u0671-\u06d3\u06f0-\u06ff\u10a0-\u10c5\u10d0-\u10ff"
    r"\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2070\u2071\u2074-\u208e\u20a0-\u20bf\u2100-\u218b\u2190-\u2426\u2460-\u2b73"
    r"\u3001-\u3029\u3030-\u303d\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9d"
)
_KNOTTY: Final = re.compile(f"[{_SIMPLE}]?[^{_SIMPLE}]+(?:[{_SIMPLE}][^{_SIMPLE}]+)*[{_SIMPLE}]?")
_BRACKET: Final = re.compile(r"[\[\]]|\n[ \t\r\f\v]*\n")
_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]{2}")  # one cluster; `\X` counts long runs of them in square time
_PARAGRAPH_BREAK: Final = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_WORDLIKE: Final = re.compile(r"[^\W_]")
_UNSPACED: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)
_SENTENCE_END: Final = re.compile(r"[.!?…؟।]+[\"'”’»“)\]]*|[。！？]+[」』”’）]*")
_ABBREVIATION: Final = re.compile(
    r"(?i)(?:\b(?:mr|mrs|ms|dr|prof|st|vs|etc|no|vol|pp?|fig|gen|sen|rep|gov|jr|sr|inc|ltd|approx|ca|cf|e\.g|i\.e|z\.b|"
    r"bzw|vgl|р|м|ст|стор|вул|им|г|т\.д|т\.п)|(?-i:(?:\b|\.)[^\W\d_a-z]))\.\Z"
)


@dataclass(frozen=True, slots=True)
class Count:
    """A length in characters by its two common readings. Counts add up."""

    with_spaces: int = 0
    without_spaces: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.with_spaces + other.with_spaces, self.without_spaces + other.without_spaces)


def count(text: str) -> Count:
    """The length of a text in characters, with spaces and without (see the module's text for what counts)."""
    line = " ".join(without_glosses(text).split())
    if not is_normalized("NFC", line):
        line = " ".join(normalize("NFC", line).split())
    whole, spaces = len(line), line.count(" ")
    for run in _KNOTTY.finditer(line):
        extra, extra_spaces = _surplus(line, *run.span())
        whole, spaces = whole - extra, spaces - extra_spaces
    return Count(max(0, whole), max(0, whole - spaces))


def characters(text: str, *, spaces: bool = True) -> int:
    """The number of characters of a text, with the spaces between its words or without them."""
    size = count(text)
    return size.with_spaces if spaces else size.without_spaces


def without_glosses(text: str) -> str:
    """The text without the quoter's words in square brackets; omission marks, and brackets without a partner, stay."""
    if "[" not in text:
        return text
    kept, done, opened = [], 0, []
    for mark in _BRACKET.finditer(text):
        if mark.group() == "[":
            opened.append(mark.start())
        elif mark.group() == "]" and opened:
            start = opened.pop()
            if not opened and _is_gloss(text, start + 1, mark.start()):
                kept.append(text[done:start])
                done = mark.end()
        else:
            opened.clear()
    return "".join((*kept, text[done:]))


def _is_gloss(text: str, start: int, end: int) -> bool:
    if end - start > _LONGEST_GLOSS:
        return False
    inner = "".join(text[start:end].split())
    omission = not inner.strip(".…") and ("…" in inner or len(inner) >= 3)
    return not omission


def _surplus(line: str, start: int, end: int) -> tuple[int, int]:
    """How many code points, and how many spaces, of a run do not count as characters of their own."""
    import regex  # type: ignore[import-untyped]

    invisible = regex.compile(r"\p{Default_Ignorable_Code_Point}+").fullmatch
    run = line[start:end]
    shown = [c for c in regex.findall(r"\X", _FLAG.sub("x", run)) if not invisible(c)]
    single = [c for before, c in pairwise([" " if start == 0 else "", *shown]) if not c == " " == before]
    if end == len(line) and single[-1:] == [" "]:
        single.pop()
    return len(run) - len(single), run.count(" ") - single.count(" ")


def words(text: str) -> int:
    """The number of words: parts between white space that hold a letter or a digit (`WORD_METHOD`)."""
    return sum(1 for part in without_glosses(text).split() if _WORDLIKE.search(part))


def has_spaced_words(text: str) -> bool:
    """Whether words can be told apart without a dictionary: at most one letter in ten is Chinese, Japanese, Thai ..."""
    letters = sum(1 for c in text if c.isalpha())
    return 10 * len(_UNSPACED.findall(text)) <= letters


def sentences(text: str) -> int:
    """The number of sentences: they end with `.`, `!`, `?` or `…` and white space, no lower-case letter behind it.

    A full stop behind an initial or a usual abbreviation (`Dr.`, `e.g.`) ends none. An estimate, as every method is.
    """
    return sum(_sentences(" ".join(part.split())) for part in _PARAGRAPH_BREAK.split(without_glosses(text)))


def _sentences(paragraph: str) -> int:
    total, done = 0, 0
    for mark in _SENTENCE_END.finditer(paragraph):
        if _ends_sentence(paragraph, mark.start(), mark.end()):
            total += _WORDLIKE.search(paragraph, done, mark.start()) is not None
            done = mark.end()
    return total + (_WORDLIKE.search(paragraph, done) is not None)


def _ends_sentence(text: str, start: int, end: int) -> bool:
    if text[start] in "。！？" or end == len(text):
        return True
    if not text[end].isspace() or text[end : end + 2].lstrip()[:1].islower():
        return False
    return not _ABBREVIATION.search(text[max(0, start - 8) : start + 1])


def paragraphs(text: str) -> int:
    """The number of paragraphs: parts between blank lines that hold anything visible."""
    return sum(1 for part in _PARAGRAPH_BREAK.split(text) if part.strip())


def lines(text: str) -> int:
    """The number of lines that hold anything visible, as broken in the rendered text (verse, addresses)."""
    return sum(1 for line in text.splitlines() if line.strip())
