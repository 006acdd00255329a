"""Credit lines: sentences that say where this text was published first, in any wording."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from compliance.addresses import kind_of, unwrap
from compliance.expressions import expression
from compliance.reuse import credit_words, cue_words, cues
from compliance.reuse.attribution import is_link_line
from compliance.reuse.composed import composed
from compliance.reuse.keys import ADDRESS, CREDIT
from compliance.reuse.sentences import has_any, label, last_sentence, leads_in, sentence_at, squashed
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.drafts.model import Block, FrontMatter, Link
    from compliance.reuse.context import Context
    from compliance.reuse.outline import Item

_FIRST = 3  # items at the head in which a quotation may be a note on the text, however long
_BEGINNING = 40  # characters of a paragraph in which a credit begins that is all of it
_FIRST_OF = 4  # how much more the first of several links is worth where a credit says where a text stood first
_OUTERMOST = 4  # items at either end that are surely no part of the body if they speak of it
_LINE = 250  # characters: a longer paragraph is no line of credit
_HEAD, _TAIL = 6, 12  # items at either end of a draft in which a credit may stand
_EXCERPT, _GREETING = 120, 40  # characters of a paragraph that goes on elsewhere, and in which readers are greeted
_UNLINKED = 60  # characters of a line that names a publisher without a link
_POINTER = 160  # characters of a line that points to an article
_LEAD = 20  # characters, but for the link, of a line that leads on: `From [The Courier](...):`
_NAMES = 6  # words of a byline: names, and `for`
_SUBJECT = 90  # characters before the formula
_NAMED = 3  # words in which the subject names the text
_RELATIVES = frozenset({"that", "which"})
_THIS_IS = (["this", "is"], ["this", "was"])
_AROUND = " \t\n*_~[](){}<>—–-•|:：\"'“”‘’"
_MARKS = ".,:;*_~()[]\"'“”‘’«»"
_SHORT = 400  # characters: all of a paragraph like that belongs to the credit in it
_REST = 260  # characters after it in which `Read the original article` may stand


_VALUE = 1500  # characters of a value of the front matter that may hold a credit
_LINES = expression(r"[\n|]|(?<=[.。]) ")
_WORD = expression(r"\w+")
_UNSPACED = tuple(p for p in credit_words.CREDIT_PHRASES if p[0] >= "\u2e80")


@cache
def _by_word() -> dict[str, list[str]]:
    """The formulas by their longest word; other than in English the last of several may be a word's beginning only."""
    index: dict[str, list[str]] = {}
    english = frozenset(credit_words.REPOST_PHRASES["en"])
    for phrase in credit_words.CREDIT_PHRASES:
        found = _WORD.findall(phrase) if phrase not in _UNSPACED else []
        whole = found if phrase in english or len(found) == 1 else found[:-1]
        if whole:
            index.setdefault(max(whole, key=len), []).append(phrase)
    return index


@dataclass(slots=True, eq=False)
class CreditLine:
    """A credit: the range of its block's text, and the links in it.

    ``labelled``: a bare `Source: ...` rather than a sentence; ``partial``: the sentence says that this is an excerpt;
    ``pointing``: it may as well only point to what the draft speaks of: `Read the full article on ...`.
    """

    item: Item
    block: Block
    start: int
    end: int
    links: list[Link]
    labelled: bool = False
    partial: bool = False
    pointing: bool = False

    @property
    def names_somebody(self) -> bool:
        """Whether words follow the formula that are no date: `on The Daily Gazette`, not `on 3 May 2024`."""
        low = self.text.lower()
        after = [low[at + len(phrase) :] for at, phrase in formulas(low)][:1]
        spoken = [w.strip(_MARKS) for w in " ".join(after).split()[:6]]
        name = next((w for w in spoken if w and w not in credit_words.SMALL_WORDS), "")
        return bool(name) and not name[0].isdigit() and name not in credit_words.TIMES

    @property
    def text(self) -> str:
        """Its words."""
        return self.block.text.value[self.start : self.end]


def credit_lines(context: Context) -> list[CreditLine]:
    """All credit lines of a draft in order: at either end, and where the one in its midst speaks of a text.

    Several in the midst are a digest: each belongs to its entry.
    """
    items = [i for i in context.items if i.kind != "break"]
    edges: list[CreditLine] = []
    amid: list[CreditLine] = []
    for number, item in enumerate(items):
        if number < _HEAD or number >= len(items) - _TAIL:
            edges += _lines(context, item, outermost=number < _OUTERMOST or number >= len(items) - _OUTERMOST)
        elif item.kind == "text" and item.links and _may_speak(item):
            amid += (line for line in _lines(context, item, outermost=False) if not line.labelled)
    lines = sorted([*edges, *amid[: len(amid) == 1]], key=lambda line: (line.item.position, line.start))
    return [line for line in lines if not _introduces(context, line)]


def _may_speak(item: Item) -> bool:
    """Whether a paragraph amid a page may be a credit: it begins with one, or points to the text below it."""
    found = formulas(item.text.lower())
    begins = len(item.text) <= _LINE and any(at <= _BEGINNING for at, _phrase in found)
    return begins or (bool(found) and has_any(item.text, credit_words.BELOW))


def _introduces(context: Context, line: CreditLine) -> bool:
    """Whether a credit stands right above a block quotation, in the midst of other things: it is the quotation's."""
    following = context.items[line.item.position + 1 : line.item.position + 2]
    if (
        not following
        or following[0].kind != "quotation"
        or line.item.position < _FIRST
        or line.item.kind == "quotation"
    ):
        return False
    return any(i.kind in ("heading", "break") for i in context.items[: line.item.position])


def _lines(context: Context, item: Item, *, outermost: bool) -> Iterator[CreditLine]:
    if item.kind in ("quotation", "metadata") and not (outermost and (item.position < _FIRST or _is_note(item))):
        return
    linked: dict[int, list[Link]] = {}
    for link in context.sources(item.links):
        linked.setdefault(id(link.block), []).append(link)
    for block in _leaves(item):
        text = block.text.value
        there = linked.get(id(block)) or _below(context, item)
        found = (
            _sentence(text, context.title, item.links)
            or _labelled(text)
            or _composed(context, text, there, outermost=outermost)
        )
        if found is None:
            if outermost and item.kind == "text" and (line := _pointing(context, item, there)) is not None:
                yield line
            continue
        start, end, labelled = found
        if has_any(text[start : sentence_at(text, start, start + 1)[1]], cues.OWN_TEXT):
            continue
        links = [k for k in there if k.block is not block or (k.text_end > start and k.text_start < end)]
        if not links and len(text) <= _SHORT:
            links = there
        yield CreditLine(
            item, block, start, end, links, labelled, has_any(text[start:end], credit_words.EXCERPT_PHRASES)
        )


def _pointing(context: Context, item: Item, links: list[Link]) -> CreditLine | None:
    """A line that leads to an article in words that credit nothing for certain; of a known publisher, or its rest."""
    text = item.text
    low = " ".join(text[: 2 * _POINTER].lower().split())
    if not links:
        return _unlinked(context, item, low)
    if len(low) > _POINTER or any(context.sites.worth(k.address) <= 0 for k in links):
        return None
    if has_any(low, cues.OWN_TEXT):
        return None
    known = [k for k in links if context.sites.publisher_of(k.address)]
    reads_on = has_any(low, credit_words.EXCERPT_PHRASES)
    reads_on = reads_on or (has_any(low, credit_words.READ_ON) and _ends_excerpt(context, item))
    if not reads_on and not (len(known) == len(links) and _credits(context, item, low, known[0])):
        return None
    return CreditLine(item, item.block, 0, len(text), links, labelled=True, partial=reads_on, pointing=True)


def _ends_excerpt(context: Context, item: Item) -> bool:
    """Whether a line ends a draft below a paragraph of some length, and the draft does not greet its readers."""
    others = [i for i in context.items if i.kind in ("text", "list-item")]
    above = context.items[item.position - 1] if item.position else item
    greets = bool(others) and has_any(others[0].text[:_GREETING], credit_words.GREETINGS)
    return others[-1:] == [item] and len(above.text) >= _EXCERPT and not greets


def _unlinked(context: Context, item: Item, low: str) -> CreditLine | None:
    """A line that names a known publisher and no more: `Courtesy of The Courier`, `© The Courier 2026`."""
    named = low.strip(_AROUND).startswith(credit_words.FROM) or _is_notice(low)
    if item.links or len(low) > _UNLINKED or not named or context.sites.publisher_named(item.text) is None:
        return None
    return CreditLine(item, item.block, 0, len(item.text), [], labelled=True, pointing=True)


def _credits(context: Context, item: Item, low: str, link: Link) -> bool:
    """Whether a line (also given in lower case) may credit the text beside it to the publisher that it links."""
    text = item.text
    leading = leads_in(text) and len(text) - len(link.anchor) <= _LEAD and not _quotes(context, item)
    original = has_any(low, credit_words.READ_ORIGINAL) or low.strip(_AROUND) == "original"
    return leading or original or _is_byline(text, link) or (_is_notice(low) and _holds(context, text, link))


def _quotes(context: Context, item: Item) -> bool:
    """Whether what follows an item stands in quotation marks."""
    following = context.items[item.position + 1 : item.position + 2]
    runs = {id(q.slices[0].block) for q in context.draft.quotations if q.slices}
    return bool(following) and id(following[0].block) in runs


def _is_byline(text: str, link: Link) -> bool:
    """Whether a line says no more than who wrote something and for whom: `By Ann Rook, [The Courier](...)`."""
    by, *names_ = text[: link.text_start].strip(_AROUND).split() or [""]
    ends = not text[link.text_end :].strip(_AROUND + ".")
    return ends and by.lower() in credit_words.BYLINES and 0 < len(names_) <= _NAMES and names_[0][:1].isupper()


def _holds(context: Context, text: str, link: Link) -> bool:
    """Whether the publisher that a link leads to is whom a notice of copyright names, in words or by that link."""
    notice = text[: sentence_at(text, 0, 1)[1]]
    named = context.sites.publisher_named(notice)
    if named is not None:
        return context.sites.publisher_of(f"//{named}") == context.sites.publisher_of(link.address)
    return link.text_start <= len(notice) and sum(map(str.isalpha, notice[: link.text_start])) <= len("copyright by")


def credited_addresses(front_matter: FrontMatter) -> Iterator[tuple[str, str]]:
    """The addresses in values of the front matter that are credits: `preface: Cross-posted from [the Courier](...)`."""
    for entry in front_matter.entries:
        low = entry.value.lower()
        if "://" not in low or len(low) > _VALUE or has_any(low, cues.OWN_TEXT):
            continue
        for at, phrase in formulas(low)[:1]:
            begin, _ = sentence_at(entry.value, at, at + len(phrase))
            address = ADDRESS.search(entry.value, at, at + _REST)
            if address is not None and _is_about_this(low[begin:at], "", 0):
                yield CREDIT, address.group()


def _is_note(item: Item) -> bool:
    """Whether a quotation at an end of the draft may be a note on the text: it is short, or hardly more than links."""
    text = item.quotation.text if item.quotation is not None else item.text
    return len(text) <= _SHORT or sum(len(k.anchor) for k in item.links) >= len(text) / 2


def _below(context: Context, item: Item) -> list[Link]:
    """The links of a line that is nothing else, below a paragraph that points at it."""
    following = context.items[item.position + 1 : item.position + 2]
    if not following or not leads_in(item.text):
        return []
    line = following[0]
    return context.sources(line.links) if is_link_line(line.block, line.text, line.links) else []


def _leaves(item: Item) -> Sequence[Block]:
    if item.quotation is None:
        return [item.block]
    return [s.block for s in item.quotation.slices]


def _sentence(text: str, title: str, links: Sequence[Link]) -> tuple[int, int, bool] | None:
    """The sentence with a credit formula, and what follows it closely."""
    low = text.lower().replace("\n", " ").replace("\u00a0", " ")
    if len(low) != len(text):
        low = text
    for at, phrase in formulas(low):
        start, end = sentence_at(text, at, at + len(phrase))
        anchors = sum(k.text_end - k.text_start for k in links if start <= k.text_start and k.text_end <= at)
        itself = (" this " in phrase and at - start <= _SUBJECT) or _goes_on_about_this(text, start, low[start:at])
        if itself or _is_about_this(low[start:at], title, anchors if at - start > _SUBJECT else 0):
            return start, min(len(text), max(end, at + _REST)) if len(text) - end <= _REST else end, False
    return None


def _goes_on_about_this(text: str, start: int, subject: str) -> bool:
    """Whether the subject is an `It` that stands for the text, of which the sentence right before it spoke."""
    if not start or subject.split()[:1] != ["it"] or len(subject) > _SUBJECT:
        return False
    before = text[:start].rstrip()
    said = before[last_sentence(before) :].lower()
    for name in label(said):
        said = said.partition(":")[2] if name in cues.CALLOUTS else said
    spoken = [word.strip(_MARKS) for word in said.split()]
    of_this = spoken[:1] == ["this"] and not credit_words.WORKS_SET.isdisjoint(spoken[:_NAMED])
    return of_this and cue_words.OTHER_WORKS.isdisjoint(spoken)


def formulas(low: str) -> list[tuple[int, str]]:
    """The credit formulas in a text in lower case, with the place of each, in the order of the text."""
    index = _by_word()
    phrases = [p for word in index.keys() & set(_WORD.findall(low)) for p in index[word]]
    if not low.isascii():
        phrases += _UNSPACED
    return sorted((at, p) for p in phrases if (at := low.find(p)) >= 0)


def _is_about_this(subject: str, title: str, anchors: int) -> bool:
    """Whether the words before a formula speak of the text that they stand in."""
    plain = subject.strip(_AROUND)
    if not plain or _only_leads_to(subject):
        return True
    if title and squashed(title) and squashed(title) in squashed(plain):
        return True
    spoken = [word.strip(_MARKS) for word in plain.split()]
    if not cue_words.OTHER_WORKS.isdisjoint(spoken):
        return False
    if spoken[-1] in _RELATIVES and spoken[:2] not in _THIS_IS and not _is_this_work(spoken[-3:-1]):
        return False  # `this term is from [an article](...) that first appeared in ...`: that article did
    if not {w for part in spoken[:_NAMED] for w in (part, *part.split("/"))}.isdisjoint(credit_words.WORKS_SET):
        return len(plain) - anchors <= _SUBJECT
    return len(plain) - anchors <= _SUBJECT and any(
        f" {plain} ".find(word if not word.isascii() else f" {word} ") >= 0 for word in cues.THIS_TEXT
    )


def _only_leads_to(subject: str) -> bool:
    """Whether the words before a formula say nothing of their own: `with`, a byline, a notice of copyright, `Note:`."""
    spoken = subject.strip(_AROUND).split()
    if all(word in credit_words.WITH for word in spoken) or subject.rstrip(" \t\n*_~").endswith(":"):
        return len(spoken) <= _NAMED
    return len(subject) <= _SUBJECT and (_is_notice(subject) or spoken[0] in credit_words.BYLINES)


def _is_notice(text: str) -> bool:
    """Whether a text in lower case begins as a notice of copyright does."""
    return text.lstrip(" \t\n*_~").startswith(("copyright", "(c)", "©"))


def _is_this_work(spoken: Sequence[str]) -> bool:
    """Whether a relative clause is about this very text: `this essay, which first ran in ...`."""
    return len(spoken) == 2 and spoken[0] in cues.THIS_TEXT and spoken[1] in credit_words.WORKS_SET


def _composed(context: Context, text: str, links: Sequence[Link], *, outermost: bool) -> tuple[int, int, bool] | None:
    """A credit with a link, in words that no list has, at the beginning or the end of a paragraph.

    One that only says that the text was published is as good as a label, or better where it is a line of its own.
    """
    if not links:
        return None
    low = text.lower().replace("\n", " ").replace("\u00a0", " ")
    for start in (0,) if len(low) <= 2 * _SHORT else (0, len(low) - _SHORT):
        part = low[start : start + 2 * _SHORT] if start == 0 else low[start:]
        ranges = [(k.text_start - start, k.text_end - start) for k in links if k.text_end > start]
        formula = composed(part, ranges) if len(low) == len(text) else None
        if formula is None:
            continue
        if not formula.strong and not any(context.sites.worth(k.address) > 0 for k in links):
            continue
        if not formula.strong or _is_about_this(part[formula.sentence : formula.at], context.title, 0):
            end = min(len(text), start + formula.at + _REST)
            sure = formula.strong or (formula.subject and outermost and len(text) <= _LINE and not _on_others(text))
            return start + formula.sentence, len(text) if len(text) - end <= _REST else end, not sure
    return None


def _on_others(text: str) -> bool:
    return not cue_words.OTHER_WORKS.isdisjoint(w.strip(_MARKS) for w in text.lower().split())


def _labelled(text: str) -> tuple[int, int, bool] | None:
    """A line `Source: ...`, alone or among others of its kind: `By Ann Rook | Source: ...`."""
    start = 0
    if len(text) > _SHORT:
        return None
    for line in _LINES.split(text):
        if any(word in credit_words.REPOST_LABELS for word in label(line)):
            return start, start + len(line), True
        start += len(line) + 1
    return None


def original(context: Context, line: CreditLine) -> Link | None:
    """Of the links of a credit the one that leads to the article itself, else to the publisher."""
    links = _of_its_site(context, line)
    first = has_any(line.text, credit_words.FIRST) and len(links) > 1
    rated = [
        (_rate(context, link, line.text) + _FIRST_OF * (first and i == 0), -i, link) for i, link in enumerate(links)
    ]
    return max(rated, key=lambda r: r[:2])[2] if rated else None


def _of_its_site(context: Context, line: CreditLine) -> list[Link]:
    """The links of the credit's first sentence and those to the same sites, if it has any; else all."""
    stop = sentence_at(line.block.text.value, line.start, line.start + 1)[1]
    named = [k for k in line.links if k.block is line.block and k.text_start < stop]
    if not named:
        return line.links
    sites = {context.sites.domain(k.address) for k in named}
    return [k for k in line.links if context.sites.domain(k.address) in sites]


def _rate(context: Context, link: Link, sentence: str) -> int:
    rate = context.sites.weight(link, sentence)
    if kind_of(unwrap(link.address).url) in ("article", "page") and has_any(link.anchor, cues.ORIGINAL_ANCHORS):
        rate += 5
    return rate
