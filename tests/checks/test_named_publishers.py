"""Whether a draft names a publisher: by its name, without its English article, or by the name of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compliance.reuse.model import Publisher
from compliance.values import replace
from tests.checks.conftest import ARTICLE, case_of, findings

if TYPE_CHECKING:
    from compliance.checks.case import Case

LANTERN = Publisher("lantern", ("The Lantern", "Lantern Weekend"), ("herald.example",))
QUOTED = "\n\n> Rain fell on the plain.\n"


def named(text: str) -> Case:
    return replace(case_of(f"{text}{QUOTED}"), publisher=LANTERN)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The Lantern writes:", "pass"),
        ("Le Lantern écrit :", "pass"),
        ("Der *Lantern* schreibt:", "pass"),
        ("Die Zeitung Lantern schreibt:", "pass"),
        ("Пише Lantern:", "pass"),
        (f"[Lantern]({ARTICLE}):", "pass"),
        ("Lantern's Oli Trent writes:", "pass"),
        ("Britain's Lantern writes:", "pass"),
        ("It was in “Lantern” on Monday:", "pass"),
        ("Our lantern fell over:", "fail"),
        ("The Manila Lantern writes:", "fail"),
        (f"[The Manila Lantern]({ARTICLE}) writes:", "fail"),
        ("The Sunday Lantern writes:", "fail"),
        ("Lantern bearers wait below:", "review"),
        (f"Lantern bearers wait [below]({ARTICLE}):", "pass"),
        ("Manila Lantern writes:", "review"),
        ("The Lantern newspaper writes:", "pass"),
        ("Lantern Weekend writes:", "pass"),
        (f"[The Lantern Films]({ARTICLE}) show:", "review"),
        ("The Lantern Films show:", "fail"),
        ("The Lantern Foto: Max Bell", "review"),
        (f"[The Lantern]({ARTICLE}) Films show:", "pass"),
    ],
)
def test_a_name_is_the_publishers_or_anothers_or_a_question(text: str, verdict: str) -> None:
    (finding,) = findings("credit", "{wording: free}", named(text))
    assert finding.verdict == verdict


def test_of_many_forms_of_a_name_few_are_told() -> None:
    many = replace(LANTERN, names=tuple(f"Lantern{number}" for number in range(60)))
    (finding,) = findings("credit", "From {publisher}", replace(named("From The Courier"), publisher=many))
    assert finding.message == "in this credit the publisher should be “Lantern0, Lantern1, Lantern2”"


def test_a_doubtful_name_is_asked_about_and_the_known_one_offered() -> None:
    (finding,) = findings("credit", "{wording: free}", named(f"[The Lantern Films]({ARTICLE}) show:"))
    assert finding.message == "is “The Lantern Films” here The Lantern, and nobody else?"
    assert finding.help == "write the name that is known: The Lantern"
