"""What a quotation from a site comes to whose terms nobody has written down, or not for the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from compliance.checking import check
from compliance.drafts.reading import read
from compliance.facts import Facts, Site
from compliance.policies.library import Library
from compliance.policies.packing import PolicySource, pack

if TYPE_CHECKING:
    from compliance.report import DraftReport

Unknown = Literal["review", "ignore", "fail"]
QUOTING = "As [%s](https://%s/2024/05/06/rain-falls-on-the-plain) writes:\n\n> Rain fell on the plain all night.\n"
POLICY = b"""\
publisher: The Herald
domains: [herald.example]
terms: {url: https://herald.example/terms, read: 2024-05-06, grade: publisher}
from: 2020-01-01
to: 2021-12-31
rules: [{extract: 500 characters}]
"""


def checked(site: str, unknown: Unknown, date: str = "") -> DraftReport:
    library = Library.unpacked(pack([PolicySource("herald", "rules/herald.yaml", POLICY, "rules")]))
    draft = read(QUOTING % (site, site), "draft.md")
    return check(draft, library, facts=Facts(date=date), site=Site(unknown_publishers=unknown))


@pytest.mark.parametrize(("unknown", "verdict"), [("review", "review"), ("ignore", "pass"), ("fail", "fail")])
def test_the_setting_decides_what_an_unknown_site_comes_to(unknown: Unknown, verdict: str) -> None:
    report = checked("globe.example", unknown)
    assert report.verdict == verdict
    assert report.reuses[0].publisher is None


@pytest.mark.parametrize("date", ["2019-12-31", "2022-01-01", ""])
@pytest.mark.parametrize(("unknown", "verdict"), [("review", "review"), ("ignore", "review"), ("fail", "fail")])
def test_a_publisher_without_terms_in_force_is_not_ignored(unknown: Unknown, verdict: str, date: str) -> None:
    report = checked("herald.example", unknown, date)
    assert report.verdict == verdict
    assert "in force" in report.reuses[0].outcomes[0].finding.message


def test_on_a_day_of_its_terms_they_are_checked() -> None:
    assert checked("herald.example", "ignore", "2020-06-01").reuses[0].policy == "rules/herald.yaml"
