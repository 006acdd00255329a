"""Which files of a request are drafts: names, folders, what git has staged or changed."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING

from compliance.drafts.reading import SUFFIXES
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STDIN = "-"


class UnreachableError(Exception):
    """A file, a folder or a git revision that cannot be had; the message says which, why, and what to do."""


class RevisionError(Exception):
    """A git revision was asked for that there is not; the message says which, and what to do."""


@dataclass(frozen=True, slots=True)
class DraftFile:
    """One file to check: the path it is reported under and how to get its bytes (raises ``UnreachableError``)."""

    path: str
    read: Callable[[], bytes]


def is_draft(path: str) -> bool:
    """Whether a file's name says that it can be read as a draft."""
    return path.lower().endswith(SUFFIXES)


def is_excluded(path: str, pattern: str, folder: str = "") -> bool:
    """Whether a path matches a glob relative to a folder, or lies in a folder that does; ``*`` also matches ``/``."""
    inside = os.path.relpath(path, folder or ".").replace(os.sep, "/")
    return _glob(pattern).match(inside) is not None


@cache
def _glob(pattern: str) -> re.Pattern[str]:
    from fnmatch import translate

    bare = pattern.removeprefix("./").rstrip("/")
    return re.compile(f"{translate(bare)}|{translate(bare + '/*')}")


def named(path: str) -> DraftFile:
    """A file that was asked for by name."""
    return DraftFile(path, lambda: read_file(path))


def read_file(path: str) -> bytes:
    """The bytes of a file; raises ``UnreachableError`` with the reason."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        raise UnreachableError(f"{path}: there is no such file") from None
    except OSError as error:
        raise UnreachableError(f"{path}: cannot be read: {error.strerror}") from None


def below(folder: str, excluded: Callable[[str], bool]) -> Iterator[DraftFile]:
    """The drafts in a folder and its subfolders in the order of their names.

    In a git work tree, what git ignores is left out; elsewhere hidden folders are.
    """
    listed = _git_files(folder)
    for path in sorted(_walk(folder) if listed is None else listed):
        if is_draft(path) and not excluded(path):
            yield named(path)


def has_ignored(folder: str) -> bool:
    """Whether a folder without a draft to check has some that git ignores, or that are excluded."""
    return any(map(is_draft, _walk(folder)))


def staged(excluded: Callable[[str], bool]) -> list[DraftFile]:
    """The drafts of the whole work tree that git has staged for the next commit, with their staged contents."""
    root = _root()
    return [
        DraftFile(_from_here(root, name), lambda name=name: _git("show", f":{name}"))  # type: ignore[misc] # binds each
        for name in _git_names("diff", "--cached", "--no-relative", "--name-only", "--diff-filter=ACMRT", "-z")
        if is_draft(name) and not excluded(_from_here(root, name))
    ]


def changed(base: str, excluded: Callable[[str], bool]) -> list[DraftFile]:
    """The drafts of the whole work tree that differ from a git revision, and those that git does not know yet.

    Raises ``RevisionError`` where there is no such revision.
    """
    root = _root()
    _check_revision(base)
    names = {
        *_git_names("diff", "--no-relative", "--name-only", "--diff-filter=ACMRT", "-z", base, "--"),
        *_git_names("ls-files", "--others", "--exclude-standard", "-z", folder=root),
    }
    paths = (_from_here(root, name) for name in sorted(names) if is_draft(name))
    return [named(path) for path in paths if not excluded(path)]


def _check_revision(base: str) -> None:
    if not base or base.startswith("-"):
        raise RevisionError(f"'{base}' is no git revision: name a branch, a tag or a commit")
    try:
        _git("rev-parse", "--quiet", base, "--")
    except UnreachableError:
        remedy = "name a branch, a tag or a commit that is in this clone, or get it with git fetch"
        raise RevisionError(f"git knows no revision '{base}' here: {remedy}") from None


def _root() -> str:
    """The work tree's top folder as seen from here."""
    return os.fsdecode(_git("rev-parse", "--show-cdup")).rstrip("\r\n") or "."


def _from_here(root: str, name: str) -> str:
    return os.path.relpath(os.path.join(root, name))


def _walk(folder: str) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (os.path.normpath(os.path.join(parent, name)) for name in files)


def _git_files(folder: str) -> list[str] | None:
    """What git knows below a folder or does not ignore there, or None outside a work tree."""
    try:
        names = _git_names("ls-files", "--cached", "--others", "--exclude-standard", "-z", folder=folder)
    except UnreachableError:
        return None
    paths = (os.path.normpath(os.path.join(folder, name)) for name in names)
    return [path for path in paths if os.path.isfile(path)]


def _git_names(*arguments: str, folder: str = ".") -> list[str]:
    output = _git(*arguments, folder=folder)
    return [os.fsdecode(name) for name in output.split(b"\0") if name]


def _git(*arguments: str, folder: str = ".") -> bytes:
    import subprocess

    try:
        run = subprocess.run(["git", "-C", folder, *arguments], capture_output=True, check=False)  # noqa: S603, S607 - git
    except OSError as error:
        raise UnreachableError(f"git cannot be run: {error.strerror}") from None
    if run.returncode:
        reason = run.stderr.decode(errors="replace").strip().splitlines() or ["it gave no reason"]
        raise UnreachableError(f"git {arguments[0]}: {reason[0]}")
    return run.stdout
