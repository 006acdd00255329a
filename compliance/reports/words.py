"""The words in which reports for people speak of verdicts, figures and places."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from compliance.reports import display

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compliance.drafts.lines import Lines
    from compliance.report import DraftReport, Evidence, Finding, Outcome, ReuseReport, Totals

WARNING = "WARNING"
LABELS = {"pass": "PASS", "fail": "FAIL", "review": "REVIEW", "waived": "WAIVED", "not-applicable": "N/A"}
STYLES = {
    "PASS": display.GREEN,
    "FAIL": display.RED,
    WARNING: display.YELLOW,
    "REVIEW": display.YELLOW,
    "PROBLEM": display.RED,
}
_GRADES = {
    "publisher": "the publisher's own page",
    "relayed": "the publisher's words on another's page",
    "summary": "a summary by others",
}
_CERTAINTIES = {
    "declared": "declared by the editor",
    "strong": "strong evidence",
    "likely": "likely",
    "weak": "weak evidence",
    "doubtful": "a guess",
}
_MANY_LINES = 5


def label(outcome: Outcome) -> str:
    """The word for an outcome's verdict: a ``should`` that is not met is a warning."""
    return WARNING if outcome.is_warning else LABELS[outcome.verdict]


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: ``1 term``, ``2 terms``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def measure(finding: Finding) -> str:
    """What was measured against the limit, ``612 characters, limit 500``, or an empty string."""
    measured, limit = finding.measured, finding.limit
    if measured is None:
        return f"limit {_number(limit)} {finding.unit}".rstrip() if limit is not None else ""
    unit = finding.unit.removesuffix("s") if measured == 1 else finding.unit
    text = f"{_number(measured, limit)} {unit}".rstrip()
    return f"{text}, limit {_number(limit, measured)}" if limit is not None else text


def _number(value: float, other: float | None = None) -> str:
    """The number with at most two decimals, or with all of them where it would look like a different ``other``."""
    if not isfinite(value):
        return str(value)
    short = _short(value)
    near = other is not None and other != value and isfinite(other) and short == _short(other)
    return repr(value) if near else short


def _short(value: float) -> str:
    text = f"{value:,.2f}"
    return text.rstrip("0").rstrip(".") or "0"


def evidence(found: Evidence) -> str:
    """Where and when a clause was read: ``https://a.example/terms (the publisher's own page, read 2024-05-06)``."""
    return beside(found.url, how_read(found))


def how_read(found: Evidence) -> str:
    """How near to the publisher a clause was read, and when: ``the publisher's own page, read 2024-05-06``."""
    read = f"read {found.read}" if found.read else ""
    return ", ".join(filter(None, (_GRADES.get(found.grade, found.grade), read)))


def source(reuse: ReuseReport) -> str:
    """The source and its tie: ``https://a.example/story (link in introduction; strong evidence)``."""
    tie = "; ".join(filter(None, (reuse.tied_by.replace("-", " "), _CERTAINTIES.get(reuse.certainty, ""))))
    return beside(reuse.url or reuse.domain, tie)


def beside(address: str, remark: str) -> str:
    """An address with a remark in brackets, or one of them alone."""
    return f"{address} ({remark})" if address and remark else address or remark


def publisher(reuse: ReuseReport) -> str:
    """The name that people know the publisher by."""
    return reuse.name or reuse.publisher or reuse.domain


def on_lines(offsets: Iterable[int], lines: Lines) -> str:
    """``line 3`` or ``lines 3, 9 and 12``, in order and each once; of many the first few and how many more."""
    numbers = sorted({lines.position(offset)[0] for offset in offsets})
    shown = [str(number) for number in numbers[:_MANY_LINES]]
    if len(numbers) > _MANY_LINES:
        shown.append(f"{len(numbers) - _MANY_LINES} more")
    return f"line{'s' if len(shown) > 1 else ''} " + _joined(shown)


def _joined(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def address(draft: DraftReport, lines: Lines, start: int | None) -> str:
    """The place as editors and terminals know it: ``path:line:column``, or the path alone."""
    if start is None:
        return draft.path
    line, column = lines.position(start)
    return f"{draft.path}:{line}:{column}"


def tally(totals: Totals) -> str:
    """How the rules came out, an empty string where there are none: ``4 terms: 3 met, 1 not met``.

    A ``should`` that is not met is counted as a warning.
    """
    outcomes = totals.outcomes
    parts = (
        (outcomes["pass"], "met"),
        (outcomes["fail"] - totals.warnings, "not met"),
        (totals.warnings, "warning" if totals.warnings == 1 else "warnings"),
        (outcomes["review"], "to review"),
        (outcomes["waived"], "waived"),
        (outcomes["not-applicable"], "not applicable"),
    )
    terms = sum(outcomes.values())
    said = ", ".join(f"{number:,} {word}" for number, word in parts if number)
    return f"{count(terms, 'term')}: {said}" if terms else ""


def sums(totals: Totals) -> str:
    """The sums of a run, a sentence for each kind of thing that was counted."""
    drafts = ", ".join(f"{number:,} {verdict}" for verdict, number in totals.drafts.items() if number)
    parts = (
        count(sum(totals.drafts.values()), "draft") + (f": {drafts}" if drafts else ""),
        tally(totals),
        _some(totals.unattributed, "quotation without a source", "quotations without a source"),
        _some(totals.problems, "problem", "problems"),
    )
    return ". ".join(filter(None, parts)) + "."


def _some(number: int, noun: str, plural: str) -> str:
    return count(number, noun, plural) if number else ""
