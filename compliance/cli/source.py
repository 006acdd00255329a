"""``compliance source``: keep what is known of the articles that drafts quote, and have their texts at hand."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar, cast

import typer

from compliance.cli.commands import plain_app
from compliance.cli.trouble import RequestError
from compliance.sources.loading import sources_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from compliance.sources.adding import Desk
    from compliance.sources.dates import Order
    from compliance.sources.model import Entry
    from compliance.sources.shelf import Shelved

Item = TypeVar("Item", "str", "Entry")

app = plain_app(no_args_is_help=True, help="Keep what is known of the articles that drafts quote.")

FOLDER = typer.Option(
    "", "--sources", metavar="FOLDER", help="The folder of sources.lock instead of the settings' own."
)
FORMAT = typer.Option("text", "--format", "-f", metavar="text|json", help="How it is printed.")
FINGERPRINTS = typer.Option(
    False, "--fingerprints", help="Also keep keyed fingerprints; the key is COMPLIANCE_SOURCES_KEY."
)
ORDERS = ("", "dmy", "mdy")


@app.command("add")
def add(
    articles: list[str] = typer.Argument(
        ..., metavar="URL|FILE|-...", help="Addresses, or saved HTML, Markdown or text."
    ),
    url: str = typer.Option("", "--url", help="The article's address, for a file."),
    title: str = typer.Option("", "--title", help="Its title, instead of what the page says."),
    author: list[str] = typer.Option([], "--author", help="An author, or several as a byline has them; repeatable."),
    published: str = typer.Option("", "--published", metavar="YYYY-MM-DD", help="The day it was published."),
    language: str = typer.Option("", "--language", metavar="CODE", help="Its language, as in en or uk."),
    date_order: str = typer.Option("", "--date-order", metavar="dmy|mdy", help="How to read dates such as 06/05/2024."),
    fingerprints: bool = FINGERPRINTS,
    sources: str = FOLDER,
) -> None:
    """Read articles and enter them into sources.lock; their texts go into the cache, which git ignores.

    Only the story counts, not the page around it. An article that is known under another address stays one entry.
    Exit codes: 0 all were read, 2 wrong request, 3 at least one could not be read.
    """
    from compliance.sources import adding
    from compliance.sources.bylines import authors
    from compliance.sources.dates import is_day
    from compliance.sources.shelf import Stated

    people = tuple(dict.fromkeys(name for text in author for name in authors(text)))
    stated = Stated(url=url, title=title, authors=people, published=published, language=language)
    if len(articles) > 1 and (url or title or author or published):
        raise RequestError("--url, --title, --author and --published speak of one article: add it alone")
    if published and not is_day(published):
        raise RequestError(f"--published {published}: write a day as YYYY-MM-DD")
    if url and not adding.is_address(url):
        raise RequestError(f"--url {url}: an address begins with https://")
    if articles.count("-") > 1:
        raise RequestError("-: standard input can be read once")
    desk = _desk(sources, date_order, fingerprints=fingerprints, asking="-" not in articles)

    def one(word: str) -> None:
        _told(adding.add(desk, word, stated))
        if not adding.is_address(word) and _is_draft(word, desk.folder):
            remedy = "keep saved pages out of the drafts' folders, or name them under `exclude` in the settings"
            typer.echo(f"note: {word}: `check` reads this file as a draft: {remedy}", err=True)

    _run(articles, "not added", one)


@app.command("list")
def list_command(form: str = FORMAT, sources: str = FOLDER) -> None:
    """List the articles of sources.lock: date, length, whether the text is at hand, address and title."""
    entries = _entries(sources, ())
    if _is_json(form):
        _print_json([_facts(entry, _folder(sources)) for entry in entries])
        return
    for entry in entries:
        state = "text" if _has_text(entry, _folder(sources)) else "-"
        typer.echo(f"{_date(entry) or '-':<10}  {entry.characters:>7}  {state:<4}  {entry.url}  {entry.title}".rstrip())
    if not entries:
        typer.echo("no sources yet: compliance source add URL", err=True)


@app.command("show")
def show(url: str = typer.Argument(...), form: str = FORMAT, sources: str = FOLDER) -> None:
    """Show what is known of one article, by any of its addresses."""
    folder = _folder(sources)
    (entry,) = _entries(sources, (url,))
    facts = _facts(entry, folder)
    if _is_json(form):
        _print_json(facts)
        return
    for key, value in facts.items():
        if value not in ("", []):
            typer.echo(f"{key}: {', '.join(value) if isinstance(value, list) else value}")


@app.command("refresh")
def refresh(urls: list[str] = typer.Argument(None, metavar="[URL]..."), sources: str = FOLDER) -> None:
    """Read articles anew at their addresses, all or those named, and say what has changed."""
    from compliance.sources import adding

    entries = _entries(sources, urls or ())
    desk = _desk(sources, "", fingerprints=any(e.fingerprints for e in entries), asking=False)
    _run(entries, "not refreshed", lambda entry: _told(adding.refresh(desk, entry)))


@app.command("fetch")
def fetch(urls: list[str] = typer.Argument(None, metavar="[URL]..."), sources: str = FOLDER) -> None:
    """Fill the cache from the lock: fetch the texts that are not at hand, all or those named. The lock stays as is."""
    from compliance.sources import adding

    desk = _desk(sources, "", fingerprints=False, asking=False)
    missing = [entry for entry in _entries(sources, urls or ()) if not _has_text(entry, desk.folder)]

    def one(entry: Entry) -> None:
        adding.fetch(desk, entry)
        typer.echo(f"fetched    {entry.url}")

    _run(missing, "not fetched", one)


@app.command("remove")
def remove(urls: list[str] = typer.Argument(..., metavar="URL..."), sources: str = FOLDER) -> None:
    """Take articles out of lock and cache, by any of their addresses."""
    from compliance.sources.shelf import unshelve

    folder = _folder(sources)
    for entry in _entries(sources, urls):
        unshelve(folder, entry.url)
        typer.echo(f"removed    {entry.url}")


def _run(items: Sequence[Item], failure: str, one: Callable[[Item], None]) -> None:
    """Do one thing to each item, with progress on standard error where there are many; exit 3 if any could not be."""
    from compliance.sources.model import Unreadable

    failed = 0
    for number, item in enumerate(items, start=1):
        name = item if isinstance(item, str) else item.url
        if len(items) > 1:
            typer.echo(f"[{number}/{len(items)}] {name}", err=True)
        try:
            one(item)
        except Unreadable as reason:
            failed += 1
            typer.echo(f"{failure}: {name}: {reason}", err=True)
    if failed:
        typer.echo(f"{failed} of {len(items)} could not be had", err=True)
        raise typer.Exit(3)


def _is_draft(path: str, folder: str) -> bool:
    """Whether a saved page lies below the lock's folder among the drafts that ``check`` reads there."""
    import os

    from compliance.workspace import Workspace

    root = os.path.join(os.path.realpath(folder), "")
    return os.path.realpath(path).startswith(root) and Workspace().selects(path)


def _told(shelved: Shelved) -> None:
    entry = shelved.entry
    known = ", ".join(filter(None, (f"{entry.characters} characters", entry.language, _date(entry))))
    typer.echo(f"{shelved.change:<10} {entry.url}  {entry.title}  ({known})")
    for note in shelved.notes:
        typer.echo(f"note: {shelved.read_at}: {note}", err=True)


def _desk(sources: str, order: str, *, fingerprints: bool, asking: bool) -> Desk:
    from compliance.sources.adding import Desk
    from compliance.sources.fetching import Fetcher
    from compliance.sources.model import Unreadable

    if order not in ORDERS:
        raise RequestError(f"--date-order {order}: choose one of dmy, mdy")
    key = b""
    if fingerprints:
        from compliance.sources.fingerprints import key_from_environment

        try:
            key = key_from_environment()
        except Unreadable as reason:
            raise RequestError(str(reason)) from None
    fetcher = Fetcher()
    desk = Desk(
        folder=_folder(sources),
        fetcher=lambda: fetcher,
        stdin=sys.stdin.buffer.read,
        order=cast("Order", order),
        key=key,
    )
    if asking and sys.stdin.isatty() and sys.stderr.isatty():
        from dataclasses import replace

        return replace(desk, ask=_ask)
    return desk


def _ask(question: str, choices: tuple[str, ...]) -> str:
    """A person's answer on the terminal, by number where there are choices; nothing is an answer, too."""
    for number, choice in enumerate(choices, start=1):
        typer.echo(f"  {number}  {choice}", err=True)
    hint = f" [1-{len(choices)}, Enter leaves it open]" if choices else ""
    while True:
        answer = typer.prompt(question + hint, default="", show_default=False, err=True).strip()
        if not answer or not choices or answer in choices:
            return str(answer)
        if answer.isdecimal() and 1 <= int(answer) <= len(choices):
            return choices[int(answer) - 1]


def _folder(sources: str) -> str:
    import os

    if sources and not os.path.isdir(sources):
        raise RequestError(f"--sources {sources}: there is no such folder")
    return sources or sources_folder(".")


def _entries(sources: str, urls: Iterable[str]) -> list[Entry]:
    """The entries of the lock, all or those named, each once."""
    from compliance.sources.lock import read_lock

    lock = read_lock(_folder(sources))
    found = [(url, lock.find(url)) for url in urls]
    unknown = [url for url, entry in found if entry is None]
    if unknown:
        raise RequestError(
            "\n".join(f"{url}: sources.lock does not know it: compliance source list" for url in unknown)
        )
    return list(dict.fromkeys(entry for _, entry in found if entry)) if found else list(lock.entries)


def _facts(entry: Entry, folder: str) -> dict[str, str | int | list[str]]:
    from compliance.sources.cache import text_path

    return {
        "url": entry.url,
        "address": entry.address,
        "also": list(entry.also),
        "title": entry.title,
        "authors": list(entry.authors),
        "published": entry.published,
        "unsettled": entry.unsettled,
        "read": entry.read,
        "language": entry.language,
        "characters": entry.characters,
        "words": entry.words,
        "sha256": entry.sha256,
        "fingerprints": "keyed" if entry.fingerprints else "",
        "text": text_path(folder, entry.sha256) if _has_text(entry, folder) else "",
    }


def _has_text(entry: Entry, folder: str) -> bool:
    from compliance.sources.cache import cached_text

    return cached_text(folder, entry.sha256) is not None


def _date(entry: Entry) -> str:
    return entry.published or (f"{entry.unsettled}?" if entry.unsettled else "")


def _is_json(form: str) -> bool:
    if form not in ("text", "json"):
        raise RequestError(f"--format {form}: choose one of text, json")
    return form == "json"


def _print_json(data: object) -> None:
    import json

    typer.echo(json.dumps(data, indent=2, ensure_ascii=False))
