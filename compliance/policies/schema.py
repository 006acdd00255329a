"""The JSON Schema of a policy file, for editors that check and complete as one writes.

`compliance policy schema` prints it; the copy beside this module is made with
``compliance policy schema > compliance/policies/policy.schema.json``.
"""

from __future__ import annotations

import json
from typing import Any, Final

from compliance.policies.amountschema import COUNTED, conditions, definitions, in_units, referring
from compliance.policies.conditions import Condition
from compliance.policies.files import PolicyFile
from compliance.policies.kinds import Kind, kind, names
from compliance.policies.rules import COMBINATORS, STRUCTURES, BranchKeys, SharedKeys
from compliance.policies.samples import Sample
from compliance.recordpages import schema, short_schema

_SOURCE: Final = {"required": ["per"], "properties": {"per": {"not": {"const": "article"}}, "of": {"const": "source"}}}
_BEYOND: Final[dict[str, list[dict[str, Any]]]] = {
    "extract": [
        {"oneOf": [{"required": ["max"]}, {"required": ["less than"]}]},
        {"properties": {"less than": {"pattern": "[1-9]|unstated"}}},
        {
            "if": _SOURCE,
            "then": {"properties": dict.fromkeys(("max", "less than"), in_units(COUNTED))},
        },
    ],
    "window": [{"anyOf": [{"required": ["until"]}, {"required": ["from"]}]}],
}
"""What the options of a kind ask of each other."""


def policy_schema() -> dict[str, Any]:
    """The schema, as plain data."""
    made = schema(PolicyFile)
    made["oneOf"] = [
        {"required": ["publisher", "domains"], "not": {"required": ["licence"]}},
        {"required": ["licence"], "not": _one_of("publisher", "domains")},
    ]
    made |= _one_of("rules", "extends")
    defined = {
        "rule": _rule(SharedKeys, STRUCTURES),
        "branch": _rule(BranchKeys, COMBINATORS),
        "condition": schema(Condition),
        "test": schema(Sample),
        **{f"kind {k.name}": _options(k) for k in _kinds()},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A publisher's terms of reuse",
        **made,
        "$defs": {**referring(defined), **definitions()},
    }


def schema_text() -> str:
    """The schema as `compliance policy schema` prints it."""
    return json.dumps(policy_schema(), indent=1, ensure_ascii=False) + "\n"


def _kinds() -> list[Kind]:
    return [found for name in names() if (found := kind(name))]


def _options(found: Kind) -> dict[str, Any]:
    made = short_schema(found.options, found.short)
    mapping = made["anyOf"][-1] if "anyOf" in made else made
    if extra := [*conditions(found.options), *_BEYOND.get(found.name, ())]:
        mapping["allOf"] = extra
    if _needs_options(found):
        return made
    return {"anyOf": [*made.get("anyOf", [made]), {"type": "null"}]}


def _rule(shared: type[BranchKeys], structures: dict[str, str]) -> dict[str, Any]:
    """A rule: one key that names its kind, or the bare name of one that needs no options."""
    keys = schema(shared)["properties"]
    for name in ("when", "unless"):
        keys[name] = {"description": keys[name]["description"], "$ref": "#/$defs/condition"}
    demands = {k.name: {"description": _summary(k), "$ref": f"#/$defs/kind {k.name}"} for k in _kinds()}
    demands |= {name: {"description": words, **_structure(name)} for name, words in structures.items()}
    mapping = {
        "type": "object",
        "properties": {**demands, **keys},
        "additionalProperties": False,
        "oneOf": [{"required": [name]} for name in demands],
    }
    return {"anyOf": [{"enum": [k.name for k in _kinds() if not _needs_options(k)]}, mapping]}


def _needs_options(found: Kind) -> bool:
    """Whether a kind says nothing by its name alone."""
    try:
        found.options()
    except (TypeError, ValueError):
        return True
    return False


def _one_of(*keys: str) -> dict[str, Any]:
    return {"anyOf": [{"required": [key]} for key in keys]}


def _structure(name: str) -> dict[str, Any]:
    if name == "exclude":
        condition = {"$ref": "#/$defs/condition"}
        return {"anyOf": [condition, {"type": "array", "items": condition, "minItems": 1}]}
    return {"type": "array", "items": {"$ref": "#/$defs/branch"}, "minItems": 2}


def _summary(found: Kind) -> str:
    return found.page.partition("\n\n")[0].replace("\n", " ")
