"""``compliance check``: the everyday command, the hook and the CI step."""

from __future__ import annotations

import typer

from compliance.cli.commands import plain_app
from compliance.cli.running import FAIL_ON, SHOW, Request, check
from compliance.reports import FORMATS

app = plain_app()
default = Request()
FAILING = "What makes the exit code 1: an unmet must; an unmet must or should; these or an open review; nothing."


@app.command("check")
def check_command(
    paths: list[str] = typer.Argument(
        None, metavar="PATH|-...", help="Drafts, or folders of drafts; - is standard input."
    ),
    format: str = typer.Option(
        default.format, "--format", "-f", metavar="|".join(FORMATS), help="Report on standard output."
    ),
    output: list[str] = typer.Option(
        list(default.output), "--output", "-o", metavar="FORMAT=FILE", help="Also write a report to a file; repeatable."
    ),
    show: str = typer.Option(
        default.show, "--show", metavar="|".join(SHOW), help="all: with a table of all rules, met or not."
    ),
    fail_on: str = typer.Option(default.fail_on, "--fail-on", metavar="|".join(FAIL_ON), help=FAILING),
    policies: list[str] = typer.Option(
        list(default.policies), "--policies", metavar="FOLDER", help="Policies that go before those of the settings."
    ),
    sources: str = typer.Option(
        default.sources, "--sources", metavar="FOLDER", help="The folder of sources.lock instead of the settings' own."
    ),
    date: str | None = typer.Option(
        default.date, "--date", metavar="YYYY-MM-DD", help="The day of publication, in place of the draft's own."
    ),
    exclude: list[str] = typer.Option(
        list(default.exclude), "--exclude", metavar="GLOB", help="Paths to leave out of folders; * also matches /."
    ),
    stdin_filename: str = typer.Option(
        default.stdin_filename, "--stdin-filename", metavar="NAME", help="What - is called: it tells kind and settings."
    ),
    staged: bool = typer.Option(default.staged, "--staged", help="Check what is staged in git, as staged."),
    changed: str | None = typer.Option(
        default.changed, "--changed", metavar="[=BASE]", help="Check what differs from a git revision (HEAD)."
    ),
) -> None:
    """Check drafts against the publishers' terms.

    Without PATH the drafts of the current folder are checked. Exit codes: 0 all met or waived, 1 a rule is not met,
    2 wrong request, 3 something could not be checked, 4 a bug.
    """
    chosen = Request(
        paths=tuple(paths or ()),
        format=format,
        output=tuple(output),
        show=show,
        fail_on=fail_on,
        policies=tuple(policies),
        sources=sources,
        date=date,
        exclude=tuple(exclude),
        stdin_filename=stdin_filename,
        staged=staged,
        changed=changed,
    )
    raise typer.Exit(check(chosen))
