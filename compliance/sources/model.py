"""What is kept of an article, and what reading one gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compliance.addresses import article_key

if TYPE_CHECKING:
    from compliance.sources.dates import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article in the lock.

    ``address`` is where the text was read, ``canonical`` the address that the page declares where that is another, and
    ``also`` every other address of the article. ``published`` and ``read`` are days (ISO 8601); ``unsettled`` is the
    date as the page has it when it can be read as two days. ``characters`` and ``words`` are the text's length;
    ``sha256`` is the digest of the folded text, ``fingerprints`` the keyed ones in their own notation. ``unknown`` are
    facts that a later release wrote: key and values, kept as they are.
    """

    address: str
    canonical: str = ""
    also: tuple[str, ...] = ()
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    unsettled: str = ""
    read: str = ""
    language: str = ""
    characters: int = 0
    words: int = 0
    sha256: str = ""
    fingerprints: str = ""
    unknown: tuple[tuple[str, str | tuple[str, ...]], ...] = ()

    @property
    def url(self) -> str:
        """The address to link to: the canonical one where it is known."""
        return self.canonical or self.address

    @property
    def addresses(self) -> tuple[str, ...]:
        """All addresses of the article, the one to link to first."""
        return tuple(dict.fromkeys(a for a in (self.url, self.address, *self.also)))

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all its addresses (``article_key``)."""
        return frozenset(article_key(a) or a for a in self.addresses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What reading a page gives: its story without the page around it, and the facts that the page states.

    ``paragraphs`` hold the story in order; ``canonical`` and ``also`` are addresses that the page declares for itself;
    ``links`` are those of the story, anchor and address, ``None`` where they are not known; ``notes`` is what a person
    should know of the reading.
    """

    paragraphs: tuple[str, ...]
    title: str = ""
    authors: tuple[str, ...] = ()
    published: Written | None = None
    language: str = ""
    canonical: str = ""
    also: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] | None = None
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The story, its paragraphs parted by a blank line."""
        return "\n\n".join(self.paragraphs)


class Unreadable(ValueError):  # noqa: N818 - said of the file, not of the program
    """A page, a file or an address from which no article can be had: what, why and what to do."""
