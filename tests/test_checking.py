"""The whole check: any text gives a report, places point at what they claim, counts agree, time stays linear."""

from __future__ import annotations

import re
import unicodedata
from time import process_time
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.checking import check
from compliance.drafts.reading import read
from compliance.facts import Facts, Site
from compliance.policies.opening import open_library
from compliance.reports import FORMATS
from tests.reports.rendering import Report, render

if TYPE_CHECKING:
    from collections.abc import Callable

    from compliance.drafts.model import FileKind
    from compliance.report import DraftReport

LIBRARY = open_library()
STORY = "https://euromaidanpress.com/2026/11/20/the-quay-at-night/"
NEWS = "https://kurkul.com/news/"
WORDS = "The quay was quiet, and the café’s boats lay still in the naïve light of the moon. "
PARTS = st.sampled_from(
    [
        "\n", "\n\n", "> ", ">> ", "- ", "# ", "**", "_", "`", "~~~\n", "[", "](", ")", "(", f"[story]({STORY})", STORY,
        "“", "”", '"', "«", "»", f"<blockquote cite='{STORY}'>", "</blockquote>", "<p>", f"<a href='{STORY}'>", "</a>",
        "&amp;", "&ldquo;", "\r\n", "\ufeff", "\u00ad", "e\u0301", "👩\u200d🚀",
        "Euromaidan Press writes:", WORDS,
        "---\n", "{{< x >}}", "[^1]", "[^1]: ", "| a | b |\n|---|---|\n", "<!--", "-->", "Originally published by ",
        "(NIV)", "\x00", "\u2028",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PARTS, st.text(max_size=8)), max_size=60).map("".join))


def checked(text: str | bytes, kind: FileKind = "markdown") -> DraftReport:
    """The report on a text under all bundled policies."""
    return check(read(text, "draft.md", kind=kind), LIBRARY, facts=Facts(), site=Site())


@given(TEXTS, st.sampled_from(["markdown", "html", "text"]))
def test_any_text_gives_a_report_in_every_format(text: str, kind: FileKind) -> None:
    """Whatever a file holds, there is a report, and each of its places lies within the text."""
    report = checked(text, kind)
    for name in FORMATS:
        assert isinstance(render(Report((report,)), name), str)
    places = [(p.start, p.end) for r in report.reuses for p in r.passages]
    places += [(k.start, k.end) for r in report.reuses for k in r.links]
    places += [(p.start, p.end) for p in report.unattributed]
    places += [(o.finding.start or 0, o.finding.end or 0) for r in report.reuses for o in r.outcomes]
    assert all(0 <= start <= end <= len(report.text) for start, end in places)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_report(data: bytes) -> None:
    assert checked(data).path == "draft.md"


def test_a_passage_and_a_link_are_where_the_report_says() -> None:
    text = f"Über die Küste — [Euromaidan *Press*]({STORY}) writes:\r\n\r\n> {WORDS.strip()}\r\n"
    (reuse,) = checked(text).reuses
    assert [text[p.start : p.end].strip() for p in reuse.passages] == [WORDS.strip()]
    assert [text[k.start : k.end] for k in reuse.links] == [f"[Euromaidan *Press*]({STORY})"]


def wrapped(text: str, width: int) -> str:
    """The text with so many words a line, each line a line of the block quotation."""
    words = text.split(" ")
    return "\n> ".join(" ".join(words[i : i + width]) for i in range(0, len(words), width))


@given(st.integers(1, 9), st.sampled_from(["NFC", "NFD"]), st.sampled_from(["\n", "\r\n"]), st.sampled_from([1, 3, 99]))
def test_counts_agree_however_the_text_is_stored(
    times: int, form: Literal["NFC", "NFD"], line_end: str, width: int
) -> None:
    """The same words count the same in NFC and NFD, with LF and CRLF, wrapped and unwrapped."""
    quotation = (WORDS * times).strip()
    text = f"[Euromaidan Press]({STORY}) writes:\n\n> {wrapped(quotation, width)}\n"
    text = re.sub("\n", line_end, unicodedata.normalize(form, text))
    (reuse,) = checked(text.encode()).reuses
    assert [p.characters for p in reuse.passages] == [len(quotation)]


@pytest.mark.parametrize(("length", "verdict"), [(499, "pass"), (500, "pass"), (501, "fail")])
def test_five_hundred_characters_pass_and_one_more_fails(length: int, verdict: str) -> None:
    quotation = ((WORDS * 7)[: length - 1]).rstrip().ljust(length - 1, "x") + "."
    (reuse,) = checked(f"[Euromaidan Press]({STORY}) writes:\n\n> {quotation}\n").reuses
    assert {o.rule: o.verdict for o in reuse.outcomes}["extract"] == verdict


HOSTILE: dict[str, Callable[[int], str]] = {
    "nested quotations": lambda n: ">" * n + " a",
    "opening brackets": lambda n: "[" * n,
    "one long line": lambda n: "word " * (n * 20),
    "backticks": lambda n: "`" * n,
    "emphasis": lambda n: "*a_ " * n,
    "unclosed tags": lambda n: "<a " * n,
    "links": lambda n: f"[a]({STORY}) “said so at length in these words and more” " * (n // 20),
    "quotations": lambda n: f"[a]({STORY}):\n\n> {WORDS}\n\n" * (n // 20),
    "quotation marks": lambda n: "“a " * n,
    "sites": lambda n: "".join(
        f"As [X](https://x{i}.example/05/a-story) has it:\n\n> {WORDS}\n\n" for i in range(n // 20)
    ),
    "articles of one publisher": lambda n: "".join(
        f"As [X]({STORY.replace('2026', str(1000 + i))}) has it:\n\n> {WORDS}\n\n" for i in range(n // 50)
    ),
    "one speaker": lambda n: f"[Holt]({STORY}) wrote. " + f"Holt said that day “{WORDS}”, she said. " * (n // 20),
    "linked lines of a quotation": lambda n: "".join(
        f"> Words and [words](https://x{i}.example/05/a-story).\n>\n" for i in range(n // 20)
    ),
    "articles whose site any link names": lambda n: "".join(
        f"As [Kurkul.com]({NEWS}{1000 + i}-rain) has it:\n\n> {WORDS}\n\n" for i in range(n // 50)
    ),
    "articles whose links are closed": lambda n: "".join(
        f'As <a rel="nofollow" href="{NEWS}{1000 + i}-rain">it</a> has it:\n\n> {WORDS}\n\n' for i in range(n // 50)
    ),
    "credit lines": lambda n: f"Originally published by [Euromaidan Press]({STORY}).\n\n" * (n // 20),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("kind", ["markdown", "html", "text"])
def test_time_grows_with_the_text_and_not_with_its_square(name: str, kind: FileKind) -> None:
    """Four times the text takes less than eight times the time, or little time at all."""

    def seconds(size: int) -> float:
        text = HOSTILE[name](size)
        start = process_time()
        checked(text, kind)
        return process_time() - start

    small, large = min(seconds(5_000) for _ in range(2)), seconds(20_000)
    assert large < max(8 * small, 1.0)
