"""Percent-escapes in addresses; importing `urllib.parse`, which reads them too, takes longer than all else here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compliance.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Callable
    from re import Match

_RUN: Final = expression(r"(?:%[0-9A-Fa-f]{2})+")


def unquote(text: str) -> str:
    """The text with its escapes decoded; bytes that are no UTF-8 become U+FFFD."""
    return substitute(lambda run: octets(run[0]).decode("utf-8", "replace"), text)


def substitute(readable: Callable[[Match[str]], str], text: str) -> str:
    """The text with each run of escapes that follow each other replaced."""
    return _RUN.sub(readable, text) if "%" in text else text


def octets(run: str) -> bytes:
    """The bytes that a run of escapes stands for."""
    return bytes.fromhex(run.replace("%", ""))
