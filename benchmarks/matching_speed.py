"""How fast is matching, beside other tools on the same pairs of texts?

    python benchmarks/matching_speed.py PAN [--pairs 200] [--slow 20] [--large 4]

PAN is a folder of the text alignment corpus with `pairs.jsonl`. The first PAIRS of each class are compared by what is
fast, the first SLOW by what is not. A megabyte is a million characters of both texts of a pair; folding and reading
into each tool's form are counted. text-matcher and copydetect are measured where they are installed (by hand:
`pip install text-matcher copydetect`; text-matcher needs NLTK's list of stop words as well), and are no dependency of
this project. Then pairs of LARGE megabytes, with and without edits, and texts that repeat one thing, each in two
sizes, show that the time is linear: the rate stays. Times are of the processor, the best of two.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import importlib
import io
import json
import random
import re
import resource
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rapidfuzz import fuzz

from compliance.matching.align import Options, align

if TYPE_CHECKING:
    from collections.abc import Callable

    Method = Callable[[str, str], object]

Pair = tuple[str, str]
SENTENCE = re.compile(r"(?<=[.!?])\s+")
UNEDITED = Options(edited=False)


def first_pass(draft: str, source: str) -> object:
    """This project's matches without a look for edited sentences."""
    return align(draft, source, UNEDITED)


def difflib_words(draft: str, source: str) -> object:
    """Matching blocks of three words and more."""
    blocks = difflib.SequenceMatcher(None, draft.lower().split(), source.lower().split(), autojunk=False)
    return [block for block in blocks.get_matching_blocks() if block.size > 2]


def difflib_characters(draft: str, source: str) -> object:
    """Matching blocks of twenty characters and more, as the library is set by default."""
    return [block for block in difflib.SequenceMatcher(None, draft, source).get_matching_blocks() if block.size > 19]


def rapidfuzz_sentences(draft: str, source: str) -> object:
    """The best place of each sentence of the draft."""
    sentences = [sentence for sentence in SENTENCE.split(draft) if len(sentence) > 20]
    return [fuzz.partial_ratio_alignment(sentence, source, score_cutoff=70) for sentence in sentences]


def text_matcher() -> Method | None:
    """text-matcher's comparison, if it is installed."""
    try:
        matcher = importlib.import_module("text_matcher.matcher")
    except ImportError:
        return None

    def compare(draft: str, source: str) -> object:
        with contextlib.redirect_stdout(io.StringIO()):
            texts = matcher.Text(draft, "draft"), matcher.Text(source, "source")
            return matcher.Matcher(*texts).match()

    return compare


def copydetect() -> Method | None:
    """Winnowed fingerprints of letters as copydetect makes them, if it is installed."""
    try:
        utils = importlib.import_module("copydetect.utils")
    except ImportError:
        return None

    def compare(draft: str, source: str) -> object:
        prints = []
        for text in (draft, source):
            letters = "".join(filter(str.isalnum, text.lower()))
            hashes, places = utils.winnow(utils.hashed_kgrams(letters, k=25), window_size=6, remove_duplicates=False)
            by_hash: dict[int, list[int]] = defaultdict(list)
            for value, place in zip(hashes.tolist(), places.tolist(), strict=True):
                by_hash[value].append(place)
            prints.append(by_hash)
        return utils.find_fingerprint_overlap(set(prints[0]), set(prints[1]), prints[0], prints[1])

    return compare


def pairs(folder: Path, count: int) -> dict[str, list[Pair]]:
    """The first pairs of each class."""
    chosen: dict[str, list[Pair]] = defaultdict(list)
    for line in (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        if len(chosen[pair["cls"]]) < count:
            texts = [(folder / pair[side]).read_bytes().decode("utf-8") for side in ("susp", "src")]
            chosen[pair["cls"]].append((texts[0], texts[1]))
    return chosen


def rate(method: Method, some: list[Pair]) -> float:
    """Megabytes a second of the processor's time, the best of two runs."""
    size = sum(len(draft) + len(source) for draft, source in some) / 1e6
    times = []
    for _ in range(2):
        started = time.process_time()
        for draft, source in some:
            method(draft, source)
        times.append(time.process_time() - started)
    return size / min(times)


def edited(text: str, share: float) -> str:
    """The text with so many of its words replaced."""
    rng = random.Random(1)
    words = text.split(" ")
    for at in rng.sample(range(len(words)), int(share * len(words))):
        words[at] = "edited"
    return " ".join(words)


def large(texts: list[str], megabytes: int) -> None:
    """Print the rate on large texts: the same with edits, and two that share little."""
    half = megabytes * 500_000
    together = "\n\n".join(texts)
    for size in (half // 4, half):
        one, other = together[:size], together[size : 2 * size]
        for name, pair in (
            ("same", (one, one + " ")),
            ("5 % edited", (edited(one, 0.05), one)),
            ("other", (one, other)),
        ):
            both, first = rate(align, [pair]), rate(first_pass, [pair])
            print(f"large, {2 * size / 1e6:.1f} MB, {name}: {both:.1f} MB/s, {first:.1f} without the second pass")


def repeating(words: list[str], count: int) -> dict[str, Pair]:
    """Texts of so many words that repeat one thing, or turn by turn keep and replace another."""
    paragraph = " ".join(words[:80]) + "\n\n"
    sentence = "The same sentence stands here again. "
    by_turns = [f"other{at}" if at % 50 >= 30 else word for at, word in enumerate(words[:count])]
    return {
        "one letter": ("a " * count, "a " * (count - 1) + "b"),
        "one sentence": (sentence * (count // 6), sentence * (count // 6 - 1) + "Not."),
        "one paragraph": (paragraph * (count // 80), paragraph * (count // 80 - 1) + "Not."),
        "kept and replaced by turns": (" ".join(by_turns), " ".join(words[:count])),
    }


def hostile(words: list[str], count: int) -> None:
    """Print the rates on texts of count words that repeat one thing, and on ones of half their size."""
    half, whole = repeating(words, count // 2), repeating(words, count)
    for name, pair in whole.items():
        rates = [rate(method, [some]) for method in (align, first_pass) for some in (half[name], pair)]
        size = (len(pair[0]) + len(pair[1])) / 1e6
        print(f"{name}, {size / 2:.1f} and {size:.1f} MB:", *(f"{one:.1f}" for one in rates[:2]), end=" MB/s, ")
        print(*(f"{one:.1f}" for one in rates[2:]), "without the second pass")


def main() -> None:
    """Read the request and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pan", type=Path)
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--slow", type=int, default=20)
    parser.add_argument("--large", type=int, default=4)
    options = parser.parse_args()
    fast, few = pairs(options.pan, options.pairs), pairs(options.pan, options.slow)
    methods: list[tuple[str, Method | None, dict[str, list[Pair]]]] = [
        ("this project", align, fast),
        ("without the second pass", first_pass, fast),
        ("difflib, words", difflib_words, few),
        ("difflib, characters", difflib_characters, few),
        ("rapidfuzz, sentences", rapidfuzz_sentences, few),
        ("text-matcher", text_matcher(), few),
        ("copydetect", copydetect(), few),
    ]
    print("MB/s by class:", ", ".join(sorted(fast)))
    for name, method, chosen in methods:
        if method is None:
            print(f"{name}: not installed")
            continue
        print(f"{name}:", *(f"{rate(method, chosen[kind]):.2f}" for kind in sorted(chosen)))
    drafts = [draft for some in fast.values() for draft, _ in some]
    large(drafts, options.large)
    hostile("\n\n".join(drafts).split(" "), options.large * 75_000)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
