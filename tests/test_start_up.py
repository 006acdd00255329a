"""`check draft.md` starts at once: what is heavy is not imported on its way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import rmtree

import pytest

from compliance.sources.model import Article
from compliance.sources.shelf import Stated, shelve
from tests.interpreter import loaded_at_start

HEAVY = {
    "rich", "pydantic", "requests", "urllib3", "tldextract", "trafilatura", "lxml", "numpy", "rapidfuzz", "turbohtml",
    "yaml", "http", "socket", "importlib.metadata", "compliance.matching", "compliance.sources.fetching",
}  # fmt: skip
SLOW = {
    "typer", "argparse", "dataclasses", "inspect", "ast", "pathlib", "tempfile", "shutil", "subprocess", "threading",
    "urllib.parse", "ipaddress", "hashlib", "datetime", "logging", "random", "email",
}  # fmt: skip
"""What a run needs for its options or not at all."""
DRAFT = """\
As the [Harbour Gazette wrote](https://harbour-gazette.example/2026/11/slower-ferries-quieter-harbour):

> “From the first of March every ferry between the breakwater and the old customs pier will keep to six knots.”
"""
PROGRAM = """\
import sys
from compliance.cli import run
assert run(sys.argv[1:]) in (0, 1, 3)
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


KNOWN = DRAFT.replace("harbour-gazette.example", "www.theguardian.com")
PATTERNS = """\
import re, sys
compiled = re.compile
def noticed(*args):
    caller = sys._getframe(1).f_globals["__name__"]
    assert not caller.startswith("compliance"), (caller, args)
    return compiled(*args)
re.compile = noticed
import compliance.cli.running, compliance.reports.as_text, compliance.reports.as_json, compliance.policies.evaluate
import compliance.drafts.frontmatter, compliance.drafts.html, compliance.drafts.markdown, compliance.drafts.shortcodes
import compliance.checks.credit, compliance.checks.extract, compliance.checks.hyperlink
"""


@pytest.mark.parametrize("text", [DRAFT, KNOWN])
@pytest.mark.parametrize("words", [(), ("--format", "json")])
def test_a_plain_check_imports_nothing_heavy(words: tuple[str, ...], text: str, tmp_path: Path) -> None:
    """Neither the everyday command nor one with options loads an extractor, a network library or a YAML parser."""
    (tmp_path / "draft.md").write_text(text, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    loaded(tmp_path, *words)  # the first run may compile the policies
    assert loaded(tmp_path, *words) & HEAVY == set()


@pytest.mark.parametrize("text", [DRAFT, KNOWN])
def test_names_alone_need_no_command_line_parser(text: str, tmp_path: Path) -> None:
    """`check draft.md` has no option to parse, so typer is not loaded, nor anything else that takes long."""
    (tmp_path / "draft.md").write_text(text, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    loaded(tmp_path)
    assert loaded(tmp_path) & SLOW == set()


def test_a_draft_without_known_publishers_loads_no_rules(tmp_path: Path) -> None:
    """What reads and applies policies waits for a draft that calls for one; the number of modules stays what it is."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    loaded(tmp_path)
    modules = loaded(tmp_path)
    assert modules.isdisjoint(
        {"compliance.policies.loading", "compliance.policies.evaluate", "compliance.checks.credit"}
    )
    assert len([m for m in modules if m.startswith("compliance")]) <= 95  # each takes a fifth of a millisecond or more


def test_no_pattern_is_compiled_while_modules_are_imported() -> None:
    """Each waits for its first use, which most of them do not see in a run."""
    subprocess.run([sys.executable, "-c", PATTERNS], cwd=Path(__file__).parent.parent, check=True)


def test_a_lock_alone_loads_no_matching(tmp_path: Path) -> None:
    """Where articles are known but no text is at hand, nothing that compares texts is imported."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    story = Article(paragraphs=(DRAFT.partition("> “")[2].rstrip("”\n"),))
    stated = Stated(url="https://harbour-gazette.example/2026/11/slower-ferries-quieter-harbour")
    shelve(str(tmp_path), story, stated, "2026-11-23")
    assert loaded(tmp_path) & {"numpy", "compliance.matching"} == {"numpy", "compliance.matching"}
    rmtree(tmp_path / ".compliance-cache")
    assert loaded(tmp_path) & HEAVY == set()


def loaded(folder: Path, *options: str) -> set[str]:
    """The modules that a check of the draft loads, over those that the interpreter comes with."""
    environment = {"PYTHONPATH": str(Path(__file__).parent.parent), "XDG_CACHE_HOME": str(folder / "cache")}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, "check", *options, "draft.md"],
        cwd=folder, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(run.stderr.split()) - loaded_at_start()
