"""The layout that findings share: the head, the place, and notes with their names in a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.reports import words
from compliance.reports.display import BLUE, BOLD, DIM, clean, paint, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compliance.drafts.lines import Lines
    from compliance.report import DraftReport
    from compliance.reports import View

    Note = tuple[str, list[str]]
    """A note's name and its texts; spaces before a text set it in."""

NARROWEST = 24
"""The columns that words get on a screen that is too narrow for them."""


def head(word: str, subject: str, message: str, view: View) -> Iterator[str]:
    """The first lines of a finding: ``FAIL extract: 612 characters ...``."""
    subject = clean(subject)
    first, *rest = wrap(f"{word} {subject}: {message}", max(NARROWEST, view.width - 4))
    if first.startswith(f"{word} {subject}:"):
        lead = f"{paint(word, words.STYLES[word], view.colour)} {paint(subject, BOLD, view.colour)}"
        first = lead + first[len(word) + 1 + len(subject) :]
    yield first
    yield from (f"    {line}" for line in rest)


def arrow(draft: DraftReport, lines: Lines, start: int | None, margin: int, view: View) -> str:
    """The line with the finding's place."""
    where = clean(words.address(draft, lines, start if draft.text else None))
    return f"{' ' * margin}{soft('-->', view)} {paint(where, BOLD, view.colour)}"


def notes(named: Iterable[Note], margin: int, view: View) -> Iterator[str]:
    """The lines of the notes that say anything."""
    said = [(name, texts) for name, texts in named if any(texts)]
    widest = max((len(name) for name, _ in said), default=0) + 1
    room = max(NARROWEST, view.width - margin - widest - 4)
    for name, texts in said:
        lead = f"{' ' * margin} {soft('=', view)} {paint(f'{name}:', BOLD, view.colour)}{' ' * (widest - len(name))}"
        for line in hung(texts, room):
            yield f"{lead}{line}"
            lead = " " * (margin + 3 + widest + 1)


def hung(texts: Iterable[str], room: int) -> Iterator[str]:
    """The texts in lines of the room; what is set in, or marked as an item, goes on two columns further in."""
    for text in filter(None, texts):
        indent = " " * (len(text) - len(text.lstrip(" ")))
        hanging = "  " if indent or text.startswith("- ") else ""
        for number, line in enumerate(wrap(text, max(NARROWEST, room - len(indent) - len(hanging)))):
            yield f"{indent}{hanging if number else ''}{line}"


def soft(text: str, view: View) -> str:
    """What guides the eye, in a quiet colour."""
    return paint(text, BLUE if text.strip() in ("-->", "=") else DIM, view.colour)
