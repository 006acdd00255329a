"""Articles read from pages: the story, and what the page says of it."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.sources.bylines import byline
from compliance.sources.cues import furniture
from compliance.sources.dates import is_day, read_date
from compliance.sources.digest import digest, folded
from compliance.sources.importing import read_article
from compliance.sources.likeness import is_copy
from compliance.sources.model import Article, Unreadable
from compliance.sources.plain import read_plain

CASES = sorted(
    p
    for p in (Path(__file__).parent / "cases").iterdir()
    if p.suffix in (".txt", ".html") or p.name == "front-matter.md"
)
PAGE = Path(__file__).parents[3] / "shared/corpora/euromaidan-press/page.txt"


def described(article: Article) -> str:
    """An article as the cases describe it."""
    facts = {
        "title": article.title,
        "authors": "; ".join(article.authors),
        "days": " ".join(article.published.days) if article.published else "",
        "language": article.language,
        "canonical": article.canonical,
    }
    return "\n".join(f"{k}: {v}" for k, v in facts.items() if v) + "\n\n" + article.text + "\n"


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.name)
def test_the_story_of_a_page_is_told_from_the_page(path: Path) -> None:
    article = read_article(path.read_bytes(), path.name)
    assert described(article) == path.with_suffix(".story").read_text(encoding="utf-8")


@pytest.mark.skipif(not PAGE.exists(), reason="the page is not at hand")
def test_a_real_page() -> None:
    """Headline, byline and story, and nothing of what stands around them."""
    article = read_article(PAGE.read_bytes(), PAGE.name)
    assert (article.authors, len(article.paragraphs)) == (("Olena Mukhina",), 7)
    assert article.published is not None
    assert article.published.days == ("2024-05-06", "2024-06-05")
    assert article.text.endswith("and the UK.")
    for word in ("Copyright", "hyperlink", "patron", "Flickr", "Ctrl", "Read more", "Privacy", "minute"):
        assert word not in article.text


@pytest.mark.parametrize(
    ("written", "order", "days"),
    [
        ("06/05/2024", "", ("2024-05-06", "2024-06-05")),
        ("06/05/2024", "dmy", ("2024-05-06",)),
        ("06/05/2024", "mdy", ("2024-06-05",)),
        ("06.05.2024", "", ("2024-05-06", "2024-06-05")),
        ("26/05/2024", "", ("2024-05-26",)),
        ("05/26/2024", "dmy", ("2024-05-26",)),
        ("05/05/2024", "", ("2024-05-05",)),
        ("2024-05-06T10:00:00Z", "", ("2024-05-06",)),
        ("2024/5/6", "", ("2024-05-06",)),
        ("May 6, 2024", "", ("2024-05-06",)),
        ("Monday, 6th of May 2024", "", ("2024-05-06",)),
        ("6 мая 2024", "", ("2024-05-06",)),
        ("6 травня 2024 року", "", ("2024-05-06",)),
        ("6 de mayo de 2024", "", ("2024-05-06",)),
        ("2024年5月6日", "", ("2024-05-06",)),
        ("5 listopada 2024", "", ("2024-10-05", "2024-11-05")),
    ],
)
def test_a_date_has_the_days_it_can_mean(written: str, order: str, days: tuple[str, ...]) -> None:
    found = read_date(f"Published {written}", order)  # type: ignore[arg-type]
    assert found is not None
    assert found.days == days


@pytest.mark.parametrize(
    "text", ["", "no date", "30/02/2024", "31.31.2024", "1.2.3", "192.168.1.10", "12/2024", "page 3/4"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "good"), [("2024-02-29", True), ("2023-02-29", False), ("2024-5-6", False), ("x", False)]
)
def test_a_day_is_one_of_the_calendar(text: str, *, good: bool) -> None:
    assert is_day(text) is good


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("byAda Pier", ("Ada Pier",)),
        ("By ADA PIER and Bo Quay", ("ADA PIER", "Bo Quay")),
        ("By Ada Pier, Bo Quay & Cy van der Dock | Harbour", ("Ada Pier", "Bo Quay", "Cy van der Dock")),
        ("Von Ada Pier", ("Ada Pier",)),
        ("Автор: Ада Пірс", ("Ада Пірс",)),
        ("Par Ada Pier et Bo Quay", ("Ada Pier", "Bo Quay")),
        ("Text: Ada Pier", ("Ada Pier",)),
        ("VON ADA PIER", ("ADA PIER",)),
        ("By Ada Pier, Harbour Editor", ("Ada Pier",)),
        ("By Ada Pier, 4 March 2026", ("Ada Pier",)),
        ("文/张三", ("张三",)),
        ("By Friday", ()),
        ("By Marta Holm's count there were 300 people in the hall.", ()),
        ("Byron was a poet", ()),
        ("By the way, the ferries are late again", ()),
        ("Di Maio said no", ()),
        ("By noon the ferry had left", ()),
    ],
)
def test_a_byline_names_persons(line: str, authors: tuple[str, ...]) -> None:
    assert byline(line) == authors


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Eng", "language"),
        ("Укр | Рус | Eng", "language"),
        ("© 2026 Gazette", "rights"),
        ("Copyright © 2024 X.com", "rights"),
        ("Reprinting our materials is allowed with an active hyperlink to the site.", "rights"),
        ("Share on Facebook", "share"),
        ("Read more:", "related"),
        ("See also: The tide tables", "related"),
        ("Become a Patron!", "support"),
        ("Donate", "support"),
        ("Sign up for our newsletter", "signup"),
        ("Comments (12)", "comments"),
        ("Photo: Bo Quay", "caption"),
        ("A pier in fog. Credit: Bo Quay/Flickr", "caption"),
        ("A pier in fog (AP Photo/Bo Quay)", "caption"),
        ("5 min read", "date"),
        ("Privacy Policy", "site"),
        ("English majors find work at last", ""),
        ("He read more: books, papers, the walls of the town.", ""),
        ("Share prices fell on Tuesday.", ""),
        ("The minister said that the photo was false.", ""),
        ("Copyright law will change.", ""),
    ],
)
def test_furniture_is_known_by_what_it_says(line: str, kind: str) -> None:
    assert furniture(line) == kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"a\0b", "not a text"),
        (b"ok\n\xff", "line 2"),
        (b"Menu\nHome\n", "no story"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read_article(data, "x.txt")


@pytest.mark.parametrize("name", ["x.html", "x.txt", "x.md", ""])
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    try:
        article = read_article(data, name)
    except Unreadable:
        return
    assert article.text


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "a " * 100_000 + ".",
        "." * 100_000 + "a",
        "Photo: " * 20_000,
        "our " * 30_000,
        "by A" * 30_000,
        "12/12/" * 20_000,
        "\n\n".join(["x"] * 50_000),
        "share " * 20_000,
        "-" * 100_000 + "\n",
    ],
    ids=lambda t: t[:6],
)
def test_hostile_text_takes_no_longer(text: str) -> None:
    start = time.process_time()
    with suppress(Unreadable):
        read_plain(text)
    assert time.process_time() - start < 3


@given(st.text(max_size=80))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_the_digest_survives_typography_and_no_changed_word() -> None:
    assert digest("“Six knots” — it’s\u00a0slow") == digest('"six  knots" - it\'s slow')
    assert digest("co\u00adoperate") == digest("cooperate")
    assert digest("5.5 million") != digest("55 million")
    assert digest("किताब") != digest("कतब")


def test_a_copy_is_told_from_a_follow_up() -> None:
    """A syndicated copy with a line of its own is the article; a story that shares paragraphs with it is not."""
    story = " ".join(f"word{i} of the harbour story" for i in range(60))
    other = " ".join(f"new{i} things were said" for i in range(60))
    assert is_copy(story, f"This story first stood in the Gazette. {story}")
    assert not is_copy(story, f"{story[: len(story) // 2]} {other}")
    assert not is_copy("", story)
