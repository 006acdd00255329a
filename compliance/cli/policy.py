"""``compliance policy``: list, show, check and test policies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from compliance.cli.commands import plain_app
from compliance.cli.trouble import RequestError
from compliance.report import EXTRA

if TYPE_CHECKING:
    from compliance.policies.selecting import Chosen
    from compliance.policies.testing import PolicyTest

app = plain_app(no_args_is_help=True, help="List, show, check and test policies.")
PATHS = typer.Argument(
    None, metavar="[PATH]...", help="Policy files or folders; without one, the bundled and your own."
)


def chosen(paths: list[str] | None) -> Chosen:
    """The policy files that a command names; raises ``RequestError`` for those that are not there."""
    from compliance.policies.selecting import choose
    from compliance.settings import settings_for

    try:
        return choose(paths or (), settings_for(".").policies)
    except FileNotFoundError as error:
        raise RequestError(str(error)) from None


@app.command("list")
def list_policies() -> None:
    """List the policies: id, name, domains, and the day the terms were read."""
    from compliance.cli.library import library_here

    library = library_here()
    rows = [(p.id, p.name, ", ".join(p.domains) or "a licence", p.terms.read) for p in map(library.policy, library.ids)]
    wide = max(len(row[0]) for row in rows)
    broad = max(len(row[1]) for row in rows)
    for id_, name, domains, read in rows:
        typer.echo(f"{id_:{wide}}  {name:{broad}}  {read}  {domains}")


@app.command("show")
def show(publisher: str = typer.Argument(..., help="A policy's id, a publisher's name or a domain.")) -> None:
    """Show a publisher's terms in plain words, as `compliance explain` does."""
    from compliance.cli.library import explain_publisher

    typer.echo(explain_publisher(publisher))


@app.command("lint")
def lint(paths: list[str] = PATHS) -> None:
    """Report every fault of policy files with its place; no case is run."""
    from compliance.policies import selecting

    selection = chosen(paths)
    selecting.lint(selection)
    typer.echo(f"{_policies(len(selection.files))} without a fault")


@app.command("test")
def run_cases(paths: list[str] = PATHS) -> None:
    """Run the cases in policy files, and those that their limits imply: the limit passes, one more fails."""
    from compliance.checking import check
    from compliance.policies.selecting import test_results

    results = list(test_results(chosen(paths), check))
    for result in results:
        _print(result)
    failed = sum(bool(case.failures) for result in results for case in result.cases)
    cases = sum(len(result.cases) for result in results)
    derived = sum(case.derived for result in results for case in result.cases)
    counts = f"{_of(cases, 'case')}, {derived} of them derived from limits; {failed} failed"
    typer.echo(f"{_policies(len(results))}: {counts}")
    if left_out := sum(result.left_out for result in results):
        typer.echo(f"not checked: {_of(left_out, 'case')} with an article's text: {EXTRA}", err=True)
    raise typer.Exit(1 if failed else 3 if left_out else 0)


def _policies(number: int) -> str:
    return f"{number} {'policy' if number == 1 else 'policies'}"


def _of(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _print(result: PolicyTest) -> None:
    typer.echo(f"{'ok  ' if result.passed else 'FAIL'} {result.policy.path}: {_of(len(result.cases), 'case')}")
    for case in result.cases:
        for failure in case.failures:
            typer.echo(f"     {case.place}: {case.name}: {failure}")
    for place, name in result.never_unmet:
        typer.echo(f"     {place}: no case shows what it looks like when {name} is not met")


@app.command("schema")
def schema() -> None:
    """Print the JSON Schema of a policy file, for editors that complete and check as one writes."""
    from compliance.policies.schema import schema_text

    typer.echo(schema_text(), nl=False)
