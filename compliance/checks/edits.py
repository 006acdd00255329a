"""What may be changed in a text that is taken over: `none`, `formatting`, `style`, `light` or `any`.

`style` stands for house style, time and place; `light` for edits that leave the substance alone. The draft is compared
with the article: with `none` and `formatting` every other word, cut or added paragraph is not met. Whether a change of
wording is only one of style, or light, a person has to say; the changes are shown. Up to `style` cuts and additions are
not met, from `light` on they are a question; `cuts`, `additions` and `subheads` say otherwise where the terms do. Only
words are compared: bold and italics are not known of the article.

In a repost every word of the text counts, from its first to its last. No additions are its headline, byline, date and
credit, captions, notes that are marked as the editor's (`[Editor's note: ...]`), and paragraphs that the policy itself
asks for in a `credit`. Of a standfirst, or a paragraph above or below the text that names its author or publisher, a
person has to say whose it is.

While the article's text is not at hand, what is declared (`edited: false`) counts, else a person has to look. A
translation is not compared, and of a quotation `verbatim` judges the words.

In the examples the article stands behind `===`.

Passes:

    - edits: none
    ---
    ---
    reuse: {source: "https://herald.example/2024/05/06/rain-falls-on-the-plain", mode: repost}
    ---
    Rain fell on the plain all night, and nobody slept until the morning came with the sun.
    ===
    Rain fell on the plain all night, and nobody slept until the morning came with the sun.

Fails:

    - edits: none
    ---
    ---
    reuse: {source: "https://herald.example/2024/05/06/rain-falls-on-the-plain", mode: repost}
    ---
    Rain fell on the plain all day, and nobody slept until the morning came with the sun.
    ===
    Rain fell on the plain all night, and nobody slept until the morning came with the sun.

Needs review:

    - edits: style
    ---
    ---
    reuse: {source: "https://herald.example/2024/05/06/rain-falls-on-the-plain", mode: repost}
    ---
    Rain fell on the plain all night, and nobody slept until the morning came with the sun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from compliance.checks.parts.athand import lacking, remedy
from compliance.checks.parts.layout import first_passage
from compliance.records import about
from compliance.report import Finding
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.checks.case import Case
    from compliance.checks.parts.edited import Change
    from compliance.report import Verdict

NAME: Final = "edits"
SHORT: Final = "are"
_TOLD: Final = 3
Ruling = Literal["allowed", "forbidden", "review"]
_QUESTIONS: Final = {
    "none": "is the text the article's, word for word, with nothing cut and nothing added?",
    "formatting": "is only the formatting changed, and not a word?",
    "style": "do the changes concern only time, place and house style?",
    "light": "do the changes leave the substance as it is?",
    "any": "do the changes keep to the terms?",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which changes are allowed."""

    SHORT: ClassVar[str] = SHORT

    are: Literal["none", "formatting", "style", "light", "any"] = field(
        metadata=about("which edits are allowed: none, formatting, style (time, place, house style), light or any")
    )
    cuts: Ruling | None = field(
        default=None, metadata=about("what of cuts: allowed, forbidden, review; by default as the edits have it")
    )
    additions: Ruling | None = field(default=None, metadata=about("what of additions, likewise"))
    subheads: Literal["kept", "free"] = field(
        default="kept", metadata=about("whether the headings within the article must be kept")
    )
    ask: str = field(default="", metadata=about("the question to a person, in place of the usual one"))
    beyond: Literal["permission", "forbidden"] = field(
        default="permission", metadata=about("what other changes take: a permission, or they are forbidden")
    )

    @property
    def question(self) -> str:
        """What a person is asked where nothing else tells."""
        return self.ask or _QUESTIONS[self.are]

    def ruling(self, kind: str) -> Ruling:
        """What becomes of cuts, additions or wording."""
        stated: Ruling | None = None if kind == "wording" else getattr(self, kind)
        if stated is not None or self.are == "any":
            return stated or "allowed"
        lenient = ("light", "style") if kind == "wording" else ("light",)
        return "review" if self.are in lenient else "forbidden"


def check(options: Options, case: Case) -> Iterator[Finding]:
    """Which changes go further than the terms allow."""
    if case.reuse.mode not in ("excerpt", "repost"):
        yield Finding("not-applicable", "of a quotation, 'verbatim' judges the words")
    elif case.facts.translated and not case.facts.edited:
        yield Finding("not-applicable", "a translation is not compared word for word")
    elif all(options.ruling(kind) == "allowed" for kind in ("wording", "cuts", "additions")):
        yield Finding("pass", "the publisher allows edits")
    elif case.facts.translated:
        yield _declared(options, case, "a translation is not compared word for word")
    elif why := lacking(case):
        yield _declared(options, case, why)
    else:
        yield from _compared(options, case)


def _declared(options: Options, case: Case, why: str) -> Finding:
    """What is said of the text, where it cannot be compared."""
    start, end = first_passage(case)
    edited = case.facts.edited
    if edited is False:
        return Finding("pass", "declared to be unchanged", start=start, end=end)
    if edited and options.are in ("none", "formatting"):
        words = "the text is declared to be edited, which the publisher does not allow"
        return Finding("fail", words, _help(options), start=start, end=end)
    limits = [f"no {kind}" for kind in ("cuts", "additions") if options.ruling(kind) == "forbidden"]
    usual = not options.ask and options.are not in ("none", "formatting")
    also = f" ({' and '.join(limits)} allowed)" if limits and usual else ""
    words = f"{why}: {options.question.rstrip('?')}{also}?"
    return Finding("review", words, f"{remedy(case)}, or declare 'edited: false'", start=start, end=end)


def _compared(options: Options, case: Case) -> Iterator[Finding]:
    from compliance.checks.parts.edited import changes

    start, end = first_passage(case)
    if not case.reuse.stretches:
        words = "nothing of the article's text was found here: is this a translation, or another article?"
        yield Finding("review", words, "declare 'translated: true', or correct the source", start=start, end=end)
        return
    found = changes(case, subheads=options.subheads == "kept")
    told = [
        _finding(options, kind, these, start, end)
        for kind, these in (("wording", found.wording), ("cuts", found.cuts), ("additions", found.additions))
        if these and options.ruling(kind) != "allowed"
    ]
    yield from told
    if found.unsure and options.ruling("additions") != "allowed":
        yield _asked(found.unsure)
    elif not told:
        same = not (found.wording or found.cuts or found.additions)
        words = "the words are the article's" if same else "changed no further than the terms allow"
        yield Finding("pass", words, start=start, end=end)


def _asked(unsure: Sequence[Change]) -> Finding:
    """Words around the text that may be the article's standfirst, or a note of its publisher's, and may be added."""
    told = "; ".join(f"“{change.words}”" for change in unsure[:_TOLD])
    more = f"; {len(unsure) - _TOLD} more" if len(unsure) > _TOLD else ""
    words = f"not in the article's text: {told}{more}: is this the publisher's own, or added?"
    help_ = "leave out what is added, or mark it: [Editor's note: ...]"
    return Finding("review", words, help_, start=unsure[0].start, end=unsure[0].end)


def _finding(options: Options, kind: str, found: Sequence[Change], start: int | None, end: int | None) -> Finding:
    ruling = options.ruling(kind)
    verdict: Verdict = "fail" if ruling == "forbidden" else "review"
    count = f"{len(found)} {kind if len(found) > 1 else kind.removesuffix('s')}" if kind != "wording" else ""
    head = count or f"{len(found)} {'changes' if len(found) > 1 else 'change'} of wording"
    more = f"; {len(found) - _TOLD} more" if len(found) > _TOLD else ""
    words = f"{head}: {'; '.join(c.words for c in found[:_TOLD])}{more}"
    if verdict == "review":
        words += f": {options.question}"
    placed = next((c for c in found if c.start is not None), None)
    place = (placed.start, placed.end) if placed else (start, end)
    return Finding(verdict, words, _help(options), len(found), None, "changes", *place)


def _help(options: Options) -> str:
    more = ", or get written permission and record it" if options.beyond == "permission" else ""
    return f"restore the article's text{more}"
