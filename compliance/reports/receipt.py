"""A line for each rule of each reuse, met or not: what ``show="all"`` adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.reports import words
from compliance.reports.display import BOLD, clean, paint, width, wrap

if TYPE_CHECKING:
    from compliance.drafts.lines import Lines
    from compliance.report import DraftReport, Finding, Outcome
    from compliance.reports import View

_NARROWEST = 24


def receipt(draft: DraftReport, lines: Lines, view: View) -> str:
    """All outcomes of a draft, a line each: verdict, publisher, rule, place, and the figures or the reason."""
    outcomes = [(reuse, outcome) for reuse in draft.reuses for outcome in reuse.outcomes]
    if not outcomes:
        return ""
    table = [
        (words.label(outcome), clean(words.publisher(reuse)), clean(outcome.rule), _span(outcome.finding, lines))
        for reuse, outcome in outcomes
    ]
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    rows = (_row(cells, widths, _said(outcome), view) for cells, (_, outcome) in zip(table, outcomes, strict=True))
    return "\n".join((paint(clean(draft.path), BOLD, view.colour), *rows))


def _row(cells: tuple[str, ...], widths: list[int], said: str, view: View) -> str:
    padded = [cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True)]
    lead = paint(padded[0], words.STYLES.get(cells[0], ""), view.colour)
    indent = " " * (2 + sum(widths) + 2 * len(widths))
    first, *rest = wrap(said, max(_NARROWEST, view.width - len(indent)))
    return "\n".join((f"  {'  '.join((lead, *padded[1:], first))}".rstrip(), *(indent + line for line in rest)))


def _span(finding: Finding, lines: Lines) -> str:
    if finding.start is None:
        return ""
    first, column = lines.position(finding.start)
    if finding.end is None or finding.end <= finding.start:
        return f"{first}:{column}"
    last, end = lines.position(finding.end - 1)
    return f"{first}:{column}-{end}" if last == first else f"{first}:{column}-{last}:{end}"


def _said(outcome: Outcome) -> str:
    if outcome.verdict == "waived" and outcome.waiver:
        return outcome.waiver
    return words.measure(outcome.finding) or outcome.finding.message
