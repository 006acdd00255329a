"""The policy files that a command names, read beside all others that they build upon."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from compliance.policies.loading import Shelf
from compliance.policies.opening import policy_files
from compliance.policies.packing import check as check_files
from compliance.policies.testing import run_tests
from compliance.values import dataclass
from compliance.yamlreading import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.policies.packing import PolicySource
    from compliance.policies.testing import Check, PolicyTest


@dataclass(frozen=True, slots=True)
class Chosen:
    """The files a command is about, and the folders that they are read with (besides the bundled one)."""

    files: tuple[PolicySource, ...]
    folders: tuple[str, ...]


def choose(paths: Sequence[str], folders: Sequence[str]) -> Chosen:
    """The policy files at these paths (files, or folders of them); without paths those of ``folders`` and the bundled.

    Raises ``FileNotFoundError`` for a path that is not there or holds no policy.
    """
    bundled = {file.path: file for file in policy_files()}
    own = dict.fromkeys(path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths)
    own = {folder: None for folder in own if not _is_bundled(folder, bundled)}
    together = tuple(dict.fromkeys((*own, *folders)))
    files = policy_files(together)
    wanted = [file for file in files if not paths or any(_is_at(file, path) for path in paths)]
    for path in paths:
        if not os.path.exists(path):
            raise FileNotFoundError(f"{path}: there is no such file or folder")
        if not any(_is_at(file, path) for file in wanted):
            raise FileNotFoundError(f"{path}: no policy file here (.yaml, .yml)")
    return Chosen(tuple(wanted), together)


def lint(chosen: Chosen) -> None:
    """Raise `YamlFaults` with all faults of the chosen files and of those that they extend."""
    check_files(policy_files(chosen.folders), (file.path for file in chosen.files))


def test_results(chosen: Chosen, check: Check) -> Iterator[PolicyTest]:
    """Run the cases of each chosen policy. Raises `YamlFaults`, as `lint` does, before the first."""
    lint(chosen)
    files = policy_files(chosen.folders)
    documents = {file.id: read(file.data, file.path) for file in reversed(files)}
    shelf = Shelf(documents, documents.__getitem__)
    for file in chosen.files:
        if documents[file.id].path == file.path:
            yield run_tests(shelf.policy(file.id), documents[file.id], check)


def _is_at(file: PolicySource, path: str) -> bool:
    real = os.path.realpath(os.path.join(file.folder, os.path.basename(file.path)))
    return os.path.realpath(path) in (real, os.path.dirname(real))


def _is_bundled(folder: str, bundled: dict[str, PolicySource]) -> bool:
    return any(os.path.realpath(folder) == os.path.realpath(file.folder) for file in bundled.values())
