"""What somebody has to look at in a draft, and which of it is told together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.reports import words
from compliance.values import dataclass

if TYPE_CHECKING:
    from compliance.report import DraftReport, Outcome, ReuseReport

_RANKS = {"FAIL": 0, "REVIEW": 1, words.WARNING: 2}


@dataclass(frozen=True, slots=True)
class Item:
    """An outcome that somebody has to look at, with the reuse that it is about."""

    reuse: ReuseReport
    outcome: Outcome

    @property
    def label(self) -> str:
        """``FAIL``, ``REVIEW`` or ``WARNING``."""
        return words.label(self.outcome)

    @property
    def place(self) -> tuple[int, int] | None:
        """Where the finding is; where it has no place of its own, the start of the passage or link that it is about."""
        finding = self.outcome.finding
        if finding.start is not None:
            return finding.start, finding.start if finding.end is None else finding.end
        start = first_place(self.reuse)
        return None if start is None else (start, start + 1)

    @property
    def is_about_a_passage(self) -> bool:
        """Whether the finding has no narrower place than a whole passage, or than the link where there is none."""
        return self.outcome.finding.start is None or self.place in {(p.start, p.end) for p in self.reuse.passages}

    @property
    def rank(self) -> tuple[int, int]:
        """The most important first: unmet, then undecided, then warnings; each in the order of the draft."""
        return _RANKS[self.label], self.place[0] if self.place else -1


def first_place(reuse: ReuseReport) -> int | None:
    """The start of the first passage of a reuse, or of its first link where it has no passage."""
    return next((place.start for place in reuse.passages or reuse.links), None)


def items(draft: DraftReport) -> list[Item]:
    """The findings of a draft under its publishers' policies, the most important first."""
    found = (
        Item(reuse, outcome)
        for reuse in draft.reuses
        if reuse.policy is not None
        for outcome in reuse.outcomes
        if outcome.verdict in ("fail", "review")
    )
    return sorted(found, key=lambda item: item.rank)


def groups(draft: DraftReport) -> list[list[Item]]:
    """The findings that are told together: failures of one reuse at one place, all questions, all warnings of it."""
    found: dict[tuple[object, ...], list[Item]] = {}
    for item in items(draft):
        found.setdefault((id(item.reuse), item.label, *_spot(item)), []).append(item)
    return list(found.values())


def _spot(item: Item) -> tuple[object, ...]:
    """What tells two failures of a reuse apart: their place."""
    if item.label != "FAIL":
        return ()
    return (item.place[0],) if item.place and item.is_about_a_passage else (item.place,)
