"""Which marks around equal words belong to a copy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.matching.align import align
from compliance.matching.fold import fold
from compliance.matching.marks import marks_after, marks_before

WORDS = "the night ferry will run for another four years unless parliament changes the law before summer"


@pytest.mark.parametrize(
    ("draft", "source", "copied"),
    [
        (f"{WORDS}. Ours", f"{WORDS}. Theirs", f"{WORDS}."),
        (f"{WORDS}.\u201d Ours", f'{WORDS}." Theirs', f"{WORDS}.\u201d"),
        (f"{WORDS}.\u201d Ours", f"{WORDS}. Theirs", f"{WORDS}."),
        (f"{WORDS}\u201d. Ours", f"{WORDS}. Theirs", WORDS),
        (f"{WORDS}! Ours", f"{WORDS}. Theirs", WORDS),
        (f"{WORDS}?!) Ours", f"{WORDS}?!) Theirs", f"{WORDS}?!)"),
        (f"{WORDS} (ours)", f"{WORDS} (theirs)", WORDS),
        (f"Ours: \u00ab{WORDS}", f'Theirs: "{WORDS}', f"\u00ab{WORDS}"),
        (f"Ours: {WORDS}", f'Theirs: "{WORDS}', WORDS),
        (f"Ours, {WORDS}", f"Theirs, {WORDS}", WORDS),
        (f"{WORDS} of 3.5 crowns", f"{WORDS} of 3.7 coins", f"{WORDS} of 3"),
        (f"{WORDS} of $5", f"{WORDS} of $6", f"{WORDS} of"),
        (f"$5 {WORDS} of 5% ours", f"$5 {WORDS} of 5% theirs", f"$5 {WORDS} of 5%"),
    ],
)
def test_marks_that_both_sides_have_belong_to_the_copy(draft: str, source: str, copied: str) -> None:
    """Closing marks after the last word and opening ones before the first, in whatever typography."""
    (match,) = align(draft, source)
    assert draft[match.draft_start : match.draft_end] == copied
    assert fold(source[match.source_start : match.source_end]).words == fold(copied).words


def test_a_mark_goes_to_one_match_only() -> None:
    """What ends one copy does not begin the next."""
    assert marks_after('a"b', 1, 'a" ', 1) == 1
    assert marks_before('a"b', 2, '"b', 1, floor=2) == 0


@given(st.text(), st.text(), st.integers(0, 9), st.integers(0, 9))
def test_marks_lie_within_both_texts(ours: str, theirs: str, at: int, there: int) -> None:
    """Whatever the texts, no more marks are told than there are."""
    at, there = min(at, len(ours)), min(there, len(theirs))
    assert marks_before(ours, at, theirs, there, 0) <= min(at, there)
    assert marks_after(ours, at, theirs, there) <= min(len(ours) - at, len(theirs) - there)
