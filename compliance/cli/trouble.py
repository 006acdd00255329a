"""What is said when a request is wrong, or when this program is."""

from __future__ import annotations

import os
import sys

from compliance.yamldoc import YamlFaults

ISSUES = "please report it with that file"


class RequestError(Exception):
    """A wrong request; the message says the place, the cause and the remedy."""


def explain(error: Exception) -> int:
    """Print one error for people and return its exit code: 2 a wrong request, 3 a report not delivered, 4 a bug."""
    if isinstance(error, RequestError | YamlFaults):
        print(error, file=sys.stderr)
        return 2
    if isinstance(error, BrokenPipeError):
        # The reader of our output went away: nothing can be said to it, and the interpreter's own flush must not try.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 3
    return _bug(error)


def _bug(error: Exception) -> int:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="compliance-", suffix=".txt", delete=False, encoding="utf-8", errors="backslashreplace"
    ) as file:
        traceback.print_exception(error, file=file)
    summary = " ".join(str(error).split())[:200]
    print(f"internal error: {type(error).__name__}: {summary} (details: {file.name}; {ISSUES})", file=sys.stderr)
    return 4
