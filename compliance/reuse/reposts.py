"""Reposts: a draft, or a part of it, that is another's whole text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.addresses import article_key, same_article, same_site
from compliance.drafts.model import Slice
from compliance.reuse import cues
from compliance.reuse.attribution import is_link_line
from compliance.reuse.credits import CreditLine, credit_lines, original
from compliance.reuse.evidence import Evidence, evidence
from compliance.reuse.pixels import pixels
from compliance.reuse.sentences import has_any, squashed
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compliance.drafts.model import Link
    from compliance.report import Mode
    from compliance.reuse.context import Context
    from compliance.reuse.model import Declaration
    from compliance.reuse.outline import Item

_ARTICLE = 1500  # letters, as `weight_of` counts them: a shorter text under a source key may be a note
_COPY = 400  # the same where the key says that the text is a copy
_NOTE = 800  # the same under a line `Source: ...`
_PAGE = 2000  # the same where the key only points to a page


@dataclass(slots=True)
class Repost:
    """A text taken over: its source, the items that are its body, and the credit lines that say so."""

    evidence: Evidence
    mode: Mode
    body: list[Slice]
    credits: list[CreditLine] = field(default_factory=list)


def weight_of(text: str) -> int:
    """The length of a text where a letter of a script with fewer letters a word weighs more."""
    return (len(text) + len(text.encode("utf-8", "replace"))) // 2


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
    filed = _filed(context)
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
    """Sentences before labels; a bare `Source: ...` counts where the text is long and not mostly quotations."""
    sentences = [line for line in lines if not line.labelled]
    if sentences:
        return sentences
    labelled = [line for line in lines if line.labelled and line.links]
    plain = sum(weight_of(i.text) for i in context.items if i.kind != "quotation")
    quoted = sum(weight_of(i.quotation.text) for i in context.items if i.quotation)
    last = bool(labelled) and labelled[0].item.position > 3
    if len({k.address for line in labelled for k in line.links}) > 2 or quoted > plain or (last and quoted):
        return []
    if plain < (_ARTICLE if last else _NOTE):
        return []
    return labelled[:1]


def _credited(context: Context, lines: list[CreditLine]) -> Iterator[Repost | None]:
    """A repost for each credit line that has a text of its own; lines that follow each other speak of one text."""
    if not lines:
        return
    groups: list[list[CreditLine]] = []
    for line in lines:
        between = context.items[groups[-1][-1].item.position + 1 : line.item.position] if groups else []
        if groups and sum(len(i.text) for i in between) < 200:
            groups[-1].append(line)
        else:
            groups.append([line])
    heads = _stand_above(context, groups)
    for number, group in enumerate(groups):
        low = groups[number - 1][-1].item.position if number else -1
        high = groups[number + 1][0].item.position if number + 1 < len(groups) else len(context.items)
        yield _one(context, group, low, high, above=heads if len(groups) > 1 else None)


def _stand_above(context: Context, groups: list[list[CreditLine]]) -> bool:
    before = context.items[: groups[0][0].item.position]
    after = context.items[groups[-1][-1].item.position + 1 :]
    return sum(len(i.text) for i in before) < sum(len(i.text) for i in after)


def _one(context: Context, group: list[CreditLine], low: int, high: int, *, above: bool | None) -> Repost | None:
    first, last = group[0].item.position, group[-1].item.position
    before, after = _slices(context.items[low + 1 : first]), _slices(context.items[last + 1 : high])
    beside = [s for line in group for s in _rest(line)]
    if above is None:
        above = _weight(after) > _weight(before)
    body = after if above else before
    if _weight(beside) > _weight(body):
        body = beside
    tie = next((e for line in group if (e := _source(context, line)) is not None), None)
    if tie is None or _weight(body) < 120:
        return None
    return Repost(tie, "excerpt" if group[0].partial else "repost", body, group)


def _rest(line: CreditLine) -> Iterator[Slice]:
    if line.start > 0:
        yield Slice(line.block, 0, line.start)
    if line.end < len(line.block.text.value):
        yield Slice(line.block, line.end, len(line.block.text.value))


def _source(context: Context, line: CreditLine) -> Evidence | None:
    """Whom a credit line credits: by its link, a publisher's name, a site that the draft links or names elsewhere."""
    certain = 70 if line.labelled else 92
    link = original(context, line.links, line.text)
    domain = context.sites.domain(link.address) if link else _named(context, line.text)
    counted = next(pixels(context.draft, context.sites), None)
    if domain is None and counted is not None:
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


def _neighbours(context: Context, item: Item) -> list[Link]:
    at = item.position
    return [k for i in context.items[max(0, at - 1) : at + 2] for k in i.links]


def _named(context: Context, sentence: str) -> str | None:
    """The domain of a publisher that the sentence names, known or linked somewhere in the draft."""
    known = context.sites.publisher_named(sentence)
    if known:
        return known
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


def _filed(context: Context) -> Repost | None:
    """A long text whose front matter says where it is from."""
    if context.source is None:
        return None
    url = context.source[1]
    quoted = sum(weight_of(i.quotation.text) for i in context.items if i.quotation)
    plain = sum(weight_of(i.text) for i in context.items if i.kind != "quotation")
    titles = _link_lines(context.items[:2], url)
    body = _slices([i for i in context.items if i not in titles])
    taken = context.taken_from
    others = [k for k in context.sources(list(context.draft.links)) if not same_article(k.address, url)]
    if titles and plain + quoted >= 400 and taken:
        return Repost(Evidence("front-matter", url, 84), "repost", body)
    if taken and plain >= (_COPY if context.copy_of else _ARTICLE) and plain > quoted:
        return Repost(Evidence("front-matter", url, 60), "repost", body)
    if not taken and plain >= _PAGE and not quoted and not others:
        return Repost(Evidence("front-matter", url, 40), "repost", body)
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
