"""The main text of a page keeps its places in the file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compliance.comparing.story import part, story
from compliance.drafts.model import Text
from compliance.drafts.prose import prose
from compliance.drafts.reading import read

FERRIES = (
    "The ferry keeps to six knots between the pier and the breakwater, which the council decided on in the spring.",
    "Its captain says that nobody has complained so far, apart from two gulls and the man who sells the tickets.",
    "Whether the rule will be kept in the summer, when the island is full of guests, is another question altogether.",
)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """A rendered text made of verbatim and atomic pieces."""
    value, pieces, place = "", [], 0
    for words in draw(st.lists(st.text("ab \n", min_size=1, max_size=5), max_size=6)):
        wide = draw(st.one_of(st.just(len(words)), st.integers(0, 9)))
        place += draw(st.integers(0, 3))
        pieces.append((len(value), place, place + wide))
        value, place = value + words, place + wide
    return Text(value, pieces)


@given(texts(), st.data())
def test_a_part_says_the_same_places_as_the_whole(text: Text, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    stretches = [(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    some, at = part(text, stretches), 0
    assert some.value == "\n\n".join(text.value[start:end] for start, end in stretches)
    for start, end in stretches:
        for offset in range(start, end):
            first, last = text.origin(offset, offset + 1)
            got = some.origin(at + offset - start, at + offset - start + 1)
            assert first <= got[0] <= got[1] <= last
        at += end - start + 2


def test_what_stands_around_the_article_is_left_out() -> None:
    story_ = "".join(f"<p>{line}</p>" for line in FERRIES)
    menu = "".join(f"<li><a href=/{n}>Section number {n} of this newspaper</a></li>" for n in range(20))
    page = (
        f"<html><head><title>Slower ferries</title></head><body><nav><ul>{menu}</ul></nav><article><h1>Slower ferries"
        f"</h1>{story_}</article><footer><p>All rights are reserved by the newspaper.</p></footer></body></html>"
    )
    words, title, _ = story(page, prose(read(page, "page.html")))
    assert title == "Slower ferries"
    assert [line.rstrip(".") for line in words.value.split("\n\n")] == [line.rstrip(".") for line in FERRIES]
    first, last = words.origin(0, len(words))
    assert page[first:last].startswith("The ferry")
    assert page[first:last].rstrip(".").endswith("altogether")


def test_a_page_without_an_article_counts_whole() -> None:
    page = "<html><body><p>Just one line.</p><p>By Ada Pier</p></body></html>"
    words, _, _ = story(page, prose(read(page, "page.html")))
    assert "Just one line" in words.value
