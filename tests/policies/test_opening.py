"""Policies and their compiled packs on disk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from compliance.policies import opening
from compliance.policies.opening import open_library, rules_dir
from compliance.yamldoc import YamlFaults
from tests.interpreter import loaded_at_start

TEXT = """\
publisher: The Herald
domains: [herald.example]
terms: {url: https://herald.example/terms, read: 2024-05-06, grade: publisher}
rules:
  - byline: all
"""


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """A folder with one policy, and one for packs; there are no bundled policies."""
    own, bundled = tmp_path / "own", tmp_path / "bundled"
    own.mkdir()
    bundled.mkdir()
    (own / "herald.yaml").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(opening, "rules_dir", lambda: str(bundled))
    return str(own), str(tmp_path / "cache")


def name_in(folders: tuple[str, str]) -> str:
    found = open_library([folders[0]], cache=folders[1]).find("herald.example")
    assert found is not None
    return found.name


def packs(folders: tuple[str, str]) -> list[Path]:
    return sorted(Path(folders[1]).iterdir())


def test_the_bundled_policies_are_found_by_their_marker() -> None:
    assert (Path(rules_dir()) / "BUNDLED").is_file()


def test_without_them_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(opening, "__file__", str(tmp_path / "compliance" / "policies" / "opening.py"))
    (tmp_path / "rules").mkdir()
    with pytest.raises(FileNotFoundError, match="install the program again"):
        rules_dir()


def test_the_second_opening_reads_the_pack(folders: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    name_in(folders)
    assert len(packs(folders)) == 1
    monkeypatch.setattr(opening, "_compiled", None)
    assert name_in(folders) == "The Herald"


def test_a_changed_file_is_seen_though_its_time_is_not(folders: tuple[str, str]) -> None:
    name_in(folders)
    (Path(folders[0]) / "herald.yaml").write_text(TEXT.replace("Herald", "Herold", 1), encoding="utf-8")
    assert name_in(folders) == "The Herold"


@pytest.mark.parametrize("damage", [b"", b"garbage", b"\n\n\n", None])
def test_a_damaged_pack_is_as_good_as_none(folders: tuple[str, str], damage: bytes | None) -> None:
    name_in(folders)
    [path] = packs(folders)
    path.write_bytes(path.read_bytes()[:-20] if damage is None else damage)
    assert name_in(folders) == "The Herald"


def test_two_sets_of_folders_have_two_packs(folders: tuple[str, str], tmp_path: Path) -> None:
    name_in(folders)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "herald.yaml").write_text(TEXT, encoding="utf-8")
    open_library([str(tmp_path / "other")], cache=folders[1])
    assert len(packs(folders)) == 2


def test_a_cache_that_cannot_be_written_is_no_error(folders: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert name_in((folders[0], str(tmp_path / "file" / "cache"))) == "The Herald"


def test_nothing_but_yaml_files_is_taken_for_a_policy(folders: tuple[str, str]) -> None:
    for name in (".hidden.yaml", "notes.md", "herald.yaml~"):
        (Path(folders[0]) / name).write_text("x: [", encoding="utf-8")
    assert name_in(folders) == "The Herald"


def test_a_policy_that_cannot_be_read_is_a_fault_of_it(folders: tuple[str, str]) -> None:
    (Path(folders[0]) / "globe.yaml").symlink_to("nowhere.yaml")
    with pytest.raises(YamlFaults, match=r"own/globe\.yaml:1:1: cannot be read"):
        name_in(folders)


def test_faults_name_the_file_as_it_was_asked_for(folders: tuple[str, str]) -> None:
    (Path(folders[0]) / "herald.yaml").write_text("publisher: x\n", encoding="utf-8")
    with pytest.raises(YamlFaults) as raised:
        name_in(folders)
    assert raised.value.faults[0].path == f"{folders[0]}/herald.yaml"


def test_with_a_pack_no_yaml_parser_is_imported(folders: tuple[str, str]) -> None:
    program = (
        "import sys; from compliance.policies import opening\n"
        f"opening.rules_dir = lambda: {str(Path(folders[1]).parent / 'bundled')!r}\n"
        f"found = opening.open_library([{folders[0]!r}], cache={folders[1]!r}).find('herald.example')\n"
        "print(found.id, *sys.modules)"
    )
    root = str(Path(__file__).parents[2])
    for packed in (False, True):
        run = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONPATH": root}
        )
        found, *modules = run.stdout.split()
        heavy = {"yaml", "pathlib", "difflib", "hashlib", "regex"} & set(modules) - loaded_at_start()
        assert found == "herald"
        assert not (packed and heavy)


def test_policies_in_subfolders_are_read_hidden_ones_are_not(folders: tuple[str, str]) -> None:
    own = Path(folders[0])
    for name, domain in (("ua", "visnyk.example"), (".old", "gone.example")):
        (own / name).mkdir()
        (own / name / f"{name.strip('.')}.yaml").write_text(TEXT.replace("herald.example", domain), encoding="utf-8")
    library = open_library([folders[0]], cache=folders[1])
    assert set(library.ids) == {"herald", "ua"}
    assert library.policy("ua").path == f"{folders[0]}/ua/ua.yaml"


def test_a_folder_without_a_policy_is_a_fault(folders: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(YamlFaults, match="no policy file is in this folder"):
        open_library([folders[0], str(tmp_path / "empty")], cache=folders[1])
