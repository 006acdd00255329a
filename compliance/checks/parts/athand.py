"""Whether an article's text is at hand to compare with, and which command gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compliance.report import EXTRA

if TYPE_CHECKING:
    from compliance.checks.case import Case

_NEEDED: Final = ("numpy", "rapidfuzz")


def can_compare() -> bool:
    """Whether the extra that texts are compared with is installed."""
    from importlib.util import find_spec

    return all(find_spec(name) for name in _NEEDED)


def lacking(case: Case) -> str:
    """Why the draft cannot be compared with the article, as a clause; "" if it can."""
    if not case.reuse.source.text:
        return "the article's text is not at hand"
    return "" if can_compare() else "an extra is missing that texts are compared with"


def remedy(case: Case) -> str:
    """What to do, after which the draft can be compared with the article."""
    source = case.reuse.source
    if source.text:
        return EXTRA
    return f"compliance source {'fetch' if source.recorded else 'add'} {source.url or 'URL'}"
