"""Bare addresses in running text."""

from __future__ import annotations

import pytest

from compliance.drafts.bare import addresses


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://a.example/b, and", ["https://a.example/b"]),
        ("(https://a.example/b_(c))", ["https://a.example/b_(c)"]),
        ("HTTPS://A.example! www.b.example.", ["HTTPS://A.example", "www.b.example"]),
        ("xhttps://a.example and awww.b.example", []),
        ("http://localhost and https://", []),
        ("见：https://a.example/路径，后面", ["https://a.example/路径"]),
        ("https://пример.example/х", ["https://пример.example/х"]),
        ("https://a.example中文", ["https://a.example"]),
        ("“https://a.example/b”", ["https://a.example/b"]),
        ("https://a.example/b?c=d&e=f#g...", ["https://a.example/b?c=d&e=f#g"]),
        ("https://a.example<b", ["https://a.example"]),
    ],
)
def test_addresses_end_where_a_reader_expects(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in addresses(text)] == found
