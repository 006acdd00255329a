"""The drafts that a cap implies: the limit passes, one more fails.

Of units that a text does not show (`verses`), so few words pass as cannot be more; one more is for a person to see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from compliance.checks.parts.amounts import FEWEST_WORDS, MEASURED, Amount
from compliance.policies import sampletext
from compliance.policies.circumstances import Circumstances, circumstances
from compliance.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.facts import Facts
    from compliance.policies.conditions import Condition
    from compliance.policies.model import Policy, Rule
    from compliance.report import Verdict
    from compliance.reuse.model import Source

AT_MOST = ("max", "over")
"""The options of rule kinds that name an amount which is still allowed."""
BELOW = ("less_than",)
"""The options that name an amount which is too much itself."""
PER_CENT = 20
"""How many characters stand for one percent in a draft or article made up for a share."""
INTRODUCTION = "This article says:"


@dataclass(frozen=True, slots=True)
class Boundary:
    """A draft at or just beyond a cap, and the verdict that the rule must have on it."""

    rule: Rule
    name: str
    draft: str
    expected: Verdict
    sources: tuple[Source, ...]
    facts: Facts


@dataclass(frozen=True, slots=True)
class _Cap:
    """A limit as a text shows it; ``allowed`` is the most that passes, of a share in characters of a made-up whole."""

    amount: Amount
    unit: str
    allowed: int
    beyond: Verdict
    of: str
    spaces: str
    from_start: bool


def boundaries(policy: Policy) -> Iterator[Boundary]:
    """The boundary cases of all caps whose unit a text shows, branches and editions included.

    Left out are caps that apply only where a person says so, or only to whole reposts.
    """
    parts = [(policy.domains[0], policy.rules)]
    parts += [(edition.addresses[0].text.replace("*", "x"), edition.rules) for edition in policy.editions]
    for address, rules in parts:
        for rule in rules:
            yield from _of_rule(rule, address, ())


def _of_rule(rule: Rule, address: str, outer: tuple[Condition, ...]) -> Iterator[Boundary]:
    wanted = (*outer, *((rule.when,) if rule.when else ()))
    for branch in rule.branches:
        yield from _of_rule(branch, address, wanted)
    around = circumstances(wanted, rule.unless, address)
    if around is None:
        return
    around = replace(around, facts=replace(around.facts, date=rule.until or rule.since))
    for cap in _caps(rule.options):
        if cap.allowed > 0:
            yield _boundary(rule, cap, cap.allowed, "pass", around)
        yield _boundary(rule, cap, cap.allowed + 1, cap.beyond, around)


def _caps(options: Any) -> Iterator[_Cap]:
    for name in (*AT_MOST, *BELOW):
        amount = getattr(options, name, None)
        if isinstance(amount, Amount) and amount.number is not None and (shown := _shown(amount, below=name in BELOW)):
            of, spaces = getattr(options, "of", "source"), getattr(options, "spaces", "include")
            yield _Cap(amount, *shown, of, spaces, getattr(options, "from_start", False))


def _shown(amount: Amount, *, below: bool) -> tuple[str, int, Verdict] | None:
    """The unit that a text shows, the most of it that passes, and the verdict on one more."""
    number, unit = amount.number or 0, amount.unit
    if unit in MEASURED:
        return unit, round(number * (PER_CENT if unit == "percent" else 1)) - below, "fail"
    words = FEWEST_WORDS.get(unit)
    return ("words", (int(number) - below + 1) * words - 1, "review") if words else None


def _boundary(rule: Rule, cap: _Cap, number: int, expected: Verdict, around: Circumstances) -> Boundary:
    unit = cap.unit
    spaced = cap.spaces == "include"
    quote = sampletext.text("characters" if unit == "percent" else unit, number, spaced=spaced)
    own, source = "", around.source
    if unit == "percent" and cap.of == "draft":
        own = sampletext.text("characters", max(1, _rest(cap, number, expected)), spaced=spaced, other=True)
    elif unit == "percent":
        rest = sampletext.text("characters", 100 * PER_CENT + 1, spaced=spaced)
        source = replace(source, text=quote + rest[number : 100 * PER_CENT - 1] + "a")
    elif cap.from_start:
        rest = sampletext.text("words", max(20, 2 * len(quote.split())), other=True)
        source = replace(source, text="\n\n".join((quote.replace("\\", ""), rest)))
    name = f"{rule.name}: {'the limit' if expected == 'pass' else 'more than the limit'} of {cap.amount}"
    draft = _draft(quote, own, around)
    return Boundary(rule, name, draft, expected, (source,), around.facts)


def _rest(cap: _Cap, number: int, expected: Verdict) -> int:
    """How many characters of one's own give the quotation its share of the draft, however one counts."""
    spaces_count = cap.spaces == "include" or (cap.spaces == "unstated" and expected == "fail")
    introduction = INTRODUCTION if spaces_count else INTRODUCTION.replace(" ", "")
    return 100 * PER_CENT - number - len(introduction)


def _draft(quote: str, own: str, around: Circumstances) -> str:
    head = f"---\nreuse:\n  - source: {around.source.url}\n    mode: {around.mode}\n---\n\n" if around.mode else ""
    introduction = INTRODUCTION.replace("This article", f"[This article]({around.source.url})")
    quoted = "\n".join(f"> {line}" if line else ">" for line in quote.split("\n"))
    return f"{head}{introduction}\n\n{quoted}\n\n{own}\n"
