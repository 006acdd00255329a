"""What an editor's schema marks and what the loader refuses are the same, as far as a schema can tell."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.policies.amountschema import UNITS
from compliance.policies.packing import PolicySource, pack
from compliance.policies.schema import policy_schema
from compliance.yamldoc import YamlFaults, plain
from compliance.yamlreading import read

HEAD = """\
publisher: The Herald
domains: [herald.example]
terms: {url: "https://herald.example/terms", read: 2024-05-06, grade: publisher}
"""
FAULTS = sorted((Path(__file__).parent / "faults").glob("*.yaml"))
SEEN_BY_THE_LOADER_ALONE = {
    "a_name": "a file's name",
    "cut-by-a-comment": "a comment",
    "dates": "days in order",
    "dates-of-rules": "days in order",
    "extends-itself": "other files",
    "inflected-names": "the endings of a name",
    "names": "names of rules",
    "nothing-to-override": "other files",
    "slots": "the words of a template",
    "unknown-base": "other files",
    "without-unknown-rule": "names of rules",
    "wrong-id": "a file's name",
}


@cache
def _validator() -> jsonschema.Draft202012Validator:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(policy_schema(), format_checker=checker)


def takes(text: str) -> tuple[bool, bool]:
    """Whether the loader takes a file, and whether the schema does."""
    document = read(text, "rules/herald.yaml")
    try:
        pack([PolicySource("herald", "rules/herald.yaml", text.encode(), "rules")])
    except YamlFaults:
        return False, _validator().is_valid(plain(document.root))
    return True, _validator().is_valid(plain(document.root))


GOOD = [
    "extract: 500 characters", "extract: 500 Characters", "extract: 500characters", "extract: 25 %",
    "extract: 100 PER CENT",
    "extract: 12.5 percent", "extract: unstated", "extract: {less than: 1 word}", "extract: {max: 0 complete books}",
    "extract: {max: 10 percent, of: draft, per: draft}", "extract: {max: 9 words, of: source, per: publisher}",
    "extract: {max: 9 characters, spaces: exclude}", "extract: {max: unstated, of: draft}",
    "permission: {over: 5 Pages}", "permission", "permission: {}", "permission:", "retain links: {}", "byline",
    "hyperlink: {within: 2}", "hyperlink: {within: 2 paragraphs, after: 1 paragraph}", "hyperlink: [article, site]",
    "credit: {text: [a, b], at: [top, end]}", "review: Is it so?", "exclude: [{section: a}]", "exclude: {section: a}",
    "any of: [byline, {hyperlink: article, when: {commercial: yes}}]",
]  # fmt: skip
BAD = [
    "extract", "extract:", "extract: {}", "extract: 500", "extract: 500 charcters", "extract: 101 percent",
    "extract: {max: 5 words, less than: 6 words}", "extract: {less than: 0 words}", "extract: 12.5 words",
    "extract: {max: 9 words, of: draft}", "extract: {max: 9 words, spaces: exclude}",
    "extract: {max: 9 percent, per: draft}", "extract: {per: draft}", "extract: -5 words", "extract: 1,000 words",
    "permission: {over: 0.5 pages}", "permission: {over: 9 words, spaces: exclude}", "hyperlink: {within: 0}",
    "hyperlink: {within: 2 lines}", "hyperlink: {to: []}", "hyperlink: ''", "credit: 5", "credit: ''",
    "review", "review: ' '",
    "review: 5", "exclude: {}", "exclude: []", "any of: [byline]", "repost", "retain links: {x: y}",
]  # fmt: skip
KEYS = {
    "level: should": True, "level: must_not": False, "clause: ''": False, "when: {}": False, "when:": False,
    "unless: {mode: []}": False, "unless: {section: ''}": False, "unless: {mode: mention}": True, "evidence:": True,
    "evidence: {url: x}": False, "evidence: {url: https://x.example}": True, "name: ''": False,
    "from: 2024-02-30": False,
}  # fmt: skip
FILES = {
    HEAD: False,
    HEAD + "rules: []\n": False,
    HEAD + "licence: CC\nrules: [byline]\n": False,
    HEAD.replace("publisher:", "licence:") + "rules: [byline]\n": False,
    HEAD.replace("publisher:", "licence:").replace("domains: [herald.example]\n", "") + "rules: [byline]\n": True,
    HEAD.replace("https://herald.example/terms", "t.example") + "rules: [byline]\n": False,
    HEAD.replace("[herald.example]", "[]") + "rules: [byline]\n": False,
    HEAD.replace("The Herald", "' '") + "rules: [byline]\n": False,
    HEAD + "rules: [byline]\ntests: []\n": False,
    HEAD + "rules: [byline]\ntests: [{draft: '', expect: {byline: pass}}]\n": True,
    HEAD + "rules: [byline]\ntests: [{draft: x, expect: {}}]\n": False,
    HEAD + "rules: [byline]\ntests: [{draft: x, verdict: pass, source: {url: u, labels: []}}]\n": True,
}


@pytest.mark.parametrize("rule", GOOD)
def test_both_take_a_good_rule(rule: str) -> None:
    assert takes(f"{HEAD}rules:\n  - {rule}\n") == (True, True)


@pytest.mark.parametrize("rule", BAD)
def test_both_refuse_a_bad_rule(rule: str) -> None:
    assert takes(f"{HEAD}rules:\n  - {rule}\n") == (False, False)


@pytest.mark.parametrize(("key", "good"), KEYS.items())
def test_both_judge_alike_what_stands_beside_the_kind(key: str, good: bool) -> None:  # noqa: FBT001
    assert takes(f"{HEAD}rules:\n  - byline: all\n    {key}\n") == (good, good)


@pytest.mark.parametrize(("text", "good"), FILES.items())
def test_both_judge_a_file_alike(text: str, good: bool) -> None:  # noqa: FBT001
    assert takes(text) == (good, good)


@pytest.mark.parametrize("path", FAULTS, ids=lambda p: p.stem)
def test_the_schema_refuses_what_has_faults_that_it_can_see(path: Path) -> None:
    document = read(path.read_bytes(), path.name)
    if not document.faults:  # what is no YAML, or uses of it what is not used here, is no matter of the schema
        assert _validator().is_valid(plain(document.root)) is (path.stem in SEEN_BY_THE_LOADER_ALONE)


@given(
    number=st.sampled_from(["0", "1", "007", "12.5", "99.9", "100", "100.5", "5.0", "2000"]),
    space=st.sampled_from(["", " ", "  "]),
    unit=st.sampled_from([*UNITS, *(word.title() for word in UNITS), "charcters", "percents", ""]),
)
def test_both_read_the_same_amounts(number: str, space: str, unit: str) -> None:
    loader, schema = takes(f"{HEAD}rules:\n  - extract: '{number}{space}{unit}'\n")
    assert loader is schema
