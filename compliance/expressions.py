"""Regular expressions that are compiled when they are first used.

Compiling one takes as long as reading a page of text with it, and the modules of a run hold some hundred, of which a
usual draft needs a third. To a type checker, ``expression`` is the standard library's ``compile``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any


class _Expression:
    """Gives what a compiled pattern has, and keeps what it was asked for, so that the next use costs nothing more."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._written), name)
        setattr(self, name, value)
        return value


if TYPE_CHECKING:
    expression = re.compile
else:
    expression = _Expression
