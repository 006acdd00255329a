"""Typed records read from YAML nodes: one declaration gives the loader, its faults, the JSON Schema and the manual.

A record is a frozen slotted dataclass::

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Options:
        \"\"\"What the manual says of it.\"\"\"

        to: Literal["article", "site"] = field(default="article", metadata=about("where the link must lead"))
        max: Amount | None = field(default=None, metadata=about("the longest extract"))
        less_than: Amount | None = field(default=None, metadata=about("must stay below this", key="less than"))
        words: tuple[str, ...] = field(metadata=about("required, because it has no default"))

Known annotations: ``str``, ``int``, ``float``, ``bool``, ``None``, ``Literal`` of texts, another record,
``tuple[T, ...]`` (a list; one value alone is a list of one), ``dict[str, T]``, unions of these, and *custom scalars*:
classes with a class method ``parse(text) -> Self`` that raises ``ValueError`` with the reason, and, for the schema and
the messages, the class attributes ``SCHEMA`` (a JSON Schema) and ``EXPECTED`` ("an amount such as '500 characters'").
They are given the text as written, so ``500``, ``2024-05-06`` and ``1:30`` come unharmed; one whose ``SCHEMA`` is any
text takes text alone. The annotations must be importable at run time (not under ``TYPE_CHECKING``). A key is the
field's name without a trailing underscore, or the ``key`` of `about`. A class with a class method
``from_node(node, document) -> Self`` (raising `Refused` after it has added a fault) is given the node itself.

Where fields must agree with each other, ``__post_init__`` raises ``ValueError`` (the place is the whole record) or
`FieldError` (the place is that of one key). A class attribute ``SHORT: ClassVar[str]`` names the field that a scalar or
a list sets when it stands in place of the record.

What says nothing is a fault: a blank text, an empty list or mapping, a key without a value. It is none where a field is
`about` something that may be ``empty``, and where a record of nothing but defaults is meant, unless its class attribute
``NEEDS`` says what an empty one lacks (``"as in {mode: repost}"``).

    document = yamlreading.read(data, path)
    options = load(Options, document.root, document)   # None where it has faults
    document.check()                                   # raises YamlFaults with all of them

`compliance.recordpages` makes the JSON Schema and the rows of the manual from the same declarations.
"""

from __future__ import annotations

import sys
from functools import cached_property
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, TypeVar, Union, get_args, get_origin

from compliance.days import is_day
from compliance.recordwords import described, expected, is_blank, is_custom, is_record, is_text, members, remedy
from compliance.values import MISSING, dataclass, fields
from compliance.yamldoc import Document, Mapping, Node, Scalar, Sequence, suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping as ReadOnly

T = TypeVar("T")


class Date(str):
    """A day, written as ISO 8601 ``YYYY-MM-DD``; it compares as text does."""

    __slots__ = ()
    SCHEMA: ClassVar = {"type": "string", "format": "date"}
    EXPECTED: ClassVar = "a date such as 2024-05-06"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a day; raises ``ValueError``."""
        if is_day(text):
            return cls(text)
        raise ValueError(f"'{text}' is not {cls.EXPECTED}")


class FieldError(ValueError):
    """A value that does not fit the others of its record; ``key`` is the YAML key to point at."""

    def __init__(self, key: str, message: str, help: str = "") -> None:
        super().__init__(message)
        self.key, self.help = key, help


def about(description: str, *, key: str = "", empty: bool = False) -> dict[str, Any]:
    """Metadata of a field: what manual and schema say of it, and its YAML key where that differs from the name.

    ``empty`` is for a text or list that means something when it is empty.
    """
    return {"description": description, "key": key, "empty": empty}


@dataclass(frozen=True)
class Field:
    """One field of a record: name in Python, key in YAML, whether it must be given, and may be given empty.

    ``annotation`` is its type as the class that declares it has it.
    """

    name: str
    key: str
    annotation: str
    declared_in: type[Any]
    description: str
    required: bool
    default: Any
    empty: bool

    @cached_property
    def type(self) -> Any:
        """The type, made when it is first asked for: few of a record's fields are given in one file."""
        return eval(self.annotation, vars(sys.modules[self.declared_in.__module__]))  # noqa: S307 - our own source


def fields_of(record: type[Any]) -> dict[str, Field]:
    """The fields of a record by their YAML keys, in the order of the declaration."""
    if record not in _FIELDS:
        _FIELDS[record] = _fields_of(record)
    return _FIELDS[record]


_FIELDS: dict[type[Any], dict[str, Field]] = {}


def _fields_of(record: type[Any]) -> dict[str, Field]:
    found = {}
    declared_in = {name: owner for owner in reversed(record.__mro__) for name in vars(owner).get("__annotations__", ())}
    for f in fields(record):
        key = f.metadata.get("key") or f.name.rstrip("_")
        required = f.default is MISSING and f.default_factory is MISSING
        default = f.default_factory() if f.default_factory is not MISSING else f.default
        description, empty = f.metadata.get("description", ""), f.metadata.get("empty", False)
        found[key] = Field(
            name=f.name,
            key=key,
            annotation=str(f.type),
            declared_in=declared_in[f.name],
            description=description,
            required=required,
            default=default,
            empty=empty,
        )
    return found


class Refused(Exception):  # noqa: N818 - control flow: the fault is in the document already
    """A value that could not be loaded; its faults have been added to the document."""


def load(record: type[T], node: Node, document: Document, *, short: str | None = None) -> T | None:
    """The record that a node describes, or None where it is faulty; all faults are added to the document.

    ``short`` is the key that a scalar or a list sets in place of a mapping; an empty value sets nothing.
    """
    try:
        return _record(record, node, document, short)
    except Refused:
        assert document.faults  # noqa: S101 - a refusal without a fault would pass in silence
        return None


def load_value(type_: Any, node: Node, document: Document) -> Any:
    """A value of any known annotation, or None where it is faulty; the faults are added to the document."""
    try:
        return _value(type_, node, document)
    except Refused:
        return None


def unknown(document: Document, key: Scalar, choices: ReadOnly[str, object], what: str = "key") -> None:
    """Add the fault of a key that is not known."""
    hint = suggestion(key.text, choices) or f"known: {', '.join(choices)}"
    document.fault(key, f"unknown {what} '{key.text}'", hint)


def _record(record: type[T], node: Node, document: Document, short: str | None) -> T:
    short = short or getattr(record, "SHORT", None)
    known = fields_of(record)
    if isinstance(node, Mapping):
        values = _pairs(node, known, document)
    elif isinstance(node, Scalar) and node.tag == "nothing":
        values = {}
    elif short is not None:
        values = {known[short].name: _field(known[short], node, node, document)}
    else:
        raise _mismatch(record, node, document)
    if not values and (needs := getattr(record, "NEEDS", "")):
        document.fault(node, "this says nothing", needs)
        raise Refused
    missing = [f.key for f in known.values() if f.required and f.name not in values and not _refused(node, f.key)]
    for key in missing:
        document.fault(node, f"'{key}' is missing", known[key].description)
    if missing or _Faulty in values.values():
        raise Refused
    return _built(record, values, node, document)


class _Faulty:
    """Stands for a value that has a fault already."""


def _refused(node: Node, key: str) -> bool:
    return isinstance(node, Mapping) and node.get(key) is not None


def _pairs(node: Mapping, known: dict[str, Field], document: Document) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in node.pairs:
        if key.text not in known:
            unknown(document, key, known)
            values[""] = _Faulty
            continue
        found = known[key.text]
        values[found.name] = _field(found, key, value, document)
    return values


def _field(field: Field, place: Node, value: Node, document: Document) -> Any:
    if is_blank(value) and not (may_be_empty(field.type) or (field.empty and not _is_nothing(value))):
        if not document.is_faulty(value):
            document.fault(place, f"'{field.key}' is empty", field.description)
        return _Faulty
    try:
        return _value(field.type, value, document) if not (field.empty and is_blank(value)) else _emptied(value)
    except Refused:
        return _Faulty


def may_be_empty(type_: Any) -> bool:
    """Whether a key without a value means something: a record of nothing but defaults."""
    return any(
        is_record(t) and not hasattr(t, "NEEDS") and not any(f.required for f in fields_of(t).values())
        for t in members(type_)
    )


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.tag == "nothing"


def _emptied(node: Node) -> Any:
    return node.text if isinstance(node, Scalar) else ()


def _built(record: type[T], values: dict[str, Any], node: Node, document: Document) -> T:
    try:
        return record(**values)
    except FieldError as wrong:
        place = next((k for k, _ in node.pairs if k.text == wrong.key), node) if isinstance(node, Mapping) else node
        document.fault(place, str(wrong), wrong.help)
    except ValueError as error:
        document.fault(node, str(error))
    raise Refused


def _value(type_: Any, node: Node, document: Document) -> Any:
    if len(members(type_)) > 1:
        return _union(members(type_), node, document)
    if get_origin(type_) is tuple:
        items = node.items if isinstance(node, Sequence) else (node,)
        return tuple(_all(get_args(type_)[0], items, document))
    if get_origin(type_) is dict:
        return _table(get_args(type_)[1], node, document)
    if hasattr(type_, "from_node"):
        return type_.from_node(node, document)
    if is_record(type_):
        return _record(type_, node, document, None)
    if not isinstance(node, Scalar):
        raise _mismatch(type_, node, document)
    return _scalar(type_, node, document)


def _all(type_: Any, nodes: tuple[Node, ...], document: Document) -> list[Any]:
    values = []
    for node in nodes:
        try:
            values.append(_value(type_, node, document))
        except Refused:
            values.append(_Faulty)
    if _Faulty in values:
        raise Refused
    return values


def _table(type_: Any, node: Node, document: Document) -> dict[str, Any]:
    if not isinstance(node, Mapping):
        raise _mismatch(dict[str, type_], node, document)
    return dict(
        zip([k.text for k, _ in node.pairs], _all(type_, tuple(v for _, v in node.pairs), document), strict=True)
    )


def _union(types: tuple[Any, ...], node: Node, document: Document) -> Any:
    """Load as the first alternative that takes the node; the faults are those of the one that has its shape."""
    fitting = [t for t in types if _fits(t, node)]
    trial = Document(document.path, document.root)
    for type_ in fitting:
        trial = Document(document.path, document.root)
        try:
            return _value(type_, node, trial)
        except Refused:
            continue
    if len(fitting) != 1:
        raise _mismatch(Union[types], node, document)  # noqa: UP007 - a tuple of types cannot be written with |
    document.faults += trial.faults
    raise Refused


def _fits(type_: Any, node: Node) -> bool:
    """Whether a node has the shape of a type: a mapping, a list, a scalar, or nothing."""
    if isinstance(node, Mapping):
        return (
            is_record(type_)
            or get_origin(type_) is dict
            or (get_origin(type_) is tuple and _fits(get_args(type_)[0], node))
        )
    if isinstance(node, Sequence):
        return get_origin(type_) is tuple or hasattr(type_, "SHORT")
    if type_ is NoneType or node.tag == "nothing":
        return type_ is NoneType and node.tag == "nothing"
    return not (get_origin(type_) is dict or (is_record(type_) and not hasattr(type_, "SHORT")))


def _scalar(type_: Any, node: Scalar, document: Document) -> Any:
    if node.tag == "nothing" and type_ is not NoneType:
        raise _mismatch(type_, node, document)
    if is_custom(type_) and (node.tag == "boolean" or (is_text(type_) and node.tag != "text")):
        raise _mismatch(type_, node, document)
    if is_custom(type_):
        return _parsed(type_, node, document)
    if get_origin(type_) is Literal:
        if node.text in get_args(type_):
            return node.text
        document.fault(
            node, f"'{node.text}' is not {expected(type_)}", suggestion(node.text, map(str, get_args(type_)))
        )
        raise Refused
    if type_ is str and node.tag == "text" and not is_blank(node):
        return node.text
    if type_ is bool and node.tag == "boolean":
        return node.value
    if (type_ is int and _whole(node)) or (type_ is float and (_whole(node) or _decimal(node))):
        return type_(node.text)
    if type_ is NoneType and node.tag == "nothing":
        return None
    raise _mismatch(type_, node, document)


def _whole(node: Scalar) -> bool:
    """Whether everyone reads the same whole number: no octal ``010``, no ``1_000``, no ``1:30``."""
    digits = node.text.removeprefix("-")
    return node.tag == "integer" and digits.isdecimal() and digits == str(abs(int(digits)))


def _decimal(node: Scalar) -> bool:
    whole, _, part = node.text.removeprefix("-").partition(".")
    return node.tag == "number" and whole.isdecimal() and part.isdecimal()


def _parsed(type_: Any, node: Scalar, document: Document) -> Any:
    try:
        return type_.parse(node.text)
    except ValueError as error:
        document.fault(node, str(error) or f"expected {expected(type_)}, found {described(node)}")
        raise Refused from error


def _mismatch(type_: Any, node: Node, document: Document) -> Refused:
    """Add the fault of a value of the wrong type, with what misled the writer where that is known."""
    document.fault(node, f"expected {expected(type_)}, found {described(node)}", remedy(type_, node))
    return Refused()
