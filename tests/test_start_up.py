"""`check draft.md` starts at once: what is heavy is not imported on its way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import rmtree

import pytest

from compliance.sources.model import Article
from compliance.sources.shelf import Stated, shelve

HEAVY = {
    "rich", "pydantic", "requests", "urllib3", "tldextract", "trafilatura", "lxml", "numpy", "rapidfuzz", "turbohtml",
    "yaml", "http", "socket", "importlib.metadata", "compliance.matching", "compliance.sources.fetching",
}  # fmt: skip
DRAFT = """\
As the [Harbour Gazette wrote](https://harbour-gazette.example/2026/11/slower-ferries-quieter-harbour):

> “From the first of March every ferry between the breakwater and the old customs pier will keep to six knots.”
"""
PROGRAM = """\
import sys
from compliance.cli import run
assert run(sys.argv[1:]) == 0
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize("words", [["check", "draft.md"], ["check", "--format", "json", "draft.md"]])
def test_a_plain_check_imports_nothing_heavy(words: list[str], tmp_path: Path) -> None:
    """Neither the everyday command nor one with options loads an extractor, a network library or a YAML parser."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": str(Path(__file__).parent.parent)}
    for _ in range(2):  # the first run may compile the policies
        run = subprocess.run(
            [sys.executable, "-c", PROGRAM, *words],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
    loaded = set(run.stderr.split())
    assert loaded & HEAVY == set()


def test_names_alone_need_no_command_line_parser(tmp_path: Path) -> None:
    """`check draft.md` has no option to parse, so typer is not loaded."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, "check", "draft.md"],
        cwd=tmp_path, env={"PYTHONPATH": str(Path(__file__).parent.parent)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "typer" not in run.stderr.split()


def test_a_lock_alone_loads_no_matching(tmp_path: Path) -> None:
    """Where articles are known but no text is at hand, nothing that compares texts is imported."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    story = Article(paragraphs=(DRAFT.partition("> “")[2].rstrip("”\n"),))
    stated = Stated(url="https://harbour-gazette.example/2026/11/slower-ferries-quieter-harbour")
    shelve(str(tmp_path), story, stated, "2026-11-23")
    assert loaded(tmp_path) & {"numpy", "compliance.matching"} == {"numpy", "compliance.matching"}
    rmtree(tmp_path / ".compliance-cache")
    assert loaded(tmp_path) & HEAVY == set()


def loaded(folder: Path) -> set[str]:
    """The modules that a check of the draft loads."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, "check", "draft.md"],
        cwd=folder, env={"PYTHONPATH": str(Path(__file__).parent.parent)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(run.stderr.split())
