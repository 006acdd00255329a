"""What a rule kind's options must say beyond their types, whatever the kind is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from compliance.checks.parts.amounts import Amount
from compliance.records import fields_of
from compliance.yamldoc import Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.yamldoc import Document

COUNTING: Final = {"of": ("percent",), "spaces": ("percent", "characters")}
"""Options that say how an amount is counted, by the units that they mean something for."""


def check_amounts(options: Any, node: Node, document: Document) -> None:
    """Add the faults of amounts that nobody can count, and of options that their unit leaves without a meaning."""
    amounts = list(_amounts(options, node))
    for place, amount in amounts:
        if amount.unit != "percent" and amount.number != int(amount.number or 0):
            document.fault(place, f"'{place.text}' is no whole number", f"{amount.unit} are counted, not measured")
    for key, units in COUNTING.items():
        stated = node.get(key) if isinstance(node, Mapping) else None
        if stated and amounts and _differs(options, key) and not any(a.unit in units for _, a in amounts):
            document.fault(
                stated, f"'{key}' means nothing for {amounts[0][1].unit}", f"it is for {' and '.join(units)}"
            )


def _amounts(options: Any, node: Node) -> Iterator[tuple[Scalar, Amount]]:
    """The amounts with a number, each with its place."""
    for key, field in fields_of(type(options)).items():
        amount = getattr(options, field.name)
        place = node.get(key) if isinstance(node, Mapping) else node
        if isinstance(amount, Amount) and amount.number is not None and isinstance(place, Scalar):
            yield place, amount


def _differs(options: Any, key: str) -> bool:
    field = fields_of(type(options)).get(key)
    return field is not None and getattr(options, field.name) != field.default
