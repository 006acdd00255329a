"""Findings as workflow commands, which GitHub shows beside the lines of a pull request.

Of each kind GitHub shows ten a step and drops the rest without a word: the worst come first, and the tenth says how
many more there are. No line of the draft is printed: in a workflow's log it could be read as a command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.drafts.lines import Lines
from compliance.reports import words
from compliance.reports.asides import Once, gathered
from compliance.reports.display import clean
from compliance.reports.findings import items
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.report import DraftReport, Totals
    from compliance.reports import View
    from compliance.reports.findings import Item

SHOWN = 10
_KINDS = {"FAIL": "error", "PROBLEM": "error", words.WARNING: "warning", "REVIEW": "notice"}


@dataclass(frozen=True, slots=True)
class Command:
    """One annotation: its kind (``error``, ``warning``, ``notice``), its properties and its message."""

    kind: str
    properties: dict[str, str | int]
    message: str

    def __str__(self) -> str:
        properties = ",".join(f"{key}={_property(str(value))}" for key, value in self.properties.items())
        return f"::{self.kind}{' ' if properties else ''}{properties}::{_escape(self.message)}\n"


class Renderer:
    """Gathers the annotations of all drafts and writes them at the end, the worst first."""

    def __init__(self, _view: View) -> None:
        self._commands: dict[str, list[Command]] = {kind: [] for kind in ("error", "warning", "notice")}
        self._once = Once()

    def draft(self, draft: DraftReport) -> str:
        """Nothing yet: what is worst is known at the end."""
        lines = Lines(draft.text)
        draft, common = self._once.split(draft)
        self._commands["error"] += [Command("error", {}, clean(text)) for text in common]
        for item in items(draft):
            kind = _KINDS[item.label]
            self._commands[kind].append(Command(kind, _item_properties(draft, lines, item), _message(item)))
        for word, start, text in gathered(draft, lines):
            where = {} if start is None else {"line": lines.position(start)[0]}
            self._commands[_KINDS[word]].append(Command(_KINDS[word], {"file": draft.path, **where}, clean(text)))
        return ""

    def end(self, totals: Totals) -> str:
        """All annotations and the sums."""
        commands = "".join(str(command) for some in self._commands.values() for command in _announced(some))
        return f"{commands}{words.sums(totals)}\n"


def _announced(commands: list[Command]) -> Iterator[Command]:
    """The commands, with one more in the last place that GitHub shows where there are too many."""
    if len(commands) <= SHOWN:
        yield from commands
        return
    yield from commands[: SHOWN - 1]
    more = len(commands) - SHOWN + 1
    yield Command(commands[0].kind, {}, f"{words.count(more, 'more finding')} of this kind: see the log of this step")
    yield from commands[SHOWN - 1 :]


def _item_properties(draft: DraftReport, lines: Lines, item: Item) -> dict[str, str | int]:
    """File, place and title; columns only within one line, as GitHub asks."""
    properties: dict[str, str | int] = {"file": draft.path}
    if item.place:
        start, end = item.place
        (line, column), (end_line, end_column) = lines.position(start), lines.position(max(start, end - 1))
        properties |= {"line": line, "endLine": end_line}
        if line == end_line:
            properties |= {"col": column, "endColumn": end_column + 1}
    return {**properties, "title": clean(f"{item.outcome.title} ({words.publisher(item.reuse)})")}


def _message(item: Item) -> str:
    """What was found, the figures, the terms and the remedy, a line each."""
    outcome = item.outcome
    terms = f"Terms: {outcome.clause}" if outcome.clause else ""
    texts = (outcome.finding.message, words.measure(outcome.finding), terms, words.evidence(outcome.evidence))
    return "\n".join(clean(text) for text in (*texts, outcome.finding.help) if text)


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
