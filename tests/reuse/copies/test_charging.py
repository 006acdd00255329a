"""Copied words are charged to the source that has them, marked or not, each once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.declarations import declared
from compliance.drafts.model import Slice
from compliance.drafts.reading import read
from compliance.reuse.copies.charging import share_of_source, with_copies
from compliance.reuse.linker import find
from compliance.reuse.model import Found, Source, Stretch
from tests.reuse.copies.articles import FERRIES, FERRY, LAMP, LAMPS, found_in

KNOTS = "From the first of March every ferry will keep to six knots, whatever the tide."
COSTS = "The limit costs four minutes a crossing."
TIMETABLE = (
    "The company that runs the boats says that it will keep its timetable but sail the last boat a quarter of an hour"
    " earlier."
)


def shown(found: Found, url: str = FERRY.url) -> list[tuple[str, str]]:
    """The passages of one source: how each was seen, and its words."""
    return [(p.how, p.text) for r in found.reuses if r.source.url == url for p in r.passages]


def test_a_passage_copied_without_marks_is_charged_to_its_source() -> None:
    found = found_in(f"# News\n\nWe were there. {COSTS} {TIMETABLE} We shall see.\n", FERRY)
    assert shown(found) == [("found", f"{COSTS} {TIMETABLE}")]
    (reuse,) = found.reuses
    assert (reuse.tied_by, reuse.publisher, reuse.mode) == ("text", "gazette", "quotation")


def test_marked_and_unmarked_passages_of_one_article_come_together() -> None:
    found = found_in(f"The [Gazette]({FERRY.url}) reports:\n\n> {KNOTS}\n\n{COSTS} {TIMETABLE}\n", FERRY)
    assert shown(found) == [("block-quotation", KNOTS), ("found", f"{COSTS} {TIMETABLE}")]


def test_what_a_quotation_holds_is_not_found_again() -> None:
    found = found_in(f"The [Gazette]({FERRY.url}) reports:\n\n> {KNOTS}\n", FERRY)
    assert shown(found) == [("block-quotation", KNOTS)]


def test_words_around_a_quotation_that_are_copied_too_are_found() -> None:
    text = f"The [Gazette]({FERRY.url}) says: “{COSTS}” {TIMETABLE}\n"
    assert shown(found_in(text, FERRY)) == [("quotation-marks", COSTS), ("found", TIMETABLE)]


def test_words_of_ones_own_between_rearranged_copies_are_not_charged() -> None:
    end = "Nobody who lives on the quay needs the figures to know what they mean."
    found = found_in(f"{COSTS} {TIMETABLE} We think that is fine.\n\nSomebody said: “{end}”\n", FERRY)
    assert not any("We think" in text for _, text in shown(found))
    assert ("quotation-marks", end) in shown(found)


def test_a_quotation_of_nobodys_goes_to_the_source_that_has_it() -> None:
    found = found_in(f"> {KNOTS} {COSTS}\n", replace(FERRY, text=f"{KNOTS} {COSTS}\n\n{FERRIES}"))
    assert shown(found) == [("block-quotation", f"{KNOTS} {COSTS}")]
    assert found.unattributed == ()


def test_a_quotation_tied_to_another_source_goes_to_the_one_that_has_it() -> None:
    found = found_in(f"As [the Herald](https://herald.example/2026/11/a-story) has it:\n\n> {KNOTS}\n", FERRY)
    assert shown(found) == [("block-quotation", KNOTS)]
    assert not any(r.domain == "herald.example" and r.passages for r in found.reuses)


def test_words_that_both_sources_may_have_from_a_third_stay_with_the_one_that_is_linked() -> None:
    said = "Nobody who lives on the quay needs the figures to know what they mean."
    found = found_in(f"As [the Herald](https://herald.example/2026/11/a-story) has it:\n\n> {said}\n", FERRY)
    assert shown(found) == []
    assert shown(found, "https://herald.example/2026/11/a-story") == [("block-quotation", said)]


def test_a_draft_that_holds_most_of_a_source_is_a_repost_whatever_it_declares() -> None:
    head = f"---\nreuse: {{source: '{FERRY.url}', mode: quotation}}\n---\n"
    (reuse,) = found_in(f"{head}The Gazette:\n\n> {KNOTS}\n\n{FERRIES}\n", FERRY).reuses
    assert reuse.mode == "repost"


def test_less_than_half_of_a_source_is_no_repost() -> None:
    (reuse,) = found_in(f"{COSTS} {TIMETABLE}\n", FERRY).reuses
    assert reuse.mode == "quotation"


def test_a_draft_holds_no_more_of_a_source_than_it_has_words() -> None:
    block = next(b for b in read(COSTS, "draft.md").blocks if b.text.value == COSTS)
    whole = Stretch((Slice(block, 0, len(COSTS)),), 0, len(FERRIES))
    assert share_of_source([whole], FERRY) == len(COSTS) / len(FERRIES)


def test_title_byline_and_credit_are_no_match() -> None:
    source = replace(FERRY, text=f"Slower ferries, quieter harbour. By Jane Roe, Harbour Gazette.\n\n{FERRIES}")
    found = found_in(f"## Slower ferries, quieter harbour\n\nBy Jane Roe\n\nRead the [story]({FERRY.url}).\n", source)
    assert shown(found) == []


def test_each_stretch_goes_to_the_source_that_explains_most() -> None:
    copy = Source("https://copy.example/a", text=f"{KNOTS} Nothing else here is taken from anywhere.")
    found = found_in(f"{FERRIES}\n", FERRY, copy)
    assert [r.source.url for r in found.reuses] == [FERRY.url]


def test_two_sources_are_told_apart() -> None:
    found = found_in(f"{COSTS} {TIMETABLE}\n\n{LAMPS.partition('.')[2].strip()}\n", FERRY, LAMP)
    assert {r.source.url for r in found.reuses} == {FERRY.url, LAMP.url}


def test_nothing_of_an_unrelated_source_is_found() -> None:
    assert found_in(f"{FERRIES}\n", LAMP).reuses == ()


def test_ones_own_site_is_no_source() -> None:
    draft = read(f"{COSTS} {TIMETABLE}\n", "draft.md")
    linked = find(draft, publishers=[], sources=[FERRY], own_domains=["gazette.example"])
    found = with_copies(linked, draft, publishers=[], sources=[FERRY], own_domains=["gazette.example"])
    assert found.reuses == ()


def test_an_edited_end_in_mid_sentence_is_uncertain() -> None:
    text = f"{KNOTS.replace('whatever', 'no matter what')} {COSTS.replace('crossing', 'trip for all of those boats')}"
    passages = [p for r in found_in(f"{text}\n", FERRY).reuses for p in r.passages]
    assert passages
    for p in passages:
        if p.most is not None:
            assert sum(len(s.text) for s in p.least or ()) <= sum(len(s.text) for s in p.slices)
            assert sum(len(s.text) for s in p.slices) <= sum(len(s.text) for s in p.most)


SENTENCES = [s for s in (FERRIES + "\n\n" + LAMPS).replace("\n\n", " ").split(". ") if s]
OWN = ["We walked home along the water.", "Rain again.", "## A heading", "> Nobody said this.", "“So?”", "- an item"]


@given(st.lists(st.one_of(st.sampled_from(SENTENCES), st.sampled_from(OWN), st.text(max_size=6)), max_size=12))
def test_passages_lie_in_the_draft_and_hold_their_words(parts: list[str]) -> None:
    """Whatever is copied from where: places are the draft's, passages of a source never hold the same place twice."""
    text = "\n\n".join(parts)
    for reuse in found_in(text, FERRY, LAMP).reuses:
        spans = sorted(part.origin for p in reuse.passages for part in p.slices)
        for (start, end), after in zip(spans, [*spans[1:], (len(reuse.draft.text),) * 2], strict=True):
            assert 0 <= start <= end <= after[0]
        for p in reuse.passages:
            assert p.start == min(s.origin[0] for s in p.slices)
            assert p.end == max(s.origin[1] for s in p.slices)
        for stretch in reuse.stretches:
            assert 0 <= stretch.source_start < stretch.source_end <= len(reuse.source.text or "")


@given(st.integers(0, 3), st.integers(1, 4))
def test_paragraphs_of_a_source_are_found_to_the_character(first: int, count: int) -> None:
    """Unedited paragraphs among one's own words are found whole, and nothing else is."""
    copied = FERRIES.split("\n\n")[first : first + count]
    text = "\n\n".join(["We begin with words of our own.", *copied, "And so we end, on a note of ours."])
    found = [p for r in found_in(text, FERRY).reuses for p in r.passages if p.how == "found"]
    words = "".join(part.text for p in found for part in p.slices) + "".join(
        part.text for r in found_in(text, FERRY).reuses for p in r.passages if p.how != "found" for part in p.slices
    )
    assert sorted(c for c in words if c.isalnum()) == sorted(c for c in "".join(copied) if c.isalnum())


def test_what_the_lock_does_not_know_of_a_source_is_what_the_draft_declares() -> None:
    head = f"---\nreuse: {{source: '{FERRY.url}', authors: [Ines Cole], labels: [news]}}\n---\n"
    draft = read(f"{head}> {KNOTS}\n", "draft.md")
    known = replace(FERRY, authors=())
    linked = find(draft, publishers=[], sources=[known], declarations=declared(draft.front_matter).reuses)
    (reuse,) = with_copies(linked, draft, publishers=[], sources=[known]).reuses
    assert (reuse.source.authors, reuse.source.labels, reuse.source.title) == (("Ines Cole",), ("news",), FERRY.title)


HERALD_STORY = "https://herald.example/2026/11/a-story"
SAID = "Nobody who lives on the quay needs the figures to know what they mean."


@pytest.mark.parametrize(
    "text",
    [
        f"“{SAID}”, the harbour master [told the Herald]({HERALD_STORY}).",
        f"“{SAID}”, the harbour master told the [Herald]({HERALD_STORY}).",
        f"“{SAID}” ([Herald]({HERALD_STORY})).",
        f"The harbour master, [the Herald]({HERALD_STORY}) reports, said “{SAID}”",
        f"As [the Herald]({HERALD_STORY}) has it, “{SAID}”",
    ],
)
def test_words_that_the_source_has_from_a_third_stay_with_the_site_beside_them(text: str) -> None:
    found = found_in(f"We walked home along the water, as we do on most days.\n\n{text}\n", FERRY)
    assert (shown(found), [words for _, words in shown(found, HERALD_STORY)]) == ([], [SAID])


def test_words_that_are_copied_with_what_stands_around_them_are_the_sources() -> None:
    paragraph = FERRIES.split("\n\n")[1].replace("the harbour master", f"[the harbour master]({HERALD_STORY})")
    found = found_in(f"{paragraph}\n\n{COSTS} {TIMETABLE}\n", FERRY)
    assert SAID in [words for _, words in shown(found)]


WIRE = Source(
    "https://tribune.example/2026/11/wire",
    "From the harbour",
    text=f"{COSTS} {TIMETABLE}\n\nA crowd of about fifty people waited outside in the rain until the lights went out."
    f"\n\nThe next sitting is set for the ninth of May.\n\n{' '.join(f'Other{i} word{i}.' for i in range(60))}",
)
OWN_WORDS = "We walked home along the water, as we do on most days, and thought no more of it."


def test_an_unmarked_copy_goes_to_the_source_that_the_draft_links() -> None:
    for named, other in ((FERRY, WIRE), (WIRE, FERRY)):
        found = found_in(f"The [paper]({named.url}) has it.\n\n{COSTS} {TIMETABLE}\n\n{OWN_WORDS}\n", FERRY, WIRE)
        assert shown(found, named.url) == [("found", f"{COSTS} {TIMETABLE}")]
        assert shown(found, other.url) == []
        assert all(r.rivals == () for r in found.reuses)


def test_of_two_linked_sources_the_nearest_link_counts() -> None:
    for near, far in ((FERRY, WIRE), (WIRE, FERRY)):
        head = f"Read the [first]({far.url}).\n\n{OWN_WORDS}\n\nThe [second]({near.url}) has it.\n\n"
        found = found_in(f"{head}{COSTS} {TIMETABLE}\n\n{OWN_WORDS}\n", FERRY, WIRE)
        assert shown(found, near.url) == [("found", f"{COSTS} {TIMETABLE}")]


def test_what_the_linked_source_has_not_goes_to_the_one_that_has_it() -> None:
    copy = f"{KNOTS}\n\n{COSTS} {TIMETABLE}"
    found = found_in(f"The [paper]({WIRE.url}) has it.\n\n{copy}\n\n{OWN_WORDS}\n", FERRY, WIRE)
    assert shown(found, WIRE.url) == [("found", f"{COSTS} {TIMETABLE}")]
    assert shown(found, FERRY.url) == [("found", KNOTS)]


def test_what_stands_beside_anothers_quotation_is_charged() -> None:
    text = f"[The wire]({WIRE.url}):\n\n> {COSTS} {TIMETABLE}\n\n{FERRIES.split(chr(10) * 2)[3]}\n"
    found = found_in(text, FERRY, WIRE)
    assert shown(found, WIRE.url) == [("block-quotation", f"{COSTS} {TIMETABLE}")]
    assert shown(found) == [("found", FERRIES.split("\n\n")[3])]


def test_without_a_link_the_other_sources_that_have_it_are_told() -> None:
    for text in (f"{OWN_WORDS} {COSTS} {TIMETABLE}\n", f"{OWN_WORDS}\n\n> {COSTS} {TIMETABLE}\n"):
        (reuse,) = found_in(text, FERRY, WIRE).reuses
        urls = [reuse.source.url, *(r.source.url for r in reuse.rivals)]
        assert sorted(urls) == sorted([FERRY.url, WIRE.url])
        assert [p.text for r in reuse.rivals for p in r.passages] == [f"{COSTS} {TIMETABLE}"]
