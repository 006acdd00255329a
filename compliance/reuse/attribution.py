"""Attribution lines in or below a quotation: `— Ann Rook, [The Gazette](...)`, `Source: ...`, `<cite>`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.reuse import cues
from compliance.reuse.sentences import label, sentence_starts
from compliance.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compliance.drafts.model import Block, Link, Slice
    from compliance.reuse.outline import Item

_LINE = 240  # characters: a longer line is prose
_CLOSED = {"(": ")", "[": "]"}
_BEHIND = 60  # characters
_NAME = 80  # characters of an attribution without a link
_ENDS = ".?!…\"'”’»)]。！？」』”*_"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quotation's own words, and the links of the lines that say whose they are."""

    slices: tuple[Slice, ...]
    links: tuple[Link, ...] = ()
    named: bool = False
    words: str = ""


def attribution(item: Item) -> Attribution:
    """Part a block quotation from the attribution lines within it."""
    quotation = item.quotation
    slices = list(quotation.slices) if quotation else []
    links: dict[int, list[Link]] = {}
    for link in item.links:
        links.setdefault(id(link.block), []).append(link)
    lines: list[Slice] = []
    while len(slices) > 1 and is_line(slices[-1].block, slices[-1].text, links.get(id(slices[-1].block), [])):
        lines.append(slices.pop())
    if not lines and len(slices) > 1 and _heads(slices[0], links.get(id(slices[0].block), [])):
        lines.append(slices.pop(0))
    ends = {id(s.block): s.end for s in quotation.slices} if quotation else {}
    # a caption, or a `<cite>` that is a paragraph or ends one
    beside = [
        k for k in item.links if k.text_start >= ends.get(id(k.block), 0) and (k.block.kind == "caption" or is_cited(k))
    ]
    if slices and not lines and all(k.block is slices[-1].block for k in beside):
        last = slices[-1]
        cut = _tail(last, links.get(id(last.block), []))
        if cut is not None and (cut > last.start or len(slices) > 1):
            lines.append(replace(last, start=cut))
            slices[-1:] = [replace(last, end=cut)] if cut > last.start else []
    found = (*(k for line in lines for k in links_in(line, links.get(id(line.block), []))), *beside)
    return Attribution(tuple(slices), found, bool(lines or beside), " ".join(line.text for line in lines))


def voices(item: Item) -> list[Attribution]:
    """The parts of a block quotation, where each of several ends with its own attribution and its link; else none."""
    found: list[Attribution] = []
    part: list[Slice] = []
    for one in item.quotation.slices if item.quotation and len(item.quotation.slices) > 1 else ():
        links = [k for k in item.links if k.block is one.block]
        cut = _tail(one, links)
        named = [k for k in links if cut is not None and k.text_start >= cut]
        if cut is not None and named and cut > one.start:
            words = replace(one, end=cut)
            found.append(
                Attribution((*part, words), tuple(named), named=True, words=one.block.text.value[cut : one.end])
            )
            part = []
        elif part and links and is_line(one.block, one.text, links):
            found.append(Attribution(tuple(part), tuple(links), named=True, words=one.text))
            part = []
        else:
            part.append(one)
    return found if len(found) > 1 and not part else []


def is_cited(link: Link) -> bool:
    """Whether a link stands in a `<cite>`."""
    return any(name == "cite" and a <= link.text_start < b for name, a, b in link.block.marks)


def links_in(part: Slice, links: Iterable[Link]) -> list[Link]:
    """The links whose anchor lies in a slice."""
    return [k for k in links if k.block is part.block and k.text_start >= part.start and k.text_end <= part.end]


def coverage(block: Block, text: str, links: Iterable[Link]) -> float:
    """What share of a text's letters a reader can click on."""
    linked = sum(sum(map(str.isalnum, k.anchor)) for k in links if k.block is block)
    return min(1.0, linked / max(1, sum(map(str.isalnum, text)))) if linked else 0.0


def is_marked(block: Block) -> bool:
    """Whether the mark-up says that a block is an attribution: `<footer>`, `<cite>`, `class="source"`."""
    classes = block.attributes.get("class", "").lower()
    if block.attributes.get("tag", "") in ("footer", "cite", "figcaption"):
        return True
    return bool(classes) and any(
        word in classes.replace("-", " ").replace("_", " ").split() for word in cues.CLASSES_OF_ATTRIBUTION
    )


def is_line(block: Block, text: str, links: Sequence[Link]) -> bool:
    """Whether a block is an attribution line by its mark-up or its form."""
    text = text.strip(" \t\r\n*_~")
    if is_marked(block):
        return True
    if not text or len(text) > _LINE:
        return False
    linked = any(k.block is block for k in links)
    if text[0] in cues.DASHES and len(text.lstrip(cues.DASHES + " ")) > 1:
        return linked or len(text) <= _NAME
    if any(word in cues.SOURCE_LABELS for word in label(text)):
        return True
    return linked and (
        text.lower().startswith(("via ", "h/t ", "(via ", "(source", "(from ")) or is_link_line(block, text, links)
    )


def is_link_line(block: Block, text: str, links: Sequence[Link]) -> bool:
    """Whether a line is nothing but a link, give or take a few words, and no text of several sentences."""
    share = coverage(block, text, links)
    if share >= 0.6:
        return not any(
            start and not any(k.text_start < start < k.text_end for k in links) for start in sentence_starts(text)
        )
    return share > 0 and sum(map(str.isalnum, text)) * (1 - share) <= 12


def _heads(part: Slice, links: Sequence[Link]) -> bool:
    if not links_in(part, links):
        return False
    return part.block.kind == "heading" or (len(part.text) <= _LINE and is_link_line(part.block, part.text, links))


def _tail(part: Slice, links: Sequence[Link]) -> int | None:
    """Where in the slice's block the attribution at the end of its last line begins, if one does."""
    text = part.text
    own = [k for k in links_in(part, links) if k.text_start - part.start >= len(text) - _LINE]
    if own and own[-1].anchor.lower().startswith(cues.HINTS) and own[-1].text_end - part.start >= len(text.rstrip()):
        return part.start + len(
            text[: own[-1].text_start - part.start].rstrip()
        )  # `... the end. [via The Gazette](...)`
    first = min((k.text_start - part.start for k in own), default=None)
    last = max((k.text_end - part.start for k in own), default=0)
    for at in range(len(text) - 1, max(-1, len(text) - _LINE), -1):
        if text[at] in cues.DASHES and (
            at == 0 or text[at - 1] in " \t\n\u00a0" or text[at - 1] in _ENDS + cues.DASHES
        ):
            begin = at
            while begin and text[begin - 1] in cues.DASHES:
                begin -= 1
            rest = text[at + 1 :].strip()
            close = len(text) - last <= _BEHIND
            if _attributes(text[:begin], rest, linked=first is not None and first > at, close=close):
                return part.start + len(text[:begin].rstrip())
        if (
            text[at] in "(["
            and first is not None
            and first > at
            and text.rstrip(" .").endswith(_CLOSED[text[at]])
            and first - at <= 20
        ):
            return part.start + len(text[:at].rstrip())
    return None


def _attributes(before: str, rest: str, *, linked: bool, close: bool) -> bool:
    """Whether what follows a dash says whose words stand before it; ``close``: hardly anything follows its last link.

    `The rival — Holt's own board — has [a single ship](...) left, which nobody has seen for years` goes on.
    """
    ended = not before or before.rstrip()[-1:] in _ENDS or "\n" in before[-2:]
    if not rest or not (ended or linked):
        return False
    if linked:
        return ended or (close and not rest[0].islower())
    return (
        len(rest) <= _NAME and not rest.endswith((".", "?", "!", ":")) and (rest[0].isupper() or not rest[0].isascii())
    )
