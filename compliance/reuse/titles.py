"""Evidence by title: the introduction of a quotation names a page by the title under which the draft links it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.expressions import expression
from compliance.reuse.evidence import evidence
from compliance.reuse.sentences import squashed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.reuse.context import Context
    from compliance.reuse.evidence import Evidence

_MARKED = expression(r"《([^《》]{3,150})》|“([^“”]{8,150})”|«([^«»]{8,150})»|„([^„“”]{8,150})[“”]|\"([^\"]{8,150})\"")
_NEAR = 400  # characters at the end of an introduction
_NAMED = 24  # how much more a title is worth in the introduction than at the head of the draft


def entitled(context: Context, at: int) -> Iterator[Evidence]:
    """The page whose title stands in quotation marks in the paragraph before the quotation at this position."""
    first = context.run(at)[0]
    intro = context.items[first - 1] if first else None
    if intro is None or intro.kind not in ("text", "list-item"):
        return
    for match in _MARKED.finditer(intro.text, max(0, len(intro.text) - _NEAR)):
        address = context.entitled(squashed(match.group(match.lastindex or 0)))
        if address:
            yield evidence("title-link", address, _NAMED)
