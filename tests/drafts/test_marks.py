"""Which quotation marks belong together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.drafts.marks import pair


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("He said “yes”, then “no”.", ["yes", "no"]),
        (
            "„Ja“, »nein«, «oui», ”kyllä”, »niin», „tak”, 『はい』",
            ["Ja", "nein", "oui", "kyllä", "niin", "tak", "はい"],
        ),
        ("“outer ‘inner’ outer”", ["outer ‘inner’ outer"]),
        ("« un « deux » trois »", [" un « deux » trois "]),
        ('he said "it\'s" and "that"', ["it's", "that"]),
        ("他说\"你好\"然后说'再见'。", ["你好", "再见"]),
        ("the dogs' tails and Tom's", []),
        ("rock 'n' roll in the '90s, 'tis true", []),
        ('6\'2" tall, 5" wide', []),
        ("‘the boys’ plan’ and ‘don’t’", ["the boys’ plan", "don’t"]),
        ("one “never closed", []),
        ("“yes ”, „ja “. 'no ' and “ why ”", ["yes ", "ja ", "no ", " why "]),
        ('said: "yes " and: " no " 5 " wide', ["yes ", " no "]),
        ("“three ‘four ’ ”", ["three ‘four ’ "]),
        ("never opened” here", []),
        ("(“in brackets”)—“after a dash”", ["in brackets", "after a dash"]),
    ],
)
def test_runs_are_paired(text: str, runs: list[str]) -> None:
    assert [text[start + 1 : end] for start, end in pair(text, ()).runs] == runs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("said: “never closed", "never closed"),
        ("said: « never closed", " never closed"),
        ("“one “two” three", "one "),
        ("“CS 229″ is a course", "CS 229"),
        ("“one ‘two’ three", "one ‘two’ three"),
        ('“one" and two', "one"),
        ("“one“. Two", "one"),
        ('said: "never closed', None),
        ("“ alone and “closed”", None),
        ("24” wide, “closed”", None),
    ],
)
def test_words_of_a_mark_that_nothing_closes(text: str, words: str | None) -> None:
    found = pair(text, ()).endless
    assert (found and text[slice(*found)]) == words


def test_skipped_ranges_have_no_marks() -> None:
    assert pair('a "b" c', [(2, 5)]).runs == ()


@given(st.text("a b.“”„\"'’‘«»「」", max_size=40))
def test_runs_are_in_order_and_apart(text: str) -> None:
    runs = pair(text, ()).runs
    assert all(start < end for start, end in runs)
    assert all(before[1] < after[0] for before, after in pairwise(runs))
