"""Formats by name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import compliance.reports
from compliance.reports import FORMATS
from tests.reports.rendering import Report, render


def test_the_formats_are_the_modules() -> None:
    """A format is a module ``as_NAME``: to add one, one file is added."""
    folder = Path(compliance.reports.__file__).parent
    assert sorted(FORMATS) == sorted(path.stem.removeprefix("as_") for path in folder.glob("as_*.py"))


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_renders_a_report_without_drafts(name: str) -> None:
    """Each module has a Renderer, and its report ends with a line end."""
    assert render(Report(), name).endswith("\n")


def test_text_and_json_are_there() -> None:
    """The two that are promised."""
    assert {"text", "json"} <= set(FORMATS)


def test_an_unknown_format_is_refused_by_name() -> None:
    """The error says which there are."""
    with pytest.raises(ValueError, match="unknown format 'yaml'") as error:
        render(Report(), "yaml")
    assert "json, text" in str(error.value)


def test_the_text_report_imports_little() -> None:
    """The everyday report needs neither json nor any library."""
    code = (
        "import sys; from compliance.report import Totals; from compliance.reports import renderer;"
        "renderer('text').end(Totals());"
        "print([name for name in ('json', 'pathlib', 'regex', 'rich', 'textwrap', 'yaml') if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    ran = subprocess.run([sys.executable, "-S", "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
