"""The story in a page that was saved as plain text, with the menus, notices and boxes around it left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from compliance.sources.cues import furniture
from compliance.sources.dates import read_date
from compliance.sources.model import Article, Unreadable
from compliance.sources.shapes import ends
from compliance.sources.telling import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compliance.sources.dates import Order, Written
    from compliance.sources.telling import Told

_WRAPPED: Final = (45, 110)  # the widths between which hard-wrapped lines lie
_UPDATED: Final = re.compile(r"(?i)updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|оновлено|обновлено")


def read_plain(text: str, order: Order = "") -> Article:
    """The article in a page saved as text. Raises ``Unreadable`` where no paragraph looks like one of a story."""
    told = tell(paragraphs(text), whole=True)
    if not told.paragraphs:
        raise Unreadable("no story found in this text: only what stands around one on a page")
    return Article(
        paragraphs=told.paragraphs,
        title=told.title,
        authors=told.authors,
        published=published(told, order),
        notes=told.notes,
    )


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: those that blank lines part, or its lines where they are not broken at a width."""
    found: list[str] = []
    for block in re.split(r"\n[^\S\n]*(?:\n[^\S\n]*)+", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [squeezed for line in block.split("\n") if (squeezed := " ".join(line.split()))]
        found += [" ".join(lines)] if _is_wrapped(lines) else lines
    return found


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines are one paragraph, broken at a width: alike in length but for the last, and mid-sentence."""
    if len(lines) < 2:
        return False
    body = [len(line) for line in lines[:-1]]
    alike = min(body) >= _WRAPPED[0] and max(*body, len(lines[-1])) <= _WRAPPED[1] and max(body) - min(body) <= 30
    if not alike or sum(ends(line) for line in lines[:-1]) > len(body) // 2:
        return False
    return not any(furniture(line) for line in lines)


def published(told: Told, order: Order) -> Written | None:
    """The date around a story that stands nearest to the byline, or to the beginning where there is none.

    A line that speaks of an update is looked at last.
    """
    near = next((n for n, line in enumerate(told.lines) if line.names), told.start)
    dated = [
        (bool(_UPDATED.search(line.text)), abs(n - near), found)
        for n, line in enumerate(told.lines)
        if n not in told.kept and (line.head or line.kind == "date") and (found := read_date(line.text, order))
    ]
    return min(dated, key=lambda d: d[:2])[2] if dated else None
