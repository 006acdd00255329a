"""A question that only a person can answer. It is always a `review`, unless the editor has recorded a waiver.

Needs review:

    - review: Is the badge visible in the first screen, on phones too?
    ---
    As the [Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain) reports:

    > Rain fell on the plain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from compliance.records import about
from compliance.report import Finding
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case

NAME: Final = "review"
SHORT: Final = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The question."""

    SHORT: ClassVar[str] = SHORT

    ask: str = field(metadata=about("the question, so that the answer 'yes' means that the term is met"))


def check(options: Options, case: Case) -> Iterator[Finding]:
    """The question."""
    del case
    yield Finding("review", options.ask, "look, and record what you found in the front matter, under 'reuse', 'waive'")
