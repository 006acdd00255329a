"""The links and block quotations of the cases against a second Markdown parser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import marko
import pytest

from compliance.drafts.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = Path(__file__).parent / "cases"
PLAIN = ("block-quotations.md", "emphasis-and-entities.md", "links.md", "lists.md", "marks.md")


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    children = getattr(node, "children", [])
    for child in children if isinstance(children, list) else []:
        yield from _nodes(child)


@pytest.mark.parametrize("name", PLAIN)
def test_both_find_the_same_links_and_quotations(name: str) -> None:
    text = (CASES / name).read_text(encoding="utf-8")
    draft = read(text, name)
    nodes = list(_nodes(marko.Markdown(extensions=["gfm"]).parse(text)))
    links = [n.dest for n in nodes if type(n).__name__ in ("Link", "AutoLink", "Url")]
    ours = [k.address for k in draft.links if k.block.kind not in ("code", "comment", "document") and not _in_code(k)]
    assert [_plain(a) for a in ours] == [_plain(a) for a in links]
    assert sum(b.kind == "quotation" for b in draft.blocks) == sum(type(n).__name__ == "Quote" for n in nodes)


def _in_code(link: Any) -> bool:
    return any(start <= link.text_start < end for start, end in link.block.opaque)


def _plain(address: str) -> str:
    """The address without what the two write or trim in their own ways."""
    return re.sub(r"^mailto:|&amp;|&|[)\"]+$", "", address)
