"""A line for each rule of each reuse, met or not: what ``show="all"`` adds."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from compliance.reports import words
from compliance.reports.display import BOLD, clean, paint, width, wrap
from compliance.reports.excerpt import ELLIPSIS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.lines import Lines
    from compliance.report import DraftReport, Outcome, ReuseReport
    from compliance.reports import View

    Row = tuple[tuple[str, ...], str, bool]
    """Its cells, what stands after them, and whether that may be cut."""

_NARROWEST = 24


def receipt(draft: DraftReport, lines: Lines, view: View) -> str:
    """All outcomes of a draft, a line each: verdict, publisher, rule, place, and the figures or the reason.

    What is told in full above the receipt is cut to one line; rules that do not apply, for one reason, share a line
    that names them.
    """
    rows = [row for reuse in draft.reuses for row in _reuse(reuse, lines)]
    if not rows:
        return ""
    widths = [max(map(width, column)) for column in zip(*(cells for cells, *_ in rows), strict=True)]
    return "\n".join((paint(clean(draft.path), BOLD, view.colour), *(_row(*row, widths, view) for row in rows)))


def _reuse(reuse: ReuseReport, lines: Lines) -> Iterator[Row]:
    for (label, said, place), same in groupby(reuse.outcomes, lambda o: (words.label(o), _said(o), _span(o, lines))):
        outcomes = list(same)
        rules = [clean(outcome.title) for outcome in outcomes]
        text = said
        if label == "N/A" and len(rules) > 1:
            rules, text = [words.count(len(rules), "rule")], f"{', '.join(rules)}: {said}"
        is_above = outcomes[0].verdict in ("fail", "review") and said == outcomes[0].finding.message
        for rule in rules:
            yield (label, clean(words.publisher(reuse)), rule, place), text, is_above


def _row(cells: tuple[str, ...], said: str, is_above: bool, widths: list[int], view: View) -> str:  # noqa: FBT001 - a cell's own
    padded = [cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True)]
    lead = paint(padded[0], words.STYLES.get(cells[0], ""), view.colour)
    indent = " " * (2 + sum(widths) + 2 * len(widths))
    room = max(_NARROWEST, view.width - len(indent))
    first, *rest = wrap(said, room)
    if rest and is_above:
        first, rest = f"{wrap(said, room - 2)[0]} {ELLIPSIS}", []
    return "\n".join((f"  {'  '.join((lead, *padded[1:], first))}".rstrip(), *(indent + line for line in rest)))


def _span(outcome: Outcome, lines: Lines) -> str:
    finding = outcome.finding
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
