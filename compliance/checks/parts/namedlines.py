"""The lines of a draft that name a publisher, and whether each name is the publisher's or a part of another's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from compliance.checks.parts.layout import Span, links_by_block
from compliance.checks.parts.lines import Line, lines_of
from compliance.checks.parts.naming import Delimited, begins_sentence, in_address, is_labelled, led_by, longer_name
from compliance.checks.parts.remembering import per_draft
from compliance.checks.parts.targets import leads_to_site
from compliance.checks.parts.wording import Match, Template
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compliance.drafts.model import Draft
    from compliance.reuse.model import Publisher

_ARTICLE: Final = "The "


@dataclass(frozen=True, slots=True)
class Name:
    """A publisher's name in a line; ``other`` is the name of another that it may be a part of, "" for none.

    ``certainty`` says whether it is the publisher's name (`own`), another's, or whether only a person can tell.
    """

    match: Match
    span: Span
    other: str
    certainty: Literal["own", "unsure", "another's"]


@dataclass(frozen=True, slots=True)
class Naming:
    """A line that names a publisher."""

    line: Line
    names: tuple[Name, ...]

    @property
    def start(self) -> int:
        """The file offset of the first name."""
        return self.names[0].span.start


@per_draft
def naming(draft: Draft, names: tuple[str, ...], publisher: Publisher) -> tuple[Naming, ...]:
    """The lines that have one of some names in words, in order: they are the same for each of its articles.

    A name that begins with an English article is also named without it (`Le Guardian`), in the same letter case.
    """
    asked = _Asked(
        draft,
        tuple(map(Template.of, names)),
        tuple(Template.of(short) for short in _without_article(names) if short not in names),
        publisher,
    )
    there = (Naming(line, tuple(asked.names_in(line))) for line in lines_of(draft))
    return tuple(line for line in there if line.names)


def _without_article(names: Iterable[str]) -> Iterator[str]:
    return (name.removeprefix(_ARTICLE) for name in names if name.startswith(_ARTICLE))


@dataclass(frozen=True, slots=True)
class _Asked:
    """The names that are sought in a draft, those that lack their article apart."""

    draft: Draft
    whole: tuple[Template, ...]
    short: tuple[Template, ...]
    publisher: Publisher

    def names_in(self, line: Line) -> Iterator[Name]:
        """The publisher's names in a line."""
        covered: list[Match] = []
        for match, span in _places(line, self.whole):
            covered.append(match)
            yield self._name(match, span)
        for match, span in _places(line, self.short):
            within = any(one.start <= match.start and match.end <= one.end for one in covered)
            if not within and line.shown(match.start, match.end) in self.short:
                yield self._without_article(match, span)

    def _name(self, match: Match, span: Span) -> Name:
        delimited, linked = self._links(span)
        other = "" if self._goes_on(span) else longer_name(span, delimited)
        if not other:
            return Name(match, span, "", "own")
        return Name(match, span, other, "unsure" if linked or is_labelled(span) else "another's")

    def _without_article(self, match: Match, span: Span) -> Name:
        delimited, linked = self._links(span)
        if other := led_by(span, delimited):
            first = begins_sentence(span, delimited, lead=len(other) - (span.text_end - span.text_start))
            return Name(match, span, other, "unsure" if first else "another's")
        name = self._name(match, span)
        if name.certainty == "own" and not linked and begins_sentence(span, delimited):
            return Name(match, span, "", "unsure")
        return name

    def _links(self, span: Span) -> tuple[Delimited, bool]:
        """Where the links of a place's block begin and end, and whether one leads to the publisher."""
        links = links_by_block(self.draft).get(id(span.block), ())
        delimited = Delimited({link.text_start for link in links}, {link.text_end for link in links})
        return delimited, any(leads_to_site(link.address, self.publisher.domains) for link in links)

    def _goes_on(self, span: Span) -> bool:
        """Whether a longer name of the publisher's own stands in a place."""
        text = span.block.text.value if span.block else ""
        length = span.text_end - span.text_start
        return any(len(name) > length and text.startswith(name, span.text_start) for name in self.publisher.names)


def _places(line: Line, templates: Iterable[Template]) -> Iterator[tuple[Match, Span]]:
    """Where names stand in a line in words."""
    for template in templates:
        for match in template.matches(line.text):
            span = line.span(match.start, match.end)
            if not in_address(line.parts[0].words, span.text_start, span.text_end):
                yield match, span
