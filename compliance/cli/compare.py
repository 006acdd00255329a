"""``compliance compare``: what of a source stands in a draft, for people and for programs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import typer

from compliance.cli.commands import plain_app
from compliance.cli.trouble import RequestError, choose

if TYPE_CHECKING:
    from compliance.reports import View

FORMATS = ("text", "json", "jsonl")
_OFTEN = 500

app = plain_app()


@app.command("compare")
def compare_command(
    draft: str = typer.Argument("", metavar="DRAFT", help="Markdown, HTML or text."),
    source: str = typer.Argument(
        "", metavar="SOURCE", help="Markdown, text, or a saved web page, of which the story counts."
    ),
    pairs: str = typer.Option(
        "", "--pairs", metavar="FILE", help='Many pairs, one a line: {"draft": PATH, "source": PATH}.'
    ),
    library: str = typer.Option(
        "", "--library", metavar="FOLDER", help="Instead of SOURCE: all articles in a folder, or of its sources.lock."
    ),
    format: str = typer.Option("text", "--format", "-f", metavar="|".join(FORMATS), help="How it is printed."),
) -> None:
    """Find what of SOURCE stands in DRAFT, edited or not, with its places in both files.

    Exit codes: 0 compared, whatever was found; 2 wrong request; 3 a file could not be compared; 4 a bug.
    """
    choose("--format", format, FORMATS)
    asked = (bool(draft), bool(source), bool(library), bool(pairs))
    if asked not in ((True, True, False, False), (True, False, True, False), (False, False, False, True)):
        raise RequestError("name DRAFT and SOURCE, or DRAFT and --library FOLDER, or --pairs FILE alone")
    from compliance.comparing import INSTALL, is_installed

    if not is_installed():
        raise RequestError(INSTALL)
    raise typer.Exit(3 if _failed(draft, source, pairs, library, format) else 0)


def _failed(draft: str, source: str, pairs: str, library: str, format: str) -> bool:
    """Do what is asked for; whether something could not be compared. What it was has been said."""
    from compliance.comparing.model import Incomparable
    from compliance.discovery import UnreachableError

    try:
        if pairs:
            return _compare_pairs(pairs, format)
        return _compare_library(draft, library, format) if library else _compare(draft, source, format)
    except (UnreachableError, Incomparable) as reason:
        print(f"not compared: {reason}", file=sys.stderr)
        return True


def _compare(draft: str, source: str, format: str) -> bool:
    from compliance.comparing import as_json, as_text
    from compliance.comparing.files import Files
    from compliance.comparing.holding import compare

    files = Files()
    found = compare(files.draft(draft), files.source(source))
    if format == "text":
        sys.stdout.write(as_text.comparison(found, _view()))
    else:
        sys.stdout.write(as_json.comparison(found, indent=1 if format == "json" else None))
    return False


def _compare_pairs(path: str, format: str) -> bool:
    from compliance.comparing import as_json, as_text
    from compliance.comparing.pairs import Failure, PairsError, compare_pairs, read_pairs
    from compliance.discovery import read_file

    if format == "json":
        raise RequestError("--pairs gives one comparison after another: choose --format jsonl or text")
    try:
        pairs = read_pairs(read_file(path), path)
    except PairsError as faults:
        raise RequestError(str(faults)) from None
    failed = not pairs
    if failed:
        print(f"not compared: {path}: there is no pair in it", file=sys.stderr)
    for found in compare_pairs(pairs):
        if isinstance(found, Failure):
            failed = True
            print(f"not compared: {path}:{found.pair.line}: {found.reason}", file=sys.stderr)
            line = as_json.problem(found.pair.draft, found.pair.source, found.reason) if format == "jsonl" else ""
        else:
            line = as_text.comparison(found, _view()) + "\n" if format == "text" else as_json.comparison(found)
        sys.stdout.write(line)
    return failed


def _compare_library(draft: str, folder: str, format: str) -> bool:
    from compliance.comparing import as_json, as_text
    from compliance.comparing.files import Files
    from compliance.comparing.library import Library

    if not os.path.isdir(folder):
        raise RequestError(f"--library {folder}: there is no such folder")
    library = Library(folder)
    found = library.compare(Files().draft(draft), _progress)
    if format == "text":
        sys.stdout.write(as_text.library(found, _view()))
    else:
        sys.stdout.write(as_json.library(found, indent=1 if format == "json" else None))
    if not (found.articles or library.unread):
        library.unread.append(f"{folder}: there is no article in it: saved HTML, Markdown or text")
    for reason in library.unread:
        print(f"not compared: {reason}", file=sys.stderr)
    return bool(library.unread)


def _progress(done: int, everything: int) -> None:
    if everything > _OFTEN and (done % _OFTEN == 0 or done == everything):
        print(f"[{done}/{everything}] articles indexed", file=sys.stderr)


def _view() -> View:
    from compliance.cli.screen import columns, wants_colour
    from compliance.reports import View

    return View(colour=wants_colour(sys.stdout), width=columns())
