"""A repost is held against its article word by word: what is added, what is cut, and what stands around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.checks.case import Case
from compliance.facts import Facts
from compliance.reuse.model import Source
from tests.checks.conftest import findings
from tests.checks.test_copied_amounts import PIER
from tests.reuse.copies.articles import GAZETTE, found_in

if TYPE_CHECKING:
    from compliance.report import Finding

URL = "https://gazette.example/2026/11/pier"
TITLE = "Harbour council votes to move the old pier"
ARTICLE = f"{PIER}\n\nThe next sitting is on the ninth of May, and the fishermen will be there with their own numbers."
SOURCE = Source(URL, TITLE, ("Ines Okonkwo",), "2026-03-04", text=ARTICLE)
CREDIT = f"*First published by the [Gazette]({URL}).*"
LIE = "The mayor lied to us all once again yesterday."
INSERTIONS = {
    "a sentence within a paragraph": ARTICLE.replace("winter storm. The", f"winter storm. {LIE} The"),
    "a short sentence": ARTICLE.replace("winter storm. The", "winter storm. He lied. The"),
    "a sentence at a paragraph's end": ARTICLE.replace("in a year.", f"in a year. {LIE}"),
    "a paragraph": ARTICLE.replace("Engineers had", f"{LIE}\n\nEngineers had"),
    "a short paragraph": ARTICLE.replace("Engineers had", "He lied again.\n\nEngineers had"),
    "a clause": ARTICLE.replace(
        "in 1803, would", "in 1803 by the mayor's own lying grandfather and his friends, would"
    ),
    "a word": ARTICLE.replace("in 1803, would", "in far 1803, would"),
    "a sentence before the first": f"{LIE} {ARTICLE}",
    "a sentence after the last": f"{ARTICLE} {LIE}",
    "a paragraph above": f"{LIE}\n\n{ARTICLE}",
    "a paragraph below": f"{ARTICLE}\n\n{LIE}",
    "a paragraph of the article once more": f"{ARTICLE}\n\n{PIER.partition(chr(10))[0]}",
    "a heading": ARTICLE.replace("Engineers had", "## The lies of the mayor\n\nEngineers had"),
    "a list item": f"{ARTICLE}\n\n- {LIE}",
}
AROUND = {
    "nothing": f"{CREDIT}\n\n{ARTICLE}",
    "a headline": f"# {TITLE}\n\n{CREDIT}\n\n{ARTICLE}",
    "a headline of one's own": f"# The sea wins\n\n{CREDIT}\n\n{ARTICLE}",
    "a headline and the credit below": f"# {TITLE}\n\n{ARTICLE}\n\n{CREDIT}",
    "headline, byline and date": f"# {TITLE}\n\nBy Ines Okonkwo\n\n4 March 2026\n\n{ARTICLE}\n\n{CREDIT}",
    "a byline with the date": f"# {TITLE}\n\n**By Ines Okonkwo | March 4, 2026**\n\n{ARTICLE}\n\n{CREDIT}",
    "the headline in bold": f"**{TITLE}**\n\n{ARTICLE}\n\n{CREDIT}",
    "a marked note": f"{CREDIT}\n\n{ARTICLE}\n\n[Editor's note: the mayor has since resigned.]",
    "a marked note within": f"{CREDIT}\n\n"
    + ARTICLE.replace("in 1803,", "in 1803 [Editor’s note: in truth it was a year later],"),
    "a picture with its caption": f"{CREDIT}\n\n"
    + ARTICLE.replace("Engineers had", "<figure><figcaption>Piles.</figcaption></figure>\n\nEngineers had"),
    "other typography": f"{CREDIT}\n\n{ARTICLE.replace('“', '&quot;').replace('”', '&quot;').replace('–', '—')}",
    "emphasis and links": f"{CREDIT}\n\n{ARTICLE.replace('timber piles', '**timber** [piles](https://piles.example/a)')}",
}  # fmt: skip


def judged(draft: str, kind: str = "edits", options: str = "none", source: Source = SOURCE) -> list[Finding]:
    """What a rule says of a draft."""
    found = found_in(f"{draft}\n", source)
    (reuse,) = [r for r in found.reuses if r.source.url == source.url]
    assert reuse.mode == "repost"
    return findings(kind, options, Case(reuse, found, GAZETTE, Facts()))


@pytest.mark.parametrize("text", INSERTIONS.values(), ids=INSERTIONS)
def test_what_is_added_is_told_with_its_place(text: str) -> None:
    draft = f"{CREDIT}\n\n{text}"
    (finding,) = judged(draft)
    assert (finding.verdict, finding.measured) == ("fail", 1)
    assert finding.start is not None
    assert draft[finding.start : finding.end].strip("“”.# ")[:40] in finding.message.replace("\n", " ")


@pytest.mark.parametrize("text", AROUND.values(), ids=AROUND)
def test_what_stands_around_a_text_is_no_addition(text: str) -> None:
    assert [(f.verdict, f.message) for f in judged(text)] == [("pass", "the words are the article's")]


@pytest.mark.parametrize(
    "text",
    [
        f"# {TITLE}\n\nIt took eleven years.\n\nBy Ines Okonkwo\n\n{ARTICLE}\n\n{CREDIT}",
        f"{CREDIT}\n\n{ARTICLE}\n\nInes Okonkwo has written about the harbour since 2011.",
        f"{CREDIT}\n\n{ARTICLE}\n\nThe Gazette lives on its readers' gifts.",
    ],
)
def test_what_may_be_the_publishers_own_is_a_question(text: str) -> None:
    assert [f.verdict for f in judged(text)] == ["review"]


def test_a_text_without_a_credit_is_held_against_the_article_too() -> None:
    assert [f.verdict for f in judged(f"# {TITLE}\n\nBy Ines Okonkwo, [Gazette]({URL})\n\n{ARTICLE}")] == ["pass"]
    added = ARTICLE.replace("winter storm. The", f"winter storm. {LIE} The")
    (finding,) = judged(f"# {TITLE}\n\nBy Ines Okonkwo, [Gazette]({URL})\n\n{added}")
    assert (finding.verdict, finding.message) == ("fail", f"1 addition: “{LIE}” is added")
    assert [f.verdict for f in judged(f"[Gazette]({URL})\n\n{LIE} {ARTICLE}")] == ["review"]


def test_what_is_struck_out_is_cut() -> None:
    (finding,) = judged(f"{CREDIT}\n\n{ARTICLE.replace('would not', 'would ~~not~~')}")
    assert finding.message == "1 change of wording: “not” is cut"


SENTENCES = [s for p in ARTICLE.split("\n\n") for s in p.replace(". ", ".|").split("|")]


@given(st.sampled_from(SENTENCES))
def test_a_missing_sentence_is_a_cut(sentence: str) -> None:
    draft = f"{CREDIT}\n\n{ARTICLE.replace(sentence, '')}"
    assert [f.verdict for f in judged(draft)] == ["fail"]
    (finding,) = judged(draft, "repost", "required")
    assert finding.verdict == "fail"
    assert "“”" not in finding.message


def test_a_word_that_was_misread_leaves_a_repost_whole() -> None:
    text = ARTICLE.replace("timber piles", "timberpiles").replace("packed ", "")
    assert [f.verdict for f in judged(f"{CREDIT}\n\n{text}", "repost", "required")] == ["pass"]


def test_moved_paragraphs_leave_a_repost_whole_but_not_unedited() -> None:
    first, *rest = ARTICLE.split("\n\n")
    text = "\n\n".join((CREDIT, *rest, first))
    assert [f.verdict for f in judged(text, "repost", "required")] == ["pass"]
    assert {f.verdict for f in judged(text)} == {"fail"}


def test_list_items_are_no_headings_within_the_article() -> None:
    source = replace(SOURCE, text=f"{ARTICLE}\n\nfirst point of the list\n\nsecond point of the list")
    assert [f.verdict for f in judged(f"{CREDIT}\n\n{ARTICLE}", "repost", "required", source)] == ["fail"]


WORDS = ARTICLE.split(" ")


@given(st.integers(0, len(WORDS)), st.text("abcdefgh", min_size=4, max_size=9))
def test_no_word_can_be_added_unseen(at: int, word: str) -> None:
    text = " ".join([*WORDS[:at], word, *WORDS[at:]])
    assert "pass" not in [f.verdict for f in judged(f"{CREDIT}\n\n{text}")]


@given(st.integers(0, len(WORDS) - 1))
def test_no_word_can_be_left_out_unseen(at: int) -> None:
    if any(map(str.isalnum, WORDS[at])):
        text = " ".join([*WORDS[:at], *WORDS[at + 1 :]])
        assert "pass" not in [f.verdict for f in judged(f"{CREDIT}\n\n{text}")]
