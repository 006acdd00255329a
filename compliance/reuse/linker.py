"""From a draft to its reuses: each quotation and repost tied to its source by the evidence around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.reuse import cue_words, cues
from compliance.reuse.after import after, is_hint
from compliance.reuse.attribution import Attribution, attribution, is_cited, voices
from compliance.reuse.before import above_lists, before
from compliance.reuse.context import Context
from compliance.reuse.continuing import Repetitions, continued, preceding, recalled, referred, remember
from compliance.reuse.credits import credited_addresses
from compliance.reuse.evidence import RANKS, SURE, Evidence, best, evidence
from compliance.reuse.gathering import Gathering
from compliance.reuse.inline import is_alone, is_linked_title, is_spoken, size, tie
from compliance.reuse.keys import (
    COPY_OF,
    CREDIT,
    DEFAULT_SOURCE_KEYS,
    TAKEN_FROM,
    is_own_page,
    names_publisher,
    one_source,
    source_addresses,
    spelled,
)
from compliance.reuse.model import Found, Passage
from compliance.reuse.naming import entitled, named, named_above, named_below
from compliance.reuse.notes import noted
from compliance.reuse.outline import outline
from compliance.reuse.passages import asks, is_answer, is_quotation, linked_words, of_body, of_quotation
from compliance.reuse.reposts import is_whole, reposts
from compliance.reuse.runs import Paragraph
from compliance.reuse.sections import announced, governed, listed, nearby
from compliance.reuse.sentences import last_sentence, leads_in, speaks, words
from compliance.reuse.sites import Sites, is_relative

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from compliance.drafts.model import Draft, Link, Quotation
    from compliance.reuse.model import Declaration, Publisher, Source
    from compliance.reuse.outline import Item
    from compliance.reuse.runs import Run

_AFAR = 4  # how much less than in the sentence right above a link in an introduction may be worth to be named there
_HINT = 12  # how much less `via ...` is worth than an attribution
_SHORT = 60  # characters: a shorter paragraph in quotation marks is hardly a quotation by itself
_WORDS = 3
_HEADED = 8  # words in quotation marks that a heading quotes; fewer are a title
UNTIED = 300  # characters: shorter runs in quotation marks without a source are speech, and the author's own business


def find(  # noqa: PLR0913  what the core is given, each by its name
    draft: Draft,
    *,
    publishers: Sequence[Publisher],
    sources: Sequence[Source] = (),
    own_domains: Collection[str] = (),
    declarations: Sequence[Declaration] = (),
    source_keys: Collection[str] = (),
) -> Found:
    """The reuses of a draft, in order of their first place, and the quotations that nothing ties to a source.

    ``source_keys`` are front matter keys that name a text's source besides `DEFAULT_SOURCE_KEYS`. Pure: the same values
    give the same result.
    """
    sites = Sites(publishers, own_domains, draft.front_matter)
    context = _context(draft, sites, source_keys, declarations)
    gathering = Gathering(context, sources, declarations)
    bodies, nobodys = _reposts(context, declarations, gathering)
    untied = [*nobodys, *_blocks(context, gathering, bodies), *_runs(context, gathering, bodies)]
    return Found(gathering.reuses(), tuple(sorted(untied, key=lambda p: p.start)))


def _context(draft: Draft, sites: Sites, extra: Collection[str], declarations: Sequence[Declaration]) -> Context:
    addresses = [
        *source_addresses(draft.front_matter, (*DEFAULT_SOURCE_KEYS, *extra)),
        *credited_addresses(draft.front_matter),
    ]
    foreign = names_publisher(draft.front_matter)

    def own(key: str, url: str) -> bool:
        """Whether an address is the post's own: a page states its own address, and many generators do."""
        page = draft.kind == "html" and key == "canonical"
        return page or (not foreign and is_own_page(draft.front_matter, key, url, draft.path))

    named = one_source(
        [
            (key, url)
            for key, url in addresses
            if sites.can_be_source(url) and (sites.publisher_of(url) or not own(key, url))
        ]
    )
    title = draft.front_matter.get("title")
    key = named[0] if named else ""
    quoted = [d.url for d in declarations if d.mode in (None, "quotation", "excerpt")]
    return Context(
        draft,
        outline(draft),
        sites,
        source=named,
        taken_from=key in COPY_OF or key in TAKEN_FROM or key == CREDIT or key in map(spelled, extra),
        copy_of=key in COPY_OF or key == CREDIT,
        declared=quoted[0] if len(quoted) == 1 else "",
        title=title.value if title else "",
    )


def _reposts(
    context: Context, declarations: Sequence[Declaration], gathering: Gathering
) -> tuple[set[int], list[Passage]]:
    """Gather the reposts: the ids of the blocks of bodies and credit lines, and the bodies that nothing ties."""
    found = reposts(context, declarations)
    covered: set[int] = set()
    untied: list[Passage] = []
    for repost in found:
        if repost.evidence is None:
            untied.append(of_body(repost.body))
        else:
            gathering.add(repost.evidence, of_body(repost.body), repost.mode, repost.credits)
        covered |= {id(c.block) for c in repost.credits}
        # What is quoted in one's own text is quoted all the same.
        if repost.evidence is None or not repost.evidence.doubtful:
            covered |= {id(s.block) for s in repost.body}
    return covered, untied


def _blocks(context: Context, gathering: Gathering, bodies: set[int]) -> Iterator[Passage]:
    """Gather the block quotations; those that nothing ties are yielded."""
    untied: list[tuple[Item, Passage]] = []
    for item in context.items:
        if item.quotation is None or any(id(s.block) in bodies for s in item.quotation.slices):
            continue
        parts = voices(item)
        if parts and all(context.sources([*part.links]) and is_quotation(context, item, part) for part in parts):
            for part in parts:
                context.ties[item.position] = _named(context, part)
                gathering.add(context.ties[item.position], of_quotation(item.quotation, part.slices))
            continue
        own = attribution(item)
        if not own.slices or not is_quotation(context, item, own):
            continue
        passage = of_quotation(item.quotation, own.slices)
        tied = _tie(context, item, own)
        if tied is None:
            untied.append((item, passage))
        else:
            context.ties[item.position] = tied
            remember(context, item.position, tied)
            gathering.add(tied, passage, "repost" if tied.url and is_whole(context, tied.url) else None)
    for item, passage in reversed(untied):
        if (tied := preceding(context, item.position)) is not None:
            context.ties[item.position] = tied
            gathering.add(tied, passage)
        elif _is_long_enough(item, passage) and not _is_from_own_site(context, item):
            yield passage


def _named(context: Context, own: Attribution, authors: tuple[str, ...] = ()) -> Evidence:
    """The likeliest source that an attribution line links."""
    link = max(context.sources([*own.links]), key=lambda k: context.sites.weight(k, ""))
    return evidence("attribution-line", link.address, -_HINT if is_hint(own.words) else 0, authors)


def _is_long_enough(item: Item, passage: Passage) -> bool:
    """Whether a block quotation that nothing ties is worth a question."""
    displayed = "displayed" in item.block.attributes
    return len(passage.text) >= UNTIED if displayed else size(passage.text) >= _WORDS


def _is_from_own_site(context: Context, item: Item) -> bool:
    """Whether the words that introduce a quotation link the draft's own site and no other."""
    first = context.run(item.position)[0]
    intro = context.items[first - 1] if first else None
    if intro is None:
        return False
    sentence = intro.text[last_sentence(intro.text) :]
    if not (leads_in(intro.text) or speaks(sentence)) or context.sources(intro.links):
        return False
    oneself = not cue_words.FIRST_PERSON.isdisjoint(w.lower() for w in words(sentence))
    return any(context.sites.is_own(k.address) or (oneself and is_relative(k.address)) for k in intro.links)


def _tie(context: Context, item: Item, own: Attribution) -> Evidence | None:
    found = [*_inside(context, item, own), *after(context, item.position), *noted(context, item)]
    found += named(context, item, own)
    found += entitled(context, item.position)
    found += (e for e in before(context, item.position) if not own.named or e.name != "earlier-paragraph")
    if _is_from_own_site(context, item):
        found = [e for e in found if e.rank >= SURE]
    elif not own.named and all(e.rank < SURE for e in found):
        found += _from_afar(context, item.position)
    if context.declared:
        found.append(evidence("declared", context.declared, -42))
    if context.source is not None:
        found.append(evidence("front-matter", context.source[1]))
    found += listed(context, item.position, own)
    if asks(own) and last_sentence(own.slices[-1].text) == 0:  # one question that nobody introduces is the draft's own
        found = [e for e in found if e.name != "link-before"]
    if context.titled:
        found.append(evidence("title-link", context.titled))
    return _strictest(context, found)


def _from_afar(context: Context, at: int) -> Iterator[Evidence]:
    """What is looked for only where nothing sure stands near."""
    for evidence_of in (continued, governed, recalled, referred, nearby, announced):
        yield from evidence_of(context, at)


def _strictest(context: Context, found: list[Evidence]) -> Evidence | None:
    """The best evidence; where it leads to a site without known terms, strong evidence of a known publisher goes first.

    `As the Gazette writes:` above a quotation and `Source: [a blog](...)` below it: nobody can tell whose words they
    are, and the terms of the one who has some must not be passed over. So it is only where the sentence right above
    links the publisher: one further up may be about anything.
    """
    winner = best(found)
    if winner is None or winner.name in ("declared", "cite-attribute") or context.sites.publisher_of(winner.url):
        return winner
    least = RANKS["link-in-introduction"] - _AFAR
    known = [e for e in found if e.certainty == "strong" and e.rank > least and context.sites.publisher_of(e.url)]
    return best(known) or winner


def _inside(context: Context, item: Item, own: Attribution) -> Iterator[Evidence]:
    attributes = item.block.attributes
    cite = attributes.get("cite") or attributes.get("data-cite") or attributes.get("data-source") or ""
    cite = cite.strip(" \t\r\n\"'”“’‘")
    author = attributes.get("data-author") or attributes.get("author") or ""
    authors = (author,) if author and not author.startswith("@") else ()
    if context.sites.can_be_source(cite):
        yield evidence("cite-attribute", cite, authors=authors)
    if (linked := linked_words(item, own)) is not None and context.sources([linked]):
        yield evidence("linked-quotation", linked.address)
    links = context.sources([*own.links])
    if links:
        yield _named(context, own, authors)
    elif (head := _head(context, item, own)) is not None:
        yield head
    used = {id(k) for k in links}
    rest = [k for k in context.sources(item.links) if id(k) not in used]
    if rest and _ends_with(rest[-1]):
        yield evidence("link-in-quotation", rest[-1].address, min(4, context.sites.weight(rest[-1], "")))


def _head(context: Context, item: Item, own: Attribution) -> Evidence | None:
    """The link that a quotation begins with, as the title of the page that it is from; surely so in a `<cite>`."""
    first = own.slices[0]
    link = next((k for k in context.sources(item.links) if k.block is first.block), None)
    if link is None or link.text_start - first.start > _WORDS:
        return None
    if is_cited(link):
        return evidence("attribution-line", link.address)
    return evidence("link-in-quotation", link.address) if size(link.anchor) > _WORDS else None


def _ends_with(link: Link) -> bool:
    """Whether a block ends with a link that is no part of its last sentence."""
    text = link.block.text.value
    ahead = text[: link.text_start].rstrip(" \t*_~")
    apart = not ahead or ahead.endswith((*".!?…\"'”’»)]:：。！？」』(（[|", *cues.DASHES, "\n"))
    return apart and link.text_end >= len(text) - 3


def _runs(context: Context, gathering: Gathering, bodies: set[int]) -> Iterator[Passage]:
    """Gather the runs in quotation marks; long ones that nothing ties are yielded."""
    items = {id(i.block): i for i in context.items if i.kind in ("text", "list-item", "heading")}
    quoted: dict[int, list[Quotation]] = {}
    for quotation in context.draft.quotations:
        block = quotation.slices[0].block if quotation.container is None and quotation.slices else None
        if block is None or id(block) not in items or id(block) in bodies:
            continue
        if items[id(block)].kind != "heading" or size(quotation.text) >= _HEADED:
            quoted.setdefault(id(block), []).append(quotation)
    repetitions = Repetitions(context)
    alone: dict[int, Evidence] = {}
    for key, group in quoted.items():
        last: Evidence | None = None
        for run in Paragraph(context, items[key], group).runs():
            tied = _tie_run(context, run, last, repetitions)
            if is_alone(run) and size(run.text) >= _WORDS:
                tied = tied or alone.get(run.item.position - 1)  # one of many under one introduction
                if tied is not None:
                    alone[run.item.position] = tied
            if tied is not None:
                gathering.add(tied, of_quotation(run.quotation, run.quotation.slices))
                last = tied
            elif len(run.quotation.text) >= UNTIED and not (is_spoken(run) or is_answer(context, run.item.position)):
                yield of_quotation(run.quotation, run.quotation.slices)


def _tie_run(context: Context, run: Run, last: Evidence | None, repetitions: Repetitions) -> Evidence | None:
    """A run that is the whole of its paragraph stands like a block quotation, a short one if it is introduced."""
    if context.sites.can_be_source(run.quotation.cite):
        return evidence("cite-attribute", run.quotation.cite)
    found = tie(context, run, last)
    if found is not None and (again := repetitions.of(run)) is not None:
        return again
    if found is not None or not is_alone(run) or is_linked_title(run):
        return found
    position = run.item.position
    if is_answer(context, position):
        return None
    introducing = [*above_lists(context, position), *context.items[max(0, position - 1) : position]]
    introduced = any(leads_in(i.text) or (i.kind == "list-item" and i.links) for i in introducing)
    if run.end - run.start < _SHORT and not (introduced and size(run.text) >= _WORDS):
        return None
    names = (*named_above(context, position), *named_below(context, position))
    return _strictest(context, [*before(context, position), *after(context, position), *names])
