"""An index over many sources, so that a draft is compared only with those that can match.

One SQLite file: opened without being read whole, added to and removed from in transactions, safe to kill at any time.
It holds no text, only hashes of sampled word sequences and the names that the caller gives.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from compliance.matching.fold import as_folded
from compliance.matching.seeds import grams

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from compliance.matching.fold import Folded, Ints, Keys

_VERSION: Final = 2
_WORDS: Final = 4
"""Words of a hashed sequence."""
_WINDOW: Final = 8
"""Of so many sequences in a row at least one is kept."""
_SHIFT: Final = np.uint64(24)
"""40 bits of a hash are kept: a draft of 10 kB meets 0.03 of 20 million by chance."""
_COMMON: Final = 200
"""A sequence in more sources than this tells nothing."""
_BATCH: Final = 10_000
_ROWS: Final = 100_000
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS posting (hash INTEGER NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (hash, source))
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS held (source INTEGER PRIMARY KEY, hashes BLOB NOT NULL);
"""
_FIND: Final = """
SELECT asked.value, posting.source
FROM (
    SELECT value FROM json_each(?1)
    WHERE NOT EXISTS (SELECT 1 FROM posting WHERE hash = value LIMIT 1 OFFSET ?2)
) AS asked CROSS JOIN posting ON posting.hash = asked.value
"""


class SourceIndexError(Exception):
    """The file is no index, or one of another version; says which and what to do."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source that a draft may be taken from; a higher score is more likely."""

    name: str
    score: float


class SourceIndex:
    """Which sources share word sequences with a draft. A context manager; `close` ends it."""

    def __init__(self, path: Path | str) -> None:
        """Open the index in this file, or make a new one there. Raises SourceIndexError, sqlite3.OperationalError."""
        self._path = str(path)
        self._database = sqlite3.connect(self._path)
        try:
            self._prepare()
        except sqlite3.DatabaseError as fault:
            self._database.close()
            if isinstance(fault, sqlite3.OperationalError):
                raise
            raise SourceIndexError(f"{self._path} is no index of sources; remove it and build it anew") from fault

    def _prepare(self) -> None:
        (version,) = self._database.execute("PRAGMA user_version").fetchone()
        if version not in (0, _VERSION):
            self._database.close()
            raise SourceIndexError(f"{self._path} is an index of version {version}, not {_VERSION}; build it anew")
        if version == 0:
            if self._database.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
                raise sqlite3.DatabaseError
            self._database.executescript(f"BEGIN;{_SCHEMA}PRAGMA user_version = {_VERSION};COMMIT;")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __len__(self) -> int:
        """The number of sources."""
        return int(self._database.execute("SELECT count(*) FROM source").fetchone()[0])

    def names(self) -> Iterator[str]:
        """The names of all sources, in order of name."""
        for (name,) in self._database.execute("SELECT name FROM source ORDER BY name"):
            yield name

    def add(self, sources: Iterable[tuple[str, Folded | str]]) -> None:
        """Add sources as pairs of name and text; one of a known name takes the place of the old.

        Each 10,000 of them are one transaction.
        """
        batch: list[tuple[str, Ints]] = []
        for name, text in sources:
            batch.append((name, sampled(as_folded(text))))
            if len(batch) == _BATCH:
                self._add_batch(batch)
                batch = []
        self._add_batch(batch)

    def _add_batch(self, batch: list[tuple[str, Ints]]) -> None:
        latest = dict(batch)
        with self._database:
            self._remove(latest)
            numbers = [self._number(name) for name in latest]
            self._database.executemany(
                "INSERT INTO held VALUES (?, ?)",
                [(number, _packed(hashes)) for number, hashes in zip(numbers, latest.values(), strict=True)],
            )
            self._database.executemany("INSERT INTO posting VALUES (?, ?)", _rows(numbers, list(latest.values())))

    def _number(self, name: str) -> int:
        number = self._database.execute("INSERT INTO source (name) VALUES (?)", (name,)).lastrowid
        return int(number or 0)

    def remove(self, names: Iterable[str]) -> None:
        """Remove sources, in one transaction; unknown names are passed over."""
        with self._database:
            self._remove(names)

    def _remove(self, names: Iterable[str]) -> None:
        for name in names:
            row = self._database.execute("SELECT id FROM source WHERE name = ?", (name,)).fetchone()
            if row:
                self._forget(row[0])

    def _forget(self, number: int) -> None:
        (held,) = self._database.execute("SELECT hashes FROM held WHERE source = ?", (number,)).fetchone()
        self._database.executemany(
            "DELETE FROM posting WHERE hash = ? AND source = ?", [(one, number) for one in _unpacked(held)]
        )
        self._database.execute("DELETE FROM held WHERE source = ?", (number,))
        self._database.execute("DELETE FROM source WHERE id = ?", (number,))

    def candidates(self, draft: Folded | str, most: int = 20) -> tuple[Candidate, ...]:
        """The sources that share most with a draft, rare word sequences counting more; best first, names break ties."""
        asked = np.unique(_hashes(as_folded(draft).keys))
        sharing: dict[int, list[int]] = defaultdict(list)
        with closing(self._database.execute(_FIND, (json.dumps(asked.tolist()), _COMMON))) as rows:
            for value, source in rows:
                sharing[value].append(source)
        scores: dict[int, float] = defaultdict(float)
        for sources in sharing.values():
            for source in sources:
                scores[source] += 1 / sqrt(len(sources))
        best = sorted(scores, key=lambda source: (-scores[source], source))[: 2 * most]
        found = [Candidate(self._name(source), round(scores[source], 6)) for source in best]
        return tuple(sorted(found, key=lambda one: (-one.score, one.name))[:most])

    def _name(self, source: int) -> str:
        return str(self._database.execute("SELECT name FROM source WHERE id = ?", (source,)).fetchone()[0])


def sampled(source: Folded) -> Ints:
    """Sorted hashes of word sequences of a source: the least of every window (winnowing, Schleimer et al. 2003)."""
    hashes = _hashes(source.keys)
    if len(hashes) > _WINDOW:
        hashes = np.lib.stride_tricks.sliding_window_view(hashes, _WINDOW).min(axis=1)
    return np.unique(hashes)


def _hashes(keys: Keys) -> Ints:
    hashes = grams(keys, _WORDS)
    hashes ^= hashes >> np.uint64(32)
    hashes *= np.uint64(0x9E3779B97F4A7C15)
    return (hashes >> _SHIFT).astype(np.int64)


def _rows(numbers: list[int], hashes: list[Ints]) -> Iterator[tuple[int, int]]:
    """Postings of a batch in order of hash, as the tree wants them."""
    if not numbers:
        return
    together = np.concatenate(hashes)
    owners = np.repeat(np.array(numbers), [len(one) for one in hashes])
    order = np.lexsort((owners, together))
    for start in range(0, len(order), _ROWS):
        some = order[start : start + _ROWS]
        yield from zip(together[some].tolist(), owners[some].tolist(), strict=True)


def _packed(hashes: Ints) -> bytes:
    """Hashes in five bytes each."""
    return hashes.astype("<i8").view(np.uint8).reshape(-1, 8)[:, :5].tobytes()


def _unpacked(held: bytes) -> list[int]:
    hashes = np.zeros((len(held) // 5, 8), dtype=np.uint8)
    hashes[:, :5] = np.frombuffer(held, dtype=np.uint8).reshape(-1, 5)
    unpacked: list[int] = hashes.view("<i8").ravel().tolist()
    return unpacked
