"""The index over many sources."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from compliance.matching.index import SourceIndex, SourceIndexError
from tests.matching.articles import ARTICLE, HOST

if TYPE_CHECKING:
    from pathlib import Path

PARAGRAPH = ARTICLE[ARTICLE.index("Fishermen") : ARTICLE.index("Critics")]


def names(index: SourceIndex, draft: str) -> list[str]:
    """The names of the candidates for a draft."""
    return [candidate.name for candidate in index.candidates(draft)]


def test_a_draft_is_led_to_its_source(tmp_path: Path) -> None:
    """A copied paragraph points to its article, and the index is there again when it is opened again."""
    path = tmp_path / "index.db"
    with SourceIndex(path) as index:
        index.add([("ferry", ARTICLE), ("bread", HOST)])
    with SourceIndex(path) as index:
        assert names(index, f"A draft.\n\n{PARAGRAPH}") == ["ferry"]
        assert list(index.names()) == ["bread", "ferry"]
        assert len(index) == 2


def test_the_source_that_shares_more_comes_first(tmp_path: Path) -> None:
    """Candidates are in order of what they share."""
    with SourceIndex(tmp_path / "index.db") as index:
        index.add([("part", PARAGRAPH[:150]), ("whole", ARTICLE)])
        assert names(index, PARAGRAPH) == ["whole", "part"]
        assert [one.name for one in index.candidates(PARAGRAPH, most=1)] == ["whole"]


def test_a_removed_source_is_no_candidate(tmp_path: Path) -> None:
    """Removing takes everything of it away, and of no other."""
    with SourceIndex(tmp_path / "index.db") as index:
        index.add([("ferry", ARTICLE), ("copy", ARTICLE)])
        index.remove(["ferry", "unknown"])
        assert names(index, PARAGRAPH) == ["copy"]


def test_adding_a_name_again_replaces_its_text(tmp_path: Path) -> None:
    """The latest text of a name counts, also within one call."""
    with SourceIndex(tmp_path / "index.db") as index:
        index.add([("a", ARTICLE)])
        index.add([("a", HOST), ("b", ARTICLE), ("b", HOST)])
        assert names(index, PARAGRAPH) == []
        assert names(index, HOST) == ["a", "b"]


def test_a_failed_addition_leaves_no_trace(tmp_path: Path) -> None:
    """What is added is added as a whole or not at all."""
    with SourceIndex(tmp_path / "index.db") as index:
        index.add([("bread", HOST)])
        with pytest.raises(sqlite3.ProgrammingError):
            index.add([("ferry", ARTICLE), (object(), ARTICLE)])  # type: ignore[list-item]
        assert list(index.names()) == ["bread"]
        assert names(index, PARAGRAPH) == []


def test_boilerplate_of_all_sources_tells_nothing(tmp_path: Path) -> None:
    """Words that stand in very many sources make none of them a candidate."""
    boilerplate = "Subscribe to our newsletter and never miss a story about the harbour and its people again."
    with SourceIndex(tmp_path / "index.db") as index:
        index.add((f"{number}", f"{boilerplate} Number {number}.") for number in range(300))
        index.add([("ferry", f"{ARTICLE} {boilerplate}")])
        assert names(index, f"{boilerplate} {PARAGRAPH}") == ["ferry"]


@pytest.mark.parametrize("text", ["", "one", "one two three", "\ud800"])
def test_short_texts_are_taken(tmp_path: Path, text: str) -> None:
    """A text of hardly any words is kept and never found."""
    with SourceIndex(tmp_path / "index.db") as index:
        index.add([("short", text)])
        assert names(index, text) == []


def test_another_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    """Neither a text file nor somebody else's database is taken for an index."""
    text, database = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_text("not a database, but long enough to be taken for one " * 10)
    with sqlite3.connect(database) as other:
        other.execute("CREATE TABLE mine (x)")
    other.close()
    for path in (text, database):
        before = path.read_bytes()
        with pytest.raises(SourceIndexError, match="no index"):
            SourceIndex(path)
        assert path.read_bytes() == before


def test_another_version_is_refused(tmp_path: Path) -> None:
    """An index of a later version is not misread."""
    path = tmp_path / "index.db"
    SourceIndex(path).close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(SourceIndexError, match="version 99"):
        SourceIndex(path)
