"""How much may be taken: at most so many characters, words, sentences, paragraphs, lines or percent.

Characters are counted as readers see them, spaces included unless `spaces` says otherwise; the quoter's own quotation
marks and [bracketed] words are left out. White space counts as one space, however wide, and so does the break between
two paragraphs of a quotation: 250 characters, a break and 250 more are 501. Several quotations of one article add up,
and what is taken twice counts twice, marked or not; only words at one place of the draft that two passages hold count
once. A repost counts with its whole text. Where the other common reading (without spaces) would change the verdict, the
report says so; with `spaces: unstated`, the two readings must agree, or a person has to look. A credit that the policy
itself asks for, at the end of a quotation (`(NIV)`), is no part of it.

Words stand between white space. In scripts without spaces they cannot be told apart, so a person has to look; the same
holds for units that a text does not show (`verses`, `stanzas`) where it is not plainly too short for that many, for a
limit without a number (`unstated`), for a percentage of an article whose text is not at hand, and for lines of prose.

`per` says what is added up: `quotation` (each alone), `article` (all that is taken from one article, as if nothing is
said), `publisher` or `draft` (all of the publisher's articles together; nobody's cap counts what is taken from others).
A percentage is a part of the article, or, with `of: draft`, of the draft's own text and all that it quotes. A draft
without any figure, image or table takes none.

With `from start`, the extract must also lie within the article's first so many characters, words, sentences or
paragraphs; only its text can tell that. What lies behind them does not meet the rule, however short it is.

Where the article's text is at hand, what is copied without quotation marks counts too, as much as it would in a block
quotation: with the spaces and marks between its parts, and quotation marks that are the article's own. If it depends on
where an edited passage begins and ends whether the limit is kept, a person has to look.

Several limits at once are several rules; "whichever is less" is two of them.

Passes:

    - extract: 60 characters
    ---
    The [Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain) writes:

    > Rain fell on the plain all night, and nobody slept.

Fails:

    - extract: {less than: 50 characters, per: quotation}
    ---
    The [Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain) writes:

    > Rain fell on the plain all night, and nobody slept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from compliance import counting
from compliance.checks.parts.amounts import FEWEST_WORDS, MEASURED, Amount, figure
from compliance.checks.parts.athand import lacking, remedy
from compliance.checks.parts.beginnings import begins_late, from_start, relayed_characters
from compliance.checks.parts.shares import share
from compliance.checks.parts.taken import (
    LONGEST_VERSE,
    Per,
    Reading,
    Spaces,
    Taken,
    read_characters,
    read_percent,
    taken,
)
from compliance.expressions import expression
from compliance.records import FieldError, about
from compliance.report import Finding, Verdict
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case
    from compliance.drafts.model import BlockKind

NAME: Final = "extract"
SHORT: Final = "max"
_SHOWN: Final = 60
# The blocks and elements that may show a figure, an image or a table; an image may be one of a table, too.
_SHOWN_BY: Final[dict[str, tuple[BlockKind, ...]]] = {
    "figures": ("figure", "table", "embed"), "images": ("figure", "embed"), "tables": ("figure", "table", "embed"),
}  # fmt: skip
_PICTURES: Final = frozenset(("img", "iframe", "embed", "object", "video", "svg", "canvas"))
_IMAGE_FILE: Final = expression(r"(?i)\.(?:jpe?g|png|gif|webp|svg|avif)\b")
_WHAT: Final[dict[Per, str]] = {
    "quotation": "one quotation",
    "article": "one article",
    "publisher": "this publisher's articles together",
    "draft": "this publisher's articles in one draft",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How much, of what, counted how."""

    SHORT: ClassVar[str] = SHORT

    max: Amount | None = field(default=None, metadata=about("the most that may be taken: 500 characters; or unstated"))
    less_than: Amount | None = field(
        default=None, metadata=about("as max, but this amount itself is too much", key="less than")
    )
    per: Per = field(
        default="article",
        metadata=about("what is added up: each quotation alone, all of an article, all of the publisher in the draft"),
    )
    of: Literal["source", "draft"] = field(default="source", metadata=about("what a percentage is a part of"))
    spaces: Spaces = field(
        default="include", metadata=about("whether spaces count; unstated if the terms leave it open")
    )
    from_start: bool = field(
        default=False,
        metadata=about(
            "true: the extract must lie within the article's beginning, as long as the limit", key="from start"
        ),
    )
    beyond: Literal["permission", "forbidden", "fee"] = field(
        default="permission", metadata=about("what more than that takes: a permission, a fee, or it is forbidden")
    )

    def __post_init__(self) -> None:
        if (self.max is None) == (self.less_than is None):
            raise ValueError("say either 'max' (at most) or 'less than', as in 'max: 500 characters'")
        if self.less_than is not None and self.less_than.number == 0:
            words = f"nothing is less than {self.less_than}"
            raise FieldError("less than", words, f"where nothing may be taken, say 'max: {self.less_than}'")
        if self.limit.unit == "percent" and self.of == "source" and self.per != "article":
            raise ValueError(f"a percentage of the source is taken per article, not per {self.per}")

    @property
    def limit(self) -> Amount:
        """The amount, whichever way it is meant."""
        return self.max or self.less_than or Amount.parse("unstated")


def check(options: Options, case: Case) -> Iterator[Finding]:
    """One finding for each sum that the limit is set to."""
    found = False
    for part in taken(case, options.per):
        found = True
        yield _judged(options, case, part)
    if not found:
        words = "nothing is quoted" if not case.reuse.passages else "counted with the publisher's first article"
        yield Finding("not-applicable", words)


def _judged(options: Options, case: Case, part: Taken) -> Finding:
    if words := _none_there(options, case) or _surely_few(options, part):
        return Finding("pass", words, start=part.start, end=part.end)
    if options.from_start and options.limit.number is None and (begun := begins_late(case)):
        return Finding("fail", begun, "take the article's first words", start=part.start, end=part.end)
    for question, help_ in _open_questions(options, case, part):
        size = part.characters.with_spaces
        words = f"{question}? Taken are {size} characters, {part.size('words')} words"
        return Finding("review", words, help_, size, None, "characters", part.start, part.end)
    reading = _read(options, case, part)
    verdict, message, help_ = _compared(options, case, part, reading)
    sizes = [_read(options, case, size).value for size in part.extremes]
    if any(_over(options, size) != _over(options, reading.value) for size in sizes):
        verdict, message, help_ = "review", *_uncertain(options, sizes, part)
    if verdict == "pass" and options.from_start:
        verdict, message, help_ = from_start(options.limit, case, message)
    return Finding(
        verdict, f"{message}{_provenance(case, part) if verdict != 'pass' else ''}", help_, reading.value,
        options.limit.number, options.limit.unit, part.start, part.end,
    )  # fmt: skip


def _none_there(options: Options, case: Case) -> str:
    """That the draft has no figure, image or table at all; "" if it has one, or what is limited are words."""
    draft, unit = case.draft, options.limit.unit
    if unit not in _SHOWN_BY or draft.images or any(tag.name in _PICTURES for tag in draft.tags):
        return ""
    there = any(block.kind in _SHOWN_BY[unit] for block in draft.blocks) or any(
        _IMAGE_FILE.search(entry.value) for entry in draft.front_matter.entries
    )
    return "" if there else f"the draft has no {unit}: 0 of {_bound(options)}"


def _surely_few(options: Options, part: Taken) -> str:
    """Why the text cannot hold too many verses, pages ..., wherever they begin and end; "" if it could."""
    limit, words = options.limit, part.size("words")
    if limit.unit not in FEWEST_WORDS or not counting.has_spaced_words("".join(part.texts)):
        return ""
    too_many = _over(options, words // FEWEST_WORDS[limit.unit])
    if too_many:
        return ""
    if not limit.number:
        return f"{words} words are no complete {_one(limit.unit)}"
    return f"{words} words cannot be more than {limit}"


def _one(unit: str) -> str:
    """One of a unit: `verse`, `book`."""
    return unit.removeprefix("complete ").removesuffix("s")


def _open_questions(options: Options, case: Case, part: Taken) -> Iterator[tuple[str, str]]:
    """What keeps the text from deciding the rule, with the remedy of each."""
    unit, number = options.limit.unit, options.limit.number
    if number is None and options.from_start and lacking(case):
        yield f"{lacking(case)}: are these its first lines or paragraphs, and no others", remedy(case)
    elif number is None:
        yield "the publisher names no number: is this little enough", "shorten it, or ask the publisher"
    elif unit not in MEASURED and number:
        yield f"a text does not show {unit}: are these {_bound(options)}", f"count the {unit}"
    elif unit not in MEASURED:
        whole = f"a complete {_one(unit)}"
        yield f"does this take {whole}", f"leave out what makes it {whole}"
    if unit == "words" and not counting.has_spaced_words("".join(part.texts)):
        yield f"words cannot be told apart in this script: are these {_bound(options)}", "count the words"
    if (
        unit == "lines"
        and _over(options, part.size("words"))
        and any(len(line) > LONGEST_VERSE for text in part.texts for line in text.splitlines())
    ):
        yield f"where prose breaks into lines is up to the page: are these {_bound(options)}", "count them on the page"
    if unit == "percent" and options.of == "source" and not case.reuse.source.text:
        question = f"the article's text is not at hand to measure its share: is this {_bound(options)} of it"
        yield question, remedy(case)


def _bound(options: Options) -> str:
    return f"at most {options.max}" if options.max else f"less than {options.less_than}"


def _read(options: Options, case: Case, part: Taken) -> Reading:
    unit = options.limit.unit
    if unit == "characters":
        return read_characters(part.characters, options.spaces)
    if unit != "percent":
        return Reading(part.size(unit))
    whole = share(part, case, options.of, options.per, options.spaces).whole
    return read_percent(part.characters, whole, options.spaces)


def _compared(options: Options, case: Case, part: Taken, reading: Reading) -> tuple[Verdict, str, str]:
    """Verdict, message and help of a size that can be told."""
    over = _over(options, reading.value)
    swings = _over(options, reading.highest) != _over(options, reading.lowest)
    message = _measured(options, case, part, reading)
    if swings and options.spaces == "unstated":
        help_ = "the terms do not say whether spaces count: cut until both readings fit"
        return "review", f"{message}; {reading.words}", help_
    if over and options.limit.unit != "percent":
        message += f": {_excess(reading.value, options.limit.number or 0, options.limit.unit)}"
    if swings:
        message += f" ({reading.words})"
    if not over:
        return "pass", message, ""
    return "fail", message, _remedy(options, _cut(options, case, part, reading.value))


def _measured(options: Options, case: Case, part: Taken, reading: Reading) -> str:
    """The size beside its limit."""
    if options.limit.unit == "percent":
        return share(part, case, options.of, options.per, options.spaces).told(reading.value, _bound(options))
    message = f"{figure(reading.value)} of {_bound(options)} from {_WHAT[options.per]}"
    return f"{message} ({counting.WORD_METHOD})" if options.limit.unit == "words" else message


def _provenance(case: Case, part: Taken) -> str:
    """What of the words taken is not marked as such, and what the article itself quotes."""
    unmarked = sum(counting.characters(p.text) for p in part.passages if p.how == "found")
    relayed = relayed_characters(case)
    told = [f"{unmarked} characters of it stand in no quotation marks"] if unmarked else []
    told += [f"{relayed} are words that the article quotes from others"] if relayed else []
    return f" ({', '.join(told)})" if told else ""


def _uncertain(options: Options, sizes: list[float], part: Taken) -> tuple[str, str]:
    """Message and help where the ends of a found passage decide; ``sizes`` are the least and the most it may be."""
    least, most = (_amount(size, options.limit.unit) for size in sizes)
    found = next(" ".join(p.text.split()) for p in part.passages if p.most is not None)
    words = (
        f"at least {least} of {_bound(options)}, perhaps {most}:"
        f" it is uncertain where the edited passage “{_short(found)}” begins and ends"
    )
    return words, "compare it with the article, and cut until the most it may be fits"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"


def _over(options: Options, value: float) -> bool:
    limit = options.limit.number or 0
    return value > limit or (options.less_than is not None and value == limit)


def _excess(value: float, limit: float, unit: str) -> str:
    return f"{_amount(value - limit, unit)} too many" if value > limit else "it must stay below"


def _amount(number: float, unit: str) -> str:
    return f"{figure(number)} {unit.removesuffix('s') if number == 1 else unit}"


def _cut(options: Options, case: Case, part: Taken, value: float) -> str:
    """What to cut, and how much of it."""
    limit, below = options.limit.number or 0, options.less_than is not None
    if options.limit.unit != "percent":
        return f"cut {_amount(value - limit + below, options.limit.unit)}"
    size = share(part, case, options.of, options.per, options.spaces).surplus(limit, below=below)
    quoted = all(p.how in ("block-quotation", "quotation-marks") for p in part.passages)
    what = f"the quotation{'s' * (len(part.passages) > 1)}" if quoted else "what is taken"
    own = ", or write more of your own" if options.of == "draft" else ""
    return f"cut about {_amount(size, 'characters')} of {what}{own}"


def _remedy(options: Options, cut: str) -> str:
    if options.beyond == "permission":
        return f"{cut}, or get written permission and record it"
    if options.beyond == "fee":
        return f"{cut}, or pay the publisher's fee and record the permission"
    return cut
