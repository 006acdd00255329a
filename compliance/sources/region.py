"""Where a page's story begins and ends.

What stands above the story (menus, headline, standfirst, byline) and below it (related stories, terms, comments) may
cut off what lies beyond it; what stands inside the story never does.
"""

from __future__ import annotations

from bisect import bisect
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from compliance.sources.cues import is_heading
from compliance.sources.digest import folded
from compliance.sources.shapes import is_phrase, stops

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compliance.sources.lines import Line

_STANDFIRST: Final = 500  # characters above a byline; more than that is story
_LONGEST_TITLE: Final = 250
_HARD: Final = frozenset(("rights", "site", "menu", "language", "feedback", "comments"))
_FOOT: Final = _HARD | {"share", "support", "paywall"}  # of the others one may stand between a story's last lines
_LISTED: Final = 20  # other stories with a summary each
_AROUND: Final = frozenset(("", "caption", "date"))  # what a story has beside it even where no page is around it


def is_page(lines: Sequence[Line]) -> bool:
    """Whether the furniture of a page is among the lines, and they are not a bare story."""
    return any(line.kind not in _AROUND for line in lines)


def head_ends(lines: Sequence[Line]) -> int:
    """How far the head can reach: up to the line with which too much prose has been read for a standfirst."""
    total = sum(len(line.text) for line in lines if line.prose)
    seen = chars = 0
    for number, line in enumerate(lines):
        if line.prose:
            seen, chars = seen + 1, chars + len(line.text)
            if seen > 2 or chars > _STANDFIRST or 2 * chars > total:
                return number
    return len(lines)


def title_of(lines: Sequence[Line]) -> str:
    """The headline: what stands twice in the head, else the last phrase before byline, date or story."""
    head = lines[: head_ends(lines) + 1]
    short = [n for n, line in enumerate(head) if line.plain and len(line.text) <= _LONGEST_TITLE]
    phrases = [n for n in short if is_phrase(head[n].text)]
    texts = [head[n].text for n in phrases if not (head[n].prose and stops(head[n].text))]
    if repeated := [text for text in texts if texts.count(text) > 1]:
        return max(repeated, key=len)
    first = next((n for n, line in enumerate(head) if line.prose), len(head))
    signed = next((n for n, line in enumerate(head) if line.names), None)
    until = next((n for n, line in enumerate(head[:first]) if line.head), first)
    headings = [n for n in phrases if n < until and not head[n].prose]
    if headings := [n for n in headings if not stops(head[n].text)] or headings:
        return head[_first_of_last_run(head, headings)].text if len(lines) > 1 else ""
    if signed is not None and first < signed:
        return head[first].text
    if first == 0 and len(head) > 1 and _could_be_title(lines):
        return head[0].text
    return max((head[n].text for n in short if n < until), key=len, default="") if len(lines) > 1 else ""


def _first_of_last_run(lines: Sequence[Line], numbers: Sequence[int]) -> int:
    """Of lines that furniture parts into runs, the first of the last run: after the menus, before a second heading."""
    for last, number in zip(reversed(numbers[:-1]), reversed(numbers), strict=False):
        if is_page(lines[last:number]):
            return number
    return numbers[0]


def _could_be_title(lines: Sequence[Line]) -> bool:
    """Whether a first line with the shape of a paragraph is a headline that ends in a question or a bracket."""
    first, second = lines[:2]
    return not stops(first.text) and len(first.text) <= min(120, len(second.text)) and second.prose


def beginning(lines: Sequence[Line], title: str) -> int:
    """The first line after the head: after headline, byline and date, and the furniture that follows them."""
    headline = folded(title)
    limit = head_ends(lines)
    headlines = [n for n, line in enumerate(lines[: limit + 1]) if headline and folded(line.text) == headline]
    prose = next((n for n, line in enumerate(lines) if line.prose and n not in headlines), len(lines))
    signed = [n for n, line in enumerate(lines[:limit]) if line.names and (n < prose or line.full_name)]
    dated = [n for n, line in enumerate(lines[:prose]) if line.dated or line.kind == "date"]
    menus = [n for n, line in enumerate(lines[:prose]) if line.kind not in _AROUND]
    marks = headlines + signed + dated
    start = max(marks or menus[-1:] or [-1]) + 1
    first = next((n for n in range(start, len(lines)) if lines[n].prose), start)
    tags = bool(signed or dated) and is_page(lines)  # between byline and story a page has tags and captions
    while start < len(lines):
        line = lines[start]
        tag = tags and start < first and not line.ended and not line.bullet
        if line.plain and not tag:
            return start
        start += 1
    return min(prose, len(lines))


def ending(lines: Sequence[Line], start: int) -> int:
    """The line after the story's last."""
    story = _Prose(lines, start)
    for number in range(start + 1, len(lines)):
        if lines[number].kind and story.ends_before(number):
            return number
    last = story.numbers[-1] if story.numbers else start
    for number in range(last + 1, len(lines)):
        line = lines[number]
        if line.kind in _HARD or is_heading(line.text):
            break
        if line.plain and line.ended:
            last = number
    below = (n for n in range(last + 1, len(lines)) if lines[n].kind in _FOOT or is_heading(lines[n].text))
    return next(below, len(lines))


class _Prose:
    """The paragraphs from a line on: how many stand before a line and after it, and how long they are."""

    def __init__(self, lines: Sequence[Line], start: int) -> None:
        self._lines = lines
        self.numbers = [n for n in range(start, len(lines)) if lines[n].prose]
        self._lengths = list(accumulate((len(lines[n].text) for n in self.numbers), initial=0))

    def ends_before(self, number: int) -> bool:
        """Whether the story ends before a line of furniture although paragraphs follow it."""
        before = bisect(self.numbers, number)
        after = len(self.numbers) - before
        if not before or not after:
            return False
        above, below = self._lengths[before], self._lengths[-1] - self._lengths[before]
        line = self._lines[number]
        beside = {self._lines[n].kind for n in (number - 1, number + 1) if n < len(self._lines)}
        if line.kind == "comments":
            return not (beside & {"share", "menu"} and after > before) and (before > 1 or above >= below)
        if line.kind in ("rights", "site"):
            return bool(beside & {*_HARD, "share"}) and after <= 2 and 4 * below <= above
        listed = 1 < after <= _LISTED and 2 * after <= before + 2 and below <= above and is_heading(line.text)
        return listed and all(_is_headline(self._lines[n - 1]) for n in self.numbers[before:])


def _is_headline(line: Line) -> bool:
    return line.plain and not line.ended and is_phrase(line.text)
