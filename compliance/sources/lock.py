"""``sources.lock``: what a repository knows of its sources, read whole or not at all."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from compliance.addresses import article_key
from compliance.sources import LOCK
from compliance.sources.lockform import HEADER, VERSION, Refused, parsed, rendered
from compliance.yamldoc import Fault, YamlFaults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.sources.model import Entry

_MERGE_MARK: Final = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |\Z)|={7}\Z")
_VERSION: Final = re.compile(r"version: (.+)")


@dataclass(frozen=True, slots=True)
class Lock:
    """The entries of a lock, sorted by address."""

    entries: tuple[Entry, ...] = ()

    def find(self, url: str) -> Entry | None:
        """The entry of the article that has this address, in whatever spelling."""
        key = article_key(url) or url
        return next((e for e in self.entries if key in e.keys), None)

    def replaced(self, gone: tuple[Entry, ...], *new: Entry) -> Lock:
        """The lock with entries taken out and others put in."""
        entries = (*(e for e in self.entries if e not in gone), *new)
        return Lock(tuple(sorted(entries, key=lambda e: e.address)))


def read_lock(folder: str) -> Lock:
    """The lock in a folder; an empty one where there is none. Raises ``YamlFaults`` with all that is wrong with it."""
    path = os.path.join(folder, LOCK)
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        return Lock()
    return parse(data, os.path.normpath(path))


def write_lock(folder: str, lock: Lock) -> None:
    """Write the lock into a folder, whole or not at all."""
    from compliance.sources.storing import write_whole

    write_whole(os.path.join(folder, LOCK), rendered(lock.entries).encode())


def parse(data: bytes, path: str) -> Lock:
    """The lock that a file holds. Line ends may be CRLF throughout, as git makes them where it is told to."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise YamlFaults([Fault(path, line, 1, "this line is not UTF-8", "restore the file from git")]) from None
    if "\r" in text and text.count("\r\n") == text.count("\n"):
        text = text.replace("\r\n", "\n")
    lines = text.split("\n")
    faults = list(_merge_marks(lines, path)) or list(_heading(lines, path))
    entries: list[tuple[int, Entry]] = []
    if not faults:
        for start, end in _spans(lines, faults, path):
            try:
                entries.append((start + 1, parsed(lines[start:end])))
            except Refused as wrong:
                faults.append(Fault(path, start + wrong.line + 1, 1, wrong.message, wrong.help))
        faults += _duplicates(entries, path)
    if faults:
        raise YamlFaults(faults)
    return Lock(tuple(sorted((e for _, e in entries), key=lambda e: e.address)))


def _merge_marks(lines: list[str], path: str) -> Iterator[Fault]:
    """Only the first of a conflict's lines: the others belong to the same one."""
    inside = False
    for number, line in enumerate(lines, start=1):
        if _MERGE_MARK.match(line):
            if not inside:
                remedy = "keep whole entries, of two for one article the newer, and delete the lines of <<< === >>>"
                yield Fault(path, number, 1, "a merge conflict is not resolved", remedy)
            inside = not line.startswith(">")


def _heading(lines: list[str], path: str) -> Iterator[Fault]:
    for number, (line, wanted) in enumerate(zip(lines, HEADER, strict=False), start=1):
        version = _VERSION.fullmatch(line)
        if version and number == len(HEADER) and version[1] != str(VERSION):
            message = f"this lock is of version {version[1]}; this release reads version {VERSION}"
            yield Fault(path, number, 1, message, "update republish-check, or restore the file from git")
        elif line != wanted:
            yield Fault(path, number, 1, f"this line should be: {wanted}", "restore the file from git")
    if len(lines) < len(HEADER):
        yield Fault(path, len(lines), 1, "the file ends within its head", "restore the file from git")


def _spans(lines: list[str], faults: list[Fault], path: str) -> Iterator[tuple[int, int]]:
    """The first line and the end of each entry: entries begin at the margin, each after one empty line."""
    heads = [i for i, line in enumerate(lines) if i >= len(HEADER) and line[:1] not in ("", " ")]
    body = [i for i, line in enumerate(lines) if i >= len(HEADER) and line]
    if body and (not heads or body[0] != heads[0]):
        faults.append(
            Fault(path, body[0] + 1, 1, "this line stands outside of every entry", "restore the file from git")
        )
    if heads and heads[0] != len(HEADER) + 1:
        faults.append(
            Fault(path, heads[0] + 1, 1, "one empty line stands before an entry", "add or remove empty lines")
        )
    for start, following in pairwise([*heads, len(lines)]):
        end = following - 1
        if lines[end] or end <= start:
            where = "after the last entry" if following == len(lines) else "before the next entry"
            faults.append(
                Fault(path, end + 1, 1, f"a line end is missing {where}", "add it, or restore the file from git")
            )
            end += 1
        yield start, end
    if not heads and lines[len(HEADER) :] != [""]:
        faults.append(Fault(path, len(HEADER) + 1, 1, "the file should end here", "remove empty lines"))


def _duplicates(entries: list[tuple[int, Entry]], path: str) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for line, entry in entries:
        others = sorted({seen[key] for key in entry.keys if key in seen})
        if others:
            message = f"{entry.address} is the article of line {others[0]} as well"
            yield Fault(
                path, line, 1, message, "delete one of the two, then run `compliance source refresh` on the other"
            )
        seen |= dict.fromkeys(entry.keys - seen.keys(), line)
