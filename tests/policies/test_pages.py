"""What is made from the language's declarations: the schema, the manual pages, and the guide that teaches it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Literal

import jsonschema
import pytest

from compliance.policies import kinds
from compliance.policies.explain import explain_kind, explain_policy, explain_structure
from compliance.policies.library import Library
from compliance.policies.opening import policy_files
from compliance.policies.packing import PolicySource, pack
from compliance.policies.rules import STRUCTURES
from compliance.policies.schema import policy_schema, schema_text
from compliance.policies.structures import PAGES
from compliance.recordwords import expected
from compliance.yamldoc import plain
from compliance.yamlreading import parse

ROOT = Path(__file__).parents[2]
STORED = ROOT / "compliance" / "policies" / "policy.schema.json"
BUNDLED = policy_files()
TERMS = "terms: {url: https://x.example/terms, read: 2024-05-06, grade: publisher}\n"
HEAD = f"publisher: The Herald\ndomains: [herald.example]\n{TERMS}"
CC = f"licence: CC\n{TERMS}rules:\n  - credit: {{wording: free}}\n  - repost: allowed\n"
GUIDE = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "policies.md").read_text(encoding="utf-8"), re.DOTALL)


def problems(text: str) -> list[str]:
    schema = jsonschema.Draft202012Validator(policy_schema())
    return [f"{e.json_path}: {e.message}" for e in schema.iter_errors(plain(parse(text, "x.yaml")))]


def whole(example: str) -> str:
    """An example of the guide as a whole file."""
    if example.startswith("- "):
        return f"{HEAD}rules:\n{example}"
    if example.startswith("editions:"):
        return f"{HEAD}rules: [extract: 500 characters]\n{example}"
    if example.startswith("tests:"):
        return f"{HEAD}rules: [hyperlink, extract: 500 characters]\n{example}"
    return example


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(policy_schema())


def test_the_stored_schema_is_fresh() -> None:
    """Made anew with ``compliance policy schema > compliance/policies/policy.schema.json``."""
    assert STORED.read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("file", BUNDLED, ids=lambda f: f.id)
def test_the_bundled_policies_fit_the_schema(file: PolicySource) -> None:
    assert problems(file.data.decode()) == []


@pytest.mark.parametrize("example", GUIDE, ids=range(len(GUIDE)))
def test_the_guides_examples_are_policies(example: str) -> None:
    text = whole(example)
    files = [PolicySource("herald", "rules/herald.yaml", text.encode(), "rules")]
    if "extends:" in text:
        files.append(PolicySource("cc-by-nd-4.0", "rules/cc-by-nd-4.0.yaml", CC.encode(), "rules"))
    pack(files)
    assert problems(text) == []


def test_the_guide_names_every_kind_and_every_key_of_a_rule() -> None:
    guide = (ROOT / "docs" / "policies.md").read_text(encoding="utf-8")
    properties: dict[str, Any] = policy_schema()["$defs"]["rule"]["anyOf"][1]["properties"]
    assert [
        key for key in (*properties, *policy_schema()["$defs"]["condition"]["properties"]) if f"`{key}`" not in guide
    ] == []


@pytest.mark.parametrize(
    "wrong",
    [
        "rules: [hyperlnk]\n",
        "rules: [{hyperlink: article, extract: 5 words}]\n",
        "rules: [{hyperlink: {tto: article}}]\n",
        "rules: [{byline: all, level: may}]\n",
        "rules: [{any of: [{byline: all, level: should}, {byline: any}]}]\n",
        "rules: [{exclude: {adress: x.example}}]\n",
        "rules: [{byline: all, when: {mode: reprint}}]\n",
        "rules: [byline]\ntests: [{drft: x}]\n",
    ],
)
def test_an_editor_marks_what_the_loader_refuses(wrong: str) -> None:
    assert problems(f"{HEAD}{wrong}")


def test_every_kind_has_a_page_with_its_options() -> None:
    for name in kinds.names():
        found = kinds.kind(name)
        assert found is not None
        page = explain_kind(found)
        assert page.startswith(f"{name}\n{'=' * len(name)}\n")
        assert all(f"  {key}: " in page for key in json.loads(json.dumps(list(_keys(found)))))


def _keys(found: kinds.Kind) -> list[str]:
    from compliance.records import fields_of

    return list(fields_of(found.options))


def test_every_structure_has_a_page_with_an_example() -> None:
    assert set(PAGES) == set(STRUCTURES)
    for name, page in PAGES.items():
        assert explain_structure(name).startswith(f"{name}\n{'=' * len(name)}\n")
        example = "".join(re.findall(r"^    .*\n", page, re.MULTILINE))
        text = f"{HEAD}rules:\n{example}"
        pack([PolicySource("herald", "rules/herald.yaml", text.encode(), "rules")])
        assert f"- {name}:" in example


def test_the_page_of_exclude_has_all_conditions() -> None:
    keys = policy_schema()["$defs"]["condition"]["properties"]
    page = explain_structure("exclude")
    assert [key for key in keys if f"  {key}: " not in page] == []


def test_of_an_edition_only_what_differs_is_told() -> None:
    rules = """\
rules: [byline, extract: 500 characters, {review: Is it kind?}]
editions:
  - name: opinion
    addresses: [herald.example/opinion]
    without: [byline]
    rules: [extract: 100 characters]
  - name: sport
    addresses: [herald.example/sport]
    rules: [hyperlink]
"""
    library = Library.unpacked(pack([PolicySource("herald", "rules/herald.yaml", (HEAD + rules).encode(), "rules")]))
    _, editions = explain_policy(library.policy("herald")).split("For articles under ", 1)
    assert (
        editions
        == """\
herald.example/opinion (opinion; read on the publisher's own page on 2024-05-06):

As above, without “byline”, with its own rule below in place of “extract”.

What you must do:

  - Take at most 100 characters of an article; more takes a permission.

For articles under herald.example/sport (sport; read on the publisher's own page on 2024-05-06):

As above, with its own rule below.

What you must do:

  - Put a link that readers can click to the article.
"""
    )


def test_a_policy_is_told_in_plain_words() -> None:
    rules = """\
rules:
  - exclude: {section: [opinion, blogs]}
    clause: not the opinions
  - hyperlink: {to: article, within: 2 paragraphs, follow: true}
    clause: an active hyperlink
  - any of:
      - credit: Source Herald
      - byline: all
    level: should
  - extract: 500 characters
    when: {mode: [quotation, excerpt], medium: [online, print], commercial: false}
    evidence: {url: https://globe.example/story, read: 2020-01-02, grade: relayed}
    from: 2020-01-02
  - review: Is the badge seen?
  - repost: allowed
    clause: they are glad of it
"""
    library = Library.unpacked(pack([PolicySource("herald", "rules/herald.yaml", (HEAD + rules).encode(), "rules")]))
    assert (
        explain_policy(library.policy("herald"))
        == """\
The Herald
==========

Articles on: herald.example
Terms: https://x.example/terms (read on the publisher's own page on 2024-05-06)
Policy file: rules/herald.yaml

Not covered by the terms:

  - Not the opinions
    Articles of which this is true: the article's section is opinion or blogs.

What you may do:

  - They are glad of it
    Whole articles may be reposted.

What you must do:

  - An active hyperlink
    Put a link that readers can click to the article, in the first 2 paragraphs; search
    engines must be free to follow it.
  - When this is a quotation or an excerpt and it appears online or in print and the
    draft earns no money, from 2020-01-02 on: Take at most 500 characters of an article;
    more takes a permission.
    (https://globe.example/story, read in the publisher's words, on another's page on
    2020-01-02)

What the publisher asks kindly:

  - One of these will do:
    - Write “Source Herald”.
    - Name all authors.

What only you can tell:

  - Is the badge seen?
"""
    )


@pytest.mark.parametrize("file", BUNDLED, ids=lambda f: f.id)
def test_every_bundled_policy_is_told_in_plain_words(file: PolicySource) -> None:
    policy = Library.unpacked(pack(BUNDLED)).policy(file.id)
    text = explain_policy(policy)
    assert all(line == line.rstrip() for line in text.splitlines())
    assert policy.terms.url in text


@pytest.mark.parametrize(
    ("type_", "words"),
    [
        (tuple[str, ...], "one or a list of: text"),
        (tuple[Literal["top", "end"], ...], "one or more of top, end"),
    ],
)
def test_a_list_may_be_one_value(type_: object, words: str) -> None:
    assert expected(type_) == words
