"""What the terminal can show."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

_WIDEST = 100


def wants_colour(stream: TextIO) -> bool:
    """``FORCE_COLOR`` and ``NO_COLOR`` by name; else colour on a terminal only."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def columns() -> int:
    """The columns to keep within: those of the terminal or of ``COLUMNS``, 100 at most and without a terminal."""
    from shutil import get_terminal_size

    return min(_WIDEST, get_terminal_size((_WIDEST, 24)).columns)
