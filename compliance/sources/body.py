"""The paragraphs of a web page's main text, as trafilatura finds it, without the marks of any notation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from compliance.sources.shapes import is_prose

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS: Final = frozenset(
    ("p", "head", "item", "quote", "cell", "list", "table", "code", "div", "body", "main", "fw", "ab")
)
_SHORTEST: Final = 45  # characters of a cell that holds paragraphs, and no figure


def body_paragraphs(body: Any) -> list[str]:
    """The paragraphs below a body of trafilatura's, in order; a table's row of short cells is one."""
    found: list[str] = []
    _walk(body, found)
    return found


def _walk(top: Any, found: list[str]) -> None:
    """Walks a tree without recursion: pages nest as deep as they like."""
    words: list[str] = []

    def flush() -> None:
        found.extend(_pieces("".join(words)))
        words.clear()

    steps: list[tuple[str, Any]] = [("open", top)]
    while steps:
        step, element = steps.pop()
        if step == "tail":
            words.append(element.tail or "")
        elif step == "close":
            flush()
        elif element.tag == "row" and (cells := list(_short_cells(element))):
            flush()
            found.append(" ".join(cells))
        elif element.tag == "lb":
            words.append("\n")
        else:
            block = element.tag in _BLOCKS
            if block:
                flush()
                steps.append(("close", element))
            words.append(element.text or "" if isinstance(element.tag, str) else "")
            for child in reversed(element):
                steps += (("tail", child), ("open", child))


def _short_cells(row: Any) -> Iterator[str]:
    """The words of each cell of a row that holds figures and names; none where a cell holds text."""
    cells = [" ".join("".join(cell.itertext()).split()) for cell in row]
    if all(len(cell) < _SHORTEST for cell in cells):
        yield from filter(None, cells)


def _pieces(text: str) -> Iterator[str]:
    """The paragraphs of a block: its lines, where two line breaks part them or each is long enough for a paragraph."""
    for part in text.split("\n\n"):
        lines = [squeezed for line in part.split("\n") if (squeezed := " ".join(line.split()))]
        if len(lines) > 1 and all(is_prose(line) for line in lines):
            yield from lines
        elif lines:
            yield " ".join(lines)
