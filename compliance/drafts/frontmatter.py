"""The metadata at the head of a file: YAML, TOML, JSON, or lines of ``Key: value``, with the place of every value."""

from __future__ import annotations

from re import MULTILINE
from typing import TYPE_CHECKING

from compliance.drafts.model import Entry, FrontMatter
from compliance.drafts.scalars import FrontMatterError
from compliance.expressions import expression
from compliance.report import Problem

if TYPE_CHECKING:
    from compliance.drafts.scalars import Tree

HELP = "Mend the front matter and check again; until then its keys are not known."

_FENCE = expression(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_CLOSE = {
    "---": expression(r"(?:^|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", MULTILINE),
    "+++": expression(r"(?:^|(?<=\r))\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)", MULTILINE),
}
_KEY = expression(r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*[\"']?[\w.@ -]{1,60}[\"']?[ \t]*(?:[:=](?:\s|\Z)|=)")
_JSON = expression(r"\{\s*(?:\"|\})")
_HEADER_LINE = expression(r"(?P<key>[A-Za-z][\w -]{0,30}):[ \t]+(?P<value>[^\r\n]*[^\s])[ \t]*(?:\r\n|\n|\r|\Z)")
_HEADER_KEYS = frozenset(("title", "author", "authors", "date", "slug", "category", "tags", "url", "source", "layout"))


def read(text: str) -> tuple[FrontMatter, list[Problem]]:
    """The front matter of ``text`` (empty where it has none), and what is wrong with it."""
    try:
        if match := _FENCE.match(text):
            return _fenced(text, match[1], match.end()), []
        if _JSON.match(text):
            return _json(text), []
    except FrontMatterError as fault:
        end = _end_of_faulty(text)
        return FrontMatter(end=end), [Problem("front-matter", fault.why, min(fault.place, len(text)), HELP)]
    return _header(text), []


def _fenced(text: str, fence: str, start: int) -> FrontMatter:
    close = _CLOSE[fence].search(text, start)
    likely = fence == "+++" or _KEY.match(text, start) is not None
    if close is None:
        if likely:
            raise FrontMatterError(f"The front matter that “{fence}” opens is not closed.", 0)
        return FrontMatter()
    try:
        tree = _tree(fence, text, start, close.start())
    except FrontMatterError:
        if likely:
            raise
        return FrontMatter()
    if tree is None:
        return FrontMatter()
    return FrontMatter(tree.data, tuple(tree.entries), 0, close.end())


def _tree(fence: str, text: str, start: int, end: int) -> Tree | None:
    if fence == "---":
        from compliance.drafts.short_head import read_short

        short = read_short(text, start, end)
        if short is not None:
            return short
        from compliance.drafts.yaml_head import read_yaml  # importing it takes long

        return read_yaml(text, start, end)
    from compliance.drafts.toml_head import read_toml  # likewise

    return read_toml(text, start, end)


def _json(text: str) -> FrontMatter:
    from compliance.drafts.json_head import read_json

    tree, end = read_json(text)
    return FrontMatter(tree.data, tuple(tree.entries), 0, end)


def _end_of_faulty(text: str) -> int:
    match = _FENCE.match(text)
    close = _CLOSE[match[1]].search(text, match.end()) if match else None
    return close.end() if close else 0


def _header(text: str) -> FrontMatter:
    """Lines of ``Key: value`` at the very top, ended by a blank line, where the first key is one of metadata."""
    entries: list[Entry] = []
    at = 0
    while match := _HEADER_LINE.match(text, at):
        key = match["key"].strip().lower()
        entries.append(Entry((key,), match["value"], *match.span("value")))
        at = match.end()
    known = sum(entry.path[0] in _HEADER_KEYS for entry in entries)
    if known < 2 or entries[0].path[0] not in _HEADER_KEYS or text[at : at + 1] not in ("", "\n", "\r"):
        return FrontMatter()
    return FrontMatter({e.path[0]: e.value for e in entries}, tuple(entries), 0, at)
