"""Names alone take a shorter way in: what they do is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compliance.cli import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("names", [["draft.md"], ["draft.md", "absent.md"], ["."], ["empty"]])
def test_the_short_way_does_what_the_declared_command_does(
    names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`check NAME` and `check --fail-on must NAME` print the same and end with the same code."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "draft.md").write_text("As [they wrote](https://herald.example/a-b-c):\n\n> Twice.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    short, said = run(["check", *names]), capsys.readouterr()
    declared, said_by_declared = run(["check", "--fail-on", "must", *names]), capsys.readouterr()
    assert (short, said) == (declared, said_by_declared)
