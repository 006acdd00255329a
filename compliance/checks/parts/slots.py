"""The slots of wordings: what is known of the article for each, and whether words are that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from compliance.addresses import article_key
from compliance.addresses.hosts import split
from compliance.checks.parts.folding import folded

if TYPE_CHECKING:
    from compliance.checks.case import Case

NAMES: Final = ("author", "authors", "title", "publisher", "publication", "site", "date", "year", "url")
Nearest = Literal["first", "last", "any"]
"""Which of several dates in a slot is meant: the one next to the words before it, or after it."""


def unknown(name: str) -> str:
    """What is wrong with a slot's name; "" for one of the article's data, and for one of the writer's own."""
    own = " " in name.strip() and name.replace(" ", "").replace("-", "").isalnum()
    if name in NAMES or own:
        return ""
    from compliance.yamldoc import suggestion

    hint = suggestion(name.strip().lower(), NAMES) or f"known are {', '.join(NAMES)}"
    return f"unknown slot '{{{name}}}': {hint} (a slot of your own has a space in its name, as {{year of reprint}})"


def known(name: str, case: Case) -> tuple[str, ...]:
    """What is known of the article for a slot's name, written out; empty if nothing is, or if any words will do."""
    source = case.reuse.source
    if name in ("author", "authors"):
        return tuple(author.partition(",")[0].strip() for author in source.authors)
    if name in ("publisher", "site", "publication"):
        return case.publisher.names
    if name == "url":
        return (source.url,) if split(source.url).path.strip("/") else ()
    if name == "title":
        return (source.title,) if source.title else ()
    if name in ("date", "year") and source.published:
        from compliance.checks.parts.dates import written

        return (written(source.published) if name == "date" else source.published[:4],)
    return ()


def fits(name: str, words: str, case: Case, nearest: Nearest) -> bool:
    """Whether folded words that stand in a slot are what it stands for, as far as that is known."""
    values = known(name, case)
    if not values:
        return True
    if name == "url":
        return any(_key(word) == _key(folded(values[0])) for word in words.split())
    if name in ("date", "year"):
        from compliance.checks.parts import dates

        shows = dates.shows_day if name == "date" else dates.shows_year
        return shows(words, case.reuse.source.published, nearest)
    wanted = all if name.endswith("s") else any
    return wanted(folded(value) in words for value in values)


def _key(address: str) -> str:
    """A key of an address in folded text, which has lost its letter case, and often its scheme."""
    bare = address.strip(" .,;:()[]<>\"'")
    return article_key(bare if "://" in bare else f"https://{bare}") if "." in bare else ""
