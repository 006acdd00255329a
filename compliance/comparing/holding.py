"""A draft held against sources: pure, texts in and places out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compliance.comparing.model import Comparison, Copied, LibraryComparison, Share
from compliance.counting import characters
from compliance.matching.align import Options, align
from compliance.matching.attribution import attribute

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compliance.comparing.model import Place, Side
    from compliance.matching.align import Match

_LONGEST_TITLE: Final = 300
"""Characters; a longer text is no title."""


def compare(draft: Side, source: Side) -> Comparison:
    """All runs of the draft that stand in the source; the source's own title and byline alone are none."""
    return _comparison(draft, source, [(match, ()) for match in _matches(draft, source)])


def compare_many(draft: Side, sources: Sequence[Side], library: str, articles: int) -> LibraryComparison:
    """The draft held against sources from a library of so many articles, each run given to one of them."""
    by_path = {source.path: source for source in sources}
    found = attribute({path: _matches(draft, source) for path, source in by_path.items()})
    runs: dict[str, list[tuple[Match, tuple[str, ...]]]] = {}
    for one in found:
        runs.setdefault(one.source, []).append((one.match, one.others))
    return LibraryComparison(
        draft,
        library,
        articles,
        tuple(_comparison(draft, by_path[path], matches) for path, matches in runs.items()),
        _share(draft, ((one.match.draft_start, one.match.draft_end) for one in found)),
    )


def _matches(draft: Side, source: Side) -> tuple[Match, ...]:
    named = (source.title, *(author.partition(",")[0] for author in source.authors))
    ignored = tuple(name for name in named if name and len(name) <= _LONGEST_TITLE)
    return align(draft.folded, source.folded, Options(ignore=ignored))


def _comparison(draft: Side, source: Side, matches: list[tuple[Match, tuple[str, ...]]]) -> Comparison:
    return Comparison(
        draft,
        source,
        tuple(
            Copied(
                match,
                draft.words.origin(match.draft_start, match.draft_end),
                source.words.origin(match.source_start, match.source_end),
                others,
            )
            for match, others in matches
        ),
        _share(draft, ((match.draft_start, match.draft_end) for match, _ in matches)),
        _share(source, ((match.source_start, match.source_end) for match, _ in matches)),
    )


def _share(side: Side, stretches: Iterable[Place]) -> Share:
    copied = reached = 0
    for start, end in sorted(stretches):
        if end > reached:
            copied += characters(side.words.value[max(start, reached) : end])
            reached = end
    whole = characters(side.words.value)
    return Share(min(copied, whole), whole)
