"""Bytes, encodings and kinds of files."""

from __future__ import annotations

import pytest

from compliance.drafts.reading import read


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    draft = read(b"\xef\xbb\xbf# Title\n", "x.md")
    assert draft.text == "# Title\n"
    assert draft.blocks[1].kind == "heading"


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_utf_16_with_its_mark_is_read(mark: bytes, encoding: str) -> None:
    draft = read(mark + "> “né”\n".encode(encoding), "x.md")
    assert not draft.problems
    assert draft.quotations[0].text == "“né”"


def test_what_is_not_utf_8_is_a_problem_with_its_place() -> None:
    (problem,) = read("né\n> caf".encode() + b"\xe9 au lait", "x.md").problems
    assert (problem.kind, problem.start) == ("undecodable", 8)
    assert "0xe9" in problem.message
    assert "UTF-8" in problem.help


@pytest.mark.parametrize("data", [b"a\0b", "a\0b", "a\ud800b", b"\x89PNG\r\n\x1a\n\0"])
def test_what_is_no_text_is_a_problem(data: bytes | str) -> None:
    (problem,) = read(data, "x.md").problems
    assert problem.kind == "undecodable"


@pytest.mark.parametrize("path", ["x.md", "x.html", "x.txt", "x"])
def test_an_empty_file_is_a_draft_without_anything(path: str) -> None:
    draft = read(b"", path)
    assert not draft.problems
    assert [block.kind for block in draft.blocks] == ["document"]


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("a/x.MD", "", "markdown"), ("x.qmd", "", "markdown"), ("x.htm", "", "html"), ("x.txt", "<p>", "text"),
        ("-", "<!DOCTYPE html><p>x", "html"), ("-", "> x", "markdown"), ("x.md", "<html>", "markdown"),
    ],
)  # fmt: skip
def test_the_kind_is_told_by_the_name_and_else_by_the_content(path: str, text: str, kind: str) -> None:
    assert read(text, path).kind == kind


@pytest.mark.parametrize("path", ["x.rst", "notes/X.ADOC", "x.md.njk"])
def test_a_file_of_another_kind_is_read_with_a_problem(path: str) -> None:
    draft = read("> x\n", path)
    assert (draft.kind, [p.kind for p in draft.problems]) == ("markdown", ["unknown-kind"])


@pytest.mark.parametrize(
    ("path", "text"), [("-", ""), ("README", ""), ("2024-05.06", ""), ("x.njk", "<!doctype html>")]
)
def test_a_name_that_tells_no_kind_is_no_problem(path: str, text: str) -> None:
    assert read(text, path).problems == ()


def test_a_kind_that_is_given_wins() -> None:
    assert read("<p>“a b”</p>", "x.md", kind="text").blocks[1].text.value == "<p>“a b”</p>"


@pytest.mark.parametrize(
    ("path", "autolink", "active"),
    [
        ("x.md", None, True),
        ("x.md", False, False),
        ("x.txt", None, False),
        ("x.txt", True, True),
        ("x.html", None, False),
    ],
)
def test_bare_addresses_are_links_where_the_publication_makes_them_links(
    path: str, *, autolink: bool | None, active: bool
) -> None:
    (link,) = read("See https://a.example/b.", path, autolink=autolink).links
    assert link.active is active
    assert bool(link.inactive_because) is not active


def test_lone_carriage_returns_end_lines() -> None:
    draft = read("one\rtwo\r\r> quoted\r", "x.md")
    assert [b.text.value for b in draft.leaves()] == ["one two", "quoted"]


def test_all_three_readers_agree_on_a_plain_paragraph() -> None:
    text = "Words “in marks” and\nmore words."
    shown = {tuple(b.text.value for b in read(text, path).leaves()) for path in ("x.md", "x.html", "x.txt")}
    assert shown == {("Words “in marks” and more words.",)}


def test_a_page_without_visible_words_is_a_problem() -> None:
    script = f"<html><body><div id=app></div><script>{'x = 1; ' * 200}</script></body></html>"
    assert [p.kind for p in read(script, "a.html").problems] == ["nothing-visible"]
    assert not read(script.replace("</div>", "Rain fell.</div>"), "a.html").problems
    assert not read("<html><body></body></html>", "a.html").problems
