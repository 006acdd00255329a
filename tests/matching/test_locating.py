"""Finding the place of a quotation in its source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.matching.locating import locate
from compliance.matching.words import differences
from tests.matching.articles import ARTICLE, HOST


def placed(quotation: str, source: str = ARTICLE) -> str | None:
    """The words of the source that a quotation is said to stand for."""
    place = locate(quotation, source)
    return source[place.start : place.end] if place else None


@pytest.mark.parametrize(
    ("quotation", "place"),
    [
        ("the harbour fund", "the harbour fund"),
        ("We promised that no-one would be stranded", "we promised that nobody would be stranded"),
        ("[The critics] say the money should go to [the bridge]", "say the money should go to"),
        ("1500 tonnes of cod", "1,500 tonnes of cod"),
        ("the line loses 2.3 million crowns a year", "the line loses 2.4 million crowns a year"),
        (
            "An engineer \u2026 found that a bridge would cost forty times as much",
            "An engineer who studied the strait in 2009 found that a bridge would cost forty times as much",
        ),
        ("Rely on the 23:40 [boat], the last of the day", "rely on the 23:40 departure, the last of the day"),
    ],
)
def test_the_place_of_a_quotation(quotation: str, place: str) -> None:
    """Changed words, brackets, numbers and ellipses do not hide it; the ends are those of the quotation."""
    assert placed(quotation) == place


def test_words_that_are_not_in_the_source_have_no_place() -> None:
    """A quotation of something else is not found."""
    assert placed("the children refused to eat until somebody mentioned butter") is None
    assert placed("") is None
    assert placed("\u2026") is None


def test_of_two_places_the_better_one_is_taken() -> None:
    """Words that stand elsewhere as well do not draw the place away."""
    source = "The ferry sails. The ferry sails at night only. The ferry."
    assert placed("The ferry sails at night", source) == "The ferry sails at night"


def test_a_long_quotation_has_a_place() -> None:
    """Several hundred words are found as one."""
    long = ARTICLE * 4
    place = locate(long, HOST + long)
    assert place is not None
    assert place.similarity > 0.9


@given(st.text(), st.text())
def test_any_text_can_be_sought(quotation: str, source: str) -> None:
    """A place lies within the source."""
    place = locate(quotation, source)
    assert place is None or 0 <= place.start < place.end <= len(source)


@given(st.integers(0, 400), st.integers(1, 200))
def test_a_verbatim_piece_is_found_where_its_words_stand(start: int, length: int) -> None:
    """Whatever is cut out of the source is found with the same words."""
    piece = ARTICLE[start : start + length]
    words = placed(piece)
    assert words is None or len(words) <= len(piece) + 30


@pytest.mark.parametrize("piece", ["... a ", "[a ", "[", "1,", "a ", "!\n", "[a]"])
def test_hostile_quotations_take_linear_time(piece: str) -> None:
    """A hundred thousand of one thing are located and compared at once."""
    hostile = piece * 100_000
    assert locate(hostile, hostile) is None or differences(hostile, hostile) == ()


def test_the_parts_around_an_ellipsis_need_not_stand_around_the_first_place_of_the_longest() -> None:
    """Where the longest part stands earlier as well, the others tell which place it is."""
    source = "The Office of Management and Budget met. Marc Groman is the head of the Office of Management and Budget."
    assert placed("Marc Groman is the \u2026 Office of Management and Budget", source) == source[41:-1]


@pytest.mark.parametrize("quotation", ["We saw [a problem or oppertunity]", "[A problem or oppertunity] we saw"])
def test_the_brackets_of_the_source_at_an_end_belong_to_the_place(quotation: str) -> None:
    """They are not the quoter's, so that they are compared."""
    assert placed(quotation, quotation.replace("oppert", "opport")) == quotation.replace("oppert", "opport")
