"""A quotation that stops before the word that turns its sentence."""

from __future__ import annotations

import pytest

from compliance.matching.qualifiers import cut_before_qualifier


@pytest.mark.parametrize(
    ("source", "quoted", "qualifier"),
    [
        ("The line stays open unless parliament objects.", "The line stays open", "unless"),
        ("The line stays open, but only at night.", "The line stays open", "but"),
        ("\u201cIt stays open,\u201d but only at night.", "It stays open", "but"),
        ("Die Linie bleibt, jedoch nur nachts.", "Die Linie bleibt", "jedoch"),
        ("La ligne reste, sauf la nuit.", "La ligne reste", "sauf"),
        ("Лінія працює, але вночі.", "Лінія працює", "але"),
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
