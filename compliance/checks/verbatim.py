"""Quotations must have the article's own words.

Without a policy's asking, this is checked for every quotation whose article's text is at hand, as the error that costs
most; the setting `verbatim` (must, should, ignore) says at which level. A policy may ask for it too: then a text that
is not at hand makes it a question.

A quoter may leave words out where an ellipsis says so, put words of his own into [brackets], add notes such as
(emphasis added), begin with a capital and end with another mark, and set quotation marks, dashes, spaces, ligatures and
grouped digits as he likes. Any other word, number or sign that differs is told with what the article has: accents
(schon, schön), apostrophes (were, we're) and short words in capitals (us, US; not a headline's capitals, not Nato), a
minus, raised digits, and a question mark put to a statement. Where the article has ё the quotation may have е; vowel
points and the stress mark of a Cyrillic vowel may go.

A block quotation that is not in the article at all does not meet the rule either. A person has to look

* at a run in quotation marks that is not there, which may be somebody's speech, at a few words that only resemble the
  article's, and wherever the tie to the article is weak;
* at a sentence made of the story's own words: only the story is compared, and it may be the standfirst or a caption;
* where paragraphs between those quoted are left out without a mark, or a quotation stops before the "but", "unless" or
  "and never" of its own sentence;
* where an ellipsis or a bracket swallows the "not" or "only" of what is kept, or a bracket brings one in;
* where a question loses its question mark, or words are ~~struck out~~.

A translation is not compared.

In the examples the article stands behind `===`.

Passes:

    - verbatim: {}
    ---
    As the [Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain) reports:

    > Rain fell on the plain … and nobody [in town] slept.
    ===
    Rain fell on the plain all night, and nobody slept. In the morning the roads were rivers.

Fails:

    - verbatim: {}
    ---
    As the [Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain) reports:

    > Rain fell on the plain all day, and nobody slept.
    ===
    Rain fell on the plain all night, and nobody slept. In the morning the roads were rivers.

Needs review:

    - verbatim: {}
    ---
    As the [Herald](https://herald.example/2024/05/06/rain-falls-on-the-plain) reports:

    > Rain fell on the plain all night.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compliance.checks.parts.athand import lacking, remedy
from compliance.checks.parts.layout import first_passage
from compliance.report import Finding
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case
    from compliance.checks.parts.misquoted import Fault
    from compliance.report import Verdict
    from compliance.reuse.model import Passage

NAME: Final = "verbatim"
SHORT: Final = None
_LOOK_UP: Final = (
    "look it up in the article (its standfirst and captions are not kept), and name the source that it is from; "
    "declare a translation as 'translated'"
)
_MARK: Final = "write the article's words, or mark what you change: … for what you leave out, [brackets] for your own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """There is nothing to choose."""


def check(options: Options, case: Case) -> Iterator[Finding]:
    """What is wrong with the quotations, one finding each."""
    del options
    quoted = quotations(case)
    if not quoted:
        yield Finding("not-applicable", "nothing stands in quotation marks or as a block quotation")
    elif case.facts.translated:
        yield Finding("not-applicable", "a translation is not compared word for word")
    elif why := lacking(case):
        start, end = first_passage(case)
        yield Finding("review", f"{why}: is every quotation word for word?", remedy(case), start=start, end=end)
    else:
        yield from _compared(case, quoted)


def quotations(case: Case) -> tuple[Passage, ...]:
    """The passages that the draft marks as another's words."""
    return tuple(p for p in case.reuse.passages if p.how in ("block-quotation", "quotation-marks"))


def _compared(case: Case, quoted: tuple[Passage, ...]) -> Iterator[Finding]:
    from compliance.checks.parts.misquoted import faults

    sound = True
    for passage in quoted:
        for fault in faults(passage, case.reuse.source):
            sound = False
            yield Finding(_verdict(fault, passage, case), fault.words, _help(fault), start=fault.start, end=fault.end)
    if sound:
        number = f"all {len(quoted)} quotations are" if len(quoted) > 1 else "the quotation is"
        yield Finding("pass", f"{number} word for word", start=quoted[0].start, end=quoted[0].end)


def _verdict(fault: Fault, passage: Passage, case: Case) -> Verdict:
    if fault.kind == "differs" or (fault.kind == "resembles" and passage.how == "block-quotation"):
        return "fail"
    tied = case.reuse.certainty in ("strong", "declared")
    return "fail" if fault.kind == "absent" and passage.how == "block-quotation" and tied else "review"


def _help(fault: Fault) -> str:
    if fault.kind in ("differs", "resembles"):
        return f"the article says “{fault.original}”; {_MARK}"
    if fault.kind in ("absent", "outside", "foreign"):
        return _LOOK_UP
    if fault.kind in ("swallowed", "turned"):
        return f"the article says “{fault.original}”"
    return "mark what is left out with …" if fault.kind == "gap" else "look at the article's whole sentence"
