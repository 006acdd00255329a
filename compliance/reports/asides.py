"""What a draft's report gathers in one line each: problems, quotations without a source, sites without a policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.report import followed, is_sentence
from compliance.reports import words
from compliance.reports.display import paint, wrap
from compliance.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.lines import Lines
    from compliance.report import DraftReport, Problem, ReuseReport
    from compliance.reports import View

    Aside = tuple[str, int | None, str]
    """The word for it (``REVIEW``), its first place if it has one, and what to say."""


class Once:
    """Takes what is common to all drafts of a run out of their reports, and gives it back the first time."""

    def __init__(self) -> None:
        self._told: set[Problem] = set()

    def split(self, draft: DraftReport) -> tuple[DraftReport, list[str]]:
        """A draft's report without the problems of the run, and those of them that were not told before."""
        common = [problem for problem in draft.problems if problem.is_common]
        if not common:
            return draft, []
        new = [problem for problem in dict.fromkeys(common) if problem not in self._told]
        self._told.update(new)
        rest = tuple(problem for problem in draft.problems if not problem.is_common)
        return replace(draft, problems=rest), [_sentence(problem.message, problem.help) for problem in new]


def asides(draft: DraftReport, lines: Lines, view: View) -> list[str]:
    """The gathered lines of a draft, worst first; empty where there is nothing to gather."""
    return [
        line(word, f"{words.address(draft, lines, start)}: {text}", view)
        for word, start, text in gathered(draft, lines)
    ]


def gathered(draft: DraftReport, lines: Lines) -> list[Aside]:
    """What is gathered of a draft, worst first."""
    return [*_problems(draft, lines), *_sites(draft, lines), *_unattributed(draft, lines)]


def unmarked(draft: DraftReport, lines: Lines, view: View) -> list[str]:
    """A line for each article that a draft copies from without quotation marks, and which it does not repost."""
    return [line("NOTE", text, view) for reuse in draft.reuses for text in _unmarked(draft, reuse, lines)]


def _unmarked(draft: DraftReport, reuse: ReuseReport, lines: Lines) -> Iterator[str]:
    found = [passage for passage in reuse.passages if passage.how == "found"]
    if not found or reuse.mode == "repost":
        return
    starts = [passage.start for passage in found]
    long = words.count(sum(passage.characters for passage in found), "character")
    also = f" ({words.on_lines(starts, lines)})" if len(starts) > 1 else ""
    place = words.address(draft, lines, min(starts))
    yield f"{place}: {long} of {reuse.url or reuse.domain} stand here without quotation marks{also}"


def _problems(draft: DraftReport, lines: Lines) -> Iterator[Aside]:
    """One line a kind of problem and message, with all its places."""
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in draft.problems:
        groups.setdefault((problem.kind, problem.message, problem.help), []).append(problem)
    for (_, message, remedy), same in groups.items():
        starts = [problem.start for problem in same if problem.start is not None]
        also = f" ({words.on_lines(starts, lines)})" if len(starts) > 1 else ""
        yield "PROBLEM", min(starts, default=None), _sentence(message + also, remedy)


def _sites(draft: DraftReport, lines: Lines) -> Iterator[Aside]:
    """One line for all sites that no policy is known of and that something was found of."""
    unknown = [
        reuse
        for reuse in draft.reuses
        if reuse.policy is None and any(outcome.verdict in ("fail", "review") for outcome in reuse.outcomes)
    ]
    if not unknown:
        return
    sites: dict[str, list[int]] = {}
    for reuse in unknown:
        sites.setdefault(words.publisher(reuse), []).extend(_starts(reuse))
    named = ", ".join(f"{site} ({words.on_lines(at, lines)})" if at else site for site, at in sites.items())
    labels = {words.label(outcome) for reuse in unknown for outcome in reuse.outcomes}
    word = next(word for word in ("FAIL", "REVIEW", words.WARNING) if word in labels)
    helps = {outcome.finding.help for reuse in unknown for outcome in reuse.outcomes}
    text = f"no policy for {words.count(len(sites), 'site')}: {named}"
    first = min((start for at in sites.values() for start in at), default=None)
    yield word, first, _sentence(text, helps.pop() if len(helps) == 1 else "")


def _starts(reuse: ReuseReport) -> list[int]:
    return [place.start for place in reuse.passages or reuse.links]


def _unattributed(draft: DraftReport, lines: Lines) -> Iterator[Aside]:
    starts = [passage.start for passage in draft.unattributed]
    if not starts:
        return
    also = f" ({words.on_lines(starts, lines)})" if len(starts) > 1 else ""
    text = words.count(len(starts), "quotation without a known source", "quotations without a known source") + also
    yield "REVIEW", min(starts), f"{text}; a link beside it would tell"


def _sentence(text: str, remedy: str) -> str:
    """What is wrong and how to mend it, as one sentence, or as two where the first one has an end."""
    return followed(text, ";", f"{remedy[:1].upper()}{remedy[1:]}" if is_sentence(text) else remedy)


def line(word: str, text: str, view: View) -> str:
    """One line, or a few where the screen is too narrow for it."""
    first, *rest = wrap(text, max(24, view.width - len(word) - 1))
    lead = paint(word, words.STYLES.get(word, ""), view.colour)
    indent = " " * (len(word) + 1)
    return "\n".join((f"{lead} {first}", *(indent + line for line in rest)))
