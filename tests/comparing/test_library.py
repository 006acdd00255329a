"""A library's index follows the files, and is never trusted where it is broken."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from compliance.comparing.files import Files
from compliance.comparing.library import INDEX, Library
from compliance.comparing.preparing import draft_side
from compliance.sources.cache import FOLDER, drop_text
from compliance.sources.importing import read_article
from compliance.sources.lock import read_lock
from compliance.sources.shelf import Stated, shelve

if TYPE_CHECKING:
    from pathlib import Path

    from compliance.comparing.model import LibraryComparison

TIDE = "Boats wait for the tide, and the tide waits for no boat, as the harbour master told the council."
PILE = "Nobody remembers who drove the first pile into the mud, though the parish book names a widow."


def compared(folder: Path, text: str = f"{TIDE}\n\n{PILE}\n") -> tuple[LibraryComparison, list[int]]:
    """What a draft took from a library, and how many articles were indexed for it."""
    indexed: list[int] = []
    library = Library(str(folder))
    found = library.compare(draft_side(text.encode(), "draft.md"), lambda done, _: indexed.append(done))
    assert library.unread == []
    return found, indexed


def sources(found: LibraryComparison) -> list[str]:
    return [os.path.basename(one.source.path) for one in found.sources]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TIDE, encoding="utf-8")
    return tmp_path


def test_only_what_is_new_is_indexed(folder: Path) -> None:
    assert compared(folder)[1] == [1]
    (folder / "b.txt").write_text(PILE, encoding="utf-8")
    found, indexed = compared(folder)
    assert indexed == [1]
    assert sources(found) == ["a.txt", "b.txt"]
    assert compared(folder)[1] == []


def test_what_is_gone_or_changed_is_forgotten(folder: Path) -> None:
    (folder / "b.txt").write_text(PILE, encoding="utf-8")
    compared(folder)
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_text("Now it says something else.", encoding="utf-8")
    found, _ = compared(folder)
    assert (found.articles, sources(found)) == (1, [])


@pytest.mark.parametrize("data", [b"this is no index at all" * 50, b""])
def test_a_broken_index_is_made_anew(folder: Path, data: bytes) -> None:
    compared(folder)
    (folder / FOLDER / INDEX).write_bytes(data)
    assert sources(compared(folder)[0]) == ["a.txt"]


def test_an_index_with_broken_pages_is_made_anew(folder: Path) -> None:
    compared(folder)
    path = folder / FOLDER / INDEX
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * (path.stat().st_size - 4096))
    assert sources(compared(folder)[0]) == ["a.txt"]


def test_without_leave_to_write_it_works_in_memory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: str) -> str:
        raise PermissionError

    monkeypatch.setattr("compliance.comparing.library.cache_folder", refused)
    assert sources(compared(folder)[0]) == ["a.txt"]
    assert not (folder / FOLDER).exists()


def test_git_ignores_the_index(folder: Path) -> None:
    compared(folder)
    assert (folder / FOLDER / ".gitignore").read_text(encoding="utf-8").endswith("*\n")


def test_the_articles_of_a_lock_are_its_library(tmp_path: Path) -> None:
    url = "https://gazette.example/2026/tides"
    article = read_article(f"# Tides\n\n{TIDE}\n\n{PILE}\n".encode(), "a.md")
    shelve(str(tmp_path), article, Stated(url=url), "2026-10-02", "")
    found, _ = compared(tmp_path)
    assert [one.source.url for one in found.sources] == [url]
    (entry,) = read_lock(str(tmp_path)).entries
    drop_text(str(tmp_path), entry.sha256)
    library = Library(str(tmp_path))
    library.compare(draft_side(TIDE.encode(), "draft.md"), lambda *_: None)
    assert library.unread == [f"{url}: its text is not at hand: compliance source fetch {url}"]


def test_files_are_read_once_while_there_is_room(folder: Path) -> None:
    (folder / "b.txt").write_text(PILE, encoding="utf-8")
    a, b = str(folder / "a.txt"), str(folder / "b.txt")
    roomy, tight = Files(10_000), Files(100)
    assert roomy.source(a) is roomy.source(a)
    first = tight.source(a)
    tight.source(b)
    assert tight.source(a) is not first
