"""The story in a page that was saved as plain text, with the menus, notices and boxes around it left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compliance.sources.bylines import byline
from compliance.sources.cues import furniture
from compliance.sources.dates import read_date
from compliance.sources.digest import folded
from compliance.sources.model import Article, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.sources.cues import Furniture
    from compliance.sources.dates import Order, Written

_END: Final = re.compile(r"[.!?…:;,。！？：；，)\"”»’“‘\]]\W*\Z")
_SUBHEADING: Final = 60  # characters; a longer line without an end between two paragraphs is another story's headline
_SHORTEST_PROSE: Final = 45
_BULLET: Final = re.compile(r"(?:[-*•·–—‣▪]|\d{1,2}[.)])\s")
_WRAPPED: Final = (45, 110)  # the widths between which hard-wrapped lines lie
_DATE_LINE: Final = 60
_UPDATED: Final = re.compile(r"(?i)updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|оновлено|обновлено")

# How much a block speaks for standing in the story; a paragraph of it speaks for itself by its length.
_PROSE: Final = 400
_OTHER: Final = -25
_HEAD: Final = -200
_TEASER: Final = -60  # "Read also: ..." in a line of its own stands between paragraphs as often as after them
_HEADING: Final = 30
_COST: Final[dict[Furniture, int]] = {
    "rights": -3000, "feedback": -3000, "support": -900, "related": -500, "signup": -400, "site": -200, "share": -100,
    "language": -100, "date": -200, "caption": -60,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or line of a page, and what it is taken for."""

    text: str
    furniture: Furniture
    head: bool
    prose: bool

    @property
    def weight(self) -> int:
        """How much it speaks for (above 0) or against its neighbourhood's being story."""
        if self.furniture == "related" and len(self.text) > _HEADING and not self.text.endswith(":"):
            return _TEASER
        if self.furniture:
            return _COST[self.furniture]
        return min(len(self.text), _PROSE) if self.prose else _HEAD if self.head else _OTHER


def read_plain(text: str, order: Order = "") -> Article:
    """The article in a page saved as text. Raises ``Unreadable`` where no paragraph looks like one of a story."""
    lines = [_line(paragraph) for paragraph in paragraphs(text)]
    start, end = _story(lines)
    if start == end:
        raise Unreadable("no story found in this text: only short lines and the furniture of a page")
    title = _title(lines, start)
    authors = next((names for line in lines[:end] if (names := byline(line.text))), ())
    return Article(
        paragraphs=tuple(story([line.text for line in lines[start:end]], title, authors, teasers=True)),
        title=title,
        authors=authors,
        published=_published(lines, start, order),
    )


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: those that blank lines part, or its lines where they are not broken at a width."""
    found: list[str] = []
    for block in re.split(r"\n[^\S\n]*(?:\n[^\S\n]*)+", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [squeezed for line in block.split("\n") if (squeezed := " ".join(line.split()))]
        found += [" ".join(lines)] if _is_wrapped(lines) else lines
    return found


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines are one paragraph, broken at a width: alike in length but for the last, and mid-sentence."""
    if len(lines) < 2:
        return False
    body = [len(line) for line in lines[:-1]]
    alike = min(body) >= _WRAPPED[0] and max(*body, len(lines[-1])) <= _WRAPPED[1] and max(body) - min(body) <= 30
    ended = sum(_ends(line) for line in lines[:-1])
    return alike and ended <= len(body) // 2 and not any(furniture(line) for line in lines)


def story(found: Sequence[str], title: str, authors: Sequence[str], *, teasers: bool = False) -> Iterator[str]:
    """The paragraphs that are story: without furniture, captions, the headline, the byline and the note on the author.

    ``teasers`` leaves out other stories' headlines too: long lines without an end between two paragraphs.
    """
    headline = folded(title)
    for number, text in enumerate(found):
        line = _line(text)
        if (
            not text
            or line.furniture
            or line.head
            or (headline and folded(text) == headline)
            or _is_note(text, authors)
        ):
            continue
        if teasers and _is_teaser(line, found[number - 1 : number], found[number + 1 : number + 2]):
            continue
        yield text


def _is_teaser(line: Line, before: Sequence[str], after: Sequence[str]) -> bool:
    if line.prose or len(line.text) <= _SUBHEADING or _BULLET.match(line.text) or _ends(line.text):
        return False
    return all(_line(text).prose for text in (*before, *after))


def _is_note(text: str, authors: Sequence[str]) -> bool:
    """Whether a paragraph tells who an author is."""
    return any(
        re.match(re.escape(name) + r"\s+(?:is|was|are|has|covers|writes|reports|works)\b", text) for name in authors
    )


def _line(text: str) -> Line:
    kind = furniture(text)
    head = not kind and (bool(byline(text)) or (len(text) <= _DATE_LINE and _is_date_line(text)))
    wide = len(text) >= _SHORTEST_PROSE or bool(re.search(r"[\u3040-\u30ff\u3400-\u9fff]{12}", text))
    return Line(text, kind, head, not kind and not head and wide and _ends(text))


def _is_date_line(text: str) -> bool:
    found = read_date(text)
    return found is not None and not _ends(text) and len(text) - len(found.written) <= 30


def _story(lines: Sequence[Line]) -> tuple[int, int]:
    """The run of lines with the greatest sum of weights."""
    best, total, start, span = 0, 0, 0, (0, 0)
    for number, line in enumerate(lines):
        if total <= 0:
            total, start = 0, number
        total += line.weight
        if total > best:
            best, span = total, (start, number + 1)
    return span


def _title(lines: Sequence[Line], start: int) -> str:
    """The headline before the story: a line that stands there twice, else the last long one before byline and date."""
    before = [line for line in lines[:start] if not line.furniture and not line.head and len(line.text) <= 250]
    times = Counter(line.text for line in before)
    if repeated := [text for text, count in times.items() if count > 1]:
        return max(repeated, key=len)
    until = next((n for n, line in enumerate(lines[:start]) if line.head), start)
    candidates = [b.text for b in lines[:until] if b.text in times and not b.prose and len(b.text.split()) >= 3]
    return candidates[-1] if candidates else next((b.text for b in before if b.prose), "")


def _published(lines: Sequence[Line], start: int, order: Order) -> Written | None:
    """The date in the line that stands nearest to the byline, or to the story's beginning where there is none.

    A line that speaks of an update is looked at last.
    """
    near = next((n for n, line in enumerate(lines) if byline(line.text)), start)
    dated = [
        (bool(_UPDATED.search(line.text)), abs(n - near), found)
        for n, line in enumerate(lines)
        if (line.head or line.furniture == "date") and (found := read_date(line.text, order))
    ]
    return min(dated, key=lambda d: d[:2])[2] if dated else None


def _ends(text: str) -> bool:
    """Whether a line ends as a sentence, a clause or a quotation does, and not as a heading."""
    return bool(_END.search(text[-20:]))
