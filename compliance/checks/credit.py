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
asks for. A longer name is another's (The Herald Tribune is not The Herald, nor is The Manila Herald), unless it ends in
what the publisher's own house is called (The Herald newspaper, Herald Media Group); beside a link to the publisher a
person has to say. A name that begins with The counts without it, too (Le Herald). An address is no name. `spelled` are
names that must stand in the draft exactly so, letter case included (`Kurkul.com`).

A wording that is denied (`not an excerpt`) does not count.

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

from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from compliance.checks.parts.amounts import Paragraphs  # noqa: TC001 - the loader reads annotations
from compliance.checks.parts.common import (
    case_without_article,
    places_are_common,
    targets_are_common,
    wordings_are_common,
)
from compliance.checks.parts.layout import Span, first_passage, layout_of, links_by_block
from compliance.checks.parts.likeness import Attempt, nearest_attempt
from compliance.checks.parts.likeness import words as words_of
from compliance.checks.parts.lines import Line, found, is_quoted
from compliance.checks.parts.namedlines import Name, naming
from compliance.checks.parts.naming import is_spelled
from compliance.checks.parts.nearness import nearest_first, not_followed, without_neighbour
from compliance.checks.parts.places import Place, place_of, wanted_place, why_misplaced
from compliance.checks.parts.remembering import per_draft
from compliance.checks.parts.targets import Target, domains_of, leads_to
from compliance.checks.parts.wording import Match, Template, question
from compliance.expressions import expression
from compliance.records import about
from compliance.report import Finding
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case
    from compliance.drafts.model import Draft
    from compliance.reuse.model import Credit, Passage, Publisher

NAME: Final = "credit"
SHORT: Final = "text"
_SHOWN: Final = 160  # characters of a draft's own credit in a message
_SLOT: Final = expression(r"\{[^{}]*\}")
_CLAUSE: Final = expression(r"[.,;:!?…()]\s")
_REACH: Final = 60  # characters before a wording in which a word may deny it
_FEW: Final = 2  # words right before it of which one may
_DENYING: Final = frozenset("not nor never without не ні ані нет ни без kein keine nicht pas".split())  # noqa: SIM905
_DENIED: Final = ("excerpt", "extract", "reprint", "copy", "part", "article", "story", "translation")


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
    link: tuple[Target, ...] = field(default=(), metadata=about("what the credit must link to, any of these"))


@dataclass(frozen=True, slots=True)
class _Said:
    """A line that says what is asked for, the part that does, and the wording or the name that it is."""

    line: Line
    match: Match
    said: Template | Name

    @property
    def span(self) -> Span:
        """The place in the draft."""
        return self.line.span(self.match.start, self.match.end)


@dataclass(frozen=True, slots=True)
class _Names:
    """The names in a line that are as good as each other, the surest first."""

    said: list[_Said]

    @property
    def start(self) -> int:
        """Where the surest stands."""
        return self.said[0].span.start


@dataclass(frozen=True, slots=True)
class _Found:
    """A credit in the draft, what is wrong with it, each fault with its remedy, and what only a person can tell."""

    span: Span
    faults: tuple[tuple[str, str], ...]
    question: str = ""
    help: str = ""


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
        place = place_of(sure[0].span, case, options.at, options.within, options.after)
        yield Finding("pass", f"credited {place}".strip(), start=sure[0].span.start, end=sure[0].span.end)
        return
    bare = asked.bare(good)
    for passage in bare:
        words = f"no credit stands beside this quotation; the publisher asks for {asked.wanted}"
        yield Finding("fail", words, asked.remedy, start=passage.start, end=passage.end)
    if not bare:
        first = next(credit for credit in good if credit.question)
        yield Finding("review", first.question, first.help, start=first.span.start, end=first.span.end)


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
        own = f" (fill in {' and '.join(slots)})" if (slots := list(dict.fromkeys(_SLOT.findall(line)))) else ""
        return f"write {self.place + ': ' if self.place else ''}{line}{own}"

    def bare(self, credits_: list[_Found]) -> list[Passage]:
        """The quotations that need a credit beside them, and have none of these."""
        needed = self.case.reuse.passages if self.options.each_quotation else ()
        lacking = not_followed if self.options.at == ("after quotation",) else without_neighbour
        return lacking(needed, [credit.span for credit in credits_], layout_of(self.case.draft))

    def judged(self) -> Iterator[_Found]:
        """The draft's credits, those near the quotation first, up to one that is enough."""
        if self._is_common:
            yield from self._best()
            return
        for said in self.said():
            credit = self.judge(said)
            yield credit
            if not (credit.faults or credit.question or self.options.each_quotation):
                return

    @property
    def _is_common(self) -> bool:
        """Whether each credit is as good for any other article, but for those that stand in its words."""
        o = self.options
        return (
            not o.each_quotation
            and targets_are_common(o.link)
            and places_are_common(o.at, self.case.reuse.mode)
            and wordings_are_common((*o.text, *o.includes))
        )

    def _best(self) -> Iterator[_Found]:
        """The nearest of the best credits, if there is any."""
        reuse = self.case.reuse
        for wordings, lines in _ranked(reuse.draft, self.options, self.case.publisher, reuse.domain):
            for said in chain(wordings, (one for line in nearest_first(lines, reuse) for one in line.said)):
                if not is_quoted(said.span, self.case):
                    yield self.judge(said)
                    return

    def said(self, *, each_name: bool = False) -> Iterator[_Said]:
        """What the draft says of what is asked for; of the names in a line the best one, or each."""
        for template in self.options.text:
            for line, match in found(template, self.case):
                yield _Said(line, match, template)
        if self.options.wording == "exact" and self.options.text:
            return
        names = self.options.spelled or self.case.publisher.names
        for named in nearest_first(naming(self.case.draft, names, self.case.publisher), self.case.reuse):
            there = [name for name in named.names if not is_quoted(name.span, self.case)]
            there.sort(key=lambda name: ("own", "unsure", "another's").index(name.certainty))
            yield from (_Said(named.line, name.match, name) for name in (there if each_name else there[:1]))

    def judge(self, one: _Said) -> _Found:
        """A credit with its faults."""
        line, match, said, span = one.line, one.match, one.said, one.span
        faults = list(self._faults_of_wording(line, match, said))
        included = [(t, t.standing(line.text, self.case)) for t in self.options.includes]
        if lacking := [t.asked(self.case) for t, there in included if not there]:
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
        if isinstance(said, Name) and said.certainty == "unsure":
            name = self.case.publisher.names[0]
            asked = f"is “{said.other or line.shown(match.start, match.end)}” here {name}, and nobody else?"
            return _Found(span, tuple(faults), asked, f"write the name that is known: {name}")
        wordings = [*([(said, match)] if isinstance(said, Template) else []), *included]
        doubts = [slot for t, there in wordings if there for slot in t.doubts(there, self.case)]
        help_ = "declare it in the front matter, under 'reuse'"
        return _Found(span, tuple(faults), question(doubts, line.shown), help_)

    def _faults_of_wording(self, line: Line, match: Match, said: Template | Name) -> Iterator[tuple[str, str]]:
        """What is wrong with the words themselves, each fault with its remedy."""
        if isinstance(said, Name):
            if said.certainty == "another's":
                yield f"“{said.other}” is another name than {line.shown(match.start, match.end)}", self.remedy
            return
        if unfit := said.unfit(match, self.case):
            yield f"in this credit {unfit}", self.remedy
        if denied := _denied(line, match):
            yield f"“{denied}” says the opposite", self.remedy

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
        if attempt := self._attempt():
            place = attempt.line.span(attempt.start, attempt.end)
            words = f"the draft says “{attempt.shown}”; the publisher asks for {self.wanted}"
            raw = self.case.draft.text[place.start : place.end]  # a reader may take braces for code, and show nothing
            left = [slot for slot in _SLOT.findall(attempt.wording) if slot in raw]
            differing = f"{' and '.join(left)} is not filled in" if left else attempt.differing
            words += f": {differing}" if differing else ""
            return Finding("fail", words, self.remedy, start=place.start, end=place.end)
        if near := self._nearest():
            text = " ".join(near.text.split())
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            words = f"the draft says “{shown}”; the publisher asks for {self.wanted}"
            return Finding("fail", words, self.remedy, start=near.start, end=near.end)
        start, end = first_passage(self.case)
        words = f"no credit; the publisher asks for {self.wanted}"
        return Finding("fail", words, self.remedy, start=start, end=end)

    def _nearest(self) -> Credit | None:
        """The draft's own credit that shares most words with one of the wordings, if these name the publisher.

        Others, of a translator, say, are credits of another kind.
        """
        wanted = [words_of(text) for text in self.options.text]

        def shared(credit: Credit) -> float:
            return max((len(words_of(credit.text) & w) / max(1, len(w)) for w in wanted), default=0)

        return None if self._is_of_another else max(self.case.reuse.credits, key=shared, default=None)

    def _attempt(self) -> Attempt | None:
        """The draft's words that come nearest to a wording, but for those that it quotes."""
        wordings = [t.filled(self.case) for t in self.options.text]

        def is_own(line: Line, start: int, end: int) -> bool:
            return not is_quoted(line.span(start, end), self.case)

        return nearest_attempt(self.case.draft, wordings, is_own) if wordings else None

    @property
    def _is_of_another(self) -> bool:
        """Whether no wording names the publisher."""
        publisher = self.case.publisher
        names = [words_of(name) for name in (*publisher.names, *publisher.domains, "publisher", "site")]
        wanted = [words_of(text) for text in self.options.text]
        return bool(wanted) and not any(name <= words for name in names for words in wanted)


@per_draft
def _ranked(
    draft: Draft, options: Options, publisher: Publisher, domain: str
) -> list[tuple[list[_Said], tuple[_Names, ...]]]:
    """What a draft says, whatever the article, the best first: the wordings, and the names by their lines, in order."""
    asked = _Asked(options, case_without_article(draft, publisher, domain))
    ranks: dict[tuple[int, bool], tuple[list[_Said], dict[int, _Names]]] = {}
    for said in asked.said(each_name=True):
        credit = asked.judge(said)
        wordings, names = ranks.setdefault((len(credit.faults), bool(credit.question)), ([], {}))
        if isinstance(said.said, Name):
            names.setdefault(id(said.line), _Names([])).said.append(said)
        else:
            wordings.append(said)
    return [(wordings, tuple(names.values())) for _, (wordings, names) in sorted(ranks.items())]


def _denied(line: Line, match: Match) -> str:
    """The words with which a line says the opposite of a wording in it, as `not an excerpt` does; "" if it does not."""
    clause = _CLAUSE.split(line.text[max(0, match.start - _REACH) : match.start])[-1]
    before = clause.split()[-_FEW:]
    denying = any(word in _DENYING or word.endswith("n't") for word in before)
    denying |= before[-1:] == ["no"] and line.text.startswith(_DENIED, match.start)  # elsewhere it may be Portuguese
    return line.shown(match.start - len(clause.lstrip()), match.end) if denying else ""
