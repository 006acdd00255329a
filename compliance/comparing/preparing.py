"""From a file's bytes to a side of a comparison."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from compliance.comparing.model import Incomparable, Side
from compliance.comparing.story import story
from compliance.drafts.model import Text
from compliance.drafts.prose import prose
from compliance.drafts.reading import SUFFIXES, read
from compliance.matching.fold import fold
from compliance.sources.bylines import byline

if TYPE_CHECKING:
    from compliance.drafts.model import Draft

_HEADLINE: Final = re.compile(r"\s*+([^\n\r]{1,250})(?:\r\n|\n|\r)[^\S\n\r]*+[\n\r]")
_AUTHORS: Final = ("author", "authors", "byline")
_HEAD: Final = 500
"""Code points within which a byline stands."""
_STRAY: Final = 0.01
"""A greater share of NUL characters is no text; fewer are read as U+FFFD, as CommonMark does."""


def draft_side(data: bytes, path: str) -> Side:
    """A draft: all that a reader of it reads. Raises ``Incomparable``."""
    draft = _read(data, path)
    words = _words(draft)
    return Side(path, draft.text, words, fold(words.value))


def source_side(data: bytes, path: str) -> Side:
    """A source: of a web page its main text only, of any other file all words. Raises ``Incomparable``."""
    page = _read(data, path)
    if page.kind == "html":
        words, title, authors = story(page.text, prose(page))
    else:
        words, title, authors = _words(page), _title(page), _authors(page)
    return Side(path, page.text, words, fold(words.value), title, authors=authors)


def text_side(text: str, path: str, *, title: str, url: str, authors: tuple[str, ...] = ()) -> Side:
    """A source whose text and facts are known."""
    return Side(path, text, _whole(text), fold(text), title, url, authors)


def _read(data: bytes | str, path: str) -> Draft:
    draft = read(data, path)
    for problem in draft.problems:
        if problem.kind == "unknown-kind":
            raise Incomparable(f"{path}: what is compared ends in {' '.join(SUFFIXES)}")
        if problem.kind != "undecodable":
            continue
        if draft.text.startswith("\0", problem.start) and draft.text.count("\0") <= _STRAY * len(draft.text):
            return _read(draft.text.replace("\0", "\ufffd"), path)
        raise Incomparable(f"{path}: {problem.message} {problem.help}")
    return draft


def _words(draft: Draft) -> Text:
    return _whole(draft.text) if draft.kind == "text" else prose(draft)


def _whole(text: str) -> Text:
    return Text(text, ((0, 0, len(text)),))


def _title(page: Draft) -> str:
    """The title that a Markdown file states or begins with; of a text the first line, if it stands alone as one."""
    if page.kind == "text":
        line = _HEADLINE.match(page.text)
        return line[1].strip() if line and not line[1].rstrip().endswith((".", ",", ";", ":")) else ""
    stated = page.front_matter.get("title")
    return stated.value if stated else next((b.text.value for b in page.leaves() if b.kind == "heading"), "")


def _authors(page: Draft) -> tuple[str, ...]:
    """Who wrote a page, as its front matter states it or a line near its head."""
    stated = [entry.value for entry in page.front_matter.entries if entry.path[0] in _AUTHORS]
    head = prose(page).value[:_HEAD].splitlines()
    return tuple(stated) or next((names for line in head if (names := byline(line))), ())
