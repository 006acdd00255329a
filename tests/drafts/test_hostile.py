"""Input made to be slow or deep is read in linear time, with a clear outcome."""

from __future__ import annotations

import time

import pytest

from compliance.drafts.reading import read

N = 50_000
SECONDS = 8.0  # far more than any of them needs, far less than a quadratic reader would
HOSTILE = {
    "nested quotes": ">" * 10_000 + " x\n",
    "nested quotes with spaces": "> " * 50_000 + "x\n",
    "brackets": "[" * 100_000,
    "a long line": "wörd " * 2_000_000,
    "backticks": "`" * N,
    "emphasis": "*a_ " * N,
    "open tags": "<a " * N,
    "open comments": "<!--" * N,
    "shortcodes": "{{<" * N,
    "liquid": "{% raw %}" * N,
    "components": "<Ab c={{" * N,
    "wiki links": "[[a|" * N,
    "straight marks": '"' * N,
    "opening marks": "“a «b " * N + "» " * N,
    "possessives": "‘dogs’ a " * N,
    "nested elements": "<div><blockquote>x" * 20_000,
    "links": "<a href=x>" * N,
    "bare addresses": "http://a.b/" + "(" * N + ")" * N,
    "entities": "http://a.b/&a;" * N,
    "definitions": "".join(f"[a{i}]: http://x{i}.y\n" for i in range(20_000)),
    "nested YAML": "---\na: " + "[" * N + "\n---\n",
    "nested JSON": '{"a":' + "[" * 100_000,
    "nested TOML": "+++\na = " + "[" * N + "\n+++\n",
    "white space": " " * 2_000_000 + "x",
    "paragraphs left open": "“a\n\n" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("path", ["x.mdx", "x.html"])
def test_hostile_input_is_read_in_time(name: str, path: str) -> None:
    start = time.process_time()
    read(HOSTILE[name], path)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("text", [HOSTILE["nested quotes"], "<div>" * 1000, "- " * 1000 + "x"])
def test_nesting_that_is_too_deep_is_a_problem(text: str) -> None:
    (problem,) = read(text, "x.md").problems
    assert problem.kind == "too-deep"
    assert problem.start is not None


def test_front_matter_that_is_too_long_is_a_problem() -> None:
    draft = read("---\n" + "".join(f"k{i}: v\n" for i in range(6000)) + "---\n[a](https://a.example/)\n", "x.md")
    assert [problem.kind for problem in draft.problems] == ["front-matter"]
    assert [link.address for link in draft.links] == ["https://a.example/"]
