"""A record's declaration gives its loader, with all faults at once."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.recordpages import rows, schema
from compliance.records import Date, FieldError, about, load, load_value
from compliance.values import dataclass, field
from compliance.yamldoc import YamlFaults
from compliance.yamlreading import read


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount."""

    number: int
    SCHEMA: ClassVar = {"type": "string"}
    EXPECTED: ClassVar = "an amount such as 500 characters"

    @classmethod
    def parse(cls, text: str) -> Self:
        number = text.partition(" ")[0]
        if not number.isdecimal():
            raise ValueError(f"'{text}' is not {cls.EXPECTED}")
        return cls(int(number))


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    """A part."""

    SHORT: ClassVar = "url"
    url: str = field(metadata=about("an address"))
    read: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Needy:
    """A record that must say something."""

    NEEDS: ClassVar = "as in {a: b}"
    a: str = ""
    b: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    """A whole."""

    to: Literal["article", "site", "no"] = field(default="article", metadata=about("the target"))
    names: tuple[str, ...] = field(metadata=about("what it is called"))
    less_than: Amount | None = field(default=None, metadata=about("a bound", key="less than"))
    from_: Date | None = None
    count: int = 1
    share: float = 0.5
    follow: bool = False
    part: Inner | None = None
    parts: tuple[Inner, ...] = ()
    either: int | tuple[str, ...] | Inner | None = None
    notes: tuple[str, ...] = field(default=("none",), metadata=about("may be empty", empty=True))
    only: Needy | None = None
    table: dict[str, Literal["pass", "fail"]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.count > 9:
            raise FieldError("count", "'count' is too large", "at most 9")
        if self.share == 0:
            raise ValueError("a share of nothing")


def loaded(text: str) -> Outer | None:
    document = read(text, "x.yaml")
    outer = load(Outer, document.root, document)
    document.check()
    return outer


def faults(text: str) -> list[str]:
    document = read(text, "x.yaml")
    assert load(Outer, document.root, document) is None
    return [str(f).removeprefix("x.yaml:") for f in YamlFaults(document.faults).faults]


def test_values_of_every_kind_are_read() -> None:
    assert loaded(
        "to: no\nnames: [a, 'no']\nless than: 500 characters\nfrom: 2024-02-29\ncount: 3\nshare: 2\nfollow: yes\n"
        "part: {url: u, read: 2024-01-01}\nparts: [u, {url: v}]\neither: [a]\ntable: {x: pass}\n"
    ) == Outer(
        to="no",
        names=("a", "no"),
        less_than=Amount(500),
        from_=Date("2024-02-29"),
        count=3,
        share=2.0,
        follow=True,
        part=Inner(url="u", read=Date("2024-01-01")),
        parts=(Inner(url="u"), Inner(url="v")),
        either=("a",),
        table={"x": "pass"},
    )


def test_one_value_is_a_list_of_one() -> None:
    assert loaded("names: a") == Outer(names=("a",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{}", ["1:1: 'names' is missing (what it is called)"]),
        ("names:", ["1:1: 'names' is empty (what it is called)"]),
        ("names: []", ["1:1: 'names' is empty (what it is called)"]),
        ("names: a\nless_than: 1", ["2:1: unknown key 'less_than' (did you mean 'less than'?)"]),
        ("names: a\nto: artcle", ["2:5: 'artcle' is not one of article, site, no (did you mean 'article'?)"]),
        ("names: a\nless than: x", ["2:12: 'x' is not an amount such as 500 characters"]),
        ("names: a\nless than: [1]", ["2:12: expected an amount such as 500 characters, found a list"]),
        ("names: no", ["1:8: expected text, found the boolean 'no' (YAML does not read no as text: put it in quotes)"]),
        (
            "names: [1:30]",
            ["1:9: expected text, found the number '1:30' (YAML does not read 1:30 as text: put it in quotes)"],
        ),
        ("names: a\nparts:", ["2:1: 'parts' is empty"]),
        ("names: a\nto: ~", ["2:1: 'to' is empty (the target)"]),
        ("names: ' '", ["1:1: 'names' is empty (what it is called)"]),
        ("names: [a, '']", ["1:12: expected text, found an empty text"]),
        ("names: a\nless than: ''", ["2:1: 'less than' is empty (a bound)"]),
        ("names: a\nparts: []\ntable: {}", ["2:1: 'parts' is empty", "3:1: 'table' is empty"]),
        ("names: a\npart:", ["2:1: 'part' is empty"]),
        ("names: a\nonly: {}", ["2:1: 'only' is empty"]),
        ("names: a\neither: []", ["2:1: 'either' is empty"]),
        (
            "names: a\ncount: 010",
            ["2:8: expected a whole number, found the number '010' (YAML reads 010 as 8: write plain digits)"],
        ),
        ("names: a\ncount: '3'", ["2:8: expected a whole number, found the text '3' (remove the quotes)"]),
        ("names: a\ncount: 1.5", ["2:8: expected a whole number, found the number '1.5'"]),
        ("names: a\nshare: .inf", ["2:8: expected a number, found the number '.inf'"]),
        ("names: a\nfollow: 1", ["2:9: expected true or false, found the number '1'"]),
        ("names: a\nfrom: 2023-02-29", ["2:7: '2023-02-29' is not a date such as 2024-05-06"]),
        ("names: a\nfrom: 20240506", ["2:7: '20240506' is not a date such as 2024-05-06"]),
        ("names: a\ncount: 10", ["2:1: 'count' is too large (at most 9)"]),
        ("names: a\nshare: 0", ["1:1: a share of nothing"]),
        ("names: a\npart: {read: 2024-01-01}", ["2:7: 'url' is missing (an address)"]),
        (
            "names: a\npart: {url: no}",
            ["2:13: expected text, found the boolean 'no' (YAML does not read no as text: put it in quotes)"],
        ),
        ("names: a\ntable: {x: psas}", ["2:12: 'psas' is not one of pass, fail (did you mean 'pass'?)"]),
        ("[a]", ["1:1: expected a mapping, found a list"]),
        ("text", ["1:1: expected a mapping, found the text 'text'"]),
    ],
)
def test_a_fault_is_told_with_place_cause_and_remedy(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


def test_a_field_may_say_that_empty_means_something() -> None:
    assert (outer := loaded("names: a\nnotes: []")) is not None
    assert outer.notes == ()
    assert faults("names: a\nnotes:") == ["2:1: 'notes' is empty (may be empty)"]


def test_a_record_in_a_list_may_have_to_say_something() -> None:
    document = read("[{}]", "x.yaml")
    assert load_value(tuple[Needy, ...], document.root, document) is None
    assert [str(f) for f in document.faults] == ["x.yaml:1:2: this says nothing (as in {a: b})"]


def test_a_date_is_no_text() -> None:
    help_ = "(YAML does not read 2024-01-01 as text: put it in quotes)"
    assert faults("names: 2024-01-01") == [f"1:8: expected text, found the date '2024-01-01' {help_}"]


def test_all_faults_are_told_at_once() -> None:
    assert len(faults("to: x\ncount: x\nnmes: a\nparts: [{}, {ur: 1}]\n")) == 7


@given(st.text(max_size=60))
def test_any_text_is_a_record_or_a_fault(text: str) -> None:
    document = read(f"names: {text}\n", "x.yaml")
    if load(Outer, document.root, document) is None:
        assert document.faults


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: object) -> None:
    assert Date.parse(str(day)) == str(day)


def test_the_schema_says_what_the_loader_takes() -> None:
    made, text = schema(Outer), {"type": "string", "pattern": r"\S"}
    assert made["required"] == ["names"]
    assert made["additionalProperties"] is False
    assert made["properties"]["to"] == {"description": "the target", "enum": ["article", "site", "no"]}
    assert made["properties"]["less than"] == {"description": "a bound", **text}
    assert made["properties"]["names"]["anyOf"] == [text, {"type": "array", "items": text, "minItems": 1}]
    assert made["properties"]["notes"]["anyOf"][-1] == {"const": []}
    assert made["properties"]["part"]["anyOf"][0] == text
    assert made["properties"]["only"]["minProperties"] == 1


def test_the_manual_has_a_row_for_each_option() -> None:
    table = {row.key: row for row in rows(Outer)}
    assert table["to"] == ("to", "one of article, site, no", "article", "the target")
    assert table["names"].default == ""
    assert table["follow"].default == "false"
    assert table["less than"].default == "none"
