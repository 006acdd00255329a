"""Which settings file governs a folder, and what it and those it extends come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compliance.settings import settings_for
from compliance.yamldoc import YamlFaults

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a folder `news`, as the current folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def own_domains(folder: str) -> tuple[str, ...]:
    return settings_for(folder).site.own_domains


def test_without_a_file_the_defaults_hold(root: Path) -> None:
    del root
    assert settings_for("news").files == ()
    assert settings_for("news").site.unknown_publishers == "review"


def test_the_nearest_file_wins_whole(root: Path) -> None:
    write(root / "compliance.yaml", "own_domains: [far.example]\nunknown_publishers: fail\n")
    write(root / "news" / ".compliance.yaml", "own_domains: [near.example]\n")
    assert own_domains("news") == ("near.example",)
    assert settings_for("news").site.unknown_publishers == "review"


def test_no_file_above_the_repository_takes_part(root: Path) -> None:
    write(root / "compliance.yaml", "own_domains: [above.example]\n")
    (root / "news" / ".git").mkdir()
    assert settings_for("news").files == ()


@pytest.mark.parametrize(
    "text",
    [
        '[tool.compliance]\nown_domains = ["a.example"]\n',
        '[tool]\ncompliance = {own_domains = ["a.example"]}\n',
        '[ tool . "compliance" ]\nown_domains = ["a.example"]\n',
    ],
)
def test_pyproject_counts_however_its_table_is_written(root: Path, text: str) -> None:
    write(root / "news" / "pyproject.toml", text)
    assert own_domains("news") == ("a.example",)


@pytest.mark.parametrize("text", ["# no tool.compliance here\n", "[tool.compliance-checker]\nstrict = true\n"])
def test_a_pyproject_without_the_table_hides_no_file_above_it(root: Path, text: str) -> None:
    write(root / "compliance.yaml", "own_domains: [far.example]\n")
    write(root / "news" / "pyproject.toml", text)
    assert own_domains("news") == ("far.example",)


def test_a_broken_pyproject_that_has_the_table_is_told(root: Path) -> None:
    write(root / "news" / "pyproject.toml", '[tool.compliance]\nown_domains = ["a.example\n')
    with pytest.raises(YamlFaults, match="not TOML"):
        settings_for("news")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[tool.compliance]\nown_domain = []\n", "2:1: unknown key 'own_domain' (did you mean 'own_domains'?)"),
        ("[tool.x]\na = 1\n\n[tool.compliance]\n  verbatim = 'mst'\n", "5:14: 'mst' is not one of"),
        ('[tool]\ncompliance = {verbatim = "must", "own_domain" = []}\n', "2:34: unknown key 'own_domain'"),
        ("[tool.compliance.facts]\nmedium = 'online'\nmediun = 'print'\n", "3:1: unknown key 'mediun'"),
        ("[tool.compliance]\nfacts.medium = 'online'\nfacts.paywal = true\n", "3:1: unknown key 'paywal'"),
        ("[tool.compliance]\nown_domains = [\n  'a.example',\n  5,\n]\n", "2:15: expected text, found the number '5'"),
        ("[tool.compliance]\npolicies = ['absent']\n", "2:12: there is no folder news/absent"),
        ("[tool.compliance]\nfacts = {\n", "2:10: not TOML: "),
        ("[tool.compliance]\n\nverbatim == 1\n", "3:11: not TOML: "),
        ("[tool.compliance]\nverbatim = 'must'\nown_domains = [", "3:16: not TOML: "),
    ],
)
def test_faults_of_a_pyproject_have_their_places(root: Path, text: str, fault: str) -> None:
    write(root / "news" / "pyproject.toml", text)
    with pytest.raises(YamlFaults) as raised:
        settings_for("news")
    told = str(raised.value.faults[0])
    assert told.startswith(f"news/pyproject.toml:{fault}"), told
    assert raised.value.faults[0].excerpt


def test_what_a_file_states_goes_before_what_it_extends(root: Path) -> None:
    write(root / "base.yaml", "own_domains: [base.example]\nunknown_publishers: fail\nexclude: [old]\n")
    write(root / "news" / "compliance.yaml", "extends: ../base.yaml\nown_domains: [a.example]\nexclude: [drafts]\n")
    settings = settings_for("news")
    assert settings.site.own_domains == ("a.example",)
    assert settings.site.unknown_publishers == "fail"
    assert settings.exclude == (("news", "drafts"), ("", "old"))


def test_paths_are_relative_to_the_file_that_names_them(root: Path) -> None:
    (root / "policies").mkdir()
    write(root / "permissions.yaml", "permissions: [{publisher: gazette, reference: letter 1}]\n")
    write(root / "base.yaml", "policies: policies\npermissions: permissions.yaml\n")
    write(root / "news" / "compliance.yaml", "extends: ../base.yaml\n")
    settings = settings_for("news")
    assert settings.policies == ("policies",)
    assert [p.reference for p in settings.facts.permissions] == ["letter 1"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("verbatim: must\npermissions: absent.yaml\n", "compliance.yaml:2:14: absent.yaml cannot be read"),
        ("permissions:\n  - compliance.yaml\n  - absent.yaml\n", "compliance.yaml:2:5: "),
        ("verbatim: must\nextends: absent.yaml\n", "compliance.yaml:2:10: absent.yaml cannot be read"),
        ("verbatim: must\nsources: absent\n", "compliance.yaml:2:10: there is no folder absent"),
        ("policies: [news, absent]\n", "compliance.yaml:1:18: there is no folder absent"),
        ("facts: {mediun: print}\n", "did you mean 'medium'?"),
        ("facts: {paywall: perhaps}\n", "expected true or false"),
        ("unknown_publishers: pass\n", "is not one of"),
        ("- a list\n", "expected a mapping"),
    ],
)
def test_a_faulty_file_is_told_and_not_passed_over(root: Path, text: str, fault: str) -> None:
    write(root / "compliance.yaml", text)
    with pytest.raises(YamlFaults) as raised:
        settings_for("news")
    assert fault in str(raised.value)


def test_a_permission_without_a_reference_is_a_fault(root: Path) -> None:
    write(root / "permissions.yaml", "permissions:\n  - publisher: gazette\n")
    write(root / "compliance.yaml", "permissions: permissions.yaml\n")
    with pytest.raises(YamlFaults, match="'reference' is missing"):
        settings_for("news")
