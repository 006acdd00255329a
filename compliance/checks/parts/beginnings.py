"""Whether what is taken is the beginning of the article, and what of it the article has from others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compliance import counting
from compliance.checks.parts.amounts import figure
from compliance.checks.parts.athand import lacking, remedy

if TYPE_CHECKING:
    from collections.abc import Callable

    from compliance.checks.case import Case
    from compliance.checks.parts.amounts import Amount
    from compliance.report import Verdict

_SIZES: Final[dict[str, Callable[[str], int]]] = {
    "characters": counting.characters,
    "words": counting.words,
    "sentences": counting.sentences,
    "paragraphs": counting.paragraphs,
    "lines": counting.lines,
}


def from_start(limit: Amount, case: Case, message: str) -> tuple[Verdict, str, str]:
    """Verdict, message and help of what may only be taken from the article's first so many units."""
    first = f"the article's first {limit}"
    if why := lacking(case):
        return "review", f"{why}: is this within {first}? {message}", remedy(case)
    if not case.reuse.stretches:
        return (
            "review",
            f"the words taken were not found in the article: are they within {first}?",
            "look them up there",
        )
    reach = max(s.source_end for s in case.reuse.stretches)
    size = _reached(case.reuse.source.text or "", reach, limit.unit)
    if size > (limit.number or 0):
        words = f"taken from as far as {figure(size)} {limit.unit} into the article; only its first {limit} may be"
        return "fail", words, f"take only {first}, or get written permission and record it"
    return "pass", f"{message}; it is the article's beginning", ""


def _reached(text: str, reach: int, unit: str) -> float:
    if unit == "percent":
        return 100 * counting.characters(text[:reach]) / max(1, counting.characters(text))
    return _SIZES[unit](text[:reach])


def begins_late(case: Case) -> str:
    """That what is taken does not begin where the article begins; "" if it does, or nobody can tell."""
    starts = [s.source_start for s in case.reuse.stretches]
    text = case.reuse.source.text or ""
    before = counting.words(text[: min(starts)]) if starts else 0
    return f"{before} words of the article stand before what is taken; only its beginning may be" if before else ""


def relayed_characters(case: Case) -> int:
    """How many characters of what is taken the article has in quotation marks itself; 0 without its text."""
    if not case.reuse.stretches:
        return 0
    from compliance.checks.parts.held import held
    from compliance.reuse.copies.quoted import quotations
    from compliance.reuse.copies.spans import within

    text = case.reuse.source.text or ""
    inside = (span for part in held(case) for span in within(part, quotations(text)))
    return sum(counting.characters(text[start:end].strip('“”„«»"')) for start, end in inside)
