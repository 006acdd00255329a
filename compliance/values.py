"""Data classes that are made quickly, because every run of the program makes some eighty of them.

To a type checker, `dataclass` is the standard one, ``frozen=True`` included. When the program runs, the methods that
the standard library would compile anew for each class are shared, and nothing but the type checker guards a frozen one:
that takes a fifth of the time (0.14 ms a class where the standard library takes 0.6 ms).
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - exported
else:

    def dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True, kw_only: bool = False) -> Any:
        """The standard decorator with these of its options."""

        def made(cls: type[Any]) -> type[Any]:
            own = vars(cls)
            made_ = dataclasses.dataclass(repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
            if "__repr__" not in own:
                made_.__repr__ = _repr
            if eq:
                made_.__eq__ = _eq
                made_.__hash__ = _hash if frozen else None
            return made_

        return made


def _names(value: Any, use: str) -> list[str]:
    return [f.name for f in dataclasses.fields(value) if getattr(f, use)]


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in _names(self, "repr"))
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: object) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return all(getattr(self, name) == getattr(other, name) for name in _names(self, "compare"))


def _hash(self: Any) -> int:
    return hash(tuple(getattr(self, name) for name in _names(self, "compare")))
