"""A permission that names no publisher, article or rule is told, with its place."""

from __future__ import annotations

import pytest

from compliance.policies.library import Library
from compliance.policies.packing import PolicySource, pack
from compliance.policies.recorded import check_permissions
from compliance.yamldoc import YamlFaults
from compliance.yamlreading import read

POLICY = b"""\
publisher: The Tide
domains: [news.tide.example]
terms: {url: "https://tide.example/terms", read: 2024-05-06, grade: publisher}
rules:
  - extract: 500 characters
    name: our cap
editions:
  - name: opinion
    addresses: [news.tide.example/opinion]
    rules: [{byline: all, name: signed}]
"""
LIBRARY = Library.unpacked(pack([PolicySource("the-tide", "rules/the-tide.yaml", POLICY, "rules")]))


def check(permission: str) -> None:
    text = f"permissions:\n  - {{{permission}, reference: letter 7}}\n"
    check_permissions([read(text.encode(), "permissions.yaml")], LIBRARY)


@pytest.mark.parametrize(
    "permission",
    [
        "publisher: the-tide",
        "publisher: news.tide.example",
        "publisher: tide.example, covers: extract",
        "publisher: no-policy.example, covers: [extract, any of]",
        "publisher: the-tide, covers: [our cap, signed, hyperlink]",
        "publisher: the-tide, source: 'https://news.tide.example/2024/story'",
    ],
)
def test_what_may_be_meant_is_taken(permission: str) -> None:
    check(permission)


@pytest.mark.parametrize(
    ("permission", "told"),
    [
        ("publisher: the-tid", "2:17: 'the-tid' is neither a policy's id nor a domain (did you mean 'the-tide'?)"),
        ("publisher: The Tide", "2:17: 'The Tide' is neither a policy's id nor a domain (did you mean 'the-tide'?)"),
        ("publisher: www.tide.example", "is neither a policy's id nor a domain (write tide.example)"),
        ("publisher: 'https://tide.example/'", "is neither a policy's id nor a domain (write tide.example)"),
        ("publisher: the-tide, covers: [extrct]", "2:36: no rule is called 'extrct' (did you mean 'extract'?)"),
        ("publisher: the-tide, covers: our cup", "no rule is called 'our cup' (did you mean 'our cap'?)"),
        ("publisher: other.example, covers: our cap", "no rule is called 'our cap'"),
        ("publisher: the-tide, source: a story", "2:35: 'a story' is no article's address"),
    ],
)
def test_what_cannot_be_meant_is_told(permission: str, told: str) -> None:
    with pytest.raises(YamlFaults) as raised:
        check(permission)
    assert told in str(raised.value)
    assert str(raised.value).startswith("permissions.yaml:2:")
