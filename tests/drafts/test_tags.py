"""The scanner of HTML against the tokenizer of a library that follows the standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import turbohtml
from hypothesis import given
from hypothesis import strategies as st

from compliance.drafts.tags import references, scan

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTS = (
    "a", "é", " ", "\n", "\t", "<", ">", "/", "=", '"', "'", "&", "&amp;", "&copy", "&copy=", "&#65;", "&nosuch;",
    "!", "-", "--", "?", "<a", "<A ", "<p>", "</p>", "<br/>", "href=", "HREF", "x='1'", 'y="&lt;"', "z=1&amp;2",
    "<!--", "-->", "--!>", "<!-->", "<!---->", "<!doctype html>", "<!x", "<?x", "</", "</ ", "<script>", "</script>",
    "</SCRIPT >", "<style>", "</style", "<title>", "</title>", "<textarea>", "</textarea>", "<img src=p alt>",
)  # fmt: skip
SOUP = st.lists(st.sampled_from(PARTS), max_size=25).map("".join)
Seen = tuple[str, int, str, dict[str, str]]


def ours(text: str) -> Iterator[Seen]:
    for token in scan(text):
        if token.kind in ("start", "end"):
            yield token.kind, token.start, token.name.lower(), token.attributes or {}


def theirs(text: str) -> Iterator[Seen]:
    lines = [0]
    for line in text.split("\n"):
        lines.append(lines[-1] + len(line) + 1)
    for token in turbohtml.tokenize(text):
        if token.type in (turbohtml.TokenType.START_TAG, turbohtml.TokenType.END_TAG):
            start = token.type == turbohtml.TokenType.START_TAG
            attributes = {name: value or "" for name, value in reversed(token.attrs or [])} if start else {}
            yield "start" if start else "end", lines[token.line - 1] + token.col, token.tag or "", attributes


SCRIPTS = st.lists(
    st.sampled_from(("<script>", "</script>", "<!--", "-->", "<!-->", "--", "x", ">", "<p>")), max_size=12
).map("".join)


@given(text=SOUP | SCRIPTS)
def test_tags_and_attributes_are_those_of_the_standard(text: str) -> None:
    assert list(ours(text)) == list(theirs(text))


@given(text=SOUP)
def test_tokens_follow_each_other_without_gap(text: str) -> None:
    at = 0
    for token in scan(text):
        assert token.start == at < token.end
        at = token.end
    assert at == len(text)


def test_a_reference_without_semicolon_in_an_address_stays() -> None:
    (token,) = scan('<a href="?a=1&copy=2&amp;b=&lt;">')
    assert token.attributes == {"href": "?a=1&copy=2&b=<"}


def test_references_are_found_with_their_places() -> None:
    assert list(references("x &amp; &nosuch; &#8220;", 0, 24)) == [(2, 7, "&"), (17, 24, "“")]
