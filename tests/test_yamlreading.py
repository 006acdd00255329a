"""YAML becomes nodes that know their places, and every fault on the way is told."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from compliance.yamldoc import Mapping, Node, Scalar, Sequence, YamlFaults, from_json, from_plain, plain, to_json
from compliance.yamlreading import MAX_DEPTH, parse, read


def faults(text: str | bytes) -> list[str]:
    return [str(f) for f in YamlFaults(read(text, "x.yaml").faults).faults]


def test_nodes_know_their_places() -> None:
    root = parse("a:\n  - b\n  - {c: 1}\n", "x.yaml")
    assert isinstance(root, Mapping)
    items = root.get("a")
    assert isinstance(items, Sequence)
    assert [(n.line, n.column) for n in items.items] == [(2, 5), (3, 5)]


def test_columns_are_code_points_and_a_byte_order_mark_is_none() -> None:
    root = parse("\ufeff{𝒳é: 1, b: 2}".encode(), "x.yaml")
    assert isinstance(root, Mapping)
    assert [(k.text, k.column) for k, _ in root.pairs] == [("𝒳é", 2), ("b", 9)]


@pytest.mark.parametrize(
    ("text", "tag", "value"),
    [
        ("no", "boolean", False),
        ("'no'", "text", "no"),
        ("On", "boolean", True),
        ("1:30", "integer", 90),
        ("010", "integer", 8),
        ("1_000", "integer", 1000),
        ("2024-05-06", "date", "2024-05-06"),
        ("~", "nothing", None),
        ("1.5", "number", 1.5),
        ("0x_", "text", "0x_"),
        ("|\n  a\n  b\n", "text", "a\nb\n"),
        ("9" * 5000, "text", "9" * 5000),
    ],
)
def test_a_scalar_keeps_what_was_written_and_what_yaml_reads(text: str, tag: str, value: object) -> None:
    node = parse(f"a: {text}", "x.yaml")
    assert isinstance(node, Mapping)
    scalar = node.get("a")
    assert isinstance(scalar, Scalar)
    assert (scalar.tag, scalar.value) == (tag, value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", ["x.yaml:3:1: duplicate key 'a' (the first is in line 1)"]),
        ("a: &x 1\nb: *x\n", ["x.yaml:1:4: the anchor '&x'", "x.yaml:2:4: the alias '*x'"]),
        ("a: !!str 1\nb: !x 2", ["x.yaml:1:4: the tag 'tag:yaml.org,2002:str'", "x.yaml:2:4: the tag '!x'"]),
        ("<<: {a: 1}\nb: 1", ["x.yaml:1:1: the merge key"]),
        ("? [a]\n: 1", ["x.yaml:1:1: a key must be one word"]),
        ("a: 1\n---\nb: 2", ["x.yaml:2:1: a second document"]),
        ("a:\n\tb: 1", ["x.yaml:2:1: a tab in the indentation (indent with spaces)"]),
        ("a: b: c", ["x.yaml:1:5: a second ':' in one value"]),
        ("a: @b", ["x.yaml:1:4: a value cannot start with '@' (put the text in quotes)"]),
        ("a: 'b\nc: d", ["x.yaml:2:5: the file ends within quotation marks (close them)"]),
        ("a: [1, 2\nb: 3", ["x.yaml:2:2: a comma or a closing bracket is missing"]),
        ("- a\nb: 2", ["x.yaml:2:1: this does not belong to the block above it"]),
        ("a: 1\nb: x\x01y", ["x.yaml:2:5: the character U+0001 is not allowed"]),
        (b"a: 1\nb: \xff", ["x.yaml:2:4: the byte 0xff is not UTF-8"]),
        ("a: \ud800", ["x.yaml:1:4: the character U+D800"]),
    ],
)
def test_each_fault_has_its_place(text: str | bytes, expected: list[str]) -> None:
    found = faults(text)
    assert len(found) == len(expected)
    for told, start in zip(found, expected, strict=True):
        assert told.startswith(start)


def test_all_faults_are_raised_at_once_with_their_lines() -> None:
    with pytest.raises(YamlFaults) as raised:
        parse("a: &x 1\na: 2\n", "x.yaml")
    assert str(raised.value).splitlines() == [
        "x.yaml:1:4: the anchor '&x' is not used here (write the value out where it is needed)",
        "    a: &x 1",
        "       ^",
        "x.yaml:2:1: duplicate key 'a' (the first is in line 1)",
        "    a: 2",
        "    ^",
    ]


def test_a_very_long_line_is_cut_around_the_place() -> None:
    [fault] = read(f"a: [{'x, ' * 1000}&y 1]", "x.yaml").shown_faults()
    line, caret = fault.shown.splitlines()[1:]
    assert len(line) < 150
    assert line[caret.index("^") :].startswith("&y 1")


def test_a_message_does_not_repeat_a_very_long_value() -> None:
    document = read("a", "x.yaml")
    document.fault(document.root, f"unknown key '{'x' * 100_000}'")
    assert len(str(document.faults[0])) < 600


def test_an_empty_file_has_an_empty_root() -> None:
    for text in ("", "# nothing\n", "---\n", "\n\n"):
        root = parse(text, "x.yaml")
        assert isinstance(root, Scalar)
        assert root.tag == "nothing"


def test_nesting_is_bounded() -> None:
    deep = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert not faults(deep)
    assert faults(f"[{deep}]") == [
        f"x.yaml:1:{MAX_DEPTH + 1}: nested more than {MAX_DEPTH} levels deep (write it flatter)"
    ]


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "- " * 100_000, "{a: " * 100_000, "a: " + "x " * 2_000_000, "&a " * 50_000]
)
def test_hostile_input_takes_linear_time(text: str) -> None:
    begin = time.process_time()
    read(text, "x.yaml")
    assert time.process_time() - begin < 5


def test_without_libyaml_the_tree_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [1, no, 'x', 2024-01-01, ~]\nb: {c: |\n  text\n}\n".replace("{c: |\n  text\n}", "\n  c: |\n    text")
    fast = parse(text, "x.yaml")
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert parse(text, "x.yaml") == fast


@given(st.text(max_size=200))
def test_any_text_gives_a_tree_or_faults(text: str) -> None:
    document = read(text, "x.yaml")
    assert all(f.line >= 1 and f.column >= 1 for f in document.faults)


DATA = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Z"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=4),
    max_leaves=20,
)


@given(DATA)
def test_what_yaml_writes_is_read_back(data: Any) -> None:
    assert plain(parse(yaml.safe_dump(data, allow_unicode=True), "x.yaml")) == data


@given(DATA)
def test_a_tree_survives_json(data: Any) -> None:
    def same(node: Node) -> None:
        assert from_json(to_json(node)) == node

    same(parse(yaml.safe_dump(data, allow_unicode=True), "x.yaml"))
    same(from_plain(data))
    assert plain(from_plain(data)) == data
