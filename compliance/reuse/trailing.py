"""What follows a quotation on its own line and says whose it is: `“...” — [The Gazette](...)`, `(The Gazette)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.expressions import expression
from compliance.reuse.evidence import RANKS, Evidence, evidence
from compliance.reuse.naming import by_name
from compliance.reuse.sentences import speaks, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.model import Link
    from compliance.reuse.context import Context
    from compliance.reuse.runs import Run

_LINE = 200  # characters: what is longer is no attribution
_CLOSING = " \t\n”\"»“’'」』›.,!?…*_"
_OPENING = ("—", "–", "-", "―", "~", "(", "[", "（", "|", "/")
_NAME = 6  # words of an attribution beside its link: a name, a title, a date
_ASIDE = 160  # characters of an attribution between dashes
_PARTS = 50  # dashes that are looked at in one run
_DASHES = expression(r"[—–]")
_CONNECTOR = 3  # words between a quotation and a link that ends its line: `So says`, `via`, `Source:`


def trailing(context: Context, run: Run) -> Iterator[Evidence]:
    """The attribution right after a run in quotation marks, by its link or by a known publisher's name."""
    start, stop = run.paragraph.tail(run)
    line = run.item.text[start : min(stop, start + _LINE)].split("\n\n")[0]
    said = line.lstrip(_CLOSING)
    marked = said.startswith(_OPENING)
    links = run.paragraph.between(start, start + len(line))
    if not links:
        if marked and len(words(said)) <= _NAME:
            yield from by_name(context, said, RANKS["publisher-name"])
        return
    link = links[0]
    if (line_below := _line_below(run, links)) is not None:
        yield evidence("attribution-line", line_below.address, -8)
        return
    between = words(run.item.text[start : link.text_start])
    beyond = words(run.item.text[link.text_end : start + len(line)])
    if marked and len(between) <= _NAME and len(beyond) <= _NAME:
        yield evidence("attribution-line", link.address, -6)
    elif len(between) <= _CONNECTOR and not beyond:
        yield evidence("link-after", link.address, 8)


def _line_below(run: Run, links: list[Link]) -> Link | None:
    """The link that is all of the next line, give or take a label: `Source: [...](...)`."""
    text = run.item.text
    start = text.find("\n", run.end)
    if start < 0 or start - run.end > _LINE:
        return None
    stop = text.find("\n", start + 1)
    line = text[start:stop] if stop >= 0 else text[start:]
    found = [k for k in links if start <= k.text_start < start + len(line)]
    return found[0] if len(found) == 1 and len(words(line)) - len(words(found[0].anchor)) <= _CONNECTOR else None


def interposed(context: Context, run: Run) -> Iterator[Evidence]:
    """The attribution between dashes within a run, as many languages set it: `«..., – пише N. – ...»`."""
    at = run.start
    for part in _DASHES.split(run.text)[:_PARTS]:
        stop = at + len(part)
        if len(part) <= _ASIDE and at > run.start and speaks(part):
            yield from (evidence("link-in-sentence", k.address) for k in run.paragraph.within(at, stop))
            yield from by_name(context, part, RANKS["publisher-name"] - 8)
        at = stop + 1
