"""The report for people: short enough to be read to its end.

* A term that is not met has a block of its own, with the draft's lines; several at one place share one.
* The questions of one reuse are one block with an entry each, and so are its warnings. Where the same was asked before
  in the run, word for word, two lines name the place.
* Problems, sites without a policy and quotations without a source are a line each.
* What is copied without quotation marks is noted, a line an article: no term need forbid it.
* Drafts where nobody has to look come last, a line each; of more than ten only their number is told, by what they take,
  so that an expected finding that is missing stands out. The sums follow, and of more than ten drafts the names of
  those that fail, so that nobody has to scroll back for them.
* With ``show="all"`` nothing is told by number only, and each draft has a line for each of its outcomes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.drafts.lines import Lines
from compliance.reports import words
from compliance.reports.asides import Once, asides, line, unmarked
from compliance.reports.blocks import block
from compliance.reports.display import BOLD, paint, wrap
from compliance.reports.entries import Gathering
from compliance.reports.findings import groups
from compliance.reports.many import Many
from compliance.reports.receipt import receipt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.report import DraftReport, Outcome, Totals
    from compliance.reports import View
    from compliance.reports.findings import Item


_NOTHING = "No publisher's terms were compared with anything here; not legal advice."


class Renderer:
    """Writes the text report. Blocks stand apart by blank lines; single lines stand together."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._gathering = Gathering(view)
        self._many = Many(view)
        self._once = Once()
        self._dates: set[str] = set()
        self._has_terms = False
        self._after = ""

    def draft(self, draft: DraftReport) -> str:
        """A draft's findings; nothing yet where there are none, unless everything is shown."""
        lines, view = Lines(draft.text), self._view
        draft, common = self._once.split(draft)
        for reuse in draft.reuses:
            self._has_terms |= reuse.policy is not None
            self._dates.update(_dates(reuse.outcomes))
        blocks = [self._block(draft, lines, items) for items in groups(draft)]
        single = asides(draft, lines, view)
        single += self._many.add(draft, has_findings=bool(blocks or single))
        parts = [self._part(line("PROBLEM", text, view), "line") for text in common]
        parts += [self._part(text) for text in blocks] + [self._part(text, "line") for text in single]
        parts += [self._part(text, "line") for text in unmarked(draft, lines, view)]
        if view.show == "all" and (table := receipt(draft, lines, view)):
            parts.append(self._part(table))
        return "".join(parts)

    def end(self, totals: Totals) -> str:
        """The drafts where all is well, the sums, and what the comparison is worth."""
        width, colour = self._view.width, self._view.colour
        well = [self._part(text, "line") for text in self._many.well()]
        sums = [paint(line, BOLD, colour) for line in wrap(words.sums(totals), width)]
        last = (*self._many.failed(), *sums, *wrap(_notice(self._dates) if self._has_terms else _NOTHING, width))
        return "".join((*well, self._part("\n".join(last))))

    def _block(self, draft: DraftReport, lines: Lines, items: list[Item]) -> str:
        if len(items) == 1 or items[0].label == "FAIL":
            return block(draft, lines, items, self._view)
        return self._gathering.block(draft, lines, items)

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
