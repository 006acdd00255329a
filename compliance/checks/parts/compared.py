"""What comparing a draft with the article's text tells of circumstances that else must be declared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compliance.checks.parts.athand import lacking

if TYPE_CHECKING:
    from compliance.checks.case import Case

_MOST: Final = 0.5


def was_edited(case: Case) -> bool | None:
    """Whether a text taken over has other words than the article, with cuts and additions; None if nothing tells."""
    if case.reuse.mode not in ("excerpt", "repost") or lacking(case) or not case.reuse.stretches:
        return None
    from compliance.checks.parts.edited import changes

    found = changes(case, subheads=True)
    edited = bool(found.wording or found.cuts or found.additions)
    return None if found.unsure and not edited else edited


def was_translated(case: Case) -> bool | None:
    """False where most of what is taken stands in the article's text, and so in its language; else None."""
    taken = sum(len(p.text) for p in case.reuse.passages)
    same = sum(len(s.text) for s in case.reuse.stretches)
    return False if taken and same > _MOST * taken else None
