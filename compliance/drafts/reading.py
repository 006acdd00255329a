"""From a file's bytes to a draft."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

from compliance.drafts.bare import add_bare_links
from compliance.drafts.builder import DEEPEST, Builder
from compliance.drafts.model import Draft, FrontMatter
from compliance.drafts.quotations import quotations
from compliance.drafts.reclassifying import reclassify
from compliance.report import Problem

if TYPE_CHECKING:
    from compliance.drafts.model import FileKind

_KINDS: dict[str, FileKind] = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".mkd": "markdown", ".mdx": "markdown",
    ".qmd": "markdown", ".rmd": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".txt": "text", ".text": "text",
}  # fmt: skip
SUFFIXES = tuple(_KINDS)
"""How the names of files end that are read as drafts."""
_PAGE = 1000  # characters: a shorter file may well have nothing to show
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def read(data: bytes | str, path: str, *, kind: FileKind | None = None, autolink: bool | None = None) -> Draft:
    """Reads a file's content; ``path`` tells its kind where ``kind`` does not, and is not opened.

    ``autolink`` says whether bare addresses become links when the draft is published; by default they do in Markdown
    and nowhere else. Whatever the content is, a draft comes back; what could not be read of it is in its ``problems``.
    """
    text, problem = _decode(data)
    foreign: list[Problem] = []
    if kind is None:
        kind, foreign = _kind(path, text)
    if problem is not None:
        return Draft(path, text, kind, (Builder(text).blocks[0],), problems=(problem,))
    builder = Builder(text)
    front_matter, problems = _fill(builder, path, kind)
    problems += foreign
    builder.end_leaf()
    builder.close(builder.stack[0], len(text))
    add_bare_links(builder.blocks, builder.anchors, active=kind == "markdown" if autolink is None else autolink)
    if builder.too_deep is not None:
        problems.append(_too_deep(builder.too_deep))
    blocks = tuple(builder.blocks)
    if kind == "html" and len(text) >= _PAGE and not any(b.text.value for b in blocks if b.kind != "comment"):
        problems.append(_unseen())
    reclassify(blocks)
    links = tuple(builder.anchors.links(blocks[0]))
    return Draft(
        path, text, kind, blocks, links, tuple(builder.images), tuple(builder.tags), tuple(quotations(blocks, links)),
        front_matter, builder.footnotes, tuple(builder.footnote_references), tuple(problems),
    )  # fmt: skip


def _fill(builder: Builder, path: str, kind: FileKind) -> tuple[FrontMatter, list[Problem]]:
    from compliance.drafts import frontmatter

    front_matter, problems = (FrontMatter(), []) if kind == "text" else frontmatter.read(builder.text)
    if kind == "markdown":
        from compliance.drafts.markdown import MarkdownReader
        from compliance.drafts.shortcodes import find_shortcodes

        shortcodes = find_shortcodes(builder.text, front_matter.end, mdx=".mdx" in os.path.basename(path).lower())
        MarkdownReader(builder, front_matter.end, shortcodes).read()
    elif kind == "html":
        from compliance.drafts.html import read_html

        page = read_html(builder, front_matter.end)
        front_matter = front_matter if front_matter.end else page
    else:
        from compliance.drafts.plain import read_plain

        read_plain(builder, front_matter.end)
    return front_matter, problems


def _kind(path: str, text: str) -> tuple[FileKind, list[Problem]]:
    """The kind of a file, and a problem where its name says that it is of another one."""
    ending = os.path.splitext(os.path.basename(path).lower())[1]
    if ending in _KINDS:
        return _KINDS[ending], []
    start = text[:500].lstrip().lower()
    if start.startswith(("<!doctype html", "<html")):
        return "html", []
    return "markdown", [_foreign(ending)] if ending[1:].isalpha() else []


def _foreign(ending: str) -> Problem:
    message = f"A file that ends in {ending} may hold quotations that are not seen: it was read as Markdown."
    return Problem("unknown-kind", message, help=f"what is read ends in {' '.join(SUFFIXES)}")


def _decode(data: bytes | str) -> tuple[str, Problem | None]:
    if isinstance(data, str):
        return data, _unfit(data)
    encoding = "utf-8"
    for mark, name in _BOMS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], name
            break
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        start = len(data[: error.start].decode(encoding, errors="replace"))
        found = data[error.start : error.start + 1].hex()
        message = f"This is not {encoding.upper()}: byte 0x{found} at byte {error.start} begins no character."
        return text, Problem("undecodable", message, start, "Save the file as UTF-8 and check it again.")
    return text, _unfit(text)


def _unfit(text: str) -> Problem | None:
    """What makes a decoded text no draft."""
    if (at := text.find("\0")) >= 0:
        message = "The file holds NUL characters: it is a binary file, or UTF-16 without a byte order mark."
        return Problem("undecodable", message, at, "Save the file as UTF-8 text and check it again.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        message = "The text holds half of a character (a lone surrogate)."
        return Problem("undecodable", message, error.start, "Decode the text from valid UTF-8 and check it again.")
    return None


def _unseen() -> Problem:
    message = "This page has no words that a reader sees before its scripts run."
    return Problem("nothing-visible", message, help="save the page as the browser shows it, and check that")


def _too_deep(start: int) -> Problem:
    message = f"Quotations, lists or elements are nested more than {DEEPEST} deep from here on."
    return Problem("too-deep", message, start, "Flatten the nesting; what lies deeper is not told apart.")
