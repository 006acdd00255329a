"""Drafts and what the linker must make of them. To add a case, add a file to `cases/`.

The comment at a file's end says what is expected: a line for each reuse, `DOMAIN MODE EVIDENCE | words || words` (the
first of each passage; `$` ends them where nothing may follow; `doubtful` after the evidence where it is), and
`unattributed | first words`; before them, where the case needs them, `publishers: ID NAME, NAME DOMAIN` and
`declared: MODE ADDRESS`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.drafts.reading import read
from compliance.reuse.evidence import GUESSES
from compliance.reuse.linker import find
from compliance.reuse.model import Declaration, Found, Passage, Publisher, Reuse

CASES = sorted(p for p in (Path(__file__).parent / "cases").iterdir() if p.suffix in (".md", ".html"))


def _split(path: Path) -> tuple[str, list[str]]:
    text, _, expected = path.read_text("utf-8").rpartition("<!-- expect\n")
    return text, [line for line in expected.partition("-->")[0].splitlines() if line]


def _publisher(line: str) -> Publisher:
    name, _, rest = line.partition(" ")
    names, _, domain = rest.rpartition(" ")
    return Publisher(name, tuple(n.strip() for n in names.split(",")), (domain,))


def _found(path: Path) -> tuple[Found, list[str]]:
    text, lines = _split(path)
    publishers = [_publisher(line.partition(": ")[2]) for line in lines if line.startswith("publishers: ")]
    declared = [line.split()[1:] for line in lines if line.startswith("declared: ")]
    found = find(
        read(text.encode(), path.name),
        publishers=publishers,
        declarations=[Declaration(url, mode) for mode, url in declared],  # type: ignore[arg-type]
    )
    return found, [line for line in lines if not line.startswith(("publishers: ", "declared: "))]


def _begins(passage: Passage, words: str) -> bool:
    return passage.text == words[:-1] if words.endswith("$") else passage.text.startswith(words)


def _tie(reuse: Reuse) -> str:
    doubtful = reuse.certainty == "doubtful" and reuse.tied_by not in GUESSES
    return f"{reuse.tied_by} doubtful" if doubtful else reuse.tied_by


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.name)
def test_draft_gives_the_reuses_that_its_last_comment_says(path: Path) -> None:
    found, lines = _found(path)
    seen = [(r.domain, r.mode, _tie(r), r.passages) for r in found.reuses]
    expected = [line for line in lines if not line.startswith("unattributed")]
    assert [" ".join(s[:3]) for s in seen] == [line.partition(" | ")[0] for line in expected]
    for (*_, passages), line in zip(seen, expected, strict=True):
        words = [w for w in line.partition(" | ")[2].split(" || ") if w]
        assert len(passages) == len(words), [p.text for p in passages]
        assert all(_begins(p, w) for p, w in zip(passages, words, strict=True)), [p.text for p in passages]
    untied = [line.partition(" | ")[2] for line in lines if line.startswith("unattributed")]
    assert [_begins(p, w) for p, w in zip(found.unattributed, untied, strict=True)] == [True] * len(untied)
