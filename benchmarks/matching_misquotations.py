"""Are misquotations reported, and only they?

    python benchmarks/matching_misquotations.py SOURCES [--n 300] [--seed 1]

SOURCES is a folder of plain-text articles (*.txt). Sentences are taken from them as quotations; in one half a word, a
number, a name or a negation is changed, dropped, added or swapped, an accent, an apostrophe, a raised digit, a minus or
a question mark is put in or taken away, an abbreviation is written as a word, or an ellipsis or a bracket swallows a
negation; in the other only what a quoter may do is done: ellipsis, [brackets], initial capital, end punctuation,
typography. Prints how many of each half are reported, by kind, and the first faults in full.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from compliance.checks.parts.quoters import end_mark as behind
from compliance.checks.parts.quoters import is_question_unasked
from compliance.matching.fold import fold
from compliance.matching.locating import locate
from compliance.matching.qualifiers import swallowed
from compliance.matching.words import differences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Change = Callable[[str, random.Random, list[str]], str | None]

SENTENCE = re.compile(r"(?<!\w)[A-Z][^.!?\n]{40,300}[.!?](?=\s|$)")
NEGATION = re.compile(r"\b(?:not|never|no|nor|without|cannot)\b")
AUXILIARY = re.compile(r"\b(?:is|are|was|were|will|can|could|should|would|has|have|had|may|must)\b")
NUMBER = re.compile(r"\b\d[\d,.]*\b")
NAME = re.compile(r"(?<=\s)[A-Z][a-z]{2,}\b")
MINUS_FOR = re.compile(r"(?<=\s)\$?(?=\d)")
TWO_DIGITS = re.compile(r"\d\d\b")
APOSTROPHE = re.compile(r"(?<=[A-Za-z])['\u2019](?=[a-z])")
PLURAL = re.compile(r"\b[a-z]{3,}[^s\W](?=s\b)")
ABBREVIATION = re.compile(r"\b[A-Z]{2,3}\b")
LIKE_ONE = re.compile(r"(?<=\s)(?:it|us|who|aid|may)\b")
TURNS = re.compile(
    r"(?i)\b(?:not?|never|nor|neither|cannot|without|hardly|scarcely|barely|nobody|nothing|none|but|unless|except|only"
    r"|until|provided|although|\w+n['\u2019]t)\b"
)
"""What an ellipsis or a bracket may not swallow without a word."""
ACCENTED = str.maketrans("aeiouncAEIOU", "\u00e1\u00e8\u00ee\u00f6\u00fa\u00f1\u00e7\u00c1\u00c8\u00ce\u00d6\u00da")
RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
WORD = re.compile(r"(?<!\w)[A-Za-z][\w'\u2019-]*")


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


def accent(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """A letter within has an accent that it had not, or has lost it."""
    bare = [at for at, char in enumerate(text) if char != (plain := unicodedata.normalize("NFD", char)[0]) and plain]
    at = rng.choice(bare or [m.start() for m in re.finditer("[aeiounc]", text[1:-1])])
    at += not bare
    new = unicodedata.normalize("NFD", text[at])[0] if bare else text[at].translate(ACCENTED)
    return text[:at] + new + text[at + 1 :]


def apostrophe(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """An apostrophe is missing, or stands in a plural."""
    there = list(APOSTROPHE.finditer(text))
    if there:
        return splice(text, rng.choice(there), "")
    plurals = list(PLURAL.finditer(text))
    return splice(text, match := rng.choice(plurals), match.group() + "'") if plurals else None


def abbreviation(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """An abbreviation is a word, or a word an abbreviation: US and us."""
    there = [(m, m.group().lower()) for m in ABBREVIATION.finditer(text)]
    there += [(m, m.group().upper()) for m in LIKE_ONE.finditer(text)]
    return splice(text, *rng.choice(there)) if there else None


def raised(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """The last digit of a number is raised."""
    there = list(TWO_DIGITS.finditer(text))
    if not there:
        return None
    at = rng.choice(there).end() - 1
    return text[:at] + text[at].translate(RAISED) + text[at + 1 :]


def sign(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """A number is below zero."""
    there = list(MINUS_FOR.finditer(text))
    return splice(text, match := rng.choice(there), "-" + match.group()) if there else None


def question(text: str, _rng: random.Random, _vocabulary: list[str]) -> str | None:
    """A statement is asked, or a question stated."""
    return text[:-1] + ("." if text.endswith("?") else "?")


def swallowed_negation(text: str, rng: random.Random, vocabulary: list[str]) -> str | None:
    """An ellipsis or a bracket stands for a negation."""
    there = NEGATION.search(text)
    if not there or there.end() >= len(text) - 1 or text[there.end() :].startswith((",", ".")):
        return None
    if not there.start() or text[there.start() - 2] in ",;:\u2013\u2014-(":
        return None
    return splice(text, there, rng.choice(["\u2026", "[...]", f"[{rng.choice(vocabulary)}]"]))


def ellipsis(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """Some words are left out at an ellipsis."""
    words = text.split(" ")
    if len(words) < 12:
        return None
    start = rng.randrange(4, len(words) - 6)
    end = rng.randrange(start + 1, min(len(words) - 4, start + 8))
    if TURNS.search(" ".join(words[start:end])):
        return None
    return " ".join([*words[:start], rng.choice(["\u2026", "...", "[...]", "[\u2026]", ". . ."]), *words[end:]])


def bracketed(text: str, rng: random.Random, vocabulary: list[str]) -> str | None:
    """Some words stand for others in brackets, or explain one."""
    match = rng.choice(inner_words(text))
    if TURNS.search(match.group()):
        return None
    new = f"[{rng.choice(vocabulary)} {rng.choice(vocabulary)}]"
    return splice(text, match, new if rng.random() < 0.5 else match.group() + " " + new)


def capital(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """The quotation begins later and with another case, bracketed or not."""
    words = text.split(" ")[rng.randrange(3) :]
    start = words[0][:1].swapcase()
    if not start.isalpha() or words[0].isupper():
        return None
    words[0] = (f"[{start}]" if rng.random() < 0.5 else start) + words[0][1:]
    return " ".join(words)


def end_mark(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """The end is punctuated otherwise."""
    return None if text.endswith("?") else text[:-1] + rng.choice(["", ",", "!", "\u2026", ";"])


def typography(text: str, rng: random.Random, _vocabulary: list[str]) -> str | None:
    """Quotes, dashes, spaces and soft hyphens are others."""
    text = text.replace("'", "\u2019") if "'" in text else text.replace("\u2019", "'")
    text = re.sub(r'"([^"]*)"', "\u201c\\1\u201d", text).replace(" - ", " \u2014 ").replace("--", "\u2013")
    spaces = [at for at, char in enumerate(text) if char == " "]
    for at in rng.sample(spaces, min(3, len(spaces))):
        text = text[:at] + rng.choice(["\u00a0", "\n", "\u2009"]) + text[at + 1 :]
    at = rng.choice([match.start() + 1 for match in inner_words(text) if len(match.group()) > 3] or [0])
    return text[:at] + "\u00ad" + text[at:] if at else text


SPELLING = (accent, apostrophe, abbreviation, raised, sign, question)
WRONG = (
    *(changed, first_changed, last_changed, dropped, added, swapped, number, name, negation),
    *(*SPELLING, swallowed_negation),
)
RIGHT = (ellipsis, bracketed, capital, end_mark, typography)


def is_reported(quotation: str, source: str) -> bool:
    """Whether the quotation is not in the source, or differs in a way that is not allowed."""
    place = locate(quotation, source)
    if not place:
        return True
    theirs = source[place.start : behind(source, place.end)]
    edits = differences(quotation, theirs)
    if any(not edit.allowed or swallowed(theirs, edit.source_start, edit.source_end) for edit in edits):
        return True
    return is_question_unasked(quotation, "", source, (place.start, place.end))


def cases(
    sources: list[str], kinds: tuple[Change, ...], count: int, rng: random.Random
) -> Iterator[tuple[str, str, str]]:
    """Kind, quotation and source of each case; the kinds take turns."""
    found = {word for text in sources[:60] for word in re.findall(r"\b[a-z]{4,10}\b", text)}
    vocabulary = sorted(word for word in found if not TURNS.search(word))
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
        if (
            quotation is None
            or (same and kinds is WRONG and change not in SPELLING)
            or fold(sentence).words in ([], quotation)
        ):
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
