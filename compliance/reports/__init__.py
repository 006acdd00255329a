"""Reports, one module a format.

To add a format NAME, add a module ``as_NAME`` with a class ``Renderer``: it is found by its name and imported on use.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Literal, Protocol

from compliance.values import dataclass

if TYPE_CHECKING:
    from compliance.report import DraftReport, Totals

Show = Literal["findings", "all"]

FORMATS = tuple(sorted(name[3:-3] for name in os.listdir(__path__[0]) if name[:3] == "as_" and name[-3:] == ".py"))
"""The names of the formats that there are."""


@dataclass(frozen=True, slots=True)
class View:
    """How a report is shown, as far as its format leaves a choice.

    ``show="all"`` adds a line for each rule that was decided; ``colour`` allows ANSI colours; ``width`` is the number
    of columns that lines keep within, as far as their words do.
    """

    show: Show = "findings"
    colour: bool = False
    width: int = 100


class Renderer(Protocol):
    """Writes a report in one format, draft by draft: the parts, put together in order, are the report."""

    def __init__(self, view: View) -> None: ...

    def draft(self, draft: DraftReport) -> str:
        """The part of one more draft."""

    def end(self, totals: Totals) -> str:
        """The last part, after all drafts; ``totals`` has counted each of them."""


def renderer(format: str, *, show: Show = "findings", colour: bool = False, width: int = 100) -> Renderer:
    """A new renderer for one of ``FORMATS``, for one run. Raises ``ValueError`` for any other name; see ``View``."""
    if format not in FORMATS:
        raise ValueError(f"unknown format {format!r} (there are: {', '.join(FORMATS)})")
    made: Renderer = import_module(f"compliance.reports.as_{format}").Renderer(View(show, colour, width))
    return made


def schema() -> str:
    """The JSON Schema (2020-12) of the JSON report; its ``$id`` ends in its version."""
    from pathlib import Path

    return Path(__file__).with_name("report.schema.json").read_text(encoding="utf-8")
