"""When a text may be taken over: until so many days after the article appeared, or only from so many days after it.

`until: 90 days` allows the ninetieth day and no later one; `from: 2 days` allows none before the second. Both count
from the day on which the article was published, or that its address bears where nobody has told it, to the draft's own
day: that of `--date`, of its front matter or of its file's name. Where one of them is not known, a person has to look.

Outside of these days the rule is not met, or, with `otherwise: review`, a question for a person, in the words of `ask`.
A permission that is recorded waives it, unless the policy says `beyond: forbidden`.

Passes:

    - window: 90 days
    ---
    ---
    date: 2024-08-04
    reuse: {source: "https://herald.example/2024/05/06/rain-falls-on-the-plain", mode: repost, published: 2024-05-06}
    ---
    Rain fell on the plain all night, and nobody slept.

Fails:

    - window: {from: 2 days, until: 90 days}
    ---
    ---
    date: 2024-08-05
    reuse: {source: "https://herald.example/2024/05/06/rain-falls-on-the-plain", mode: repost, published: 2024-05-06}
    ---
    Rain fell on the plain all night, and nobody slept.

Needs review:

    - window: {until: 90 days, otherwise: review, ask: "Has the author agreed to a later day?"}
    ---
    ---
    date: 2024-08-05
    reuse: {source: "https://herald.example/2024/05/06/rain-falls-on-the-plain", mode: repost, published: 2024-05-06}
    ---
    Rain fell on the plain all night, and nobody slept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal, Self

from compliance.checks.parts.layout import first_passage
from compliance.checks.parts.slots import day_of_address
from compliance.days import is_day
from compliance.expressions import expression
from compliance.records import FieldError, about
from compliance.report import Finding
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case
    from compliance.report import Verdict

NAME: Final = "window"
SHORT: Final = "until"
_PERIOD: Final = expression(r"([1-9]\d{0,3}) (day|week)s?")


class Period(str):
    """A number of days or weeks, as text in days (`14 days`)."""

    __slots__ = ("days",)
    SCHEMA: ClassVar = {"type": "string", "pattern": r"^[1-9][0-9]{0,3} (day|week)s?$"}
    EXPECTED: ClassVar = "a number of days or weeks such as 90 days"
    days: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a period; raises ``ValueError``."""
        found = _PERIOD.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"'{text}' is not {cls.EXPECTED}")
        number = int(found[1]) * (7 if found[2] == "week" else 1)
        made = cls(_days(number))
        made.days = number
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """From when, and until when."""

    SHORT: ClassVar[str] = SHORT

    until: Period | None = field(
        default=None, metadata=about("the last day on which it may appear: so long after the article")
    )
    from_: Period | None = field(
        default=None, metadata=about("the first day on which it may appear: so long after the article")
    )
    beyond: Literal["permission", "forbidden"] = field(
        default="permission", metadata=about("what another day takes: a permission, or it is forbidden")
    )
    otherwise: Literal["fail", "review"] = field(default="fail", metadata=about("the verdict on another day"))
    ask: str = field(default="", metadata=about("the question to a person on another day"))

    def __post_init__(self) -> None:
        if self.until is None and self.from_ is None:
            raise ValueError("say 'until', 'from' or both, as in 'until: 90 days'")
        if self.until and self.from_ and self.until.days < self.from_.days:
            raise FieldError("until", f"'until' {self.until} is before 'from' {self.from_}: no day would do")

    @property
    def bounds(self) -> str:
        """The days in words."""
        parts = [f"from {self.from_} after it on"] if self.from_ else []
        parts += [f"up to {self.until} after it"] if self.until else []
        return " and ".join(parts)


def check(options: Options, case: Case) -> Iterator[Finding]:
    """Whether the draft appears on a day that the publisher allows."""
    start, end = first_passage(case)
    published = case.reuse.source.published[:10] or day_of_address(case)
    unknown = [] if is_day(published) else ["the day on which the article was published"]
    unknown += [] if is_day(case.facts.date) else ["the draft's own day"]
    if unknown:
        words = f"{' and '.join(unknown)} {'are' if len(unknown) > 1 else 'is'} not known: "
        words += f"does the draft appear {options.bounds}{f', or else: {options.ask}' if options.ask else '?'}"
        help_ = "state the draft's 'date', and the article's under 'reuse', 'published'"
        yield Finding("review", words, help_, start=start, end=end)
        return
    passed = _between(published, case.facts.date)
    if passed < 0:
        words = f"the draft's day, {case.facts.date}, is before that of the article, {published}: which one is wrong?"
        yield Finding("review", words, "correct the wrong one", start=start, end=end)
        return
    verdict, words, help_ = _judged(options, passed)
    words = f"the draft appears {_days(passed)} after the article, of {published}{words}"
    if options.until is None or (options.from_ and passed < options.from_.days):
        yield Finding(verdict, words, help_, start=start, end=end)
    else:
        yield Finding(verdict, words, help_, passed, options.until.days, "days", start, end)


def _judged(options: Options, passed: int) -> tuple[Verdict, str, str]:
    """Verdict, message and help of so many days."""
    if options.until and passed > options.until.days:
        words, help_ = f": {_days(passed - options.until.days)} too late", "link to the article instead"
    elif options.from_ and passed < options.from_.days:
        words, help_ = f": {_days(options.from_.days - passed)} too early", "publish it later"
    else:
        return "pass", f"; it may appear {options.bounds}", ""
    if options.beyond == "permission":
        help_ = f"{help_}{', or ' if help_ else ''}get written permission and record it"
    return options.otherwise, f"{words}{f': {options.ask}' if options.ask else ''}", help_


def _days(number: int) -> str:
    return f"{number} day{'s' * (number != 1)}"


def _between(first: str, last: str) -> int:
    from datetime import date  # only where such a rule is decided

    return (date.fromisoformat(last) - date.fromisoformat(first)).days
