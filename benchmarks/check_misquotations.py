"""Are misquotations reported by the whole check, and only they?

    python benchmarks/check_misquotations.py SOURCES [--n 300] [--seed 1]

The cases of matching_misquotations.py, each as a block quotation in a web page that links its article. Prints how many
of each half are reported (`fail` or `review` of the rule `verbatim`), by verdict and kind, and the first wrong ones.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from html import escape
from pathlib import Path

from matching_misquotations import RIGHT, WRONG, cases

from compliance.checking import check
from compliance.drafts.reading import read
from compliance.policies.library import Library
from compliance.reuse.model import Source

URL = "https://gazette.example/2026/11/a-story"


def verdict(quotation: str, text: str) -> tuple[str, str]:
    """The verdict of `verbatim` on a quotation of an article, and its message; "pass" where nothing is said."""
    page = f"<p>As <a href='{URL}'>the Gazette</a> reports:</p><blockquote><p>{escape(quotation)}</p></blockquote>"
    report = check(read(page.encode(), "draft.html"), Library.of(), [Source(URL, text=text)])
    told = [o.finding for r in report.reuses for o in r.outcomes if o.rule == "verbatim"]
    worst = min(told, key=lambda f: ("fail", "review").index(f.verdict), default=None)
    return (worst.verdict, worst.message) if worst else ("pass", "")


def main() -> None:
    """Read the request, make the cases and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=Path)
    parser.add_argument("--n", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sources = [path.read_text(encoding="utf-8") for path in sorted(options.sources.glob("*.txt"))]
    for title, kinds, wanted in (("misquotations", WRONG, True), ("allowed changes", RIGHT, False)):
        rng = random.Random(options.seed)
        counts: Counter[str] = Counter()
        kinds_told: dict[str, Counter[str]] = defaultdict(Counter)
        wrong = []
        for kind, quotation, source in cases(sources, kinds, options.n, rng):
            told, message = verdict(quotation, source)
            counts[told] += 1
            kinds_told[kind][told] += 1
            if (told != "pass") != wanted:
                wrong.append(f"  {kind}: {quotation!r} {told} {message}")
        print(f"{title}: {dict(counts)}")
        print("\n".join(f"  {kind}: {dict(verdicts)}" for kind, verdicts in kinds_told.items()))
        print("\n".join(wrong[:10]))


if __name__ == "__main__":
    main()
