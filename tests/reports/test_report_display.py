"""What is safe to print, and how wide it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.reports.display import clean, paint, width, wrap

ANY = st.text(st.characters())


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("Київ", 4),
        ("漢字", 4),
        ("ｱ", 1),
        ("Ａ", 2),
        ("e\u0301", 1),
        ("👍", 2),
        ("👍🏽", 2),
        ("☝🏽", 2),
        ("❤️", 2),
        ("👩‍🚀", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("🇺🇦", 2),
        ("\u1112\u1161\u11ab", 2),
        ("क\u200dष", 2),
        ("a\u200bb", 2),
        ("\u3000", 2),
        ("\u00a0", 1),
    ],
)
def test_width_is_that_of_a_terminal(text: str, columns: int) -> None:
    """Wide characters take two columns, joining ones none."""
    assert width(text) == columns


@given(ANY)
def test_nothing_that_steers_a_terminal_is_printed(text: str) -> None:
    """Of controls, half surrogate pairs and marks of direction nothing is left."""
    kept = {unicodedata.category(char) for char in clean(text) if char not in "\u200c\u200d"}
    assert not kept & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(clean(text)) & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(ANY)
def test_clean_text_is_one_line_and_stays_as_it_is(text: str) -> None:
    """A second cleaning finds nothing to do."""
    once = clean(text)
    assert len(once.splitlines()) <= 1
    assert clean(once) == once


@given(st.text("ab 漢é\n\t", max_size=200), st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_nothing(text: str, room: int) -> None:
    """A line is wider than the room only if it is one run that may not be broken; no character is lost."""
    lines = wrap(text, room)
    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")
    assert [line for line in lines if width(line) > room and ("漢" in line or " " in line)] == []


def test_an_address_stays_in_one_piece() -> None:
    """A word that is wider than the screen is left whole, so that it can be clicked and copied."""
    address = "https://kite.example/" + "a" * 80
    assert wrap(f"see {address} for more", 40) == ["see", address, "for more"]


def test_text_without_spaces_breaks_between_wide_characters() -> None:
    """Japanese and Chinese terms wrap too."""
    assert wrap("漢" * 10, 8) == ["漢" * 4, "漢" * 4, "漢" * 2]


def test_colour_is_on_request() -> None:
    """Without colour the text is as it was."""
    assert (paint("a", "1", colour=False), paint("a", "1", colour=True)) == ("a", "\x1b[1ma\x1b[0m")
