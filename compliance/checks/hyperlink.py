"""A link that readers can click: where it leads, where it stands, and whether search engines may follow it.

By default an active link to the very article is asked for. *Active* means that a reader of the rendered page can click
it: a bare address that the page does not turn into a link, an address in code, in a comment or in `cite=` is not. The
article is known under all spellings of its address (`www`, AMP, tracking parameters); an archive's copy is not it, nor
is a picture, a film or a feed.

`to` names one target or several of which any does: `article`, `site`, `home`, `section` (a page that lists articles),
or an address in which `*` is any text, its query included (`creativecommons.org/licenses/*`). `not to` names targets
that no link may have (`home`, `file`, `part`). `follow: true` asks for a link open to search engines: no `nofollow`,
`ugc` or `sponsored`, no `<noindex>` (nor a comment that stands for it), no redirector, no page that tells robots not
to. With `follow all: true` no link there may be marked so, however many open ones stand beside it. `count` is how many
links there must be; with `count: 0` none need be there, and those that are must meet `follow all` and `not to`.

`within: 2 paragraphs` asks for a link not below the second paragraph, and `at` for one of these places; if both are
given, either does. `after: 1 paragraph` asks for one below the first. Paragraphs of text, of quotations and of list
items count; headings, captions, tables, footnotes and code do not: they count with the paragraph below them.

    title, subtitle                    a heading above the first paragraph
    heading                            a heading that the quotation stands under
    first sentence, first paragraph    of the text
    last paragraph                     of the text
    before text                        above all that is taken over
    top, end                           the first two paragraphs, the last two; of two, one each; of three, only the last
                                       is the end; of a repost also what stands above it, or below it
    lead-in, after quotation           the words that introduce the quotation, those right behind it
    quotation                          either, or the quotation itself
    sources section                    a section, a footnote or a line of sources

`anchor` and `anchor contains` ask for the words of the link, in which slots stand for the article's data as in
`credit`. `in words: true` asks that they be words, whichever: an address or a domain that is not the publisher's name
does not do.

Several duties (a link to the article at the top and one to the home page at the end) are several rules.

Passes:

    - hyperlink: {to: article, within: 2 paragraphs, follow: true}
    ---
    As the [Herald](https://www.herald.example/2024/05/06/rain-falls-on-the-plain?utm_source=mail) reports:

    > Rain fell on the plain.

Fails:

    - hyperlink: article
    ---
    As the [Herald](https://herald.example/) reports:

    > Rain fell on the plain.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, ClassVar, Final

from compliance.addresses import is_shortener
from compliance.checks.parts.amounts import Paragraphs  # noqa: TC001 - the loader reads annotations
from compliance.checks.parts.common import (
    case_without_article,
    places_are_common,
    targets_are_common,
    wordings_are_common,
)
from compliance.checks.parts.folding import folded_with_places
from compliance.checks.parts.layout import first_passage, layout_of, span_of
from compliance.checks.parts.links import closed_by_page, links_to, links_to_source, why_closed
from compliance.checks.parts.nearness import nearest_first, not_followed, passages_of, without_neighbour
from compliance.checks.parts.places import Place, place_of, wanted_place, why_misplaced
from compliance.checks.parts.remembering import per_draft
from compliance.checks.parts.targets import Target, described, domains_of, is_address, leads_to, reached
from compliance.checks.parts.wording import Slot, Template, question
from compliance.records import FieldError, about
from compliance.report import Finding
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.checks.case import Case
    from compliance.drafts.model import Draft, Link
    from compliance.reuse.model import Passage, Publisher

NAME: Final = "hyperlink"
SHORT: Final = "to"
_TOLD: Final = 5  # of the links that must not be there; as many as a draft has would be told with each of its articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Where the link must lead, where it must stand, and what it must say."""

    SHORT: ClassVar[str] = SHORT

    to: tuple[Target, ...] = field(
        default=(Target("article"),),
        metadata=about("where the link must lead, any of these"),
    )
    not_to: tuple[Target, ...] = field(
        default=(), metadata=about("where no link to the publisher may lead: home, section, file, part", key="not to")
    )
    domains: tuple[str, ...] = field(default=(), metadata=about("the domains that count, if not the policy's own"))
    active: bool = field(default=True, metadata=about("whether a reader must be able to click it"))
    follow: bool = field(default=False, metadata=about("whether search engines must be free to follow it"))
    follow_all: bool = field(
        default=False, metadata=about("whether no link there may be closed to search engines", key="follow all")
    )
    within: Paragraphs | None = field(default=None, metadata=about("it must not stand below this paragraph"))
    after: Paragraphs | None = field(default=None, metadata=about("it must stand below this paragraph"))
    at: tuple[Place, ...] = field(default=(), metadata=about("it must stand in one of these places"))
    only_there: bool = field(
        default=False, metadata=about("whether no such link may stand anywhere else", key="only there")
    )
    each_quotation: bool = field(
        default=False, metadata=about("whether one must stand beside each quotation", key="each quotation")
    )
    anchor: tuple[Template, ...] = field(
        default=(), metadata=about("the words that must be the link, any of these; {title}, {author} ... are filled in")
    )
    anchor_contains: tuple[Template, ...] = field(
        default=(), metadata=about("words that the link must contain, any of these", key="anchor contains")
    )
    in_words: bool = field(
        default=False, metadata=about("whether the link must be words, not just an address", key="in words")
    )
    count: int = field(default=1, metadata=about("how many such links there must be; 0: none need be"))

    def __post_init__(self) -> None:
        if self.count < (0 if self.follow_all or self.not_to else 1):
            words = f"'count: {self.count}' asks for no link"
            raise FieldError("count", words, "a count is 1 or more; 0 only with 'follow all' or 'not to'")


@dataclass(frozen=True, slots=True)
class _Judged:
    """A link, what is wrong with it, each fault with its weight and its remedy, the gravest first; and what to ask."""

    link: Link
    faults: tuple[tuple[int, str, str], ...]
    question: str = ""

    @property
    def weight(self) -> int:
        """How far the link is from what is asked for."""
        return sum(weight for weight, _, _ in self.faults)


_ARTICLE: Final = (Target("article"),)
_ELSEWHERE, _INACTIVE, _CLOSED_TO_ROBOTS, _MISPLACED, _OTHER_WORDS = 16, 8, 4, 2, 1


def check(options: Options, case: Case) -> Iterator[Finding]:
    """What is wrong with the links to the publisher, or the one that meets the rule."""
    asked = _Asked(options, case, domains_of(case, options.domains))
    yield from asked.forbidden()
    yield from asked.closed()
    if not options.count:
        yield asked.unneeded()
        return
    judged = list(asked.judged())
    if options.only_there:
        yield from asked.misplaced(judged)
    good = [j for j in judged if not j.faults]
    sure = [j for j in good if not j.question]
    if len(good) < options.count:
        yield asked.missing(judged, len(good))
    elif len(sure) >= options.count and not asked.bare(sure):
        link = sure[0].link
        place = place_of(span_of(link), case, options.at, options.within, options.after)
        words = f"linked to {reached(link.address, options.to, case, asked.domains)} {place}".rstrip()
        yield Finding("pass", words, start=link.start, end=link.end)
    elif bare := asked.bare(good):
        for passage in bare:
            words = f"no link to {asked.targets} stands beside this quotation"
            yield Finding("fail", words, "link each quotation to its article", start=passage.start, end=passage.end)
    else:
        first = next(j for j in good if j.question)
        help_ = "declare it in the front matter, under 'reuse'"
        yield Finding("review", first.question, help_, start=first.link.start, end=first.link.end)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a policy asks for in one case."""

    options: Options
    case: Case
    domains: tuple[str, ...]

    @property
    def targets(self) -> str:
        """The targets, in words."""
        on = f" on {' or '.join(self.options.domains)}" if self.options.domains else ""
        return " or ".join(t.words for t in self.options.to) + on

    @property
    def place(self) -> str:
        """The place, in words."""
        return wanted_place(self.options.at, self.options.within, self.options.after)

    @property
    def example(self) -> str:
        """A link to write."""
        name, url = self.case.publisher.names[0], self.case.reuse.source.url
        if "article" not in self.options.to or not leads_to(url, _ARTICLE, self.case, self.domains):
            return f"a link to {self.targets}"
        html, markdown = f'<a href="{url}">{name}</a>', f"[{name}]({url})"
        return {"html": html, "markdown": markdown}.get(self.case.draft.kind, f"a link to {url}")

    def judged(self) -> Iterator[_Judged]:
        """The links that lead to a target, those near the quotation first, up to enough; else one to elsewhere."""
        if not self._is_common:
            yield from self._judged_one_by_one()
            return
        left, reuse = self.options.count, self.case.reuse
        *good, faulty = _ranked(reuse.draft, self.options, self.case.publisher, reuse.domain)
        for links in good:
            nearest = list(islice(nearest_first(links, reuse), left))
            yield from map(self.judge, nearest)
            left -= len(nearest)
        if left:
            yield from map(self.judge, islice(nearest_first(faulty, reuse), 1))

    @property
    def _is_common(self) -> bool:
        """Whether each link is as good for any other article."""
        o = self.options
        return (
            not (o.only_there or o.each_quotation)
            and targets_are_common(o.to)
            and places_are_common(o.at, self.case.reuse.mode)
            and wordings_are_common((*o.anchor, *o.anchor_contains))
        )

    def _judged_one_by_one(self) -> Iterator[_Judged]:
        left, found = self.options.count, False
        all_matter = self.options.only_there or self.options.each_quotation
        for link in nearest_first(self.candidates(self.options.to), self.case.reuse):
            if self.leads(link, self.options.to):
                found, one = True, self.judge(link)
                yield one
                left -= not (one.faults or one.question)
                if not left and not all_matter:
                    return
        if not found:
            elsewhere = links_to(self.case.draft, self.domains, self.options.to)
            yield from map(self.judge, islice(nearest_first(elsewhere, self.case.reuse), 1))

    def all_to(self, targets: tuple[Target, ...], *, closed: bool = False) -> Sequence[Link]:
        """The active links that lead to some targets, or those of them that are closed to search engines, in order."""
        if targets_are_common(targets):
            return _all_to(self.case.draft, targets, self.domains, self.case.publisher, closed)
        return self.walk(targets, closed=closed)

    def walk(self, targets: tuple[Target, ...], *, closed: bool) -> tuple[Link, ...]:
        """The same, looked for among all links that may lead there."""
        links = (link for link in self.candidates(targets) if link.active and self.leads(link, targets))
        return tuple(link for link in links if not closed or closed_by_page(link, self.case.draft))

    def candidates(self, targets: tuple[Target, ...]) -> Sequence[Link]:
        """The links that may lead to some targets, in order."""
        if any(target != "article" for target in targets):
            return links_to(self.case.draft, self.domains, targets)
        return links_to_source(self.case)

    def leads(self, link: Link, targets: tuple[Target, ...]) -> bool:
        """Whether a link leads to one of some targets."""
        return leads_to(link.address, targets, self.case, self.domains)

    def judge(self, link: Link) -> _Judged:
        """A link with its faults."""
        options, faults = self.options, []
        if not self.leads(link, options.to):
            where = described(link.address, self.case, self.domains)
            faults.append((_ELSEWHERE, f"this link leads to {where}, not to {self.targets}", f"write {self.example}"))
        if options.active and not link.active:
            words = f"no reader can click this address: {link.inactive_because}"
            faults.append((_INACTIVE, words, f"write {self.example}"))
        if options.follow and (why := why_closed(link, self.case.draft)):
            faults.append((_CLOSED_TO_ROBOTS, f"search engines may not follow this link: {why}", "leave that out"))
        if misplaced := why_misplaced(span_of(link), self.case, options.at, options.within, options.after):
            words = f"this link stands {misplaced}; it must stand {self.place}"
            faults.append((_MISPLACED, words, f"put a link {self.place}"))
        line, places = folded_with_places(link.anchor)
        doubts = self._doubts(line)
        if doubts is None:
            wanted = " or ".join(f"“{t.filled(self.case)}”" for t in (*options.anchor, *options.anchor_contains))
            words = f"the words of this link are “{link.anchor.strip()}”; the publisher asks for {wanted}"
            faults.append((_OTHER_WORDS, words, f"make {wanted} the link"))
        if options.in_words and is_address(link.anchor, self.case):
            words = f"the words of this link are just an address, “{link.anchor.strip()}”"
            faults.append((_OTHER_WORDS, words, f"make words the link, as in {self.example}"))
        asked = question(doubts or (), lambda start, end: link.anchor[places[start] : places[end - 1] + 1])
        return _Judged(link, tuple(faults), asked)

    def _doubts(self, line: str) -> tuple[Slot, ...] | None:
        """What only a person can tell of a link's folded words; None if they are not those asked for."""
        doubts: tuple[Slot, ...] = ()
        options = self.options
        for wanted, place in ((options.anchor, Template.filling), (options.anchor_contains, Template.standing)):
            fitting = [(template, match) for template in wanted if (match := place(template, line, self.case))]
            if wanted and not fitting:
                return None
            doubts += min((template.doubts(match, self.case) for template, match in fitting), key=len, default=())
        return doubts

    def bare(self, judged: list[_Judged]) -> list[Passage]:
        """The quotations that need a link beside them, and have none of these."""
        needed = self.case.reuse.passages if self.options.each_quotation else ()
        lacking = not_followed if self.options.at == ("after quotation",) else without_neighbour
        return lacking(needed, [span_of(j.link) for j in judged], layout_of(self.case.draft))

    def forbidden(self) -> Iterator[Finding]:
        """The active links that lead where no link may, those near the quotation."""
        for link, more in self._nearest(self.all_to(self.options.not_to) if self.options.not_to else ()):
            where = described(link.address, self.case, self.domains)
            words = f"this link leads to {where}, which the publisher does not want{more}"
            yield Finding("fail", words, f"write {self.example}", start=link.start, end=link.end)

    def closed(self) -> Iterator[Finding]:
        """The active links that are closed to search engines where none may be, those near the quotation."""
        links = self.all_to(self.options.to, closed=True) if self.options.follow_all else ()
        for link, more in self._nearest(links):
            words = f"search engines may not follow this link: {closed_by_page(link, self.case.draft)}{more}"
            yield Finding("fail", words, "leave that out", start=link.start, end=link.end)

    def _nearest(self, links: Sequence[Link]) -> Iterator[tuple[Link, str]]:
        """The few links that are told, in order; with the last one how many more there are."""
        near = sorted(islice(nearest_first(links, self.case.reuse), _TOLD), key=lambda link: link.start)
        more = len(links) - len(near)
        for number, link in enumerate(near, 1):
            yield link, f" (and {more} more)" if more and number == len(near) else ""

    def unneeded(self) -> Finding:
        """What is said of links that need not be there, beside what is wrong with them."""
        if not self.all_to(self.options.to):
            return Finding("not-applicable", f"no link to {self.targets}")
        return Finding("pass", "the links there are as they must be")

    def misplaced(self, judged: list[_Judged]) -> Iterator[Finding]:
        """The links that are good but for their place."""
        for one in judged:
            if one.faults and one.faults[0][0] == _MISPLACED:
                words = f"{one.faults[0][1]} and nowhere else"
                yield Finding("fail", words, f"move it {self.place}", start=one.link.start, end=one.link.end)

    def missing(self, judged: list[_Judged], good: int) -> Finding:
        """The finding that too few links meet the rule: the one that comes nearest is shown."""
        wanted = self.options.count
        start, end = first_passage(self.case)
        if good:
            words = f"{good} of {wanted} links to {self.targets}"
            return Finding("fail", words, "add the others", good, wanted, "links", start, end)
        nearest = min(judged, key=lambda j: j.weight, default=None)
        hidden = _shortened(self.case) if nearest is None or nearest.weight >= _ELSEWHERE else None
        if hidden:
            words = f"{hidden.address} hides where it leads: is it {self.targets}?"
            return Finding("review", words, f"write {self.example}", start=hidden.start, end=hidden.end)
        if nearest is None:
            return Finding("fail", f"no link to {self.targets}", f"add {self.example}", 0, wanted, "links", start, end)
        words = "; ".join(words for _, words, _ in nearest.faults)
        return Finding("fail", words, nearest.faults[0][2], start=nearest.link.start, end=nearest.link.end)


@per_draft
def _all_to(
    draft: Draft,
    targets: tuple[Target, ...],
    domains: tuple[str, ...],
    publisher: Publisher,
    closed: bool,  # noqa: FBT001 - what `per_draft` remembers by
) -> tuple[Link, ...]:
    """`_Asked.walk` of targets that are the same for each article."""
    return _Asked(Options(), case_without_article(draft, publisher, domains[0]), domains).walk(targets, closed=closed)


@per_draft
def _ranked(
    draft: Draft, options: Options, publisher: Publisher, domain: str
) -> tuple[tuple[Link, ...], tuple[Link, ...], tuple[Link, ...]]:
    """The links that are good for each article, those that are but for a question, and those that come nearest."""
    case = case_without_article(draft, publisher, domain)
    asked = _Asked(options, case, domains_of(case, options.domains))
    links = [link for link in asked.candidates(options.to) if asked.leads(link, options.to)]
    judged = [asked.judge(link) for link in links or links_to(draft, asked.domains, options.to)]
    least = min((one.weight for one in judged if one.faults), default=0)
    return (
        tuple(one.link for one in judged if not one.faults and not one.question),
        tuple(one.link for one in judged if not one.faults and one.question),
        tuple(one.link for one in judged if one.faults and one.weight == least),
    )


def _shortened(case: Case) -> Link | None:
    """A shortened link beside one of the passages, if there is one."""
    beside = passages_of(case.reuse).have_beside_them
    links = (link for link in case.draft.links if link.active and is_shortener(link.address))
    return next((link for link in links if beside(span_of(link))), None)
