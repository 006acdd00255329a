"""Keyed fingerprints: a copy shows with the key, and nothing without it."""

from __future__ import annotations

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.sources.fingerprints import (
    BITS,
    RUN,
    VARIABLE,
    WINDOW,
    copied,
    key_from_environment,
    read,
    take,
)
from compliance.sources.model import Unreadable

KEY = b"k" * 32
SALT = b"s" * 12


def made_up(seed: int, words: int) -> str:
    """A text of invented words."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return " ".join("".join(chance.choices(string.ascii_lowercase, k=6)) for _ in range(words))


ARTICLE = made_up(1, 600)
PRINTS = take(ARTICLE, KEY, SALT)


@given(st.integers(0, 560), st.integers(24, 40))
def test_a_copied_stretch_is_found_at_its_place(start: int, length: int) -> None:
    """Within a few words at either end, and never beyond."""
    stretch = " ".join(ARTICLE.split()[start : start + length])
    before = made_up(2, 50)
    draft = f"{before} {stretch} {made_up(3, 50)}"
    found = copied(draft, PRINTS, KEY)
    assert len(found) == 1
    (first, last), begin = found[0], len(before) + 1
    assert begin <= first
    assert last <= begin + len(stretch)
    assert last - first >= len(stretch) - 2 * (WINDOW - 1) * 7


def test_case_and_punctuation_make_no_difference() -> None:
    draft = " — ".join(word.upper() for word in ARTICLE.split()[100:140])
    assert copied(draft, PRINTS, KEY)


def test_another_text_has_nothing_in_common() -> None:
    assert copied(made_up(9, 5000), PRINTS, KEY) == []


def test_without_the_key_nothing_is_found() -> None:
    assert copied(ARTICLE, PRINTS, b"j" * 32) == []


def test_each_article_has_a_salt_of_its_own() -> None:
    """One text taken twice has no hash in its place twice, or hardly."""
    one, two = take(ARTICLE, KEY), take(ARTICLE, KEY)
    assert one.salt != two.salt
    assert len(set(one.hashes) & set(two.hashes)) < 10


@given(st.text(max_size=300))
def test_the_notation_is_read_as_written(text: str) -> None:
    prints = take(text, KEY, SALT)
    assert read(str(prints)) == prints


@pytest.mark.parametrize(
    "notation", ["", "x", "blake2b-9:3/4/16:c2FsdA==::", "blake2b-1:3/4/16:c2FsdA==:AAE=:12", "blake2b-1:3/4/16:!:!:"]
)
def test_other_notations_are_refused(notation: str) -> None:
    with pytest.raises(Unreadable):
        read(notation)


def test_the_lock_holds_less_than_seven_bits_a_word() -> None:
    """Two fifths of the runs, of sixteen bits each, and not where words begin and end."""
    prints = PRINTS
    assert len(prints.hashes) * BITS / 600 < 7
    assert all(1 <= b - a <= WINDOW for a, b in zip(prints.places, prints.places[1:], strict=False))


def test_the_words_of_a_run_are_as_they_were() -> None:
    """What a lock holds must stay comparable: another folding or hash needs another name for the scheme."""
    prints = take("Six knots, from the first of March: every ferry’s crossing.", KEY, SALT)
    assert str(prints) == "blake2b-1:3/4/16:c3Nzc3Nzc3Nzc3Nz:Q/xbnQQj:041"
    assert RUN == 3


@pytest.mark.parametrize("key", ["", "short"])
def test_a_key_that_is_missing_or_short_is_said(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, key)
    with pytest.raises(Unreadable, match=VARIABLE):
        key_from_environment()
