"""The places that publishers name for a link, a credit or a byline, and whether something stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from compliance import counting
from compliance.checks.parts.layout import PARAGRAPHS_ARE, Layout, Span, layout_of
from compliance.checks.parts.nearness import headings_over, passages_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from compliance.checks.case import Case
    from compliance.checks.parts.amounts import Paragraphs
    from compliance.drafts.model import Block

Place = Literal[
    "title", "subtitle", "heading", "first sentence", "first paragraph", "last paragraph", "before text", "top", "end",
    "lead-in", "after quotation", "quotation", "sources section",
]  # fmt: skip
_WORDS: Final[dict[str, str]] = {
    "title": "in the title",
    "subtitle": "in the subtitle",
    "heading": "in a heading above the quotation",
    "first sentence": "in the first sentence",
    "first paragraph": "in the first paragraph",
    "last paragraph": "in the last paragraph",
    "before text": "before the text that is taken over",
    "top": "at the top (in the first two paragraphs; of two, in the first)",
    "end": "at the end (in the last two paragraphs; of two or three, in the last)",
    "lead-in": "in the words that introduce the quotation",
    "after quotation": "right after the quotation",
    "quotation": "beside the quotation",
    "sources section": "in a section of sources",
}
_LONGEST_LABEL: Final = 60
_LONGEST_SENTENCE: Final = 2000
_SOURCES: Final = frozenset(
    """
    source sources reference references bibliography links credits notes footnotes literature
    джерело джерела посилання література источник источники ссылки quelle quellen quellenangaben literatur
    fuente fuentes referencias fonte fontes fonti referências références źródło źródła zdroj zdroje kaynak
    kaynaklar 来源 參考 参考 参考资料 出典 출처 attribution
    """.split()  # noqa: SIM905 - a word list
)


def wanted_place(at: tuple[Place, ...], within: Paragraphs | None, after: Paragraphs | None) -> str:
    """The place that is asked for, in words; "" for anywhere."""
    parts = [f"in the first {within}" if within.number > 1 else "in the first paragraph"] if within else []
    parts += [_WORDS[place] for place in at]
    words = " or ".join(parts)
    if after:
        words += (" and " if words else "") + f"below the first {after}"
    return words


def why_misplaced(
    span: Span, case: Case, at: tuple[Place, ...], within: Paragraphs | None, after: Paragraphs | None
) -> str:
    """Where a place is, if it is none of those asked for; "" if it is one.

    Any place of `at` does, and so do the first paragraphs of `within`; the paragraphs of `after` must lie above it.
    """
    number = layout_of(case.draft).paragraph(span)
    allowed = not (at or within) or (within is not None and number <= within.number)
    if (allowed or any(stands(span, place, case) for place in at)) and (after is None or number > after.number):
        return ""
    counted = within or after or not {"first paragraph", "last paragraph"}.isdisjoint(at)
    return f"in paragraph {number}" + (f" ({PARAGRAPHS_ARE})" if counted else "")


def place_of(span: Span, case: Case, at: tuple[Place, ...], within: Paragraphs | None, after: Paragraphs | None) -> str:
    """Which of the places asked for something stands in, in a few words; "" if none is asked for."""
    if place := next((place for place in at if stands(span, place, case)), None):
        return _WORDS[place].partition(" (")[0]
    return f"in paragraph {layout_of(case.draft).paragraph(span)}" if within or after else ""


def stands(span: Span, place: Place, case: Case) -> bool:
    """Whether something stands in a place."""
    return _TESTS[place](span, case, layout_of(case.draft))


def _in_title(span: Span, _: Case, layout: Layout) -> bool:
    return span.block is not None and span.block is _title(layout)


def _title(layout: Layout) -> Block | None:
    top = next((b for b in layout.headings if b.attributes.get("level") == "1"), None)
    return top or next((b for b in layout.headings if not layout.starts or b.start < layout.starts[0]), None)


def _in_subtitle(span: Span, case: Case, layout: Layout) -> bool:
    above = not layout.starts or span.origin < layout.starts[0]
    return _in_heading(span, case, layout) and above and not _in_title(span, case, layout)


def _in_heading(span: Span, _: Case, __: Layout) -> bool:
    return span.block is not None and span.block.inside("heading") is not None


def _in_heading_above(span: Span, case: Case, _: Layout) -> bool:
    heading = span.block.inside("heading") if span.block else None
    return heading is not None and id(heading) in headings_over(case.reuse)


def _in_first_paragraph(span: Span, _: Case, layout: Layout) -> bool:
    return bool(layout.starts) and layout.starts[0] <= span.origin < layout.ends[0]


def _in_last_paragraph(span: Span, _: Case, layout: Layout) -> bool:
    return bool(layout.starts) and layout.starts[-1] <= span.origin < layout.ends[-1]


def _in_first_sentence(span: Span, _: Case, layout: Layout) -> bool:
    if span.block is None or layout.paragraph(span) != 1 or not layout.starts or span.origin < layout.starts[0]:
        return False
    if span.text_start > _LONGEST_SENTENCE:
        return False
    return counting.sentences(span.block.text.value[: span.text_start].lstrip() + "x") <= 1


def _before_text(span: Span, case: Case, layout: Layout) -> bool:
    if not case.reuse.passages:
        return layout.paragraph(span) == 1
    return span.end <= min(p.start for p in case.reuse.passages)


def _at_top(span: Span, case: Case, layout: Layout) -> bool:
    above = case.reuse.mode == "repost" and bool(case.reuse.passages) and _before_text(span, case, layout)
    return above or layout.paragraph(span) <= max(1, min(2, len(layout.starts) - 1))


def _at_end(span: Span, case: Case, layout: Layout) -> bool:
    ends = [p.end for p in case.reuse.passages]
    below = case.reuse.mode == "repost" and bool(ends) and span.start >= max(ends)
    paragraphs = len(layout.starts)
    return below or layout.paragraph(span) >= max(paragraphs - 1, min(3, paragraphs))


def _introduces(span: Span, case: Case, _: Layout) -> bool:
    return passages_of(case.reuse).are_introduced_by(span)


def _follows(span: Span, case: Case, _: Layout) -> bool:
    return passages_of(case.reuse).are_followed_by(span)


def _beside(span: Span, case: Case, _: Layout) -> bool:
    return passages_of(case.reuse).have_beside_them(span)


def _in_sources(span: Span, _: Case, layout: Layout) -> bool:
    if span.block is None:
        return False
    above = layout.heading_above(span.start)
    label = span.block.text.value[:_LONGEST_LABEL].partition(":")[0]
    return span.block.inside("footnote") is not None or any(
        _names_sources(text) for text in (above.text.value if above else "", label)
    )


def _names_sources(text: str) -> bool:
    words = text.casefold().strip(" :.*").split()
    return 0 < len(words) <= 3 and not _SOURCES.isdisjoint(words)


_TESTS: Final[dict[Place, Callable[[Span, Case, Layout], bool]]] = {
    "title": _in_title,
    "subtitle": _in_subtitle,
    "heading": _in_heading_above,
    "first sentence": _in_first_sentence,
    "first paragraph": _in_first_paragraph,
    "last paragraph": _in_last_paragraph,
    "before text": _before_text,
    "top": _at_top,
    "end": _at_end,
    "lead-in": _introduces,
    "after quotation": _follows,
    "quotation": _beside,
    "sources section": _in_sources,
}
