"""When a rule applies: the conditions of ``when``, ``unless`` and ``exclude``, and whether a case meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from unicodedata import normalize

from compliance.addresses import host
from compliance.addresses.hosts import split
from compliance.checks.parts.compared import was_edited, was_translated
from compliance.facts import Medium  # noqa: TC001 - a record's annotation
from compliance.policies.inflections import Inflected, nominatives
from compliance.policies.patterns import AddressPattern  # noqa: TC001 - a record's annotation
from compliance.records import Date, FieldError, about
from compliance.report import Mode, a
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable

    from compliance.checks.case import Case

_UNSTATED = ((), None, "")
_PICTURES = frozenset(("img", "source", "svg", "object", "embed"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Circumstances that must all hold; of several values of one key one must.

    What neither the draft nor a declared fact decides makes the rule a ``review`` with the open question, unless the
    rule is met either way.
    """

    NEEDS: ClassVar = "a condition has a key, as in {mode: repost}"

    mode: tuple[Mode, ...] = field(default=(), metadata=about("how much is taken: quotation, excerpt, repost, mention"))
    medium: tuple[Medium, ...] = field(default=(), metadata=about("where the draft is published (declared)"))
    commercial: bool | None = field(default=None, metadata=about("whether the draft earns money (declared)"))
    paywall: bool | None = field(default=None, metadata=about("whether the draft stands behind a paywall (declared)"))
    edited: bool | None = field(
        default=None, metadata=about("whether the text was changed (seen by comparing, or declared)")
    )
    translated: bool | None = field(
        default=None, metadata=about("whether the text was translated (seen by comparing, or declared)")
    )
    language: tuple[str, ...] = field(
        default=(), metadata=about("the draft's language, as in: uk, en, pt-BR (declared)")
    )
    address: tuple[AddressPattern, ...] = field(
        default=(), metadata=about("the article's address begins so: example.org/opinion; * is any text")
    )
    section: tuple[str, ...] = field(
        default=(), metadata=about("a part of the article's address, or a label of its page, is called so")
    )
    content_type: tuple[str, ...] = field(
        default=(),
        metadata=about("the kind of article: interview, poem, video (a label of the source)", key="content type"),
    )
    label: tuple[str, ...] = field(
        default=(), metadata=about("the article's page is labelled so (a label of the source)")
    )
    byline: tuple[str, ...] = field(default=(), metadata=about("the article's byline names one of these"))
    source_mentions: tuple[Inflected, ...] = field(
        default=(),
        metadata=about(
            "the article's text mentions one of these; (a|y|u) are endings that a word may have", key="source mentions"
        ),
    )
    image: tuple[str, ...] = field(
        default=(), metadata=about("an image of the draft has this in its address, its alternative text or its title")
    )
    published_from: Date | None = field(
        default=None, metadata=about("the article was published on this day or later", key="published from")
    )
    published_before: Date | None = field(
        default=None, metadata=about("the article was published before this day", key="published before")
    )
    ask: str = field(default="", metadata=about("a question that only a person can answer"))

    def __post_init__(self) -> None:
        """The days must be in order."""
        if self.published_from and self.published_before and self.published_before <= self.published_from:
            words = f"'published before' {self.published_before} is not after 'published from' {self.published_from}"
            raise FieldError("published before", f"{words}: no article would fit")


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a condition holds (``None``: not known), and in words: the question that is open, or what decided it."""

    holds: bool | None
    words: str = ""


def holds(condition: Condition, case: Case) -> Answer:
    """Whether a case meets a condition: no, if any key says no; else not known, if any key is open; else yes."""
    answers = []
    for key, answer in _ANSWERS.items():
        if (stated := getattr(condition, key)) not in _UNSTATED:
            answers.append(answer(stated, case))
            if answers[-1].holds is False:
                return answers[-1]
    if told := [a.words for a in answers if a.holds is None]:
        return Answer(None, " ".join(told))
    return Answer(True, "; ".join(a.words for a in answers))  # noqa: FBT003 - the value, not an option


def folded(text: str) -> str:
    """Text for finding names in: case and all that is not a letter or digit made alike, a space at both ends."""
    words = "".join(c if c.isalnum() else " " for c in normalize("NFC", text.casefold()))
    return f" {' '.join(words.split())} "


def _yes(holds_: bool, words: str) -> Answer:  # noqa: FBT001 - the answer itself
    return Answer(holds_, words)


def _mode(wanted: tuple[Mode, ...], case: Case) -> Answer:
    return _yes(case.reuse.mode in wanted, f"this is {a(case.reuse.mode)}")


def _medium(wanted: tuple[Medium, ...], case: Case) -> Answer:
    medium = case.facts.medium
    if medium is None:
        return Answer(None, f"Is the draft published here: {', '.join(wanted)}? (declare 'medium')")
    return _yes(medium in wanted, f"the draft's medium is {medium}")


def _switch(name: str, question: str, opposite: str) -> Callable[[bool, Case], Answer]:
    def answer(wanted: bool, case: Case) -> Answer:  # noqa: FBT001 - one of a table of like functions
        fact: bool | None = getattr(case.facts, name)
        if fact is None:
            return Answer(None, f"{question if wanted else opposite} (declare '{name}')")
        return _yes(fact is wanted, f"'{name}' is declared {str(fact).lower()}")

    return answer


def _edited(wanted: bool, case: Case) -> Answer:  # noqa: FBT001 - one of a table of like functions
    if case.facts.edited is not True and (edited := was_edited(case)) is not None:
        words = "the text has other words than the article" if edited else "the text has the article's words"
        return _yes(edited is wanted, words)
    return _switch("edited", "Was the text changed?", "Was the text left unchanged?")(wanted, case)


def _translated(wanted: bool, case: Case) -> Answer:  # noqa: FBT001 - one of a table of like functions
    if case.facts.translated is None and was_translated(case) is False:
        return _yes(not wanted, "the text is in the article's language")
    return _switch("translated", "Was the text translated?", "Was the text left in its language?")(wanted, case)


def _language(wanted: tuple[str, ...], case: Case) -> Answer:
    language = case.facts.language.lower()
    if not language:
        return Answer(None, f"Is the draft written in {' or '.join(wanted)}? (declare 'language')")
    fits = any(f"{language}-".startswith(f"{w.lower()}-") for w in wanted)
    return _yes(fits, f"the draft's language is {language}")


def _address(wanted: tuple[AddressPattern, ...], case: Case) -> Answer:
    url = case.reuse.source.url
    if not host(url):
        return Answer(None, f"Is the article's address one of {', '.join(p.text for p in wanted)}?")
    fitting = [p.text for p in wanted if p.matches(url)]
    return _yes(
        bool(fitting), f"its address is {'' if fitting else 'not '}in {', '.join(fitting or [p.text for p in wanted])}"
    )


def _labelled(what: str) -> Callable[[tuple[str, ...], Case], Answer]:
    def answer(wanted: tuple[str, ...], case: Case) -> Answer:
        return _one_of(wanted, case.reuse.source.labels, what)

    return answer


def _section(wanted: tuple[str, ...], case: Case) -> Answer:
    in_address = tuple(split(case.reuse.source.url).path.split("/"))
    if any(folded(w) in map(folded, in_address) for w in wanted):
        return _one_of(wanted, in_address, "section")
    return _one_of(wanted, case.reuse.source.labels, "section")


def _one_of(wanted: tuple[str, ...], labels: tuple[str, ...] | None, what: str) -> Answer:
    if labels is None:
        return Answer(None, f"Is the article's {what} {_quoted(wanted)}? (nothing is recorded of its labels)")
    known = set(map(folded, labels))
    found = [w for w in wanted if folded(w) in known]
    return _yes(bool(found), f"its {what} is {'' if found else 'not '}{_quoted(tuple(found) or wanted)}")


def _byline(wanted: tuple[str, ...], case: Case) -> Answer:
    authors = case.reuse.source.authors
    text = " ".join((*authors, *(c.text for c in case.reuse.credits)))
    found = _named(wanted, text)
    if not found and not authors:
        return Answer(None, f"Does the article's byline name {_quoted(wanted)}? (its authors are not recorded)")
    return _yes(bool(found), f"its byline {'names' if found else 'does not name'} {_quoted(found or wanted)}")


def _mentions(wanted: tuple[Inflected, ...], case: Case) -> Answer:
    source = case.reuse.source.text
    forms = tuple(form for name in wanted for form in name.forms)
    found = _named(forms, " ".join((source or "", *(p.text for p in case.reuse.passages))))
    names = found or nominatives(wanted)
    if not found and source is None:
        return Answer(None, f"Does the article mention {_quoted(names)}? (its text is not at hand)")
    return _yes(bool(found), f"it {'mentions' if found else 'does not mention'} {_quoted(names)}")


def _image(wanted: tuple[str, ...], case: Case) -> Answer:
    draft = case.draft
    told = [f"{image.address} {image.alt} {image.title}" for image in draft.images]
    told += [" ".join(tag.attributes.values()) for tag in draft.tags if tag.name in _PICTURES]
    found = tuple(w for w in wanted if any(_begins_in(w, words) for words in told))
    return _yes(bool(found), f"an image here is called {_quoted(found)}" if found else "no image here is called so")


def _begins_in(word: str, text: str) -> bool:
    """Whether a word begins in a text, as `logo` does in `site-logo.png` and `SiteLogo`, and not in `catalogo`."""
    low, at = text.lower(), -1
    while (at := low.find(word.lower(), at + 1)) >= 0:
        if not (at and text[at - 1].islower() and text[at].islower()):
            return True
    return False


def _named(wanted: tuple[str, ...], text: str) -> tuple[str, ...]:
    where = folded(text)
    return tuple(w for w in wanted if _needle(w) in where)


def _needle(name: str) -> str:
    """A name as words of its own; in scripts without spaces between words, any run of these characters."""
    words = folded(name)
    return words.strip() if max(words) >= "\u2e80" else words


def _published(*, before: bool) -> Callable[[Date, Case], Answer]:
    def answer(day: Date, case: Case) -> Answer:
        try:
            published = Date.parse(case.reuse.source.published[:10])
        except ValueError:  # not known, or not to the day
            return Answer(None, f"Was the article published {'before' if before else 'on or after'} {day}?")
        return _yes((published < day) is before, f"it was published on {published}")

    return answer


def _ask(question: str, _case: Case) -> Answer:
    return Answer(None, question)


def _quoted(names: tuple[str, ...]) -> str:
    """The names in words: three of them, and how many others there are."""
    others = [f"{len(names) - 3} like names"] if len(names) > 4 else []
    return " or ".join([*(f"'{n}'" for n in (names[:3] if others else names)), *others])


_ANSWERS: dict[str, Callable[..., Answer]] = {
    "mode": _mode,
    "medium": _medium,
    "commercial": _switch(
        "commercial",
        "Does the draft earn money, by sale or advertising?",
        "Does the draft earn no money, neither by sale nor by advertising?",
    ),
    "paywall": _switch(
        "paywall", "Does the draft stand behind a paywall?", "Is the draft free to read, without a paywall?"
    ),
    "edited": _edited,
    "translated": _translated,
    "language": _language,
    "address": _address,
    "section": _section,
    "content_type": _labelled("kind"),
    "label": _labelled("label"),
    "byline": _byline,
    "source_mentions": _mentions,
    "image": _image,
    "published_from": _published(before=False),
    "published_before": _published(before=True),
    "ask": _ask,
}
