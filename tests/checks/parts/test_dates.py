"""Dates as people write them are told apart."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.checks.parts.dates import shows_day, shows_year, written
from compliance.checks.parts.folding import folded

DAY = "2026-10-01"
SPELLINGS = """
2026-10-01
October 1, 2026
October 1st, 2026
Oct. 1 2026
1 October 2026
1st of October 2026
1 Oct 2026
1-Oct-2026
01.10.2026
1.10.26
01/10/2026
10/01/2026
2026年10月1日
1 жовтня 2026 року
1 октября 2026 г.
1. Oktober 2026
1er octobre 2026
1 de octubre de 2026
1º de outubro de 2026
1 ottobre 2026
1° ottobre 2026
1 października 2026
Thursday, October 1, 2026, 12:30
2026, October 1
October 1
1 kastrychnika 2026
""".strip().splitlines()
OTHERS = """
2026
October 2026
on Friday
October 3, 2026
1 October 2025
1 November 2026
10.01.2026
2026-01-10
1 листопада 2026
11 October 2026
3 kastrychnika 2026
May 3, 2026
""".strip().splitlines()


@pytest.mark.parametrize("text", SPELLINGS)
def test_a_spelling_of_the_day(text: str) -> None:
    assert shows_day(folded(text), DAY, "first")


@pytest.mark.parametrize("text", OTHERS)
def test_not_the_day(text: str) -> None:
    assert not shows_day(folded(text), DAY, "first")


@pytest.mark.parametrize(("nearest", "shown"), [("first", False), ("last", True), ("any", True)])
def test_which_of_several_dates_counts(nearest: str, shown: bool) -> None:  # noqa: FBT001 - a test's case
    assert shows_day("3 october 2026, 1 october 2026", DAY, nearest) is shown  # type: ignore[arg-type]


@pytest.mark.parametrize("stated", ["2026", "2026-10", "2026-10-01T08:00:00Z"])
def test_only_what_is_stated_of_a_day_is_compared(stated: str) -> None:
    assert shows_day("1 october 2026", stated, "first")
    assert not shows_day("1 october 2025", stated, "first")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_day_written_out_is_that_day_and_no_other(day: date, other: date) -> None:
    text = folded(f"on {written(day.isoformat())} in the Herald")
    assert shows_day(text, day.isoformat(), "first")
    assert shows_day(text, other.isoformat(), "first") is (day == other)
    assert shows_year(text, other.isoformat(), "first") is (day.year == other.year)


@given(st.text(max_size=60), st.text(max_size=12))
def test_any_text_is_read(text: str, stated: str) -> None:
    shows_day(folded(text), stated, "any")
    shows_year(folded(text), stated, "any")
    written(stated)


@pytest.mark.parametrize("hostile", ["1" * 100_000, "1 " * 50_000, "1." * 50_000, "may " * 30_000, "1 may " * 20_000])
def test_hostile_text_takes_no_long_time(hostile: str) -> None:
    assert not shows_day(hostile, DAY, "first")
