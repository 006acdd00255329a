"""The report for people: a block a finding, one line for what is gathered, one line for the sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.drafts.lines import Lines
from compliance.reports import words
from compliance.reports.asides import all_well, asides
from compliance.reports.blocks import block, items
from compliance.reports.display import BOLD, paint, wrap
from compliance.reports.receipt import receipt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.report import DraftReport, Outcome, Totals
    from compliance.reports import View


class Renderer:
    """Writes the text report. Blocks stand apart by blank lines; single lines stand together."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._dates: set[str] = set()
        self._after = ""

    def draft(self, draft: DraftReport) -> str:
        """A draft's findings, or one line where there are none."""
        lines, view = Lines(draft.text), self._view
        for reuse in draft.reuses:
            self._dates.update(_dates(reuse.outcomes))
        found = [block(draft, lines, item, view) for item in items(draft)]
        single = asides(draft, lines, view)
        if not (found or single):
            single = [all_well(draft, view)]
        parts = [self._part(text) for text in found] + [self._part(text, "line") for text in single]
        if view.show == "all" and (table := receipt(draft, lines, view)):
            parts.append(self._part(table))
        return "".join(parts)

    def end(self, totals: Totals) -> str:
        """The sums, and what the comparison is worth."""
        width, colour = self._view.width, self._view.colour
        sums = [paint(line, BOLD, colour) for line in wrap(words.sums(totals), width)]
        return self._part("\n".join((*sums, *wrap(_notice(self._dates), width))))

    def _part(self, text: str, kind: str = "block") -> str:
        """The text, parted by a blank line from what was written before it unless both are single lines."""
        blank = "\n" if self._after and not self._after == kind == "line" else ""
        self._after = kind
        return f"{blank}{text}\n"


def _dates(outcomes: tuple[Outcome, ...]) -> Iterator[str]:
    """The days on which the terms of these outcomes were read."""
    for outcome in outcomes:
        if outcome.evidence.read:
            yield outcome.evidence.read
        yield from _dates(outcome.parts)


def _notice(dates: set[str]) -> str:
    read = ""
    if dates:
        first, last = min(dates), max(dates)
        read = f" as read on {first}" if first == last else f" as read {first} to {last}"
    return f"Compared with the publishers' stated terms{read}; not legal advice."
