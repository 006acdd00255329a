"""Whether the whole article may be taken over: `allowed`, `forbidden`, for a `permission`, for a `fee`, or `required`.

`required` is for publishers who want their stories whole or not at all: there the short extract is what breaks the
terms. That a repost is whole can only be told with the article's text at hand: every sentence of it must be there,
edited or not, and no more than two words in a row may be missing; headings within the article are left aside. Without
the text a person has to look. A draft that holds more than half of an article's text is a repost of it.

Passes:

    - repost: forbidden
    ---
    As the [Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain) reports:

    > Rain fell on the plain.

Fails:

    - repost: required
    ---
    As the [Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain) reports:

    > Rain fell on the plain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from compliance.checks.parts.athand import lacking, remedy
from compliance.checks.parts.held import share
from compliance.checks.parts.layout import first_passage
from compliance.records import about
from compliance.report import Finding
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case

NAME: Final = "repost"
SHORT: Final = "is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the publisher says of reposts."""

    SHORT: ClassVar[str] = SHORT

    is_: Literal["allowed", "forbidden", "required", "permission", "fee"] = field(
        metadata=about("allowed, forbidden, required (the whole story or nothing), permission or fee")
    )


def check(options: Options, case: Case) -> Iterator[Finding]:
    """Whether the extent of the reuse is one that the publisher accepts."""
    start, end = first_passage(case)
    verdict, message, help_ = _required(case) if options.is_ == "required" else _permitted(options, case)
    yield Finding(verdict, message, help_, start=start, end=end)


def _permitted(options: Options, case: Case) -> tuple[Literal["pass", "fail"], str, str]:
    if case.reuse.mode != "repost":
        return "pass", "not reposted whole", ""
    if options.is_ == "allowed":
        return "pass", "the publisher allows reposts", ""
    remedy = "quote a part of it and link to the article"
    if options.is_ == "forbidden":
        return "fail", "the whole article is reposted, which the publisher does not allow", remedy
    what = "written permission" if options.is_ == "permission" else "the publisher's fee"
    remedy = f"{remedy}, or {'get written permission' if options.is_ == 'permission' else 'pay the fee'} and record it"
    return "fail", f"the whole article is reposted, which takes {what}", remedy


def _required(case: Case) -> tuple[Literal["pass", "fail", "review"], str, str]:
    part = "only a part is taken; the publisher wants its stories whole or not at all"
    if why := lacking(case):
        if case.reuse.mode != "repost":
            return "fail", part, "repost it whole, or only link"
        return "review", f"{why}: is the repost whole?", remedy(case)
    if not case.reuse.stretches and (case.facts.translated or case.reuse.mode == "repost"):
        return "review", "nothing of the article's text was found here: is it whole, and translated?", "compare the two"
    if case.reuse.mode != "repost":
        return "fail", f"{part}: {share(case):.0%} of the article", "repost it whole, or only link"
    from compliance.checks.parts.edited import changes

    missing = max(changes(case, subheads=False).missing, key=lambda change: change.lost, default=None)
    if missing is None:
        return "pass", "reposted whole", ""
    words = f"the repost has {min(share(case), 0.99):.0%} of the article; the publisher wants it whole"
    return "fail", f"{words}: {missing.words}", "restore the rest"
