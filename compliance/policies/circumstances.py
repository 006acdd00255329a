"""Circumstances in which a rule applies, made up from its conditions, so that it can be put to a test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from compliance.facts import Facts, Medium
from compliance.reuse.model import Source
from compliance.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compliance.policies.conditions import Condition
    from compliance.report import Mode

_UNMAKEABLE = ("byline", "source_mentions", "image", "published_from", "published_before", "ask")
_FACTS = ("commercial", "paywall", "edited", "translated")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is declared of a draft and known of its source; ``mode`` is declared too, unless it is None."""

    facts: Facts
    source: Source
    mode: Mode | None = None


def circumstances(wanted: Iterable[Condition], unless: Condition | None, address: str) -> Circumstances | None:
    """Circumstances that meet all of these conditions and not the other one, or None where none can be made up.

    ``address`` is the host, and the first parts of the path, that the source's address must have.
    """
    around = Circumstances(Facts(), Source(f"https://{address}"))
    for condition in wanted:
        if any(getattr(condition, name) for name in _UNMAKEABLE):
            return None
        made = _meeting(condition, around)
        if made is None:
            return None
        around = made
    facts = replace(around.facts, **_opposite(unless, around.facts)) if unless else around.facts
    path = f"{around.source.url}/2024/05/06/a-made-up-case"
    return Circumstances(facts, replace(around.source, url=path), around.mode)


def _meeting(condition: Condition, around: Circumstances) -> Circumstances | None:
    mode: Mode | None = around.mode
    if condition.mode and "quotation" not in condition.mode:
        if "excerpt" not in condition.mode:
            return None
        mode = "excerpt"
    stated: dict[str, Any] = {n: getattr(condition, n) for n in _FACTS if getattr(condition, n) is not None}
    stated |= {n: getattr(condition, n)[0] for n in ("medium", "language") if getattr(condition, n)}
    url = around.source.url
    if condition.address:
        url = "https://" + condition.address[0].text.replace("*", "x")
    if condition.section:
        url += f"/{condition.section[0].lower().replace(' ', '-')}"
    labels = (*condition.content_type[:1], *condition.label[:1]) or around.source.labels
    return Circumstances(replace(around.facts, **stated), replace(around.source, url=url, labels=labels), mode)


def _opposite(unless: Condition, facts: Facts) -> dict[str, Any]:
    """Facts that keep a condition from holding, as far as they are not stated already."""
    stated: dict[str, Any] = {n: not getattr(unless, n) for n in _FACTS if getattr(unless, n) is not None}
    if unless.medium:
        stated["medium"] = next((m for m in get_args(Medium) if m not in unless.medium), None)
    if unless.language:
        stated["language"] = "zxx"
    return {name: value for name, value in stated.items() if getattr(facts, name) in (None, "")}
