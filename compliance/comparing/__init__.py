"""A draft held against a source, or against a library of them: what of it stands there, and where on both sides."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from compliance.report import EXTRA

_NEEDED: Final = ("numpy", "rapidfuzz", "trafilatura")
INSTALL: Final = f"comparing texts needs an extra: {EXTRA}"


def is_installed() -> bool:
    """Whether all is there that the modules of this room import; if not, ``INSTALL`` says what to do."""
    return all(find_spec(name) for name in _NEEDED)


def schema() -> str:
    """The JSON Schema (2020-12) of what ``compliance compare`` prints as JSON; its ``$id`` ends in its version."""
    from pathlib import Path

    return Path(__file__).with_name("comparison.schema.json").read_text(encoding="utf-8")
