"""What the declaration of a record says to others: its JSON Schema (2020-12), and the rows of its manual page."""

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin

from compliance.records import Field, fields_of, may_be_empty
from compliance.recordwords import expected, is_record, is_text, members
from compliance.values import is_dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

_PLAIN: dict[Any, dict[str, str]] = {
    str: {"type": "string", "pattern": r"\S"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
}


class Row(NamedTuple):
    """One option in a manual: its key, what it takes, its meaning, and its default ("" if it must be given)."""

    key: str
    takes: str
    default: str
    description: str


def rows(record: type[Any]) -> list[Row]:
    """The options of a record, in the order of their declaration."""
    return [
        Row(f.key, expected(f.type), "" if f.required else _default(f), f.description)
        for f in fields_of(record).values()
    ]


def schema(record: type[Any]) -> dict[str, Any]:
    """The JSON Schema of the mapping that a record is read from."""
    known = fields_of(record)
    made: dict[str, Any] = {
        "type": "object",
        "description": (record.__doc__ or "").partition("\n")[0],
        "properties": {f.key: property_schema(f) for f in known.values()},
        "additionalProperties": False,
    }
    if required := [f.key for f in known.values() if f.required]:
        made["required"] = required
    elif hasattr(record, "NEEDS"):
        made["minProperties"] = 1
    return made


def property_schema(field: Field) -> dict[str, Any]:
    """The JSON Schema of one field, with its description."""
    made = value_schema(field.type)
    if field.empty:
        made = _any_of([made, {"const": "" if field.type is str else []}])
    if may_be_empty(field.type):
        made = _any_of([made, {"type": "null"}])
    return {**made, "description": field.description} if field.description else made


def value_schema(type_: Any) -> dict[str, Any]:
    """The JSON Schema of a value of a type that records know."""
    if is_text(type_):
        return dict(_PLAIN[str])
    if hasattr(type_, "SCHEMA"):
        return dict(type_.SCHEMA)
    if type_ in _PLAIN:
        return dict(_PLAIN[type_])
    if make := _GENERIC.get(get_origin(type_)):
        return make(get_args(type_))
    if is_record(type_):
        return short_schema(type_, getattr(type_, "SHORT", None))
    return _any_of([value_schema(member) for member in members(type_) if member is not NoneType])


def short_schema(record: type[Any], short: str | None) -> dict[str, Any]:
    """The JSON Schema of a record that a scalar or a list may stand for."""
    if short is None:
        return schema(record)
    return _any_of([value_schema(fields_of(record)[short].type), schema(record)])


def _list(arguments: tuple[Any, ...]) -> dict[str, Any]:
    item = value_schema(arguments[0])
    return _any_of([item, {"type": "array", "items": item, "minItems": 1}])


_GENERIC: dict[Any, Callable[[tuple[Any, ...]], dict[str, Any]]] = {
    Literal: lambda choices: {"enum": list(choices)},
    tuple: _list,
    dict: lambda arguments: {
        "type": "object",
        "additionalProperties": value_schema(arguments[1]),
        "minProperties": 1,
    },
}


def _any_of(schemas: list[dict[str, Any]]) -> dict[str, Any]:
    """Alternatives, those of alternatives laid open and each but once."""
    flat: list[dict[str, Any]] = []
    for one in schemas:
        inner = one["anyOf"] if set(one) == {"anyOf"} else [one]
        flat += [s for s in inner if s not in flat]
    return flat[0] if len(flat) == 1 else {"anyOf": flat}


def _default(field: Field) -> str:
    value = field.default
    if value in (None, (), "", {}):
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "none" if is_dataclass(value) else str(value)
