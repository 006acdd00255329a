"""The rule kinds by their cases: tests/checks/cases/KIND.yaml holds [what it shows, options, verdict, draft, how].

``how`` may give the `mode`, the draft's `path`, its `date` and whether it is `translated`, the `wordings` that the
policy's credits ask for, and what is known of the article: its `url`, `title`, `text`, `links`, `published` and
`authors`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from compliance.facts import Facts
from compliance.reuse.model import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SITE = "https://herald.example"
ARTICLE = f"{SITE}/2024/05/06/rain-falls-on-the-plain"


@dataclass(frozen=True, slots=True)
class Example:
    """A rule kind with its options, a draft, and the verdict it must get."""

    kind: str
    options: str
    verdict: str
    text: str
    how: dict[str, Any]


def _examples() -> Iterator[Any]:
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml")):
        for name, options, expected, text, *how in yaml.safe_load(path.read_text(encoding="utf-8")):
            told = text.replace("ART", ARTICLE).replace("SITE", SITE)
            example = Example(path.stem.replace("-", " "), options, expected, told, _known(how[0] if how else {}))
            yield pytest.param(example, id=f"{path.stem}: {name}")


def _known(how: dict[str, Any]) -> dict[str, Any]:
    facts = {key: how.pop(key) for key in ("title", "text", "links", "published", "authors") if key in how}
    if "authors" in facts:
        facts["authors"] = tuple(facts["authors"])
    if "links" in facts:
        facts["links"] = tuple(map(tuple, facts["links"]))
    declared = {key: how.pop(key) for key in ("translated", "date") if key in how}
    url = how.pop("url", "")
    return {
        **how,
        **({"source": Source(url or ARTICLE, **facts)} if facts or url else {}),
        **({"facts": Facts(**declared)} if declared else {}),
    }


@pytest.mark.parametrize("example", list(_examples()))
def test_the_verdict_of_a_rule_on_a_draft(verdict: Callable[..., str], example: Example) -> None:
    assert verdict(example.kind, example.options, example.text, **example.how) == example.verdict
