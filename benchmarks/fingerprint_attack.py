"""How much of an article an attacker wins back from what `sources.lock` holds of it.

    python benchmarks/fingerprint_attack.py FOLDER [--articles N] [--seed N]

FOLDER has one article a file (.txt), its headline on the first line. N of them are the victims; all others are the
attacker's own text. The attacker knows the hash function, each article's salt and headline, and looks up every run of
words of the own text; where kept runs overlap, the next word (and backwards the one before) is guessed, from the words
that follow the last one in the own text, then from the whole vocabulary; where hashes are cut short, so that many runs
fit one, a beam search keeps the likeliest lines. What no neighbour confirms is not claimed.

Columns: bits stored a word; words claimed; of these right; words won back, beyond the headline's own.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from compliance.matching.fold import fold
from compliance.sources import fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterator

Run: TypeAlias = tuple[str, ...]
Steps: TypeAlias = "tuple[Steps, Step] | tuple[()]"
SALT = b"known to all"  # one for all articles changes nothing for an attacker who is told each one's
BEAM = 24
SUCCESSORS = 60
WORDS = 30_000
AGREES = {1: 0.2, 2: 0.01}  # how likely a run of the own text is that begins with the last two words, or the last one


@dataclass(frozen=True)
class Scheme:
    """What is stored: runs of three words, one in each window, so many bits of each; and the attacker's key."""

    name: str
    window: int
    bits: int
    key: bytes = b""
    attackers_key: bytes = b""

    def hash(self, run: Run, key: bytes, salt: bytes) -> int:
        """A run's hash, cut to the scheme's bits."""
        digest = blake2b(" ".join(run).encode(), digest_size=4, key=key, salt=salt).digest()
        return int.from_bytes(digest[: self.bits // 8], "big")

    def stored(self, words: list[str], salt: bytes) -> list[tuple[int, int]]:
        """The places and hashes that the lock would hold."""
        hashes = [self.hash(tuple(words[i : i + 3]), self.key, salt) for i in range(len(words) - 2)]
        kept = range(len(hashes)) if self.window == 1 else fingerprints._winnowed(hashes)  # noqa: SLF001 - the attacked
        return [(place, hashes[place]) for place in kept]


class Attacker:
    """The text that an attacker owns, read forwards or backwards: its runs, what follows each word, its vocabulary."""

    def __init__(self, texts: list[list[str]], *, backwards: bool = False) -> None:
        self.turn = -1 if backwards else 1
        texts = [words[:: self.turn] for words in texts]
        self.runs = Counter(run for words in texts for run in zip(words, words[1:], words[2:], strict=False))
        followers: dict[str, Counter[str]] = defaultdict(Counter)
        for words in texts:
            for one, two in pairwise(words):
                followers[one][two] += 1
        self.followers = {word: [w for w, _ in found.most_common(SUCCESSORS)] for word, found in followers.items()}
        counts = Counter(word for words in texts for word in words)
        self.words = [word for word, _ in counts.most_common(WORDS)]
        self.total = sum(counts.values())


@dataclass(frozen=True)
class Step:
    """A run put at a place, and whether a neighbour's words confirm it."""

    place: int
    run: Run
    confirmed: bool
    value: int


@dataclass(frozen=True)
class Beam:
    """A line of the search: its likelihood, the run it ends with (None: open), and its steps."""

    score: float = 0.0
    last: Run | None = None
    path: Steps = ()


class Search:
    """One attack on one article in one direction."""

    def __init__(self, attacker: Attacker, scheme: Scheme, salt: bytes) -> None:
        self.attacker, self.scheme, self.salt = attacker, scheme, salt
        self.table: dict[int, list[Run]] = defaultdict(list)

    def hash(self, run: Run) -> int:
        """The hash of a run in reading direction."""
        return self.scheme.hash(run[:: self.attacker.turn], self.scheme.attackers_key, self.salt)

    def claims(self, stored: list[tuple[int, int]], headline: list[str]) -> dict[int, str]:
        """The words that the attacker claims, by their places in reading direction."""
        title = headline[:: self.attacker.turn]
        wanted = {value for _, value in stored}
        for run in set(self.attacker.runs) | set(zip(title, title[1:], title[2:], strict=False)):
            if (value := self.hash(run)) in wanted:
                self.table[value].append(run)
        beams, before = [Beam()], 0
        for place, value in stored:
            grown = [g for beam in beams for g in self.grown(beam, place, place - before, value)]
            best: dict[Run | None, Beam] = {}
            for beam in sorted(grown, key=lambda b: -b.score):
                best.setdefault(beam.last, beam)
            beams, before = list(best.values())[:BEAM], place
        return self.confirmed(beams[0].path)

    def grown(self, beam: Beam, place: int, gap: int, value: int) -> Iterator[Beam]:
        """A line with one more run: left open, looked up, or guessed from the words before.

        A run's score is the logarithm of its odds against chance: how likely it is to stand here, times the number of
        values that a hash can have.
        """
        yield Beam(beam.score, None, beam.path)
        last, found = beam.last, set()
        for run in self.table.get(value, ()):
            agrees = last is not None and gap < 3 and last[gap:] == run[: 3 - gap]
            if last is None or gap >= 3 or agrees:
                found.add(run)
                likely = AGREES[gap] if agrees else max(1, self.attacker.runs[run]) / self.attacker.total
                yield self.longer(beam, Step(place, run, agrees, value), likely)
        if last is None or gap > 2:
            return
        for run, likely in self.guesses(last, gap, value, alone=not found):
            if run not in found:
                yield self.longer(beam, Step(place, run, confirmed=True, value=value), likely)

    def longer(self, beam: Beam, step: Step, likely: float) -> Beam:
        """A line with one more step."""
        return Beam(beam.score + math.log(likely) + self.scheme.bits * math.log(2), step.run, (beam.path, step))

    def guesses(self, last: Run, gap: int, value: int, *, alone: bool) -> list[tuple[Run, float]]:
        """Runs that begin with the last one's end and fit the hash, and how likely each is."""
        follow = self.attacker.followers
        near = follow.get(last[2], ())
        if gap == 2:
            pairs = ((last[2], one, two) for one in near for two in follow.get(one, ()))
            return [(run, 1 / SUCCESSORS**2) for run in pairs if self.hash(run) == value]
        fits = [(run, 1 / SUCCESSORS) for word in near if self.hash(run := (*last[1:], word)) == value]
        if not fits and alone and self.scheme.bits > 16:
            some = self.attacker.words
            fits = [(run, 1 / len(some)) for word in some if self.hash(run := (*last[1:], word)) == value]
        return fits

    def confirmed(self, path: Steps) -> dict[int, str]:
        """The words of a line that a neighbour confirms, or whose hash is long and fits one run only."""
        claimed: dict[int, str] = {}
        following = False
        while path:
            path, step = path
            if step.confirmed or following or (self.scheme.bits >= 24 and len(self.table[step.value]) == 1):
                claimed |= {step.place + i: word for i, word in enumerate(step.run)}
            following = step.confirmed
        return claimed


def read(
    attackers: list[Attacker], scheme: Scheme, stored: list[tuple[int, int]], headline: list[str], size: int
) -> dict[int, str]:
    """What an attacker claims of an article of so many words, by place; forwards goes before backwards."""
    forwards, backwards = attackers
    mirrored = [(size - 3 - place, value) for place, value in reversed(stored)]
    found = Search(backwards, scheme, SALT).claims(mirrored, headline)
    return {size - 1 - place: word for place, word in found.items()} | Search(forwards, scheme, SALT).claims(
        stored, headline
    )


def main() -> None:
    """Attack and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--articles", type=int, default=8)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    texts = [path.read_text(encoding="utf-8") for path in sorted(chosen.folder.glob("*.txt"))]
    chance.shuffle(texts)
    victims = [text.split("\n", 1) for text in texts[: chosen.articles]]
    own = [fold(text).words for text in texts[chosen.articles :]]
    attackers = [Attacker(own), Attacker(own, backwards=True)]
    key = b"k" * 32
    window, bits = fingerprints.WINDOW, fingerprints.BITS
    schemes = [
        Scheme("unkeyed, every run, 32 bits (never stored)", 1, 32),
        Scheme("unkeyed, every run, 16 bits (never stored)", 1, 16),
        Scheme(f"keyed, window {window}, {bits} bits, key leaked", window, bits, key, key),
        Scheme(f"keyed, window {window}, {bits} bits, key secret", window, bits, key, b"?" * 32),
    ]
    print(f"{len(victims)} articles; the attacker owns {attackers[0].total} words")
    print(f"{'bits/word':>9} {'claimed':>8} {'right':>7} {'won back':>9}  stored")
    print(f"{0:9.1f} {0:8.1%} {'-':>7} {0:9.1%}  by default: title, length and digest; no fingerprints")
    for scheme in schemes:
        print(_line(scheme, attackers, victims), flush=True)


def _line(scheme: Scheme, attackers: list[Attacker], victims: list[list[str]]) -> str:
    words = claimed = right = won = kept = 0
    for headline, text in victims:
        truth, known = fold(text).words, set(fold(headline).words)
        stored = scheme.stored(truth, SALT)
        claims = read(attackers, scheme, stored, fold(headline).words, len(truth))
        hits = [place for place, word in claims.items() if truth[place] == word]
        words, kept = words + len(truth), kept + len(stored)
        claimed, right = claimed + len(claims), right + len(hits)
        won += sum(truth[place] not in known for place in hits)
    share = f"{right / claimed:7.1%}" if claimed else f"{'-':>7}"
    return f"{kept * scheme.bits / words:9.1f} {claimed / words:8.1%} {share} {won / words:9.1%}  {scheme.name}"


if __name__ == "__main__":
    main()
