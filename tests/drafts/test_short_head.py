"""The quick way through YAML front matter gives what the parser gives, or leaves it to the parser."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.drafts.scalars import FrontMatterError
from compliance.drafts.short_head import read_short
from compliance.drafts.yaml_head import read_yaml

VALUES = (
    "word", "two words", "Été", "標題", "yes", "No", "nO", "TRUE", "null", "~", "3", "0", "007", "1_000", "1.5",
    "12:30", "0x1f", "2024-05-06", "2024-05-06T10:00:00Z", "2024-05-06 10:00", "3 words", "https://a.example/b",
    "a: b", "a:", "a #b", "a#b", '"quoted: yes"', '"a" ', "'it'", "'it''s'", '"esc\\n"', '"open', "[a, b]",
    '[ a , "b, c" ]', "[]", "[a,]", "[1, yes, x y]", "[a: b]", "[https://a.example]", "{a: b}", "- a", "-",
    "&a b", "*a", "|", ">", "!x y", "%", "@a", "`a`", "?", ", a", "= b", "", " ", "a\u00a0b", "a\tb", "👩‍🚀",
    "[-1, a]", "[a b,c]", "y", "on", ".5", "+1", "-1", "1e5", "1,5", "/a/b", "04", "5f0e", "0b1", "0x1g", "a\u2028b",
)  # fmt: skip
LINES = st.one_of(
    st.builds(
        "{}: {}".format, st.sampled_from(("title", "date", "a.b", "x-y", "yes", "title")), st.sampled_from(VALUES)
    ),
    st.builds("{}- {}".format, st.sampled_from(("", "  ", "    ")), st.sampled_from(VALUES)),
    st.builds("{}in: {}".format, st.sampled_from(("  ", "    ")), st.sampled_from(VALUES)),
    st.sampled_from(
        ("tags:", "tags: ", "", "  ", "# remark", "  # remark", "  nested: x", "  going on", "a:b", "? a", "...")
    ),
)
HEADS = st.builds(
    lambda lines, end: end.join(lines) + end, st.lists(LINES, max_size=6), st.sampled_from(("\n", "\r\n", "\r"))
)


@given(head=HEADS)
def test_what_is_read_quickly_is_what_the_parser_reads(head: str) -> None:
    text = f"---\n{head}---\n"
    short = read_short(text, 4, 4 + len(head))
    if short is None:
        return
    try:
        full = read_yaml(text, 4, 4 + len(head))
    except FrontMatterError:
        pytest.fail("the parser rejects it")
    assert full is not None or not short.entries
    if full is not None:
        assert short.data == full.data
        assert short.entries == full.entries


def test_common_front_matter_needs_no_parser() -> None:
    head = 'title: "A: b"\ndate: 2024-05-06\ndraft: false\ntags:\n  - one\n  - "two"\n'
    head += 'list: [a, "b c"]\nempty:\nin:\n  a: 1\n'
    short = read_short(head, 0, len(head))
    assert short is not None
    assert short.data == {
        "title": "A: b", "date": "2024-05-06", "draft": False, "tags": ["one", "two"], "list": ["a", "b c"],
        "empty": None, "in": {"a": 1},
    }  # fmt: skip


def test_a_common_draft_is_read_without_heavy_imports() -> None:
    program = (
        "import sys; from compliance.drafts.reading import read; read('---\\ntitle: x\\n---\\n> [a](b) “c”', 'x.md')"
    )
    program += "; print([m for m in ('yaml', 'tomllib', 'turbohtml', 'html', 'dataclasses') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
