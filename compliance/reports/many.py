"""What a run over many drafts says of the drafts themselves: where all is well, and which ones fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.report import Totals
from compliance.reports import words
from compliance.reports.asides import line
from compliance.reports.display import wrap

if TYPE_CHECKING:
    from compliance.report import DraftReport
    from compliance.reports import View

FEW = 10
"""So many drafts are named; of more only their number is told."""
_KINDS = ("meet all terms", "only name sites whose terms do not apply", "take nothing from other sites")


class Many:
    """Remembers the drafts of a run, of each kind a few by name."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._drafts = 0
        self._failed: list[str] = []
        self._failures = 0
        self._well: list[str] = []
        self._unsure: list[str] = []
        self._unsures = 0
        self._kinds = dict.fromkeys(_KINDS, 0)

    def add(self, draft: DraftReport, *, has_findings: bool) -> list[str]:
        """Remember a draft; returns its line, if it has one that is to stand before what comes next."""
        self._drafts += 1
        if draft.verdict == "fail":
            self._failures += 1
            self._failed += [draft.path] * (len(self._failed) < FEW)
        if has_findings:
            return []
        why = f"{_why(draft)}, as far as it was compared" if draft.verdict == "review" else _why(draft)
        text = line(words.LABELS[draft.verdict], f"{draft.path} ({why})", self._view)
        if self._view.show == "all" or draft.verdict == "fail":
            return [text]
        if draft.verdict == "review":  # only because of what keeps the whole run from being sure
            self._unsures += 1
            self._unsure += [text] * (len(self._unsure) < FEW)
            return []
        self._kinds[_kind(draft)] += 1
        self._well += [text] * (len(self._well) < FEW)
        return []

    def well(self) -> list[str]:
        """The drafts where nobody has to look and that have no line yet, in a line each or in one line."""
        number = sum(self._kinds.values())
        unsure, well = self._unsure, self._well
        if self._unsures > FEW:
            told = f"{words.count(self._unsures, 'draft')}: nothing else to look at (--show all names them)"
            unsure = [line("REVIEW", told, self._view)]
        if number > FEW:
            kinds = ", ".join(f"{count:,} {kind}" for kind, count in self._kinds.items() if count)
            well = [line("PASS", f"{words.count(number, 'draft')}: {kinds} (--show all names them)", self._view)]
        return unsure + well

    def failed(self) -> list[str]:
        """The names of the drafts that fail, where they are far up in the report."""
        if self._drafts <= FEW or not self._failed:
            return []
        more = self._failures - len(self._failed)
        names = ", ".join(self._failed) + (f" and {more:,} more" if more else "")
        return wrap(f"Not met in: {names}", self._view.width)


def _why(draft: DraftReport) -> str:
    """Why nobody has to look at a draft."""
    totals = Totals()
    totals.add(draft)
    return words.tally(totals) or (
        "no terms known of the sites it names" if draft.reuses else "nothing found that is taken from other sites"
    )


def _kind(draft: DraftReport) -> str:
    verdicts = {outcome.verdict for reuse in draft.reuses for outcome in reuse.outcomes}
    return _KINDS[0 if verdicts - {"not-applicable"} else 1 if draft.reuses else 2]
