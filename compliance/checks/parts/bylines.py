"""Where an author is named as the author: in a byline, in a line about the author, or merely in the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from compliance.checks.parts.folding import folded
from compliance.checks.parts.layout import Span, layout_of, links_by_block
from compliance.checks.parts.lines import found
from compliance.checks.parts.nearness import passages_of
from compliance.checks.parts.targets import Target, domains_of, leads_to
from compliance.checks.parts.wording import Template
from compliance.expressions import expression
from compliance.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.checks.case import Case
    from compliance.drafts.model import Block
    from compliance.reuse.model import Reuse

Standing = Literal["byline", "about", "text"]
_REACH: Final = 300  # characters around a name that are looked at
_EDGE: Final = 4  # paragraphs and headings at the top, and at the end, where a byline may stand
_FEW: Final = 3  # words of a sentence that begins with `By`
_MANY: Final = 12  # words of an office and an institution beside a name
_SEGMENT: Final = expression(r"[\n|•·]")
_SENTENCE: Final = expression(r"[.!?…。！？]['\"”’»)]*\s+(?=\W*[^\W\d_a-zа-яіїєґ])")
_INITIAL: Final = expression(r"(?:\b[^\W\d_]|\b(?:Dr|Prof|Mr|Mrs|Ms|St|Jr|Sr|Ph\.?D|M\.?D))\.\s+\Z")
_LONGEST_TITLE: Final = 8
_OPENING: Final = " \t*_~\"'“”„«»‘’([<>—–―-"
_WORD: Final = expression(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ENDING: Final = expression(r"[.!?…]['\"”’»)]*\s*\Z")
_BY: Final = expression(
    r"(?i)(?:(?:an?\s|this\s|the\s|original\s|guest\s)*(?:story|article|report|essay|analysis|column|comment|opinion|post|"
    r"text|words|interview|review|feature|poem|op-ed|reporting|written|"
    r"reported|posted)\s+by|by|von|text von|par|texte par|por|texto de|di|"
    r"testo di|door|av|af|od)(?::\s*|\s+)"
    r"|(?i:автор(?:ка|и|ы)?|текст|author|authors|autor(?:in|en|a|es|zy|i|ka)?|auteur(?:s|e|es)?|byline|story|text|texte|"
    r"texto|testo|tekst|words|reporter|writer|作者|撰文|記者|记者|文)\s*[:：]\s*"
)
_IN_HEADING: Final = expression(r"(?i)(?:\A|\W)(?:by|von|par|por|di|door|av|af|od)\s+\Z")
_INNER: Final = expression(r"[(\[—–―:]\s*")
_COMMA: Final = expression(r"[,;]")
_POSSESSIVE: Final = expression(r"['’](?:s\b)?")
_DASH: Final = expression(r"\s*[—–―-]")
_ATTRIBUTED: Final = expression(r"\s*[,(–—-]")
_ABOUT: Final = expression(
    r"(?i)(?:,[^.!?]{1,80},)?\s+(?:is|was|are|has been|works|teaches|lives|(?:covers|reports|writes)\s(?:for|on|about)|"
    r"ist|arbeitet|est|es|è|jest|является|работает|є|працює|—|–)\s"
)
_WRITES: Final = frozenset(
    """
    write writes wrote written report reports reported argue argues argued note notes noted explain explains explained
    observes observed schreibt schrieb berichtet écrit escribe escribió scrive pisze пише написав написала пишет написал
    написала schrijft skriver
    """.split()  # noqa: SIM905 - a word list
)
_JOINING: Final = frozenset(
    """
    a and at by for from in of on the to with und von vom der die das bei für et de du des le la les par pour y e con
    por el los i z oraz dla w і та у в від для и с из от og och en van het af av
    author authors byline chief contributor correspondent dr editor guest lead our ph.d phd prof professor reporter
    reporters senior special staff text words writer writers written
    """.split()  # noqa: SIM905 - a word list
)
_OTHER_WORK: Final = frozenset(
    """
    photo photos photograph photographs photographer photography picture pictures image images illustration foto fotos
    video translated translation translator edited фото
    """.split()  # noqa: SIM905 - a word list
)
_CLASSES: Final = frozenset(
    ("byline", "author", "authors", "p-author", "entry-author", "post-author", "article-author")
)
_KEYS: Final = frozenset(("author", "authors", "byline"))


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where an author is named; none for the front matter's `author`, which the page shows where it likes."""

    span: Span | None
    standing: Standing


def namings(name: str, case: Case) -> Iterator[Naming]:
    """The places of an author's name."""
    template = Template.of(name)
    for line, match in found(template, case):
        span = line.span(match.start, match.end)
        part, _ = line.place(match.start)
        yield Naming(span, _standing(span, part.words, case))
    for entry in case.draft.front_matter.entries:
        if entry.path[0].lower() in _KEYS and template.stands_in(entry.value, case):
            yield Naming(None, "byline")


def _standing(span: Span, text: str, case: Case) -> Standing:
    block = span.block
    if block is None:
        return "text"
    line, sentence = _around(text, span), _sentence(text, span)
    if _is_other_work(sentence):
        return "text"
    if _is_marked(block) or _is_headed(line, sentence, block, case) or _is_line(line, sentence, span, case):
        return "byline"
    if _introduces(sentence, span, case) or _links(sentence, span, case):
        return "byline"
    if _is_about(sentence, span, case):
        return "about"
    return "byline" if _names_publisher(sentence, case) else "text"


@dataclass(frozen=True, slots=True)
class _Around:
    """The words before and after a name, up to the ends of a line or of a sentence."""

    before: str
    name: str
    after: str

    @property
    def beside(self) -> str:
        """All but the name."""
        return f"{self.before} {self.after}"


def _around(text: str, span: Span) -> _Around:
    """The line that a name stands in."""
    start, end = span.text_start, span.text_end
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    return _Around(_SEGMENT.split(before)[-1], text[start:end], _SEGMENT.split(after, maxsplit=1)[0])


def _sentence(text: str, span: Span) -> _Around:
    """The sentence that a name stands in."""
    line = _around(text, span)
    begins = _ends(f"{line.before}X")
    named = f"{line.name}{line.after}"
    stop = next((end for end in _ends(named) if end > len(line.name)), len(named)) - len(line.name)
    return _Around(line.before[begins[-1] if begins else 0 :], line.name, line.after[:stop])


def _ends(text: str) -> list[int]:
    """Where sentences end, and the next ones begin; not behind an initial or a title."""
    ends = (m.end() for m in _SENTENCE.finditer(text))
    return [end for end in ends if not _INITIAL.search(text[max(0, end - _LONGEST_TITLE) : end])]


def _is_other_work(sentence: _Around) -> bool:
    """Whether the words right before a name make it that of a photographer or a translator: `Photo: Jane Roe`."""
    label = _COMMA.split(sentence.before)[-1].lower()
    return not _OTHER_WORK.isdisjoint(_WORD.findall(label))


def _is_marked(block: Block) -> bool:
    """Whether the mark-up says that a block is a byline."""
    classes = block.attributes.get("class", "").lower().split()
    return block.attributes.get("tag") == "address" or not _CLASSES.isdisjoint(classes)


def _is_headed(line: _Around, sentence: _Around, block: Block, case: Case) -> bool:
    """Whether words such as `By`, `Text:`, `Von` stand before the name, with nothing but names between."""
    if block.inside("heading") and _IN_HEADING.search(line.before):
        return True
    if _POSSESSIVE.match(line.after):
        return False
    before = sentence.before.lstrip(_OPENING)
    inner = _INNER.split(sentence.before)[-1]  # of `Rain (by Jane Roe)`
    label = _COMMA.split(sentence.before)[-1].lstrip()  # of `Photo: Li Wei, text: Jane Roe`
    heads = [(words, _BY.match(words)) for words in (before, inner, label if ":" in label else "")]
    if not any(head and _is_names(words[head.end() :], case) for words, head in heads):
        return False
    spoken = [word for word in _others(sentence.after, case) if word[0].islower()]
    return len(spoken) <= _FEW or _names_publisher(sentence, case)


def _is_names(words: str, case: Case) -> bool:
    """Whether words are names, offices and what joins them."""
    others = _others(words, case)
    return len(others) <= _MANY and all(not w[0].islower() and w.lower() not in _OTHER_WORK for w in others)


def _others(words: str, case: Case) -> list[str]:
    """The words that are no names of authors, institutions and publishers, no offices, and join nothing."""
    words = _names(case.reuse, case.publisher.names).sub(" ", words)
    return [w for w in _WORD.findall(words) if w.lower() not in _JOINING and not w.isdecimal()]


@lru_cache(maxsize=4)
def _names(reuse: Reuse, publisher: tuple[str, ...]) -> re.Pattern[str]:
    parts = [part.strip() for author in reuse.source.authors for part in author.split(",")]
    names = sorted({p for p in (*parts, *publisher) if p}, key=len, reverse=True)
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _is_line(line: _Around, sentence: _Around, span: Span, case: Case) -> bool:
    """Whether a line, or a sentence beside the credit, is hardly more than the names, in a place for a byline."""
    number = _number(span, case)
    credited = not _credited(case.reuse).isdisjoint((number - 1, number, number + 1))
    placed = credited or _at_an_edge(span, case) or _is_beside(span, case)
    return any(_is_few(around, span, case, placed) for around in ((line, sentence) if credited else (line,)))


def _is_few(around: _Around, span: Span, case: Case, placed: bool) -> bool:  # noqa: FBT001 - a fact
    """Whether few words stand beside a name: none; or, in a place for a byline, an office and an institution."""
    others = _others(around.beside, case)
    if not others:
        return True
    heads = not around.before.strip(_OPENING)
    titled = span.block is not None and span.block.inside("heading", "caption", "figure")
    if not placed or len(others) > _MANY or any(word.lower() in _OTHER_WORK for word in others):
        return False
    if titled and not (heads and _DASH.match(around.before)):
        return False
    attributed = heads and _ATTRIBUTED.match(around.after) and not _ENDING.search(around.after)
    return bool(attributed) or all(not word[0].islower() for word in others)


def _at_an_edge(span: Span, case: Case) -> bool:
    """Whether a place is near the top or the end of the draft."""
    number = _number(span, case)
    return number < _EDGE or number >= len(layout_of(case.draft).leaves) - _EDGE


def _number(span: Span, case: Case) -> int:
    return layout_of(case.draft).numbers.get(id(span.block), 0)


@lru_cache(maxsize=1)
def _credited(reuse: Reuse) -> frozenset[int]:
    """The numbers of the leaf blocks that hold a credit."""
    numbers = layout_of(reuse.draft).numbers
    return frozenset(numbers[id(credit.block)] for credit in reuse.credits if id(credit.block) in numbers)


def _introduces(sentence: _Around, span: Span, case: Case) -> bool:
    """Whether a sentence hands over to a quotation: `Jane Roe writes:`, `“...”, writes Jane Roe`."""
    if sentence.after.rstrip().endswith((":", "：")) and passages_of(case.reuse).are_introduced_by(span):
        return True
    writes = not _WRITES.isdisjoint(word.lower() for word in _WORD.findall(sentence.beside))
    return writes and _is_beside(span, case)


def _is_beside(span: Span, case: Case) -> bool:
    """Whether a place introduces what is taken over, or follows it."""
    passages = passages_of(case.reuse)
    return passages.are_introduced_by(span) or passages.are_followed_by(span)


def _links(sentence: _Around, span: Span, case: Case) -> bool:
    """Whether a sentence links to the article beside the author."""
    start, end = span.text_start - len(sentence.before), span.text_end + len(sentence.after)
    links = (k for k in links_by_block(case.draft).get(id(span.block), ()) if start <= k.text_start < end)
    return any(leads_to(k.address, (Target("article"),), case, domains_of(case)) for k in links)


def _is_about(sentence: _Around, span: Span, case: Case) -> bool:
    """Whether a sentence at the top or the end tells who the author is: `Jane Roe is a professor of rain`."""
    starts = not sentence.before.strip(_OPENING)
    return starts and _ABOUT.match(sentence.after) is not None and _at_an_edge(span, case)


def _names_publisher(sentence: _Around, case: Case) -> bool:
    """Whether a sentence names the publisher beside the author, and not as the one that the author spoke to."""
    if "told" in _WORD.findall(sentence.after.lower()):
        return False
    words = folded(sentence.beside)
    return any(True for name in case.publisher.names for _ in Template.of(name).matches(words))
