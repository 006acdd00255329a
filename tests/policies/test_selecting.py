"""A command is about the policy files that it names, and about nothing else that lies beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compliance.checking import check
from compliance.policies import selecting
from compliance.yamldoc import YamlFaults

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """\
publisher: {0}
domains: [{0}.example]
terms: {{url: "https://{0}.example/terms", read: 2024-05-06, grade: publisher}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound policy, a faulty one, and one that extends the faulty one."""
    policies = {"good": "rules: [byline]\n", "bad": "rules: [bylin]\n", "heir": "extends: bad\n"}
    for name, rest in policies.items():
        (tmp_path / f"{name}.yaml").write_text(HEAD.format(name) + rest, encoding="utf-8")
    return tmp_path


def faulty(*paths: Path) -> set[str]:
    """The files whose faults are told."""
    with pytest.raises(YamlFaults) as raised:
        selecting.lint(selecting.choose([str(p) for p in paths], ()))
    return {fault.path.rpartition("/")[2] for fault in raised.value.faults}


def test_the_faults_of_other_files_are_not_told(folder: Path) -> None:
    selecting.lint(selecting.choose([str(folder / "good.yaml")], ()))
    assert faulty(folder / "good.yaml", folder / "bad.yaml") == {"bad.yaml"}


def test_the_faults_of_what_a_file_extends_are_told(folder: Path) -> None:
    assert faulty(folder / "heir.yaml") == {"heir.yaml", "bad.yaml"}


def test_the_faults_of_a_folder_are_those_of_all_its_files(folder: Path) -> None:
    assert faulty(folder) == {"heir.yaml", "bad.yaml"}


def test_the_cases_of_a_file_run_beside_a_faulty_one(folder: Path) -> None:
    chosen = selecting.choose([str(folder / "good.yaml")], ())
    assert [result.policy.id for result in selecting.test_results(chosen, check)] == ["good"]


def test_a_folder_reaches_into_its_subfolders_and_a_file_there_is_read_once(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "deep.yaml").write_text(HEAD.format("deep") + "rules: [byline]\n", encoding="utf-8")
    (folder / "bad.yaml").unlink()
    (folder / "heir.yaml").unlink()
    whole = selecting.choose([str(folder)], ())
    assert [file.id for file in whole.files] == ["good", "deep"]
    one = selecting.choose([str(folder / "sub" / "deep.yaml")], (str(folder),))
    assert [file.id for file in one.files] == ["deep"]
    selecting.lint(one)


@pytest.mark.parametrize(
    ("path", "message"),
    [("nope", "nope: there is no such file or folder"), ("./nope.yaml", "./nope.yaml: there is no such file or folder"),
     ("notes.md", "notes.md: no policy file here")],
)  # fmt: skip
def test_of_a_path_without_a_policy_that_path_is_told(
    path: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may lie in a folder that has no policy either."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.md").touch()
    with pytest.raises(FileNotFoundError, match=message):
        selecting.choose([path], ())
