"""What the linker promises of every draft."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.drafts.reading import read
from compliance.reuse.linker import find
from compliance.reuse.model import Declaration, Found, Publisher, Source

if TYPE_CHECKING:
    from collections.abc import Callable

GAZETTE = "https://gazette.example/2024/05/council-votes-by-night"
QUOTED = f"The [Gazette]({GAZETTE}) reports:\n\n> The council voted by night.\n"
PIECES = (
    "> ", "\n", "\n\n", "words here ", "“", "”", '"', "— ", "[x](https://a.example/2024/05/a-b-c)", ": ", "* ", "# x\n",
    "[^1]", "[^1]: ", "Source: ", "originally published by ", "This article ", "<blockquote>", "</blockquote>", "---\n",
    "https://b.example/c-d-e-f ", "link: https://a.example/2024/05/a-b-c\n", "来源：", "é", "according to ", "\r\n",
)  # fmt: skip


def linked(text: str, **options: object) -> Found:
    return find(read(text.encode(), "draft.md"), publishers=(), **options)  # type: ignore[arg-type]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_draft_gives_passages_whose_places_hold_their_words(text: str) -> None:
    draft = read(text.encode(), "draft.md")
    found = find(draft, publishers=(Publisher("a", ("x",), ("a.example",)),))
    for passage in (*(p for r in found.reuses for p in r.passages), *found.unattributed):
        assert 0 <= passage.start <= passage.end <= len(draft.text)
        for part in passage.slices:
            start, end = part.origin
            assert passage.start <= start <= end <= passage.end
    for reuse in found.reuses:
        assert reuse.domain
        assert reuse.tied_by
        assert reuse.passages or reuse.mode == "mention"


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=50, deadline=None)
def test_the_same_draft_gives_the_same_reuses(text: str) -> None:
    def told(found: Found) -> list[tuple[object, ...]]:
        return [(r.domain, r.mode, r.tied_by, r.source, [(p.start, p.end) for p in r.passages]) for r in found.reuses]

    assert told(linked(text)) == told(linked(text))


def test_own_domains_are_no_sources() -> None:
    found = linked(QUOTED, own_domains=("gazette.example",))
    assert (*found.reuses, *found.unattributed) == ()


def test_what_a_link_elsewhere_introduces_is_not_the_own_sites() -> None:
    text = QUOTED.replace("reports:", "and [the Courier](https://courier.example/) report:")
    found = linked(text, own_domains=("gazette.example",))
    assert len(found.reuses) + len(found.unattributed) == 1


def test_an_own_publisher_is_not_tied_by_name() -> None:
    herald = Publisher("herald", ("The Gazette", "Gazette"), ("gazette.example",))
    draft = read(QUOTED.replace("The [Gazette]", "The Gazette, [here]").encode(), "draft.md")
    found = find(draft, publishers=(herald,), own_domains=("gazette.example",))
    assert (*found.reuses, *found.unattributed) == ()


def test_a_known_source_brings_what_the_repository_knows_of_it() -> None:
    source = Source(GAZETTE, "Council votes by night", ("Ann Rook",), "2024-05-03")
    (reuse,) = linked(QUOTED, sources=(source,)).reuses
    assert reuse.source == source


def test_a_known_source_is_found_under_another_of_its_addresses() -> None:
    source = Source("https://gazette.example/p/77112", also=(GAZETTE + "?utm_source=mail",))
    (reuse,) = linked(QUOTED, sources=(source,)).reuses
    assert reuse.source == source


def test_a_declaration_without_a_passage_is_a_reuse() -> None:
    (reuse,) = linked("My own words.\n", declarations=(Declaration(GAZETTE, "mention"),)).reuses
    assert (reuse.mode, reuse.certainty) == ("mention", "declared")


def test_the_settings_can_name_a_source_key() -> None:
    text = f"---\nwritten_after: {GAZETTE}\n---\nWell.\n\n> The council voted by night.\n"
    assert not linked(text).reuses
    (reuse,) = linked(text, source_keys=("written_after",)).reuses
    assert reuse.tied_by == "front-matter"


@pytest.mark.parametrize("key", ["canonical_url", "sourceurl", "url"])
def test_an_address_that_ends_in_the_file_s_name_is_the_post_s_own(key: str) -> None:
    text = f"---\n{key}: https://diary.example/2024/05/locked-doors/\n---\n" + "I stood at the door all night. " * 80
    assert not find(read(text.encode(), "_posts/2024-05-03-locked-doors.md"), publishers=()).reuses
    assert find(read(text.encode(), "_posts/2024-05-03-council.md"), publishers=()).reuses


def test_a_known_publisher_s_address_is_a_source_whatever_the_file_is_called() -> None:
    text = f"---\ncanonical_url: {GAZETTE}\n---\n" + "The council voted by night. " * 80
    publisher = Publisher("gazette", ("The Gazette",), ("gazette.example",))
    (reuse,) = find(read(text.encode(), "council-votes-by-night.md"), publishers=(publisher,)).reuses
    assert reuse.mode == "repost"


def test_a_publisher_is_known_by_host_and_below() -> None:
    publisher = Publisher("gazette", ("The Gazette",), ("gazette.example",))
    text = QUOTED.replace("gazette.example", "news.gazette.example")
    (reuse,) = find(read(text.encode(), "draft.md"), publishers=(publisher,)).reuses
    assert reuse.publisher == "gazette"


def test_links_of_a_reuse_are_all_that_lead_to_its_site() -> None:
    text = QUOTED + "\nSee [more](https://www.gazette.example/) and [others](https://courier.example/x).\n"
    (reuse,) = linked(text).reuses
    assert [link.anchor for link in reuse.links] == ["Gazette", "more"]


def test_credit_lines_of_a_repost_are_told() -> None:
    text = (
        "The council voted by night. " * 20
        + f"\n\n*This article was originally published by the [Gazette]({GAZETTE}).*\n"
    )
    (reuse,) = linked(text).reuses
    assert [c.text for c in reuse.credits] == ["This article was originally published by the Gazette."]


LINK = "[Gazette](https://gazette.example/2024/05/council-votes-by-night-{})"
HOSTILE: dict[str, Callable[[int], str]] = {
    "quotations side by side": lambda n: "> words of somebody\n\n" * n,
    "quotations with introductions": lambda n: "\n\n".join(f"As {LINK.format(i)} says:\n\n> words" for i in range(n)),
    "links in one paragraph": lambda n: " ".join(LINK.format(i) for i in range(n)) + ":\n\n> words\n",
    "links in one quotation": lambda n: "> " + " ".join(LINK.format(i) for i in range(n)) + " and words\n",
    "runs in one paragraph": lambda n: "He said “the council voted by night behind locked doors.” " * n,
    "runs without an end": lambda n: "“a " * n,
    "full stops": lambda n: f"{LINK.format(1)} " + ". " * n + ":\n\n> words\n",
    "formulas": lambda n: "This article was originally published by " * n + LINK.format(1),
    "notes": lambda n: "> words[^1]\n\n" * n + "[^1]: " + LINK.format(1),
    "dashes": lambda n: "> " + "— " * n,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_draft_and_not_with_its_square(name: str) -> None:
    def seconds(n: int) -> float:
        draft = read(HOSTILE[name](n).encode(), "draft.md")
        start = time.process_time()
        find(draft, publishers=(Publisher("gazette", ("Gazette",), ("gazette.example",)),))
        return time.process_time() - start

    seconds(10)
    assert seconds(3200) < 128 * max(seconds(200), 0.004)  # 16 times the links: half of what a square would take
