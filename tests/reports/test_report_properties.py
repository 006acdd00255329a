"""What holds of every report, whatever stands in it."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
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
from compliance.reports import FORMATS, schema
from tests.reports.rendering import Report, render

SCHEMA = Draft202012Validator(json.loads(schema()))
OFFSETS = st.integers(0, 60)
WORDS = st.text(st.characters(), max_size=20)
EVIDENCE = st.builds(Evidence, WORDS, st.dates().map(str), st.sampled_from(("publisher", "relayed", "summary", "")))
FINDINGS = st.builds(
    Finding,
    st.sampled_from(("pass", "fail", "review", "waived", "not-applicable")),
    WORDS,
    WORDS,
    st.none() | st.floats(),
    st.none() | st.floats(),
    WORDS,
    st.none() | OFFSETS,
    st.none() | OFFSETS,
)
LEVELS: Any = st.sampled_from(("must", "should"))
OUTCOMES = st.recursive(
    st.builds(Outcome, WORDS, LEVELS, FINDINGS, WORDS, EVIDENCE, WORDS, WORDS),
    lambda parts: st.builds(Outcome, WORDS, LEVELS, FINDINGS, parts=st.lists(parts, max_size=2).map(tuple)),
    max_leaves=4,
)
PASSAGES = st.builds(PassagePlace, OFFSETS, OFFSETS, OFFSETS, st.sampled_from(("block-quotation", "found")))
REUSES = st.builds(
    ReuseReport,
    st.none() | WORDS,
    WORDS,
    WORDS,
    st.none() | WORDS,
    st.sampled_from(("mention", "quotation", "excerpt", "repost")),
    WORDS,
    WORDS,
    WORDS,
    st.lists(st.builds(LinkPlace, WORDS, OFFSETS, OFFSETS, st.booleans(), st.booleans()), max_size=2).map(tuple),
    st.lists(PASSAGES, max_size=2).map(tuple),
    st.lists(OUTCOMES, max_size=3).map(tuple),
)
DRAFTS = st.builds(
    DraftReport,
    WORDS,
    st.sampled_from(("pass", "fail", "review")),
    st.text(st.characters(), max_size=60),
    st.lists(REUSES, max_size=2).map(tuple),
    st.lists(PASSAGES, max_size=2).map(tuple),
    st.lists(st.builds(Problem, WORDS, WORDS, st.none() | OFFSETS, WORDS), max_size=2).map(tuple),
)
REPORTS = st.builds(Report, st.lists(DRAFTS, max_size=2).map(tuple))


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None)
@given(REPORTS, st.sampled_from(("findings", "all")), st.booleans(), st.integers(1, 120))
def test_any_report_is_rendered(name: str, report: Report, show: Any, colour: bool, width: int) -> None:  # noqa: FBT001
    """No report raises, and the same report gives the same text."""
    view: Any = {"show": show, "colour": colour, "width": width}
    assert render(report, name, **view) == render(report, name, **view)


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_no_text_report_steers_the_terminal(report: Report) -> None:
    """Line feeds are the only controls in a report without colour."""
    shown = set(render(report, "text", show="all"))
    assert {char for char in shown if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")} <= {"\n"}


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_every_json_report_follows_the_schema(report: Report) -> None:
    """Valid by the schema, and its sums add up."""
    data = json.loads(render(report, "json").encode())
    SCHEMA.validate(data)
    total = data["summary"]
    assert sum(total[key] for key in ("pass", "fail", "review", "waived", "not_applicable")) == total["outcomes"]
    assert sum(total["drafts_by_verdict"].values()) == total["drafts"] == len(data["drafts"])
    assert total["outcomes"] == sum(len(reuse["outcomes"]) for draft in data["drafts"] for reuse in draft["reuses"])


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_each_github_line_is_a_command_or_the_sums(report: Report) -> None:
    """Whatever the texts are, they open no command of their own."""
    *commands, sums = render(report, "github").split("\n")[:-1]
    assert all(command.startswith(("::error", "::warning", "::notice")) for command in commands)
    assert sums.endswith(".")
