"""Differences between a quotation and its source, word by word."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from compliance.matching.words import differences

SOURCE = "The 1,500 members did not vote for the well-known bridge, which costs 2.4% more than in 2009"

MARKS = "5% $5 \u2026 ... [\u2026] [sic] [T]he 1,500 \u0301 e-mail [ ] - . \u3002 \u00ad"
WORDS = "the pier \u6f22\u5b57 \u6f22 \u0e2a\u0e31"
MIXED = st.builds(
    lambda words, space: space.join(words),
    st.lists(st.sampled_from(f"{MARKS} {WORDS}".split()), max_size=30),
    st.sampled_from(["", " "]),
)


def told(quotation: str, source: str = SOURCE) -> list[tuple[str, str, str, bool]]:
    """Kind, words of both sides, and whether allowed."""
    return [
        (edit.kind, quotation[edit.start : edit.end], source[edit.source_start : edit.source_end], edit.allowed)
        for edit in differences(quotation, source)
    ]


@pytest.mark.parametrize(
    "quotation",
    [
        SOURCE,
        SOURCE.upper(),
        "\u201cThe 1,500 members did not vote for the well known bridge \u2013 which costs 2.4% more than in 2009!",
        "the 1,500 members did\u00a0not vote for the well\u2011known bridge which costs\n2.4% more than in 2009\u2026",
    ],
)
def test_typography_is_no_difference(quotation: str) -> None:
    """Case, quotes, dashes, spaces and punctuation may differ."""
    assert told(quotation) == []


@pytest.mark.parametrize(
    ("old", "new", "edit"),
    [
        ("vote for", "vote against", ("changed", "against", "for", False)),
        ("did not vote", "did vote", ("dropped", "", "not", False)),
        ("which costs", "which now costs", ("added", "now", "", False)),
        ("1,500", "1,400", ("changed", "400", "500", False)),
        ("2009", "2008", ("changed", "2008", "2009", False)),
        ("2.4%", "2,4%", ("changed", ",", ".", False)),
        ("2.4%", "2.4", ("changed", " ", "% ", False)),
        ("costs 2.4", "costs -2.4", ("changed", " -", " ", False)),
        ("members did", "did members", ("swapped", "did members", "members did ", False)),
        ("1,500", "1500", ("changed", "1500", "1,500", True)),
        (
            "vote for the well-known bridge",
            "[support the] bridge",
            ("changed", "support the", "vote for the well-known", True),
        ),
        ("which costs", "which [they say] costs", ("added", "they say", "", True)),
        ("did not vote for the", "did \u2026 the", ("dropped", "", "not vote for ", True)),
        ("did not vote for the", "did [...] the", ("dropped", "", "not vote for ", True)),
    ],
)
def test_each_kind_of_edit(old: str, new: str, edit: tuple[str, str, str, bool]) -> None:
    """One edit is told once, with the words of both sides and whether a quoter may do it."""
    ((kind, ours, theirs, allowed),) = told(SOURCE.replace(old, new))
    assert (kind, ours.strip(), theirs.strip(), allowed) == (edit[0], edit[1].strip(), edit[2].strip(), edit[3])


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("a sch\u00f6n day", "a schon day"),
        ("we'll be", "well be"),
        ("its own", "it's own"),
        ("\u043f\u044f\u0442\u044c \u0434\u043d\u0435\u0439", "\u043f'\u044f\u0442\u044c \u0434\u043d\u0435\u0439"),
        ("in Masse da", "in Ma\u00dfe da"),
        ("the us army", "the US army"),
        ("the us army", "the U.S. army"),
        ("Who says so", "WHO says so"),
        ("in 180\u00b3 men", "in 1803 men"),
        ("1\u00b2 degrees", "12 degrees"),
        ("\u00bd a pound", "12 a pound"),
        ("a loan of -$5", "a loan of $5"),
        ("a loan of $-5", "a loan of $5"),
        ("$5 a year", "-$5 a year"),
        ("we want this? They", "we want this. They"),
        ("a 2.125 b", "a 2,125 b"),
    ],
)
def test_one_changed_letter_or_sign_is_a_difference(quotation: str, source: str) -> None:
    """What folding takes away still tells words apart."""
    assert [edit.allowed for edit in differences(quotation, source)] == [False]


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("caf\u00e9 noir", "cafe\u0301 noir"),
        ("we\u2019ll be", "we'll be"),
        ("a \ufb01ve men", "a five men"),
        ("so\u00adft words", "soft words"),
        ("le coeur bat", "le c\u0153ur bat"),
        ("the STRASSE HERE TODAY", "the Stra\u00dfe here today"),
        ("Nato and covid", "NATO and COVID"),
        ("U.S. army", "US army"),
        ("THE COUNCIL voted", "The council voted"),
        ("12 km\u00b2 of it", "12 km2 of it"),
        ("3\u00bd pounds", "3 1/2 pounds"),
        ("2010 \u2013 2015 here", "2010-2015 here"),
        ("1\u2019500 and 1\u2009500", "1,500 and 1,500"),
        ("\u0432\u0441\u0435 \u0442\u0430\u043c", "\u0432\u0441\u0451 \u0442\u0430\u043c"),
        (
            "\u0437\u0430\u043c\u043e\u043a \u0442\u0430\u043c",
            "\u0437\u0430\u0301\u043c\u043e\u043a \u0442\u0430\u043c",
        ),
        ("did he [?] go", "did he go"),
    ],
)
def test_another_way_to_write_a_word_is_no_difference(quotation: str, source: str) -> None:
    """Ligatures, kinds of apostrophe, Unicode forms, grouped digits, capitals of a style are typography."""
    assert all(edit.allowed for edit in differences(quotation, source))


@given(st.sampled_from(SOURCE.split()), st.sampled_from("\u0301\u0308\u0303\u0327\u030a"), st.data())
def test_an_accent_put_on_any_letter_is_a_difference(word: str, accent: str, data: st.DataObject) -> None:
    """Wherever it stands; and it is none where both have it, whatever the Unicode form."""
    at = data.draw(st.integers(1, len(word)))
    assume(word[at - 1].isalpha())
    accented = SOURCE.replace(word, word[:at] + accent + word[at:])
    assert not all(edit.allowed for edit in differences(accented, SOURCE))
    assert not all(edit.allowed for edit in differences(SOURCE, accented))
    assert differences(unicodedata.normalize("NFC", accented), unicodedata.normalize("NFD", accented)) == ()


def test_the_brackets_of_the_source_are_not_the_quoters() -> None:
    """A number in brackets that was changed is a misquotation."""
    assert told("as shown [6] here", "as shown [5] here") == [("changed", "6", "5", False)]


def test_joining_words_is_a_difference() -> None:
    """A hyphen may go, a space may not."""
    assert told("send an email", "send an e-mail") == [("changed", "email", "e-mail", True)]
    assert not told("the therapist spoke", "the the rapist spoke")[-1][3]


def test_a_long_quotation_is_compared_by_its_runs() -> None:
    """In a thousand words one changed word is found, and nothing else."""
    source = " ".join(f"word{number}" for number in range(1000))
    assert told(source.replace("word501 ", "other "), source) == [("changed", "other", "word501", False)]


@pytest.mark.parametrize("words", ["\u6f22\u5b57 \u2026 \u6f22\u5b57 the the", "a b \u2026 a b ... c", "the [...] the"])
def test_an_ellipsis_where_nothing_was_left_out(words: str) -> None:
    """The same words with an ellipsis among them do not differ, however often they stand there."""
    plain = words.replace("[...]", "").replace("...", "").replace("\u2026", "")
    assert differences(words, words) == differences(words, plain) == ()


def test_the_parts_around_an_ellipsis_stand_apart_in_the_source() -> None:
    """Words on both sides of an ellipsis are not sought in one and the same place."""
    assert [kind for kind, *_ in told("so we did \u2026 so we did \u2026 so we did", "so we did")] == ["added"]


def test_long_parts_around_an_ellipsis_keep_their_order() -> None:
    """Parts of hundreds of words are sought before and after one another, too."""
    long = " ".join(f"word{number}" for number in range(450))
    edits = differences(f"{long} \u2026 {long} end", f"{long} and more {long} end")
    assert [(edit.kind, edit.allowed) for edit in edits] == [("dropped", True)]


@pytest.mark.parametrize(
    ("quotation", "source", "kinds"),
    [
        ("5% of them", "they say 5% of them", ["dropped"]),
        ("$5 each", "they pay \u20ac5 each", ["dropped", "changed"]),
        ("they lost 5%", "they lost 5% of it", ["dropped"]),
        ("they lost 5%", "they lost 5 of it", ["changed", "dropped"]),
        ("it fell by 5%", "it fell", ["added"]),
    ],
)
def test_the_outer_signs_of_a_quotation_are_held_against_those_of_the_same_word(
    quotation: str, source: str, kinds: list[str]
) -> None:
    """A source that goes on beyond the quotation does not hide a changed sign, nor make one."""
    assert [edit.kind for edit in differences(quotation, source)] == kinds


@given(st.one_of(st.text(), MIXED), st.one_of(st.text(), MIXED))
def test_any_two_texts_can_be_compared(quotation: str, source: str) -> None:
    """Offsets lie within the texts and in order; equal texts do not differ."""
    end = there = 0
    for edit in differences(quotation, source):
        assert 0 <= edit.start <= edit.end <= len(quotation)
        assert 0 <= edit.source_start <= edit.source_end <= len(source)
        assert (edit.start >= end and edit.source_start >= there) or edit.kind == "swapped"
        end, there = edit.start, edit.source_start
    assert differences(quotation, quotation) == ()
