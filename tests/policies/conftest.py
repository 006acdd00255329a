"""Policies and drafts for the tests of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compliance.checks.case import Case
from compliance.drafts.reading import read
from compliance.facts import Facts
from compliance.policies.evaluate import evaluate
from compliance.policies.library import Library
from compliance.policies.packing import PolicySource, pack
from compliance.reuse.linker import find

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from compliance.policies.model import Policy
    from compliance.report import Outcome
    from compliance.reuse.model import Source

    Judged = Callable[..., tuple[Outcome, ...]]

ARTICLE = "https://herald.example/2024/05/06/rain-falls-on-the-plain"
QUOTING = f"As [The Herald]({ARTICLE}) writes:\n\n> Rain fell on the plain, says Reuters.\n"
HEAD = """\
publisher: The Herald
domains: [herald.example]
terms: {url: https://herald.example/terms, read: 2024-05-06, grade: publisher}
"""
NOTHING = Facts()


@pytest.fixture
def library() -> Callable[..., Library]:
    """Makes a library of policies, called ``p1``, ``p2`` ... or by the names given (underscores are hyphens)."""
    return _library


def _library(*texts: str, **named: str) -> Library:
    files = {**{f"p{n}": text for n, text in enumerate(texts, 1)}, **named}
    ids = {name: name.replace("_", "-") for name in files}
    return Library.unpacked(
        pack([PolicySource(ids[n], f"rules/{ids[n]}.yaml", t.encode(), "rules") for n, t in files.items()])
    )


def _herald(rules: str, more: str) -> Policy:
    return _library(f"{HEAD}{more}rules:\n{rules}").policy("p1")


@pytest.fixture
def judged() -> Judged:
    """Puts rules to a draft that quotes The Herald."""

    def judge(
        rules: str, draft: str = QUOTING, facts: Facts = NOTHING, sources: Sequence[Source] = (), more: str = ""
    ) -> tuple[Outcome, ...]:
        policy = _herald(rules, more)
        found = find(read(draft, "draft.md"), publishers=(policy.publisher,), sources=sources)
        [reuse] = [r for r in found.reuses if r.domain == "herald.example"]
        return evaluate(policy, Case(reuse, found, policy.publisher, facts))

    return judge
