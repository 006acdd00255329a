"""What an editor declares of a draft's reuses in its front matter, under ``reuse:``.

    reuse:
      - source: https://gazette.example/story-7
        mode: repost                      # mention, quotation, excerpt or repost
        permission: letter of 2026-10-02  # a written permission's reference
        edited: false                     # facts of this reuse: edited, translated, medium, commercial, paywall
        waive: {pixel: it is in our template, seen on 2026-10-05}

One entry may stand without the list's dash. ``title``, ``authors``, ``published`` and ``labels`` (section, kind, marks)
tell what the source's page says; ``authors`` are a list, or a text such as "Jane Roe and Li Wei". ``waive`` answers a
question or accepts a finding, rule by rule, with a reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from compliance.addresses import article_key, host, registrable_domain
from compliance.days import is_day
from compliance.facts import Facts, Medium, Permission
from compliance.report import Mode, OwnRule, Problem
from compliance.reuse.model import Declaration
from compliance.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from compliance.drafts.model import FrontMatter
    from compliance.report import Outcome

TEXTS = ("source", "permission", "title", "published")
CHOICES = {"mode": get_args(Mode), "medium": get_args(Medium)}
SWITCHES = ("commercial", "paywall", "edited", "translated")
LISTS = ("authors", "labels")
NO_PERMISSION = (
    "no",
    "none",
    "not yet",
    "requested",
    "asked",
    "pending",
    "yes",
    "true",
    "false",
    "unknown",
    "tbd",
    "?",
)
OWN_RULES = get_args(OwnRule)
KEYS = (*TEXTS, *LISTS, *CHOICES, *SWITCHES, "waive")


@dataclass(frozen=True, slots=True)
class Declared:
    """A front matter's reuses, the facts and waivers stated with each (by ``article_key``), and what is wrong there.

    ``starts`` are the places of the waivers, by the reuse's number and the rule's name.
    """

    reuses: tuple[Declaration, ...] = ()
    facts: tuple[tuple[str, dict[str, Any]], ...] = ()
    waivers: tuple[tuple[str, dict[str, str]], ...] = ()
    starts: tuple[dict[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()

    def facts_of(self, url: str, facts: Facts) -> Facts:
        """The facts of one reuse: what is declared with it goes before the rest."""
        key = article_key(url)
        for other, stated in self.facts:
            if other == key:
                permissions = (*stated.get("permissions", ()), *facts.permissions)
                facts = replace(facts, **{**stated, "permissions": permissions})
        return facts

    def waived(self, url: str, outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
        """The outcomes of one reuse, those that the editor accepts with a reason among them turned to ``waived``."""
        key = article_key(url)
        reasons = {name: reason for other, stated in self.waivers if other == key for name, reason in stated.items()}
        return tuple(_waived(o, reasons.get(o.name) or reasons.get(o.rule, "")) for o in outcomes)


def misnamed_waivers(declarations: Declared, rules_of: Callable[[str], set[str]]) -> tuple[Problem, ...]:
    """A problem for each waiver of a rule that neither its source's policy (``rules_of`` its address) has nor we."""
    problems = []
    for declaration, starts in zip(declarations.reuses, declarations.starts, strict=True):
        names = rules_of(declaration.url) if starts else set()
        problems += [_misnamed(n, names, at) for n, at in starts.items() if n not in names and n not in OWN_RULES]
    return tuple(problems)


def _misnamed(name: str, names: set[str], start: int) -> Problem:
    from difflib import get_close_matches

    near = get_close_matches(name, (*sorted(names), *OWN_RULES), 1)
    hint = f"did you mean '{near[0]}'?" if near else f"its rules are {', '.join(sorted(names)) or 'none'}"
    return Problem("waiver", f"'waive' names '{name}', which is no rule of this source's policy ({hint})", start)


def declared(front_matter: FrontMatter) -> Declared:
    """Read ``reuse:``; what cannot be understood is a problem of the draft, never silently dropped."""
    misspelled = tuple(_misspelled(front_matter))
    value = front_matter.data.get("reuse")
    if value is None:
        return Declared(problems=misspelled)
    entries = value if isinstance(value, list) else [value]
    reuses, facts, waivers, starts, problems = [], [], [], [], [*misspelled]
    for number, entry in enumerate(entries):
        path = ("reuse", str(number)) if isinstance(value, list) else ("reuse",)
        faults = list(_faults(entry))
        problems += [_problem(front_matter, (*path, key), message) for key, message in faults]
        if not faults:
            reuses.append(_declaration(entry))
            facts.append((article_key(entry["source"]), _facts(entry)))
            stated = entry.get("waive", {})
            waivers.append((article_key(entry["source"]), stated))
            starts.append({name: _start(front_matter, (*path, "waive", name)) for name in stated})
    problems.sort(key=lambda problem: problem.start or 0)
    return Declared(tuple(reuses), tuple(facts), tuple(waivers), tuple(starts), tuple(problems))


def _misspelled(front_matter: FrontMatter) -> Iterator[Problem]:
    """A problem for each key that can only be meant for ``reuse``."""
    for key in front_matter.data:
        if key != "reuse" and key.casefold().replace("-", "").replace("_", "") in ("reuse", "reuses"):
            yield _problem(front_matter, (key,), f"unknown key '{key}' (did you mean 'reuse'?): it declares nothing")


def _waived(outcome: Outcome, reason: str) -> Outcome:
    if not reason or outcome.verdict not in ("fail", "review"):
        return outcome
    return replace(outcome, finding=replace(outcome.finding, verdict="waived", help=""), waiver=reason)


def _faults(entry: object) -> list[tuple[str, str]]:
    if not isinstance(entry, dict):
        return [("", "an entry of 'reuse' names its 'source', as in: - source: https://...")]
    faults = [(str(key), _unknown(str(key))) for key in entry if key not in KEYS]
    if not entry.get("source"):
        faults.append(("", "an entry of 'reuse' has no 'source': give the article's address"))
    faults += [(k, f"'{k}' is text: put it in quotes") for k in TEXTS if not isinstance(entry.get(k, ""), str)]
    faults += _unusable(entry)
    for key, choices in CHOICES.items():
        if key in entry and entry[key] not in choices:
            faults.append((key, f"'{key}' is one of {', '.join(choices)}, not '{entry[key]}'"))
    faults += [
        (k, f"'{k}' is true or false, not '{entry[k]}'") for k in SWITCHES if not isinstance(entry.get(k, True), bool)
    ]
    faults += [(k, f"'{k}' is a list of texts") for k in LISTS if not _is_texts(entry.get(k, ""))]
    if str(entry.get("permission", "")).strip().casefold() in NO_PERMISSION:
        faults.append(
            ("permission", "'permission' says where the written permission is filed; without one, leave it out")
        )
    waivers = entry.get("waive", {})
    if not isinstance(waivers, dict) or not all(isinstance(r, str) and r.strip() for r in waivers.values()):
        faults.append(("waive", "'waive' names rules, each with a reason, as in: waive: {extract: agreed by letter}"))
    return faults


def _unusable(entry: dict[str, Any]) -> list[tuple[str, str]]:
    """Texts that nothing could be found or compared by."""
    faults = []
    source, published = entry.get("source"), entry.get("published")
    if isinstance(source, str) and source and not host(source):
        faults.append(("source", f"'source' is the article's address, as in https://a.example/story, not '{source}'"))
    if isinstance(published, str) and not is_day(published[:10]):
        faults.append(("published", f"'published' is a day, as in 2024-05-06, not '{published}'"))
    return faults


def _is_texts(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(item, str) for item in value))


def _texts(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _authors(value: str | list[str]) -> tuple[str, ...]:
    """A list's names as they are; a text is taken apart as that of a page is."""
    if not isinstance(value, str):
        return tuple(value)
    from compliance.sources.bylines import authors  # a draft that declares none does without

    return authors(value)


def _unknown(key: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, KEYS, 1)
    hint = f" (did you mean '{near[0]}'?)" if near else f": it may be {', '.join(KEYS)}"
    return f"unknown key '{key}' under 'reuse'{hint}"


def _problem(front_matter: FrontMatter, path: tuple[str, ...], message: str) -> Problem:
    return Problem("reuse-declaration", message, _start(front_matter, path))


def _start(front_matter: FrontMatter, path: tuple[str, ...]) -> int:
    """The place of the entry with the longest part of this path."""
    for length in range(len(path), 0, -1):
        places = [e.start for e in front_matter.entries if e.path[:length] == path[:length]]
        if places:
            return min(places)
    return front_matter.start


def _declaration(entry: dict[str, Any]) -> Declaration:
    labels = entry.get("labels")
    return Declaration(
        url=entry["source"],
        mode=entry.get("mode"),
        permission=entry.get("permission", ""),
        title=entry.get("title", ""),
        authors=_authors(entry.get("authors", [])),
        published=entry.get("published", ""),
        labels=None if labels is None else _texts(labels),
    )


def _facts(entry: dict[str, Any]) -> dict[str, Any]:
    stated = {key: entry[key] for key in ("medium", *SWITCHES) if key in entry}
    if reference := entry.get("permission"):
        domain = registrable_domain(entry["source"])
        stated["permissions"] = (Permission(publisher=domain, reference=reference, source=entry["source"]),)
    return stated
