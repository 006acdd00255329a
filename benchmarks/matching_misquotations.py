"""Are misquotations reported, and only they?

    python benchmarks/matching_misquotations.py SOURCES [--n 300] [--seed 1]

SOURCES is a folder of plain-text articles (*.txt). Sentences are taken from them as quotations; in one half a word, a
number, a name or a negation is changed, dropped, added or swapped, in the other only what a quoter may do is done:
ellipsis, [brackets], initial capital, end punctuation, typography. Prints how many of each half are reported, by kind,
and the first faults in full.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from compliance.matching.fold import fold
from compliance.matching.locating import locate
from compliance.matching.words import differences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Change = Callable[[str, random.Random, list[str]], str | None]

SENTENCE = re.compile(r"(?<!\w)[A-Z][^.!?\n]{40,300}[.!?](?=\s|$)")
NEGATION = re.compile(r"\b(?:not|never|no|nor|without|cannot)\b")
AUXILIARY = re.compile(r"\b(?:is|are|was|were|will|can|could|should|would|has|have|had|may|must)\b")
NUMBER = re.compile(r"\b\d[\d,.]*\b")
NAME = re.compile(r"(?<=\s)[A-Z][a-z]{2,}\b")
WORD = re.compile(r"[A-Za-z][\w'\u2019-]*")


def inner_words(text: str) -> list[re.Match[str]]:
    """The words of a sentence without the first and the last."""
    return list(WORD.finditer(text))[1:-1]


def splice(text: str, match: re.Match[str], new: str) -> str:
    """The text with the match replaced, and with no doubled space."""
    return re.sub(r" {2,}", " ", text[: match.start()] + new + text[match.end() :])


def changed(text: str, rng: random.Random, vocabulary: list[str]) -> str | None:
    """A word within is another."""
    match = rng.choice(inner_words(text))
    return splice(text, match, rng.choice(vocabulary))


def first_changed(text: str, rng: random.Random, vocabulary: list[str]) -> str | None:
    """The first word is another."""
    match = WORD.match(text)
    return splice(text, match, rng.choice(vocabulary).capitalize()) if match else None


def last_changed(text: str, rng: random.Random, vocabulary: list[str]) -> str | None:
    """The last word is another."""
    return splice(text, list(WORD.finditer(text))[-1], rng.choice(vocabulary))


def dropped(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """A word within is missing."""
    return splice(text, rng.choice(inner_words(text)), "")


def added(text: str, rng: random.Random, vocabulary: list[str]) -> str | None:
    """A word was put in."""
    match = rng.choice(inner_words(text))
    return splice(text, match, match.group() + " " + rng.choice(vocabulary))


def swapped(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """Two neighbours have changed places."""
    words = text.split(" ")
    places = [at for at in range(1, len(words) - 2) if words[at].isalpha() and words[at + 1].isalpha()]
    if not places:
        return None
    at = rng.choice(places)
    words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def number(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """A digit is another."""
    matches = list(NUMBER.finditer(text))
    if not matches:
        return None
    match = rng.choice(matches)
    digits = [at for at in range(match.start(), match.end()) if text[at].isdigit()]
    at = rng.choice(digits)
    return text[:at] + str((int(text[at]) + rng.randrange(1, 9)) % 10) + text[at + 1 :]


def name(text: str, rng: random.Random, vocabulary: list[str]) -> str | None:
    """A capitalised word is another."""
    matches = list(NAME.finditer(text))
    return splice(text, rng.choice(matches), rng.choice(vocabulary).capitalize()) if matches else None


def negation(text: str, _rng: random.Random, _vocabulary: list[str]) -> str | None:
    """A negation was dropped or put in."""
    there = NEGATION.search(text)
    if there and there.start() and there.end() < len(text) - 1:
        return splice(text, there, "")
    auxiliary = AUXILIARY.search(text)
    return splice(text, auxiliary, auxiliary.group() + " not") if auxiliary else None


def ellipsis(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """Some words are left out at an ellipsis."""
    words = text.split(" ")
    if len(words) < 12:
        return None
    start = rng.randrange(4, len(words) - 6)
    end = rng.randrange(start + 1, min(len(words) - 4, start + 8))
    return " ".join([*words[:start], rng.choice(["\u2026", "...", "[...]", "[\u2026]", ". . ."]), *words[end:]])


def bracketed(text: str, rng: random.Random, vocabulary: list[str]) -> str | None:
    """Some words stand for others in brackets, or explain one."""
    match = rng.choice(inner_words(text))
    new = f"[{rng.choice(vocabulary)} {rng.choice(vocabulary)}]"
    return splice(text, match, new if rng.random() < 0.5 else match.group() + " " + new)


def capital(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """The quotation begins later and with another case, bracketed or not."""
    words = text.split(" ")[rng.randrange(3) :]
    start = words[0][:1].swapcase()
    if not start.isalpha():
        return None
    words[0] = (f"[{start}]" if rng.random() < 0.5 else start) + words[0][1:]
    return " ".join(words)


def end_mark(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """The end is punctuated otherwise."""
    return text[:-1] + rng.choice(["", ",", "!", "\u2026", ";"])


def typography(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """Quotes, dashes, spaces and soft hyphens are others."""
    text = text.replace("'", "\u2019") if "'" in text else text.replace("\u2019", "'")
    text = re.sub(r'"([^"]*)"', "\u201c\\1\u201d", text).replace(" - ", " \u2014 ").replace("--", "\u2013")
    spaces = [at for at, char in enumerate(text) if char == " "]
    for at in rng.sample(spaces, min(3, len(spaces))):
        text = text[:at] + rng.choice(["\u00a0", "\n", "\u2009"]) + text[at + 1 :]
    at = rng.choice([match.start() + 1 for match in inner_words(text) if len(match.group()) > 3] or [0])
    return text[:at] + "\u00ad" + text[at:] if at else text


WRONG = (changed, first_changed, last_changed, dropped, added, swapped, number, name, negation)
RIGHT = (ellipsis, bracketed, capital, end_mark, typography)


def is_reported(quotation: str, source: str) -> bool:
    """Whether the quotation is not in the source, or differs in a way that is not allowed."""
    place = locate(quotation, source)
    if not place:
        return True
    return not all(edit.allowed for edit in differences(quotation, source[place.start : place.end]))


def cases(
    sources: list[str], kinds: tuple[Change, ...], count: int, rng: random.Random
) -> Iterator[tuple[str, str, str]]:
    """Kind, quotation and source of each case; the kinds take turns."""
    vocabulary = sorted({word for text in sources[:60] for word in re.findall(r"\b[a-z]{4,10}\b", text)})
    done = 0
    while done < count:
        change = kinds[done % len(kinds)]
        source = rng.choice(sources)
        sentences = SENTENCE.findall(source)
        if not sentences:
            continue
        sentence = rng.choice(sentences)
        quotation = change(sentence, rng, vocabulary)
        same = quotation is not None and fold(quotation).words == fold(sentence).words
        if quotation is None or (same and kinds is WRONG) or fold(sentence).words in ([], quotation):
            continue
        done += 1
        yield change.__name__, quotation, source


def main() -> None:
    """Read the request, make the cases and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=Path)
    parser.add_argument("--n", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sources = [path.read_text(encoding="utf-8") for path in sorted(options.sources.glob("*.txt"))]
    for title, kinds, wanted in (("misquotations", WRONG, True), ("allowed changes", RIGHT, False)):
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        faults = []
        for kind, quotation, source in cases(sources, kinds, options.n, random.Random(options.seed)):
            counts[kind][1] += 1
            reported = is_reported(quotation, source)
            counts[kind][0] += reported
            if reported != wanted:
                faults.append((kind, quotation))
        total = sum(reported for reported, _ in counts.values())
        print(f"{title}: {total} of {options.n} reported;", {kind: f"{a}/{b}" for kind, (a, b) in counts.items()})
        for kind, quotation in faults[:10]:
            print(f"  {kind}: {quotation!r}")


if __name__ == "__main__":
    main()
