"""The edge: which lock serves a draft, which texts are read, and what is said where they cannot be compared."""

from __future__ import annotations

import sys
from dataclasses import replace
from shutil import rmtree
from typing import TYPE_CHECKING

import pytest

from compliance.checking import check
from compliance.cli import run
from compliance.comparing import relevant
from compliance.drafts.reading import read
from compliance.facts import Facts, Site
from compliance.policies.library import Library
from compliance.policies.loading import Shelf
from compliance.report import EXTRA
from compliance.sources.fingerprints import VARIABLE, key_from_environment, take
from compliance.sources.lock import Lock, read_lock, write_lock
from compliance.sources.model import Article
from compliance.sources.shelf import Stated, shelve
from compliance.workspace import Selection, Workspace
from compliance.yamldoc import YamlFaults
from compliance.yamlreading import read as read_yaml
from tests.reuse.copies.articles import FERRIES, FERRY, LAMP, LAMPS

if TYPE_CHECKING:
    from pathlib import Path

    from compliance.reuse.model import Source

COPY = "The limit costs four minutes a crossing. The company that runs the boats says that it will keep its timetable."
QUOTED = f"As the [Gazette]({FERRY.url}) reports:\n\n> The limit costs four minutes a crossing.\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two sources at hand and a folder of drafts."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "drafts").mkdir()
    for source, text in ((FERRY, FERRIES), (LAMP, LAMPS)):
        shelve(str(tmp_path), Article(paragraphs=tuple(text.split("\n\n"))), Stated(url=source.url), "2026-11-23")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(workspace: Workspace, path: str = "drafts") -> dict[str, list[str]]:
    """How the passages of each source were seen, in all drafts of a folder."""
    reports = workspace.reports(Selection((path,)))
    return {r.url: [p.how for p in r.passages] for report in reports for r in report.reuses}


def test_the_repositorys_root_has_the_lock(repository: Path) -> None:
    (repository / "drafts" / "a.md").write_text(f"We were there. {COPY}\n")
    assert found(Workspace()) == {FERRY.url: ["found"]}


def test_settings_say_where_the_lock_lies(repository: Path) -> None:
    (repository / "drafts" / "compliance.yaml").write_text("sources: ..\n")
    (repository / "drafts" / "a.md").write_text(f"We were there. {COPY}\n")
    assert found(Workspace()) == {FERRY.url: ["found"]}
    (repository / "drafts" / "compliance.yaml").write_text("own_domains: [ours.example]\n")
    assert found(Workspace()) == {}


def test_a_request_says_where_the_lock_lies(repository: Path) -> None:
    (repository / "drafts" / "compliance.yaml").write_text("own_domains: [ours.example]\n")
    (repository / "drafts" / "a.md").write_text(f"We were there. {COPY}\n")
    assert found(Workspace(sources=str(repository))) == {FERRY.url: ["found"]}


def test_a_lock_that_settings_name_and_that_is_not_there_is_told(repository: Path) -> None:
    (repository / "drafts" / "compliance.yaml").write_text("sources: .\n")
    (repository / "drafts" / "a.md").write_text(QUOTED)
    workspace = Workspace()
    found(workspace)
    assert "there is no sources.lock here" in workspace.unchecked[0]


def test_a_faulty_lock_is_told_before_the_first_report(repository: Path) -> None:
    (repository / "drafts" / "a.md").write_text(QUOTED)
    (repository / "sources.lock").write_text("nonsense\n")
    with pytest.raises(YamlFaults):
        found(Workspace())


def test_of_many_sources_those_are_read_that_a_draft_names_or_resembles(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relevant, "FEW", 1)
    (repository / "drafts" / "a.md").write_text(f"We were there. {COPY}\n")
    assert found(Workspace()) == {FERRY.url: ["found"]}
    known = relevant.KnownSources(str(repository))
    assert [s.url for s in known.of(read(f"We were there. {COPY}\n", "a.md"))] == [FERRY.url]
    assert [s.url for s in known.of(read(f"Read [this]({LAMP.url}).\n", "a.md"))] == [LAMP.url]
    assert known.of(read("Nothing here is anybody's.\n", "a.md")) == ()


def test_a_text_that_is_not_at_hand_is_a_question_with_its_command(repository: Path) -> None:
    rmtree(repository / ".compliance-cache")
    (repository / "drafts" / "a.md").write_text(QUOTED)
    (report,) = Workspace().reports(Selection(("drafts",)))
    (outcome,) = [o for r in report.reuses for o in r.outcomes if o.rule == "verbatim"]
    assert (outcome.verdict, outcome.finding.help) == ("review", f"compliance source fetch {FERRY.url}")


@pytest.fixture
def fingerprinted(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The repository with the ferry's fingerprints in place of its text, and their key at hand."""
    monkeypatch.setenv(VARIABLE, "a secret of the repository")
    entry = next(e for e in read_lock(str(repository)).entries if e.address == FERRY.url)
    prints = str(take(FERRIES, key_from_environment()))
    write_lock(str(repository), Lock().replaced((), replace(entry, fingerprints=prints)))
    rmtree(repository / ".compliance-cache")
    return repository


def test_with_fingerprints_a_copied_passage_is_found_without_the_text(fingerprinted: Path) -> None:
    (fingerprinted / "drafts" / "a.md").write_text(f"We were there. {COPY}\n")
    (report,) = Workspace().reports(Selection(("drafts",)))
    (reuse,) = report.reuses
    (passage,) = reuse.passages
    assert (reuse.url, reuse.tied_by, passage.how) == (FERRY.url, "fingerprints", "found")
    assert report.text[passage.start : passage.end] in COPY
    assert passage.end - passage.start > len(COPY) / 2


def test_with_fingerprints_a_copy_of_most_of_an_article_is_a_repost(fingerprinted: Path) -> None:
    (fingerprinted / "drafts" / "a.md").write_text(f"As the [Gazette]({FERRY.url}) reports.\n\n{FERRIES}\n")
    (report,) = Workspace().reports(Selection(("drafts",)))
    assert [r.mode for r in report.reuses] == ["repost"]


def test_without_their_key_fingerprints_find_nothing(fingerprinted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    (fingerprinted / "drafts" / "a.md").write_text(f"We were there. {COPY}\n")
    assert found(Workspace()) == {}


def test_a_key_too_short_for_fingerprints_is_told(fingerprinted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "short")
    (fingerprinted / "drafts" / "a.md").write_text(f"We were there. {COPY}\n")
    with pytest.raises(YamlFaults, match="shorter than 16 characters"):
        found(Workspace())


def test_without_the_extra_the_check_says_that_nothing_was_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [n for n in sys.modules if n.startswith(("compliance.matching", "compliance.reuse.copies"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "numpy", None)
    report = check(read(QUOTED, "a.md"), Library.of(), [replace(FERRY)], Facts(), Site())
    assert [p.kind for p in report.problems] == ["sources"]
    assert report.verdict == "review"
    assert any("an extra is missing" in o.finding.message for r in report.reuses for o in r.outcomes)
    assert {EXTRA} == {p.help for p in report.problems if "an extra is missing" in p.message}


def test_a_text_that_is_not_at_hand_keeps_every_draft_from_passing(repository: Path) -> None:
    (repository / "drafts" / "copy.md").write_text(f"We were there. {COPY}\n")
    (repository / "drafts" / "own.md").write_text("Nothing here is anybody's.\n")
    rmtree(repository / ".compliance-cache")
    reports = list(Workspace().reports(Selection(("drafts",))))
    assert [r.verdict for r in reports] == ["review", "review"]
    problems = [(p.kind, p.message, p.help) for r in reports for p in r.problems]
    words = "not compared with 2 known articles, whose texts are not at hand"
    assert problems == [("sources", words, "compliance source fetch")] * 2


def test_a_text_of_another_digest_counts_as_missing(repository: Path) -> None:
    entry = next(e for e in read_lock(str(repository)).entries if e.address == FERRY.url)
    (repository / ".compliance-cache" / "sources" / f"{entry.sha256}.txt").write_text("Another text.\n")
    (repository / "drafts" / "copy.md").write_text(f"We were there. {COPY}\n")
    (report,) = Workspace().reports(Selection(("drafts",)))
    assert [p.message for p in report.problems] == ["not compared with 1 known article, whose text is not at hand"]


def test_of_many_sources_those_that_are_missing_are_counted_too(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relevant, "FEW", 1)
    assert relevant.KnownSources(str(repository)).absent == 0
    rmtree(repository / ".compliance-cache" / "sources")
    assert relevant.KnownSources(str(repository)).absent == 2
    (repository / "drafts" / "copy.md").write_text(f"We were there. {COPY}\n")
    (report,) = Workspace().reports(Selection(("drafts",)))
    assert report.verdict == "review"


def test_of_many_sources_those_known_by_fingerprints_are_compared(
    fingerprinted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relevant, "FEW", 0)
    (fingerprinted / "drafts" / "a.md").write_text(f"We were there. {COPY}\n")
    (report,) = Workspace().reports(Selection(("drafts",)))
    assert ([r.tied_by for r in report.reuses], report.problems) == (["fingerprints"], ())


def test_of_many_sources_without_the_extra_the_check_says_that_nothing_was_compared(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relevant, "FEW", 1)
    kept = ("compliance.matching", "compliance.reuse.copies", "compliance.comparing.library")
    for name in [n for n in sys.modules if n.startswith(kept)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "numpy", None)
    (repository / "drafts" / "copy.md").write_text(f"We were there. {COPY}\n")
    (report,) = Workspace().reports(Selection(("drafts",)))
    assert [p.message for p in report.problems] == [
        "this draft was not compared with the articles at hand: an extra is missing"
    ]


def test_that_texts_are_missing_is_told_once_a_run_and_no_draft_passes(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rmtree(repository / ".compliance-cache")
    for number in range(12):
        (repository / "drafts" / f"{number}.md").write_text(f"We were there. {COPY}\n")
    for choice in ((), ("--fail-on", "review"), ("--fail-on", "never")):
        assert run(["check", "drafts", *choice]) == 3
        shown = capsys.readouterr()
        words = "not compared with 2 known articles, whose texts are not at hand"
        assert (shown.out.count(words), shown.err) == (1, f"not checked: {words}: compliance source fetch\n")
        assert "PASS" not in shown.out
    assert run(["check", "drafts", "--format", "github"]) == 3
    assert capsys.readouterr().out.count("::error") == 1


STRICT = """\
publisher: {name}
domains: [{name}.example]
terms: {{url: "https://{name}.example/terms", read: 2026-10-02, grade: publisher}}
rules:
  - extract: {limit} characters
    clause: so many
"""


WIRE = replace(FERRY, url="https://tribune.example/2026/11/wire", title="The wire")


def library(**limits: int) -> Library:
    """Policies of made-up publishers, each with its limit of characters."""
    texts = {name: STRICT.format(name=name, limit=limit) for name, limit in limits.items()}
    shelf = Shelf(texts, lambda name: read_yaml(texts[name], f"{name}.yaml"))
    return Library.of(*(shelf.policy(name) for name in texts))


@pytest.mark.parametrize(("gazette", "tribune"), [(400, 50), (50, 400), (400, 400), (50, 50)])
def test_an_unlinked_copy_is_not_passed_under_the_milder_of_two_terms(gazette: int, tribune: int) -> None:
    policies = library(gazette=gazette, tribune=tribune)
    report = check(read(f"We were there. {COPY}\n", "a.md"), policies, [FERRY, WIRE], Facts(), Site())
    (reuse,) = report.reuses
    (told,) = [o for o in reuse.outcomes if o.rule == "source"]
    assert "the same words stand in https://" in told.finding.message
    assert (report.verdict == "pass") is (gazette == tribune == 400)


ENTRIES = {
    "two entries": (FERRY, WIRE),
    "a copy of the gazette's": (replace(FERRY, also=(WIRE.url,)),),
    "a copy of the tribune's": (replace(WIRE, also=(FERRY.url,)),),
}


@pytest.mark.parametrize("sources", ENTRIES.values(), ids=ENTRIES)
@pytest.mark.parametrize("mark", ["> ", ""], ids=["marked", "unmarked"])
@pytest.mark.parametrize("where", [FERRY, WIRE], ids=["gazette", "tribune"])
def test_the_terms_of_the_site_that_is_linked_govern(sources: tuple[Source, ...], where: Source, mark: str) -> None:
    text = f"The [paper]({where.url}) reports:\n\n{mark}{COPY}\n"
    report = check(read(text, "a.md"), library(gazette=400, tribune=50), sources, Facts(), Site())
    (reuse,) = report.reuses
    assert (reuse.url, reuse.passages[0].how) == (where.url, "block-quotation" if mark else "found")
    assert [o.verdict for o in reuse.outcomes if o.rule == "extract"] == ["pass" if where is FERRY else "fail"]


def test_a_draft_may_link_an_article_and_its_copy() -> None:
    """Each passage goes to the one linked beside it."""
    own = "What the ferries do is told elsewhere; here are only the words of two papers. " * 3
    text = f"The [Gazette]({FERRY.url}):\n\n> {COPY}\n\n{own}\n\nThe [Tribune]({WIRE.url}):\n\n> {COPY}\n"
    sources = [replace(FERRY, also=(WIRE.url,))]
    report = check(read(text, "a.md"), library(gazette=400, tribune=50), sources, Facts(), Site())
    assert [(r.publisher, len(r.passages)) for r in report.reuses] == [("gazette", 1), ("tribune", 1)]
    assert report.verdict == "fail"


@pytest.mark.parametrize("sources", ENTRIES.values(), ids=ENTRIES)
def test_the_terms_of_the_publisher_that_the_words_name_govern(sources: tuple[Source, ...]) -> None:
    text = f"The tribune wrote:\n\n> {COPY}\n"
    report = check(read(text, "a.md"), library(gazette=400, tribune=50), sources, Facts(), Site())
    assert [r.publisher for r in report.reuses if r.passages] == ["tribune"]
    assert report.verdict == "fail"


def test_with_fingerprints_too_the_site_that_is_linked_goes_first(fingerprinted: Path) -> None:
    lock = read_lock(str(fingerprinted))
    copies = [replace(e, address="https://a.example/copy", canonical="") for e in lock.entries if FERRY.url == e.url]
    write_lock(str(fingerprinted), Lock((*copies, *lock.entries)))
    (fingerprinted / "drafts" / "a.md").write_text(f"Read the [Gazette]({FERRY.url}).\n\n{COPY}\n")
    assert list(found(Workspace())) == [FERRY.url]
