"""Findings at one place as a block of text: the verdicts, the place, the draft's lines, the terms and the remedies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.reports import words
from compliance.reports.branches import branches, heading, remedy
from compliance.reports.display import clean, paint
from compliance.reports.excerpt import excerpt
from compliance.reports.notes import NARROWEST, arrow, head, notes, soft
from compliance.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.lines import Lines
    from compliance.report import DraftReport
    from compliance.reports import View
    from compliance.reports.excerpt import Row
    from compliance.reports.findings import Item
    from compliance.reports.notes import Note


def block(draft: DraftReport, lines: Lines, items: list[Item], view: View) -> str:
    """A block for the findings of one reuse at one place, without a line end at its end.

    The draft's lines are shown for a failure; of a question or a warning the place is enough.
    """
    place = items[0].place
    rows = _excerpt(draft, lines, items, view) if items[0].label == "FAIL" else []
    margin = len(str(rows[-1].line)) if rows else 1
    heads = (line for item in items for line in head(item.label, item.outcome.title, heading(item.outcome), view))
    shown = [
        *heads,
        arrow(draft, lines, place[0] if place else None, margin, view),
        *_rows(rows, margin, words.STYLES[items[0].label], view),
        *notes(_single(items[0]) if len(items) == 1 else _several(items), margin, view),
    ]
    return "\n".join(shown)


def _excerpt(draft: DraftReport, lines: Lines, items: list[Item], view: View) -> list[Row]:
    """The rows of the place: its first and its last row if its length was measured, else the first."""
    item = next((item for item in items if item.outcome.finding.measured is not None), items[0])
    if not (item.place and draft.text):
        return []
    rows = excerpt(draft.text, lines, *item.place, max(NARROWEST, view.width - 8))
    if item.outcome.finding.start is None:
        return [replace(row, note=f"about this {'passage' if item.reuse.passages else 'link'}") for row in rows]
    if len(rows) > 1 and item.outcome.finding.measured is None:
        line, column = lines.position(max(item.place[0], item.place[1] - 1))
        return [replace(rows[0], note=f"from here to {line}:{column}")]
    return rows


def _rows(rows: list[Row], margin: int, style: str, view: View) -> Iterator[str]:
    bar = soft(f"{' ' * margin} |", view)
    if rows:
        yield bar
    for number, row in enumerate(rows):
        if number and row.line > rows[number - 1].line + 1:
            yield soft("." * max(3, margin), view)
        yield f"{soft(f'{row.line:>{margin}} |', view)} {row.shown}"
        yield f"{bar} {_mark(row, style, view)}"
    if rows:
        yield bar


def _mark(row: Row, style: str, view: View) -> str:
    """The mark under a row, with its note after it, or before it where there is more room."""
    mark, note = paint("^" * row.wide, style, view.colour), row.note
    if note and row.before + row.wide + 1 + len(note) > view.width - 8 and row.before > len(note):
        return f"{note:>{row.before - 1}} {mark}"
    return f"{' ' * row.before}{mark} {note}".rstrip()


def _single(item: Item) -> Iterator[Note]:
    """What was measured, the branches, the source, the terms and the remedy of one finding."""
    reuse, outcome = item.reuse, item.outcome
    clause = f"{words.publisher(reuse)}: {outcome.clause}" if outcome.clause else words.publisher(reuse)
    yield "measured", [words.measure(outcome.finding)]
    yield clean(outcome.title) or "parts", list(branches(outcome))
    yield "source", [words.source(reuse)]
    yield ("terms" if outcome.clause else "publisher"), [clause, words.evidence(outcome.evidence), outcome.place]
    yield "help", [remedy(outcome)]


def _several(items: list[Item]) -> Iterator[Note]:
    """The source, a note for each of several findings, and where the terms were read."""
    reuse = items[0].reuse
    yield "source", [words.source(reuse)]
    yield "publisher", [words.publisher(reuse)]
    for item in items:
        outcome = item.outcome
        help_ = remedy(outcome)
        said = [words.measure(outcome.finding), *branches(outcome), outcome.clause, help_ and f"help: {help_}"]
        yield clean(outcome.title), said
    yield "terms", read_at(items)


def read_at(items: list[Item]) -> list[str]:
    """Where the terms of some findings of one reuse were read, each page once, and the file of their policy."""
    pages: dict[str, dict[str, None]] = {}
    for item in items:
        found = item.outcome.evidence
        pages.setdefault(found.url, {})[words.how_read(found)] = None
    read = (words.beside(url, "; ".join(filter(None, how))) for url, how in pages.items())
    return [*read, items[0].reuse.policy or ""]
