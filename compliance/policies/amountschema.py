"""The JSON Schema of amounts in a policy: as exact as the loader, which reads units in any case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from compliance.checks.parts.amounts import _NAMES, Amount, Paragraphs
from compliance.policies.options import COUNTING
from compliance.records import fields_of
from compliance.recordwords import members

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

UNITS: Final = _NAMES
"""The words that are read as units, and the unit that each stands for."""
UNSTATED: Final = {"const": "unstated"}
REFERENCES: Final = (
    (Amount.SCHEMA, {"$ref": "#/$defs/amount"}),
    (Paragraphs.SCHEMA, {"$ref": "#/$defs/paragraphs"}),
)
COUNTED: Final = frozenset(UNITS.values()) - {"percent"}
"""The units of whole numbers."""


def definitions() -> dict[str, Any]:
    """What ``$defs`` says of amounts."""
    words = {"description": Amount.EXPECTED, "anyOf": [UNSTATED, _counted(), _share()]}
    number = {"type": "integer", "minimum": 1, "maximum": 9999}
    text = {"type": "string", "pattern": r"^\s*[1-9][0-9]{0,3}(\s+paragraphs?)?\s*$"}
    return {"amount": words, "paragraphs": {"description": Paragraphs.EXPECTED, "anyOf": [number, text]}}


def referring(schema: Any) -> Any:
    """A schema with a reference to these definitions wherever it speaks of an amount."""
    if isinstance(schema, list):
        return [referring(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    for loose, reference in REFERENCES:
        if loose.items() <= schema.items():
            return {**{key: value for key, value in schema.items() if key not in loose}, **reference}
    return {key: referring(value) for key, value in schema.items()}


def conditions(options: type[Any]) -> list[dict[str, Any]]:
    """What options that count an amount ask of its unit (`options.check_amounts`)."""
    known = fields_of(options)
    amounts = [field.key for field in known.values() if Amount in members(field.type)]
    return [
        {
            "if": {"required": [key], "properties": {key: {"not": {"const": known[key].default}}}},
            "then": _all(amounts, units),
        }
        for key, units in COUNTING.items()
        if key in known and amounts
    ]


def in_units(units: Container[str]) -> dict[str, Any]:
    """An amount in one of these units."""
    return {"anyOf": [UNSTATED, *([_share()] if "percent" in units else []), _counted(units)]}


def _all(amounts: Iterable[str], units: Container[str]) -> dict[str, Any]:
    return {"properties": dict.fromkeys(amounts, in_units(units))}


def _counted(units: Container[str] = COUNTED) -> dict[str, Any]:
    known = [word for word, unit in UNITS.items() if unit in COUNTED and unit in units]
    return {"type": "string", "pattern": rf"^\s*[0-9]+(\.0{{1,2}})?\s*({_any_case(known)})\s*$"}


def _share() -> dict[str, Any]:
    words = [word for word, unit in UNITS.items() if unit == "percent"]
    number = r"0*(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?)"
    return {"type": "string", "pattern": rf"^\s*{number}\s*({_any_case(words)})\s*$"}


def _any_case(words: Iterable[str]) -> str:
    """A pattern for words in capitals or not: JSON Schema has no flag for it."""
    return "|".join("".join(f"[{c.upper()}{c}]" if c.isalpha() else c for c in word) for word in words)
