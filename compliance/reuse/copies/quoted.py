"""Where the words of a quotation stand in a source's text, and whether the source has them from somebody else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compliance.matching.locating import locate
from compliance.reuse.copies.finds import folded

if TYPE_CHECKING:
    from compliance.matching.locating import Place

_QUOTED: Final = re.compile(
    r"[“„«][^“”„«»\n]{0,2000}+[”“»]|「[^「」\n]{0,1000}+」|(?<!\w)\"[^\"\n]{0,2000}+\"(?!\w)"
    r"|(?<!\w)‘(?:[^‘’\n]|’(?=\w)){0,2000}+’(?!\w)"
)


@lru_cache(maxsize=512)
def place_of(quotation: str, text: str) -> Place | None:
    """The place of a source's text that a quotation stands for, or None if the source does not hold it."""
    return locate(quotation, folded(text))


@lru_cache(maxsize=64)
def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """The ranges of a source's text that it has in quotation marks: the words of a third person or paper."""
    return tuple(m.span() for m in _QUOTED.finditer(text))
