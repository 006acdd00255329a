"""Where a link must lead, and whether it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Self

from compliance.addresses import article_key, is_not_read, kind_of, same_article, same_site, unwrap
from compliance.addresses.hosts import split
from compliance.addresses.patterns import fits
from compliance.values import dataclass

if TYPE_CHECKING:
    from compliance.checks.case import Case

_WORDS: Final = {
    "article": "the article",
    "site": "the publisher's site",
    "home": "the publisher's home page",
    "section": "a page that lists articles",
    "profile": "a page about an author",
    "file": "a file",
    "part": "a part of a page",
}
_SHOWN: Final = 80  # characters of an address in a message
_COPIES: Final = {"archive": "an archive's copy", "translation": "a machine translation"}


class Target(str):
    """A kind of target (`article`, `site`, `home` ...) or a pattern of addresses, in which ``*`` is any text."""

    __slots__ = ()
    SCHEMA: ClassVar = {"type": "string", "pattern": rf"^({'|'.join(_WORDS)}|\S*[./*]\S*)$"}
    EXPECTED: ClassVar = f"one of {', '.join(_WORDS)}, or an address in which * is any text"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a target; raises ``ValueError``."""
        if text not in _WORDS and (not any(c in text for c in "./*") or any(map(str.isspace, text))):
            raise ValueError(f"'{text}' is not {cls.EXPECTED}")
        return cls(text)

    @property
    def words(self) -> str:
        """The target as a message says it."""
        return _WORDS.get(self, str(self))


@dataclass(frozen=True, slots=True)
class Stated:
    """An address that a draft states, and where it does."""

    address: str
    start: int
    end: int


def domains_of(case: Case, domains: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The domains that count as the publisher's: those that a rule names, else the policy's, else the source's."""
    return domains or case.publisher.domains or (case.reuse.domain,)


def leads_to(url: str, targets: tuple[Target, ...], case: Case, domains: tuple[str, ...]) -> bool:
    """Whether an address leads to one of the targets; a copy elsewhere (an archive's) does not."""
    return not copy_of(url) and any(_is_target(url, target, case, domains) for target in targets)


def fits_pattern(url: str, targets: tuple[Target, ...]) -> bool:
    """Whether an address is one that a target names by a pattern, whoever's it is."""
    return any(t not in _WORDS and fits(url, t) for t in targets) and not copy_of(url)


def leads_to_site(url: str, domains: tuple[str, ...]) -> bool:
    """Whether an address leads to a page of one of the domains."""
    return not copy_of(url) and any(same_site(url, domain) for domain in domains)


def copy_of(url: str) -> str:
    """What kind of copy an address leads to instead of the page itself; "" for none."""
    return next((_COPIES[by] for by in unwrap(url).by if by in _COPIES), "")


def _is_target(url: str, target: Target, case: Case, domains: tuple[str, ...]) -> bool:
    if target not in _WORDS:
        return fits(url, target)
    if not any(same_site(url, domain) for domain in domains):
        return False
    if target == "site":
        return True
    if target == "part":
        return bool(split(unwrap(url).url).fragment)
    if target == "article":
        return _is_article(url, case)
    return kind_of(url) == target or (target == "section" and _may_list(url, case))


def _is_article(url: str, case: Case) -> bool:
    """Whether an address is the article's, and one where it can be read."""
    return kind_of(url) not in ("home", "section", "profile") and not is_not_read(url) and is_source(url, case)


def _may_list(url: str, case: Case) -> bool:
    """Whether an address has one part, without an article's look (`/weather`), and is not known to be the article's."""
    source = case.reuse.source
    known = source.recorded or source.text or source.title or case.reuse.certainty == "declared"
    one_part = article_key(url).partition("?")[0].count("/") == 1
    return kind_of(url) == "page" and one_part and not (known and is_source(url, case))


def is_source(url: str, case: Case) -> bool:
    """Whether an address is that of the article that the reuse takes from."""
    return any(same_article(url, known) for known in (case.reuse.source.url, *case.reuse.source.also))


def is_address(words: str, case: Case) -> bool:
    """Whether the words of a link are no more than an address, and not a publisher's name that looks like one."""
    bare = words.strip(" \t\n.,;:()[]<>")
    named = any(bare.lower() == name.lower() for name in case.publisher.names)
    if named or len(bare.split()) != 1:
        return False
    return bool(split(bare).host) or any(same_site(f"//{bare}", domain) for domain in domains_of(case))


def reached(url: str, targets: tuple[Target, ...], case: Case, domains: tuple[str, ...]) -> str:
    """Where an address that leads to one of the targets does, for a message: to a kind of page, or to what it names."""
    kinds = [target for target in targets if target in _WORDS and _is_target(url, target, case, domains)]
    if not kinds:
        return shown(url)
    return _WORDS["section"] if kinds == ["section"] else described(url, case, domains)


def shown(url: str) -> str:
    """An address for a message: without its scheme, and not too long."""
    bare = url.partition("://")[2 * ("://" in url)].removeprefix("www.")
    return bare if len(bare) <= _SHOWN else f"{bare[:_SHOWN]}…"


def described(url: str, case: Case, domains: tuple[str, ...]) -> str:
    """Where an address leads, for a message."""
    if copy := copy_of(url):
        return copy
    if not any(same_site(url, domain) for domain in domains):
        return f"another site ({split(unwrap(url).url).host or url})"
    if _is_article(url, case):
        return _WORDS["article"]
    if is_not_read(url):
        return "a file or a feed"
    if kind_of(url) == "article":
        return "another article"
    return _WORDS.get(kind_of(url), "another page of the publisher's")
