"""The report for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from compliance.report import (
    DraftReport,
    Evidence,
    Finding,
    LinkPlace,
    Outcome,
    PassagePlace,
    Problem,
    ReuseReport,
)
from compliance.reports import schema
from tests.reports.rendering import Report, render

if TYPE_CHECKING:
    from tests.reports.conftest import Case

TEXT = "As the [Kite](https://kite.example/a) said:\r\n\r\n> Six 🚢 knots.\r\n\r\n> Who said so?\r\n"
LINK = TEXT.index("[Kite]"), TEXT.index(" said")
PASSAGE = TEXT.index("> Six"), TEXT.index("\r\n\r\n> Who")
REPORT = Report(
    (
        DraftReport(
            "news.md",
            "fail",
            TEXT,
            (
                ReuseReport(
                    "kite",
                    "The Kite",
                    "kite.example",
                    "rules/kite.yaml",
                    "quotation",
                    "https://kite.example/a",
                    "link-in-introduction",
                    "strong",
                    (LinkPlace("https://kite.example/a", *LINK, active=True, follow=False),),
                    (PassagePlace(*PASSAGE, 12, "block-quotation"),),
                    (
                        Outcome(
                            "extract",
                            "must",
                            Finding("fail", "too long", "cut it", 12, 10.0, "characters", *PASSAGE),
                            "at most 10",
                            Evidence("https://kite.example/terms", "2026-10-02", "publisher"),
                            "rules/kite.yaml:7",
                        ),
                        Outcome("credit", "should", Finding("fail", "no credit")),
                        Outcome("byline", "must", Finding("not-applicable", "no repost")),
                    ),
                ),
                ReuseReport(None, "", "elsewhere.example", None, "mention", "", "", ""),
            ),
            (PassagePlace(TEXT.index("> Who"), len(TEXT) - 2, 12, "block-quotation"),),
            (Problem("shortcode", "unknown", 0), Problem("encoding", "odd")),
        ),
    )
)


def parsed(report: Report = REPORT) -> Any:
    return json.loads(render(report, "json"))


def closed(node: Any) -> Any:
    """The schema with every object closed: a key that it doesn't describe is an error."""
    if isinstance(node, dict):
        extra = {"additionalProperties": False} if node.get("type") == "object" else {}
        return {**{key: closed(value) for key, value in node.items()}, **extra}
    return [closed(item) for item in node] if isinstance(node, list) else node


def test_the_schema_is_one() -> None:
    """The schema is itself valid, and its identifier ends in the version that reports carry."""
    Draft202012Validator.check_schema(json.loads(schema()))
    assert json.loads(schema())["$id"].endswith(f":{parsed()['schema']}")


def test_reports_follow_the_schema(case: Case) -> None:
    """Every case's JSON report is valid."""
    Draft202012Validator(json.loads(schema())).validate(parsed(case.report))


def test_the_schema_describes_every_key() -> None:
    """Nothing is in a report that the schema doesn't describe."""
    Draft202012Validator(closed(json.loads(schema()))).validate(parsed())


def test_a_report_without_drafts_follows_the_schema() -> None:
    """No draft, still one document."""
    empty = parsed(Report())
    Draft202012Validator(json.loads(schema())).validate(empty)
    assert empty["drafts"] == []


def test_a_passage_has_its_place() -> None:
    """Offsets are code points, ends exclusive; lines and columns count from 1; CRLF is one line end."""
    assert parsed()["drafts"][0]["reuses"][0]["passages"] == [
        {"start": 47, "end": 61, "line": 3, "column": 1, "end_line": 3, "end_column": 15}
        | {"characters": 12, "how": "block-quotation"}
    ]


def test_a_link_has_its_place_and_state() -> None:
    """Whether a reader can click it and a search engine may follow it is said apart."""
    link = parsed()["drafts"][0]["reuses"][0]["links"][0]
    assert (link["line"], link["column"], link["active"], link["follow"]) == (1, 8, True, False)


def test_an_outcome_says_all_that_was_decided() -> None:
    """Figures, clause with evidence, rule's place and the draft's place."""
    assert parsed()["drafts"][0]["reuses"][0]["outcomes"][0] == {
        "rule": "extract",
        "name": "extract",
        "level": "must",
        "verdict": "fail",
        "measured": 12,
        "limit": 10,
        "unit": "characters",
        "message": "too long",
        "help": "cut it",
        "waiver": "",
        "clause": "at most 10",
        "evidence": {"url": "https://kite.example/terms", "read": "2026-10-02", "grade": "publisher"},
        "place": "rules/kite.yaml:7",
        "start": 47,
        "end": 61,
        "line": 3,
        "column": 1,
        "end_line": 3,
        "end_column": 15,
        "parts": [],
    }


def test_what_has_no_place_has_null() -> None:
    """A finding about something missing has no offsets, lines or columns."""
    missing = parsed()["drafts"][0]["reuses"][0]["outcomes"][1]
    assert {missing[key] for key in ("start", "end", "line", "column", "end_line", "end_column")} == {None}


def test_a_site_without_a_policy_has_null() -> None:
    """No policy, no publisher."""
    site = parsed()["drafts"][0]["reuses"][1]
    assert (site["publisher"], site["policy"], site["domain"]) == (None, None, "elsewhere.example")


def test_untied_quotations_and_problems_stand_beside_the_reuses() -> None:
    """Both have their place; a problem may have none."""
    draft = parsed()["drafts"][0]
    assert [item["line"] for item in draft["unattributed"]] == [5]
    assert [(item["kind"], item["line"]) for item in draft["problems"]] == [("shortcode", 1), ("encoding", None)]


def test_branches_are_outcomes_too() -> None:
    """The parts of a combinator are written as its outcome is."""
    part = Outcome("hyperlink", "must", Finding("fail", "no link"))
    whole = Outcome("any of", "must", Finding("fail", "none"), parts=(part,))
    reuse = ReuseReport("kite", "", "kite.example", "p", "mention", "", "", "", outcomes=(whole,))
    written = parsed(Report((DraftReport("a.md", "fail", "", (reuse,)),)))["drafts"][0]["reuses"][0]["outcomes"][0]
    assert written["parts"][0]["rule"] == "hyperlink"
    assert set(written["parts"][0]) == set(written)


def test_the_summary_counts_by_verdict() -> None:
    """Warnings are counted among the failures, and apart."""
    assert parsed()["summary"] == {
        "drafts": 1,
        "drafts_by_verdict": {"pass": 0, "fail": 1, "review": 0},
        "outcomes": 3,
        "pass": 0,
        "fail": 2,
        "review": 0,
        "waived": 0,
        "not_applicable": 1,
        "warnings": 1,
        "unattributed": 1,
        "problems": 2,
    }


def test_a_rerun_gives_the_same_bytes() -> None:
    """Nothing in a report depends on the time or the order of a set."""
    assert render(REPORT, "json").encode() == render(REPORT, "json").encode()


def test_text_is_written_as_it_is() -> None:
    """Letters of all scripts are UTF-8, not escapes."""
    report = Report((DraftReport("їжак-漢.md", "pass"),))
    assert '"path": "їжак-漢.md"' in render(report, "json")


def test_what_utf_8_has_no_bytes_for_is_escaped() -> None:
    """A file name that was not UTF-8 still gives a report that can be written and read back."""
    report = Report((DraftReport("a\udcff.md", "pass"),))
    assert json.loads(render(report, "json").encode())["drafts"][0]["path"] == "a\udcff.md"


def test_numbers_are_those_of_json() -> None:
    """Whole numbers have no fraction; what JSON has no number for is null."""
    odd = Outcome("extract", "must", Finding("review", "", measured=float("nan"), limit=12.5))
    reuse = ReuseReport("kite", "", "kite.example", "p", "mention", "", "", "", outcomes=(odd,))
    written = parsed(Report((DraftReport("a.md", "review", "", (reuse,)),)))["drafts"][0]["reuses"][0]["outcomes"][0]
    assert (written["measured"], written["limit"]) == (None, 12.5)
