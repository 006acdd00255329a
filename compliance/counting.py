"""How long a text is: in characters, words, sentences, paragraphs and lines.

A *character* is what a reader takes for one: a grapheme cluster (Unicode Standard Annex #29) of the rendered text after
canonical composition (NFC). A run of white space counts as one space, none at either end; clusters of code points that
nothing shows (soft hyphens, zero-width spaces, loose variation selectors) do not count. The quoter's own words in
[square brackets] do not count either, for they are not the publisher's; a marked omission, `[...]` or `[…]`, does, as
it stands: it is part of how the publisher's text is shown, and counting it is the stricter of the two readings.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from typing import Final
from unicodedata import is_normalized, normalize

from compliance.expressions import expression
from compliance.values import dataclass

WORD_METHOD: Final = "words between white space, lone dashes not counted"
_LONGEST_GLOSS: Final = 200  # longer brackets are no gloss, and must not hide a quotation from a limit

# First and last code points of ranges that neither join their neighbours in a grapheme cluster nor are invisible,
# whatever stands beside them of this set: each is a cluster of its own (a test proves it). White space is one space.
_SIMPLE: Final = (
    (0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0x2FF), (0x370, 0x377), (0x37A, 0x37F), (0x384, 0x38A), (0x38C, 0x38C),
    (0x38E, 0x3A1), (0x3A3, 0x482), (0x48A, 0x52F), (0x531, 0x556), (0x559, 0x58A), (0x5D0, 0x5EA), (0x620, 0x64A),
    (0x660, 0x66F), (0x671, 0x6D3), (0x6F0, 0x6FF), (0x10A0, 0x10C5), (0x10D0, 0x10FF), (0x1E00, 0x1EFF),
    (0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x2071), (0x2074, 0x208E), (0x20A0, 0x20BF), (0x2100, 0x218B),
    (0x2190, 0x2426), (0x2460, 0x2B73), (0x3001, 0x3029), (0x3030, 0x303D), (0x3041, 0x3096), (0x309B, 0x30FF),
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xFF01, 0xFF9D), (0x1F300, 0x1F3FA), (0x1F400, 0x1F64F),
    (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF),
)  # fmt: skip
# Thai and Lao, Burmese, Khmer, kana, Chinese characters.
_UNSPACED: Final = (
    (0xE00, 0xEFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0x20000, 0x3FFFF),
)  # fmt: skip
_BRACKET: Final = expression(r"[\[\]]|\n[ \t\r\f\v]*\n")
_FLAG: Final = expression("[\U0001f1e6-\U0001f1ff]{2}")  # one cluster; `\X` counts long runs of them in square time
_PARAGRAPH_BREAK: Final = expression(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_WORDLIKE: Final = expression(r"[^\W_]")
_SENTENCE_END: Final = expression(r"[.!?…؟।]+[\"'”’»“)\]]*|[。！？]+[」』”’）]*")
_ABBREVIATION: Final = expression(
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
    if not (line.isascii() and line.isprintable()) and not all(map(_is_simple, set(line))):
        for run in _knotty().finditer(line):
            extra, extra_spaces = _surplus(line, *run.span())
            whole, spaces = whole - extra, spaces - extra_spaces
    return Count(max(0, whole), max(0, whole - spaces))


@cache
def _is_simple(char: str) -> bool:
    return _among(char, _SIMPLE)


def _among(char: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    at = bisect_right(ranges, (ord(char), sys.maxunicode))
    return at > 0 and ord(char) <= ranges[at - 1][1]


@cache
def _knotty() -> re.Pattern[str]:
    """Code points that are not simple, with the simple ones beside them."""
    simple = "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in _SIMPLE)
    return re.compile(f"[{simple}]?[^{simple}]+(?:[{simple}][^{simple}]+)*[{simple}]?")


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
    if text.isascii():
        return True
    letters = {c: text.count(c) for c in set(text) if c.isalpha()}
    return 10 * sum(n for c, n in letters.items() if is_unspaced(c)) <= sum(letters.values())


def is_unspaced(char: str) -> bool:
    """Whether a character is of a script that is written without spaces between words."""
    return _among(char, _UNSPACED)


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
