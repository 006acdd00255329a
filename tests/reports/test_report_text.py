"""The report for people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from compliance.report import (
    DraftReport,
    Evidence,
    Finding,
    Outcome,
    PassagePlace,
    Problem,
    ReuseReport,
    Totals,
    worst,
)
from compliance.reports import renderer
from tests.reports.rendering import Report, render

if TYPE_CHECKING:
    from tests.reports.conftest import Case

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def outcome(verdict: Any = "fail", message: str = "too long", **fields: Any) -> Outcome:
    own = {key: fields.pop(key) for key in ("start", "end", "measured", "limit", "unit", "help") if key in fields}
    return Outcome("extract", fields.pop("level", "must"), Finding(verdict, message, **own), **fields)


def draft(
    *outcomes: Outcome,
    path: str = "news.md",
    text: str = "> Six knots.\n",
    policy: str | None = "p.yaml",
    **fields: Any,
) -> DraftReport:
    reuse = ReuseReport("kite", "The Kite", "kite.example", policy, "quotation", "", "", "", outcomes=outcomes)
    return DraftReport(path, worst(outcomes), text, (reuse,), **fields)


def text(*drafts: DraftReport, **view: Any) -> str:
    return render(Report(drafts), "text", **view)


def heads(report: str) -> list[str]:
    """The first lines of the findings' blocks."""
    return [line for line in report.splitlines() if re.match(r"(FAIL|REVIEW|WARNING) \w+: ", line)]


def test_each_case_is_rendered_as_its_file_says(case: Case) -> None:
    """Each case's report is its .txt file; see conftest.py for how these are written anew."""
    assert case.expected.read_text(encoding="utf-8") == render(case.report, "text", **case.view)


def test_a_line_keeps_within_the_width(case: Case) -> None:
    """Lines of words end within 100 columns unless the case asks for another width."""
    if "width" not in case.view:
        plain = ESCAPES.sub("", render(case.report, "text", **case.view))
        assert [line for line in plain.splitlines() if len(line) > 100] == []


def test_colour_changes_nothing_but_colour(case: Case) -> None:
    """Without its escape sequences a coloured report is the plain one."""
    view = {**case.view, "colour": False}
    assert render(case.report, "text", **view) == ESCAPES.sub(
        "", render(case.report, "text", **{**view, "colour": True})
    )


def test_draft_by_draft_gives_the_same_as_all_at_once(case: Case) -> None:
    """A renderer that is fed draft by draft writes what ``render`` returns."""
    writer, totals = renderer("text", **case.view), Totals()
    parts = []
    for each in case.report.drafts:
        totals.add(each)
        parts.append(writer.draft(each))
    assert render(case.report, "text", **case.view) == "".join([*parts, writer.end(totals)])


def test_a_draft_where_all_is_well_is_one_line() -> None:
    """A draft that passes is one line, whatever the number of its rules."""
    report = text(draft(outcome("pass"), outcome("pass"), outcome("not-applicable")))
    assert report.splitlines()[0] == "PASS news.md (3 terms: 2 met, 1 not applicable)"
    assert report.splitlines()[1] == ""


def test_the_most_important_comes_first() -> None:
    """Unmet rules come before open questions, these before warnings, each in the order of the draft."""
    found = text(
        draft(
            outcome("fail", "warned", level="should", start=0, end=1),
            outcome("review", "asked", start=1, end=2),
            outcome("fail", "second", start=5, end=6),
            outcome("fail", "first", start=2, end=3),
        )
    )
    assert heads(found) == [
        "FAIL extract: first",
        "FAIL extract: second",
        "REVIEW extract: asked",
        "WARNING extract: warned",
    ]


def test_the_place_is_path_line_and_column() -> None:
    """The place is written as editors and terminals follow it."""
    assert " --> news.md:2:3\n" in text(draft(outcome(start=6, end=7), text="one\nsix\n"))


def test_a_finding_without_a_place_points_at_what_it_is_about() -> None:
    """Where something is missing, the passage that lacks it is shown."""
    reuse = ReuseReport(
        "kite", "", "kite.example", "p.yaml", "quotation", "", "", "",
        passages=(PassagePlace(5, 9, 4, "block-quotation"),), outcomes=(outcome(),),
    )  # fmt: skip
    shown = text(DraftReport("news.md", "fail", "one\n\n> two\n", (reuse,)))
    assert "3 | > two\n  | ^ about this passage\n" in shown


def test_the_clause_names_its_page_the_day_and_how_near_it_is() -> None:
    """The terms carry their address, the day they were read, and the grade in words."""
    terms = Evidence("https://kite.example/terms", "2026-10-02", "relayed")
    shown = text(draft(outcome(clause="at most 10", evidence=terms)))
    assert "The Kite: at most 10\n" in shown
    assert "https://kite.example/terms (the publisher's words on another's page, read 2026-10-02)\n" in shown


def test_figures_that_differ_never_look_the_same() -> None:
    """A share a hair over its limit is not rounded down to it."""
    assert "25.0004 percent, limit 25\n" in text(draft(outcome(measured=25.0004, limit=25, unit="percent")))


def test_one_of_something_is_singular() -> None:
    """The unit follows its number."""
    assert " 1 link, limit 2\n" in text(draft(outcome(measured=1, limit=2, unit="links")))


def test_the_same_problem_at_many_places_is_one_line() -> None:
    """Problems of one kind and message are gathered, with their lines."""
    problems = tuple(Problem("shortcode", "unknown shortcode", start) for start in (0, 2, 4))
    report = text(DraftReport("news.md", "pass", "a\nb\nc\n", problems=problems))
    assert report.splitlines()[0] == "PROBLEM news.md:1:1: unknown shortcode (lines 1, 2 and 3)"


def test_the_questions_of_a_reuse_are_one_block() -> None:
    """However many questions there are, there is one head, and the remedy that they share is told once."""
    shown = text(draft(*(outcome("review", f"Is it so, {n}?", help="look") for n in range(9))))
    assert re.findall("^REVIEW .*", shown, re.MULTILINE) == ["REVIEW The Kite: 9 open questions on this quotation"]
    assert all(f"  extract  Is it so, {n}?\n" in shown for n in range(9))
    assert shown.count("look") == 1


def test_no_remedy_is_put_to_a_question_without_one() -> None:
    """A remedy that several questions share is told at each of them where another question has none."""
    asked = (outcome("review", "a?", help="look"), outcome("review", "b?", help="look"), outcome("review", "c?"))
    assert text(draft(*asked)).count("help: look\n") == 2


def test_what_was_asked_before_is_not_repeated() -> None:
    """The same questions about another source are a line that names the first place, other ones are told."""
    asked = (outcome("review", "a?"), outcome("review", "b?"))
    shown = text(draft(*asked, path="a.md"), draft(*asked), draft(*asked, outcome("review", "c?")))
    assert "REVIEW The Kite: 2 open questions on this quotation, the same as at a.md\n" in shown
    assert (shown.count("  a?\n"), shown.count("  c?\n")) == (2, 1)


def test_failures_at_one_place_share_a_block() -> None:
    """Each has its head; the draft's line is shown once."""
    shown = text(draft(outcome(message="one", start=2, end=5), outcome(message="two", start=2, end=5)))
    assert heads(shown) == ["FAIL extract: one", "FAIL extract: two"]
    assert shown.count("1 | > Six knots.\n") == 1


def test_a_question_shows_no_lines_of_the_draft() -> None:
    """The place of a question is enough."""
    shown = text(draft(outcome("review", "is it so?", start=2, end=5)))
    assert " --> news.md:1:3\n" in shown
    assert "Six knots" not in shown


def test_many_drafts_where_all_is_well_are_counted() -> None:
    """Ten are named; of eleven the number is told, unless everything is asked for."""
    well = draft(outcome("pass"))
    assert text(*[well] * 10).count("PASS news.md (") == 10
    assert "PASS 11 drafts: 11 meet all terms (" in text(*[well] * 11)
    assert text(*[well] * 11, show="all").count("PASS news.md (") == 11


def test_the_drafts_that_fail_are_named_at_the_end_of_a_long_run() -> None:
    """Of more than ten drafts those that fail are named beside the sums, ten at most."""
    failing = draft(outcome())
    assert "Not met in" not in text(*[failing] * 10)
    assert "Not met in: news.md\n11 drafts" in text(*[draft(outcome("pass"))] * 10, failing)
    assert "and 2 more\n12 drafts" in text(*[failing] * 12)


def test_a_site_without_a_policy_is_never_a_block() -> None:
    """Sites without a policy are gathered in one line, with the worst verdict among them."""
    report = text(draft(outcome("fail", "unknown"), outcome("review", "unknown"), policy=None))
    assert report.splitlines()[0] == "FAIL news.md: no policy for 1 site: The Kite"
    assert heads(report) == []


def test_a_draft_with_untied_quotations_is_not_reported_as_all_well() -> None:
    """A quotation without a source is shown, even where all rules are met."""
    report = text(draft(outcome("pass"), unattributed=(PassagePlace(0, 5, 5, "block-quotation"),)))
    assert not re.search("^PASS", report, re.MULTILINE)
    assert "1 quotation without a known source" in report


def test_the_receipt_has_a_line_for_each_outcome() -> None:
    """With ``show="all"`` nothing that was decided is left out."""
    verdicts = ("pass", "fail", "review", "waived", "not-applicable")
    table = text(draft(*map(outcome, verdicts)), show="all").split("news.md\n")[-1].split("\n\n")[0]
    assert [line.split()[0] for line in table.splitlines()] == ["PASS", "FAIL", "REVIEW", "WAIVED", "N/A"]


def test_the_receipt_is_shown_on_request_only() -> None:
    """Rules that are met are not listed unless asked for."""
    assert "The Kite  extract" not in text(draft(outcome("pass", "within")))


def test_a_waiver_shows_its_reason() -> None:
    """The receipt says why a finding was waived."""
    assert "by telephone" in text(draft(outcome("waived", waiver="by telephone")), show="all")


def test_the_sums_add_up() -> None:
    """The last lines count drafts and rules by verdict, warnings apart."""
    report = text(draft(outcome(), outcome(level="should"), outcome("review")), draft(outcome("pass")))
    assert "\n2 drafts: 1 pass, 1 fail. 4 terms: 1 met, 1 not met, 1 warning, 1 to review.\n" in report


def test_the_notice_names_the_days_the_terms_were_read() -> None:
    """The notice names the first and the last day, branches of rules included, and claims nothing of the law."""
    inner = outcome("pass", evidence=Evidence(read="2024-05-06"))
    report = text(draft(outcome("pass", evidence=Evidence(read="2026-10-02"), parts=(inner,))))
    assert report.splitlines()[-1] == (
        "Compared with the publishers' stated terms as read 2024-05-06 to 2026-10-02; not legal advice."
    )


def test_the_only_branch_that_fails_is_told_in_the_heading() -> None:
    """Its terms stand below, its remedy where that of a plain rule does."""
    inner = outcome("fail", "31 words", help="cut 1", clause="at most 30 words", name="words")
    report = text(draft(outcome("fail", "31 words", help="cut 1", parts=(outcome("pass", "ok"), inner))))
    assert heads(report) == ["FAIL extract: 31 words"]
    assert "= extract:   terms: at most 30 words" in report
    assert "= help:      cut 1" in report


@pytest.mark.parametrize("drafts", [(), (DraftReport("a.md", "pass"),), (draft(outcome("review"), policy=None),)])
def test_the_notice_claims_no_comparison_that_was_not_made(drafts: tuple[DraftReport, ...]) -> None:
    assert text(*drafts).endswith("No publisher's terms were compared with anything here; not legal advice.\n")


def test_the_receipt_names_the_rules_that_share_a_line() -> None:
    idle = [outcome("not-applicable", "this is no repost", name=name) for name in ("byline", "whole text")]
    assert "2 rules    byline, whole text: this is no repost" in text(draft(*idle, outcome("pass")), show="all")


def test_a_condition_of_two_questions_is_asked_once() -> None:
    """Of the second one the report says where it was asked."""
    asked = {
        "by whom": "Was it translated? If so: who did it?",
        "whole": "Was it translated? If so: is it whole?",
        "other": "Is it? If not: x?",
    }
    report = text(draft(*(outcome("review", message, name=name) for name, message in asked.items())))
    assert report.count("Was it translated?") == 1
    assert "whole    (as asked for by whom) If so: is it whole?" in report
    assert "other    Is it? If not: x?" in report


def test_a_problem_and_its_remedy_are_joined_as_sentences_or_as_clauses() -> None:
    problems = (Problem("a", "It begins no character.", 0, "save it"), Problem("b", "not compared", 0, "run fetch"))
    report = text(draft(problems=problems))
    assert "It begins no character. Save it" in report
    assert "not compared; run fetch" in report


def test_nothing_checked_is_said() -> None:
    """A run over no drafts has sums too."""
    assert text().startswith("0 drafts.\n")
