"""Data classes that are made quickly behave as the standard ones do."""

from __future__ import annotations

import dataclasses

import pytest

from compliance.values import FEW, dataclass, field, fields, is_dataclass, replace


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


def test_defaults_slots_and_changed_copies_are_as_declared() -> None:
    assert replace(Point(1), y=5) == Point(1, 5)
    assert [f.name for f in fields(Point)] == ["x", "y", "note"]
    assert not hasattr(Point(1), "__dict__")
    assert Thing().names is not Thing().names


def test_a_missing_and_an_unknown_field_are_type_errors() -> None:
    with pytest.raises(TypeError, match="x"):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="z"):
        Point(1, z=2)  # type: ignore[call-arg]


def test_a_subclass_adds_fields_and_may_want_them_by_name() -> None:
    @dataclass(slots=True, kw_only=True)
    class Named(Thing):
        """A thing with a name."""

        name: str
        note: str = ""

    thing = Named(["a"], name="b")
    assert (thing.names, thing.name, thing.note) == (["a"], "b", "")
    assert not hasattr(thing, "__dict__")
    with pytest.raises(TypeError):
        Named(["a"], "b")  # type: ignore[call-arg]


def test_post_init_is_called() -> None:
    @dataclass(slots=True)
    class Doubled:
        """Doubles what it is given."""

        x: int

        def __post_init__(self) -> None:
            self.x *= 2

    assert (Doubled(2).x, replace(Doubled(2), x=5).x) == (4, 10)


def test_the_standard_functions_know_them() -> None:
    assert is_dataclass(Point)
    assert dataclasses.is_dataclass(Point(1))
    assert dataclasses.asdict(Point(1)) == {"x": 1, "y": 0, "note": ""}
    assert dataclasses.replace(Point(1), y=5) == Point(1, 5)
    assert [(f.name, f.type, f.repr) for f in dataclasses.fields(Point)][2] == ("note", "str", False)


def test_a_mutable_one_has_no_hash() -> None:
    @dataclass(slots=True)
    class Mutable:
        """Changes."""

        x: int

    with pytest.raises(TypeError):
        hash(Mutable(1))


def test_the_first_objects_and_the_later_ones_are_made_alike() -> None:
    made = [Point(n, note="x") for n in range(3 * FEW)]
    assert [point.x for point in made] == list(range(3 * FEW))
    assert {(point.y, point.note) for point in made} == {(0, "x")}


@pytest.mark.parametrize("number", [1, 3 * FEW])
def test_what_does_not_fit_is_refused_at_first_and_later(number: int) -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Named:
        """Its fields are named."""

        x: int
        y: int = 0

    for _ in range(number):
        Named(x=1)
    given: dict[str, int]
    for values, given in (((1,), {}), ((), {}), ((), {"x": 1, "z": 2})):
        with pytest.raises(TypeError):
            Named(*values, **given)
