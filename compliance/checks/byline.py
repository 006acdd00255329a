"""The authors' names: who must be named, where, and in which form.

Who they are is known from the source (`compliance source add`) or declared in the front matter (`reuse:`, `authors:`).
While nobody has said so, a person has to look.

A name counts where a byline stands: in the front matter's `author`; behind `By`, `Text:`, `Von`; in a line of hardly
more than names, offices and institutions at the top, at the end, beside the credit or a quotation; in a sentence that
credits the article, by the publisher's name or a link to it; in words that introduce a quotation. A sentence that only
mentions the person does not count, nor what is struck out; whether one that tells who the author is ("Jane Roe is a
professor of rain") is the byline, a person has to say.

`with: institution` asks for the institution behind each name too; it is known where an author is given as "Jane Roe,
University of Rivers". `format` asks for a form such as `{author}, PGN` or `by {author} of The Texan`; with `all`, each
author needs it. `within`, `after` and `at` ask for a place, as in `hyperlink`.

Passes:

    - byline: all
    ---
    ---
    reuse: {source: "https://herald.example/2024/05/06/rain-falls-on-the-plain", authors: [Jane Roe, Li Wei]}
    ---
    By Jane Roe and Li Wei for the [Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain):

    > Rain fell on the plain.

Fails:

    - byline: all
    ---
    ---
    reuse: {source: "https://herald.example/2024/05/06/rain-falls-on-the-plain", authors: [Jane Roe, Li Wei]}
    ---
    By Jane Roe for the [Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain):

    > Rain fell on the plain.

    Rain is what Li Wei likes best.

Needs review:

    - byline: all
    ---
    ---
    reuse: {source: "https://herald.example/2024/05/06/rain-falls-on-the-plain", authors: [Jane Roe]}
    ---
    The [Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain) says:

    > Rain fell on the plain.

    Jane Roe is a professor of rain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from compliance.checks.parts.amounts import Paragraphs  # noqa: TC001 - the loader reads annotations
from compliance.checks.parts.bylineforms import forms
from compliance.checks.parts.bylines import namings
from compliance.checks.parts.layout import first_passage
from compliance.checks.parts.lines import found
from compliance.checks.parts.places import Place, wanted_place, why_misplaced
from compliance.checks.parts.wording import Template
from compliance.records import about
from compliance.report import Finding
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compliance.checks.case import Case
    from compliance.checks.parts.layout import Span
    from compliance.report import Verdict

NAME: Final = "byline"
SHORT: Final = "authors"
_DECLARE: Final = "declare them in the front matter, under 'reuse'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Who must be named, in which form, and where."""

    SHORT: ClassVar[str] = SHORT

    authors: Literal["all", "any"] = field(default="all", metadata=about("whether all authors must be named, or one"))
    with_: Literal["institution"] | None = field(default=None, metadata=about("what must stand with each name"))
    format: tuple[Template, ...] = field(
        default=(), metadata=about("the form of the byline, any of these: by {author} of The Texan")
    )
    within: Paragraphs | None = field(default=None, metadata=about("it must not stand below this paragraph"))
    after: Paragraphs | None = field(default=None, metadata=about("it must stand below this paragraph"))
    at: tuple[Place, ...] = field(default=(), metadata=about("it must stand in one of these places"))


def check(options: Options, case: Case) -> Iterator[Finding]:
    """Which authors are not named, or not as asked for."""
    authors = [a.strip() for a in case.reuse.source.authors if a.strip()]
    start, end = first_passage(case)
    if not authors:
        words = f"the article's authors are not known: are {options.authors} of them named?"
        yield Finding("review", words, f"{_DECLARE}, 'authors'", start=start, end=end)
        return
    asked = _Asked(options, case, authors)
    if (unnamed := asked.unnamed()) is not None:
        yield unnamed
        return
    faults = [*asked.misplaced(), *asked.formless(), *asked.without_institution()]
    yield from faults
    if not faults:
        words = f"named: {', '.join(_name(author) for author, _ in asked.present)}"
        yield _at([span for _, places in asked.present for span in places], "pass", words)


def _name(author: str) -> str:
    """An author's name, without the institution."""
    return author.partition(",")[0].strip()


def _at(spans: Iterable[Span | None], verdict: Verdict, words: str, help_: str = "") -> Finding:
    """A finding at the first place that has one."""
    span = next((s for s in spans if s), None)
    return Finding(verdict, words, help_, start=span.start if span else None, end=span.end if span else None)


class _Asked:
    """What a policy asks for in one case, and where the draft names the authors."""

    def __init__(self, options: Options, case: Case, authors: list[str]) -> None:
        self.options, self.case, self.authors = options, case, authors
        self.forms = forms(options.format, case, [_name(author) for author in authors])
        self.namings = {author: list(namings(_name(author), case)) for author in authors}
        named = [(author, self._bylines(author)) for author in authors]
        self.present = [(author, places) for author, places in named if places]

    def _bylines(self, author: str) -> list[Span | None]:
        """The places where an author is named as such: in a byline, or in the form that the policy gives."""
        spans = [n.span for n in self.namings[author] if n.standing == "byline"]
        return [*spans, *(form.span for form in self.forms if _name(author) in form.authors)]

    def unnamed(self) -> Finding | None:
        """That an author who must be named is not."""
        missing = [a for a in self.authors if a not in dict(self.present)]
        if not missing or (self.options.authors == "any" and self.present):
            return None
        told = {a: n.span for a in missing for n in self.namings[a] if n.standing == "about"}
        mentioned = {a: self.namings[a][0].span for a in missing if self.namings[a]}
        help_ = f"add the byline: {', '.join(self.authors)}"
        if len(told) == len(missing) or (self.options.authors == "any" and told):
            words = f"a sentence tells who {' and '.join(map(_name, told))} is: does it stand for the byline?"
            return _at(told.values(), "review", words, help_)
        absent = [a for a in missing if a not in mentioned]
        faults = [f"not named: {', '.join(absent)}"] * bool(absent)
        faults += [f"mentioned in the text, but in no byline: {', '.join(mentioned)}"] * bool(mentioned)
        if mentioned:
            return _at(mentioned.values(), "fail", "; ".join(faults), help_)
        start, end = first_passage(self.case)
        return Finding("fail", "; ".join(faults), help_, start=start, end=end)

    def misplaced(self) -> Iterator[Finding]:
        """The authors who are not named in the place asked for."""
        options = self.options
        place = wanted_place(options.at, options.within, options.after)
        for author, places in self.present:
            spans = [s for s in places if s]
            why = [why_misplaced(s, self.case, options.at, options.within, options.after) for s in spans]
            if place and not spans:
                words = f"{author} is named in the front matter only: does the page show it {place}?"
                yield Finding("review", words, f"write the byline {place}")
            elif place and all(why):
                words = f"{author} is named {why[0]}; the byline must stand {place}"
                yield Finding("fail", words, f"put it {place}", start=spans[0].start, end=spans[0].end)

    def formless(self) -> Iterator[Finding]:
        """The authors whose byline has not the form asked for."""
        having = {author for form in self.forms for author in form.authors}
        lacking = [author for author, _ in self.present if _name(author) not in having]
        asked = [form for form in self.forms if form.question]
        start, end = first_passage(self.case)
        if self.options.format and lacking and (self.options.authors == "all" or not having):
            wanted = " or ".join(f"“{t}”" for t in self.options.format)
            words = f"the byline of {' and '.join(map(_name, lacking))} has not the form {wanted}"
            example = self.options.format[0].filled(self.case).replace(_name(self.authors[0]), _name(lacking[0]))
            yield Finding("fail", words, f"write {example}", start=start, end=end)
        elif asked and len(asked) == len(self.forms):
            span = asked[0].span
            yield Finding("review", asked[0].question, _DECLARE, start=span.start, end=span.end)

    def _declaration(self) -> str:
        """What to write in the front matter; without quotes an author's institution would be another author."""
        told = (f'"{author if "," in author else author + ", INSTITUTION"}"' for author in self.authors)
        return f"write in the front matter, under 'reuse': authors: [{', '.join(told)}]"

    def without_institution(self) -> Iterator[Finding]:
        """The authors whose institution is not named."""
        for author, _ in self.present if self.options.with_ else ():
            name, _, institution = (part.strip() for part in author.partition(","))
            if not institution:
                words = f"the institution of {name} is not known: is it named?"
                yield Finding("review", words, self._declaration())
            elif not list(found(Template.of(institution), self.case)):
                yield Finding("fail", f"the institution of {name} is not named: {institution}", f"write {author}")
