"""One finding as a block of text: the verdict, the place, the draft's lines, the terms and the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.reports import words
from compliance.reports.display import BLUE, BOLD, DIM, clean, paint, wrap
from compliance.reports.excerpt import excerpt
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.lines import Lines
    from compliance.report import DraftReport, Outcome, ReuseReport
    from compliance.reports import View
    from compliance.reports.excerpt import Row

_NARROWEST = 24
_RANKS = {"FAIL": 0, "REVIEW": 1, words.WARNING: 2}


@dataclass(frozen=True, slots=True)
class Item:
    """An outcome that somebody has to look at, with the reuse that it is about."""

    reuse: ReuseReport
    outcome: Outcome

    @property
    def place(self) -> tuple[int, int] | None:
        """Where the finding is; where it has no place of its own, the start of the passage or link that it is about."""
        finding = self.outcome.finding
        if finding.start is not None:
            return finding.start, finding.start if finding.end is None else finding.end
        start = next((place.start for place in self.reuse.passages or self.reuse.links), None)
        return None if start is None else (start, start + 1)

    @property
    def note(self) -> str:
        """What to say of the place where it is not the finding's own."""
        if self.outcome.finding.start is not None:
            return ""
        return "about this passage" if self.reuse.passages else "about this link"

    @property
    def rank(self) -> tuple[int, int]:
        """The most important first: unmet, then undecided, then warnings; each in the order of the draft."""
        return _RANKS[words.label(self.outcome)], self.place[0] if self.place else -1


def items(draft: DraftReport) -> list[Item]:
    """The findings of a draft under its publishers' policies, the most important first."""
    found = (
        Item(reuse, outcome)
        for reuse in draft.reuses
        if reuse.policy is not None
        for outcome in reuse.outcomes
        if outcome.verdict in ("fail", "review")
    )
    return sorted(found, key=lambda item: item.rank)


def block(draft: DraftReport, lines: Lines, item: Item, view: View) -> str:
    """A finding's block, without a line end at its end."""
    outcome, place = item.outcome, item.place
    rows = excerpt(draft.text, lines, *place, max(_NARROWEST, view.width - 8)) if place and draft.text else []
    margin = len(str(rows[-1].line)) if rows else 1
    style = words.STYLES[words.label(outcome)]
    start = place[0] if place and draft.text else None
    parts = [
        *_head(outcome, view),
        f"{' ' * margin}{_soft('-->', view)} {paint(clean(words.address(draft, lines, start)), BOLD, view.colour)}",
        *_rows(rows, margin, style, view, item.note),
        *_notes(item, margin, view),
    ]
    return "\n".join(parts)


def _head(outcome: Outcome, view: View) -> Iterator[str]:
    word, rule = words.label(outcome), clean(outcome.rule)
    first, *rest = wrap(f"{word} {rule}: {outcome.finding.message}", max(_NARROWEST, view.width - 4))
    if first.startswith(f"{word} {rule}:"):
        first = (
            f"{paint(word, words.STYLES[word], view.colour)} {paint(rule, BOLD, view.colour)}"
            + first[len(word) + 1 + len(rule) :]
        )
    yield first
    yield from (f"    {line}" for line in rest)


def _rows(rows: list[Row], margin: int, style: str, view: View, note: str) -> Iterator[str]:
    bar = _soft(f"{' ' * margin} |", view)
    if rows:
        yield bar
    for number, row in enumerate(rows):
        if number and row.line > rows[number - 1].line + 1:
            yield _soft("." * max(3, margin), view)
        yield f"{_soft(f'{row.line:>{margin}} |', view)} {row.shown}"
        yield f"{bar} {_mark(row, style, view, note or row.note)}"
    if rows:
        yield bar


def _mark(row: Row, style: str, view: View, note: str) -> str:
    """The mark under a row, with its note after it, or before it where there is more room."""
    mark = paint("^" * row.wide, style, view.colour)
    if note and row.before + row.wide + 1 + len(note) > view.width - 8 and row.before > len(note):
        return f"{note:>{row.before - 1}} {mark}"
    return f"{' ' * row.before}{mark} {note}".rstrip()


def _notes(item: Item, margin: int, view: View) -> Iterator[str]:
    """The lines below the draft's: what was measured, the terms, the branches, the remedy."""
    notes = [(name, texts) for name, texts in _facts(item) if any(texts)]
    widest = max((len(name) for name, _ in notes), default=0) + 1
    room = max(_NARROWEST, view.width - margin - widest - 4)
    for name, texts in notes:
        lead = f"{' ' * margin} {_soft('=', view)} {paint(f'{name}:', BOLD, view.colour)}{' ' * (widest - len(name))}"
        for text in filter(None, texts):
            indent = " " * (len(text) - len(text.lstrip(" ")))
            for number, line in enumerate(wrap(text, max(_NARROWEST, room - len(indent)))):
                yield f"{lead}{indent}{'  ' if number and indent else ''}{line}"
                lead = " " * (margin + 3 + widest + 1)


def _facts(item: Item) -> Iterator[tuple[str, list[str]]]:
    """Each note's name and lines."""
    reuse, outcome = item.reuse, item.outcome
    clause = f"{words.publisher(reuse)}: {outcome.clause}" if outcome.clause else words.publisher(reuse)
    yield "measured", [words.measure(outcome.finding)]
    yield clean(outcome.rule) or "parts", list(_branches(outcome.parts, ""))
    yield "source", [words.source(reuse)]
    yield ("terms" if outcome.clause else "publisher"), [clause, words.evidence(outcome.evidence), outcome.place]
    yield "help", [outcome.finding.help]


def _branches(parts: tuple[Outcome, ...], indent: str) -> Iterator[str]:
    for part in parts:
        figure = words.measure(part.finding)
        said = f"{part.rule}: {part.finding.message}" + (f" ({figure})" if figure else "")
        yield f"{indent}{words.label(part)} {said}"
        if part.finding.help and part.verdict != "pass":
            yield f"{indent}  help: {part.finding.help}"
        yield from _branches(part.parts, f"{indent}  ")


def _soft(text: str, view: View) -> str:
    return paint(text, BLUE if text.strip() in ("-->", "=") else DIM, view.colour)
