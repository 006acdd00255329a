"""What holds for any text whatever."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from compliance.drafts.prose import prose
from compliance.drafts.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.model import Draft, FileKind, Text

PARTS = (
    "word", "née", "👩‍🚀", "e\u0301", " ", "  ", "\n", "\n\n", "> ", ">", "- ", "1. ", "# ", "    ", "\t", "*", "**",
    "_", "~~", "`", "```\n", "[", "]", "(", ")", "](https://a.example/x)", "[a]: https://b.example/\n", "[a]", "![",
    "[^1]", "[^1]: ", "https://c.example/y", "www.d.example", "<https://e.example>", "&amp;", "&ldquo;", "&", "\\",
    "“", "”", '"', "'", "’", "‘", "«", "»", "„", "「", "」", "<blockquote cite='https://f.example'>", "</blockquote>",
    "<p>", "</p>", "<a href=https://g.example>", "</a>", "<br>", "<div>", "</div>", "<q>", "</q>", "<cite>",
    "</cite>", "<li>", "<ul>", "<td>", "<table>", "<!--", "-->", "<span hidden>", "</span>", "<script>", "</script>",
    "<img src=p>", '{{< quote a="b" >}}', "{{< /quote >}}", "{{ x }}", "{% raw %}", "{% endraw %}", "{{<", "{: .x}",
    ":::note\n", ":::\n", "!!! tip\n", "[[p|w]]", "> [!NOTE]\n", "> [!quote] x\n", "|a|b|\n|-|-|\n", "|", "---\n",
    "title: x\n", "+++\n", "a = 1\n", '{"a": 1}', "<Quote>", "</Quote>", "import x\n", "{y}", "\x0c", "\u2028",
    "\ufeff", "<", "</", "<a ", '="', "<footer>", "<figure>", "<figcaption>", "<head>", "<body>", "<title>",
)  # fmt: skip
SOUP = st.lists(st.sampled_from(PARTS), max_size=30).map("".join)
KINDS: tuple[tuple[FileKind, str], ...] = (
    ("markdown", "x.md"), ("markdown", "x.mdx"), ("html", "x.html"), ("text", "x.txt"),
)  # fmt: skip
pytestmark = pytest.mark.parametrize(("kind", "path"), KINDS)


def _texts(draft: Draft) -> Iterator[Text]:
    yield from (block.text for block in draft.blocks)
    yield prose(draft)


@given(text=SOUP | st.text())
def test_every_place_is_inside_the_file(kind: FileKind, path: str, text: str) -> None:
    draft = read(text, path, kind=kind)
    places = [
        *((b.start, b.end) for b in draft.blocks),
        *((k.start, k.end) for k in draft.links),
        *((i.start, i.end) for i in draft.images),
        *((q.start, q.end) for q in draft.quotations),
        *((e.start, e.end) for e in draft.front_matter.entries),
        *((t.start, t.end) for t in draft.tags),
        *(piece[1:] for words in _texts(draft) for piece in words.pieces()),
    ]
    assert all(0 <= start <= end <= len(text) for start, end in places)


@given(text=SOUP)
def test_words_that_stand_in_the_file_as_they_are_shown_are_those_of_their_place(
    kind: FileKind, path: str, text: str
) -> None:
    draft = read(text, path, kind=kind)
    for words in _texts(draft):
        for at, character in enumerate(words.value):
            start, end = words.origin(at, at + 1)
            source = text[start:end]
            if end - start == 1:
                assert source == character or (character in " \n" and source.isspace())


@given(text=SOUP)
def test_the_tree_is_one_and_in_order(kind: FileKind, path: str, text: str) -> None:
    blocks = read(text, path, kind=kind).blocks
    assert [b.index for b in blocks] == list(range(len(blocks)))
    assert blocks[0].parent is None
    assert all(b.parent is not None and b.parent.index < b.index and b in b.parent.children for b in blocks[1:])


@given(text=SOUP)
def test_links_and_quotations_point_into_texts_of_the_tree(kind: FileKind, path: str, text: str) -> None:
    draft = read(text, path, kind=kind)
    slices = [s for q in draft.quotations for s in q.slices]
    ranges = [*((k.block, k.text_start, k.text_end) for k in draft.links), *((s.block, s.start, s.end) for s in slices)]
    for block, start, end in ranges:
        assert draft.blocks[block.index] is block
        assert 0 <= start <= end <= len(block.text)
    assert all(draft.blocks[i.block.index] is i.block for i in draft.images)


@example(text="word```\nword ```")
@given(text=SOUP)
def test_line_ends_change_no_word(kind: FileKind, path: str, text: str) -> None:
    unix, dos = read(text, path, kind=kind), read(text.replace("\n", "\r\n"), path, kind=kind)
    assert _words(unix) == _words(dos)
    assert [k.address for k in unix.links] == [k.address for k in dos.links]


def _words(draft: Draft) -> list[str]:
    texts = (*(b.text.value for b in draft.blocks), *(q.text for q in draft.quotations))
    return [text.replace("\r\n", "\n") for text in texts]


@given(text=SOUP)
def test_reading_twice_gives_the_same(kind: FileKind, path: str, text: str) -> None:
    first, second = read(text, path, kind=kind), read(text, path, kind=kind)
    assert [(b.kind, b.start, b.end, b.text.value) for b in first.blocks] == [
        (b.kind, b.start, b.end, b.text.value) for b in second.blocks
    ]


@given(data=st.binary())
def test_any_bytes_give_a_draft(kind: FileKind, path: str, data: bytes) -> None:
    draft = read(data, path, kind=kind)
    assert draft.kind == kind
    assert draft.problems or draft.text.encode() in data
