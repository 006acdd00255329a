"""What is copied without marks counts as much as the same words in a block quotation, in every unit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.checks.case import Case
from compliance.checks.parts.taken import Taken, taken
from compliance.facts import Facts
from compliance.reuse.model import Source
from tests.reuse.copies.articles import FERRIES, GAZETTE, found_in

URL = "https://gazette.example/2026/11/pier"
OWN = "We walked home along the water, as we do on most days of the year, and thought no more of it."
PIER = """\
The harbour council said “we did not want this at all” and “we will fight it” and then “we will win in the end” as the \
clerk read the numbers to the packed hall.

“We did not want this,” said Marta Holm, who chairs the committee. “But the sea does not negotiate, and neither does \
the insurer.”

Engineers had warned that the timber piles, driven in 1803, would not survive another winter storm. The repair bill \
was put at £4.2 million, more than the town collects in a year.

The minister told the Morning Post that “there is no money for a second pier, and there never was.” He did not rule \
out a loan of $3.5 million at 2.5% for 10 years – but he called it unlikely.

Visitors (there are many) spend about 1,500 euros a day in the cafés on the quay. Their owners “do not expect” to see \
them again before 2031."""
PARAGRAPHS = PIER.split("\n\n")
FILLER = "\n\n".join(f"Other{i} sentence{i} about{i} nothing{i} special{i} here{i}." for i in range(60))
SOURCE = Source(URL, "The pier", text=f"{PIER}\n\n{FERRIES}\n\n{FILLER}")
UNITS = ("words", "sentences", "paragraphs", "lines")


def amount(draft: str, source: Source = SOURCE) -> Taken:
    """What a draft takes of an article."""
    found = found_in(draft, source)
    (reuse,) = [r for r in found.reuses if r.source.url == source.url]
    (sum_,) = taken(Case(reuse, found, GAZETTE, Facts()), "article")
    return sum_


def sizes(some: Taken) -> dict[str, float]:
    """What is taken in all units."""
    return {"characters": some.characters.with_spaces, **{unit: some.size(unit) for unit in UNITS}}


def quoted(text: str) -> str:
    """A text as a block quotation after an introduction with a link."""
    return f"[The Gazette]({URL}) reports:\n\n" + "\n".join(f"> {line}" for line in text.split("\n"))


@given(st.integers(0, len(PARAGRAPHS) - 1), st.integers(1, len(PARAGRAPHS)))
def test_paragraphs_count_the_same_marked_or_not(first: int, count: int) -> None:
    """Whatever paragraphs are copied in a row, quotation marks in them or not."""
    copy = "\n\n".join(PARAGRAPHS[first : first + count])
    assert sizes(amount(f"{OWN}\n\n{copy}\n\n{OWN}\n")) == sizes(amount(f"{OWN}\n\n{quoted(copy)}\n\n{OWN}\n"))


@settings(deadline=None)
@given(st.lists(st.sampled_from(range(len(PARAGRAPHS))), min_size=1, max_size=5), st.booleans())
def test_paragraphs_between_ones_own_count_the_same_marked_or_not(chosen: list[int], twice: bool) -> None:  # noqa: FBT001
    """Apart from each other, in any order and more than once: what is taken twice counts twice."""
    copies = [PARAGRAPHS[n] for n in (chosen * 2 if twice else chosen)]
    unmarked = "".join(f"{OWN}\n\n{copy}\n\n" for copy in copies) + OWN
    marked = "".join(f"{OWN}\n\n{quoted(copy)}\n\n" for copy in copies) + OWN
    assert sizes(amount(unmarked)) == sizes(amount(marked))


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_a_paragraph_is_one_paragraph(paragraph: str) -> None:
    assert amount(f"{OWN}\n\n{paragraph}\n\n{OWN}\n").size("paragraphs") == 1


def test_an_unmarked_copy_is_one_quotation() -> None:
    found = found_in(f"{OWN}\n\n{PARAGRAPHS[0]}\n\n{OWN}\n", SOURCE)
    (part,) = taken(Case(found.reuses[0], found, GAZETTE, Facts()), "quotation")
    assert part.characters.with_spaces == len(PARAGRAPHS[0])


def test_the_quoters_own_marks_are_left_out() -> None:
    first, second = PARAGRAPHS[2].split(". ")
    assert amount(f"{OWN} “{first}.” {second} {OWN}\n").characters.with_spaces == len(PARAGRAPHS[2])


def test_two_block_quotations_add_up() -> None:
    text = f"[The Gazette]({URL}) reports:\n\n> {PARAGRAPHS[1]}\n\n\n<!-- -->\n\n> {PARAGRAPHS[2]}\n"
    assert amount(text).characters.with_spaces == len(PARAGRAPHS[1]) + len(PARAGRAPHS[2])


def test_an_edited_copy_with_quotations_in_it_is_whole() -> None:
    copy = PARAGRAPHS[0].replace("packed", "crowded")
    assert amount(f"{OWN}\n\n{copy}\n\n{OWN}\n").characters.with_spaces == len(copy)


def test_words_that_introduce_a_quotation_are_not_charged() -> None:
    text = f"{OWN} The [Gazette]({URL}) said “we did not want this at all”. {OWN}\n"
    assert amount(text).characters.with_spaces == len("we did not want this at all")
