"""What follows a quotation on its own line and says whose it is: `“...” — [The Gazette](...)`, `(The Gazette)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.expressions import expression
from compliance.reuse import cues
from compliance.reuse.evidence import RANKS, Evidence, evidence
from compliance.reuse.naming import by_name
from compliance.reuse.sentences import label, last_sentence, leads_in, speaks, words

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        note = in_first_brackets(said)
        if (marked and len(words(note)) <= _NAME) or any(word in cues.SOURCE_LABELS for word in label(said)):
            yield from by_name(context, note, RANKS["publisher-name"])
        return
    link = links[0]
    between = words(run.item.text[start : link.text_start])
    beyond = words(run.item.text[link.text_end : start + len(line)])
    if marked and len(between) <= _NAME and len(beyond) <= _NAME:
        yield evidence("attribution-line", link.address, -6)
    elif len(between) <= _CONNECTOR and not beyond:
        yield evidence("link-after", link.address, 8)


def in_first_brackets(text: str) -> str:
    """A text that begins with a bracket up to where that closes; any other one whole."""
    closed = {"(": ")", "[": "]", "（": "）"}.get(text[:1])
    return text[: text.find(closed) + 1] if closed and closed in text else text


def closing(run: Run) -> Iterator[Evidence]:
    """The link that closes the paragraph, in a sentence of its own of hardly more: `More in [the paper](...)`.

    A line below the quotation is such a sentence.
    """
    text, links = run.item.text, run.paragraph.outside
    if not links or links[-1].text_end < len(text.rstrip()) - 2 or links[-1].text_start < run.end or leads_in(text):
        return
    begin = max(text.rfind("\n", 0, links[-1].text_start) + 1, last_sentence(text[: links[-1].text_start]))
    ahead = words(text[begin : links[-1].text_start])
    if begin > run.end and len(ahead) <= _CONNECTOR:
        yield evidence("link-after", links[-1].address, 8)


def interposed(context: Context, run: Run) -> Iterator[Evidence]:
    """The attribution between dashes within a run, as many languages set it: `«..., – пише N. – ...»`."""
    at = run.start
    for part in _DASHES.split(run.text)[:_PARTS]:
        stop = at + len(part)
        if len(part) <= _ASIDE and at > run.start and speaks(part):
            yield from (evidence("link-in-sentence", k.address) for k in run.paragraph.within(at, stop))
            yield from by_name(context, part, RANKS["publisher-name"] - 8)
        at = stop + 1
