"""One run of ``check``: the request's words to a workspace, the reports to where they belong, the exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from compliance.cli.screen import wants_colour
from compliance.cli.trouble import RequestError, choose
from compliance.days import is_day
from compliance.discovery import RevisionError
from compliance.report import Totals
from compliance.reports import FORMATS, Renderer, Show, renderer
from compliance.reports.display import clean
from compliance.sources import LOCK
from compliance.values import dataclass
from compliance.workspace import Selection, Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Self, TextIO

    from compliance.report import DraftReport, Problem

FAIL_ON = ("must", "should", "review", "never")
SHOW = ("findings", "all")


@dataclass(frozen=True, slots=True)
class Request:
    """The options of ``check`` with their defaults, as the command line declares them."""

    paths: tuple[str, ...] = ()
    format: str = "text"
    output: tuple[str, ...] = ()
    show: str = "findings"
    fail_on: str = "must"
    policies: tuple[str, ...] = ()
    sources: str = ""
    date: str | None = None
    exclude: tuple[str, ...] = ()
    stdin_filename: str = ""
    staged: bool = False
    changed: str | None = None


def check(request: Request) -> int:
    """Check what the request names, write the reports and return the exit code."""
    _validate(request)
    workspace = Workspace(request.policies, request.date or "", request.sources)
    selection = Selection(
        paths=request.paths,
        exclude=request.exclude,
        reports=tuple(target.partition("=")[2] for target in request.output),
        staged=request.staged,
        changed=request.changed,
        stdin_filename=request.stdin_filename,
        stdin=sys.stdin.buffer.read,
    )
    totals = Totals()
    with Sinks(request) as sinks:
        for report in _reports(workspace, selection):
            totals.add(report)
            sinks.write(report)
            workspace.unchecked += [unchecked(report.path, problem) for problem in report.problems]
        sinks.end(totals)
    for line in dict.fromkeys(workspace.unchecked):
        print(f"not checked: {clean(line)}", file=sys.stderr)
    return _exit_code(totals, request.fail_on, workspace.unchecked)


def _reports(workspace: Workspace, selection: Selection) -> Iterator[DraftReport]:
    try:
        yield from workspace.reports(selection)
    except RevisionError as error:
        raise RequestError(f"--changed: {error}") from None


def unchecked(path: str, problem: Problem) -> str:
    """The line for what could not be checked; it names no draft where it is the same for all of them."""
    if problem.is_common:
        return f"{problem.message}: {problem.help}" if problem.help else problem.message
    return f"{path}: {problem.message}"


class Sinks:
    """Where the reports go: standard output, and the files of ``--output``. Closes the files at the end."""

    def __init__(self, request: Request) -> None:
        show: Show = "all" if request.show == "all" else "findings"
        self._pairs: list[tuple[Renderer, TextIO]] = [
            (renderer(request.format, show=show, colour=wants_colour(sys.stdout)), sys.stdout)
        ]
        for target in request.output:
            name, _, path = target.partition("=")
            self._pairs.append((renderer(name, show=show, colour=False), _open(path)))

    def write(self, report: DraftReport) -> None:
        """One draft's report to every sink."""
        for form, file in self._pairs:
            file.write(form.draft(report))

    def end(self, totals: Totals) -> None:
        """What comes after the last draft, to every sink."""
        for form, file in self._pairs:
            file.write(form.end(totals))
            file.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for _form, file in self._pairs[1:]:
            file.close()


def _validate(request: Request) -> None:
    choose("--format", request.format, FORMATS)
    choose("--show", request.show, SHOW)
    choose("--fail-on", request.fail_on, FAIL_ON)
    for target in request.output:
        name, equals, path = target.partition("=")
        if not (equals and path):
            raise RequestError(f"--output {target}: write FORMAT=FILE, for example json=report.json")
        choose("--output", name, FORMATS)
        if os.path.realpath(path) in map(os.path.realpath, request.paths):
            raise RequestError(f"--output {target}: {path} is to be checked; write the report to another file")
    _check_choice_of_drafts(request)
    if request.date is not None and not is_day(request.date):
        raise RequestError(f"--date '{request.date}': there is no such day; write it as YYYY-MM-DD")
    for folder in request.policies:
        if not os.path.isdir(folder):
            raise RequestError(f"--policies {folder}: there is no such folder")
    if request.sources and not os.path.exists(os.path.join(request.sources, LOCK)):
        raise RequestError(f"--sources {request.sources}: there is no folder with a {LOCK}")


def _check_choice_of_drafts(request: Request) -> None:
    if request.staged and request.changed is not None:
        raise RequestError("--staged and --changed name two sets of drafts: choose one")
    if request.paths and (request.staged or request.changed is not None):
        option = "--staged" if request.staged else "--changed"
        raise RequestError(f"{option} tells which drafts to check: leave out {' '.join(request.paths)}")
    if request.stdin_filename and "-" not in request.paths:
        raise RequestError("--stdin-filename is the name of standard input: write - for it too")


def _open(path: str) -> TextIO:
    try:
        return open(path, "w", encoding="utf-8", newline="")
    except OSError as error:
        raise RequestError(f"--output {path}: cannot be written: {error.strerror}") from None


def _exit_code(totals: Totals, fail_on: str, unchecked: Sequence[str]) -> int:
    if unchecked:
        return 3
    failing = {
        "must": totals.drafts["fail"],
        "should": totals.drafts["fail"] + totals.warnings,
        "review": totals.drafts["fail"] + totals.warnings + totals.drafts["review"],
        "never": 0,
    }
    return 1 if failing[fail_on] else 0
