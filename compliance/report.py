"""The values that everything above speaks of: verdicts, outcomes, and the report of a run."""

from __future__ import annotations

from typing import Literal

from compliance.values import dataclass, field

Verdict = Literal["pass", "fail", "review", "waived", "not-applicable"]
Level = Literal["must", "should"]
Mode = Literal["mention", "quotation", "excerpt", "repost"]
OwnRule = Literal["verbatim", "policy", "source"]
"""What the checker itself decides, whatever a policy says."""
How = Literal["block-quotation", "quotation-marks", "body", "declared", "found"]
VERDICTS: tuple[Verdict, ...] = ("pass", "fail", "review", "waived", "not-applicable")
EXTRA = "install the program with its extra 'sources' (docs/sources.md tells how)"
"""The remedy where a package is missing that texts are compared, read or fetched with."""
DRAFT_VERDICTS: tuple[Verdict, ...] = ("pass", "fail", "review")


def a(noun: str) -> str:
    """A noun with its indefinite article: `an excerpt`."""
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def followed(text: str, mark: str, more: str) -> str:
    """Two texts with a mark (``;``) between them, which the end of a sentence does without."""
    if not (text and more):
        return text or more
    return f"{text} {more}" if is_sentence(text) else f"{text}{mark} {more}"


def is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.endswith((".", "?", "!"))


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of one reuse, before the policy's clause and level are put to it.

    ``measured`` and ``limit`` are in ``unit``; ``start`` and ``end`` are code points of the decoded file, end
    exclusive, or ``None`` where the finding has no place of its own (something is missing).
    """

    verdict: Verdict
    message: str
    help: str = ""
    measured: float | None = None
    limit: float | None = None
    unit: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a clause was read: the page's address, the day it was read (ISO 8601), and how near to the publisher.

    ``grade`` is ``publisher`` (read on its own page), ``relayed`` (its words, in another's page) or ``summary``.
    """

    url: str = ""
    read: str = ""
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one rule on one reuse.

    ``rule`` is the rule kind, ``name`` what the policy calls the rule (the kind, unless it says otherwise); ``place``
    is the policy's line as ``rules/x.yaml:12``; ``parts`` are the outcomes of the branches where the rule is a
    combinator (``any of``, ``all of``); ``waiver`` is the permission or the reason that turned it to ``waived``.
    """

    rule: str
    level: Level
    finding: Finding
    clause: str = ""
    evidence: Evidence = Evidence()
    place: str = ""
    name: str = ""
    waiver: str = ""
    parts: tuple[Outcome, ...] = ()

    @property
    def title(self) -> str:
        """What a person calls the rule: its name in the policy, or its kind."""
        return self.name or self.rule

    @property
    def verdict(self) -> Verdict:
        """The finding's verdict."""
        return self.finding.verdict

    @property
    def is_warning(self) -> bool:
        """Whether this is a ``should`` that is not met."""
        return self.level == "should" and self.verdict == "fail"


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """A link of a reuse, as reported: its address, its place and what keeps it from being active, if anything."""

    url: str
    start: int
    end: int
    active: bool
    follow: bool
    inactive_because: str = ""


@dataclass(frozen=True, slots=True)
class PassagePlace:
    """A passage of a reuse, as reported; ``characters`` is counted as ``counting.characters`` does by default."""

    start: int
    end: int
    characters: int
    how: How


@dataclass(frozen=True, slots=True)
class ReuseReport:
    """Everything found and decided about one source in one draft."""

    publisher: str | None
    name: str
    domain: str
    policy: str | None
    mode: Mode
    url: str
    tied_by: str
    certainty: str
    links: tuple[LinkPlace, ...] = ()
    passages: tuple[PassagePlace, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What of a draft could not be read or checked; ``kind`` is a stable identifier, ``start`` a file offset."""

    kind: str
    message: str
    start: int | None = None
    help: str = ""

    @property
    def is_common(self) -> bool:
        """Whether it is no fault of the draft: all drafts of a run have it, and people need to be told only once."""
        return self.kind == "sources"


@dataclass(frozen=True, slots=True)
class DraftReport:
    """One draft's reuses with their outcomes. ``text`` is the decoded file, for renderers that show its lines."""

    path: str
    verdict: Verdict
    text: str = ""
    reuses: tuple[ReuseReport, ...] = ()
    unattributed: tuple[PassagePlace, ...] = ()
    problems: tuple[Problem, ...] = ()


def worst(outcomes: tuple[Outcome, ...]) -> Verdict:
    """The verdict of a set of outcomes: ``fail`` (a ``must`` not met) over ``review`` over ``pass``.

    A ``should`` not met is a warning and does not worsen the verdict; ``waived`` and ``not-applicable`` never do.
    """
    verdicts = {o.verdict for o in outcomes if not o.is_warning}
    if "fail" in verdicts:
        return "fail"
    return "review" if "review" in verdicts else "pass"


@dataclass(slots=True)
class Totals:
    """The sums of a run, gathered draft by draft: drafts by verdict, outcomes by verdict, and what stands beside them.

    ``warnings`` are those of ``outcomes["fail"]`` whose level is ``should``.
    """

    drafts: dict[Verdict, int] = field(default_factory=lambda: dict.fromkeys(DRAFT_VERDICTS, 0))
    outcomes: dict[Verdict, int] = field(default_factory=lambda: dict.fromkeys(VERDICTS, 0))
    warnings: int = 0
    unattributed: int = 0
    problems: int = 0

    def add(self, draft: DraftReport) -> None:
        """Count one draft."""
        self.drafts[draft.verdict] += 1
        self.unattributed += len(draft.unattributed)
        self.problems += len(draft.problems)
        for reuse in draft.reuses:
            for outcome in reuse.outcomes:
                self.outcomes[outcome.verdict] += 1
                self.warnings += outcome.is_warning
