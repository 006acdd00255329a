"""Aligning: what is found, and that the offsets delimit it."""

from __future__ import annotations

from itertools import accumulate

import pytest
import regex  # type: ignore[import-untyped]
from hypothesis import assume, example, given
from hypothesis import strategies as st

from compliance.matching.align import Match, Options, align
from compliance.matching.fold import fold
from tests.matching.articles import ARTICLE, HOST

SENTENCE = ARTICLE[ARTICLE.index("Fishermen") : ARTICLE.index("Without it")].strip()
SENTENCES = ARTICLE[ARTICLE.index("Fishermen") : ARTICLE.index("Critics")].strip()
PARAGRAPH = ARTICLE[ARTICLE.index("Critics") :].strip()

WORDS = st.lists(
    st.sampled_from(["an", "of", "the", "harbour", "ferry", "council", "night", "boat", "vote", "crown", "island"]),
    max_size=60,
)


def only(matches: tuple[Match, ...]) -> Match:
    """The one match that is expected."""
    assert len(matches) == 1
    return matches[0]


def within(passage: str, host: str = HOST) -> str:
    """A draft that holds the passage between its own paragraphs."""
    first, rest = host.split("\n\n", 1)
    return f"{first}\n\n{passage}\n\n{rest}"


def test_a_copied_sentence_is_found_to_the_character() -> None:
    """Offsets on both sides delimit the copied words with their final point."""
    draft = within(SENTENCE)
    match = only(align(draft, ARTICLE))
    assert draft[match.draft_start : match.draft_end] == SENTENCE
    assert ARTICLE[match.source_start : match.source_end] == SENTENCE
    assert (match.similarity, match.edits, match.exact) == (1.0, 0, True)


def test_unrelated_texts_have_no_match() -> None:
    """Texts about different things share nothing."""
    assert align(HOST, ARTICLE) == ()
    assert align(ARTICLE, HOST, Options(edited=False)) == ()


@pytest.mark.parametrize("edited", [True, False])
def test_typography_does_not_hide_a_copy(*, edited: bool) -> None:
    """Quotes, dashes, case, line ends and emphasis marks make no difference."""
    copied = PARAGRAPH.replace(" bridge", " **bridge**").replace(" ", "\n", 3).upper().replace("'", "\u2019")
    draft = within(copied)
    match = only(align(draft, ARTICLE, Options(edited=edited)))
    assert draft[match.draft_start : match.draft_end] == copied
    assert match.edits == 0


def test_an_edited_paragraph_is_found_whole() -> None:
    """Changed, dropped and added words leave one match, which counts them."""
    copied = PARAGRAPH.replace("should go to", "ought to go to").replace("studied", "examined").replace(" soft", "")
    draft = within(copied)
    match = only(align(draft, ARTICLE))
    assert draft[match.draft_start : match.draft_end] == copied
    assert match.edits == 4
    assert 0.85 < match.similarity < 1


def test_a_dropped_sentence_splits_a_match() -> None:
    """What was left out of the source is not counted."""
    copied = ARTICLE[ARTICLE.index("Fishermen") : ARTICLE.index("Critics")].replace(
        "Without it they would have to \
sleep in their boats or leave the market before the auction ends. ",
        "[...] ",
    )
    first, second = align(within(copied), ARTICLE)
    assert ARTICLE[first.source_start : first.source_end].endswith("last of the day.")
    assert ARTICLE[second.source_start : second.source_end].startswith("The well-known")


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_sentence_of_the_drafts_own_between_two_copied_ones_splits_a_match(gap: str) -> None:
    """What a quoter says between two quotations is not counted, in their paragraph or in one of its own."""
    first, _, rest = SENTENCES.partition(". ")
    own = "Our harbour has never had such a problem, as old readers of ours will know."
    copied = rest.partition(". ")[0]
    draft = within(f"{first}.{gap}{own}{gap}{copied}.")
    assert [draft[match.draft_start : match.draft_end].strip(".") for match in align(draft, ARTICLE)] == [first, copied]


def test_an_own_paragraph_between_edited_ones_splits_a_match() -> None:
    """Where the copies are edited, an own paragraph is still none of them."""
    own = "Readers have asked us for the recipe again; it is in the spring letter."
    copied = SENTENCES.replace("Fishermen", "The crews").replace("in their boats", "on board")
    first, _, rest = copied.partition(". ")
    draft = within(f"{first}.\n\n{own}\n\n{rest}")
    before, after = align(draft, ARTICLE)
    assert before.draft_end <= draft.index(own) < draft.index(own) + len(own) <= after.draft_start


def test_a_rewritten_sentence_among_edited_ones_stays() -> None:
    """A sentence said in other words is part of an edited copy."""
    copied = SENTENCES.replace("Without it they would have to sleep", "Otherwise all of them must sleep")
    assert len(align(within(copied.replace("Fishermen", "The crews")), ARTICLE)) == 1


def test_rearranged_sentences_are_found() -> None:
    """The order of sentences does not matter."""
    sentences = PARAGRAPH.split(". ")
    copied = f"{sentences[1].rstrip('.')}. {sentences[0]}."
    draft = within(copied)
    found = align(draft, ARTICLE)
    assert sum(match.draft_end - match.draft_start for match in found) > 0.9 * len(copied)


FIRST = "Engineers had warned that the timber piles would not survive another winter storm."
LAST = "Nobody in the packed hall applauded when the clerk read out the numbers."
HALL = f"The old pier will be moved after eleven years of argument. {LAST}\n\n{FIRST} The bill was put at four million."


def sides(draft: str, source: str) -> list[tuple[str, str]]:
    """What the matches hold on both sides."""
    return [
        (draft[match.draft_start : match.draft_end], source[match.source_start : match.source_end])
        for match in align(draft, source)
    ]


@pytest.mark.parametrize("between", ["\n\n> ", " And I add my own view here that it is so. "])
def test_rearranged_neighbours_are_matches_of_their_own(between: str) -> None:
    """Where the draft goes back in the source one match ends, and the other's words are counted on neither side."""
    assert sides(f"> {FIRST}{between}{LAST}\n", HALL) == [(FIRST, FIRST), (LAST, LAST)]


def test_a_clause_of_the_drafts_own_within_a_sentence_parts_it() -> None:
    """Both parts of the sentence are matches, be one of them three words, and the clause is in neither."""
    draft = (
        f"Engineers had warned, the Gazette reports in its morning edition, {FIRST[FIRST.index('that') :]} So be it."
    )
    rest = FIRST[FIRST.index("that") :]
    assert sides(draft, HALL) == [("Engineers had warned", "Engineers had warned"), (rest, rest)]


def test_a_sentence_of_the_source_between_rearranged_clauses_is_not_counted() -> None:
    """Two sentences made one in the other order leave out what stands between them in the source."""
    bill = "The bill was put at four million pounds, more than the town collects in a year"
    source = f"{LAST} {FIRST} {bill}."
    draft = f"{bill}, and n{LAST[1:]}"
    assert sides(draft, source) == [(bill, bill), (f"n{LAST[1:]}", LAST)]


def test_a_passage_used_twice_is_found_twice() -> None:
    """Each place of the draft has its own match, with one place of the source."""
    draft = f"{SENTENCE}\n\n{HOST}\n\n{SENTENCE}"
    first, second = align(draft, ARTICLE)
    assert (first.source_start, first.source_end) == (second.source_start, second.source_end)


@pytest.mark.parametrize("gap", ["\n\n", "\n\nOurs, and nobody else has printed it.\n\n"])
@pytest.mark.parametrize("copied", [SENTENCE, PARAGRAPH, SENTENCES])
def test_a_passage_used_again_close_by_is_found_each_time(copied: str, gap: str) -> None:
    """Copies that stand right behind one another are matches of their own, each with all of its source."""
    draft = within(gap.join([copied] * 3))
    assert sides(draft, ARTICLE) == [(copied, copied)] * 3


def test_a_sentence_that_fills_the_draft_is_found_each_time() -> None:
    """Words are not taken for the draft's own common ones because the copied sentence has them again and again."""
    copied = "Engineers had warned that the timber piles would not survive another winter"
    assert sides(f"{copied}. " * 1000, f"They met. {copied}, it says.") == [(copied, copied)] * 1000


@pytest.mark.parametrize("times", [2, 16, 17, 40])
@pytest.mark.parametrize("copied", [SENTENCE, f"{ARTICLE[:700]}."])
def test_a_passage_that_the_source_repeats_is_found(copied: str, times: int) -> None:
    """However often it stands there, one of its places is given."""
    draft = within(copied)
    source = f"{copied}\n\n" * times
    match = only(align(draft, source))
    assert fold(draft[match.draft_start : match.draft_end]).words == fold(copied).words
    assert (match.similarity, match.edits, match.exact) == (1.0, 0, True)


@pytest.mark.parametrize("piece", ["a ", "the harbour ", f"{SENTENCE} "])
def test_a_repetitive_text_against_itself_and_more_is_one_match(piece: str) -> None:
    """What repeats itself on both sides is found whole, whatever stands before and after it."""
    repeated = (piece * 400).strip()
    match = only(align(f"Ours begins so: {repeated}", f"Theirs: {repeated} And more"))
    assert fold(f"Ours begins so: {repeated}"[match.draft_start : match.draft_end]).words == fold(repeated).words


@pytest.mark.parametrize(
    "common",
    [
        "In our letter of last week, mayor Ilse Brandvold was the person of the week.",
        "At the end of the day, it was one of the best on the outer islands.",
        "Lindhaven, Lindhaven, the night ferry, and again the harbour fund.",
        "Anna Berg, Carl Dahl, Erik Falk and Greta Holm",
        "the Parliamentary Assembly of the Council of Europe and the Organization for Co-operation in Europe",
    ],
)
def test_names_and_set_phrases_are_no_copy(common: str) -> None:
    """A name, a term or a common phrase alone makes no match."""
    source = (
        f"{ARTICLE}\nThere were {common.rstrip('.')}, who have all left for the day." if common[-1] != "." else ARTICLE
    )
    assert align(within(common), source) == ()


@pytest.mark.parametrize(
    "copied",
    ["would not survive another winter storm", "a bridge would cost forty times as much", "这一决定结束了十一年的争论"],
)
def test_a_short_clause_of_uncommon_words_is_found(copied: str) -> None:
    """Six words, or a dozen characters of a script without spaces, are enough if they say something."""
    draft = within(f"He says \u201c{copied}\u201d, it seems.")
    assert sides(draft, f"They write that {copied}, which is so.\n\n{ARTICLE[:500]}") == [(copied, copied)]


@pytest.mark.parametrize(("words", "found"), [(14, 1), (8, 0)])
def test_a_long_verbatim_run_counts_whatever_its_words_are(words: int, found: int) -> None:
    """Names and words that the draft uses all the time are a copy if fourteen of them stand in a row."""
    names = "Lindhaven Harbour council, Night Ferry Board, Outer Islands Fishing Union, Cod Auction Hall, Island Bridge"
    parts = names.split(", ")
    host = f"{HOST}\n\n" + "\n\n".join(f"{one}, {other}" for one in parts for other in parts[::-1])
    copied = " ".join(names.split()[:words])
    assert len(align(f"{copied}\n\n{host}", f"Signed: {copied} and others")) == found


TITLE = ARTICLE.split("\n", 1)[0]


@pytest.mark.parametrize(
    "named",
    [
        TITLE,
        f"{TITLE}, by Ilse Brandvold",
        f"Ilse Brandvold: {TITLE}",
        TITLE.removeprefix("Harbour "),
        f"{TITLE}. {TITLE}.",
    ],
)
def test_the_title_and_the_byline_make_no_match_when_they_are_to_be_ignored(named: str) -> None:
    """What a draft names an article by is exempt, together or in part, also where the source begins with both."""
    source = f"{TITLE}\n\nBy Ilse Brandvold\n\n{ARTICLE}"
    assert align(within(named), source, Options(ignore=(TITLE, "Ilse Brandvold", ""))) == ()


def test_a_longer_copy_keeps_the_title_that_it_begins_with() -> None:
    """The title is exempt alone; where the story is copied with it, all of that is."""
    lead = ARTICLE.split("\n\n")[1]
    draft = within(f"{TITLE}\n\n{lead}")
    match = only(align(draft, ARTICLE, Options(ignore=(TITLE,))))
    assert draft[match.draft_start : match.draft_end] == f"{TITLE}\n\n{lead}"
    assert align(ARTICLE, ARTICLE, Options(ignore=(TITLE,))) == align(ARTICLE, ARTICLE)


def test_scripts_without_spaces() -> None:
    """A copied Chinese sentence is found among others."""
    copied = "市议会周四投票决定保留夜间渡轮四年"
    source = f"{copied}。渔民依赖最后一班船回家。"
    draft = f"今天天气很好，我们去公园。{copied}。晚上吃面包。"
    match = only(align(draft, source))
    assert draft[match.draft_start : match.draft_end] == f"{copied}\u3002"


def test_a_copy_in_a_script_without_spaces_ends_where_the_sentence_does() -> None:
    """Where the draft goes on with words that the next sentence begins with, those are its own."""
    copied = "维修费用估计为四百二十万英镑，超过该镇一年的税收"
    draft = f"他说{copied}，我想这是一个很大的数字。"
    match = only(align(draft, f"议会昨天开会。{copied}。这是一个好的决定。"))
    assert draft[match.draft_start : match.draft_end] == copied
    assert match.exact


_LETTERS = st.sampled_from(
    ["กา", "ที่", "ว่า", "นำ", "เ", "ร", " ", "か\u3099", "ﾃﾞ", "e\u0301", "x\u200d", "नि", "한", "\u1112\u1161", ". "]
)
CLUSTERS = st.lists(_LETTERS, max_size=40).map("".join)
SHARED = st.lists(_LETTERS, min_size=20, max_size=60).map("".join)


@given(CLUSTERS, SHARED, CLUSTERS)
def test_matches_end_between_characters(before: str, shared: str, after: str) -> None:
    """No letter is parted from its vowel sign, its accent or whatever else makes one character with it."""
    draft, source = f"{before}{shared}", f"{shared}{after}"
    for match in align(draft, source):
        for text, start, end in (
            (draft, match.draft_start, match.draft_end),
            (source, match.source_start, match.source_end),
        ):
            whole = regex.findall(r"\X", text)
            bounds = set(accumulate(map(len, whole), initial=0))
            assert {start, end} <= bounds
            assert text[start] not in "าำะ"


def test_a_thai_copy_begins_with_its_first_letter() -> None:
    """The vowel at the end of the word before is not taken with it, though the source has the same there."""
    copied = "วิศวกรเตือนว่าเสาไม้ที่ตอกในปี 1803 จะไม่สามารถทนต่อพายุฤดูหนาวอีกลูกได้"
    draft = f"เขาบอกว่า {copied} จริงๆ"
    match = only(align(draft, f"สภาท่าเรือลงมติเมื่อคืนวันอังคาร {copied} ค่าซ่อมแพงมาก"))
    assert draft[match.draft_start : match.draft_end] == copied


@pytest.mark.parametrize(
    ("before", "after"),
    [("Of an argument, ", "."), ("He thinks that ", ", which the engineers had foreseen.")],
)
def test_the_drafts_own_words_are_not_taken_for_those_of_the_sentences_around(before: str, after: str) -> None:
    """A full stop that the source has there and the draft has not is an end as well."""
    copied = "nobody in the packed hall applauded when the clerk read out the numbers"
    source = f"It ended years of argument. N{copied[1:]}.\n\nEngineers had warned that the piles would not survive."
    draft = f"{before}{copied}{after}"
    match = only(align(draft, source))
    assert draft[match.draft_start : match.draft_end].strip(".") == copied


@given(st.text())
def test_a_text_against_itself_is_one_whole_match(text: str) -> None:
    """From the first word to the last with the marks around them, without an edit."""
    folded = fold(text)
    assume(len(folded))
    match = only(align(folded, folded))
    assert match.draft_start <= folded.starts[0]
    assert match.draft_end >= folded.ends[-1]
    assert (match.draft_start, match.draft_end) == (match.source_start, match.source_end)
    assert text[match.draft_start : match.draft_end] == text[match.draft_start : match.draft_end].strip()
    assert (match.similarity, match.edits, match.exact) == (1.0, 0, True)


@given(
    st.lists(st.sampled_from(["a", "the ferry", "b.", "\u65e5", "\u0e01\u0e32"]), min_size=1, max_size=4),
    st.integers(1, 60),
)
def test_a_repetitive_text_against_itself_is_one_whole_match(pieces: list[str], times: int) -> None:
    """What repeats itself is no exception, with the text folded or not."""
    text = " ".join(pieces * times)
    match = only(align(text, text))
    assert fold(text[match.draft_start : match.draft_end]).words == fold(text).words
    assert (match.similarity, match.edits, match.exact) == (1.0, 0, True)


@given(st.text(), st.text())
def test_no_text_is_refused(draft: str, source: str) -> None:
    """Whatever the texts, the answer is in order and within them."""
    check(draft, source, align(draft, source))


@example(
    before=["an", "ferry", "the"],
    shared=["an", "the", "the", *["an"] * 6, "ferry", "the"],
    after=["an", "the", "the", *["an"] * 7, "the"],
    edited=True,
)
@given(before=WORDS, shared=WORDS, after=WORDS, edited=st.booleans())
def test_matches_delimit_what_they_claim(
    before: list[str], shared: list[str], after: list[str], *, edited: bool
) -> None:
    """Matches lie in order, apart in the draft, and those without edits hold the same words on both sides."""
    draft, source = " ".join(before + shared), " ".join(shared + after)
    check(draft, source, align(draft, source, Options(edited=edited)))


def check(draft: str, source: str, matches: tuple[Match, ...]) -> None:
    """What holds for every answer."""
    end = 0
    for match in matches:
        assert end <= match.draft_start < match.draft_end <= len(draft)
        assert 0 <= match.source_start < match.source_end <= len(source)
        assert 0 < match.similarity <= 1
        ours = fold(draft[match.draft_start : match.draft_end]).words
        theirs = fold(source[match.source_start : match.source_end]).words
        assert (match.edits == 0) == (ours == theirs)
        end = match.draft_end


@pytest.mark.parametrize("piece", ["a ", "[", "the harbour ", "\u65e5", "x", ". ", "\u0e2a\u0e31"])
def test_hostile_texts_take_linear_time(piece: str) -> None:
    """One thing repeated a hundred thousand times is answered at once."""
    hostile = piece * 100_000
    align(hostile, hostile + ARTICLE)
    align(ARTICLE + hostile, ARTICLE)


def test_many_replaced_stretches_are_joined_in_linear_time() -> None:
    """Where stretches are kept and replaced by turns the time does not grow with the square of their number."""
    words = [f"word{number}" for number in range(50_000)]
    replaced = [f"other{at}" if at % 50 >= 30 else word for at, word in enumerate(words)]
    match = only(align(" ".join(replaced), " ".join(words)))
    assert (match.edits, match.similarity) == (999 * 20, 0.5882)
