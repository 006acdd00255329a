"""The policy files that a command names, read beside all others that they build upon."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from compliance.policies.loading import Shelf
from compliance.policies.opening import policy_files, rules_dir
from compliance.policies.packing import check as check_files
from compliance.policies.testing import run_tests
from compliance.values import dataclass
from compliance.yamlreading import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compliance.policies.packing import PolicySource
    from compliance.policies.testing import Check, PolicyTest


_NONE: Final = "no policy file here (.yaml, .yml)"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The files a command is about, and the folders that they are read with (besides the bundled one)."""

    files: tuple[PolicySource, ...]
    folders: tuple[str, ...]


def choose(paths: Sequence[str], folders: Sequence[str]) -> Chosen:
    """The policy files at these paths (files, or folders of them); without paths those of ``folders`` and the bundled.

    Raises ``FileNotFoundError`` for a path that is not there or holds no policy.
    """
    for path in paths:
        _check_is_there(path)
    named = dict.fromkeys(path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths)
    anyhow = [*folders, rules_dir()]
    own = [folder for folder in named if not any(_is_in(folder, other) for other in (*anyhow, *_others(folder, named)))]
    together = (*own, *(folder for folder in folders if not any(_is_in(folder, other) for other in own)))
    files = policy_files(together)
    wanted = [file for file in files if not paths or any(_is_at(file, path) for path in paths)]
    for path in paths:
        if not any(_is_at(file, path) for file in wanted):
            raise FileNotFoundError(f"{path}: {_NONE}")
    return Chosen(tuple(wanted), together)


def _check_is_there(path: str) -> None:
    if not os.path.exists(path):
        raise FileNotFoundError(f"{path}: there is no such file or folder")
    if os.path.isfile(path) and not path.endswith((".yaml", ".yml")):
        raise FileNotFoundError(f"{path}: {_NONE}")


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


def _others(folder: str, folders: Iterable[str]) -> list[str]:
    real = os.path.realpath(folder)
    return [other for other in folders if os.path.realpath(other) != real]


def _is_at(file: PolicySource, path: str) -> bool:
    bundled = file.folder == rules_dir()
    return _is_in(os.path.join(file.folder, file.path.removeprefix("rules/")) if bundled else file.path, path)


def _is_in(path: str, folder: str) -> bool:
    """Whether a path is a folder (or file) or lies in it."""
    real, holder = os.path.realpath(path), os.path.realpath(folder)
    return real == holder or real.startswith(holder.rstrip(os.sep) + os.sep)
