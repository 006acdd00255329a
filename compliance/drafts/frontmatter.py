"""The metadata at the head of a file: YAML, TOML or JSON, with the place of every value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compliance.drafts.model import FrontMatter
from compliance.report import Problem

if TYPE_CHECKING:
    pass

_FENCED = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")


def read(text: str) -> tuple[FrontMatter, list[Problem]]:
    """The front matter of ``text`` (empty where it has none), and what is wrong with it."""
    match = _FENCED.match(text)
    if match is None:
        return FrontMatter(), []
    fence = re.escape(match["fence"]) if match["fence"] == "+++" else r"(?:---|\.\.\.)"
    close = re.compile(rf"^{fence}[ \t]*$\r?\n?", re.MULTILINE).search(text, match.end())
    if close is None:
        return FrontMatter(), []
    inner = (match.end(), close.start())
    if match["fence"] == "---":
        from compliance.drafts.yaml_head import read_yaml  # noqa: PLC0415

        return read_yaml(text, inner, close.end())
    return FrontMatter(end=close.end()), []
