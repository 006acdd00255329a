"""What is said when a request is wrong, or when this program is."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from compliance.yamldoc import YamlFaults

if TYPE_CHECKING:
    from collections.abc import Sequence

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
ISSUES = "please report it with that file"


class RequestError(Exception):
    """A wrong request; the message says the place, the cause and the remedy."""


def choose(option: str, word: str, words: Sequence[str]) -> None:
    """Raise ``RequestError`` unless an option's word is one of those that there are."""
    if word not in words:
        from difflib import get_close_matches

        near = get_close_matches(word, words, 1)
        raise RequestError(
            f"{option} {word}: " + (f"did you mean '{near[0]}'?" if near else f"choose one of {', '.join(words)}")
        )


def explain(error: Exception) -> int:
    """Print one error for people and return its exit code: 2 a wrong request, 3 a report not delivered, 4 a bug."""
    if isinstance(error, RequestError | YamlFaults):
        print(error, file=sys.stderr)
        return 2
    if isinstance(error, BrokenPipeError):
        # The reader of our output went away: nothing can be said to it, and the interpreter's own flush must not try.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 3
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        print(f"the report could not be written: {error.strerror}", file=sys.stderr)
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
