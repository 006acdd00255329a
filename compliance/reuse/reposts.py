"""Reposts: a draft, or a part of it, that is another's whole text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.addresses import article_key, same_article, same_site
from compliance.drafts.model import Slice
from compliance.expressions import expression
from compliance.reuse import credit_words, cues
from compliance.reuse.attribution import is_link_line
from compliance.reuse.credits import CreditLine, credit_lines, original
from compliance.reuse.evidence import Evidence, evidence
from compliance.reuse.keys import last_part
from compliance.reuse.pixels import pixels
from compliance.reuse.sentences import has_any, squashed, weight_of
from compliance.values import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.drafts.model import Link
    from compliance.report import Mode
    from compliance.reuse.context import Context
    from compliance.reuse.model import Declaration
    from compliance.reuse.outline import Item

# Letters of a text, as `weight_of` counts them, from which it is taken for a copy:
_ARTICLE = 1500  # under a source key, or above a line `Source: ...`; a shorter one may be a note
_COPY = 400  # where the key says that the text is a copy
_NOTE = 800  # under a line `Source: ...`, or a credit that leads nowhere
_PAGE = 2000  # where the key only points to a page
_SHORT = 250  # where a person is only asked

_SLUG = 4  # words of an address that are a title
_HEADS = 3  # items among which the head of a draft stands
_BESIDE = 24  # characters beside a link that heads a text: `by Ann Rook`
_NAMED = 60  # characters of a label that names a publisher and no more
_ALONE = 200  # characters of a line below a rule
_CREDIT = 460  # characters of a credit without a link that can be believed, with what follows it

_HOST = expression(r"(?i)(?<![\w.@/-])(?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,6}(?![a-z0-9@-])")


@dataclass(slots=True)
class Repost:
    """A text taken over: its source, the items that are its body, and the credit lines that say so.

    ``evidence`` is None where the credit says that it is another's text, and nothing tells whose page it stood on.
    """

    evidence: Evidence | None
    mode: Mode
    body: list[Slice]
    credits: list[CreditLine] = field(default_factory=list)


def reposts(context: Context, declarations: Sequence[Declaration] = ()) -> list[Repost]:
    """The reposts of a draft: declared, by credit lines, by a publisher's counter, by what the front matter says."""
    whole = [d for d in declarations if d.mode in ("repost", "excerpt")]
    if len(whole) == 1:
        return _declared(context, whole[0])
    lines = _kept(context, credit_lines(context))
    if lines:
        found = [r for r in _credited(context, lines) if r is not None]
        if found:
            return found
    counted = next(pixels(context.draft, context.sites), None)
    if counted is not None:
        links = [k for k in context.sources(list(context.draft.links)) if same_site(k.address, counted[1])]
        url = _article(context, links)
        return [Repost(Evidence("tracking-pixel", url, 70, counted[1]), "repost", _slices(context.items))]
    filed = _filed(context) or _headed(context)
    return [filed] if filed else []


def _declared(context: Context, declaration: Declaration) -> list[Repost]:
    """A declared repost: the body is what its credit lines leave, else all of the draft; bare links to it apart."""
    tie = evidence("declared", declaration.url)
    by_credit = [r for r in _credited(context, _kept(context, credit_lines(context))) if r is not None]
    mode = declaration.mode or "repost"
    if len(by_credit) == 1:
        body, lines = by_credit[0].body, by_credit[0].credits
    elif mode == "excerpt" and any(i.kind == "quotation" for i in context.items):
        return []
    else:
        body, lines = _slices(context.items), []
    edge = {id(i.block) for i in _link_lines([*context.items[:2], *context.items[-1:]], declaration.url)}
    return [Repost(tie, mode, [part for part in body if id(part.block) not in edge] or body, lines)]


def _link_lines(items: Sequence[Item], url: str) -> list[Item]:
    """The items that are nothing but a link to a page."""
    return [
        i
        for i in items
        if i.kind != "quotation"
        and is_link_line(i.block, i.text, i.links)
        and any(same_article(k.address, url) for k in i.links)
    ]


def _kept(context: Context, lines: list[CreditLine]) -> list[CreditLine]:
    """Sentences before labels, and labels before what may be neither."""
    sentences = [line for line in lines if not line.labelled]
    if sentences:
        return sentences
    labelled = [line for line in lines if line.labelled and not _is_of_quotation(context, line)]
    believed = _believed(context, [line for line in labelled if line.links and not line.pointing])
    return believed or _doubted(context, labelled)


def _doubted(context: Context, lines: list[CreditLine]) -> list[CreditLine]:
    """Labels and pointers to the article of a known publisher, or to the rest of a text; all marked as pointing.

    A person has to look.
    """
    if not lines:
        return []
    quoted, plain = context.weights
    known = [x for x in lines if (x.partial and x.links) or _is_known(context, x)]
    if quoted or plain < _SHORT or len({article_key(k.address) for line in known for k in line.links}) > 1:
        return []
    for line in known:
        line.pointing = True
    return known


def _is_known(context: Context, line: CreditLine) -> bool:
    """Whether a line links, or in a few words names, a known publisher."""
    if line.links:
        return any(context.sites.publisher_of(k.address) for k in line.links)
    return len(line.text) <= _NAMED and context.sites.publisher_named(line.text) is not None


def _believed(context: Context, labelled: list[CreditLine]) -> list[CreditLine]:
    """A bare `Source: ...`, where the text is long and not mostly quotations."""
    if not labelled:
        return []
    quoted, plain = context.weights
    last = labelled[0].item.position > 3
    if len({k.address for line in labelled for k in line.links}) > 2 or quoted > plain * (0.3 if last else 1):
        return []
    if plain < (_COPY if _stands_apart(context, labelled[0]) else _ARTICLE if last else _NOTE):
        return []
    return labelled[:1]


def _is_of_quotation(context: Context, line: CreditLine) -> bool:
    """Whether a label stands right below a block quotation, and the draft goes on: it is about the quotation alone."""
    position = line.item.position
    goes_on = any(i.kind in ("text", "list-item", "heading") for i in context.items[position + 1 : position + 3])
    return position > 0 and context.items[position - 1].kind == "quotation" and goes_on


def _stands_apart(context: Context, line: CreditLine) -> bool:
    """Whether a label is a line of its own below a rule: it is about all that stands above."""
    position = line.item.position
    return position > 0 and context.items[position - 1].kind == "break" and len(line.item.text) <= _ALONE


def _credited(context: Context, lines: list[CreditLine]) -> Iterator[Repost | None]:
    """A repost for each credit line that has a text of its own; lines that follow each other speak of one text."""
    if not lines:
        return
    groups: list[list[CreditLine]] = []
    for line in lines:
        between = context.items[groups[-1][-1].item.position + 1 : line.item.position] if groups else []
        if groups and (sum(len(i.text) for i in between) < 200 or _same(context, groups[-1], line)):
            groups[-1].append(line)
        else:
            groups.append([line])
    groups = _around_one(context, groups)
    heads = _stand_above(context, groups)
    for number, group in enumerate(groups):
        low = groups[number - 1][-1].item.position if number else -1
        high = groups[number + 1][0].item.position if number + 1 < len(groups) else len(context.items)
        yield _one(context, group, low, high, above=heads if len(groups) > 1 else None)


def _around_one(context: Context, groups: list[list[CreditLine]]) -> list[list[CreditLine]]:
    """Of credits above and below one text those that lead to an article, if only one of the two does."""
    if len(groups) != 2:
        return groups
    first, last = groups[0][0].item.position, groups[1][-1].item.position
    if _weight(_slices(context.items[:first])) + _weight(_slices(context.items[last + 1 :])) >= _COPY:
        return groups
    worth = [max((context.sites.worth(k.address) for line in g for k in line.links), default=0) for g in groups]
    return groups if worth[0] == worth[1] else [groups[worth.index(max(worth))]]


def _same(context: Context, group: list[CreditLine], line: CreditLine) -> bool:
    """Whether a credit repeats one that stands above: it names the same site, or one of the two names none."""
    sites = {context.sites.domain(k.address) for other in group for k in other.links}
    own = {context.sites.domain(k.address) for k in line.links}
    return not sites or not own or not sites.isdisjoint(own)


def _stand_above(context: Context, groups: list[list[CreditLine]]) -> bool:
    before = context.items[: groups[0][0].item.position]
    after = context.items[groups[-1][-1].item.position + 1 :]
    return sum(len(i.text) for i in before) < sum(len(i.text) for i in after)


def _one(context: Context, group: list[CreditLine], low: int, high: int, *, above: bool | None) -> Repost | None:
    first, last = group[0].item.position, group[-1].item.position
    before, after = _slices(context.items[low + 1 : first]), _slices(context.items[last + 1 : high])
    between = _slices([i for i in context.items[first + 1 : last] if all(i is not line.item for line in group)])
    beside = [s for line in group for s in _rest(line)]
    if above is None:
        above = _weight(after) > _weight(before)
    body = after if above else before
    if _weight(between) > _weight(body):
        body = between
    if _weight(beside) > _weight(body):
        body = beside
    if _is_mirror(context, group, body):
        return None
    ties = [e for line in group if (e := _source(context, line)) is not None]
    tie = max(ties, key=lambda e: context.sites.worth(e.url) if e.url else 0, default=None)
    if _weight(body) < (120 if tie else _NOTE) or (tie is None and not _is_plain(group, body)):
        return None
    if tie is not None and context.source is not None and context.copy_of:
        stated, known = context.source[1], context.sites.publisher_of
        if known(stated) and not known(tie.url or f"//{tie.domain}"):  # whose terms are known must not be passed over
            tie = evidence("front-matter", stated)
    if tie is not None and group[0].pointing:
        tie = replace(tie, doubtful=True)
    return Repost(tie, "excerpt" if any(line.partial for line in group) else "repost", body, group)


def _is_mirror(context: Context, group: list[CreditLine], body: Sequence[Slice]) -> bool:
    """Whether a text was only posted elsewhere, and quotes others as a blog does: its author moved it here."""
    if not any(has_any(line.text, credit_words.POSTED) for line in group):
        return False
    inside = {id(s.block) for s in body}
    sites = {context.sites.domain(k.address) for line in group for k in line.links}
    for item in context.items:
        if item.quotation is not None and any(id(s.block) in inside for s in item.quotation.slices):
            above = context.items[item.position - 1] if item.position else item
            links = context.sources([*above.links, *item.links])
            if any(context.sites.worth(k.address) > 0 and context.sites.domain(k.address) not in sites for k in links):
                return True
    return False


def _is_plain(group: list[CreditLine], body: Sequence[Slice]) -> bool:
    """Whether credits that lead nowhere can be believed: a line of its own, no label, above or below a long text."""
    line = group[0]
    alone = len(line.text) <= _CREDIT and line.item.kind in ("text", "metadata", "quotation")
    return alone and not line.labelled and not line.partial and line.names_somebody and len(body) > 1


def _rest(line: CreditLine) -> Iterator[Slice]:
    if line.start > 0:
        yield Slice(line.block, 0, line.start)
    if line.end < len(line.block.text.value):
        yield Slice(line.block, line.end, len(line.block.text.value))


def _source(context: Context, line: CreditLine) -> Evidence | None:
    """Whom a credit line credits: by its link, a publisher's name, a site that the draft links or names elsewhere."""
    certain = 70 if line.labelled else 92
    link = original(context, line)
    if link is not None and _is_of_another_clause(line, link):
        link = None
    domain = context.sites.domain(link.address) if link else _named(context, line.text)
    if domain is None and (counted := next(pixels(context.draft, context.sites), None)) is not None:
        domain = counted[1]
    if link is not None and context.sites.weight(link, "") > 0:
        return Evidence("credit-line", link.address, certain, domain or "")
    if context.source is not None and (same_site(context.source[1], domain) if domain else line.names_somebody):
        return Evidence("credit-line", context.source[1], certain, context.sites.domain(context.source[1]))
    if domain is None:
        return None
    near = [k for k in context.sources(_neighbours(context, line.item)) if same_site(k.address, domain)]
    url = _article(context, [k for k in near if has_any(k.anchor, cues.ORIGINAL_ANCHORS)])
    return Evidence("credit-line", url or (link.address if link else ""), certain, domain)


def _is_of_another_clause(line: CreditLine, link: Link) -> bool:
    """Whether a credit names somebody and goes on to link another: `written for The Courier, but lost to [X](...)`."""
    if link.block is not line.block or not line.names_somebody:
        return False
    named = line.block.text.value[line.start : link.text_start]
    return any(f"{mark} {word} " in named for mark in (",", ";", ".") for word in cues.TURNS)


def _neighbours(context: Context, item: Item) -> list[Link]:
    at = item.position
    return [k for i in context.items[max(0, at - 1) : at + 2] for k in i.links]


def _named(context: Context, sentence: str) -> str | None:
    """The domain of a publisher that the sentence names, known or linked somewhere in the draft."""
    known = context.sites.publisher_named(sentence)
    if known:
        return known
    if (spelled := _HOST.search(sentence)) is not None and (domain := context.sites.domain(f"//{spelled.group()}")):
        return domain
    flat = squashed(sentence)
    for link in context.sources(list(context.draft.links)):
        domain = context.sites.domain(link.address)
        name = squashed(domain.partition(".")[0])
        if len(name) > 3 and name in flat:
            return domain
    return None


def _article(context: Context, links: Sequence[Link]) -> str:
    """The address of the article among links to one site, if one can be told."""
    worth = [k.address for k in links if context.sites.weight(k, "") >= 4]
    return worth[-1] if len({article_key(url) for url in worth}) == 1 else ""


def is_whole(context: Context, url: str) -> bool:
    """Whether a draft is hardly more than a long quotation of a page, under that page's own title, or said to be whole.

    The title is compared with the last part of the address: `16-startups-en-leweb` is `16 startups en LeWeb`.
    """
    quoted, plain = context.weights
    if quoted < _NOTE or plain > quoted / 3:
        return False
    if any(i.kind == "text" and has_any(i.text, credit_words.REPOSTED_HERE) for i in context.items[:_HEADS]):
        return True
    title, slug = _plain_words(context.title), _plain_words(last_part(url))
    return len(slug) >= _SLUG and len(title & slug) >= 0.8 * len(slug)


def _plain_words(text: str) -> set[str]:
    from unicodedata import normalize

    letters = "".join(
        c if c.isalnum() else " " for c in normalize("NFKD", text.lower()) if not "\u0300" <= c <= "\u036f"
    )
    return set(letters.split())


def _filed(context: Context) -> Repost | None:
    """A long text whose front matter says where it is from."""
    if context.source is None:
        return None
    url = context.source[1]
    quoted, plain = context.weights
    titles = _link_lines(context.items[:2], url)
    body = _slices([i for i in context.items if i not in titles])
    taken = context.taken_from
    others = [k for k in context.sources(list(context.draft.links)) if not same_article(k.address, url)]
    if titles and plain + quoted >= 400 and taken:
        return Repost(Evidence("front-matter", url, 84), "repost", body)
    if taken and plain >= (_COPY if context.copy_of else _ARTICLE) and plain > quoted:
        return Repost(Evidence("front-matter", url, 60), "repost", body)
    if taken and plain >= _COPY and not quoted and context.sites.publisher_of(url):
        return Repost(Evidence("front-matter", url, 60, doubtful=True), "repost", body)
    if not taken and plain >= _PAGE and not quoted and not others:
        return Repost(Evidence("front-matter", url, 40), "repost", body)
    return None


def _headed(context: Context) -> Repost | None:
    """A long text below an address in the form of a quotation, or below a link that bears the draft's own title."""
    items = [i for i in context.items[:_HEADS] if i.kind != "heading"][:1]
    head = items[0] if items else None
    if head is None or sum(1 for i in context.items if i.quotation is not None) > (head.kind == "quotation"):
        return None
    body = _slices(context.items[head.position + 1 :])
    if weight_of("".join(s.text for s in body)) < (_COPY if head.kind == "quotation" else _ARTICLE):
        return None
    links = [k for k in context.sources(head.links) if context.sites.worth(k.address) > 0]
    text = head.quotation.text if head.quotation is not None else head.text
    alone = len(links) == 1 and len(text.strip()) - len(links[0].anchor.strip()) <= _BESIDE
    if alone and (head.kind == "quotation" or links[0].address == context.titled):
        return Repost(Evidence("address-above", links[0].address, 60), "repost", body)
    return None


def _slices(items: Sequence[Item]) -> list[Slice]:
    out: list[Slice] = []
    for item in items:
        if item.quotation is not None:
            out += item.quotation.slices
        elif item.kind not in ("break", "metadata") and item.block.kind != "footnote":
            out.append(Slice(item.block, 0, len(item.text)))
    return out


def _weight(slices: Sequence[Slice]) -> int:
    return sum(s.end - s.start for s in slices)
