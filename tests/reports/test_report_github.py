"""Findings as GitHub's workflow commands."""

from __future__ import annotations

from typing import Any

from compliance.report import DraftReport, Finding, Outcome, PassagePlace, Problem, ReuseReport
from tests.reports.rendering import Report, render


def github(*outcomes: Outcome, path: str = "news.md", text: str = "one\ntwo\n", **fields: Any) -> list[str]:
    reuse = ReuseReport("kite", "The Kite", "kite.example", "p.yaml", "quotation", "", "", "", outcomes=outcomes)
    return render(Report((DraftReport(path, "fail", text, (reuse,), **fields),)), "github").splitlines()


def outcome(message: str = "too long", verdict: Any = "fail", level: Any = "must", **place: int) -> Outcome:
    return Outcome("extract", level, Finding(verdict, message, **place))  # type: ignore[arg-type]


def test_a_finding_is_a_command_with_its_place() -> None:
    """File, lines, columns and title; the end column lies after the last character."""
    assert github(outcome(start=5, end=7))[0] == (
        "::error file=news.md,line=2,endLine=2,col=2,endColumn=4,title=extract (The Kite)::too long"
    )


def test_a_place_over_lines_has_no_columns() -> None:
    """GitHub takes columns within one line only."""
    assert github(outcome(start=0, end=7))[0].startswith("::error file=news.md,line=1,endLine=2,title=")


def test_what_would_end_a_property_is_escaped() -> None:
    """Commas, colons, per cent signs and line ends in a path."""
    assert github(outcome(), path="we,ird: 100%\n.md")[0].startswith("::error file=we%2Cird%3A 100%25%0A.md,title=")


def test_a_message_is_one_line() -> None:
    """A message can neither end the command nor begin another one."""
    lines = github(outcome("bad 100%\r\n::error::forged"))
    assert lines[0].endswith("::bad 100%25 ::error::forged")
    assert [line for line in lines[1:] if line.startswith("::")] == []


def test_verdicts_have_their_kinds() -> None:
    """Unmet rules are errors, unmet shoulds warnings, questions notices; the worst come first."""
    lines = github(outcome(verdict="review"), outcome(level="should"), outcome(), outcome(verdict="pass"))
    assert [line.split()[0] for line in lines[:3]] == ["::error", "::warning", "::notice"]
    assert len(lines) == 4


def test_no_line_of_the_draft_is_printed() -> None:
    """What the draft says could be read as a command."""
    assert "##[error]" not in "".join(github(outcome(start=0, end=9), text="##[error]\n"))


def test_what_github_would_drop_is_announced() -> None:
    """The tenth of a kind says how many follow."""
    lines = github(*(outcome(f"number {n}") for n in range(15)))
    assert lines[9] == "::error::6 more findings of this kind: see the log of this step"
    assert len([line for line in lines if "number" in line]) == 15


def test_problems_and_untied_quotations_are_told() -> None:
    """Problems are errors, quotations without a source notices."""
    lines = github(problems=(Problem("x", "unreadable", 4),), unattributed=(PassagePlace(0, 3, 3, "quotation-marks"),))
    assert lines[0] == "::error file=news.md,line=2::unreadable"
    assert lines[1].startswith("::notice file=news.md,line=1::1 quotation without a known source")


def test_the_sums_are_the_last_line() -> None:
    """The log ends with the totals."""
    assert github(outcome())[-1] == "1 draft: 1 fail. 1 term: 1 not met."
