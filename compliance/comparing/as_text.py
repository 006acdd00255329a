"""Comparisons for people: the copied runs with what differs marked, and how much of either side is copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compliance.comparing.abreast import abreast
from compliance.comparing.columns import GAP, one_side, side_by_side
from compliance.counting import characters
from compliance.drafts.lines import Lines
from compliance.reports.display import BOLD, DIM, GREEN, RED, clean, paint, width, wrap
from compliance.reports.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.comparing.abreast import Abreast
    from compliance.comparing.model import Comparison, Copied, LibraryComparison, Place, Share, Side
    from compliance.reports import View

_NARROW = 72
"""Columns below which the two sides stand one below the other."""
_STYLES = RED, GREEN
_INDENT = "  "


@dataclass(frozen=True, slots=True, eq=False)
class _Sheet:
    """A comparison to be shown, with the lines of both files."""

    found: Comparison
    draft_lines: Lines
    source_lines: Lines
    view: View


def comparison(found: Comparison, view: View) -> str:
    """One draft held against one source."""
    draft, source = clean(found.draft.path), _name(found.source)
    if not found.copied:
        return _bold(f"{draft}: nothing of {source} was found in it", view)
    sheet = _Sheet(found, Lines(found.draft.text), Lines(found.source.text), view)
    parts = [_run(sheet, one, number) for number, one in enumerate(found.copied, start=1)]
    of_source = f"{_share(found.source_share)} of {source}"
    sums = f"{draft}: {count(len(found.copied), 'run')} copied, {_share(found.draft_share)} of it; {of_source}"
    return "\n".join([*parts, _bold(sums, view)])


def library(found: LibraryComparison, view: View) -> str:
    """One draft held against a library; the runs by source."""
    draft, articles = clean(found.draft.path), count(found.articles, "article")
    place = f"{articles} in {clean(found.library)}"
    if not found.sources:
        return _bold(f"{draft}: nothing of the {place} was found in it", view)
    sums = f"{draft}: {_share(found.share)} of it from {len(found.sources)} of the {place}"
    return "\n".join([*(comparison(one, view) for one in found.sources), _bold(sums, view)])


def _bold(text: str, view: View) -> str:
    return "".join(f"{paint(line, BOLD, view.colour)}\n" for line in wrap(text, view.width))


def _name(source: Side) -> str:
    return clean(source.url or source.path)


def _share(share: Share) -> str:
    return f"{share.copied:,} of {share.of:,} characters ({_percent(share.share)})"


def _percent(share: float) -> str:
    """A share in whole per cent; what is neither nothing nor all is never shown as 0 or 100."""
    if 0 < share < 1:
        share = min(0.99, max(0.01, share))
    return f"{share:.0%}".replace("%", " %")


def _run(sheet: _Sheet, one: Copied, number: int) -> str:
    found, view = sheet.found, sheet.view
    ours = found.draft.words.value[one.match.draft_start : one.match.draft_end]
    theirs = found.source.words.value[one.match.source_start : one.match.source_end]
    pairs = list(abreast(ours, theirs))
    said = f"{number}: {count(characters(ours), 'character')}, {_likeness(one, pairs)}"
    lines = [_bold(said, view), *(f"{_INDENT}{line}\n" for line in _body(sheet, one, pairs))]
    if one.others:
        also = f"also in {', '.join(one.others)}"
        lines += [f"{_INDENT}{line}\n" for line in wrap(also, view.width - len(_INDENT))]
    return "".join(lines)


def _likeness(one: Copied, pairs: list[Abreast]) -> str:
    if one.match.edits:
        return f"{count(one.match.edits, 'word')} changed"
    marked = any(changed for pair in pairs for _, changed in (*pair.draft, *pair.source))
    return "the same words with other signs" if marked else "word for word"


def _body(sheet: _Sheet, one: Copied, pairs: list[Abreast]) -> Iterator[str]:
    colour, room = sheet.view.colour, sheet.view.width - len(_INDENT)
    heads = (
        f"{clean(sheet.found.draft.path)}:{_span(sheet.draft_lines, one.draft)}",
        f"{_name(sheet.found.source)}:{_span(sheet.source_lines, one.source)}",
    )
    if sheet.view.width < _NARROW:
        sides = [[(pair.draft, pair.left_out) for pair in pairs], [(pair.source, pair.left_out) for pair in pairs]]
        for head, side, style in zip(heads, sides, _STYLES, strict=True):
            yield from (paint(line, DIM, colour) for line in wrap(head, room))
            yield from (_INDENT + line for line in one_side(side, room - len(_INDENT), style, colour=colour))
        return
    half = (room - len(GAP)) // 2
    yield from (paint(line, DIM, colour) for line in _heads(heads, half))
    yield from side_by_side(pairs, half, _STYLES, colour=colour)


def _heads(heads: tuple[str, str], room: int) -> Iterator[str]:
    """Where either side stands, in the columns if there is room."""
    if max(map(width, heads)) <= room:
        yield f"{heads[0]}{' ' * (room - width(heads[0]))}{GAP}{heads[1]}"
    else:
        for head in heads:
            yield from wrap(head, 2 * room)


def _span(lines: Lines, place: Place) -> str:
    """A place as `line:column-line:column`, of the first character and of the last."""
    first, last = lines.position(place[0]), lines.position(place[1] - 1)
    return f"{first[0]}:{first[1]}-{last[0]}:{last[1]}" if last[0] > first[0] else f"{first[0]}:{first[1]}-{last[1]}"
