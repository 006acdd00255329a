"""What `compliance explain` prints: a rule kind's manual page, and a publisher's terms in plain words."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from compliance.policies.conditions import Condition
from compliance.policies.rules import STRUCTURES
from compliance.policies.structures import PAGES
from compliance.recordpages import Row, rows
from compliance.records import fields_of
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
        words = f", without {', '.join(dropped)}" if dropped else ""
        words += f"; otherwise: {', '.join(changed)}" if changed else ""
        yield from (*_wrapped("", f"As above{words}."), "")
    yield from _demands(own, edition.terms)


def _demands(rules: tuple[Rule, ...], terms: Evidence) -> Iterator[str]:
    groups = {
        "Not covered by the terms:": [r for r in rules if r.kind == "exclude"],
        "What you must do:": [r for r in rules if r.level == "must" and r.kind not in ("exclude", "review")],
        "What the publisher asks kindly:": [r for r in rules if r.level == "should" and r.kind != "exclude"],
        "What only you can tell:": [r for r in rules if r.level == "must" and r.kind == "review"],
    }
    for heading, group in groups.items():
        if group:
            yield from (heading, "")
            for rule in group:
                yield from _rule(rule, terms, "  ")
            yield ""


def _rule(rule: Rule, terms: Evidence, indent: str) -> Iterator[str]:
    yield from _wrapped(f"{indent}- ", f"{_in_words(rule)}{_circumstances(rule)}")
    if rule.clause:
        yield from _wrapped(f"{indent}  ", rule.clause.strip())
    if rule.evidence not in (terms, rule.evidence.__class__()):
        yield from _wrapped(f"{indent}  ", f"({rule.evidence.url}, {_read(rule.evidence)})")
    for branch in rule.branches:
        yield from _rule(branch, rule.evidence, f"{indent}  ")


def _in_words(rule: Rule) -> str:
    if rule.kind == "exclude":
        return " or ".join(_condition(c) for c in rule.conditions)
    if rule.branches:
        return STRUCTURES[rule.kind]
    if rule.kind == "review":
        return str(getattr(rule.options, "ask", "a question"))
    return f"{rule.kind}: {options_in_words(rule.options)}"


def options_in_words(options: Any) -> str:
    """Those of a kind's options that differ from the defaults, or else the one that its short form sets."""
    given, short = [], getattr(options, "SHORT", None)
    for f in fields_of(type(options)).values():
        value = getattr(options, f.name)
        if f.required or value != f.default or f.key == short:
            given.append((f.key, value))
    told = [(key, value) for key, value in given if value not in (None, (), "")]
    return ", ".join(_option(key, value, short) for key, value in told) or "any"


def _option(key: str, value: Any, short: str | None) -> str:
    if isinstance(value, bool):
        return key if value else f"not {key}"
    words = _values(value)
    return words if key == short else f"{key} {words}"


def _values(value: Any) -> str:
    values = value if isinstance(value, tuple) else (value,)
    return " or ".join(f"“{v}”" if " " in str(v) and not str(v)[0].isdigit() else str(v) for v in values)


def _circumstances(rule: Rule) -> str:
    parts = [f"when {_condition(rule.when)}"] if rule.when else []
    parts += [f"unless {_condition(rule.unless)}"] if rule.unless else []
    parts += [f"from {rule.since}"] if rule.since else []
    parts += [f"to {rule.until}"] if rule.until else []
    return f" ({'; '.join(parts)})" if parts else ""


def _condition(condition: Condition) -> str:
    keys = {f.name: f.metadata["key"] or f.name for f in fields(condition)}
    given = [(keys[name], getattr(condition, name)) for name in keys]
    return " and ".join(_circumstance(key, value) for key, value in given if value not in (None, (), ""))


def _circumstance(key: str, value: Any) -> str:
    if isinstance(value, bool):
        return f"it is {'' if value else 'not '}{'behind a paywall' if key == 'paywall' else key}"
    values = value if isinstance(value, tuple) else (value,)
    words = " or ".join(a(v) if key == "mode" else getattr(v, "text", str(v)) for v in values)
    return f"{_PHRASES.get(key, f'the {key} is')} {words}"


_PHRASES = {
    "mode": "this is",
    "medium": "it appears in",
    "address": "the article is under",
    "section": "the article's section is",
    "content type": "the article is labelled",
    "label": "the article is labelled",
    "byline": "the article's byline names",
    "source mentions": "the article mentions",
    "published from": "the article is not older than",
    "published before": "the article is older than",
    "ask": "you answer yes:",
}


def _row(row: Row, owner: str, short_form: str | None) -> Iterator[str]:
    default = f" (default: {row.default})" if row.default not in ("", "none") else ""
    required = " (required)" if row.default == "" else ""
    short = f"; {owner}: VALUE sets it" if row.key == short_form else ""
    yield from _wrapped("  ", f"{row.key}: {row.description}{required}{default}{short}")
    yield from _wrapped("      ", f"takes {row.takes}")


def _wrapped(indent: str, text: str) -> Iterable[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent))
