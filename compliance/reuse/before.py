"""Evidence before a block quotation: the words that introduce it, its heading or list item, the paragraphs above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.reuse import cue_words, cues
from compliance.reuse.after import is_hint
from compliance.reuse.attribution import coverage, is_link_line
from compliance.reuse.context import alone
from compliance.reuse.evidence import RANKS, Evidence, evidence
from compliance.reuse.inline import is_title
from compliance.reuse.outline import is_heading
from compliance.reuse.sentences import (
    has_any,
    introduces_own,
    is_answered,
    last_sentence,
    leads_in,
    runs_on,
    sentence_at,
    sentence_starts,
    speakers,
    speaks,
    speaks_of,
    squashed,
    words,
    writes_elsewhere,
)
from compliance.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.drafts.model import Block, Link
    from compliance.reuse.context import Context
    from compliance.reuse.outline import Item

_SENTENCE = 1000  # characters of a sentence that are looked at, and links of one place: no sentence has more
_LINKS = 30
_SAID, _WORK = 3, 5  # how much more a link is worth beside words of saying, or one that is called an article
_HINTED = 6  # how much less whoever pointed to a text is worth
_LATE = 4  # how much more the last of several links is worth than the first
_COLON = 2  # the same in a sentence that ends in a colon
_TITLE = 2  # words
_CARD = 6  # lines of a card: a title, a description, names
_MARGIN = 6  # characters before a link that an item begins with
_LIST = 40  # items of a list between its introduction and a quotation in it
_REACH = 3  # items above the introduction that are looked at, a list counting as one
_ALONE = 6  # the same where just one article was linked so far
_PASSING = 30  # how much less an encyclopedia's page about who is quoted is worth than the page of the quotation
_MENU, _MOSTLY = 3, 0.6  # links, and the share of a paragraph's letters that they have, that make it a menu


def before(context: Context, at: int) -> Iterator[Evidence]:
    """All evidence that stands above the quotation at this position."""
    first = context.run(at)[0]
    intro = _linking(context, context.items[first - 1]) if first else None
    if intro is None or intro.kind in ("break", "metadata") or intro.position in context.taken:
        return
    if intro.kind == "quotation" or introduces_own(intro.text):
        return
    works = _other_works(context, intro)
    for found in (_introduction(context, intro, at, first), _earlier(context, intro), _above_list(context, at)):
        for one in found:
            elsewhere = any(work not in squashed(one.url) for work in works)
            yield replace(one, doubtful=True) if elsewhere else one


def _other_works(context: Context, intro: Item) -> list[str]:
    """The titles in italics (squashed) that an introduction's last sentence names, and no link goes with."""
    start = last_sentence(intro.text)
    if any(k.text_end > start for k in intro.links):
        return []
    italic = [intro.text[a:b] for name, a, b in intro.block.marks if name in ("em", "cite", "i") and a >= start]
    titles = [t for t in italic if len(words(t)) >= _TITLE and is_title(t) and not context.sites.publisher_named(t)]
    return [squashed(title).removeprefix("the") for title in titles]


def _linking(context: Context, intro: Item) -> Item:
    """The item itself; or, for the last line of a card that is one link, the line that has it."""
    card = intro.block.inside("figure")
    if card is None or intro.links:
        return intro
    lines = [
        i for i in context.items[max(0, intro.position - _CARD) : intro.position] if i.block.inside("figure") is card
    ]
    return next((i for i in lines if i.links), intro)


def _above_list(context: Context, at: int) -> Iterator[Evidence]:
    """The line above a list in which the quotation stands: it links a source and ends in a colon.

    So does the item of a list that the quotations hang below and that begins with a link.
    """
    for item in above_lists(context, at):
        links = context.sources(item.links) if item.kind in ("text", "list-item") else []
        heading = item.kind == "list-item" and bool(links) and links[0].text_start <= _MARGIN
        if links and (leads_in(item.text) or heading):
            yield from _best(context, links, "link-in-introduction", item.text, -10, late=_LATE)
            return


def above_lists(context: Context, at: int) -> Iterator[Item]:
    """What stands above each of the lists that the item at this position is in, the innermost first."""
    above = list(reversed(context.items[max(0, at - _LIST) : at]))
    for group in _lists(context.items[at].block):
        outside = (item for item in above if all(around is not group for around in _lists(item.block)))
        if (item := next(outside, None)) is not None:
            yield item


def _lists(block: Block) -> Iterator[Block]:
    """The lists that a block is in, the innermost first."""
    around = block.inside("list")
    while around is not None:
        yield around
        around = around.parent.inside("list") if around.parent else None


def _outermost_list(item: Item) -> Block | None:
    return next(reversed([*_lists(item.block)]), None)


def _introduction(context: Context, intro: Item, at: int, first: int) -> Iterator[Evidence]:
    links = context.sources(intro.links)
    if not links:
        return
    if intro.kind == "heading":
        yield from _best(context, links, "heading-link", intro.text)
    elif intro.kind == "list-item" and not _belongs(context, intro, at):
        yield from _best(context, links, "earlier-paragraph", intro.text, -24)
    elif _is_menu(links, intro.text) and not leads_in(intro.text):
        return
    elif is_link_line(intro.block, intro.text, links):
        name = "list-item-link" if intro.kind == "list-item" else "link-in-introduction"
        yield from _best(context, links, name, intro.text)
    else:
        yield from _prose(context, intro, links, at - first)


def _prose(context: Context, intro: Item, links: list[Link], turn: int) -> Iterator[Evidence]:
    text = intro.text
    start = last_sentence(text)
    sentence = text[start:][-_SENTENCE:]
    near = [k for k in links if k.text_end > start]
    colon = leads_in(text)
    shares = _shared(context, near, turn, intro)
    if shares is not None:
        yield evidence("link-in-introduction", shares.address)
    elif has_any(text, cues.OWN_TEXT) and not colon:
        return
    elif colon and (others := _beside_bystanders(context, near, links, sentence)):
        yield from _best(context, others, "link-in-introduction", text, -10, late=_LATE)
    elif near and (colon or speaks(sentence) or runs_on(text)):
        name = "list-item-link" if intro.kind == "list-item" else "link-in-introduction"
        yield from _best(context, near, name, sentence, 0 if colon else -5, late=_COLON if colon else 0)
    elif colon:
        yield from _best(context, _last_linked(context, links, text), "link-in-introduction", text, -10, late=_LATE)
    else:
        yield from _unannounced(context, [k for k in near or links if context.sites.worth(k.address) > 0], text)


def _beside_bystanders(context: Context, near: list[Link], links: list[Link], sentence: str) -> list[Link]:
    """The likely sources in a paragraph whose last sentence links nothing but bystanders; else none."""
    if not near or not all(context.sites.is_bystander(k, sentence) for k in near):
        return []
    return [k for k in links[-_LINKS:] if context.sites.worth(k.address) > 0]


def _is_menu(links: list[Link], text: str) -> bool:
    """Whether a paragraph is hardly anything but links: credits, contents, tags."""
    ended = text.rstrip().endswith((".", "!", "?", "。"))
    return not ended and len(links) >= _MENU and coverage(links[0].block, text, links) >= _MOSTLY


def _last_linked(context: Context, links: list[Link], text: str) -> list[Link]:
    """The links of the last sentence that has one to a likely source; all of them if none has."""
    starts = sentence_starts(text)
    last = next((k for k in reversed(links) if context.sites.worth(k.address) > 0), None)
    if last is None:
        return links[-_LINKS:]
    begin = max(at for at in starts if at <= last.text_start)
    return [k for k in links[-_LINKS:] if k.text_start >= begin]


def _unannounced(context: Context, links: list[Link], text: str) -> Iterator[Evidence]:
    """A paragraph that nothing but its place ties to the quotation below: its likely sources, but no bystanders."""
    if links:
        yield from _best(context, links[-_LINKS:], "link-before", text, late=_LATE)


def _shared(context: Context, near: list[Link], turn: int, intro: Item) -> Link | None:
    """Several sources in one introducing sentence before as many quotations: each in its turn."""
    first, end = context.run(intro.position + 1)
    worth = [k for k in near if context.sites.weight(k, "") > 0]
    keys = {k.address for k in worth}
    return worth[turn] if end - first == len(worth) == len(keys) > 1 else None


def _belongs(context: Context, intro: Item, at: int) -> bool:
    """Whether the list item above introduces the quotation: it holds it, or it is the only one of its list."""
    holder = context.items[at].block.inside("item")
    own = intro.block.inside("item")
    if holder is not None:
        return holder is own or leads_in(intro.text)
    return alone(intro.block) or leads_in(intro.text)


def _best(  # noqa: PLR0913  what is rated, by what, and how much it is worth
    context: Context, links: list[Link], name: str, sentence: str, change: int = 0, *, late: int = 0
) -> Iterator[Evidence]:
    """The likeliest of several links in one place; the last is worth ``late`` more than the first."""
    last = links[-_LINKS:]
    if len(last) > 1 and leads_in(last[-1].block.text.value) and _is_place(last[-1]):
        yield evidence(name, last[-1].address, change)
        return
    rated = [(_rate(context, k, sentence) + late * (i + 1) // len(last), i, k) for i, k in enumerate(last)]
    if len(rated) > 1:
        rated = [(rate - _HINTED * (_is_hinted(k) or is_answered(k)), i, k) for rate, i, k in rated]
    rate, _, link = max(rated, key=lambda r: (r[0], r[1]))
    passing = _PASSING if context.sites.is_bystander(link, sentence) else 0
    elsewhere = writes_elsewhere(sentence, links) or is_answered(link)
    yield evidence(name, link.address, change + min(4, rate) - passing, doubtful=elsewhere)


def _rate(context: Context, link: Link, sentence: str) -> int:
    """The address's weight, more when words of saying or of a text are linked, or words of saying stand next to it."""
    text = link.block.text.value
    ahead = words(text[max(0, link.text_start - 40) : link.text_start])[-2:]
    if ahead[-1:] == ["to"] and ahead[0].lower() != "according" and speaks(ahead[0]):  # who is spoken to is silent
        return context.sites.weight(link, "") - 1
    around = " ".join([*ahead, link.anchor, *words(text[link.text_end : link.text_end + 40])[:3]])
    said = _WORK if not cue_words.WORKS.isdisjoint(w.lower() for w in words(link.anchor)) else _SAID * speaks(around)
    return context.sites.weight(link, sentence) + said


def _is_place(link: Link) -> bool:
    """Whether the words before a link say that somebody wrote there what follows: `he posted on [X](...):`."""
    ahead = [w.lower() for w in words(link.block.text.value[max(0, link.text_start - 40) : link.text_start])][-4:]
    return (
        bool(ahead)
        and ahead[-1] in cue_words.PLACES
        and (speaks(" ".join(ahead)) or not cue_words.POSTED.isdisjoint(ahead))
    )


def _is_hinted(link: Link) -> bool:
    """Whether a link says who pointed to a text: `Via [Roger's blog](...)`."""
    text = link.block.text.value
    return is_hint(text[sentence_at(text, link.text_start, link.text_end)[0] : link.text_start])


def _earlier(context: Context, intro: Item) -> Iterator[Evidence]:
    """Paragraphs further up, as long as nothing else is linked, quoted or headed between.

    Something must point from there to the quotation: a colon, a word of saying; or no other source was linked so far.
    """
    if intro.kind != "heading" and any(context.sites.weight(k, "") > 0 for k in context.sources(intro.links)):
        return
    said = speakers(intro.text[last_sentence(intro.text) :]) if intro.kind != "heading" else set()
    headings = int(is_heading(intro))
    pointing = _points(intro)
    alone = pointing and context.linked_until(intro.position) == 1
    for distance, item in _upwards(context, intro, _ALONE if alone else _REACH):
        if item.kind in ("break", "quotation", "metadata") or headings > 1 or item.position in context.taken:
            return
        headings += item.kind == "heading"
        if headings and not pointing and item.kind != "heading":
            pointing = _points(item)
        links = [k for k in context.sources(item.links) if context.sites.weight(k, "") > 0]
        if not links:
            continue
        change = -(2 if alone else 4) * distance - 6 * headings
        if item.kind == "list-item":
            if pointing:
                yield from _list_of_one_site(context, item, change)
            return
        if (not pointing and not leads_in(item.text) and context.linked_until(item.position + 1) > 1) or (
            said and not speaks_of(item.text, links, said)
        ):
            return
        yield from _best(context, links, "earlier-paragraph", item.text, change, late=_LATE)
        return


def _upwards(context: Context, intro: Item, reach: int) -> Iterator[tuple[int, Item]]:
    """The items above an introduction with their distance; those of one list are as far as its last."""
    distance, here = -1, None
    for item in reversed(context.items[max(0, intro.position - _LIST) : intro.position]):
        group = _outermost_list(item)
        distance += group is None or group is not here
        here = group
        if distance >= reach:
            return
        yield distance, item


def _list_of_one_site(context: Context, last: Item, change: int) -> Iterator[Evidence]:
    """The site of a list of articles: which of them is quoted below it nobody can tell."""
    group = _outermost_list(last)
    items = [i for i in context.items[max(0, last.position - _LIST) : last.position + 1] if _outermost_list(i) is group]
    found = {context.sites.domain(k.address) for i in items for k in context.sources(i.links)}
    if len(found) == 1:
        yield Evidence("earlier-paragraph", "", RANKS["earlier-paragraph"] + change, found.pop())


def _points(item: Item) -> bool:
    if is_heading(item):
        return False
    sentence = item.text[last_sentence(item.text) :]
    return leads_in(item.text) or speaks(sentence) or has_any(sentence, cues.THE_WORK)
