"""The report for programs, as ``report.schema.json`` describes it.

The same drafts give the same bytes: there is no clock in it, and paths are those that the drafts were given by.
"""

from __future__ import annotations

import json
from math import isfinite
from typing import TYPE_CHECKING, Any

from compliance import __version__
from compliance.drafts.lines import Lines

if TYPE_CHECKING:
    from compliance.report import DraftReport, LinkPlace, Outcome, PassagePlace, Problem, ReuseReport, Totals
    from compliance.reports import View

SCHEMA_VERSION = "1"


class Renderer:
    """Writes the JSON report, a draft at a time, as one document."""

    def __init__(self, _view: View) -> None:
        head = f'"schema": {_dump(SCHEMA_VERSION)},\n"tool": {_dump(_tool())},\n"drafts": ['
        self._before = f"{{\n{head}\n"

    def draft(self, draft: DraftReport) -> str:
        """A draft's object, with what stands before it."""
        before, self._before = self._before, ",\n"
        return before + _dump(_draft(draft))

    def end(self, totals: Totals) -> str:
        """The sums, and the end of the document."""
        before = "\n" if self._before == ",\n" else self._before
        return f'{before}],\n"summary": {_dump(_summary(totals))}\n}}\n'


def _dump(value: Any) -> str:
    """The value as JSON that can be written as UTF-8: half surrogate pairs, which have no bytes there, are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _tool() -> dict[str, Any]:
    return {"name": "republish-check", "version": __version__}


def _summary(totals: Totals) -> dict[str, Any]:
    return {
        "drafts": sum(totals.drafts.values()),
        "drafts_by_verdict": {verdict: totals.drafts[verdict] for verdict in ("pass", "fail", "review")},
        "outcomes": sum(totals.outcomes.values()),
        **{verdict.replace("-", "_"): number for verdict, number in totals.outcomes.items()},
        "warnings": totals.warnings,
        "unattributed": totals.unattributed,
        "problems": totals.problems,
    }


def _draft(draft: DraftReport) -> dict[str, Any]:
    lines = Lines(draft.text)
    return {
        "path": draft.path,
        "verdict": draft.verdict,
        "reuses": [_reuse(reuse, lines) for reuse in draft.reuses],
        "unattributed": [_passage(passage, lines) for passage in draft.unattributed],
        "problems": [_problem(problem, lines) for problem in draft.problems],
    }


def _reuse(reuse: ReuseReport, lines: Lines) -> dict[str, Any]:
    return {
        "publisher": reuse.publisher,
        "name": reuse.name,
        "domain": reuse.domain,
        "policy": reuse.policy,
        "mode": reuse.mode,
        "source": {"url": reuse.url},
        "tied_by": reuse.tied_by,
        "certainty": reuse.certainty,
        "links": [_link(link, lines) for link in reuse.links],
        "passages": [_passage(passage, lines) for passage in reuse.passages],
        "outcomes": [_outcome(outcome, lines) for outcome in reuse.outcomes],
    }


def _link(link: LinkPlace, lines: Lines) -> dict[str, Any]:
    return {
        "url": link.url,
        **_place(link.start, link.end, lines),
        "active": link.active,
        "follow": link.follow,
        "inactive_because": link.inactive_because,
    }


def _passage(passage: PassagePlace, lines: Lines) -> dict[str, Any]:
    return {**_place(passage.start, passage.end, lines), "characters": passage.characters, "how": passage.how}


def _outcome(outcome: Outcome, lines: Lines) -> dict[str, Any]:
    finding, evidence = outcome.finding, outcome.evidence
    return {
        "rule": outcome.rule,
        "name": outcome.title,
        "level": outcome.level,
        "verdict": finding.verdict,
        "measured": _number(finding.measured),
        "limit": _number(finding.limit),
        "unit": finding.unit,
        "message": finding.message,
        "help": finding.help,
        "waiver": outcome.waiver,
        "clause": outcome.clause,
        "evidence": {"url": evidence.url, "read": evidence.read, "grade": evidence.grade},
        "place": outcome.place,
        **_place(finding.start, finding.end, lines),
        "parts": [_outcome(part, lines) for part in outcome.parts],
    }


def _problem(problem: Problem, lines: Lines) -> dict[str, Any]:
    place = _place(problem.start, None, lines)
    return {
        "kind": problem.kind,
        "message": problem.message,
        "help": problem.help,
        **{key: place[key] for key in ("start", "line", "column")},
    }


def _place(start: int | None, end: int | None, lines: Lines) -> dict[str, int | None]:
    """A place as offsets and as lines and columns; all of its end is None where there is none."""
    line, column = (None, None) if start is None else lines.position(start)
    end_line, end_column = (None, None) if end is None else lines.position(end)
    return {
        "start": start,
        "end": end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }


def _number(value: float | None) -> float | None:
    """The number as JSON knows numbers: whole ones without a fraction, none that is not finite."""
    if value is None or not isfinite(value):
        return None
    return int(value) if value == int(value) else value
