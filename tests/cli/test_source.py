"""``compliance source``: what it prints, asks and leaves with."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from compliance.cli import run
from compliance.sources import LOCK, fetching
from compliance.sources.cache import text_path
from compliance.sources.lock import read_lock

if TYPE_CHECKING:
    from tests.conftest import Site

loopback = pytest.mark.allow_hosts(["127.0.0.1"])
STORY = " ".join(
    f"<p>The ferry number {i} keeps to six knots between the pier and the breakwater, says rule {i}.</p>"
    for i in range(12)
)
HOME = "https://gazette.example/2026/slower-ferries-now"


def page(canonical: str = "", date: str = "", story: str = STORY) -> str:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    head = f"<head><title>Slower ferries</title>{link}</head>"
    article = f"<article><h1>Slower ferries</h1><p>By Ada Pier</p><p>{date}</p>{story}</article>"
    return f"<!doctype html><html lang=en>{head}<body>{article}</body></html>"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository as the current folder, and fetching opened for the loopback interface alone."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    opened = partial(fetching.Fetcher, permitted=lambda ip: ip.is_loopback, pause=0.0)
    monkeypatch.setattr(fetching, "Fetcher", opened)
    return tmp_path


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A terminal on which a person gives these answers, last first."""
    answers: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: answers.pop())
    return answers


def source(*words: str) -> int:
    return run(["source", *words])


def test_a_saved_page_is_added_and_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.html").write_text(page(HOME, "March 4, 2026"), encoding="utf-8")
    assert source("add", "a.html") == 0
    assert capsys.readouterr().out.startswith(f"added      {HOME}  Slower ferries  (")
    assert source("list") == 0
    assert capsys.readouterr().out.split()[0] == "2026-03-04"


def test_facts_that_are_stated_go_before_the_pages(folder: Path) -> None:
    (folder / "a.html").write_text(page("", "04/03/2026"), encoding="utf-8")
    options = [
        "--url",
        HOME,
        "--title",
        "T",
        "--author",
        "A",
        "--author",
        "B",
        "--published",
        "2026-03-05",
        "--language",
        "fr",
    ]
    assert source("add", "a.html", *options) == 0
    (entry,) = read_lock(".").entries
    assert (entry.url, entry.title, entry.authors, entry.published, entry.language) == (
        HOME,
        "T",
        ("A", "B"),
        "2026-03-05",
        "fr",
    )


@pytest.mark.parametrize(
    ("name", "settings", "is_told"),
    [
        ("a.html", "", True),
        ("a.page", "", False),
        ("pages/a.html", "exclude: [pages]", False),
        ("pages/a.html", "exclude: [other]", True),
        ("../a.html", "", False),
    ],
)
def test_a_saved_page_among_the_drafts_is_told(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    settings: str,
    is_told: bool,  # noqa: FBT001 - a case's own
) -> None:
    (folder / "pages").mkdir()
    (folder / "compliance.yaml").write_text(settings, encoding="utf-8")
    (folder / name).write_text(page(HOME), encoding="utf-8")
    assert source("add", name) == 0
    told = f"note: {name}: `check` reads this file as a draft: keep saved pages out of the drafts' folders"
    assert (told in capsys.readouterr().err) is is_told


def test_authors_stated_together_are_told_apart(folder: Path) -> None:
    (folder / "a.html").write_text(page(HOME), encoding="utf-8")
    assert source("add", "a.html", "--author", "Jane Roe, Li Wei", "--author", "Bo Quay and Cy Dock") == 0
    assert read_lock(".").entries[0].authors == ("Jane Roe", "Li Wei", "Bo Quay", "Cy Dock")


def test_an_ambiguous_date_is_never_guessed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal the entry says that the date is open, and a note says how to settle it."""
    (folder / "a.html").write_text(page(HOME, "06/05/2024"), encoding="utf-8")
    assert source("add", "a.html") == 0
    assert "06/05/2024 is 2024-05-06 or 2024-06-05" in capsys.readouterr().err
    assert 'unsettled: "06/05/2024"' in (folder / LOCK).read_text(encoding="utf-8")


@pytest.mark.parametrize(("order", "day"), [("dmy", "2024-05-06"), ("mdy", "2024-06-05")])
def test_a_flag_settles_the_order(folder: Path, order: str, day: str) -> None:
    (folder / "a.html").write_text(page(HOME, "06/05/2024"), encoding="utf-8")
    assert source("add", "a.html", "--date-order", order) == 0
    assert read_lock(".").entries[0].published == day


def test_on_a_terminal_it_asks(folder: Path, terminal: list[str]) -> None:
    """For the day, by number, and for an address that is not known."""
    (folder / "a.html").write_text(page("", "06/05/2024"), encoding="utf-8")
    terminal += ["2", "9", HOME]
    assert source("add", "a.html") == 0
    assert (read_lock(".").entries[0].url, read_lock(".").entries[0].published) == (HOME, "2024-06-05")


def test_no_answer_leaves_the_date_open(folder: Path, terminal: list[str]) -> None:
    (folder / "a.html").write_text(page(HOME, "06/05/2024"), encoding="utf-8")
    terminal += [""]
    assert source("add", "a.html") == 0
    assert read_lock(".").entries[0].unsettled == "06/05/2024"


@loopback
def test_an_address_is_fetched_with_its_redirects(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.put("/2026/slower-ferries-now", page())
    url = site.redirect("/short-link-to-it", "/2026/slower-ferries-now")
    assert source("add", url) == 0
    (entry,) = read_lock(".").entries
    assert (entry.url, entry.also) == (site.root + "/2026/slower-ferries-now", (url,))
    assert "added" in capsys.readouterr().out


@loopback
def test_many_show_progress_and_all_are_tried(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """One that fails does not keep the others from being added; the exit code says that it did."""
    good = site.put("/2026/slower-ferries-now", page())
    assert source("add", site.root + "/none-of-these-is-there", good) == 3
    output = capsys.readouterr()
    assert "[1/2]" in output.err
    assert "not added" in output.err
    assert "404" in output.err
    assert "1 of 2 could not be had" in output.err
    assert output.out.startswith("added")


@loopback
def test_a_page_that_became_the_home_page_is_gone(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.put("/", page())
    assert source("add", site.redirect("/2026/slower-ferries-now", "/")) == 3
    assert "home page" in capsys.readouterr().err


@loopback
def test_fetch_fills_the_cache_and_leaves_the_lock(site: Site, folder: Path) -> None:
    source("add", site.put("/2026/slower-ferries-now", page()))
    before = (folder / LOCK).read_bytes()
    path = Path(text_path(".", read_lock(".").entries[0].sha256))
    path.unlink()
    assert source("fetch") == 0
    assert path.exists()
    assert (folder / LOCK).read_bytes() == before
    asked = len(site.asked)
    assert source("fetch") == 0
    assert len(site.asked) == asked


@loopback
def test_fetch_takes_no_other_text(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that has changed is for `refresh`, which says so."""
    url = site.put("/2026/slower-ferries-now", page())
    source("add", url)
    Path(text_path(".", read_lock(".").entries[0].sha256)).unlink()
    site.put("/2026/slower-ferries-now", page(story=STORY.replace("six", "ten")))
    assert source("fetch") == 3
    assert "compliance source refresh" in capsys.readouterr().err
    assert source("refresh", url) == 0
    output = capsys.readouterr()
    assert output.out.startswith("changed")
    assert "the text has changed since" in output.err


@loopback
def test_refresh_keeps_what_a_person_stated(site: Site) -> None:
    source(
        "add",
        site.put("/2026/slower-ferries-now", page(date="06/05/2024")),
        "--title",
        "Mine",
        "--published",
        "2024-05-06",
    )
    assert source("refresh") == 0
    assert (read_lock(".").entries[0].title, read_lock(".").entries[0].published) == ("Mine", "2024-05-06")


def test_show_and_remove_take_any_of_its_addresses(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.html").write_text(page(HOME), encoding="utf-8")
    source("add", "a.html")
    capsys.readouterr()
    assert source("show", f"{HOME}?utm_source=x", "--format", "json") == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["url"], facts["authors"]) == (HOME, ["Ada Pier"])
    assert Path(facts["text"]).exists()
    assert source("remove", f"{HOME}/amp/") == 0
    assert read_lock(".").entries == ()
    assert not Path(facts["text"]).exists()


def test_a_damaged_lock_stops_every_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.html").write_text(page(HOME), encoding="utf-8")
    source("add", "a.html")
    lock = (folder / LOCK).read_text(encoding="utf-8")
    (folder / LOCK).write_text(lock.replace("Slower", "Faster"), encoding="utf-8")
    for words in (["list"], ["add", "a.html"], ["refresh"], ["fetch"], ["remove", HOME]):
        assert source(*words) == 2
        assert f"{LOCK}:5:1:" in capsys.readouterr().err
    assert "Faster" in (folder / LOCK).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["add", "a.html", "b.html", "--url", HOME], "add it alone"),
        (["add", "a.html", "--published", "06/05/2024"], "YYYY-MM-DD"),
        (["add", "a.html", "--date-order", "ymd"], "dmy, mdy"),
        (["add", "a.html", "--url", "gazette.example"], "https://"),
        (["add", "-", "-"], "once"),
        (["add", "a.html", "--fingerprints"], "COMPLIANCE_SOURCES_KEY"),
        (["add", "a.html", "--sources", "nowhere"], "no such folder"),
        (["show", HOME], "does not know it"),
        (["list", "--format", "yaml"], "text, json"),
    ],
)
def test_a_wrong_request_says_what_is_wrong(words: list[str], reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert source(*words) == 2
    assert reason in capsys.readouterr().err


def test_a_missing_file_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert source("add", "none.html") == 3
    assert "there is no such file" in capsys.readouterr().err


def test_fingerprints_are_kept_when_asked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLIANCE_SOURCES_KEY", "a secret of the repository")
    (folder / "a.html").write_text(page(HOME), encoding="utf-8")
    source("add", "a.html")
    assert read_lock(".").entries[0].fingerprints == ""
    assert source("add", "a.html", "--fingerprints") == 0
    assert read_lock(".").entries[0].fingerprints.startswith("blake2b-1:3/4/16:")


def test_without_the_extractor_it_says_how_to_install_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    (folder / "a.html").write_text(page(HOME), encoding="utf-8")
    assert source("add", "a.html") == 3
    assert "its extra 'sources'" in capsys.readouterr().err
