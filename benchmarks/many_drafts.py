"""CPU time a draft and peak memory of `check FOLDER` over many drafts of about 5 kB, on one core.

    python benchmarks/many_drafts.py [--drafts 200 2000] [--format text]

The drafts differ in their words and in what they hold: links, block quotations, curly quotes in the text, straight
ones, lists, front matter, publishers with and without a policy, whole reposts with a credit line. They are the same in
each run. The bar: at most 5 ms a draft, and memory that does not grow with their number.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
SIZE = 5000
SITES = (
    "theguardian.com", "globalvoices.org", "rferl.org", "harbour-gazette.example", "tide-times.example",
    "north-quay.example", "morning-ledger.example", "breakwater.example", "customs-pier.example",
)  # fmt: skip
WORDS = """
    the the the a of of in to and and for with from that which after before under over between against council harbour
    ferry ministry court river border school engine voters budget archive winter storm report committee hospital union
    teacher farmer editor signal bridge island market museum letter promise question answer protest holiday railway
    said found decided promised refused opened closed rebuilt delayed measured counted expected lost kept moved sold
    new old narrow public quiet early late northern southern empty crowded careful unpaid local final second seven café
    """.split()  # noqa: SIM905 - a word list


class Writer:
    """Writes drafts; the same number gives the same draft."""

    def __init__(self, number: int) -> None:
        self.chance = random.Random(number)
        self.number = number

    def draft(self) -> str:
        """A whole draft of about ``SIZE`` characters."""
        if self.number % 10 == 9:
            return self.repost()
        parts = [self.head()] if self.number % 3 == 0 else []
        parts.append(f"# {self.words(5).capitalize()}")
        while sum(map(len, parts)) < SIZE:
            kinds = (self.paragraph, self.paragraph, self.quotation, self.spoken, self.items, self.linked)
            parts.append(self.chance.choice(kinds)())
        return "\n\n".join(parts) + "\n"

    def repost(self) -> str:
        """Another's article as a whole."""
        parts = [f"# {self.words(6).capitalize()}"]
        while sum(map(len, parts)) < SIZE:
            parts.append(self.paragraph())
        parts.append(f"*This article was first published by [{self.words(2).title()}]({self.address()}).*")
        return "\n\n".join(parts) + "\n"

    def head(self) -> str:
        """Front matter."""
        tags = f"tags: [{self.words(1)}, {self.words(1)}]"
        return f"---\ntitle: {self.words(4)}\ndate: 2026-11-{self.number % 28 + 1:02}\n{tags}\n---"

    def words(self, count: int) -> str:
        """Some words."""
        return " ".join(self.chance.choice(WORDS) for _ in range(count))

    def sentence(self) -> str:
        """A sentence."""
        return self.words(self.chance.randint(8, 22)).capitalize() + "."

    def paragraph(self) -> str:
        """Some sentences."""
        return " ".join(self.sentence() for _ in range(self.chance.randint(2, 5)))

    def address(self) -> str:
        """An article's address."""
        slug = "-".join(self.words(4).split())
        return f"https://www.{self.chance.choice(SITES)}/world/2026/nov/{self.number % 28 + 1:02}/{slug}"

    def link(self) -> str:
        """A link to an article."""
        return f"[{self.words(3)}]({self.address()})"

    def quotation(self) -> str:
        """A block quotation with its introduction."""
        said = self.paragraph().replace(". ", ".\n> ")
        return f"As {self.link()} reports:\n\n> “{said}”"

    def spoken(self) -> str:
        """A quotation within a paragraph."""
        opening, closing = self.chance.choice(("“”", '""', "«»"))
        return f"{self.sentence()} {opening}{self.sentence()}{closing} {self.words(4)}, wrote {self.link()}."

    def items(self) -> str:
        """A list."""
        return "\n".join(f"* {self.words(6)} *{self.words(2)}*" for _ in range(4))

    def linked(self) -> str:
        """A paragraph with links."""
        return f"{self.sentence()} See {self.link()} and {self.link()}, or {self.address()}. {self.sentence()}"


def measure(count: int, form: str) -> tuple[float, float]:
    """CPU milliseconds and peak MiB of one run over this many drafts."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            Path(folder, f"draft-{number:05}.md").write_text(Writer(number).draft(), encoding="utf-8")
        command = [str(Path(sys.executable).parent / "compliance"), "check", "--format", form, "."]
        with Path(os.devnull).open("w", encoding="utf-8") as nothing:
            process = subprocess.Popen(command, cwd=folder, stdout=nothing, stderr=nothing, env=ENVIRONMENT)
            _, _, usage = os.wait4(process.pid, 0)
            process.returncode = 0
    return (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--drafts", type=int, nargs="+", default=[200, 2000])
    options.add_argument("--format", default="text")
    chosen = options.parse_args()
    print(f"{'drafts':>8} {'ms a draft':>11} {'MiB':>6}")
    for count in chosen.drafts:
        milliseconds, peak = measure(count, chosen.format)
        print(f"{count:8} {milliseconds / count:11.2f} {peak:6.1f}")


if __name__ == "__main__":
    main()
