"""A whole run's report as one string, as the commands print it draft by draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from compliance.report import Totals
from compliance.reports import renderer

if TYPE_CHECKING:
    from compliance.report import DraftReport


@dataclass(frozen=True)
class Report:
    """The reports of a run's drafts."""

    drafts: tuple[DraftReport, ...] = ()


def render(report: Report, format: str, **view: Any) -> str:
    """A report in one format; for ``view`` see ``renderer``."""
    writer, totals, parts = renderer(format, **view), Totals(), []
    for draft in report.drafts:
        totals.add(draft)
        parts.append(writer.draft(draft))
    return "".join((*parts, writer.end(totals)))
