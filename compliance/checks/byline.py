"""The authors' names: who must be named, where, and in which form.

Who they are is known from the source (`compliance source add`) or declared in the front matter (`reuse:`, `authors:`).
While nobody has said so, a person has to look.

`with: institution` asks for the institution behind each name too; it is known where an author is given as
"Jane Roe, University of Rivers". `format` asks for a form such as `{author}, PGN` or `by {author} of The Texan`. A name
counts in the text and in the front matter's `author`. `within`, `after` and `at` ask for a place, as in `hyperlink`.

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
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from compliance.checks.parts.amounts import Paragraphs  # noqa: TC001 - the loader reads annotations
from compliance.checks.parts.layout import Span, first_passage
from compliance.checks.parts.lines import found
from compliance.checks.parts.places import Place, wanted_place, why_misplaced
from compliance.checks.parts.wording import Template
from compliance.records import about
from compliance.report import Finding
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case

NAME: Final = "byline"
SHORT: Final = "authors"


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
        yield Finding(
            "review", words, "declare them in the front matter, under 'reuse', 'authors'", start=start, end=end
        )
        return
    named = [(author, list(_places(author.partition(",")[0], case))) for author in authors]
    missing = [author for author, places in named if not places]
    if missing and (options.authors == "all" or len(missing) == len(authors)):
        yield Finding(
            "fail", f"not named: {', '.join(missing)}", f"add the byline: {', '.join(authors)}", start=start, end=end
        )
    else:
        present = [(author, places) for author, places in named if places]
        yield from _details(options, case, present)


def _places(name: str, case: Case) -> Iterator[Span | None]:
    """The places of a name; None for the front matter's `author`, which the page shows where it likes."""
    template = Template.of(name)
    for line, match in found(template, case):
        yield line.span(match.start, match.end)
    for entry in case.draft.front_matter.entries:
        if entry.path[0].lower() in ("author", "authors", "byline") and template.stands_in(entry.value, case):
            yield None


def _details(options: Options, case: Case, named: list[tuple[str, list[Span | None]]]) -> Iterator[Finding]:
    faults = [*_misplaced(options, case, named), *_formless(options, case), *_without_institution(options, case, named)]
    yield from faults
    if not faults:
        span = next((s for _, places in named for s in places if s), None)
        words = f"named: {', '.join(author.partition(',')[0] for author, _ in named)}"
        yield Finding("pass", words, start=span.start if span else None, end=span.end if span else None)


def _misplaced(options: Options, case: Case, named: list[tuple[str, list[Span | None]]]) -> Iterator[Finding]:
    place = wanted_place(options.at, options.within, options.after)
    for author, places in named:
        spans = [s for s in places if s]
        why = [why_misplaced(s, case, options.at, options.within, options.after) for s in spans]
        if place and not spans:
            words = f"{author} is named in the front matter only: does the page show it {place}?"
            yield Finding("review", words, f"write the byline {place}")
        elif place and all(why):
            words = f"{author} is named {why[0]}; the byline must stand {place}"
            yield Finding("fail", words, f"put it {place}", start=spans[0].start, end=spans[0].end)


def _formless(options: Options, case: Case) -> Iterator[Finding]:
    places = [m for t in options.format for _, m in found(t, case) if not t.unfit(m, case)]
    if options.format and not places:
        wanted = " or ".join(f"“{t.filled(case)}”" for t in options.format)
        start, end = first_passage(case)
        yield Finding("fail", f"the byline has not the form {wanted}", f"write {wanted}", start=start, end=end)


def _without_institution(options: Options, case: Case, named: list[tuple[str, list[Span | None]]]) -> Iterator[Finding]:
    for author, _ in named if options.with_ else ():
        name, _, institution = (part.strip() for part in author.partition(","))
        if not institution:
            words = f"the institution of {name} is not known: is it named?"
            yield Finding("review", words, f"declare the author as '{name}, INSTITUTION'")
        elif not list(found(Template.of(institution), case)):
            yield Finding("fail", f"the institution of {name} is not named: {institution}", f"write {author}")
