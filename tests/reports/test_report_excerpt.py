"""The draft's lines with a mark under the place."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.drafts.lines import Lines
from compliance.reports.display import glyphs, width
from compliance.reports.excerpt import Row, excerpt

LETTERS = "ab 漢字é́\t👩‍🚀🇳🇿אב\u200b\u202e\r\n\x07"


def rows(text: str, start: int, end: int, room: int = 80) -> list[Row]:
    return excerpt(text, Lines(text), start, end, room)


def under(row: Row) -> str:
    """What stands above the mark: the characters printed in its columns, with those that join them."""
    column, found, above = 0, "", False
    for shown, columns in glyphs(row.shown):
        if columns:
            above = row.before <= column < row.before + row.wide
        found += shown if above else ""
        column += columns
    return found


def test_a_short_line_is_shown_whole() -> None:
    """A line that fits is not cut."""
    assert rows("one two three\n", 4, 7) == [Row(1, "one two three", 4, 3)]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("漢字の「引用」です", "引用"),
        ("cafe\u0301 MARK", "MARK"),
        ("👩‍🚀🇳🇿👍🏽❤️ MARK", "MARK"),
        ("א ב MARK ג", "MARK"),
        ("한국 MARK", "MARK"),
        ("\u1112\u1161\u11ab MARK", "MARK"),
        ("नमस्ते", "स्"),
        ("\u200d\u200b字MARK", "MARK"),
    ],
)
def test_the_mark_stands_under_the_place(line: str, place: str) -> None:
    """Wide characters take two columns, joined ones none."""
    at = line.index(place)
    assert under(rows(line, at, at + len(place))[0]) == place


def test_a_tab_is_four_columns() -> None:
    """A tab is printed as spaces, so that the mark stands right on any terminal."""
    assert rows("\ta\tb", 3, 4) == [Row(1, "    a    b", 9, 1)]


def test_a_mark_on_a_combining_character_is_under_the_whole_of_it() -> None:
    """A place that begins within a character is marked from where the character begins."""
    assert rows("ae\u0301b", 2, 3) == [Row(1, "ae\u0301b", 1, 1)]


def test_an_empty_place_has_one_mark() -> None:
    """A place without length is a single column, also at the end of the text."""
    assert rows("ab", 2, 2) == [Row(1, "ab", 2, 1)]


def test_a_place_over_lines_shows_its_first_and_last_line() -> None:
    """The lines between are left out; white space at the end is no part of the place."""
    assert rows("one\ntwo\nthree\n\n", 1, 15) == [Row(1, "one", 1, 1, "from here"), Row(3, "three", 4, 1, "to here")]


def test_a_long_line_is_shown_around_the_place() -> None:
    """A window of the line, an ellipsis at each cut."""
    line = "x" * 5_000 + "MARK" + "y" * 5_000
    (row,) = rows(line, 5_000, 5_004, 40)
    assert (row.shown[0], row.shown[-1], under(row), width(row.shown)) == ("…", "…", "MARK", 40)


def test_a_place_longer_than_the_screen_shows_both_ends() -> None:
    """The two ends of a long place in one line are two rows of that line."""
    line = "a" * 100 + "B" + "c" * 10_000 + "D" + "e" * 100
    head, tail = rows(line, 100, 10_102, 40)
    assert (head.line, under(head), tail.line, under(tail)) == (1, "B", 1, "D")


@pytest.mark.parametrize(("start", "end"), [(-5, 3), (2, 900), (900, 901), (5, 1)])
def test_a_place_outside_the_text_is_taken_as_near_to_it(start: int, end: int) -> None:
    """Wrong offsets are drawn somewhere, never refused."""
    assert rows("one two", start, end)


def test_a_hostile_line_costs_no_more_than_its_window() -> None:
    """A place in a line of 10 million characters is drawn without walking the line."""
    text = "漢\u0301" * 5_000_000
    lines = Lines(text)
    before = process_time()
    for start in range(0, 100_000, 1_000):
        excerpt(text, lines, start, start + 40, 80)
    assert process_time() - before < 2


@given(st.text(LETTERS, max_size=200), st.text(LETTERS, max_size=200), st.integers(24, 90))
def test_the_mark_stands_under_the_place_in_any_text(before: str, after: str, room: int) -> None:
    """Whatever stands around it, cut or whole, the mark is under the place and as wide as it."""
    (row,) = rows(f"{before}MARK{after}", len(before), len(before) + 4, room)
    assert under(row)[:4] == "MARK"
    assert row.wide == 4


@given(st.text(LETTERS, max_size=300), st.integers(0, 300), st.integers(0, 300), st.integers(24, 90))
def test_a_row_keeps_within_the_room(text: str, start: int, end: int, room: int) -> None:
    """Neither the line nor the mark is wider than there is room for, the mark past the line's end by one column."""
    for row in rows(text, start, end, room):
        assert width(row.shown) <= room
        assert row.before + row.wide <= width(row.shown) + 1
