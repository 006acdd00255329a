"""A quotation that stops before the word that turns its sentence."""

from __future__ import annotations

import pytest

from compliance.matching.qualifiers import cut_before_qualifier, swallowed


@pytest.mark.parametrize(
    ("source", "quoted", "qualifier"),
    [
        ("The line stays open unless parliament objects.", "The line stays open", "unless"),
        ("The line stays open, but only at night.", "The line stays open", "but"),
        ("\u201cIt stays open,\u201d but only at night.", "It stays open", "but"),
        ("Die Linie bleibt, jedoch nur nachts.", "Die Linie bleibt", "jedoch"),
        ("La ligne reste, sauf la nuit.", "La ligne reste", "sauf"),
        ("Лінія працює, але вночі.", "Лінія працює", "але"),
        ("The line stays open, and there never was another.", "The line stays open", "never"),
        ("The line stays open and won't close.", "The line stays open", "won't"),
        ("\u201cIt stays open,\u201d she said, \u201cbut only at night.\u201d", "It stays open", "but"),
        ("The line stays open, and the new one, too, is not closed.", "The line stays open", None),
        ("\u201cIt stays open,\u201d she said. \u201cBut only at night.\u201d", "It stays open", None),
        ("The line stays open. But nobody uses it.", "The line stays open", None),
        ("The line stays open\n\nBut nobody uses it.", "The line stays open", None),
        ("The line stays open at night.", "The line stays open", None),
        ("The line stays open", "The line stays open", None),
    ],
)
def test_the_word_after_the_quotation(source: str, quoted: str, qualifier: str | None) -> None:
    """Only a qualifier of the same sentence counts, whatever comma or quotation mark stands between."""
    place = cut_before_qualifier(source, source.index(quoted) + len(quoted))
    assert (source[slice(*place)] if place else None) == qualifier


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("It would {not} survive.", ["not"]),
        ("We {didn\u2019t} want it.", ["didn\u2019t"]),
        ("It is open. {He did not say that} it closes.", ["not"]),
        ("It is open, {unless it rains}, until May.", ["unless"]),
        ("It is open, {provided it rains}, until May.", ["provided"]),
        ("It uses {solutions provided by} others.", []),
        ("The council, {which did not ask}, voted.", []),
        ("It is open. {Nobody knew.} The pier is old.", []),
        ("It is open. {But only at night.} The pier is old.", []),
        ("It stands {at No. 10 Downing} Street.", []),
        ("Sie hat {keinen} Hafen.", ["keinen"]),
        ("\u041e\u043d\u0438 {\u043d\u0435} \u0437\u043d\u0430\u043b\u0438.", ["\u043d\u0435"]),
    ],
)
def test_what_an_ellipsis_swallows(source: str, words: list[str]) -> None:
    """A negation of what is kept, and a limit to it; not those of a clause or a sentence that is left out whole."""
    start, end = source.index("{"), source.index("}") - 1
    plain = source.replace("{", "").replace("}", "")
    assert [plain[slice(*place)] for place in swallowed(plain, start, end)] == words
