"""The number of words that differ between the two sides of a match."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.matching.edits import count_edits
from compliance.matching.fold import fold
from compliance.matching.seeds import find_runs
from compliance.matching.segments import Segment

WORDS = st.lists(st.sampled_from(["the", "a", "of", "pier", "boat", "vote", "night"]), min_size=1, max_size=40)


def levenshtein(ours: list[str], theirs: list[str]) -> int:
    """The textbook's table."""
    row = list(range(len(theirs) + 1))
    for number, word in enumerate(ours, 1):
        before, row[0] = row[0], number
        for at, other in enumerate(theirs, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (word != other))
    return row[-1]


@given(WORDS, WORDS)
def test_edits_are_the_least_number(ours: list[str], theirs: list[str]) -> None:
    """Whatever runs are known, no fewer edits would do, and no more are told."""
    draft, source = fold(" ".join(ours)), fold(" ".join(theirs))
    runs = find_runs(draft, source, edited=True)
    segment = Segment(0, len(draft), 0, len(source), runs)
    assert count_edits(segment, draft, source) == levenshtein(ours, theirs)


@pytest.mark.parametrize("length", [300, 3000])
def test_a_stray_run_does_not_hide_the_main_ones(length: int) -> None:
    """Words moved from the end to the front cost their number twice, however long the text."""
    words = [f"word{number}" for number in range(length)]
    draft, source = fold(" ".join([*words[-5:], *words[:-5]])), fold(" ".join(words))
    segment = Segment(0, length, 0, length, find_runs(draft, source, edited=True))
    assert count_edits(segment, draft, source) == 10


def test_a_long_text_in_reverse_is_counted_in_linear_time() -> None:
    """Thousands of runs of which no two keep their order."""
    words = [f"word{number}" for number in range(30_000)]
    moved = [word for at in range(len(words) - 3, -1, -3) for word in words[at : at + 3]]
    draft, source = fold(" ".join(moved)), fold(" ".join(words))
    segment = Segment(0, len(draft), 0, len(source), find_runs(draft, source, edited=True))
    assert len(segment.runs) == 10_000
    assert count_edits(segment, draft, source) > 29_000
