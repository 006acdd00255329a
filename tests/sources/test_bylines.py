"""Who is named in a statement of authors, as a page's metadata, an option or a declaration has it."""

from __future__ import annotations

import pytest

from compliance.sources.bylines import authors


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Jane Roe, Li Wei", ("Jane Roe", "Li Wei")),
        ("By Jane Roe, Li Wei, and Bo Quay", ("Jane Roe", "Li Wei", "Bo Quay")),
        ("Jane Roe, staff reporter", ("Jane Roe",)),
        ("Jane Roe, Emily Post", ("Jane Roe", "Emily Post")),
        ("AFP, Reuters", ("AFP", "Reuters")),
        ("Harbour Gazette staff", ("Harbour Gazette staff",)),
        ("  ", ()),
    ],
)
def test_persons_are_told_apart(text: str, people: tuple[str, ...]) -> None:
    assert authors(text) == people


@pytest.mark.parametrize(
    "person",
    [
        "Jane Roe, The Herald",
        "Jane Roe, Reuters",
        "Jane Roe, PhD",
        "Jane Roe, Monash University",
        "Jane Roe, Institute for War Studies",
        "Jane Roe, Bureau of Land and Sea",
    ],
)
def test_what_stands_behind_a_name_is_no_person(person: str) -> None:
    assert authors(person) == (person,)
    assert authors(f"{person}, Li Wei, Deakin University")[-1] == "Li Wei, Deakin University"
