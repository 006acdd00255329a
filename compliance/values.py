"""Data classes that are made quickly, because every run of the program makes some eighty of them.

To a type checker, ``dataclass``, ``field``, ``fields``, ``is_dataclass`` and ``replace`` are the standard ones,
``frozen=True`` included. When the program runs, they are these here: nothing but the type checker guards a frozen
class, and all methods are shared: an ``__init__`` of its own is written only for a class of which many objects are
made, which most classes of a run are not. The standard library writes all methods of all classes, and takes long to
be imported (it needs `inspect`, and that `ast` and `tokenize`). Its ``asdict`` and the like work on these classes too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_UNSET: Any = object()
FEW = 16
"""So many objects cost less to make field by field than an ``__init__`` costs to be written."""


class Field:
    """What a class says of one of its fields; the options are those of the standard ``field``."""

    __slots__ = ("compare", "default", "default_factory", "kw_only", "metadata", "name", "repr", "type")

    def __init__(
        self,
        *,
        default: Any = _UNSET,
        default_factory: Callable[[], Any] = _UNSET,
        repr: bool = True,
        compare: bool = True,
        metadata: Mapping[str, Any] | None = None,
    ) -> None:
        self.name = self.type = ""
        self.default = default
        self.default_factory = default_factory
        self.repr = repr
        self.compare = compare
        self.kw_only = False
        self.metadata = metadata or {}


def _dataclass(
    *, frozen: bool = False, slots: bool = False, eq: bool = True, kw_only: bool = False
) -> Callable[[type[Any]], type[Any]]:
    """The standard decorator with these of its options."""

    def made(cls: type[Any]) -> type[Any]:
        own = _own_fields(cls, kw_only=kw_only)
        inherited: dict[str, Field] = getattr(cls, "__data_fields__", {})
        if slots:
            cls = _with_slots(cls, [name for name in own if name not in inherited])
        _add_methods(cls, {**inherited, **own}, eq=eq, hashed=frozen)
        return cls

    return made


def _own_fields(cls: type[Any], *, kw_only: bool) -> dict[str, Field]:
    """The fields that a class declares itself; their marks and defaults are taken off the class."""
    found: dict[str, Field] = {}
    for name, annotation in vars(cls).get("__annotations__", {}).items():
        if annotation.startswith("ClassVar"):
            continue
        given = vars(cls).get(name, _UNSET)
        found[name] = f = given if isinstance(given, Field) else Field(default=given)
        f.name, f.type, f.kw_only = name, annotation, kw_only
        if given is not _UNSET:
            delattr(cls, name)
    return found


def _with_slots(cls: type[Any], names: list[str]) -> type[Any]:
    """The same class with slots, which can only be given while a class is made."""
    namespace = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
    metaclass: Any = type(cls)
    slotted: type[Any] = metaclass(cls.__name__, cls.__bases__, {**namespace, "__slots__": tuple(names)})
    return slotted


def _add_methods(cls: Any, by_name: dict[str, Field], *, eq: bool, hashed: bool) -> None:
    own = vars(cls)
    cls.__data_fields__ = by_name
    cls.__dataclass_fields__ = _StandardFields()
    if "__repr__" not in own:
        cls.__repr__ = _repr
    if eq:
        cls.__eq__ = _eq
        cls.__hash__ = _hash if hashed else None

    left = FEW

    def slowly(self: Any, *values: Any, **named: Any) -> None:
        nonlocal left
        left -= 1
        if not left or not _filled(self, by_name, values, named):
            cls.__init__ = _initializer(cls)
            cls.__init__(self, *values, **named)
        elif hasattr(cls, "__post_init__"):
            self.__post_init__()

    cls.__init__ = slowly


def _filled(self: Any, by_name: dict[str, Field], values: tuple[Any, ...], named: dict[str, Any]) -> bool:
    """Whether an object's fields could be set, one by one, to what is given; the written ``__init__`` says why not."""
    places = [name for name, f in by_name.items() if not f.kw_only]
    given = dict(zip(places, values, strict=False))
    if len(values) > len(places) or not named.keys().isdisjoint(given) or not named.keys() <= by_name.keys():
        return False
    given.update(named)
    for name, f in by_name.items():
        if name in given:
            value = given[name]
        elif f.default_factory is not _UNSET:
            value = f.default_factory()
        elif f.default is not _UNSET:
            value = f.default
        else:
            return False
        setattr(self, name, value)
    return True


def _initializer(cls: type[Any]) -> Any:
    """The ``__init__`` of a class, written out, which makes objects fastest."""
    scope: dict[str, Any] = {"_UNSET": _UNSET}
    parameters: list[str] = []
    body: list[str] = []
    for f in sorted(cls.__data_fields__.values(), key=lambda f: f.kw_only):
        if f.kw_only and "*" not in parameters:
            parameters.append("*")
        value = name = f.name
        if f.default_factory is not _UNSET:
            scope[f"_make_{name}"] = f.default_factory
            value = f"_make_{name}() if {name} is _UNSET else {name}"
            parameters.append(f"{name}=_UNSET")
        elif f.default is not _UNSET:
            scope[f"_default_{name}"] = f.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        body.append(f"    self.{name} = {value}")
    if not body:
        body.append("    pass")
    if hasattr(cls, "__post_init__"):
        body.append("    self.__post_init__()")
    exec("\n".join([f"def __init__({', '.join(['self', *parameters])}):", *body]), scope)  # noqa: S102 - names of fields
    return scope["__init__"]


class _StandardFields:
    """What the standard library asks a data class for; made when it asks."""

    def __get__(self, _: object, cls: type[Any]) -> Any:
        import dataclasses

        described = []
        for f in _fields(cls):
            options = {"repr": f.repr, "compare": f.compare, "metadata": f.metadata, "kw_only": f.kw_only}
            for name in ("default", "default_factory"):
                if getattr(f, name) is not _UNSET:
                    options[name] = getattr(f, name)
            described.append((f.name, f.type, dataclasses.field(**options)))  # type: ignore[call-overload]
        made: Any = dataclasses.make_dataclass(cls.__name__, described)
        cls.__dataclass_fields__ = made.__dataclass_fields__
        return made.__dataclass_fields__


def _fields(value: Any) -> tuple[Field, ...]:
    """The fields of a data class or of an object of one."""
    return tuple(value.__data_fields__.values())


def _is_dataclass(value: Any) -> bool:
    return hasattr(value, "__data_fields__")


def _replace(value: Any, /, **changes: Any) -> Any:
    """A copy with some fields changed."""
    return type(value)(**{name: getattr(value, name) for name in value.__data_fields__} | changes)


def _repr(self: Any) -> str:
    shown = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in _fields(self) if f.repr)
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: object) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return all(getattr(self, f.name) == getattr(other, f.name) for f in _fields(self) if f.compare)


def _hash(self: Any) -> int:
    return hash(tuple([getattr(self, f.name) for f in _fields(self) if f.compare]))


if TYPE_CHECKING:
    from dataclasses import MISSING as MISSING  # noqa: PLC0414 - exported
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - exported
    from dataclasses import field as field  # noqa: PLC0414 - exported
    from dataclasses import fields as fields  # noqa: PLC0414 - exported
    from dataclasses import is_dataclass as is_dataclass  # noqa: PLC0414 - exported
    from dataclasses import replace as replace  # noqa: PLC0414 - exported
else:
    dataclass, field, fields, is_dataclass, replace = _dataclass, Field, _fields, _is_dataclass, _replace
    MISSING = _UNSET
