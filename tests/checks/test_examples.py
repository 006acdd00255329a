"""The examples on the rule kinds' manual pages, run through the whole check."""

from __future__ import annotations

import re
from textwrap import dedent, indent
from typing import TYPE_CHECKING

import pytest

from compliance.checking import check
from compliance.drafts.prose import prose
from compliance.drafts.reading import read
from compliance.policies import kinds
from compliance.policies.library import Library
from compliance.policies.loading import Shelf
from compliance.reuse.model import Source
from compliance.yamlreading import read as read_yaml
from tests.checks.conftest import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator

_EXAMPLE = re.compile(r"^(Passes|Fails|Needs review):\n\n((?:    .*\n|\n)+)", re.MULTILINE)
_VERDICTS = {"Passes": "pass", "Fails": "fail", "Needs review": "review"}


def _examples() -> Iterator[tuple[str, str, str, str]]:
    for name in kinds.names():
        kind = kinds.kind(name)
        assert kind is not None
        for label, block in _EXAMPLE.findall(kind.page):
            rule, _, draft = dedent(block).strip("\n").partition("\n---\n")  # what the article says stands behind ===
            yield name, _VERDICTS[label], rule, draft


@pytest.mark.parametrize(("name", "expected", "rule", "draft"), list(_examples()))
def test_the_manuals_examples_do_what_they_say(name: str, expected: str, rule: str, draft: str) -> None:
    policy = (
        "id: herald\npublisher: The Herald\ndomains: [herald.example]\n"
        "terms: {url: https://herald.example/terms, read: 2024-05-06, grade: publisher}\nrules:\n" + indent(rule, "  ")
    )
    shelf = Shelf(["herald"], lambda _: read_yaml(policy, "herald.yaml"))
    draft, _, text = draft.partition("\n===\n")
    sources = [_article(text)] if text else []
    report = check(read(draft + "\n", "draft.md"), Library.of(shelf.policy("herald")), sources)
    told = [outcome.verdict for reuse in report.reuses for outcome in reuse.outcomes if outcome.rule == name]
    assert told == [expected]


def _article(markdown: str) -> Source:
    read_ = read(markdown + "\n", "article.md")
    links = tuple((link.anchor, link.address) for link in read_.links)
    return Source(ARTICLE, "Rain falls on the plain", text=prose(read_).value, links=links)


def test_every_kind_but_review_shows_a_draft_that_passes_and_one_that_fails() -> None:
    shown = {(name, verdict) for name, verdict, _, _ in _examples()}
    wanted = {(name, verdict) for name in kinds.names() if name != "review" for verdict in ("pass", "fail")}
    assert wanted <= shown
