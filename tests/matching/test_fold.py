"""Folding: what compares equal, and where it stood."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.matching.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("don\u2019t", "don't"),
        ("\u201cYes\u201d \u2014 he said", '"yes" - he said'),
        ("caf\u00e9", "cafe\u0301"),
        ("caf\u00e9", "cafe"),
        ("\ufb01nd the o\ufb03ce", "find the office"),
        ("Stra\u00dfe", "STRASSE"),
        ("co\u00adoperate", "cooperate"),
        ("zero\u200bwidth", "zerowidth"),
        ("[T]he end", "The end"),
        ("he mov[ed] on", "he moved on"),
        ("well\u2011known", "well known"),
        ("wait\u2026 what", "wait... what"),
        ("one\u00a0two\n three", "one two three"),
        ("\u0399\u03a3\u03a4\u039f\u03a3", "\u03b9\u03c3\u03c4\u03bf\u03c2"),
        ("\u304c", "\u304b\u3099"),
        ("\ud55c\uad6d", unicodedata.normalize("NFD", "\ud55c\uad6d")),
        ("\uff26\uff55\uff4c\uff4c", "full"),
    ],
)
def test_typography_makes_no_difference(one: str, other: str) -> None:
    """Variants of one text have the same words and the same keys."""
    assert fold(one).words == fold(other).words
    assert fold(one).key_list == fold(other).key_list


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\u65e5\u672c\u8a9e", ["\u65e5", "\u672c", "\u8a9e"]),
        ("\u65e5\u672c in 2024", ["\u65e5", "\u672c", "in", "2024"]),
        ("\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35", ["\u0e2a", "\u0e27\u0e31", "\u0e2a", "\u0e14\u0e35"]),
        ("\u0939\u093f\u0928\u094d\u0926\u0940 \u0915\u093e", ["\u0939\u093f\u0928\u094d\u0926\u0940", "\u0915\u093e"]),
        ("word[1]next", ["word", "1", "next"]),
        ("", []),
        ("\u2026 [] '", []),
    ],
)
def test_units(text: str, words: list[str]) -> None:
    """Words are units, and so are the characters of scripts without spaces; marks that tell words apart stay."""
    assert fold(text).words == words


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("[T]he end", ["[T]he", "end"]),
        ("mov[ed] on", ["mov[ed]", "on"]),
        ("cafe\u0301s, cafe\u0301!", ["cafe\u0301s", "cafe\u0301"]),
        ("\ufb01nd don\u2019t", ["\ufb01nd", "don\u2019t"]),
        ("\u304b\u3099\u304d", ["\u304b\u3099", "\u304d"]),
    ],
)
def test_offsets_take_in_the_whole_word(text: str, stretches: list[str]) -> None:
    """Accents, joined brackets and ligatures belong to the word around them."""
    folded = fold(text)
    assert [text[a:b] for a, b in zip(folded.starts, folded.ends, strict=True)] == stretches


@given(st.text())
def test_every_unit_folds_back_to_itself(text: str) -> None:
    """The stretch of each unit, folded alone, is that unit; the stretches are in order and apart."""
    folded = fold(text)
    end = 0
    for start, stop, word in zip(folded.starts.tolist(), folded.ends.tolist(), folded.words, strict=True):
        assert end <= start < stop <= len(text)
        assert "".join(fold(text[start:stop]).words) == word
        end = stop


@settings(max_examples=10, deadline=None)
@given(st.lists(st.text(alphabet="ab\u00e9\u0301 .\n[]'\u65e5\ufb01", max_size=30), min_size=1, max_size=3))
def test_a_long_text_folds_as_its_pieces(parts: list[str]) -> None:
    """Beyond the length that is folded at once nothing changes but the offsets."""
    filler = "lorem ipsum " * 1500
    whole = "".join(f"{filler}{part} " for part in parts)
    folded = fold(whole)
    assert folded.words == [word for part in parts for word in [*(["lorem", "ipsum"] * 1500), *fold(part).words]]
    offsets = zip(folded.starts.tolist(), folded.ends.tolist(), folded.words, strict=True)
    assert all(whole[start:end] == word for start, end, word in offsets if word in ("lorem", "ipsum"))


def test_sentences_are_numbered() -> None:
    """Full stops end a sentence, points in numbers and single line ends do not, empty lines do."""
    text = "It rose 2.4 per\ncent. Then it fell!\n\nHeading\n\nLast \u65e5\u3002\u672c"
    assert fold(text).sentences.tolist() == [0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 3, 3, 4]


def test_keys_are_the_same_everywhere() -> None:
    """The index keeps hashes on disk, so their values are part of its format."""
    assert fold("ferry").key_list == [10156734831815704449]
