"""The questions, or the warnings, of one reuse as one block: what they are about, then a short entry each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from compliance.expressions import expression
from compliance.reports import words
from compliance.reports.blocks import read_at
from compliance.reports.branches import has_own_words, lead, remedy, told_apart
from compliance.reports.display import BOLD, clean, paint, width
from compliance.reports.findings import first_place
from compliance.reports.notes import NARROWEST, arrow, head, hung, notes
from compliance.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compliance.drafts.lines import Lines
    from compliance.report import DraftReport
    from compliance.reports import View
    from compliance.reports.findings import Item

    Point = tuple[str, str]
    """Something to answer or to mend, and its remedy."""

_CONDITION = expression(r"(.+?) If (?:so|not):")
_NOUNS = {"REVIEW": ("open question", "on"), words.WARNING: ("wish", "not met in")}


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding: its rule, what stands before its points (a place, a condition), and the points."""

    rule: str
    lead: str
    points: list[Point]


class Gathering:
    """Writes such blocks. What was already asked word for word in this run is not repeated: the place is named."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._said: dict[int, str] = {}

    def block(self, draft: DraftReport, lines: Lines, items: list[Item]) -> str:
        """The block of two or more findings of one reuse that have one label, without a line end at its end."""
        view, reuse, label = self._view, items[0].reuse, items[0].label
        start = _place(items)
        address = words.address(draft, lines, start)
        body = "\n".join(_listed(items, lines, start, view))
        before = self._said.setdefault(hash((reuse.publisher, body)), address)
        message = _message(label, len(items), reuse.mode) + ("" if before == address else f", the same as at {before}")
        shown = [
            *head(label, words.publisher(reuse), message, view),
            arrow(draft, lines, start, 1, view),
            *notes([("source", [words.source(reuse)])], 1, view),
        ]
        return "\n".join((*shown, body) if before == address else shown)


def _place(items: list[Item]) -> int | None:
    """Where what the findings are about begins."""
    start = first_place(items[0].reuse)
    return start if start is not None else next((item.place[0] for item in items if item.place), None)


def _message(label: str, number: int, mode: str) -> str:
    noun, where = _NOUNS[label]
    return f"{words.count(number, noun, 'wishes' if noun == 'wish' else '')} {where} this {mode}"


def _listed(items: list[Item], lines: Lines, start: int | None, view: View) -> Iterator[str]:
    """The entries in two columns, and below them the remedy that several of them share, and the terms."""
    entries = list(_asked_once(_entry(item, lines, start) for item in items))
    shared, everywhere = _shared(point for entry in entries for point in entry.points)
    column = max(width(entry.rule) for entry in entries)
    room = max(NARROWEST, view.width - column - 4)
    for entry in entries:
        first = f"  {paint(entry.rule, BOLD, view.colour)}{' ' * (column - width(entry.rule))}  "
        for line in hung(_texts(entry, shared), room):
            yield f"{first}{line}"
            first = " " * (column + 4)
    help_ = shared if everywhere or not shared else f"where none is named: {shared}"
    yield from notes([("help", [help_]), ("terms", read_at(items))], 1, view)


def _entry(item: Item, lines: Lines, start: int | None) -> Entry:
    """The entry of a finding, with its place where that is not the block's."""
    outcome, own = item.outcome, item.outcome.finding.start
    place = "" if own is None or own == start else "{}:{}:".format(*lines.position(own))
    parts = () if has_own_words(outcome) else told_apart(outcome)
    if len(parts) < 2 or remedy(outcome):
        return Entry(clean(outcome.title), place, [(outcome.finding.message, outcome.finding.help)])
    points = [(part.finding.message, part.finding.help) for part in parts]
    return Entry(clean(outcome.title), f"{place} {lead(outcome)}".strip(), points)


def _asked_once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries; of the condition that an earlier one asks of, too, only that entry's rule."""
    asked: dict[str, str] = {}
    for entry in entries:
        text = entry.points[0][0] if len(entry.points) == 1 else entry.lead
        found = _CONDITION.match(text)
        rule = asked.setdefault(found[1], entry.rule) if found else entry.rule
        if found is None or rule == entry.rule:
            yield entry
            continue
        text = f"(as asked for {rule}) {text[found.end(1) :].lstrip()}"
        if len(entry.points) == 1:
            yield replace(entry, points=[(text, entry.points[0][1])])
        else:
            yield replace(entry, lead=text)


def _shared(points: Iterable[Point]) -> tuple[str, bool]:
    """The remedy that most points have, if several have it and none is without any; whether all of them have it."""
    helps = Counter(help_ for _, help_ in points)
    text = max(helps, key=helps.__getitem__)
    return (text, len(helps) == 1) if helps[text] > 1 and "" not in helps else ("", False)


def _texts(entry: Entry, shared: str) -> Iterator[str]:
    """The lines of an entry: one point follows its lead, several stand below it."""
    single = len(entry.points) == 1
    if entry.lead and not single:
        yield entry.lead
    for text, help_ in entry.points:
        yield f"{entry.lead} {text}".strip() if single else f"- {clean(text)}"
        if help_ and help_ != shared:
            yield f"  help: {help_}"
