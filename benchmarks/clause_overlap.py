"""Words that the bundled policies share with their publishers' own: a clause is to be told in words of one's own.

    python benchmarks/clause_overlap.py QUOTATIONS [WORDS]

QUOTATIONS is a YAML list of publishers, each with `clauses` whose `evidence` has a verbatim `quote`. Printed is every
clause, question or message in `rules/` that has WORDS (6) or more running words in common with a quotation, whosesoever
it is; strings that a publisher requires are no clauses. The exit code is 1 if there is one.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN = {"clause", "review", "ask", "message", "help"}
RULES = Path(__file__).parents[1] / "rules"


def main(quotations: Path, length: int) -> int:
    """Print what is shared; the exit code is 1 if anything is."""
    known: dict[tuple[str, ...], str] = {}
    for publisher in yaml.safe_load(quotations.read_text("utf-8")):
        for clause in publisher["clauses"]:
            known |= dict.fromkeys(_runs(clause["evidence"].get("quote", ""), length), publisher["id"])
    shared = [
        f"{path.name}: {key}: “{' '.join(run)}” ({known[run]})"
        for path in sorted(RULES.glob("*.yaml"))
        for key, text in _own_words(yaml.safe_load(path.read_text("utf-8")))
        for run in _runs(text, length)
        if run in known
    ]
    print("\n".join(shared) or f"no {length} running words are shared")
    return bool(shared)


def _own_words(data: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for inner, value in data.items():
            if inner != "tests":
                yield from _own_words(value, inner)
    elif isinstance(data, list):
        for item in data:
            yield from _own_words(item, key)
    elif key in OWN:
        yield key, str(data)


def _runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+(?:['’-]\w+)*", text.casefold().replace("’", "'"))
    return (tuple(words[n : n + length]) for n in range(len(words) - length + 1))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("quotations", type=Path)
    arguments.add_argument("words", type=int, nargs="?", default=6)
    given = arguments.parse_args()
    raise SystemExit(main(given.quotations, given.words))
