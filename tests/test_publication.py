"""The day on which a draft says that it is published."""

from __future__ import annotations

import pytest

from compliance.checking import check
from compliance.drafts.reading import read
from compliance.facts import Facts
from compliance.policies.library import Library
from compliance.policies.packing import PolicySource, pack
from compliance.publication import day_of_publication

HERALD = """\
publisher: The Herald
domains: [herald.example]
terms: {url: "https://herald.example/terms", read: 2024-05-06, grade: publisher}
rules:
  - extract: {max: 50 characters}
    to: 2020-12-31
  - extract: {max: 5 characters}
    from: 2021-01-01
"""
QUOTING = """\
The Herald [writes](https://herald.example/2020/harbour-opens):

> The harbour is open again.
"""


@pytest.mark.parametrize(
    ("head", "path", "day"),
    [
        ("date: 2026-10-05", "a.md", "2026-10-05"),
        ("date: 2026-10-05T08:00:00+02:00", "a.md", "2026-10-05"),
        ("date: '2026-10-05 08:00'", "a.md", "2026-10-05"),
        ("pubDate: 2026/1/5", "a.md", "2026-01-05"),
        ("publish_date: 2026-10-05", "a.md", "2026-10-05"),
        ("published: true\ndate: 2026-10-05", "a.md", "2026-10-05"),
        ("date: 2026-10-05", "2019-01-01-a.md", "2026-10-05"),
        ("date: 05/10/2026", "2019-01-01-a.md", "2019-01-01"),
        ("date: 2026-02-30", "a.md", ""),
        ("title: a", "posts/2019-01-01.md", "2019-01-01"),
        ("series: {date: 2026-10-05}", "a.md", ""),
        ("title: a", "a.md", ""),
    ],
)
def test_the_front_matter_says_it_before_the_name_does(head: str, path: str, day: str) -> None:
    assert day_of_publication(read(f"---\n{head}\n---\nText.\n".encode(), path)) == day


@pytest.mark.parametrize(
    ("stated", "asked", "verdict"),
    [("2020-06-01", "", "pass"), ("2021-06-01", "", "fail"), ("2020-06-01", "2021-06-01", "fail")],
)
def test_the_terms_of_that_day_apply_unless_another_is_asked_for(stated: str, asked: str, verdict: str) -> None:
    library = Library.unpacked(pack([PolicySource("herald", "rules/herald.yaml", HERALD.encode(), "rules")]))
    draft = read(f"---\ndate: {stated}\n---\n{QUOTING}".encode(), "a.md")
    assert check(draft, library, facts=Facts(date=asked)).verdict == verdict
