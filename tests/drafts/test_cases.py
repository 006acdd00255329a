"""Every file in `cases` is read and its outline compared with the file of the same name that ends in `.expected`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from compliance.drafts.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.model import Block, Draft, Link

CASES = Path(__file__).parent / "cases"
DRAFTS = sorted(path for path in CASES.iterdir() if path.suffix != ".expected")


def outline(draft: Draft) -> str:
    """The tree, then links, images, quotations, footnotes, front matter and problems, with what stands in the file."""
    return "\n".join((*_blocks(draft.blocks[0], ""), *_facts(draft))) + "\n"


def _blocks(block: Block, indent: str) -> Iterator[str]:
    for child in block.children:
        notes = "".join(f" {key}={child.attributes[key]}" for key in sorted(child.attributes) if key != "tag")
        words = f" | {_shown(child.text.value)}" if child.text.value else ""
        yield f"{indent}{child.kind}{notes}{words}"
        yield from _blocks(child, indent + "  ")


def _facts(draft: Draft) -> Iterator[str]:
    for link in draft.links:
        source = _source(draft, link.start, link.end)
        yield f"link {link.kind} {link.address} | {_shown(link.anchor)} | {source}{_remarks(link)}"
    for image in draft.images:
        yield f"image {image.address} | {_shown(image.alt)} | {_source(draft, image.start, image.end)}"
    for quotation in draft.quotations:
        name = "block" if quotation.container else "marks"
        yield f"quoted in {name} | {_shown(quotation.text)}"
        yield f"  {_source(draft, quotation.start, quotation.end)}"
    for label, block, at in draft.footnote_references:
        yield f"footnote {label} | {_shown(block.text.value[:at][-12:])}"
    for entry in draft.front_matter.entries:
        yield f"front {'.'.join(entry.path)} | {_shown(entry.value)} | {_source(draft, entry.start, entry.end)}"
    for problem in draft.problems:
        yield f"problem {problem.kind} at {problem.start}: {problem.message}"


def _remarks(link: Link) -> str:
    rel = f" rel={','.join(sorted(link.rel))}" if link.rel else ""
    return rel + (f" inactive: {link.inactive_because}" if not link.active else "")


def _source(draft: Draft, start: int, end: int) -> str:
    return _shown(draft.text[start:end])


def _shown(text: str) -> str:
    return text.replace("\n", "\\n")


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_outline(path: Path) -> None:
    expected = path.with_name(path.name + ".expected").read_text(encoding="utf-8")
    assert outline(read(path.read_bytes(), path.name)) == expected
