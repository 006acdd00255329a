"""How much is taken: the passages of a reuse, counted once where they overlap, by the common readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from compliance import counting
from compliance.checks.parts.amounts import figure
from compliance.checks.parts.folding import folded_with_places
from compliance.checks.parts.joined import JOINT, Held, joined
from compliance.checks.parts.layout import Span
from compliance.checks.parts.nearness import is_set_apart
from compliance.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from compliance.checks.case import Case
    from compliance.checks.parts.wording import Template
    from compliance.drafts.model import Block, Slice
    from compliance.reuse.model import Passage, Reuse

Per = Literal["quotation", "article", "publisher", "draft"]
Spaces = Literal["include", "exclude", "unstated"]
LONGEST_VERSE: Final = 120  # characters; a longer line is prose, and where its lines break is up to the page
_EDGES: Final = " .,;:"
_WORDS_OF: Final[dict[str, Callable[[str], int]]] = {
    "words": counting.words,
    "sentences": lambda text: counting.sentences(text.replace(JOINT, "\n\n")),
    "paragraphs": counting.paragraphs,
    "lines": counting.lines,
}


@dataclass(frozen=True, slots=True)
class Taken:
    """Texts that count against one limit, and the passages they come from.

    Where the ends of a found passage are uncertain, ``least`` are the texts that surely count, and ``most`` those that
    may.
    """

    texts: tuple[str, ...]
    passages: tuple[Passage, ...]
    least: tuple[str, ...] | None = None
    most: tuple[str, ...] | None = None

    @property
    def extremes(self) -> tuple[Taken, ...]:
        """The least and the most that may be taken, where that is uncertain."""
        if self.least is None or self.most is None:
            return ()
        return Taken(self.least, self.passages), Taken(self.most, self.passages)

    @property
    def start(self) -> int | None:
        """The file offset of the first passage."""
        return min((p.start for p in self.passages), default=None)

    @property
    def end(self) -> int | None:
        """The end of the last passage, or of the only one."""
        return max((p.end for p in self.passages), default=None)

    def size(self, unit: str) -> int:
        """The size in a unit other than characters and percent."""
        return sum(map(_WORDS_OF[unit], self.texts))

    @property
    def characters(self) -> counting.Count:
        """The size in characters; passages add up."""
        return sum((counting.count(text) for text in self.texts), counting.Count())


@dataclass(frozen=True, slots=True)
class Reading:
    """A measured size as a policy's wording has it read, and the other common reading of it, if there is one."""

    value: float
    other: float | None = None
    words: str = ""

    @property
    def highest(self) -> float:
        """The larger of the readings."""
        return max(self.value, self.value if self.other is None else self.other)

    @property
    def lowest(self) -> float:
        """The smaller of the readings."""
        return min(self.value, self.value if self.other is None else self.other)


def taken(case: Case, per: Per) -> tuple[Taken, ...]:
    """What counts against a limit in this case: one sum, or one for each quotation; empty if it counts elsewhere.

    The sum over a publisher's articles (all that a draft can take from it) is made once, with the first of the
    publisher's reuses that takes anything.
    """
    if per == "quotation":
        held = _held((case.reuse,))
        ordered = sorted(_quoted(case.reuse, case), key=lambda p: (p.start, p.end))
        return tuple(_sum(one.passages, held) for one in joined(ordered, held, lambda p: p.slices))
    if per == "article":
        return (_sum(_quoted(case.reuse, case), _held((case.reuse,))),) if case.reuse.passages else ()
    same = [r for r in case.found.reuses if r.passages and _same_publisher(r, case)] or [case.reuse]
    if same[0] is not case.reuse:
        return ()
    return (_sum(tuple(p for r in same for p in _quoted(r, case)), _held(same)),)


def _quoted(reuse: Reuse, case: Case) -> tuple[Passage, ...]:
    """The passages of a reuse, without the credits that the policy itself asks for at their ends."""
    if not case.wordings:
        return reuse.passages
    return tuple(_without_credit(passage, case.wordings) for passage in reuse.passages)


def _without_credit(passage: Passage, wordings: Sequence[Template]) -> Passage:
    """A passage without such a credit that is set apart at its end: behind a sentence, in brackets, behind a dash."""
    if not passage.slices or passage.most is not None:
        return passage
    last = passage.slices[-1]
    text, places = folded_with_places(last.text)
    end = len(text.rstrip(_EDGES))
    for wording in (w for w in wordings if not w.names):
        for match in wording.matches(text):
            start = last.start + places[match.start]
            if start > last.start and len(text[: match.end].rstrip(_EDGES)) == end and _is_set_apart(last.block, start):
                return replace(passage, slices=(*passage.slices[:-1], replace(last, end=start)))
    return passage


def _is_set_apart(block: Block, start: int) -> bool:
    return is_set_apart(Span(*block.text.origin(start, start + 1), block, start, start + 1))


def _same_publisher(reuse: Reuse, case: Case) -> bool:
    mine = case.reuse
    return reuse.publisher == mine.publisher if mine.publisher else reuse.domain == mine.domain


def _sum(passages: Sequence[Passage], held: Sequence[Held]) -> Taken:
    ordered = tuple(sorted(passages, key=lambda p: (p.start, p.end)))
    certain = all(p.most is None for p in ordered)
    return Taken(
        _texts(ordered, held, lambda p: p.slices),
        ordered,
        None if certain else _texts(ordered, held, lambda p: p.slices if p.least is None else p.least),
        None if certain else _texts(ordered, held, lambda p: p.slices if p.most is None else p.most),
    )


def _texts(
    passages: Sequence[Passage], held: Sequence[Held], picked: Callable[[Passage], Sequence[Slice]]
) -> tuple[str, ...]:
    return tuple(one.text for one in joined(passages, held, picked))


def _held(reuses: Iterable[Reuse]) -> list[Held]:
    return [held for reuse in reuses for held in Held.all_of(reuse.stretches, reuse.source.text or "")]


def read_characters(size: counting.Count, spaces: Spaces) -> Reading:
    """A size in characters by a policy's `spaces`."""
    return _reading(size.with_spaces, size.without_spaces, spaces)


def read_percent(part: counting.Count, whole: counting.Count, spaces: Spaces) -> Reading:
    """A share in percent by a policy's `spaces`."""
    with_spaces = 100 * part.with_spaces / max(1, whole.with_spaces)
    without = 100 * part.without_spaces / max(1, whole.without_spaces)
    return _reading(with_spaces, without, spaces, " %")


def _reading(with_spaces: float, without: float, spaces: Spaces, unit: str = "") -> Reading:
    """The size by a policy's `spaces`, and in words what it would be otherwise."""
    if spaces == "exclude":
        return Reading(without, with_spaces, f"spaces do not count; with them it would be {figure(with_spaces)}{unit}")
    if spaces == "include":
        return Reading(with_spaces, without, f"spaces count; without them it would be {figure(without)}{unit}")
    return Reading(with_spaces, without, f"{figure(with_spaces)}{unit} with spaces, {figure(without)}{unit} without")
