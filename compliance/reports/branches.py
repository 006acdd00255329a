"""What a rule made of others (``any of``, ``all of``) says, and what its branches say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.reports import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.report import Outcome


def told_apart(outcome: Outcome) -> tuple[Outcome, ...]:
    """The branches not met or not decided, where they say more one by one than the rule's message does."""
    unmet = tuple(part for part in outcome.parts if part.verdict in ("fail", "review"))
    say_more = len(unmet) > 1 or has_own_words(outcome) or any(own_terms(part, outcome) for part in unmet)
    return unmet if say_more else ()


def has_own_words(outcome: Outcome) -> bool:
    """Whether the rule's message is the policy's, and not put together from those of its branches."""
    return not _starts(outcome)


def lead(outcome: Outcome) -> str:
    """What the rule says before its branches: ``none of 2 ways is met:``, ``Is it sold? If so:``, or nothing."""
    return outcome.finding.message[: min(_starts(outcome), default=None)].strip()


def heading(outcome: Outcome) -> str:
    """The message, without what its branches say below it."""
    if cause := _only_cause(outcome):
        return heading(cause)
    unmet = told_apart(outcome)
    if not unmet:
        return outcome.finding.message
    if outcome.verdict == "fail":
        return lead(outcome).rstrip(":") or f"{len(unmet)} of {words.count(len(outcome.parts), 'demand')} not met"
    return lead(outcome) or words.count(len(unmet), "open question")


def remedy(outcome: Outcome) -> str:
    """The rule's help; nothing where its branches, shown one by one, give it."""
    if cause := _only_cause(outcome):
        return remedy(cause)
    text = outcome.finding.help
    return "" if any(part.finding.help and part.finding.help in text for part in told_apart(outcome)) else text


def branches(outcome: Outcome, indent: str = "") -> Iterator[str]:
    """A few lines for each branch, nested ones further in: verdict, message, figures, its own terms, its help.

    Of the only branch that the rule's verdict comes from the heading tells all but its terms.
    """
    if cause := _only_cause(outcome):
        yield from (f"{indent}terms: {terms}" for terms in own_terms(cause, outcome))
        yield from branches(cause, indent)
        return
    for part in told_apart(outcome):
        figure = words.measure(part.finding)
        yield f"{indent}{words.label(part)} {part.title}: {heading(part)}" + (f" ({figure})" if figure else "")
        yield from (f"{indent}  terms: {terms}" for terms in own_terms(part, outcome))
        if help_ := remedy(part):
            yield f"{indent}  help: {help_}"
        yield from branches(part, f"{indent}  ")


def own_terms(part: Outcome, whole: Outcome) -> list[str]:
    """The clause and the evidence of a branch as far as they are not those of the whole rule."""
    clause = part.clause if part.clause != whole.clause else ""
    where = words.evidence(part.evidence) if part.evidence != whole.evidence else ""
    return [text for text in (clause, where) if text]


def _only_cause(outcome: Outcome) -> Outcome | None:
    """The only branch that is told, where the rule says what that one says and nothing more."""
    unmet = told_apart(outcome)
    return unmet[0] if len(unmet) == 1 and unmet[0].finding.message == outcome.finding.message else None


def _starts(outcome: Outcome) -> list[int]:
    """Where the branches' messages begin in the rule's own."""
    said, told = outcome.finding.message, (part.finding.message for part in outcome.parts)
    return [said.index(text) for text in told if text and text in said]
