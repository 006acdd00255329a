"""Draft against source: what is claimed stands where it is said to stand."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.comparing.holding import compare, compare_many
from compliance.comparing.model import Incomparable
from compliance.comparing.preparing import draft_side, source_side

LINES = (
    "Boats wait for the tide, and the tide waits for no boat, as the harbour master told the council",
    "Nobody remembers who drove the first pile into the mud, though the parish book names a widow",
    "The ferry keeps to six knots between the pier and the breakwater since the spring of last year",
)
KINDS = ("draft.md", "draft.html", "draft.txt")
MARKS = (
    "**",
    "> ",
    "\n\n",
    "`",
    "[",
    "](x)",
    "<p>",
    "</p>",
    "&amp;",
    "\u00ad",
    "…",
    "\r\n",
    "{{< x >}}",
    "\ufeff",
    "[^1]",
    "\t",
)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(KINDS), st.lists(st.one_of(st.sampled_from(LINES + MARKS), st.text(max_size=4)), max_size=9))
def test_places_lie_in_both_files_and_in_order(path: str, parts: list[str]) -> None:
    data = " ".join(parts).encode("utf-8", "replace")
    source = source_side(". ".join(LINES).encode(), "source.txt")
    try:
        found = compare(draft_side(data, path), source)
    except Incomparable:
        return
    at = 0
    for one in found.copied:
        assert at <= one.draft[0] < one.draft[1] <= len(found.draft.text)
        assert 0 <= one.source[0] < one.source[1] <= len(source.text)
        at = one.draft[1]
    assert 0 <= found.draft_share.share <= 1
    assert 0 <= found.source_share.share <= 1


@settings(deadline=None)
@given(st.sampled_from(KINDS), st.permutations(LINES))
def test_a_text_against_itself_is_one_whole_match(path: str, lines: list[str]) -> None:
    data = "\n\n".join(lines).encode()
    found = compare(draft_side(data, path), source_side(data, "source.txt"))
    assert [one.draft for one in found.copied] == [(0, len(data))]
    assert (found.draft_share.share, found.source_share.share) == (1.0, 1.0)


def test_what_is_copied_twice_counts_twice_in_the_draft_and_once_in_the_source() -> None:
    own = "These words between them are our own, and there are enough of them to part the two quotations. " * 2
    draft = draft_side(f"{LINES[0]}.\n\n{own}\n\n{LINES[0]}.\n".encode(), "draft.md")
    found = compare(draft, source_side(f"{LINES[0]}. {LINES[1]}.".encode(), "source.txt"))
    assert found.draft_share.copied == 2 * len(f"{LINES[0]}.")
    assert found.source_share.copied == len(f"{LINES[0]}.")


def test_code_of_a_draft_is_never_copied() -> None:
    draft = draft_side(f"```\n{LINES[0]}\n```\n".encode(), "draft.md")
    assert compare(draft, source_side(LINES[0].encode(), "source.txt")).copied == ()


def test_a_run_goes_to_the_source_that_explains_most() -> None:
    draft = draft_side(f"{LINES[0]}. {LINES[1]}".encode(), "draft.md")
    little = source_side(f"{LINES[1]}.".encode(), "a.txt")
    most = source_side(f"{LINES[0]}. {LINES[1]}.".encode(), "b.txt")
    found = compare_many(draft, [little, most], "articles", 2)
    ((one,),) = [comparison.copied for comparison in found.sources]
    assert found.sources[0].source is most
    assert one.others == ("a.txt",)
    assert found.share.share == 1.0


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Tides and boats\n\nThe story.\n", "Tides and boats"),
        ("\ufeffTides and boats\r\n\r\nThe story.\r\n", "Tides and boats"),
        ("The story begins at once.\n\nIt goes on.\n", ""),
        ("One line\nand another\n", ""),
        ("", ""),
    ],
)
def test_the_title_of_a_text_is_a_first_line_that_stands_alone(text: str, title: str) -> None:
    assert source_side(text.encode(), "story.txt").title == title


@pytest.mark.parametrize("text", ["---\ntitle: Tides\n---\nText.\n", "Text.\n\n# Tides\n", "# *Tides*\n\nText.\n"])
def test_the_title_of_markdown_is_stated_or_its_first_heading(text: str) -> None:
    assert source_side(text.encode(), "story.md").title == "Tides"


@pytest.mark.parametrize("unit", ["[", "<p>", "`", "- ", "word ", "… ", "[a](b) "])
def test_hostile_texts_take_linear_time(unit: str) -> None:
    """Five times the text takes nowhere near 25 times as long."""
    times = []
    for size in (20_000, 100_000):
        text = (unit * size)[: 5 * size]
        started = time.process_time()
        compare(draft_side(text.encode(), "draft.md"), source_side(text[1:].encode(), "source.txt"))
        times.append(time.process_time() - started)
    assert times[1] < 12 * max(times[0], 0.1)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("story.txt", f"The harbour council moves the pier\n\nBy Ines Okonkwo\n\n{LINES[0]}.\n"),
        (
            "story.md",
            "---\nauthor: Ines Okonkwo\n---\n# The harbour council moves the pier\n\nIt is by Ines Okonkwo.\n",
        ),
    ],
)
def test_the_headline_with_the_byline_is_no_copy(path: str, source: str) -> None:
    draft = draft_side(b"Read [The harbour council moves the pier](https://x.example/), by Ines Okonkwo.\n", "draft.md")
    assert compare(draft, source_side(source.encode(), path)).copied == ()
