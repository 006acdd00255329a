"""Many policies as one library: which policy governs an address on a day.

A library is opened from a *pack*: one line of JSON that indexes the policies by domain, then a line for each policy's
nodes. Only the policies that are asked for are built, and no YAML parser is imported. `compliance.policies.packing`
makes a pack of files; `compliance.policies.opening` finds both on disk.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from compliance.addresses import host
from compliance.reuse.model import Publisher
from compliance.values import dataclass
from compliance.yamldoc import Document, from_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from compliance.policies.loading import Shelf
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
    """Policies by id, by domain and by date. ``publishers`` has each publisher once, however many versions it has."""

    def __init__(self, entries: Iterable[Entry], policy: Callable[[str], Policy]) -> None:
        self.entries = tuple(entries)
        self.policy = policy
        """The policy of an id; raises ``KeyError``."""
        self._by_domain: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for domain in entry.domains:
                self._by_domain.setdefault(domain, []).append(entry)
        latest = dict.fromkeys(max(same, key=lambda e: e.until or "9999") for same in self._by_domain.values())
        self.publishers = tuple(Publisher(e.id, e.names, e.domains) for e in latest)

    @classmethod
    def of(cls, *policies: Policy) -> Library:
        """The library of these policies and no others."""
        by_id = {policy.id: policy for policy in policies}
        return cls(map(entry_of, policies), by_id.__getitem__)

    @classmethod
    def unpacked(cls, pack: bytes) -> Library:
        """The library of a pack; ``ValueError``, ``TypeError`` or ``KeyError`` says that it is none."""
        index, *lines = pack.split(b"\n")
        entries = [_entry(**data) for data in json.loads(index)]
        by_id = {entry.id: (entry.path, line) for entry, line in zip(entries, lines, strict=True)}

        def document(id_: str) -> Document:
            path, line = by_id[id_]
            return Document(path, from_json(json.loads(line)))

        @cache
        def shelf() -> Shelf:
            from compliance.policies.loading import Shelf  # nothing of it is needed where no policy is asked for

            return Shelf(by_id, document)

        return cls(entries, lambda id_: shelf().policy(id_))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all policies, licences included, in the order of the files."""
        return tuple(entry.id for entry in self.entries)

    def find(self, address: str, date: str = "") -> Policy | None:
        """The policy that governs an address (or a domain) on a day (ISO 8601), or None."""
        labels = (host(address) or host(f"https://{address}")).split(".")
        for first in range(len(labels) - 1):
            for entry in self._by_domain.get(".".join(labels[first:]), ()):
                if entry.in_force(date):
                    return self.policy(entry.id)
        return None


def entry_of(policy: Policy) -> Entry:
    """A policy's line in the index."""
    return Entry(policy.id, policy.path, policy.publisher.names, policy.domains, policy.since, policy.until)


def _entry(names: list[str], domains: list[str], **rest: str) -> Entry:
    return Entry(names=tuple(names), domains=tuple(domains), **rest)
