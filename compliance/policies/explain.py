"""What `compliance explain` prints: a rule kind's manual page, and a publisher's terms in plain words."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from compliance.policies.conditions import Condition
from compliance.policies.sentences import sentence
from compliance.policies.structures import PAGES
from compliance.recordpages import Row, rows
from compliance.report import a
from compliance.values import fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compliance.policies.kinds import Kind
    from compliance.policies.model import Edition, Policy, Rule
    from compliance.report import Evidence

WIDTH = 88
GRADES = {
    "publisher": "on the publisher's own page",
    "relayed": "in the publisher's words, on another's page",
    "summary": "in somebody else's summary",
}


def explain_kind(found: Kind) -> str:
    """The manual page of a rule kind: what its module says, then a table of its options."""
    table = [line for row in rows(found.options) for line in _row(row, found.name, found.short)]
    return "\n".join([found.name, "=" * len(found.name), "", found.page.strip(), "", "Options:", "", *table, ""])


def explain_structure(name: str) -> str:
    """The manual page of `any of`, `all of` or `exclude`; that of `exclude` has a table of the conditions."""
    lines = [name, "=" * len(name), "", PAGES[name]]
    if name == "exclude":
        lines += ["Conditions:", "", *(line for row in rows(Condition) for line in _row(row, name, None)), ""]
    return "\n".join(lines)


def explain_policy(policy: Policy) -> str:
    """A policy in plain words: whose terms, read where and when; what must be done, should be, and is asked."""
    lines = [policy.name, "=" * len(policy.name), "", *_whose(policy), ""]
    lines += _demands(policy.rules, policy.terms)
    for edition in policy.editions:
        places = ", ".join(p.text for p in edition.addresses)
        lines += [f"For articles under {places} ({edition.name}; {_read(edition.terms)}):", ""]
        lines += _differing(edition, policy.rules)
    return "\n".join(lines)


def _whose(policy: Policy) -> Iterator[str]:
    if policy.names[1:]:
        yield f"Also known as: {', '.join(policy.names[1:])}"
    if policy.domains:
        yield f"Articles on: {', '.join(policy.domains)}"
    if policy.bases:
        yield f"Built upon: {', '.join(policy.bases)}"
    if policy.since or policy.until:
        yield f"In force: {policy.since or 'always'} to {policy.until or 'now'}"
    yield f"Terms: {policy.terms.url} ({_read(policy.terms)})"
    yield f"Policy file: {policy.path}"


def _read(terms: Evidence) -> str:
    return f"read {GRADES[terms.grade]} on {terms.read}"


def _differing(edition: Edition, rules: tuple[Rule, ...]) -> Iterator[str]:
    """What an edition says otherwise than the rules above it."""
    own = tuple(rule for rule in edition.rules if rule not in rules)
    gone = dict.fromkeys(rule.name for rule in rules if rule not in edition.rules)
    changed = [name for name in gone if name in (rule.name for rule in own)]
    dropped = [name for name in gone if name not in changed]
    if any(rule in edition.rules for rule in rules):
        words = f", without {_names(dropped)}" if dropped else ""
        words += f", with its own rule{'s' * (len(own) > 1)} below" if own else ""
        words += f" in place of {_names(changed)}" if changed else ""
        yield from (*_wrapped("", f"As above{words}."), "")
    yield from _demands(own, edition.terms)


def _names(names: Iterable[str]) -> str:
    """Names of rules, in quotation marks."""
    return " and ".join(f"“{name}”" for name in names)


def _demands(rules: tuple[Rule, ...], terms: Evidence) -> Iterator[str]:
    groups: dict[str, list[Rule]] = {heading: [] for heading in HEADINGS}
    for rule in rules:
        groups[_heading(rule)].append(rule)
    for heading, group in groups.items():
        if group:
            yield from (heading, "")
            for rule in group:
                yield from _rule(rule, terms, "  ")
            yield ""


HEADINGS = NOT_COVERED, MAY, MUST, SHOULD, ASKED = (
    "Not covered by the terms:",
    "What you may do:",
    "What you must do:",
    "What the publisher asks kindly:",
    "What only you can tell:",
)


def _heading(rule: Rule) -> str:
    if rule.kind == "exclude":
        return NOT_COVERED
    if rule.only_allows:
        return MAY
    if rule.level == "should":
        return SHOULD
    return ASKED if rule.kind == "review" else MUST


def _rule(rule: Rule, terms: Evidence, indent: str) -> Iterator[str]:
    """The clause in plain words, then what is checked; its source, where that is not the terms'."""
    told = [rule.clause.strip()] if rule.clause else []
    told.append(f"{_circumstances(rule)}{_in_words(rule)}")
    if rule.evidence not in (terms, rule.evidence.__class__()):
        source = f"({rule.evidence.url}, {_read(rule.evidence)})"
        told.insert(1 if rule.branches else len(told), source)
    for number, words in enumerate(told):
        yield from _wrapped(f"{indent}{'  ' if number else '- '}", _capital(words))
    for branch in rule.branches:
        yield from _rule(branch, rule.evidence, f"{indent}  ")


def _in_words(rule: Rule) -> str:
    if rule.kind == "exclude":
        return f"articles of which this is true: {' or '.join(_condition(c) for c in rule.conditions)}."
    if rule.branches:
        return "one of these will do:" if rule.kind == "any of" else "all of these:"
    if rule.kind == "review":
        return str(getattr(rule.options, "ask", "a question"))
    return sentence(rule.kind, rule.options)


def _capital(words: str) -> str:
    """The words with a capital; an address keeps its own first letter."""
    first = words.partition(" ")[0]
    return words if "." in first.rstrip(".") else words[:1].upper() + words[1:]


def _circumstances(rule: Rule) -> str:
    """What the rule depends on, as a lead: `When this is a repost: `."""
    parts = [f"when {_condition(rule.when)}"] if rule.when else []
    parts += [f"unless {_condition(rule.unless)}"] if rule.unless else []
    parts += [f"from {rule.since} on"] if rule.since else []
    parts += [f"until {rule.until}"] if rule.until else []
    return f"{', '.join(parts)}: " if parts else ""


def _condition(condition: Condition) -> str:
    keys = {f.name: f.metadata["key"] or f.name for f in fields(condition)}
    given = [(keys[name], getattr(condition, name)) for name in keys]
    return " and ".join(_circumstance(key, value) for key, value in given if value not in (None, (), ""))


def _circumstance(key: str, value: Any) -> str:
    if isinstance(value, bool):
        return _SWITCHES[key][value]
    if key == "ask":
        return f"the answer to “{value}” is yes"
    values = value if isinstance(value, tuple) else (value,)
    words = " or ".join(_one(key, v) for v in values)
    return f"{_PHRASES.get(key, f'the {key} is')} {words}"


def _one(key: str, value: Any) -> str:
    if key == "mode":
        return a(value)
    value = getattr(value, "nominative", value)
    return _MEDIA[value] if key == "medium" else getattr(value, "text", str(value))


_SWITCHES = {
    "commercial": ("the draft earns no money", "the draft earns money"),
    "paywall": ("the draft is free to read", "the draft stands behind a paywall"),
    "edited": ("the text was left unchanged", "the text was changed"),
    "translated": ("the text was left in its language", "the text was translated"),
}
"""What it means that a fact is declared false, and true."""
_MEDIA = {
    "online": "online",
    "newsletter": "in a newsletter",
    "print": "in print",
    "social": "on social media",
    "broadcast": "in a broadcast",
}
_PHRASES = {
    "mode": "this is",
    "medium": "it appears",
    "address": "the article is under",
    "section": "the article's section is",
    "content type": "the article is labelled",
    "label": "the article is labelled",
    "byline": "the article's byline names",
    "source mentions": "the article mentions",
    "image": "an image in the draft is called",
    "published from": "the article is not older than",
    "published before": "the article is older than",
}


def _row(row: Row, owner: str, short_form: str | None) -> Iterator[str]:
    default = f" (default: {row.default})" if row.default not in ("", "none") else ""
    required = " (required)" if row.default == "" else ""
    short = f"; {owner}: VALUE sets it" if row.key == short_form else ""
    yield from _wrapped("  ", f"{row.key}: {row.description}{required}{default}{short}")
    yield from _wrapped("      ", f"takes {row.takes}")


def _wrapped(indent: str, text: str) -> Iterable[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent))
