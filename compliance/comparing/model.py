"""What is compared, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compliance.drafts.model import Text
    from compliance.matching.align import Match
    from compliance.matching.fold import Folded

Place = tuple[int, int]
"""A stretch of a file: code points of the decoded text without its byte order mark, end exclusive."""


class Incomparable(Exception):  # noqa: N818 - said of the file, not of the program
    """A file that cannot be compared; the message says which, why, and what to do."""


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One file of a comparison.

    ``text`` is the decoded file; ``words`` is what takes part, the rendered words with their places in the file, and
    ``folded`` the same in the form that is matched. ``title`` is a source's own, empty where it is not known; ``url``
    the address it was read at, ``authors`` who wrote it.
    """

    path: str
    text: str
    words: Text
    folded: Folded
    title: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Copied:
    """A run of the draft taken from a source.

    The offsets of ``match`` are those of the two sides' words; ``draft`` and ``source`` are its places in the files.
    ``others`` are the paths of further sources that hold the same run.
    """

    match: Match
    draft: Place
    source: Place
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """How much of one side is copied, in characters as limits count them (``counting.characters``), each once."""

    copied: int
    of: int

    @property
    def share(self) -> float:
        """The part of the whole, from 0 to 1."""
        return round(self.copied / self.of, 4) if self.of else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """A draft held against one source; the runs in order of the draft, none overlapping another there."""

    draft: Side
    source: Side
    copied: tuple[Copied, ...]
    draft_share: Share
    source_share: Share


@dataclass(frozen=True, slots=True, eq=False)
class LibraryComparison:
    """A draft held against a library of so many articles: a comparison for each source that it took from.

    Each run goes to the source that explains most of the draft. ``share`` is that of all sources together.
    """

    draft: Side
    library: str
    articles: int
    sources: tuple[Comparison, ...]
    share: Share
