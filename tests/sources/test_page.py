"""Web pages: paragraphs without marks, each once, and none that is only a link elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compliance.sources.importing import read_article

if TYPE_CHECKING:
    from compliance.sources.model import Article

P = (
    "The harbour council voted on Tuesday night to move the old pier two hundred metres east, after eleven years.",
    "Engineers had warned that the timber piles, driven in 1803, would not survive another winter storm.",
    "Short one.",
    "Fishermen who land their catch beside the pier fear that the new site will silt up within a decade.",
    "Visitors spend about 1,500 euros a day in the cafés on the quay, a third less than before the storm.",
)


def read(body: str) -> Article:
    head = "<head><title>The old pier moves</title></head>"
    page = (
        f"<!doctype html><html lang=en>{head}<body><article><h1>The old pier moves</h1>{body}</article></body></html>"
    )
    return read_article(page.encode(), "page.html")


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_story_for_two_screens_is_read_once() -> None:
    article = read(f"<div class=mobile>{paragraphs(*P)}</div><div class=desktop>{paragraphs(*P)}</div>")
    assert article.paragraphs == P
    assert article.notes == ("left out: a second copy of 5 paragraphs",)


def test_line_breaks_in_a_tables_cell_part_paragraphs() -> None:
    page = f"<html><body><table><tr><td><h1>The old pier moves</h1>{'<br><br>'.join(P)}</td></tr></table></body></html>"
    assert read_article(page.encode(), "page.html").paragraphs == P


def test_lists_and_tables_have_no_marks() -> None:
    lists = "<ul><li>First of all, the piles will be drawn.</li><li>Then the deck is towed.</li></ul>"
    table = "<table><tr><th>Year</th><th>Visitors</th></tr><tr><td>2024</td><td>12,000</td></tr></table>"
    assert read(paragraphs(*P) + lists + table + paragraphs(P[1] + " Again.")).paragraphs == (
        *P, "First of all, the piles will be drawn.", "Then the deck is towed.", "Year Visitors", "2024 12,000",
        P[1] + " Again.",
    )  # fmt: skip


def test_verses_between_single_breaks_are_one_paragraph() -> None:
    verses = "The ferry goes at half past four,<br>the gulls go when they please"
    assert "The ferry goes at half past four, the gulls go when they please" in read(paragraphs(*P, verses)).paragraphs


@pytest.mark.parametrize(
    "left_out",
    [
        "<a href='/x'>Mayor of the town denies claims about the lighthouse fund</a>",
        "<strong>READ ALSO:</strong> <a href='/x'>Fish prices rise again after a stormy winter</a>",
        "To continue reading, subscribe for only £1 a week. Already a subscriber? Log in.",
        "This article was updated on 5 March to correct the sum.",
    ],
)
def test_what_is_no_story_is_dropped_and_said(left_out: str) -> None:
    article = read(paragraphs(*P[:4], left_out, *P[4:]))
    assert article.paragraphs == P
    assert article.notes[0].startswith("left out inside the story: 1 line: “")


def test_a_linked_sentence_is_story() -> None:
    linked = "<a href='/report'>The report of the engineers can be read at the town hall.</a>"
    assert "The report of the engineers can be read at the town hall." in read(paragraphs(*P, linked, P[0])).paragraphs


def test_a_markdown_file_has_its_byline_and_date_without_front_matter() -> None:
    article = read_article(
        "# The old pier moves\n\nBy Ines Okonkwo\n\n06/05/2024\n\n{}\n\n- {}\n".format(*P[:2]).encode(), "a.md"
    )
    assert (article.paragraphs, article.authors) == (P[:2], ("Ines Okonkwo",))
    assert article.published is not None
    assert article.published.days == ("2024-05-06", "2024-06-05")
