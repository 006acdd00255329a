"""Which files are drafts: folders, what git ignores, what it has staged or changed."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from compliance import discovery
from compliance.discovery import RevisionError, is_draft, is_excluded
from compliance.drafts.reading import SUFFIXES

HOOKS = Path(__file__).parent.parent / ".pre-commit-hooks.yaml"


def excludes_nothing(_path: str) -> bool:
    return False


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=Editor", "-c", "user.email=editor@ferryman.example")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)  # noqa: S607


@pytest.fixture
def work_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git work tree with one committed draft, as the current folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    git("init", "-q")
    (tmp_path / "old.md").write_text("old\n", encoding="utf-8")
    git("add", "old.md")
    git("commit", "-q", "-m", "old")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "pattern", "folder", "expected"),
    [
        ("archive/2020/a.md", "archive", "", True),
        ("archive/2020/a.md", "archive/", "", True),
        ("archive/2020/a.md", "./archive/*", "", True),
        ("archive.md", "archive", "", False),
        ("news/archive/a.md", "archive", "", False),
        ("news/archive/a.md", "archive", "news", True),
        ("news/a.md", "*.md", "", True),
        ("news/a.mdx", "*.md", "", False),
        ("a[1].md", "a[1].md", "", False),
    ],
)
def test_a_glob_is_relative_to_its_folder_and_takes_folders_whole(
    path: str, pattern: str, folder: str, *, expected: bool
) -> None:
    assert is_excluded(path, pattern, folder) is expected


def test_below_a_folder_drafts_come_by_name_and_hidden_folders_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.md", "a/z.html", "a/notes.pdf", ".cache/x.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [f.path for f in discovery.below(".", excludes_nothing)] == [os.path.join("a", "z.html"), "b.md"]


def test_in_a_work_tree_what_git_ignores_is_left_out(work_tree: Path) -> None:
    (work_tree / ".gitignore").write_text("ignored.md\n", encoding="utf-8")
    for name in ("ignored.md", "new.md"):
        (work_tree / name).write_text("x", encoding="utf-8")
    assert [f.path for f in discovery.below(".", excludes_nothing)] == ["new.md", "old.md"]


def test_a_staged_draft_is_read_as_staged(work_tree: Path) -> None:
    (work_tree / "new.md").write_text("staged\n", encoding="utf-8")
    git("add", "new.md")
    (work_tree / "new.md").write_text("changed since\n", encoding="utf-8")
    assert [(f.path, f.read()) for f in discovery.staged(excludes_nothing)] == [("new.md", b"staged\n")]


def test_a_link_that_becomes_a_file_is_staged_too(work_tree: Path) -> None:
    (work_tree / "new.md").symlink_to("old.md")
    git("add", "new.md")
    git("commit", "-q", "-m", "link")
    (work_tree / "new.md").unlink()
    (work_tree / "new.md").write_text("its own\n", encoding="utf-8")
    git("add", "new.md")
    assert [f.path for f in discovery.staged(excludes_nothing)] == ["new.md"]


def test_changed_are_the_drafts_that_differ_and_those_that_are_new(work_tree: Path) -> None:
    (work_tree / "same.md").write_text("same\n", encoding="utf-8")
    git("add", "same.md")
    git("commit", "-q", "-m", "same")
    (work_tree / "old.md").write_text("changed\n", encoding="utf-8")
    (work_tree / "new.md").write_text("new\n", encoding="utf-8")
    assert [f.path for f in discovery.changed("HEAD", excludes_nothing)] == ["new.md", "old.md"]
    assert [f.path for f in discovery.changed("HEAD~1", excludes_nothing)] == ["new.md", "old.md", "same.md"]


def test_staged_and_changed_are_those_of_the_whole_work_tree(work_tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (work_tree / "notes").mkdir()
    (work_tree / "old.md").write_text("changed\n", encoding="utf-8")
    (work_tree / "notes" / "new.md").write_text("new\n", encoding="utf-8")
    git("config", "diff.relative", "true")
    git("add", "old.md")
    monkeypatch.chdir(work_tree / "notes")
    assert [(f.path, f.read()) for f in discovery.staged(excludes_nothing)] == [("../old.md", b"changed\n")]
    assert [f.path for f in discovery.changed("HEAD", excludes_nothing)] == ["new.md", "../old.md"]


def test_a_revision_that_is_none_is_told(work_tree: Path) -> None:
    for base in ("nowhere", "", "HEAD..nowhere", f"--output={work_tree / 'written'}"):
        with pytest.raises(RevisionError, match=f"'{base}'"):
            discovery.changed(base, excludes_nothing)
    assert not (work_tree / "written").exists()


@pytest.mark.parametrize("name", [*(f"news/a{s}" for s in SUFFIXES), "A.MD", "a.png", "a.md.bak", "md", "x.html/a.css"])
def test_the_hook_is_given_the_drafts_that_a_folder_would_give(name: str) -> None:
    hook = next(h for h in yaml.safe_load(HOOKS.read_text(encoding="utf-8")) if h["id"] == "republish-check")
    assert (hook["types"], re.search(hook["exclude"], name) is None) == (["file"], is_draft(name))
    assert "|".join(suffix.removeprefix(".") for suffix in SUFFIXES) in hook["exclude"]
