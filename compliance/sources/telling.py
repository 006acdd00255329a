"""A page's story told from its lines: what is kept, and a word on all that is left out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compliance.sources.cues import is_heading, speaks_to_reader
from compliance.sources.digest import folded
from compliance.sources.lines import line_of
from compliance.sources.region import beginning, ending, is_page, title_of
from compliance.sources.repeats import repeated
from compliance.sources.shapes import is_one_sentence, is_phrase

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from compliance.sources.lines import Line

_TEASER: Final = (70, 110)  # characters of a headline between two paragraphs; what is shorter is a subheading
_SUBHEADING: Final = 24  # characters; under "Read more:" a line that is longer is a headline
_BOXED: Final = 160
_LISTED: Final = 5  # headlines after "Read more:"
_SHOWN: Final = 5
_CLIP: Final = 48
_NOTE: Final = r"\s+(?:is|was|are|has|covers|writes|reports|works|ist|schreibt|est|es)\b"
_SAID: Final = frozenset(("notice", "paywall", "caption"))  # furniture that is worth a word below the story, too
_ALONE: Final = frozenset(("menu", "language"))  # between two paragraphs these are subheadings


@dataclass(frozen=True, slots=True)
class Told:
    """A story's paragraphs, the headline and the authors that stand over it, and what a person should know.

    ``lines`` are all of the page, ``start`` is where the story begins, ``kept`` are the numbers of its lines.
    """

    paragraphs: tuple[str, ...] = ()
    title: str = ""
    authors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    start: int = 0
    kept: frozenset[int] = frozenset()


def tell(
    texts: Sequence[str],
    title: str = "",
    authors: Sequence[str] = (),
    linked: Collection[str] = (),
    *,
    whole: bool = False,
) -> Told:
    """The story in a page's paragraphs.

    ``whole`` says that menus and other stories' headlines may be among them, ``linked`` are those that are nothing but
    a link to another page. ``title`` and ``authors`` are what is known already.
    """
    lines = [line_of(text) for text in texts if text]
    title = title or title_of(lines)
    start = beginning(lines, title)
    end = ending(lines, start)
    if not any(line.plain for line in lines[start:end]):
        return Told(lines=tuple(lines))
    names = tuple(authors) or next((line.names for line in (*lines[:start], *lines[end:]) if line.names), ())
    names = names or next((line.names for line in lines if line.full_name), ())
    story = _Story(lines[start:end], folded(title), names, linked, whole=whole and is_page(lines))
    out = {start + number for number in story.left_out()}
    kept = [n for n in range(start, end) if n not in out]
    copies = {kept[n] for n in repeated([lines[n].text for n in kept])}
    return Told(
        paragraphs=tuple(lines[n].text for n in kept if n not in copies),
        title=title,
        authors=names,
        notes=tuple(_notes(lines, (start, end), out, len(copies), title)),
        lines=tuple(lines),
        start=start,
        kept=frozenset(kept),
    )


@dataclass(frozen=True, slots=True)
class _Story:
    """The lines between a page's head and its foot."""

    lines: Sequence[Line]
    headline: str
    authors: Sequence[str]
    linked: Collection[str]
    whole: bool

    def left_out(self) -> Iterator[int]:
        """The numbers of the lines that are not of the story."""
        last = max((n for n, line in enumerate(self.lines) if line.prose), default=-1)
        for number, line in enumerate(self.lines):
            around = [self.lines[n] for n in (number - 1, number + 1) if 0 <= n < len(self.lines)]
            if not self._is_told(line, around) or (number >= last and self._is_note(line.text)):
                yield number
            if is_heading(line.text):
                yield from self._headlines(number + 1)

    def _is_told(self, line: Line, around: Sequence[Line]) -> bool:
        if line.kind in _ALONE or line.dated or (line.names and not line.full_name):
            return len(around) == 2 and all(other.plain for other in around)
        if not line.plain or (self.headline and folded(line.text) == self.headline):
            return False
        if line.prose:
            return not _is_boxed(line, around)
        teaser = self.whole and len(around) == 2 and _is_teaser(line, around)
        return not teaser and (line.ended or line.text not in self.linked)

    def _headlines(self, first: int) -> Iterator[int]:
        """The other stories listed under "Read more:", as a list throughout or as none."""
        for number in range(first, min(first + _LISTED, len(self.lines))):
            line = self.lines[number]
            if not line.plain or line.prose or line.ended or line.bullet != self.lines[first].bullet:
                return
            if len(line.text) <= _SUBHEADING or not is_phrase(line.text):
                return
            yield number

    def _is_note(self, text: str) -> bool:
        """Whether a paragraph tells who an author is."""
        return any(re.match(re.escape(name) + _NOTE, text) for name in self.authors)


def _is_boxed(line: Line, around: Sequence[Line]) -> bool:
    """Whether a paragraph stands in a box that begs or offers a newsletter, and speaks to the reader there."""
    boxed = len(around) == 2 and all(other.kind in ("support", "signup") for other in around)
    return boxed and len(line.text) <= _BOXED and speaks_to_reader(line.text)


def _is_teaser(line: Line, around: Sequence[Line]) -> bool:
    """Whether a line between two paragraphs is another story's headline: long, unended, and no point of a list."""
    shortest, longest = _TEASER
    wide = shortest < len(line.text) <= longest
    return wide and not line.ended and not line.bullet and all(o.prose for o in around) and is_one_sentence(line.text)


def _notes(
    lines: Sequence[Line], span: tuple[int, int], out: Collection[int], copies: int, title: str
) -> Iterator[str]:
    start, end = span
    headline = folded(title)
    first = next((n for n, line in enumerate(lines[:start]) if line.head or folded(line.text) == headline), start)
    above = [
        line.text
        for n, line in enumerate(lines[:start])
        if (line.kind in _SAID or (line.plain and (line.ended or n > first))) and folded(line.text) != headline
    ]
    inside = [lines[n].text for n in range(start, end) if n in out]
    below = [line.text for line in lines[end:] if line.plain or line.kind in _SAID]
    for where, texts in (("above the story", above), ("inside the story", inside), ("below the story", below)):
        if texts:
            yield f"left out {where}: {_listed(texts)}"
    if copies:
        yield f"left out: a second copy of {copies} paragraphs"


def _listed(texts: Sequence[str]) -> str:
    shown = "; ".join(f"“{_clipped(text)}”" for text in texts[:_SHOWN])
    more = f" and {len(texts) - _SHOWN} more" if len(texts) > _SHOWN else ""
    return f"{len(texts)} {'line' if len(texts) == 1 else 'lines'}: {shown}{more}"


def _clipped(text: str) -> str:
    return text if len(text) <= _CLIP else text[: _CLIP - 1].rstrip() + "…"
