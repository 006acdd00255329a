"""A rule as a sentence that an editor understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compliance.policies import kinds
from compliance.policies.sentences import sentence
from compliance.records import about
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable

    from compliance.policies.library import Library

    Make = Callable[..., Library]

HEAD = """\
publisher: The Herald
domains: [herald.example]
terms: {url: "https://herald.example/terms", read: 2024-05-06, grade: publisher}
rules:
"""
SENTENCES = {
    "hyperlink": "Put a link that readers can click to the article.",
    "hyperlink: {to: [home, herald.example/x*], active: false, count: 2, not to: file}": (
        "Put at least 2 links to the publisher's home page or herald.example/x*; link nowhere to a file."
    ),
    "hyperlink: {to: site, count: 0, follow all: true, not to: home}": (
        "Where you link to the publisher's site, leave it open to search engines"
        " and do not link to the publisher's home page."
    ),
    "hyperlink: {follow all: true}": (
        "Put a link that readers can click to the article; no link there may be closed to search engines."
    ),
    "hyperlink: {to: site, at: top, only there: true, each quotation: true, anchor: Herald, domains: b.example}": (
        "Put a link that readers can click to the publisher's site on b.example, at the top (in the first two "
        "paragraphs; of two, in the first), and nowhere else, for each quotation, in the words “Herald”."
    ),
    "extract: 500 characters": "Take at most 500 characters of an article; more takes a permission.",
    "extract: {max: 500 characters, per: quotation, spaces: exclude, beyond: fee}": (
        "Take at most 500 characters in each quotation, spaces not counted; more takes a fee."
    ),
    "extract: {less than: 25 percent, of: draft, per: draft}": (
        "Take less than 25 percent of the draft from the publisher; more takes a permission."
    ),
    "extract: {max: 10 percent, beyond: forbidden}": "Take at most 10 percent of the article; more is not allowed.",
    "extract: {max: 0 complete books, per: draft}": "Take no complete books of the publisher's articles in one draft.",
    "extract: {max: 2 paragraphs, from start: true}": (
        "Take at most 2 paragraphs of an article, from its beginning; more takes a permission."
    ),
    "extract: unstated": "Take only a small part (the terms name no number) of an article.",
    "credit: {spelled: Kurkul.com}": "Name the publisher as “Kurkul.com”, spelled so.",
    "credit: {wording: free}": "Name the publisher.",
    "credit: {text: [a, b], includes: ['{author}'], link: article, at: end}": (
        "Write “a” or “b”, and in the same paragraph “{author}”, at the end (in the last two paragraphs; of two or "
        "three, in the last), with a link to the article."
    ),
    "credit: {text: a, wording: free, spelled: B}": "Name the publisher, for example: “a”, with “B” spelled so.",
    "byline: {authors: any, with: institution, format: 'by {author}'}": (
        "Name an author, each with the institution, as in “by {author}”."
    ),
    "repost: forbidden": "Do not repost a whole article.",
    "edits: {are: style, cuts: review, ask: Is it so?}": (
        "Change nothing but time, place and house style; cuts are for a person to judge; other changes take a "
        "permission. A person is asked: Is it so?"
    ),
    "edits: any": "Edit as you like.",
    "headline: keep": "Keep the article's headline.",
    "canonical": "Name the address of the article as the page's canonical one.",
    "window: 90 days": "Publish it up to 90 days after the article; another day takes a permission.",
    "window: {from: 1 week, until: 90 days, beyond: forbidden}": (
        "Publish it from 7 days after the article on and up to 90 days after the article; another day is not allowed."
    ),
    "window: {from: 2 days, otherwise: review}": (
        "Publish it from 2 days after the article on; another day takes a permission;"
        " on another day a person must look."
    ),
    "window: {until: 90 days, otherwise: review, ask: 'Is it agreed?'}": (
        "Publish it up to 90 days after the article; another day takes a permission. A person is asked: Is it agreed?"
    ),
    "pixel: 'count.example/{id}.gif'": "Put the publisher's counter in the page: count.example/{id}.gif.",
    "retain links": "Keep the article's own links.",
    "verbatim": "Quote the article's words exactly.",
    "permission": "Get written permission before you take anything.",
    "permission: {for: [excerpt, repost], ask: the BBC, otherwise: review}": (
        "Get written permission from the BBC before you take an excerpt or a repost; without one a person must look."
    ),
    "permission: {over: 9 words, per: publisher}": (
        "Get written permission before you take more than 9 words of the publisher's articles together."
    ),
}


@pytest.mark.parametrize(("rule", "expected"), SENTENCES.items())
def test_a_rule_is_a_sentence(rule: str, expected: str, library: Make) -> None:
    [made] = library(f"{HEAD}  - {rule}\n").policy("p1").rules
    assert sentence(made.kind, made.options) == expected


def test_every_kind_but_the_question_has_a_sentence() -> None:
    told = {rule.partition(":")[0] for rule in SENTENCES}
    assert set(kinds.names()) - told == {"review"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Those of a kind that nobody has thought of."""

    is_: str = "allowed"
    how_many: int = field(default=1, metadata=about("a number", key="how many"))
    firm: bool = False


def test_what_has_no_sentence_is_told_as_it_is_written() -> None:
    assert sentence("teleport", Options(how_many=3, firm=True)) == "Teleport: how many: 3, firm: true."
    assert sentence("headline", Options(is_="free", firm=True)) == "The headline may be your own (firm: true)."
