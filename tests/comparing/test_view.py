"""Two sides abreast: no word is lost, no line is too wide, and what differs is marked."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.comparing.abreast import abreast
from compliance.comparing.columns import one_side, side_by_side
from compliance.reports.display import GREEN, RED, width

WORDS = st.sampled_from(
    ["the", "pier", "old", "(new", "5%", "5", "tide,", "[sic]", "漢字漢字", "re-use", "reuse", "ё́", "…"]
)
SIDES = st.lists(WORDS, max_size=25).map(" ".join)


@settings(deadline=None)
@given(SIDES, SIDES)
def test_every_word_of_either_side_is_there_once(draft: str, source: str) -> None:
    pairs = list(abreast(draft, source))
    for side, text in (("draft", draft), ("source", source)):
        words = ["".join(part for part, _ in getattr(pair, side)) for pair in pairs]
        assert [word for word in words if word] == text.split()


@settings(deadline=None)
@given(SIDES, SIDES, st.integers(10, 50), st.booleans())
def test_no_line_is_wider_than_its_room(draft: str, source: str, room: int, colour: bool) -> None:  # noqa: FBT001
    pairs = list(abreast(draft, source))
    for line in side_by_side(pairs, room, ("", ""), colour=colour):
        assert width(line) <= 2 * room + 3
        assert width(line.partition(" |")[0]) <= room
    for line in one_side([(pair.draft, pair.left_out) for pair in pairs], room, "", colour=colour):
        assert width(line) <= room


def test_what_differs_is_bracketed_without_colour_and_painted_with_it() -> None:
    pairs = list(abreast("the (old) pier of ours", "the (new) pier"))
    assert list(side_by_side(pairs, 30, (RED, GREEN), colour=False)) == [
        "the ([old]) pier [of ours]     | the ([new]) pier"
    ]
    (line,) = side_by_side(pairs, 30, (RED, GREEN), colour=True)
    assert f"the (\x1b[{RED}mold\x1b[0m) pier \x1b[{RED}mof ours\x1b[0m" in line
    assert line.endswith(f"| the (\x1b[{GREEN}mnew\x1b[0m) pier")


def test_the_middle_of_a_long_equal_stretch_is_left_out() -> None:
    words = " ".join(f"word{n}" for n in range(100))
    lines = list(side_by_side(abreast(f"{words} mine", f"{words} yours"), 40, ("", ""), colour=False))
    assert sum("... 60 equal words ..." in line for line in lines) == 1
    assert "word0" in lines[0]
    assert "[mine]" in lines[-1]


def test_nothing_that_steers_a_terminal_is_printed() -> None:
    (line,) = side_by_side(abreast("a\x1b[2Jb \u202e", "a\x1b[2Jb"), 30, ("", ""), colour=False)
    assert line.isprintable()
