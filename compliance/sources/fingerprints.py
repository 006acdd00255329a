"""Keyed fingerprints of an article: enough to see that a draft copies it, nothing to read it from.

Words are taken in runs of `RUN` that overlap. In every window of `WINDOW` runs the one with the smallest hash is kept
(winnowing: Schleimer, Wilkerson and Aiken, SIGMOD 2003), so that each copied stretch of `RUN + WINDOW - 1` words shares
one with the article. A hash is keyed BLAKE2b over the article's salt and the run's words, cut to `BITS`. The key is a
secret of the repository and comes from the environment; without it the fingerprints say how long the article is and
nothing else. `benchmarks/fingerprint_attack.py` measures what an attacker wins back, with the key and without.
"""

from __future__ import annotations

import os
import secrets
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from compliance.reuse.model import Trace
from compliance.sources.model import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

VARIABLE: Final = "COMPLIANCE_SOURCES_KEY"
SCHEME: Final = "blake2b-1"
RUN: Final = 3
WINDOW: Final = 4
BITS: Final = 16
SHORTEST_KEY: Final = 16  # characters
_SALT: Final = 12  # bytes
_BYTES: Final = BITS // 8
_GAP: Final = 4 * WINDOW  # words that two hits of one copied stretch may be apart
_HITS: Final = 3  # hits that make a stretch: of fewer, many are chance


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """An article's kept hashes in order, the number of each one's first word, and its salt."""

    salt: bytes
    hashes: tuple[int, ...]
    places: tuple[int, ...]

    def __str__(self) -> str:
        """The notation in the lock: scheme, parameters, salt, hashes, steps from place to place."""
        steps = "".join(f"{b - a:x}" for a, b in zip((0, *self.places), self.places, strict=False))
        hashes = b"".join(h.to_bytes(_BYTES, "big") for h in self.hashes)
        parameters = f"{RUN}/{WINDOW}/{BITS}"
        return ":".join((SCHEME, parameters, b64encode(self.salt).decode(), b64encode(hashes).decode(), steps))


def key_from_environment() -> bytes:
    """The repository's secret. Raises ``Unreadable`` where it is absent or short."""
    key = os.environ.get(VARIABLE, "")
    if len(key) < SHORTEST_KEY:
        state = "is not set" if not key else f"is shorter than {SHORTEST_KEY} characters"
        raise Unreadable(f"fingerprints need the repository's secret: {VARIABLE} {state}")
    return blake2b(key.encode(), digest_size=32).digest()


def take(text: str, key: bytes, salt: bytes = b"") -> Fingerprints:
    """The fingerprints of a text under a key of at most 64 bytes; each article gets a salt of its own."""
    salt = salt or secrets.token_bytes(_SALT)
    words, _ = _words(text)
    hashes = [_hash(run, key, salt) for run in _runs(words)]
    kept = list(_winnowed(hashes))
    return Fingerprints(salt, tuple(hashes[i] for i in kept), tuple(kept))


def read(notation: str) -> Fingerprints:
    """The fingerprints that a lock holds. Raises ``Unreadable`` for what another release wrote or nobody did."""
    try:
        scheme, parameters, salt, packed, steps = notation.split(":")
        data = b64decode(packed, validate=True)
        hashes = tuple(int.from_bytes(data[i : i + _BYTES], "big") for i in range(0, len(data), _BYTES))
        found = Fingerprints(b64decode(salt, validate=True), hashes, tuple(_places(steps)))
    except (ValueError, NotBase64):
        raise Unreadable("the fingerprints are not in this release's notation") from None
    if (scheme, parameters) != (SCHEME, f"{RUN}/{WINDOW}/{BITS}") or len(hashes) != len(found.places):
        raise Unreadable(f"the fingerprints are of another kind ({scheme} {parameters}): take them anew")
    return found


def copied(draft: str, prints: Fingerprints, key: bytes) -> list[tuple[int, int]]:
    """Where a text copies the article: offsets of stretches, from the first word known to be copied to the last.

    At least these words are; up to ``WINDOW - 1`` more on either side may be. Stretches of under a dozen words are not
    found.
    """
    words, spans = _words(draft)
    by_hash: dict[int, list[int]] = {}
    for value, place in zip(prints.hashes, prints.places, strict=True):
        by_hash.setdefault(value, []).append(place)
    hits = [
        (i - place, i) for i, run in enumerate(_runs(words)) for place in by_hash.get(_hash(run, key, prints.salt), ())
    ]
    stretches = sorted((first, last + RUN - 1) for first, last in _stretches(sorted(hits)))
    return _united([(spans[first][0], spans[last][1]) for first, last in stretches])


def trace(draft: str, prints: Fingerprints, key: bytes, words: int) -> Trace:
    """Where a text copies an article of so many words, as the check takes it."""
    spans = copied(draft, prints, key)
    held = sum(len(_words(draft[start:end])[0]) for start, end in spans)
    return Trace(tuple(spans), min(1.0, held / max(1, words)))


def _words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    from compliance.matching.fold import fold

    folded = fold(text)
    return folded.words, list(zip(folded.starts.tolist(), folded.ends.tolist(), strict=True))


def _runs(words: Sequence[str]) -> Iterator[str]:
    return (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def _hash(run: str, key: bytes, salt: bytes) -> int:
    return int.from_bytes(blake2b(run.encode(), digest_size=_BYTES, key=key, salt=salt).digest(), "big")


def _winnowed(hashes: Sequence[int]) -> Iterator[int]:
    """The places of the smallest hash of each window, the last one of equals, each place once."""
    last = -1
    for start in range(max(1, len(hashes) - WINDOW + 1) if hashes else 0):
        window = range(start, min(start + WINDOW, len(hashes)))
        place = min(window, key=lambda i: (hashes[i], -i))
        if place != last:
            yield place
            last = place


def _places(steps: str) -> Iterator[int]:
    place = 0
    for step in steps:
        place += int(step, 16)
        yield place


def _stretches(hits: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The first and last run of each group of hits that lie on one diagonal and near to each other."""
    group: list[tuple[int, int]] = []
    for hit in (*hits, (None, 0)):
        if group and (hit[0] != group[0][0] or hit[1] - group[-1][1] > _GAP):
            if len(group) >= _HITS:
                yield group[0][1], group[-1][1]
            group = []
        if hit[0] is not None:
            group.append((hit[0], hit[1]))


def _united(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
