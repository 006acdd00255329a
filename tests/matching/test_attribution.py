"""Which source a stretch of the draft is charged to, and what makes a passage."""

from __future__ import annotations

from compliance.matching.align import Match
from compliance.matching.attribution import attribute
from compliance.matching.passages import group


def match(start: int, end: int) -> Match:
    """A match of a stretch of the draft."""
    return Match(start, end, start + 1000, end + 1000, 1.0, 0, exact=True)


def test_the_source_that_explains_most_gets_the_stretch() -> None:
    """The others are named beside it."""
    found = attribute({"small": [match(10, 60)], "large": [match(0, 100)]})
    assert [(one.source, one.match.draft_start, one.others) for one in found] == [("large", 0, ("small",))]


def test_a_lesser_source_keeps_what_only_it_explains() -> None:
    """Stretches apart go to their own sources, in order of the draft."""
    found = attribute({"a": [match(0, 100), match(500, 520)], "b": [match(200, 260), match(505, 515)]})
    assert [(one.source, one.match.draft_start) for one in found] == [("a", 0), ("b", 200), ("a", 500)]


def test_equal_sources_are_told_apart_by_name() -> None:
    """The answer does not hang on the order of the sources."""
    one, other = {"b": [match(0, 90)], "a": [match(0, 90)]}, {"a": [match(0, 90)], "b": [match(0, 90)]}
    assert attribute(one) == attribute(other)
    assert [(found.source, found.others) for found in attribute(one)] == [("a", ("b",))]


def test_nothing_is_attributed_to_nobody() -> None:
    """Without matches there is nothing to say."""
    assert attribute({"a": []}) == ()


def test_neighbouring_matches_make_one_passage() -> None:
    """Matches with little of the draft between them are one passage; its source side spans them all."""
    first, second, third = match(0, 100), match(106, 200), match(900, 1000)
    passages = group([third, first, second])
    assert [passage.matches for passage in passages] == [(first, second), (third,)]
    assert (passages[0].draft_start, passages[0].draft_end) == (0, 200)
    assert (passages[0].source_start, passages[0].source_end) == (1000, 1200)
