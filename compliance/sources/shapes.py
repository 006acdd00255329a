"""The shape of a line in any script: does it end as a sentence does, is it long enough for a paragraph."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import regex  # type: ignore[import-untyped]

_PROSE: Final = 45  # characters of an alphabet
_PROSE_OF_MORE: Final = 90  # where a sentence ends inside the line
_PROSE_UNENDED: Final = 180
_PROSE_UNMARKED: Final = 60
_CJK_IS: Final = 3  # letters more that a Chinese or Japanese character is worth


@cache
def _pattern(name: str) -> regex.Pattern[str]:
    import regex

    return regex.compile(
        {
            # A sentence, a clause or a quotation; Sentence_Terminal is part of Terminal_Punctuation.
            "end": r"[\p{Terminal_Punctuation}…‥๚๛\p{Pe}\p{Pf}\p{Pi}\"']\W*\Z",
            "stop": r"(?![?!？！‽⁇⁈⁉])\p{Sentence_Terminal}[\p{Pe}\p{Pf}\"']*\s*\Z",
            "inside": r"\p{Sentence_Terminal}[\p{Pe}\p{Pf}\"']*(?:\s+(?=[^\p{Ll}\s])|(?<=[。！？｡])(?=\S))",
            "cjk": r"[\p{Han}\p{Hiragana}\p{Katakana}]",
            # Scripts that put no mark at a sentence's end, or seldom.
            "unmarked": r"[\p{Thai}\p{Lao}\p{Myanmar}\p{Khmer}\p{Tibetan}\p{Javanese}]",
            "unspaced": r"[\p{Thai}\p{Lao}\p{Myanmar}\p{Khmer}\p{Tibetan}\p{Han}\p{Hiragana}\p{Katakana}]",
        }[name]
    )


def ends(line: str) -> bool:
    """Whether a line ends as a sentence, a clause or a quotation does, and not as a heading."""
    return _pattern("end").search(line[-20:]) is not None


def stops(line: str) -> bool:
    """Whether a line ends with a full stop, in any script."""
    return _pattern("stop").search(line[-20:]) is not None


def is_prose(line: str) -> bool:
    """Whether a line has the shape of a story's paragraph."""
    width = _width(line)
    if width < _PROSE:
        return False
    if ends(line) or width >= _PROSE_UNENDED:
        return True
    if width >= _PROSE_OF_MORE and _pattern("inside").search(line):
        return True
    return width >= _PROSE_UNMARKED and 2 * len(_pattern("unmarked").findall(line)) > len(line)


def is_one_sentence(line: str) -> bool:
    """Whether no sentence ends inside a line."""
    return _pattern("inside").search(line) is None


def is_phrase(line: str) -> bool:
    """Whether a line has the words of a headline: three, or eight letters of a script without spaces."""
    return len(line.split()) >= 3 or len(_pattern("unspaced").findall(line)) >= 8


def _width(line: str) -> int:
    return len(line) + (0 if line.isascii() else _CJK_IS * len(_pattern("cjk").findall(line)))
