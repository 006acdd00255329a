"""The types that records are declared with, and what they and the nodes of a file are called in a message."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from compliance.values import is_dataclass
from compliance.yamldoc import Mapping, Node, Scalar, Sequence


def members(type_: Any) -> tuple[Any, ...]:
    """The alternatives of a union, or the type itself."""
    return get_args(type_) if get_origin(type_) in (Union, UnionType) else (type_,)


def is_custom(type_: Any) -> bool:
    """Whether a type is a scalar that parses itself."""
    return isinstance(type_, type) and hasattr(type_, "parse")


def is_record(type_: Any) -> bool:
    """Whether a type is read from a mapping of its fields."""
    return isinstance(type_, type) and is_dataclass(type_) and not is_custom(type_)


def is_text(type_: Any) -> bool:
    """Whether any text is right for a type, so that a number is a slip: text itself, or a scalar of any words."""
    return type_ is str or getattr(type_, "SCHEMA", None) == {"type": "string"}


def is_blank(node: Node) -> bool:
    """Whether a value says nothing: no value at all, a text of spaces, an empty list or mapping."""
    if isinstance(node, Mapping):
        return not node.pairs
    if isinstance(node, Sequence):
        return not node.items
    return node.tag == "nothing" or (node.tag == "text" and not node.text.strip())


def expected(type_: Any) -> str:
    """What a value of this type is called in a message."""
    if hasattr(type_, "EXPECTED"):
        return str(type_.EXPECTED)
    if get_origin(type_) is Literal:
        return "one of " + ", ".join(map(str, get_args(type_)))
    if len(members(type_)) > 1:
        return " or ".join(expected(m) for m in members(type_) if m is not NoneType)
    if is_record(type_) or get_origin(type_) is dict:
        return "a mapping"
    if get_origin(type_) is tuple:
        item = expected(get_args(type_)[0])
        return f"one or more {item[4:]}" if item.startswith("one of ") else f"one or a list of: {item}"
    return {str: "text", int: "a whole number", float: "a number", bool: "true or false", NoneType: "nothing"}[type_]


def described(node: Node) -> str:
    """What a node is called in a message."""
    if isinstance(node, Mapping):
        return "a mapping"
    if isinstance(node, Sequence):
        return "a list"
    if is_blank(node):
        return "nothing" if node.tag == "nothing" else "an empty text"
    kinds = {
        "text": "the text",
        "integer": "the number",
        "number": "the number",
        "boolean": "the boolean",
        "date": "the date",
    }
    return f"{kinds[node.tag]} '{node.text}'"


def remedy(type_: Any, node: Node) -> str:
    """What misled the writer of a value of the wrong type, where that is known."""
    if not isinstance(node, Scalar):
        return ""
    wanted = members(type_)
    if (str in wanted or any(map(is_custom, wanted))) and node.tag in ("boolean", "integer", "number", "date"):
        return f"YAML does not read {node.text} as text: put it in quotes"
    if node.tag == "integer" and (int in wanted or float in wanted):
        return f"YAML reads {node.text} as {node.value}: write plain digits"
    if node.tag == "text" and not {int, float, bool}.isdisjoint(wanted):
        return "remove the quotes" if node.text.isdecimal() or node.text in ("true", "false") else ""
    return ""
