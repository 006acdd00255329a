"""HTML files: fragments and whole pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.drafts.elements import Elements
from compliance.drafts.model import Entry, FrontMatter
from compliance.drafts.tags import scan

if TYPE_CHECKING:
    from compliance.drafts.builder import Builder
    from compliance.drafts.model import Tag


def read_html(builder: Builder, base: int) -> FrontMatter:
    """Feeds a builder with the HTML from ``base`` on; what the page's head says of it comes back as front matter."""
    source = builder.text[base:] if base else builder.text
    Elements(builder).feed(scan(source, base, builder.text))
    return _head(builder.tags)


def _head(tags: list[Tag]) -> FrontMatter:
    """The title, the canonical address and the named ``<meta>`` values of a page; the first of each counts."""
    entries: dict[str, Entry] = {}
    for tag in tags:
        name, value = _statement(tag)
        if name and value:
            entries.setdefault(name, Entry((name,), value, tag.start, tag.end))
    data: dict[str, object] = {name: entry.value for name, entry in entries.items()}
    return FrontMatter(data, tuple(entries.values()))


def _statement(tag: Tag) -> tuple[str, str]:
    given = tag.attributes
    if tag.name == "title":
        return "title", given.get("text", "")
    if tag.name == "link" and "canonical" in given.get("rel", "").lower().split():
        return "canonical", given.get("href", "")
    if tag.name == "meta":
        return (given.get("name") or given.get("property") or "").lower(), given.get("content", "")
    return "", ""
