"""A further quotation of an article that was quoted before: just before, or by somebody who is named again."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from compliance.addresses import article_key
from compliance.reuse import cue_words, cues
from compliance.reuse.evidence import RANKS, Evidence
from compliance.reuse.sentences import bare, has_any, introduces_own, last_sentence, names, sentence_at, squashed, words
from compliance.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.model import Link
    from compliance.reuse.context import Context
    from compliance.reuse.outline import Item
    from compliance.reuse.runs import Run

_REPEATED = 4  # words: fewer say the same by chance
_QUOTATIONS, _QUOTATION = 8, 4000  # block quotations above, and characters of each, in which a repetition is looked for
_REACH = 4  # items between two quotations
_WORDS = 80  # characters of a line that says that a translation follows
_ANCHORS = 20  # links of an introduction whose words are looked at
_BACK = 15  # items above an introduction in which a page may have been linked that it speaks of
_BRIEF = 200  # characters of an introduction of which all is looked at
_BESIDE = 40  # characters before a link that say what it leads to
_SENTENCE = 1000  # characters of an introduction's last sentence
# What belongs to one quotation alone and says nothing of the next.
_ALONE = frozenset({"attribution-line", "cite-attribute", "link-in-quotation", "footnote"})


def continued(context: Context, at: int) -> Iterator[Evidence]:
    """The evidence of the quotation before this one, if what stands between speaks of no other source."""
    intro = _intro(context, at)
    if intro is not None and introduces_own(intro.text):
        return
    between: list[Item] = []
    for position in range(at - 1, max(-1, at - 2 - _REACH), -1):
        item = context.items[position]
        if item.kind == "break":
            if between:
                return
            continue
        if item.kind == "quotation":
            tied = context.ties.get(position)
            if tied is not None and (tied.name not in _ALONE or _points_back(between)):
                yield from _evidence(context, item, tied, between)
            return
        between.append(item)


def _evidence(context: Context, item: Item, tied: Evidence, between: list[Item]) -> Iterator[Evidence]:
    if any(context.sites.weight(k, "") > 0 for i in between for k in context.sources(i.links)):
        return
    rank = RANKS["front-matter"] + 1 if between and _points_back(between) else RANKS["continued"]
    if between and not _points_back(between):
        said = set().union(*(names(i.text) for i in between[:1] if i.kind != "heading"))
        above = context.items[max(0, context.run(item.position)[0] - 1)]
        known = {*words(item.quotation.text if item.quotation else ""), *words(above.text)}
        address = squashed(tied.url)
        strange = said and not said & known and not any(squashed(n) in address for n in said)
        rank = 0 if strange and between[0].text.rstrip().endswith((":", "：")) else 60
    yield replace(tied, name="continued", rank=rank - 4 * sum(i.kind == "heading" for i in between))


def remember(context: Context, at: int, tied: Evidence) -> None:
    """Keep who is named where the quotation at this position is introduced, with its source."""
    if not tied.url:
        return
    intro = _intro(context, at)
    spoken = names(_sentence(intro)) if intro is not None else set()
    if intro is not None:
        for link in intro.links[:_ANCHORS]:
            if link.address == tied.url:
                begin, end = sentence_at(intro.text, link.text_start, link.text_end)
                spoken |= names(link.anchor) | names(intro.text[max(begin, end - _SENTENCE) : end])
    for name in spoken:
        context.spoken[name] = tied


def recalled(context: Context, at: int) -> Iterator[Evidence]:
    """The source with which somebody was named whom the introduction of the quotation at this position names again."""
    intro = _intro(context, at)
    if intro is not None and context.spoken and not introduces_own(intro.text):
        yield from recalled_in(context, _sentence(intro))


def referred(context: Context, at: int) -> Iterator[Evidence]:
    """The one page linked as what, or whose, the introduction of a quotation says: `the report`, `Holt writes`."""
    intro = _intro(context, at)
    if intro is None or introduces_own(intro.text):
        return
    if any(context.sites.worth(k.address) > 0 for k in context.sources(intro.links) if _is_near(intro, k)):
        return
    spoken = intro.text if len(intro.text) <= _BRIEF and not context.sources(intro.links) else _sentence(intro)
    kinds = {w.lower() for w in words(spoken)} & cue_words.WORKS
    alike = set().union(*(group for group in cue_words.ALIKE if not group.isdisjoint(kinds)))
    for said in filter(None, (kinds, {name for name in names(spoken) if not name.isupper()}, alike)):
        pages = _linked_as(context, intro, {w.lower() for w in said})
        if len(pages) == 1:
            yield Evidence("referred", pages.pop(), RANKS["referred"])
            return


def _linked_as(context: Context, intro: Item, said: set[str]) -> set[str]:
    """The pages linked above an introduction in words of which one is among those said; each once."""
    pages: dict[str, str] = {}
    for item in reversed(context.items[max(0, intro.position - _BACK) : intro.position + 1]):
        for link in context.sources(item.links[:_ANCHORS]) if item.kind in ("text", "list-item") else ():
            begin = sentence_at(item.text, link.text_start, link.text_end)[0]
            ahead = item.text[max(begin, link.text_start - _BESIDE) : link.text_start]
            around = {bare(w).lower() for w in words(f"{ahead} {link.anchor}")}
            if context.sites.worth(link.address) > 0 and not said.isdisjoint(around):
                pages.setdefault(article_key(link.address), link.address)
    return set(pages.values())


def _is_near(intro: Item, link: Link) -> bool:
    return link.text_end > last_sentence(intro.text)


def recalled_in(context: Context, sentence: str) -> Iterator[Evidence]:
    """The source with which somebody was named whom a sentence names again."""
    named = list(map(bare, words(sentence)))
    known = [context.spoken[n] for n in named if n in context.spoken]
    if known:
        last = known[-1]
        several = len({e.url for e in known}) > 1
        yield replace(last, name="recalled", rank=RANKS["recalled"] - 8 * several)


class Repetitions:
    """The block quotations of a draft that are tied, in which runs in marks below them may be repeated."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._positions = sorted(context.ties)
        self._words: dict[int, str] = {}

    def of(self, run: Run) -> Evidence | None:
        """The evidence of the nearest one above whose words a run repeats."""
        text = " ".join(run.text.split())
        if text.count(" ") + 1 < _REPEATED:
            return None
        before = bisect_left(self._positions, run.item.position)
        for position in reversed(self._positions[max(0, before - _QUOTATIONS) : before]):
            if text in self._text(position):
                return replace(self._context.ties[position], name="continued")
        return None

    def _text(self, position: int) -> str:
        if position not in self._words:
            quotation = self._context.items[position].quotation
            self._words[position] = " ".join(quotation.text[:_QUOTATION].split()) if quotation else ""
        return self._words[position]


def preceding(context: Context, at: int) -> Evidence | None:
    """The evidence of the quotation after this one, if what stands between says that it goes on, or translates it."""
    end = context.run(at)[1]
    between: list[Item] = []
    for item in context.items[end : end + 2]:
        if item.kind == "quotation":
            tied = context.ties.get(item.position)
            if tied is None or not between or not (_points_back(between) or _translates(between[-1])):
                return None
            return replace(tied, name="continued", rank=RANKS["continued"])
        between.append(item)
    return None


def _translates(item: Item) -> bool:
    return len(item.text) <= _WORDS and has_any(item.text, cues.TRANSLATION)


def _points_back(between: list[Item]) -> bool:
    return bool(between) and between[0].kind != "heading" and has_any(between[0].text[-200:], cues.CONTINUATION)


def _intro(context: Context, at: int) -> Item | None:
    first = context.run(at)[0]
    intro = context.items[first - 1] if first else None
    return intro if intro is not None and intro.kind in ("text", "list-item") else None


def _sentence(item: Item) -> str:
    return item.text[last_sentence(item.text) :][-_SENTENCE:]
