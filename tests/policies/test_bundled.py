"""The policies that are shipped: what holds for every file in ``rules/``."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from compliance.policies.library import Library
from compliance.policies.opening import policy_files
from compliance.policies.packing import PolicySource, pack
from compliance.yamldoc import plain
from compliance.yamlreading import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.policies.model import Rule

BUNDLED = policy_files()
LIBRARY = Library.unpacked(pack(BUNDLED))


def spelled(data: Any) -> Any:
    """Data with its days as text."""
    if isinstance(data, dict):
        return {key: spelled(value) for key, value in data.items()}
    if isinstance(data, list):
        return [spelled(item) for item in data]
    return data.isoformat() if isinstance(data, dt.date) else data


@pytest.mark.parametrize("file", BUNDLED, ids=lambda f: f.id)
def test_other_readers_of_yaml_see_the_same(file: PolicySource) -> None:
    """PyYAML's own parser among them, which is stricter than libyaml."""
    assert spelled(yaml.load(file.data, yaml.SafeLoader)) == plain(parse(file.data, file.path))


def _all(rules: tuple[Rule, ...]) -> Iterator[Rule]:
    for rule in rules:
        yield rule
        yield from _all(rule.branches)


@pytest.mark.parametrize("file", BUNDLED, ids=lambda f: f.id)
def test_no_terms_were_read_in_the_future(file: PolicySource) -> None:
    policy = LIBRARY.policy(file.id)
    rules = [*_all(policy.rules), *(rule for edition in policy.editions for rule in _all(edition.rules))]
    today = dt.datetime.now(dt.UTC).date().isoformat()
    assert [r.place for r in rules if not "1990-01-01" < r.evidence.read <= today] == []


@pytest.mark.parametrize("file", BUNDLED, ids=lambda f: f.id)
def test_every_rule_says_what_it_demands_in_plain_words(file: PolicySource) -> None:
    assert [rule.place for rule in LIBRARY.policy(file.id).rules if not rule.clause] == []
