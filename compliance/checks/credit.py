"""A line that says where the text comes from: its wording, its place, and what it must link to.

`text` is the wording asked for, or several of which any does. Quotation marks, dashes, spaces, accents and case play no
part, and a full stop at the end may be missing. What is struck out is not there. Slots in braces stand for the
article's data: {title}, {author}, {authors}, {publisher} (or {site}, {publication}), {date}, {year}, {url}. One whose
value is known must hold it. Where nobody has told it, a {date} must be a day, a {year} a year and a {url} an address,
and a person has to say whether the words there are right; a day that the article's address bears is right. A {date} is
the day in any usual spelling (October 1, 2026; 1 Oct 2026; 2026-10-01; 01.10.2026); a year alone is none. For anything
else make up a name with a space in it, as {year of reprint}: such a slot may hold any words. A template that the draft
has not filled in is no credit.

With `wording: free`, or without a `text`, any line that names the publisher will do, as long as it has what `includes`
asks for. A longer name is another's (The Herald Tribune is not The Herald), and an address is no name. `spelled` are
names that must stand in the draft exactly so, letter case included (`Kurkul.com`).

`at`, `within` and `after` ask for a place, as in `hyperlink`; `each quotation` asks for a credit beside every one.
`link` asks that the credit itself hold an active link: to the `article`, the `site`, the `home` page, or to an address
in which `*` is any text (`creativecommons.org/licenses/*`).

Passes:

    - credit: {text: "Source: {publisher}. All rights reserved.", at: end, link: article}
    ---
    It was a wet night.

    > Rain fell on the plain.

    Source: [The Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain). All rights reserved.

Fails:

    - credit: "Source: The Herald. All rights reserved."
    ---
    It was a wet night.

    > Rain fell on the plain.

    Source: [Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain)

Needs review:

    - credit: "This story by {author} appeared in The Herald."
    ---
    As the [Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain) reports:

    > Rain fell on the plain.

    This story by Jane Roe appeared in The Herald.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from compliance.checks.parts.amounts import Paragraphs  # noqa: TC001 - the loader reads annotations
from compliance.checks.parts.folding import folded
from compliance.checks.parts.layout import Span, first_passage, layout_of, links_by_block
from compliance.checks.parts.lines import Line, found, is_quoted, lines_of
from compliance.checks.parts.naming import in_address, is_spelled, longer_name
from compliance.checks.parts.nearness import nearest_first, without_neighbour
from compliance.checks.parts.places import Place, wanted_place, why_misplaced
from compliance.checks.parts.remembering import per_draft
from compliance.checks.parts.targets import Target, domains_of, leads_to, leads_to_site
from compliance.checks.parts.wording import Match, Template, question
from compliance.records import about
from compliance.report import Finding
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case
    from compliance.drafts.model import Draft
    from compliance.reuse.model import Credit, Passage

NAME: Final = "credit"
SHORT: Final = "text"
_SHOWN: Final = 160  # characters of a draft's own credit in a message


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the credit says, where it stands and what it links to."""

    SHORT: ClassVar[str] = SHORT

    text: tuple[Template, ...] = field(
        default=(), metadata=about("the wording, or several of which any does; {author}, {date} ... are slots")
    )
    wording: Literal["exact", "free"] = field(
        default="exact", metadata=about("free: the text is an example, and any line that names the publisher does")
    )
    includes: tuple[Template, ...] = field(
        default=(), metadata=about("what the paragraph of the credit must also say: {author}, {date}, or words")
    )
    spelled: tuple[str, ...] = field(default=(), metadata=about("names that must stand in the draft exactly so"))
    within: Paragraphs | None = field(default=None, metadata=about("it must not stand below this paragraph"))
    after: Paragraphs | None = field(default=None, metadata=about("it must stand below this paragraph"))
    at: tuple[Place, ...] = field(default=(), metadata=about("it must stand in one of these places"))
    each_quotation: bool = field(
        default=False, metadata=about("whether one must stand beside each quotation", key="each quotation")
    )
    link: tuple[Target, ...] = field(
        default=(), metadata=about("what the credit must link to, any of: article, site, home, or an address with *")
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A credit in the draft, what is wrong with it, each fault with its remedy, and what only a person can tell."""

    span: Span
    faults: tuple[tuple[str, str], ...]
    question: str = ""


def check(options: Options, case: Case) -> Iterator[Finding]:
    """What is wrong with the credit, or the one that meets the rule."""
    asked = _Asked(options, case)
    credits_ = list(asked.judged())
    good = [credit for credit in credits_ if not credit.faults]
    if not good:
        yield asked.lacking(credits_)
        return
    sure = [credit for credit in good if not credit.question]
    if sure and not asked.bare(sure):
        yield Finding("pass", f"credited {asked.place}".strip(), start=sure[0].span.start, end=sure[0].span.end)
        return
    bare = asked.bare(good)
    for passage in bare:
        words = f"no credit stands beside this quotation; the publisher asks for {asked.wanted}"
        yield Finding("fail", words, asked.remedy, start=passage.start, end=passage.end)
    if not bare:
        first = next(credit for credit in good if credit.question)
        help_ = "declare it in the front matter, under 'reuse'"
        yield Finding("review", first.question, help_, start=first.span.start, end=first.span.end)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a policy asks for in one case."""

    options: Options
    case: Case

    @property
    def place(self) -> str:
        """The place, in words."""
        return wanted_place(self.options.at, self.options.within, self.options.after)

    @property
    def wanted(self) -> str:
        """The wording, in words."""
        if not self.options.text:
            return f"one that names {' or '.join(self.options.spelled or self.case.publisher.names[:1])}"
        words = " or ".join(f"“{t.filled(self.case)}”" for t in self.options.text)
        return f"one such as {words}" if self.options.wording == "free" else words

    @property
    def remedy(self) -> str:
        """The line to write."""
        text = self.options.text[0].filled(self.case) if self.options.text else ""
        line = text or f"Source: {(self.options.spelled or self.case.publisher.names)[0]}"
        return f"write {self.place + ': ' if self.place else ''}{line}"

    def bare(self, credits_: list[_Found]) -> list[Passage]:
        """The quotations that need a credit beside them, and have none of these."""
        needed = self.case.reuse.passages if self.options.each_quotation else ()
        return without_neighbour(needed, [credit.span for credit in credits_], layout_of(self.case.draft))

    def judged(self) -> Iterator[_Found]:
        """The draft's credits, those near the quotation first, up to one that is enough."""
        for wording in self.wordings():
            credit = self.judge(*wording)
            yield credit
            if not (credit.faults or credit.question or self.options.each_quotation):
                return

    def wordings(self) -> Iterator[tuple[Line, Match, Template | None]]:
        """The lines that say what is asked for, the part that does, and the wording that it has, if it is one."""
        for template in self.options.text:
            for line, match in found(template, self.case):
                yield line, match, template
        if self.options.wording == "exact" and self.options.text:
            return
        names = self.options.spelled or self.case.publisher.names
        for named in nearest_first(_naming(self.case.draft, names, domains_of(self.case)), self.case.reuse):
            there = [name for name in named.names if not is_quoted(name.span, self.case)]
            whole = [name for name in there if not name.longer]
            yield from ((named.line, name.match, None) for name in (whole or there)[:1])

    def judge(self, line: Line, match: Match, template: Template | None) -> _Found:
        """A credit with its faults."""
        span = line.span(match.start, match.end)
        unfit = template.unfit(match, self.case) if template else ""
        faults = [(f"in this credit {unfit}", self.remedy)] if unfit else []
        included = [(t, t.standing(line.text, self.case)) for t in self.options.includes]
        if not template and (other := _longer(self.case.draft, span, domains_of(self.case))):
            faults.append((f"“{other}” is another name than {line.shown(match.start, match.end)}", self.remedy))
        if lacking := [t.filled(self.case) for t, there in included if not there]:
            faults.append((f"this credit does not say {' and '.join(lacking)}", "add it to the credit"))
        whole = line.shown(0, len(line.text))
        if misspelled := [name for name in self.options.spelled if not is_spelled(name, whole)]:
            shown = line.shown(match.start, match.end)
            faults.append((f"the draft says “{shown}”, not “{misspelled[0]}”", f"write {misspelled[0]}"))
        options = self.options
        if misplaced := why_misplaced(span, self.case, options.at, options.within, options.after):
            faults.append((f"this credit stands {misplaced}; it must stand {self.place}", f"put it {self.place}"))
        if options.link and not self._links(line):
            wanted = " or ".join(t.words for t in options.link)
            faults.append((f"this credit does not link to {wanted}", f"make its words a link to {wanted}"))
        said = [(template, match), *included]
        doubts = [slot for t, there in said if t and there for slot in t.doubts(there, self.case)]
        return _Found(span, tuple(faults), question(doubts, line.shown))

    def _links(self, line: Line) -> bool:
        by_block = links_by_block(self.case.draft)
        links = (link for part in line.parts for link in by_block.get(id(part.block), ()))
        return any(leads_to(link.address, self.options.link, self.case, domains_of(self.case)) for link in links)

    def lacking(self, credits_: list[_Found]) -> Finding:
        """The finding that no credit meets the rule: the nearest is shown."""
        if credits_:
            nearest = min(credits_, key=lambda credit: len(credit.faults))
            words = "; ".join(words for words, _ in nearest.faults)
            return Finding("fail", words, nearest.faults[0][1], start=nearest.span.start, end=nearest.span.end)
        for entry in self.case.draft.front_matter.entries:
            if entry.path[0] != "reuse" and any(t.stands_in(entry.value, self.case) for t in self.options.text):
                words = "the credit stands in the front matter only: does the published page show it?"
                return Finding("review", words, "put it in the text", start=entry.start, end=entry.end)
        if near := self._nearest():
            text = " ".join(near.text.split())
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            words = f"the draft says “{shown}”; the publisher asks for {self.wanted}"
            return Finding("fail", words, self.remedy, start=near.start, end=near.end)
        start, end = first_passage(self.case)
        words = f"no credit; the publisher asks for {self.wanted}"
        return Finding("fail", words, self.remedy, start=start, end=end)

    def _nearest(self) -> Credit | None:
        """The draft's own credit that shares most words with one of the wordings.

        Where these are no credits of the publisher, but of a translator, say, it must share half of them.
        """
        wanted = [_words(text) for text in self.options.text]

        def shared(credit: Credit) -> float:
            return max((len(_words(credit.text) & w) / max(1, len(w)) for w in wanted), default=0)

        nearest = max(self.case.reuse.credits, key=shared, default=None)
        return None if nearest and self._is_of_another and shared(nearest) < 0.5 else nearest

    @property
    def _is_of_another(self) -> bool:
        """Whether no wording names the publisher."""
        publisher = self.case.publisher
        names = [_words(name) for name in (*publisher.names, *publisher.domains, "publisher", "site")]
        wanted = [_words(text) for text in self.options.text]
        return bool(wanted) and not any(name <= words for name in names for words in wanted)


@dataclass(frozen=True, slots=True)
class _Name:
    """A publisher's name in a line, and the longer name of another that it begins; "" for none."""

    match: Match
    span: Span
    longer: str


@dataclass(frozen=True, slots=True)
class _Naming:
    """A line that names a publisher; ``start`` is the file offset of the first name."""

    line: Line
    names: tuple[_Name, ...]

    @property
    def start(self) -> int:
        return self.names[0].span.start


@per_draft
def _naming(draft: Draft, names: tuple[str, ...], domains: tuple[str, ...]) -> tuple[_Naming, ...]:
    """The lines that name a publisher in words, in order: they are the same for each of its articles."""
    templates = [Template.of(name) for name in names]
    there = (_Naming(line, tuple(_names_in(line, templates, draft, domains))) for line in lines_of(draft))
    return tuple(line for line in there if line.names)


def _names_in(line: Line, templates: list[Template], draft: Draft, domains: tuple[str, ...]) -> Iterator[_Name]:
    for template in templates:
        for match in template.matches(line.text):
            span = line.span(match.start, match.end)
            if not in_address(line.parts[0].words, span.text_start, span.text_end):
                yield _Name(match, span, _longer(draft, span, domains))


def _longer(draft: Draft, span: Span, domains: tuple[str, ...]) -> str:
    """The name of another that a match is the beginning of, in a block without a link to the publisher."""
    links = links_by_block(draft).get(id(span.block), ())
    if any(leads_to_site(link.address, domains) for link in links):
        return ""
    return longer_name(span, {link.text_end for link in links})


def _words(text: str) -> set[str]:
    return set("".join(c if c.isalnum() else " " for c in folded(text)).split())
