"""A written permission that the publisher asks for before some use.

`for` names the uses that need one (`quotation`, `excerpt`, `repost`); without it every use does. With `over`, only more
than that amount needs one, `per` as in `extract`. Which other circumstances call for one (commercial use, television)
is said with `when`. A permission that is recorded and in force waives the rule; without one it is not met, or a
question for a person where the policy says `otherwise: review`.

Passes:

    - permission: {for: repost}
    ---
    As the [Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain) reports:

    > Rain fell on the plain.

Fails:

    - permission: {over: 10 characters}
    ---
    As the [Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain) reports:

    > Rain fell on the plain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from compliance.checks import extract
from compliance.checks.parts.amounts import Amount  # noqa: TC001 - the loader reads annotations
from compliance.checks.parts.layout import first_passage
from compliance.checks.parts.taken import Per, Spaces  # noqa: TC001 - the loader reads annotations
from compliance.records import about
from compliance.report import Finding, Mode, a
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case

NAME: Final = "permission"
SHORT: Final = "for"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What needs a permission, from whom, and what becomes of it without one."""

    SHORT: ClassVar[str] = SHORT

    for_: tuple[Mode, ...] = field(default=(), metadata=about("the uses that need one; all of them if left out"))
    over: Amount | None = field(default=None, metadata=about("only more than this needs one, as in 500 characters"))
    per: Per = field(default="article", metadata=about("what is added up for 'over', as in extract"))
    spaces: Spaces = field(default="include", metadata=about("whether spaces count for 'over', as in extract"))
    ask: str = field(default="", metadata=about("whom to ask: an address, a department"))
    otherwise: Literal["fail", "review"] = field(default="fail", metadata=about("the verdict without a permission"))


def check(options: Options, case: Case) -> Iterator[Finding]:
    """Whether the reuse needs a permission; one that is recorded waives the finding afterwards."""
    if options.for_ and case.reuse.mode not in options.for_:
        yield Finding("pass", f"{a(case.reuse.mode)} needs no permission")
    elif options.over is None:
        start, end = first_passage(case)
        yield Finding(options.otherwise, "this needs written permission", _remedy(options), start=start, end=end)
    else:
        yield from _over(options, case)


def _over(options: Options, case: Case) -> Iterator[Finding]:
    limit = extract.Options(max=options.over, per=options.per, spaces=options.spaces)
    for size in extract.check(limit, case):
        if size.verdict != "fail":
            yield size
        else:
            words = f"{size.message}; more needs written permission"
            yield Finding(
                options.otherwise, words, f"{_remedy(options)}, or cut it", size.measured, size.limit, size.unit,
                size.start, size.end,
            )  # fmt: skip


def _remedy(options: Options) -> str:
    return f"ask {options.ask or 'the publisher'} for written permission and record it"
