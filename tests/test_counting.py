"""Counting: what is one character, and that the way a text is written down makes no difference."""

from __future__ import annotations

import subprocess
import sys
from time import process_time
from unicodedata import normalize

import pytest
import regex  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from compliance import counting
from compliance.counting import Count, characters, count, has_spaced_words, lines, paragraphs, sentences, words

TEXTS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("aéя [].…\n\r\t\u00a0\u00ad\u200b\u200d\ufe0f\u0301\u0306🇺🇦👍🏽👩нक्षि한\u1100\u1161가\u0600"),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "with_spaces", "without"),
    [
        ("", 0, 0),
        ("   ", 0, 0),
        ("Rain fell.", 10, 9),
        ("  two  spaces \n\n and a break ", 22, 18),
        ("a\u00a0b\u202fc", 5, 3),
        ("Їжак", 4, 4),
        (normalize("NFD", "Їжак"), 4, 4),
        ("👨‍👩‍👧‍👦 🇺🇦 👍🏽", 5, 3),
        ("в\u00adо\u00adда", 4, 4),
        ("a\u200bb\ufeff", 2, 2),
        ("Hello world." + "\ufe01" * 300, 12, 11),
        ("नमस्ते दुनिया", 7, 6),
        ("wait … and ... go", 17, 13),
        ("He [the mayor] left.", 8, 7),
        ("[T]he rain", 7, 6),
        ("It fell [...] again […] here", 28, 23),
        ("One [unclosed bracket", 21, 19),
        ("One ] two [ three", 17, 13),
        ("[" + "x" * 300 + "]", 302, 302),
        ("open [ here\n\nclose ] there", 25, 20),
        ("a [b [c] d] e", 3, 2),
        ("\u200b a \u200b b \u200b", 3, 2),
    ],
)
def test_characters_are_what_a_reader_sees(text: str, with_spaces: int, without: int) -> None:
    assert count(text) == Count(with_spaces, without)
    assert (characters(text), characters(text, spaces=False)) == (with_spaces, without)


def _by_definition(text: str) -> Count:
    """The slow way: all clusters of the whole text, invisible ones dropped, runs of spaces made one."""
    line = normalize("NFC", " ".join(normalize("NFC", " ".join(text.split())).split()))
    shown = [c for c in regex.findall(r"\X", line) if not regex.fullmatch(r"\p{Default_Ignorable_Code_Point}+", c)]
    kept = [c for i, c in enumerate(shown) if c != " " or (i and shown[i - 1] != " ")]
    while kept[-1:] == [" "]:
        kept.pop()
    return Count(len(kept), len(kept) - kept.count(" "))


@given(TEXTS.filter(lambda text: "[" not in text))
def test_the_quick_way_counts_as_the_definition_does(text: str) -> None:
    assert count(text) == _by_definition(text)


def test_every_simple_code_point_is_a_cluster_of_its_own() -> None:
    """A boundary between two code points depends on their classes: with these classes there always is one."""
    alone = regex.compile(r"[\p{GCB=Other}\p{GCB=LV}\p{GCB=LVT}--\p{Default_Ignorable_Code_Point}]", regex.V1)
    points = [chr(i) for a, b in counting._SIMPLE for i in range(a, b + 1)]
    assert len(points) > 40_000
    assert not [p for p in points if not alone.fullmatch(p)]
    assert len(regex.findall(r"\X", "".join(points))) == len(points)
    assert not [p for p in points if p.isspace() and p != " "]


def test_plain_texts_are_counted_without_loading_regex() -> None:
    code = (
        "import sys; from compliance.counting import count; count('Дощ — “rain”, l’été… 雨');"
        "sys.exit('regex' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(TEXTS)
def test_the_form_of_unicode_makes_no_difference(text: str) -> None:
    assert count(normalize("NFC", text)) == count(normalize("NFD", text))


@given(TEXTS)
def test_line_ends_make_no_difference(text: str) -> None:
    text = text.replace("\r", "")
    crlf = text.replace("\n", "\r\n")
    assert (count(text), words(text), sentences(text)) == (count(crlf), words(crlf), sentences(crlf))
    assert (paragraphs(text), lines(text)) == (paragraphs(crlf), lines(crlf))


@given(st.lists(st.from_regex(r"[\w,.!]{1,8}", fullmatch=True), min_size=1, max_size=12), st.data())
def test_wrapping_makes_no_difference(parts: list[str], data: st.DataObject) -> None:
    wrapped = parts[0] + "".join(data.draw(st.sampled_from(["\n", " ", " \n  "])) + part for part in parts[1:])
    flat = " ".join(parts)
    assert (count(wrapped), words(wrapped), sentences(wrapped)) == (count(flat), words(flat), sentences(flat))


@given(TEXTS)
def test_no_reading_is_larger_than_the_text(text: str) -> None:
    size = count(text)
    assert 0 <= size.without_spaces <= size.with_spaces <= len(normalize("NFC", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("Rain fell on Kyiv", 4),
        ("Rain — and more rain", 4),
        ("1,500 people (mostly young)", 4),
        ("well-known facts", 2),
        ("He [the mayor] left", 2),
        ("… - * !", 0),
    ],
)
def test_words_stand_between_white_space(text: str, expected: int) -> None:
    assert words(text) == expected


def test_words_cannot_be_told_in_scripts_without_spaces() -> None:
    assert has_spaced_words("Дощ іде") is True
    assert has_spaced_words("今天下雨了") is False
    assert has_spaced_words("The word 雨 means rain in Japanese") is True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("No end", 1),
        ("Rain fell. It fell again! Why? …", 3),
        ("Dr. J. Smith left at 3.15 p.m. yesterday.", 1),
        ("“It rained.” She smiled.", 2),
        ("Wait... what? Yes.", 2),
        ("A heading\n\nOne. Two.", 3),
        ("下雨了。真的！", 2),
        ("Дощ ішов. Потім у м. Києві перестав.", 2),
    ],
)
def test_sentences_end_where_a_reader_sees_their_end(text: str, expected: int) -> None:
    assert sentences(text) == expected


def test_paragraphs_and_lines_are_those_with_something_in_them() -> None:
    text = "one\ntwo\n\n \n\nthree\n"
    assert (paragraphs(text), lines(text)) == (2, 3)


@pytest.mark.parametrize(
    "unit",
    [
        *("[", "]", "[]", "[.", ".", "! ", ". x", "\n", "\n ", "[ \n\n", "x"),
        *("\u200b", "\u200b ", "a\u00ad", "🇺🇦", "🇺🇦\u200d", "👩\u200d", "\u0301", "a\u0301", "क्", "\u0600", "\u1100"),
    ],
)
def test_hostile_texts_take_linear_time(unit: str) -> None:
    text = unit * 100_000
    start = process_time()
    count(text), words(text), sentences(text), paragraphs(text), lines(text), has_spaced_words(text)
    assert process_time() - start < 8
