"""Quotations changed by chance are told from faithful ones, through the whole check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from compliance.checking import check
from compliance.drafts.reading import read
from compliance.facts import Facts, Site
from compliance.matching.qualifiers import swallowed
from compliance.policies.library import Library
from compliance.reuse.model import Source
from tests.reuse.copies.articles import FERRIES, FERRY, LAMPS

if TYPE_CHECKING:
    from compliance.report import Outcome

NONE = Library.of()
SENTENCES = [s.strip(" “”.") for p in (FERRIES, LAMPS) for s in p.replace("\n\n", ". ").split(". ") if "“" not in s]


def outcomes(quotation: str, site: Site = Site()) -> list[Outcome]:  # noqa: B008 - a value
    """What the check says of the words of a block quotation; the publisher has no policy."""
    draft = read(f"As the [Gazette]({FERRY.url}) reports:\n\n> {quotation}\n", "draft.md")
    article = Source(FERRY.url, FERRY.title, text=f"{FERRIES}\n\n{LAMPS}")
    report = check(draft, NONE, [article], Facts(), site)
    return [o for r in report.reuses for o in r.outcomes if o.rule == "verbatim"]


@given(st.sampled_from(SENTENCES), st.data())
def test_a_word_changed_dropped_added_or_swapped_is_reported(sentence: str, data: st.DataObject) -> None:
    words = sentence.split()
    at = data.draw(st.integers(1, len(words) - 2))
    change = data.draw(st.sampled_from(["change", "drop", "add", "swap"]))
    if change == "change":
        words[at] = "tangerine"
    elif change == "add":
        words.insert(at, "never")
    elif change == "drop":
        del words[at]
    elif words[at].lower() != words[at + 1].lower():
        words[at], words[at + 1] = words[at + 1], words[at]
    else:
        words[at] = "tangerine"
    (outcome,) = outcomes(" ".join(words))
    assert outcome.verdict == "fail"
    assert outcome.level == "must"
    assert "“" in outcome.finding.message


@given(st.sampled_from(SENTENCES), st.data())
def test_what_a_quoter_may_do_is_not_reported(sentence: str, data: st.DataObject) -> None:
    words = sentence.split()
    at = data.draw(st.integers(1, len(words) - 2))
    change = data.draw(st.sampled_from(["ellipsis", "remark", "capital", "end", "marks"]))
    if change == "ellipsis":
        assume(not swallowed(sentence, len(" ".join(words[:at])) + (at > 0), len(" ".join(words[: at + 1]))))
        words[at : at + 1] = ["…"]
    elif change == "remark":
        words.insert(at, "[pomegranates]")
    elif change == "capital":
        words[0] = f"[{words[0][0].upper()}]{words[0][1:]}"
    text = " ".join(words)
    if change == "marks":
        text = text.replace("’", "'").replace(" ", "\u00a0", 1)
    assert outcomes(f"{text}{'!' if change == 'end' else '.'}") == []


@pytest.mark.parametrize(("verbatim", "levels"), [("must", ["must"]), ("should", ["should"]), ("ignore", [])])
def test_the_level_is_a_setting(verbatim: str, levels: list[str]) -> None:
    words = "The limit costs five minutes a crossing."
    assert [o.level for o in outcomes(words, Site(verbatim=verbatim))] == levels  # type: ignore[arg-type]


def test_the_message_shows_the_articles_words_and_the_place() -> None:
    (outcome,) = outcomes("The limit costs five minutes a crossing.")
    assert outcome.finding.message == "the article has “four”, not “five”"
    assert "“The limit costs four minutes a crossing.”" in outcome.finding.help


def test_words_that_the_article_quotes_are_named_as_such() -> None:
    (outcome,) = outcomes("Nobody who lives on the pier needs the figures to know what they mean.")
    assert outcome.finding.message == "the article has “quay”, not “pier” (words that the article itself quotes)"
