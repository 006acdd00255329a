"""A draft's reuse of one source: the passages taken, the links to it, and the evidence that ties them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable

    from compliance.drafts.model import Block, Draft, Link, Slice
    from compliance.report import How, Mode

Certainty = Literal["declared", "strong", "likely", "weak", "doubtful"]


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a text surely copies an article whose own text is not at hand, and what part of the article that is (0-1).

    ``spans`` are offsets of the text, sorted and apart; a few words more on either side of each may be copied, too.
    """

    spans: tuple[tuple[int, int], ...]
    share: float


@dataclass(frozen=True, slots=True)
class Source:
    """One article of a publisher. ``text`` and the rest are filled where the repository knows them.

    ``labels`` are what its page is tagged with: section, kind (interview, poem), marks such as "sponsored"; ``None``
    where nothing is recorded of them. ``links`` are those of its text, (anchor, address) in order; ``None`` where they
    are not known. ``recorded`` says that the repository has an entry of it, though its text may be missing; ``trace``
    then finds what a text copies of it, where the repository keeps fingerprints and their key is at hand.
    """

    url: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    text: str | None = None
    also: tuple[str, ...] = ()
    labels: tuple[str, ...] | None = None
    links: tuple[tuple[str, str], ...] | None = None
    recorded: bool = False
    trace: Callable[[str], Trace] | None = None

    @property
    def is_absent(self) -> bool:
        """Whether the repository knows this article, and yet nothing can be compared with it."""
        return self.recorded and not self.text and self.trace is None


@dataclass(frozen=True, slots=True)
class Publisher:
    """What the linker must know of a publisher: its policy's id, the names it goes by, and its hosts or domains."""

    id: str
    names: tuple[str, ...]
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A run of the draft's text taken from a source; ``slices`` are the words that count, without the outer marks.

    Where the ends of a found passage are not certain, ``least`` are the words that surely count, and ``most`` those
    that may; else both are ``None``.
    """

    start: int
    end: int
    how: How
    slices: tuple[Slice, ...]
    least: tuple[Slice, ...] | None = None
    most: tuple[Slice, ...] | None = None

    @property
    def text(self) -> str:
        """The rendered words, blocks parted by a blank line."""
        return "\n\n".join(s.text for s in self.slices)


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Words of the draft that stand in the source's text, edited or not, and where they stand there (code points)."""

    slices: tuple[Slice, ...]
    source_start: int
    source_end: int

    @property
    def text(self) -> str:
        """The rendered words, blocks parted by a blank line."""
        return "\n\n".join(s.text for s in self.slices)


@dataclass(frozen=True, slots=True, eq=False)
class Credit:
    """A block, or a sentence of one, that names where a text comes from."""

    block: Block | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Reuse:
    """Everything one draft takes from one source.

    ``domain`` is the source's registrable domain; ``publisher`` the known publisher's id, if there is one. ``links``
    are all links of the draft that lead to the source or its site, in order. ``tied_by`` names the evidence that tied
    the passages (`evidence.RANKS` lists the kinds; `text` is the source's text itself), ``certainty`` how sure it is.
    ``stretches`` are all places where the draft holds the source's words, in order; none where its text is not at hand.
    ``rivals`` are what the reuse would be if its words were from another article that has them too, where the draft
    names none of them.
    """

    draft: Draft
    source: Source
    domain: str
    mode: Mode
    publisher: str | None = None
    passages: tuple[Passage, ...] = ()
    links: tuple[Link, ...] = ()
    credits: tuple[Credit, ...] = ()
    tied_by: str = ""
    certainty: Certainty = "likely"
    stretches: tuple[Stretch, ...] = ()
    rivals: tuple[Reuse, ...] = ()

    @property
    def place(self) -> tuple[int, str]:
        """What reuses are sorted by: where the first passage (else link) begins, then the source's address."""
        places = [p.start for p in self.passages] or [k.start for k in self.links[:1]]
        return min(places, default=len(self.draft.text)), self.source.url


@dataclass(frozen=True, slots=True)
class Declaration:
    """A reuse that the editor declares in the front matter or the settings (``reuse:``)."""

    url: str
    mode: Mode | None = None
    permission: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    labels: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What the linker found in a draft: reuses in order of their first place, and quotations it could not tie."""

    reuses: tuple[Reuse, ...] = ()
    unattributed: tuple[Passage, ...] = field(default=())
