"""Cases for the checks: a draft read by the real reader, its passages tied by hand to an article of the Herald."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from compliance.checks.case import Case
from compliance.checks.parts.wording import Template
from compliance.drafts.reading import read
from compliance.facts import Facts
from compliance.policies.kinds import kind
from compliance.records import load
from compliance.reuse.copies.charging import with_copies
from compliance.reuse.model import Credit, Found, Passage, Publisher, Reuse, Source
from compliance.values import replace
from compliance.yamlreading import read as read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from compliance.drafts.model import Draft
    from compliance.report import Finding, Mode

ARTICLE = "https://herald.example/2024/05/06/rain-falls-on-the-plain"
NOTHING = Facts()
HERALD = Publisher("herald", ("The Herald", "Herald"), ("herald.example",))


def case_of(
    text: str,
    *,
    mode: Mode = "quotation",
    path: str = "draft.md",
    source: Source | None = None,
    facts: Facts = NOTHING,
) -> Case:
    """A case in which all quotations of a draft come from one article; in a repost, all of its paragraphs do."""
    draft = read(text, path)
    source = source or Source(ARTICLE)
    passages = _body(draft) if mode == "repost" else _quotations(draft)
    credits_ = tuple(
        Credit(b, b.start, b.end, b.text.value) for b in draft.leaves() if "published" in b.text.value.lower()
    )
    reuse = Reuse(draft, source, "herald.example", mode, "herald", passages, draft.links, credits_, "", "strong")
    found = with_copies(Found((reuse,)), draft, publishers=[HERALD], sources=[source])
    return Case(found.reuses[0], found, HERALD, facts)


def _quotations(draft: Draft) -> tuple[Passage, ...]:
    return tuple(Passage(q.start, q.end, q.how, q.slices) for q in draft.quotations)


def _body(draft: Draft) -> tuple[Passage, ...]:
    from compliance.drafts.model import Slice

    leaves = [b for b in draft.leaves() if b.kind == "paragraph" and "published" not in b.text.value]
    slices = tuple(Slice(b, 0, len(b.text)) for b in leaves)
    return (Passage(leaves[0].start, leaves[-1].end, "body", slices),)


def options(name: str, yaml: str) -> Any:
    """The options of a rule kind as a policy writes them; faults are raised."""
    found = kind(name)
    assert found is not None
    document = read_yaml(yaml, "rules.yaml")
    loaded = load(found.options, document.root, document, short=found.short)
    document.check()
    return loaded


def findings(name: str, yaml: str, case: Case) -> list[Finding]:
    """What a rule says of a case."""
    found = kind(name)
    assert found is not None
    return list(found.check(options(name, yaml), case))


@pytest.fixture
def verdict() -> Callable[..., str]:
    """The worst verdict of a rule on a draft: verdict(kind, options, text, wordings, mode=..., path=...)."""

    def told(name: str, yaml: str, text: str, wordings: Sequence[str] = (), **how: Any) -> str:
        case = replace(case_of(text, **how), wordings=tuple(map(Template.parse, wordings)))
        verdicts = [f.verdict for f in findings(name, yaml, case)]
        return min(verdicts, key=["fail", "review", "pass", "not-applicable"].index)

    return told
