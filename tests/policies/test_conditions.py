"""Each circumstance holds, does not hold, or is an open question."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.checks.case import Case
from compliance.drafts.reading import read
from compliance.facts import Facts
from compliance.policies.conditions import Condition, holds
from compliance.policies.patterns import AddressPattern
from compliance.records import load
from compliance.reuse.model import Credit, Found, Publisher, Reuse, Source
from compliance.yamlreading import read as read_yaml

ARTICLE = "https://www.herald.example/opinion/2024/rain?utm_source=mail"


NOTHING = Facts()


def case(facts: Facts = NOTHING, credit: str = "", draft: str = "x", **source: Any) -> Case:
    source = {"url": ARTICLE, **source}
    credits_ = (Credit(None, 0, len(credit), credit),) if credit else ()
    reuse = Reuse(read(draft, "x.md"), Source(**source), "herald.example", "quotation", credits=credits_)
    return Case(reuse, Found((reuse,)), Publisher("herald", ("The Herald",), ("herald.example",)), facts)


def condition(text: str) -> Condition:
    document = read_yaml(text, "x.yaml")
    made = load(Condition, document.root, document)
    document.check()
    assert made
    return made


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("{mode: [repost, quotation]}", case(), True),
        ("{mode: repost}", case(), False),
        ("{medium: [print, online]}", case(Facts(medium="online")), True),
        ("{medium: print}", case(Facts(medium="online")), False),
        ("{medium: print}", case(), None),
        ("{commercial: false}", case(Facts(commercial=False)), True),
        ("{commercial: true}", case(Facts(commercial=False)), False),
        ("{paywall: true}", case(), None),
        ("{edited: true}", case(Facts(edited=True)), True),
        ("{translated: false}", case(Facts(translated=True)), False),
        ("{language: [de, pt]}", case(Facts(language="pt-BR")), True),
        ("{language: pt-PT}", case(Facts(language="pt-BR")), False),
        ("{language: p}", case(Facts(language="pt-BR")), False),
        ("{language: de}", case(), None),
        ("{address: herald.example/opinion}", case(), True),
        ("{address: herald.example/opin}", case(), False),
        ("{address: herald.example}", case(url=""), None),
        ("{section: Opinion}", case(), True),
        ("{section: weather}", case(), None),
        ("{section: weather}", case(labels=("Weather",)), True),
        ("{section: sport}", case(labels=("Weather",)), False),
        ("{content type: interview}", case(), None),
        ("{content type: interview}", case(labels=("Interview",)), True),
        ("{label: Політична реклама}", case(labels=("політична  реклама",)), True),
        ("{label: PR}", case(labels=()), False),
        ("{byline: Reuters}", case(authors=("Jane Roe, Reuters",)), True),
        ("{byline: Reuters}", case(authors=("Jane Roe",)), False),
        ("{byline: Reuters}", case(), None),
        ("{byline: Reuters}", case(credit="By Reuters for The Herald"), True),
        ("{source mentions: Interfax-Ukraine}", case(text="as Interfax\u2011Ukraine wrote"), True),
        ("{source mentions: Interfax}", case(text="interfaxes"), False),
        ("{source mentions: 新华社}", case(text="据新华社报道"), True),
        ("{source mentions: Café}", case(text="the CAFE\u0301 said"), True),
        ("{source mentions: Interfax}", case(), None),
        ("{source mentions: Інтерфакс(|ом)-Україн(а|ою)}", case(text="за словами Інтерфакса"), False),
        ("{source mentions: Інтерфакс(|ом)-Україн(а|ою)}", case(text="розмові з «Інтерфаксом-Україна»"), True),
        ("{source mentions: Herald (Weekly)}", case(text="the Herald (Weekly) says"), True),
        ("{image: logo}", case(), False),
        ("{image: logo}", case(draft="![](site-logo.png)"), True),
        ("{image: logo}", case(draft="![Our Logo](a.png)"), True),
        ("{image: logo}", case(draft="![](a.png 'The logo')"), True),
        ("{image: logo}", case(draft="<img src=SiteLogo.svg>"), True),
        ("{image: logo}", case(draft="![](catalogo.png) A logo."), False),
        ("{published from: 2024-01-01}", case(published="2024-01-01T08:00:00Z"), True),
        ("{published from: 2024-01-01}", case(published="2023-12-31"), False),
        ("{published before: 2024-01-01}", case(published="2023-12-31"), True),
        ("{published before: 2024-01-01}", case(), None),
        ("{published before: 2024-06-01}", case(published="2024"), None),
        ("{published from: 2024-01-01}", case(published="06.05.2024"), None),
        ("{ask: Is it so?}", case(), None),
        ("{mode: quotation, medium: print}", case(), None),
        ("{mode: repost, medium: print}", case(), False),
        ("{mode: quotation, commercial: false}", case(Facts(commercial=False)), True),
    ],
)
def test_a_condition_holds_or_not_or_is_open(text: str, given: Case, expected: bool | None) -> None:  # noqa: FBT001
    answer = holds(condition(text), given)
    assert answer.holds is expected
    assert answer.words


def test_all_open_questions_are_asked() -> None:
    words = holds(condition("{commercial: true, paywall: true}"), case()).words
    assert words.count("?") == 2


@pytest.mark.parametrize(
    ("pattern", "url", "expected"),
    [
        ("herald.example", "https://www.herald.example/", True),
        ("herald.example", "https://au.herald.example/x", False),
        ("*.herald.example", "https://au.herald.example/x", True),
        ("*.herald.example", "https://evil.example/au.herald.example/x", False),
        ("*.herald.example", "https://au.herald.example.evil.example/", False),
        ("*.herald.example/opinion", "https://au.herald.example/opinion/x", True),
        ("*.herald.example/opinion", "https://au.herald.example/news/opinion", False),
        ("herald.example/*/video", "http://herald.example/2024/05/video/?a=b#c", True),
        ("herald.example/*/video", "https://herald.example/2024/videos", False),
        ("herald.example/opinion/*", "https://herald.example/opinion/x/y", True),
        ("herald.example/a*b*c", "https://herald.example/a1b2c", True),
        ("herald.example/a*b*c", "https://herald.example/acb", False),
        ("Herald.Example/Opinion/", "https://HERALD.example/OPINION", True),
        ("herald.example", "https://herald.example.evil.example/", False),
        ("herald.example/opinion", "https://m.herald.example/opinion/x", True),
        ("herald.example/*/video", "https://herald.example/2024/x?next=/video", False),
        ("herald.example", "mailto:a@herald.example", False),
    ],
)
def test_an_address_pattern_fits_whole_parts_of_a_path(pattern: str, url: str, expected: bool) -> None:  # noqa: FBT001
    assert AddressPattern.parse(pattern).matches(url) is expected


def test_a_hostile_pattern_takes_linear_time() -> None:
    pattern = AddressPattern.parse("herald.example/" + "*a" * 5000 + "b")
    assert not pattern.matches("https://herald.example/" + "a" * 100_000)
