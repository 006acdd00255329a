"""What is the same for all articles of a publisher: it is judged once for a draft, and not for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compliance.checks.case import Case
from compliance.facts import Facts
from compliance.reuse.model import Found, Reuse, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compliance.checks.parts.places import Place
    from compliance.checks.parts.targets import Target
    from compliance.checks.parts.wording import Template
    from compliance.drafts.model import Draft
    from compliance.report import Mode
    from compliance.reuse.model import Publisher

_ARTICLES: Final = frozenset(("article", "section"))
_PASSAGES: Final = frozenset(("heading", "before text", "lead-in", "after quotation", "quotation"))
_MARGINS: Final = frozenset(("top", "end"))
_PUBLISHERS: Final = frozenset(("publisher", "publication", "site"))


def case_without_article(draft: Draft, publisher: Publisher, domain: str) -> Case:
    """A case in which nothing is taken, and nothing known of an article."""
    reuse = Reuse(draft, Source(), domain, "quotation")
    return Case(reuse, Found((reuse,)), publisher, Facts())


def targets_are_common(targets: Iterable[Target]) -> bool:
    """Whether the same addresses are such targets for each article."""
    return _ARTICLES.isdisjoint(targets)


def places_are_common(at: Iterable[Place], mode: Mode) -> bool:
    """Whether places are the same for each article: in a repost, top and end are those of its text."""
    return _PASSAGES.isdisjoint(at) and (mode != "repost" or _MARGINS.isdisjoint(at))


def wordings_are_common(templates: Iterable[Template]) -> bool:
    """Whether wordings have no slot of an article's own data."""
    return all(name in _PUBLISHERS or " " in name for template in templates for name in template.names)
