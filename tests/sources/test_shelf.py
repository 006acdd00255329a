"""Lock and cache in step: one article is one entry, and its text is at hand or known to be missing."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from compliance.sources import LOCK
from compliance.sources.cache import cached_text, keep_text, text_path
from compliance.sources.dates import Written
from compliance.sources.links import cached_links
from compliance.sources.loading import sources_folder
from compliance.sources.lock import read_lock
from compliance.sources.model import Article, Unreadable
from compliance.sources.shelf import Stated, clean, restore, shelve, unshelve
from tests.sources.shelved import only_source

STORY = tuple(f"Paragraph {i} of the harbour story tells of the ferry number {i * 7} at the pier." for i in range(20))
HOME = "https://gazette.example/2026/slower-ferries-now"
ARTICLE = Article(paragraphs=STORY, title="Slower ferries", authors=("Ada Pier",), language="en", canonical=HOME)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path)


def put(folder: str, article: Article, day: str = "2026-11-20", **stated: str) -> object:
    return shelve(folder, article, Stated(**stated), day)  # type: ignore[arg-type]


def test_an_article_is_entered_with_its_text_beside_it(folder: str) -> None:
    put(folder, ARTICLE)
    (entry,) = read_lock(folder).entries
    assert (entry.url, entry.title, entry.read) == (HOME, "Slower ferries", "2026-11-20")
    assert cached_text(folder, entry.sha256) == ARTICLE.text


def test_the_lock_never_holds_the_text(folder: str) -> None:
    put(folder, ARTICLE)
    lock = Path(folder, LOCK).read_text(encoding="utf-8")
    assert not any(word in lock for word in ("Paragraph", "harbour", "pier."))


def test_git_ignores_the_cache(folder: str) -> None:
    git = ["git", "-C", folder]
    subprocess.run([*git, "init", "-q"], check=True)
    put(folder, ARTICLE)
    status = subprocess.run([*git, "status", "-suall"], check=True, capture_output=True, text=True)
    assert status.stdout == f"?? {LOCK}\n"


@pytest.mark.parametrize(
    "url",
    [
        f"{HOME}?utm_source=letter&fbclid=1",
        f"{HOME}/amp/",
        "http://m.gazette.example/2026/slower-ferries-now#top",
        "https://www-gazette-example.cdn.ampproject.org/c/s/gazette.example/2026/slower-ferries-now",
        f"https://web.archive.org/web/20260101000000/{HOME}",
    ],
)
def test_another_spelling_of_its_address_is_the_same_entry(folder: str, url: str) -> None:
    put(folder, replace(ARTICLE, canonical=""), url=HOME)
    put(folder, replace(ARTICLE, canonical=""), url=url)
    (entry,) = read_lock(folder).entries
    assert (entry.url, entry.also) == (HOME, ())


def test_a_copy_that_names_its_original_is_the_same_entry(folder: str) -> None:
    """A copy on another site, with a line of its own, adds its address and nothing else."""
    put(folder, ARTICLE)
    copy = replace(ARTICLE, paragraphs=("First in the Gazette.", *STORY), title="Ferries slow down")
    shelved = shelve(folder, copy, Stated(url="https://copy.example/ferries-slow-down"), "2026-11-21")
    (entry,) = read_lock(folder).entries
    assert (entry.url, entry.also, entry.title) == (HOME, ("https://copy.example/ferries-slow-down",), "Slower ferries")
    assert cached_text(folder, entry.sha256) == ARTICLE.text
    assert any(HOME in note for note in shelved.notes)


COPY = replace(ARTICLE, paragraphs=(*STORY, "This story first stood in the Gazette."), canonical="")


def test_a_copy_on_the_same_site_is_known_by_its_text(folder: str) -> None:
    put(folder, ARTICLE)
    again = "https://www.gazette.example/features/a-story-of-ferries"
    shelved = shelve(folder, COPY, Stated(url=again), "2026-11-21")
    assert len(read_lock(folder).entries) == 1
    assert (shelved.read_at, shelved.notes) == (again, (f"the text is that of {HOME}: one article, one entry",))


@pytest.mark.parametrize("copy", [COPY, replace(ARTICLE, canonical="")], ids=["near", "identical"])
def test_another_sites_copy_that_names_no_original_is_an_entry_of_its_own(folder: str, copy: Article) -> None:
    """Whose terms apply to its words is said by the draft's link, not by who was added first."""
    put(folder, ARTICLE)
    shelved = shelve(folder, copy, Stated(url="https://copy.example/a-story-of-ferries"), "2026-11-21")
    assert [e.url for e in read_lock(folder).entries] == ["https://copy.example/a-story-of-ferries", HOME]
    assert any(f"{HOME}, too: two sites, two entries" in note for note in shelved.notes)


def test_a_text_that_two_entries_have_stays_until_both_are_gone(folder: str) -> None:
    for url in (HOME, "https://copy.example/a"):
        put(folder, replace(ARTICLE, canonical=""), url=url)
    entry = unshelve(folder, HOME)
    assert entry is not None
    assert cached_text(folder, entry.sha256) == ARTICLE.text
    unshelve(folder, "https://copy.example/a")
    assert cached_text(folder, entry.sha256) is None


def test_a_copy_without_links_takes_none_from_the_original(folder: str) -> None:
    links = (("the tide tables", "https://gazette.example/tides"),)
    put(folder, replace(ARTICLE, links=links))
    put(folder, replace(ARTICLE, canonical="", links=()), url="https://copy.example/a")
    put(folder, replace(ARTICLE, links=()), url="https://other.example/b")
    assert cached_links(folder, read_lock(folder).entries[0].sha256) == links


def test_the_original_takes_the_place_of_its_copy(folder: str) -> None:
    """When only a copy was read, the original's text is the entry's as soon as it is."""
    copy = replace(ARTICLE, paragraphs=("First in the Gazette.", *STORY))
    put(folder, copy, url="https://copy.example/ferries-slow-down")
    assert read_lock(folder).entries[0].url == HOME
    put(folder, ARTICLE)
    (entry,) = read_lock(folder).entries
    assert (entry.address, entry.also) == (HOME, ("https://copy.example/ferries-slow-down",))
    assert cached_text(folder, entry.sha256) == ARTICLE.text


def test_two_entries_become_one_when_a_page_ties_them(folder: str) -> None:
    put(folder, replace(ARTICLE, canonical=""), url="https://copy.example/ferries-slow-down")
    put(folder, Article(paragraphs=("Another text altogether, and short.",)), url=HOME)
    put(folder, ARTICLE, url="https://copy.example/ferries-slow-down")
    assert len(read_lock(folder).entries) == 1


def test_another_article_is_another_entry(folder: str) -> None:
    put(folder, ARTICLE)
    put(
        folder,
        Article(paragraphs=("The tide tables that nobody reads are printed again.",)),
        url="https://gazette.example/tides",
    )
    assert len(read_lock(folder).entries) == 2


def test_a_changed_text_is_said_and_replaces_the_old(folder: str) -> None:
    put(folder, ARTICLE)
    old = read_lock(folder).entries[0].sha256
    shelved = shelve(folder, replace(ARTICLE, paragraphs=(*STORY, "A correction was added.")), Stated(), "2026-11-22")
    assert shelved.change == "changed"
    assert any("changed since 2026-11-20" in note for note in shelved.notes)
    assert not Path(text_path(folder, old)).exists()


def test_the_same_again_is_unchanged(folder: str) -> None:
    put(folder, ARTICLE)
    assert shelve(folder, ARTICLE, Stated(), "2026-11-22").change == "unchanged"


AMBIGUOUS = replace(ARTICLE, published=Written("06/05/2024", ("2024-05-06", "2024-06-05")))


def test_an_ambiguous_date_is_kept_as_written_and_said(folder: str) -> None:
    shelved = shelve(folder, AMBIGUOUS, Stated(), "2026-11-22")
    assert (shelved.entry.published, shelved.entry.unsettled) == ("", "06/05/2024")
    assert any("2024-05-06 or 2024-06-05" in note and "--published" in note for note in shelved.notes)
    assert only_source(folder).published == ""


def test_a_date_once_settled_stays_settled(folder: str) -> None:
    shelve(folder, AMBIGUOUS, Stated(published="2024-05-06"), "2026-11-22")
    again = shelve(folder, AMBIGUOUS, Stated(), "2026-11-23")
    assert (again.entry.published, again.entry.unsettled, again.notes) == ("2024-05-06", "", ())


def test_without_an_address_there_is_no_entry(folder: str) -> None:
    with pytest.raises(Unreadable, match="--url"):
        put(folder, replace(ARTICLE, canonical=""))
    assert not Path(folder, LOCK).exists()


def test_what_steers_a_terminal_is_left_out(folder: str) -> None:
    put(folder, replace(ARTICLE, title="Slow\x1b[31mer\u202e\nferries"))
    assert read_lock(folder).entries[0].title == "Slow[31mer ferries"


def test_an_entry_is_removed_with_its_text(folder: str) -> None:
    put(folder, ARTICLE)
    entry = unshelve(folder, f"{HOME}?utm_source=x")
    assert entry is not None
    assert read_lock(folder).entries == ()
    assert not Path(text_path(folder, entry.sha256)).exists()
    assert unshelve(folder, HOME) is None


def test_a_text_in_the_cache_that_is_another_does_not_count(folder: str) -> None:
    """A changed word in the cache makes the text missing; another typography does not."""
    put(folder, ARTICLE)
    entry = read_lock(folder).entries[0]
    path = Path(text_path(folder, entry.sha256))
    path.write_text(ARTICLE.text.upper(), encoding="utf-8")
    assert cached_text(folder, entry.sha256) is not None
    path.write_text(ARTICLE.text.replace("pier", "quay"), encoding="utf-8")
    assert cached_text(folder, entry.sha256) is None
    assert only_source(folder).text is None


def test_only_the_locks_text_is_restored(folder: str) -> None:
    put(folder, ARTICLE)
    entry = read_lock(folder).entries[0]
    Path(text_path(folder, entry.sha256)).unlink()
    assert not restore(folder, entry, replace(ARTICLE, paragraphs=STORY[1:]))
    assert restore(folder, entry, ARTICLE)
    assert only_source(folder).text == ARTICLE.text


def test_the_check_is_given_sources(folder: str) -> None:
    put(folder, ARTICLE)
    source = only_source(folder)
    assert (source.url, source.title, source.authors, source.text) == (
        HOME,
        "Slower ferries",
        ("Ada Pier",),
        ARTICLE.text,
    )


def test_a_missing_text_leaves_a_source_without_one(folder: str) -> None:
    put(folder, ARTICLE)
    Path(text_path(folder, read_lock(folder).entries[0].sha256)).unlink()
    assert only_source(folder).text is None


def test_a_digest_is_no_path(folder: str) -> None:
    assert cached_text(folder, "../../secret") is None


def test_the_caches_ignore_file_is_made_once(folder: str) -> None:
    keep_text(folder, "a")
    ignore = Path(folder, ".compliance-cache", ".gitignore")
    ignore.write_text("mine", encoding="utf-8")
    keep_text(folder, "b")
    assert ignore.read_text(encoding="utf-8") == "mine"


def test_the_lock_stands_beside_the_settings_or_at_the_root(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert Path(sources_folder(str(tmp_path / "a" / "b"))).resolve() == tmp_path.resolve()
    (tmp_path / "a" / "compliance.yaml").write_text("", encoding="utf-8")
    assert Path(sources_folder(str(tmp_path / "a" / "b"))).resolve() == (tmp_path / "a").resolve()


@pytest.mark.parametrize(
    ("url", "cleaned"),
    [
        ("https://a.example/x?utm_source=1&id=2#top", "https://a.example/x?id=2"),
        ("https://a.example/#!/x", "https://a.example/#!/x"),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_an_address_is_kept_without_what_tracks(url: str, cleaned: str) -> None:
    assert clean(url) == cleaned
