"""JSON front matter."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from compliance.drafts.scalars import DEEPEST, MOST, TOO_DEEP, FrontMatterError, Tree
from compliance.expressions import expression

if TYPE_CHECKING:
    import re

_TOKEN = expression(r"\s*+(?:(?P<string>\"(?:[^\"\\]|\\.)*+\")|(?P<sign>[{}\[\],:])|(?P<other>[^\s{}\[\],:\"]++))")


def read_json(text: str) -> tuple[Tree, int]:
    """The object at the head of ``text`` and where it ends. Raises ``FrontMatterError``."""
    try:
        end = json.JSONDecoder().raw_decode(text)[1]
    except json.JSONDecodeError as error:
        raise FrontMatterError(f"The front matter is not valid JSON: {error.msg}.", error.pos) from error
    except RecursionError as error:
        raise FrontMatterError("The front matter is nested too deep.", 0) from error
    tree = Tree()
    for match in _TOKEN.finditer(text, 1, end - 1):
        sign = match["sign"]
        if sign is None:
            _scalar(tree, match)
        elif sign in "{[":
            tree.open({} if sign == "{" else [])
        elif sign in "}]":
            tree.close()
        if tree.depth > DEEPEST or len(tree.entries) > MOST:
            raise FrontMatterError(TOO_DEEP, match.start())
    return tree, end


def _scalar(tree: Tree, match: re.Match[str]) -> None:
    group = "string" if match["string"] is not None else "other"
    start, end = match.span(group)
    value = json.loads(match[group])
    if tree.awaits_key():
        tree.key(str(value))
    elif group == "string":
        tree.value(value, value, start + 1, end - 1)
    else:
        tree.value(value, match[group], start, end)
