"""A story told from a page's lines: nothing of it is lost, and what is left out is said."""

from __future__ import annotations

import pytest

from compliance.sources.plain import read_plain
from compliance.sources.repeats import repeated
from compliance.sources.shapes import ends, is_prose

TITLE = "Harbour council votes to move the old pier"
LEAD = "The harbour council voted on Tuesday night to move the old pier two hundred metres east, after eleven years."
NEXT = "Engineers had warned that the timber piles, driven in 1803, would not survive another winter storm."
LAST = "Fishermen who land their catch beside the pier fear that the new site will silt up within a decade."


def page(*inside: str) -> str:
    return "\n\n".join((TITLE, "By Ines Okonkwo", LEAD, *inside, NEXT, LAST))


@pytest.mark.parametrize(
    "sentence",
    [
        "“Read more books and fewer leaflets,” he told the crowd.",
        "Read more than one book a year, the mayor told the pupils at the school by the harbour.",
        "Please support us, the fishermen shouted from the quay as the councillors went home.",
        "Published in 1803, the plan was forgotten.",
        "Trending upwards, the price of fish went to 12 euros, the union said.",
        "Our readers told us that the pier should stay; our stories on it drew many letters.",
        "Comments were made by all sides.",
        "Join us, the sailors said to the fishermen, and we will fight.",
        "Follow us, she said, and we will show you the lamp.",
        "Nobody knows, the mayor said in a letter to the BBC",
        "Ines Okonkwo is the mayor's niece, and she wrote to the council about it.",
        "By Marta Holm's count there were 300 people in the hall.",
        "The prize went to a photo: The Old Pier, taken from the sea by a boy of twelve years.",
        "See also the fate of the old mill, the chairman said: it burned down in 1911.",
        "Subscribe to a paper and you will be wiser, my father used to say.",
        "Newsletters are back in fashion on the western quay.",
        "Download figures for the tide app went up by a third.",
        "Terms of use are what the parties fought over until the morning.",
        "Advertising paid for half of the new roof.",
        "You can make a donation to the crew at the town hall on Fridays.",
        "Is it the end? Nobody can tell",
        "The list of things that the harbour council has to do before the winter comes",
        "* first point of the list of all things that have to be done",
        "News",
        "Home",
        "Opinion",
        "4 March 2015",
        "Yes.",
    ],
)
def test_a_storys_own_line_is_kept_and_costs_no_other(sentence: str) -> None:
    article = read_plain(page(sentence))
    assert article.paragraphs == (LEAD, sentence, NEXT, LAST)
    assert (article.title, article.authors, article.notes) == (TITLE, ("Ines Okonkwo",), ())


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter", "Advertisement", "Share", "Share on Facebook", "Read more: The tide tables",
        "READ MORE: Who asked the mayor", "Story continues below advertisement", "Support our journalism",
        "Follow us on Telegram", "Get the best of the Gazette in your inbox every Friday", "Photo: Bo Quay",
        "This article was updated on 5 March to correct the sum.",
        "To continue reading, subscribe for only £1 a week. Already a subscriber? Log in.",
        "The Gazette is funded by readers. Please donate.", "Anzeige", "Lesen Sie auch: Gezeiten", "Реклама",
        "Updated 4 March 2026, 10:14",
    ],
)  # fmt: skip
def test_a_box_is_dropped_with_a_word_and_costs_no_line_beside_it(line: str) -> None:
    article = read_plain(page(line))
    assert article.paragraphs == (LEAD, NEXT, LAST)
    assert len(article.notes) == 1
    assert article.notes[0].startswith("left out inside the story: 1 line: “")
    assert line[:40] in article.notes[0]


def test_a_box_before_the_last_line_leaves_it() -> None:
    article = read_plain(f"{page()}\n\nSign up for our newsletter\n\n“So it goes,” she said.\n\n© 2026 Gazette\n")
    assert article.paragraphs[-1] == "“So it goes,” she said."


def test_sentences_above_the_byline_and_below_the_story_are_said() -> None:
    standfirst, comment = (
        "The town gives up its landmark, and many are angry.",
        "What a pity that is for all of us here.",
    )
    text = f"{TITLE}\n\n{standfirst}\n\nBy Ines Okonkwo\n\n{LEAD}\n\n{NEXT}\n\nComments (1)\n\n{comment}\n"
    article = read_plain(text)
    assert article.paragraphs == (LEAD, NEXT)
    assert article.notes == (
        f"left out above the story: 1 line: “{standfirst[:47]}…”",
        f"left out below the story: 1 line: “{comment}”",
    )


def test_many_lines_are_said_in_short() -> None:
    (note,) = read_plain(page(*["Advertisement"] * 7)).notes
    assert note == f"left out inside the story: 7 lines: {'; '.join(['“Advertisement”'] * 5)} and 2 more"


def test_a_menus_words_are_furniture_in_company() -> None:
    """Alone between two paragraphs such a word is a subheading."""
    assert read_plain(page("News", "Sport", "Share")).paragraphs == (LEAD, NEXT, LAST)


def test_the_first_line_of_a_bare_story_is_no_title() -> None:
    article = read_plain(f"{LEAD}\n\n{NEXT}\n")
    assert (article.title, article.paragraphs) == ("", (LEAD, NEXT))


def test_a_second_copy_of_paragraphs_is_dropped_and_a_refrain_is_not() -> None:
    article = read_plain(f"{page()}\n\n{LEAD}\n\n{NEXT}\n\n{LAST}\n")
    assert article.paragraphs == (LEAD, NEXT, LAST)
    assert article.notes == ("left out: a second copy of 3 paragraphs",)
    assert repeated(["the gulls go", "when they please", "and I", "the gulls go", "when they please"]) == set()
    assert repeated([LEAD, NEXT, LEAD]) == set()


@pytest.mark.parametrize("mark", ["।", "؟", "۔", "։", "။", "។", "።", "。", "！", "…", ".”", "!»"])
def test_a_sentence_ends_in_any_script(mark: str) -> None:
    assert ends("x" + mark)


def test_a_paragraph_may_lack_an_end() -> None:
    assert is_prose(
        "It will begin, if the weather holds and the county pays. Nobody clapped in the hall on 4 March 2026"
    )
    assert is_prose("วิศวกรเตือนว่าเสาไม้ที่ตอกในปี 1803 จะไม่สามารถทนต่อพายุฤดูหนาวอีกลูกได้ มากกว่าที่เมืองเก็บภาษีได้")
    assert not is_prose("สภาท่าเรือลงมติย้ายท่าเรือเก่า")
    assert not is_prose("The tide tables that nobody reads, and the people who print them")
