"""Runs in quotation marks: which of them are another's words, and whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.addresses import article_key
from compliance.counting import is_unspaced
from compliance.expressions import expression
from compliance.reuse import cue_words, cues
from compliance.reuse.continuing import recalled_in
from compliance.reuse.evidence import RANKS, Evidence, best, evidence
from compliance.reuse.naming import by_name
from compliance.reuse.notes import noted_run
from compliance.reuse.sentences import (
    has_any,
    heads,
    names,
    says_oneself,
    sentence_at,
    speaks,
    speaks_of,
    words,
)
from compliance.reuse.trailing import closing, interposed, trailing
from compliance.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.model import Link
    from compliance.reuse.context import Context
    from compliance.reuse.runs import Run

_PHRASE = 3  # words: what a sentence calls something in so many words may be a quotation
_NAMED = 4  # words: so many that a known publisher is said to have written are a quotation
_STATEMENT = 8  # words: so many are hardly a title, a nickname or a scare quote
_TITLE = 12  # words: a longer one is a sentence, in a language that capitalises its nouns
_FAR = 160  # characters of a sentence between a link and words that it can be the source of
_MARK = 2  # characters
_CLOSE = 30  # characters before a run in which it may be said to be a title
_FEW = 14  # words of a sentence that goes on from the one above
_NOTE = 60  # characters of a note in brackets behind a quotation
_MOST = 20  # links of one paragraph that are looked at
_REPORT = 600  # characters before a sentence in which somebody may have been said to write
_NEAR = 6  # items between a block quotation and words of the same article
_ARTICLE = 4  # the weight of an address that is surely an article's
_NUMBERED = expression(r"(?:\A|\s)\[\d{1,3}\]\s[^\[\]]{0,150}\Z")
_PAGE = expression(r"[\"”’»]?\s?\((?:(?:pp?|S|с)\.\s?)?\d{1,4}(?:\s?[-–]\s?\d{1,4})?\)")  # `“...” (317)`
_ALTERED = expression(r"\[[^\[\]]{1,60}\]")  # a quoter's own word: what has one is nobody's title or scare quote
_OPENING_MARKS, _CLOSING_MARKS = " \t\n“„\"«‘'‹「『", "”“\"»’'›」』"
_ENDS = (".", "!", "?", "…", ",", "。", "！", "？", "，")


def size(text: str) -> int:
    """How many words a text has; where words are not parted by spaces, two characters count as one."""
    if text.isascii():
        return len(text.split())
    wide = sum("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in text)
    return wide // 2 if wide > len(text) // 3 else len(text.split())


def is_title(text: str) -> bool:
    """Whether words in quotation marks are written like a title: `The Long Way Home`."""
    spoken = words(text)
    long = [w for w in spoken if len(w) > 3]
    return (
        len(long) > 0
        and len(spoken) <= _TITLE
        and spoken[0][0].isupper()
        and sum(w[0].isupper() for w in long) >= 0.6 * len(long)
        and not text.rstrip().endswith((".", ","))
    )


def tie(context: Context, run: Run, before: Evidence | None) -> Evidence | None:
    """The source of a run in quotation marks; ``before`` is that of the run before it in the same paragraph."""
    count = size(run.text)
    single = run.quotation.slices[0].block.text.value[run.start - 1 : run.start] == "'"
    if count < (_STATEMENT if single else _PHRASE) or is_title(run.text):
        return None
    if is_linked_title(run) or _is_titled(run) or _is_name(run) or _is_reference(run):
        return None
    if says_oneself(run.item.text[: run.start]):
        return None
    return best(list(_found(context, run, before, count)))


def _found(context: Context, run: Run, before: Evidence | None, count: int) -> Iterator[Evidence]:
    speech, statement = speaks(run.around), count >= _STATEMENT or _ALTERED.search(run.text) is not None
    begin, stop = run.sentence
    if has_any(run.around, cues.PRIVATE) or has_any(run.around, cues.SAYINGS):
        return
    yield from _attributed(context, run, statement=speech or statement)
    if inside := [k for k in run.paragraph.between(begin, stop) if _gap(run, k) <= _FAR]:
        if speech or statement or _introduces(run.item.text[begin : run.start]):
            led = [k for k in run.paragraph.lead(run) if k in inside]  # `A says “...”, while B says “...”`
            yield _nearest(run, led or inside, 0 if speech else -8)
    else:
        yield from _before(context, run, speech=speech, statement=statement)
    if statement and not inside and (about := _reported(context, run)) is not None:
        yield evidence("link-before", about.address, -6)
    yield from _again(context, run, statement=statement or speech)
    if before is not None and (speech or statement):
        yield Evidence("continued", before.url, RANKS["continued"], before.domain)
    said = speech or _introduces(run.around)
    if count >= (_NAMED if said else _STATEMENT):
        named = by_name(context, run.around, RANKS["publisher-name"] - 8)
        yield from (replace(e, doubtful=not said) for e in named)
    if statement and not run.paragraph.outside:
        yield from _above(context, run, speech=speech)
    if context.source is not None and statement:
        yield evidence("front-matter", context.source[1], -10)


def _attributed(context: Context, run: Run, *, statement: bool) -> Iterator[Evidence]:
    """What stands right at the run: a note, a name or link behind it, a link on its words; what ends the paragraph."""
    yield from noted_run(context, run.item.block, run.end, run.sentence[1])
    yield from trailing(context, run)
    yield from interposed(context, run)
    if statement:
        yield from closing(run)
    for link in run.paragraph.around(run):
        if _linked(run, link):
            yield evidence("linked-quotation", link.address)


def _reported(context: Context, run: Run) -> Link | None:
    """The one article that a paragraph links, when a sentence of it before this one says what somebody writes there."""
    pages = {article_key(k.address): k for k in run.paragraph.outside[:_MOST] if context.sites.worth(k.address) > 0}
    if len(pages) != 1 or len(run.paragraph.outside) > _MOST:
        return None
    (link,) = pages.values()
    begin = run.sentence[0]
    reported = speaks(run.item.text[max(0, begin - _REPORT) : begin]) or heads(run.item.text, link)
    return link if link.text_start < begin and reported and not _tells_own(run, link) else None


def _again(context: Context, run: Run, *, statement: bool) -> Iterator[Evidence]:
    """The article quoted above this paragraph, when the sentence names its author again, or calls it `the article`.

    Where none is quoted above, the only one that is linked there.
    """
    if not statement or run.paragraph.outside:
        return
    yield from recalled_in(context, run.around)
    by_page = _PAGE.match(run.item.text, run.end) is not None
    if not by_page and not has_any(run.around, (*cues.THE_WORK, *cues.THE_AUTHOR, *cues.THE_OUTLET)):
        return
    position = run.item.position
    near = next((p for p in range(position - 1, max(-1, position - _NEAR), -1) if p in context.ties), None)
    if near is None and (url := context.only_page_above(position)):
        yield evidence("referred", url)
    elif near is not None and (tied := context.ties[near]).url:
        yield Evidence("recalled", tied.url, RANKS["recalled"], tied.domain, tied.authors)


def _before(context: Context, run: Run, *, speech: bool, statement: bool) -> Iterator[Evidence]:
    """The link of an earlier sentence, when this one still speaks of its page."""
    earlier = run.paragraph.last_before(run.sentence[0])
    if earlier is None:
        yield from _from_home(context, run, speech=speech, statement=statement)
        return
    said = names(run.around)
    earlier = run.paragraph.last_of(run.sentence[0], said) or earlier
    if _tells_own(run, earlier):
        return
    if speech:
        goes_on = not said or speaks_of(run.item.text, [earlier], said, run.sentence[0])
    else:
        led = _is_statement(run) or _introduces(run.item.text[run.sentence[0] : run.start])
        goes_on = statement and led and context.sites.worth(earlier.address) >= _ARTICLE
    if goes_on:
        yield evidence("link-before", earlier.address)
    elif (
        speech
        and statement
        and _is_only(run, earlier)
        and (_is_written(run) or context.sites.publisher_of(earlier.address))
    ):
        yield evidence("link-before", earlier.address, doubtful=True)  # a new name may be its author's


def _tells_own(run: Run, link: Link) -> bool:
    """Whether the draft goes on to tell of its own between a link and a run: `Our driver, Pete Samson, ...`."""
    between = run.item.text[link.text_end : run.sentence[0]][-_REPORT:]
    return not cue_words.OURSELVES.isdisjoint(w.lower() for w in words(between))


def _is_only(run: Run, link: Link) -> bool:
    """Whether a link leads to the only page that a paragraph links."""
    return {article_key(k.address) for k in run.paragraph.outside} == {article_key(link.address)}


def _is_written(run: Run) -> bool:
    """Whether a run's sentence says that it was written, not said."""
    return not cue_words.WRITTEN.isdisjoint(w.lower() for w in words(run.around))


def _from_home(context: Context, run: Run, *, speech: bool, statement: bool) -> Iterator[Evidence]:
    """The front page of the one known publisher that a paragraph links, when a later sentence goes on to quote."""
    homes = {k.address: k for k in run.paragraph.outside if context.sites.publisher_of(k.address)}
    if len(homes) == len(run.paragraph.outside) == 1 and statement and (speech or _goes_on(run)):
        (home,) = homes.values()
        if home.text_start < run.sentence[0]:
            yield evidence("link-before", home.address, -10)


def is_alone(run: Run) -> bool:
    """Whether a run is the whole of its paragraph or line, its marks and a note in brackets behind it apart."""
    text = run.item.text
    ahead = text[text.rfind("\n", 0, run.start) + 1 : run.start].strip()
    stop = text.find("\n", run.end)
    behind = text[run.end : stop if stop >= 0 else len(text)].strip().lstrip(_CLOSING_MARKS).strip(" .,")
    noted = behind.startswith("(") and behind.endswith(")") and len(behind) <= _NOTE
    return len(ahead) <= _MARK and (len(behind) <= _MARK or noted)


def is_spoken(run: Run) -> bool:
    """Whether the draft itself says who speaks, and not writes: an interview's answer, what the author was told."""
    if _is_written(run):
        return False
    return speaks(run.around) or bool(names(run.around)) or _introduces(run.around)


def _is_name(run: Run) -> bool:
    """Whether the quoted words only name something, in a sentence in which nobody speaks: `the “...” argument`."""
    text = run.item.text
    ahead = words(text[max(0, run.start - 20) : run.start])[-1:]
    behind = text[run.end : run.end + 24].lstrip("\"'”’»“")
    follows = words(behind)[:1]
    inside = behind[:1] in (" ", "\n") and behind[1:2].islower() and not run.text.rstrip().endswith(_ENDS)
    named = (
        inside
        and bool(ahead)
        and ahead[0].lower() in cue_words.DETERMINERS
        and follows[0] not in cue_words.FUNCTION_WORDS
    )
    return named and not speaks(run.around)


def _is_reference(run: Run) -> bool:
    """Whether the quoted words are a title in a list of sources: `[1] Ann Rook. “Council votes by night”. Gazette`."""
    ahead = run.item.text[max(0, run.start - _FAR) : run.start]
    return _NUMBERED.search(ahead) is not None and not speaks(run.around)


def _introduces(around: str) -> bool:
    """Whether a sentence without what it quotes ends in a colon, the marks left aside."""
    return around.rstrip(" \t\n“”„\"«»‘’‚'›‹「」『』.,").endswith((":", "："))


def _linked(run: Run, link: Link) -> bool:
    """Whether the quoted words are the link's, and are words of a sentence."""
    if not _covers(run, link) or is_title(run.text.rstrip(" ,.")):
        return False
    if _is_titled(run):
        return False
    begun = run.text[:1].islower() and not any(is_unspaced(c) for c in run.text)  # `iPad用ケース` is no sentence
    ended = run.text.rstrip().endswith(_ENDS) or (is_alone(run) and size(run.text) > _TITLE)
    return begun or ended


def _is_titled(run: Run) -> bool:
    """Whether the words before a run say that it is a title: `headlined “Judge trims hedge law”`."""
    ahead = [w.lower() for w in words(run.item.text[max(0, run.start - _CLOSE) : run.start])[-2:]]
    beside = run.item.text[max(0, run.start - _CLOSE) : run.start].rstrip(_OPENING_MARKS)[-1:].isalnum()
    if beside and ahead[-1:] and ahead[-1] in cue_words.TITLED_WORKS and not run.text.rstrip().endswith((".", ",")):
        return size(run.text) <= _TITLE
    called = ahead[-1:] == ["called"] and not {*cue_words.WORKS, "it's", "it’s"}.isdisjoint(ahead)
    return size(run.text) <= _TITLE and (called or not cue_words.TITLED.isdisjoint(ahead))


def is_linked_title(run: Run) -> bool:
    """Whether the quoted words are a link and begin and end as a title does."""
    return any(_covers(run, k) and not _linked(run, k) for k in run.paragraph.around(run))


def _covers(run: Run, link: Link) -> bool:
    overlap = min(run.end, link.text_end) - max(run.start, link.text_start)
    return overlap > 0.6 * max(run.end - run.start, link.text_end - link.text_start)


def _nearest(run: Run, links: list[Link], change: int) -> Evidence:
    return evidence("link-in-sentence", min(links, key=lambda k: _gap(run, k)).address, change)


def _gap(run: Run, link: Link) -> int:
    return max(run.start - link.text_end, link.text_start - run.end, 0)


def _is_statement(run: Run) -> bool:
    """Whether the quoted words are a sentence of their own; its full stop may stand behind the mark."""
    text = run.text.strip()
    if text[:1].islower():
        return False
    whole = not run.item.text[run.sentence[0] : run.start].strip(_OPENING_MARKS)
    stopped = whole and run.item.text[run.end : run.end + 2].strip(_CLOSING_MARKS).startswith(".")
    return stopped or text.endswith((".", "!", "?", "…", "。", "！", "？", ".)"))


def _above(context: Context, run: Run, *, speech: bool) -> Iterator[Evidence]:
    """The paragraph above, when it links one source and speaks of who is quoted here, or this one goes on from there.

    So it is with a quotation above.
    """
    position = run.item.position - 1
    if position < 0:
        return
    item, said = context.items[position], names(run.around)
    goes_on = _goes_on(run)
    if (tied := context.ties.get(position)) is not None and not said and goes_on:
        yield Evidence("recalled", tied.url, RANKS["recalled"], tied.domain, tied.authors)
    if item.kind not in ("text", "list-item"):
        return
    links = [k for k in context.sources(item.links[:_MOST]) if context.sites.worth(k.address) > 0]
    one = len({article_key(k.address) for k in links}) == 1
    if links and said and (speech or goes_on) and speaks_of(item.text, links, said):
        yield evidence("earlier-paragraph", links[-1].address)
    elif one and speaks(item.text) and goes_on and (not said or has_any(run.around, cues.THE_OUTLET)):
        yield evidence("earlier-paragraph", links[0].address)
    elif one and speech and context.sites.publisher_of(links[0].address) and _is_reported(item.text, links[0]):
        yield evidence("earlier-paragraph", links[0].address, doubtful=True)  # whoever speaks may have spoken there


def _is_reported(text: str, link: Link) -> bool:
    """Whether a paragraph says in the sentence of a link that its site reports something."""
    begin, end = sentence_at(text, link.text_start, link.text_end)
    return speaks(text[begin:end])


def _goes_on(run: Run) -> bool:
    """Whether a run's sentence goes on from what stands above: `Later she writes`, `My favourite line:`."""
    spoken = [w.lower() for w in words(run.around)]
    if not cue_words.FIRST_PERSON.isdisjoint(spoken) or len(spoken) > _FEW:
        return False
    if not cue_words.WRITTEN.isdisjoint(spoken) or not cue_words.PRONOUNS.isdisjoint(spoken[:1]):
        return True
    return has_any(run.around, (*cues.CONTINUATION, *cues.THE_WORK, *cues.THE_OUTLET))
