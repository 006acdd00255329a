"""The slots of wordings: what is known of the article for each, and whether words are that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from compliance.addresses import article_key
from compliance.addresses.hosts import split
from compliance.checks.parts.folding import folded
from compliance.expressions import expression

if TYPE_CHECKING:
    from compliance.checks.case import Case

NAMES: Final = ("author", "authors", "title", "publisher", "publication", "site", "date", "year", "url")
_BRACES: Final = expression(r"\{[^{}]*\}")
_BRACKETS: Final = expression(r"[\[<]([^\[\]<>]*)[\]>]")
_DAY_OF_ADDRESS: Final = expression(r"(?<!\d)((?:19|20)\d\d)[-/](0?[1-9]|1[0-2])[-/](0?[1-9]|[12]\d|3[01])(?!\d)")
_TOLD: Final = 3
_SHOWN: Final = 80  # characters of a slot's words in a question
_LOOKS: Final = {"date": "a day", "year": "a year", "url": "an address"}
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


def wrong(name: str, words: str, case: Case, nearest: Nearest) -> str:
    """What is wrong with folded words that stand in a slot, as far as the article's data are known; "" for nothing."""
    if values := known(name, case):
        told = values if name.endswith("s") else values[:_TOLD]
        return "" if _is(name, words, values, case, nearest) else f"should be “{', '.join(told)}”"
    if _is_placeholder(words):
        return f"is not filled in: “{words}”"
    if not _looks_right(name, words, nearest):
        return f"should be {_LOOKS.get(name, 'words')}, not “{words}”"
    return ""


def is_open(name: str, words: str, case: Case, nearest: Nearest) -> bool:
    """Whether only a person can tell that folded words are what a slot stands for: nobody has said what that is.

    A day or a year that the article's address bears as well is taken for the article's.
    """
    if name not in NAMES or known(name, case):
        return False
    day = day_of_address(case) if name in ("date", "year") else ""
    return not day or not _is_of_day(name, words, day, nearest)


def day_of_address(case: Case) -> str:
    """The day (ISO 8601) that the article's address bears; "" for none."""
    found = _DAY_OF_ADDRESS.search(split(case.reuse.source.url).path)
    return "-".join(part.zfill(2) for part in found.groups()) if found else ""


def in_question(name: str, words: str, nearest: Nearest) -> tuple[int, int]:
    """The range of a slot's words that a person should look at: its date, or what is nearest to the template's own."""
    if name == "date":
        from compliance.checks.parts import dates

        if place := dates.day_at(words, nearest):
            return place
    return (max(0, len(words) - _SHOWN), len(words)) if nearest == "last" else (0, min(len(words), _SHOWN))


def _is(name: str, words: str, values: tuple[str, ...], case: Case, nearest: Nearest) -> bool:
    if name == "url":
        return any(_key(word) == _key(folded(values[0])) for word in words.split())
    if name in ("date", "year"):
        return _is_of_day(name, words, case.reuse.source.published, nearest)
    wanted = all if name.endswith("s") else any
    return wanted(folded(value) in words for value in values)


def _is_of_day(name: str, words: str, day: str, nearest: Nearest) -> bool:
    from compliance.checks.parts import dates

    shows = dates.shows_day if name == "date" else dates.shows_year
    return shows(words, day, nearest)


def _is_placeholder(words: str) -> bool:
    """Whether words are a template's own: `{author}`, `[date]`."""
    if _BRACES.search(words):
        return True
    inner = _BRACKETS.fullmatch(words.strip(" .,;:"))
    return inner is not None and any(word in NAMES or word in ("name", "link") for word in inner[1].split())


def _looks_right(name: str, words: str, nearest: Nearest) -> bool:
    """Whether words could be what a slot stands for."""
    if name == "url":
        return any(map(_key, words.split()))
    if name in ("date", "year"):
        from compliance.checks.parts import dates

        return dates.day_at(words, nearest) is not None if name == "date" else dates.looks_like_year(words)
    return any(map(str.isalnum, words))


def _key(address: str) -> str:
    """A key of an address in folded text, which has lost its letter case, and often its scheme."""
    bare = address.strip(" .,;:()[]<>\"'")
    return article_key(bare if "://" in bare else f"https://{bare}") if "." in bare else ""
