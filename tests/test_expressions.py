"""Expressions that are compiled late match as compiled ones do."""

from __future__ import annotations

import re

import pytest

from compliance.expressions import expression


def test_it_matches_as_a_compiled_one() -> None:
    word = expression(r"(?P<first>\w)\w*", re.IGNORECASE)
    assert [match["first"] for match in word.finditer("To be")] == ["T", "b"]
    assert word.sub("x", "To be") == "x x"
    assert word.pattern == r"(?P<first>\w)\w*"
    assert word.flags & re.IGNORECASE


def test_it_is_compiled_when_it_is_first_used() -> None:
    broken = expression("(")
    with pytest.raises(re.error):
        broken.match("a")
