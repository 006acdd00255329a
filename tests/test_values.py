"""Data classes that are made quickly behave as the standard ones do."""

from __future__ import annotations

import dataclasses
from dataclasses import field, replace

import pytest

from compliance.values import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A point."""

    x: int
    y: int = 0
    note: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Other:
    """A point of another class."""

    x: int
    y: int = 0


@dataclass(slots=True, eq=False)
class Thing:
    """Something with an identity."""

    names: list[str] = field(default_factory=list)


def test_equal_fields_make_equal_values_of_one_class() -> None:
    assert Point(1, 2, "a") == Point(1, 2, "b")
    assert Point(1, 2) != Point(1, 3)
    other: object = Other(1, 2)
    assert Point(1, 2) != other
    assert len({Point(1), Point(1), Point(2)}) == 2


def test_without_eq_each_is_its_own() -> None:
    assert Thing() != Thing()
    assert len({Thing(), Thing()}) == 2


def test_they_show_their_fields() -> None:
    assert repr(Point(1, note="x")) == "Point(x=1, y=0)"


def test_they_are_data_classes() -> None:
    assert replace(Point(1), y=5) == Point(1, 5)
    assert [f.name for f in dataclasses.fields(Point)] == ["x", "y", "note"]
    assert not hasattr(Point(1), "__dict__")
    assert Thing().names is not Thing().names


def test_a_mutable_one_has_no_hash() -> None:
    @dataclass(slots=True)
    class Mutable:
        """Changes."""

        x: int

    with pytest.raises(TypeError):
        hash(Mutable(1))
