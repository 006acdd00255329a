"""Every way a check can go wrong ends with its documented exit code and a line that explains it: nothing fails open."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from compliance.cli import run

if TYPE_CHECKING:
    from pathlib import Path

POLICY = """\
publisher: Gazette
domains: [gazette.example]
terms: {url: "https://gazette.example/terms", read: 2026-10-02, grade: publisher}
rules:
  - extract: {max: 20 characters, per: article}
    clause: at most twenty characters
"""
GOOD = "Nothing is quoted here.\n"
TOO_LONG = """\
The [Gazette](https://gazette.example/2026/10/a-long-story-about-ferries) wrote:

> These are certainly more than twenty characters of somebody else's words.
"""


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository with one policy of its own, as the current folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "gazette.yaml").write_text(POLICY, encoding="utf-8")
    (tmp_path / "compliance.yaml").write_text("policies: policies\n", encoding="utf-8")
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "long.md").write_text(TOO_LONG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def test_a_draft_without_reuse_passes() -> None:
    assert run(["check", "good.md"]) == 0


def test_an_unmet_rule_is_1_and_the_report_says_which(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "long.md"]) == 1
    assert "extract" in capsys.readouterr().out


def test_fail_on_never_silences_an_unmet_rule() -> None:
    assert run(["check", "--fail-on", "never", "long.md"]) == 0


def test_a_report_in_a_file_does_not_change_the_exit_code(repository: Path) -> None:
    assert run(["check", "--output", "json=report.json", "long.md"]) == 1
    assert json.loads((repository / "report.json").read_text(encoding="utf-8"))["drafts"][0]["verdict"] == "fail"


def test_a_missing_file_is_3(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "absent.md"]) == 3
    assert "absent.md: there is no such file" in capsys.readouterr().err


def test_a_missing_file_beside_a_good_one_is_3_and_the_good_one_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--format", "json", "absent.md", "good.md"]) == 3
    shown = capsys.readouterr()
    absent, good = json.loads(shown.out)["drafts"]
    assert (absent["path"], absent["verdict"], absent["problems"][0]["kind"]) == ("absent.md", "review", "unreachable")
    assert (good["path"], good["problems"]) == ("good.md", [])
    assert "absent.md" in shown.err


def test_an_undecodable_file_is_3(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "latin.md").write_bytes("Grüße aus Köln".encode("latin-1"))
    assert run(["check", "latin.md"]) == 3
    shown = capsys.readouterr()
    assert "UTF-8" in shown.out
    assert "latin.md" in shown.err


def test_a_file_of_a_kind_that_is_not_read_is_3(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "weekly.rst").write_text(
        "The Gazette:\n\n    a quotation that Markdown does not know\n", encoding="utf-8"
    )
    assert run(["check", "weekly.rst"]) == 3
    assert "weekly.rst: A file that ends in .rst" in capsys.readouterr().err


def test_an_empty_file_is_a_draft_without_reuse(repository: Path) -> None:
    (repository / "empty.md").write_bytes(b"")
    assert run(["check", "empty.md"]) == 0


def test_a_folder_without_drafts_is_3(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "empty").mkdir()
    assert run(["check", "empty"]) == 3
    assert "no draft found" in capsys.readouterr().err


def test_a_folder_of_which_all_drafts_are_left_out_says_so(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "build").mkdir()
    (repository / "build" / "page.md").write_text(GOOD, encoding="utf-8")
    assert run(["check", "--exclude", "build", "build"]) == 3
    assert "'exclude' leaves out" in capsys.readouterr().err


def test_a_folder_without_drafts_beside_a_good_one_is_3(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "empty").mkdir()
    assert run(["check", "good.md", "empty"]) == 3
    assert "empty: no draft found" in capsys.readouterr().err


def test_no_text_of_a_draft_steers_the_terminal_or_a_log(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = '---\nreuse: {source: "https://a.example/b", "x\\n::stop-commands::y\\e[2J": 1}\n---\nWords.\n'
    (repository / "steering.md").write_text(text, encoding="utf-8")
    assert run(["check", "steering.md"]) == 3
    shown = capsys.readouterr().err
    assert shown.count("\n") == 1
    assert "\x1b" not in shown


def test_no_text_of_a_settings_file_does_either(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "compliance.yaml").write_text('"x\\n::stop-commands::y\\e[2J": 1\n', encoding="utf-8")
    assert run(["check", "good.md"]) == 2
    shown = capsys.readouterr().err
    assert "\n::" not in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("words", [["good.md"], ["--show", "all", "good.md"]])
def test_a_report_that_nobody_reads_is_3_and_no_unmet_rule(words: list[str]) -> None:
    program = (
        "import os, sys; from compliance.cli import main; r, w = os.pipe(); os.dup2(w, 1); os.close(r); os.close(w)"
    )
    program += f"; main(['check', *{words!r}])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (3, b"")


def test_an_unknown_option_is_2_with_the_nearest_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--fromat", "json", "good.md"]) == 2
    assert "--format" in capsys.readouterr().err


def test_an_unknown_format_is_2_with_the_nearest_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--format", "jsn", "good.md"]) == 2
    assert "did you mean 'json'?" in capsys.readouterr().err


def test_an_unknown_command_is_2() -> None:
    assert run(["chekc", "good.md"]) == 2


@pytest.mark.parametrize("date", ["", "yesterday", "2026-13-01", "2026-02-30", "20261001", "2026-W40-4"])
def test_a_date_that_is_none_is_2(date: str) -> None:
    assert run(["check", "--date", date, "good.md"]) == 2


def test_an_unwritable_report_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--output", "json=absent/report.json", "good.md"]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_an_unknown_key_in_the_settings_is_2_with_place_and_suggestion(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "compliance.yaml").write_text("polices: policies\n", encoding="utf-8")
    assert run(["check", "good.md"]) == 2
    shown = capsys.readouterr().err
    assert "compliance.yaml:1:1: unknown key 'polices'" in shown
    assert "did you mean 'policies'?" in shown


def test_a_misspelt_permission_is_2_with_place_and_suggestion(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "compliance.yaml").write_text("policies: policies\npermissions: held.yaml\n", encoding="utf-8")
    (repository / "held.yaml").write_text("permissions: [{publisher: gazete, reference: letter 1}]\n", encoding="utf-8")
    assert run(["check", "good.md"]) == 2
    shown = capsys.readouterr().err
    assert "held.yaml:1:27: 'gazete' is neither a policy's id nor a domain (did you mean 'gazette'?)" in shown


def test_settings_that_extend_each_other_are_2(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "compliance.yaml").write_text("extends: other.yaml\n", encoding="utf-8")
    (repository / "other.yaml").write_text("extends: compliance.yaml\n", encoding="utf-8")
    assert run(["check", "good.md"]) == 2
    assert "leads back" in capsys.readouterr().err


def test_an_unknown_rule_in_a_policy_is_2_with_place_and_suggestion(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "policies" / "gazette.yaml").write_text(POLICY.replace("- extract", "- extrct"), encoding="utf-8")
    assert run(["check", "good.md"]) == 2
    shown = capsys.readouterr().err
    assert "gazette.yaml:5:5" in shown
    assert "did you mean 'extract'?" in shown


def test_a_settings_file_that_names_an_absent_folder_is_2(repository: Path) -> None:
    (repository / "compliance.yaml").write_text("policies: absent\n", encoding="utf-8")
    assert run(["check", "good.md"]) == 2


def test_a_faulty_declaration_in_the_front_matter_is_3(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "declared.md").write_text(
        "---\nreuse:\n  - sourc: https://a.example/b\n---\nWords.\n", encoding="utf-8"
    )
    assert run(["check", "declared.md"]) == 3
    assert "did you mean 'source'?" in capsys.readouterr().out


def test_a_wrong_request_goes_before_an_unmet_rule() -> None:
    assert run(["check", "--fail-on", "sometimes", "long.md"]) == 2


def test_what_could_not_be_checked_goes_before_an_unmet_rule() -> None:
    assert run(["check", "absent.md", "long.md"]) == 3


def test_a_bug_is_4_in_one_line_with_the_details_in_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the wires\ncrossed")

    monkeypatch.setattr("compliance.workspace.check", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert run(["check", "good.md"]) == 4
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert "RuntimeError: the wires crossed" in lines[0]


def test_a_review_alone_is_0_unless_asked_for(repository: Path) -> None:
    (repository / "other.md").write_text(TOO_LONG.replace("gazette.example", "herald.example"), encoding="utf-8")
    assert run(["check", "other.md"]) == 0
    assert run(["check", "--fail-on", "review", "other.md"]) == 1


def test_no_argument_checks_the_current_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--format", "json"]) == 1
    assert [d["path"] for d in json.loads(capsys.readouterr().out)["drafts"]] == ["good.md", "long.md"]


def test_a_report_never_overwrites_the_draft(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--output", "text=./long.md", "long.md"]) == 2
    assert (repository / "long.md").read_text(encoding="utf-8") == TOO_LONG
    assert "another file" in capsys.readouterr().err


def test_the_report_of_an_earlier_run_is_no_draft(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["check", "--fail-on", "never", "--format", "json", "--output", "text=report.txt", "."]
    assert [run(words), run(words)] == [0, 0]
    assert "report.txt" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ["--staged", "--changed=HEAD"],
        ["--staged", "good.md"],
        ["--changed=HEAD", "good.md"],
        ["--changed=", "good.md"],
        ["--stdin-filename", "x.md", "good.md"],
    ],
)
def test_words_that_contradict_each_other_are_2(words: list[str]) -> None:
    assert run(["check", *words]) == 2


def test_changed_alone_means_since_the_last_commit(capsys: pytest.CaptureFixture[str]) -> None:
    """The repository of these tests has no commit, and git says so of HEAD."""
    assert run(["check", "--changed"]) == 3
    assert "git" in capsys.readouterr().err


@pytest.mark.parametrize("base", ["nope", ""])
def test_a_revision_that_there_is_not_is_2(base: str, repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / ".git").rmdir()
    subprocess.run(["git", "init", "-q"], check=True)  # noqa: S607
    assert run(["check", f"--changed={base}"]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.startswith("--changed: ")) == ("", True)
    assert "name a branch, a tag or a commit" in said.err


def test_a_draft_that_is_named_twice_is_checked_once(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--format", "json", "good.md", "./good.md", str(repository / "good.md")]) == 0
    assert [draft["path"] for draft in json.loads(capsys.readouterr().out)["drafts"]] == ["good.md"]
