"""Many policies as one library: which policy governs an address on a day.

A library is opened from a *pack*: one line of JSON that indexes the policies by domain, then a line for each policy's
nodes. Only the policies that are asked for are built, and no YAML parser is imported. `compliance.policies.packing`
makes a pack of files; `compliance.policies.opening` finds both on disk.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from compliance.addresses import host
from compliance.policies.loading import Shelf
from compliance.reuse.model import Publisher
from compliance.yamldoc import Document, from_json

if TYPE_CHECKING:
    from compliance.policies.model import Policy


@dataclass(frozen=True, slots=True)
class Entry:
    """A policy's line in the index; ``since`` and ``until`` are its first and last day (ISO 8601), or empty."""

    id: str
    path: str
    names: tuple[str, ...]
    domains: tuple[str, ...]
    since: str = ""
    until: str = ""

    def in_force(self, date: str) -> bool:
        """Whether the terms hold on a day; a day that is not stated is taken as today, so only lasting terms do."""
        return (not date or not self.since or self.since <= date) and (not self.until or (date or "9999") <= self.until)


class Library:
    """The policies of a pack; ``ValueError`` or one of its like says that it is none.

    ``publishers`` has each publisher once, however many versions of its terms there are.
    """

    def __init__(self, pack: bytes) -> None:
        index, *self._lines = pack.rstrip(b"\n").split(b"\n")
        self.entries = tuple(_entry(e) for e in json.loads(index))
        if len(self.entries) != len(self._lines):
            raise ValueError("the pack is cut off")
        self._numbers = {entry.id: number for number, entry in enumerate(self.entries)}
        self._by_domain: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for domain in entry.domains:
                self._by_domain.setdefault(domain, []).append(entry)
        self._shelf = Shelf(self._numbers, self._document)
        latest = dict.fromkeys(max(same, key=lambda e: e.until or "9999") for same in self._by_domain.values())
        self.publishers = tuple(Publisher(e.id, e.names, e.domains) for e in latest)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all policies, licences included, in the order of the files."""
        return tuple(self._numbers)

    def policy(self, id_: str) -> Policy:
        """The policy of an id; raises ``KeyError``."""
        return self._shelf.policy(id_)

    def find(self, address: str, date: str = "") -> Policy | None:
        """The policy that governs an address (or a domain) on a day (ISO 8601), or None."""
        labels = host(address).split(".")
        for first in range(len(labels) - 1):
            for entry in self._by_domain.get(".".join(labels[first:]), ()):
                if entry.in_force(date):
                    return self.policy(entry.id)
        return None

    def _document(self, id_: str) -> Document:
        number = self._numbers[id_]
        return Document(self.entries[number].path, from_json(json.loads(self._lines[number])))


def _entry(data: dict[str, Any]) -> Entry:
    return Entry(**{**data, "names": tuple(data["names"]), "domains": tuple(data["domains"])})
