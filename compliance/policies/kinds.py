"""The rule kinds: the modules of `compliance.checks`, found by their names and imported only when a policy uses them.

A module is a rule kind if it defines ``NAME``; its file is called as the kind is, with underscores for spaces.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import compliance.checks
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from compliance.checks.case import Case
    from compliance.report import Finding


@dataclass(frozen=True, slots=True)
class Kind:
    """A rule kind: its YAML key, its options, the option that a short form sets, its manual page, and its check."""

    name: str
    options: type[Any]
    short: str | None
    page: str
    check: Callable[[Any, Case], Iterator[Finding]]


@cache
def kind(name: str) -> Kind | None:
    """The kind of this name, or None if there is none."""
    module_name = f"compliance.checks.{name.replace(' ', '_')}"
    if not name.replace(" ", "").isalpha():
        return None
    try:
        module = import_module(module_name)
    except ModuleNotFoundError as error:
        if error.name != module_name:
            raise
        return None
    if getattr(module, "NAME", None) != name:
        return None
    return Kind(module.NAME, module.Options, module.SHORT, module.__doc__ or "", module.check)


@cache
def names() -> tuple[str, ...]:
    """The names of all kinds, sorted; no kind is imported for this."""
    return tuple(sorted(_names()))


def _names() -> Iterator[str]:
    from pathlib import Path

    for folder in compliance.checks.__path__:
        for path in Path(folder).glob("*.py"):
            if "\nNAME" in path.read_text(encoding="utf-8"):
                yield path.stem.replace("_", " ")
