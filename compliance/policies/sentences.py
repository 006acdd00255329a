"""What a rule asks for, as a sentence for an editor.

A rule kind that has no sentence here, and an option that its sentence leaves out, are told as the policy writes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from compliance.checks.parts.places import wanted_place
from compliance.records import fields_of
from compliance.report import a

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

BEYOND: Final = {
    "permission": "more takes a permission",
    "fee": "more takes a fee",
    "forbidden": "more is not allowed",
}
SUMS: Final = {
    "quotation": "in each quotation",
    "article": "of an article",
    "publisher": "of the publisher's articles together",
    "draft": "of the publisher's articles in one draft",
}
EDITS: Final = {
    "none": "Change nothing",
    "formatting": "Change nothing but the formatting",
    "style": "Change nothing but time, place and house style",
    "light": "Edit lightly, without changing the substance",
    "any": "Edit as you like",
}
RULINGS: Final = {"allowed": "are allowed", "forbidden": "are not allowed", "review": "are for a person to judge"}
REPOSTS: Final = {
    "allowed": "Whole articles may be reposted",
    "forbidden": "Do not repost a whole article",
    "required": "Repost an article whole, or only link to it",
    "permission": "Get written permission before you repost a whole article",
    "fee": "Pay the publisher's fee before you repost a whole article",
}
HEADLINES: Final = {
    "keep": "Keep the article's headline",
    "change": "Give it a headline of your own",
    "approved": "Keep the article's headline, or have another one approved",
    "free": "The headline may be your own",
}


class _Told:
    """Options that remember which of them a sentence has spoken of."""

    def __init__(self, options: Any) -> None:
        self._options = options
        self.told: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        self.told.add(name)
        return getattr(self._options, name)


def sentence(kind: str, options: Any) -> str:
    """What a rule of this kind asks for, with a full stop."""
    tell = _SENTENCES.get(kind)
    if tell is None:
        return f"{kind.capitalize()}: {_written(options, set()) or 'any'}."
    told = _Told(options)
    words = tell(told)
    if rest := _written(options, told.told):
        words = f"{words} ({rest})"
    return words if words.endswith("?") else f"{words}."


def _written(options: Any, told: set[str]) -> str:
    """Options as the policy writes them: those that differ from their defaults and were not told."""
    fields = [f for f in fields_of(type(options)).values() if f.name not in told]
    given = [(f.key, value) for f in fields if (value := getattr(options, f.name)) != f.default]
    return ", ".join(f"{key}: {_value(value)}" for key, value in given)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _hyperlink(o: Any) -> str:
    if not o.count:
        kept = ["leave it open to search engines"] if o.follow_all else []
        kept += [f"do not link to {_or(t.words for t in o.not_to)}"] if o.not_to else []
        return f"Where you link to {_or(t.words for t in o.to)}, {' and '.join(kept)}"
    many = f"at least {o.count} links" if o.count > 1 else "a link"
    kind = " that readers can click" if o.active else ""
    words = f"Put {many}{kind} to {_or(t.words for t in o.to)}"
    words += f" on {_or(o.domains)}" if o.domains else ""
    words += _placed(o) + (", and nowhere else" if o.only_there else "")
    words += ", for each quotation" if o.each_quotation else ""
    words += f", in the words {_quoted(o.anchor)}" if o.anchor else ""
    words += f", in words that contain {_quoted(o.anchor_contains)}" if o.anchor_contains else ""
    words += "; search engines must be free to follow it" if o.follow else ""
    words += "; no link there may be closed to search engines" if o.follow_all else ""
    return words + (f"; link nowhere to {_or(t.words for t in o.not_to)}" if o.not_to else "")


def _extract(o: Any) -> str:
    limit = o.max or o.less_than
    if limit.number is None:
        amount = "only a small part (the terms name no number)"
    elif limit.number == 0:
        amount = f"no {limit.unit}"
    else:
        amount = f"{'at most' if o.max else 'less than'} {limit}"
    words = f"Take {amount} {_sum(o, limit.unit)}"
    words += ", from its beginning" if o.from_start else ""
    words += _spaces(o.spaces)
    return f"{words}; {BEYOND[o.beyond]}" if limit.number or o.beyond != "permission" else words


def _sum(o: Any, unit: str) -> str:
    if unit != "percent":
        return SUMS[o.per]
    if o.of == "source":
        return "of the article" if o.per == "article" else SUMS[o.per]
    return {
        "quotation": "of the draft in each quotation",
        "article": "of the draft from one article",
        "publisher": "of the draft from the publisher",
        "draft": "of the draft from the publisher",
    }[str(o.per)]


def _spaces(spaces: str) -> str:
    return {"exclude": ", spaces not counted", "unstated": ", spaces counted or not"}.get(spaces, "")


def _credit(o: Any) -> str:
    free = o.wording == "free"
    if o.text:
        words = f"Name the publisher, for example: {_quoted(o.text)}" if free else f"Write {_quoted(o.text)}"
        words += f", with {_quoted(o.spelled)} spelled so" if o.spelled else ""
    else:
        words = "Name the publisher" + (f" as {_quoted(o.spelled)}, spelled so" if o.spelled else "")
    words += f", and in the same paragraph {' and '.join(f'“{t}”' for t in o.includes)}" if o.includes else ""
    words += _placed(o) + (", for each quotation" if o.each_quotation else "")
    return words + (f", with a link to {_or(t.words for t in o.link)}" if o.link else "")


def _byline(o: Any) -> str:
    words = "Name all authors" if o.authors == "all" else "Name an author"
    words += f", each with the {o.with_}" if o.with_ else ""
    return words + (f", as in {_quoted(o.format)}" if o.format else "") + _placed(o)


def _edits(o: Any) -> str:
    words = EDITS[o.are]
    words += f"; cuts {RULINGS[o.cuts]}" if o.cuts else ""
    words += f"; additions {RULINGS[o.additions]}" if o.additions else ""
    words += "; headings within the text may be your own" if o.subheads == "free" else ""
    words += "" if o.beyond == "forbidden" or o.are == "any" else "; other changes take a permission"
    return f"{words}. A person is asked: {o.ask.rstrip('.')}" if o.ask else words


def _permission(o: Any) -> str:
    whom = f" from {o.ask}" if o.ask else ""
    use = f"more than {o.over} {SUMS[o.per]}{_spaces(o.spaces)}" if o.over else _or(a(m) for m in o.for_) or "anything"
    words = f"Get written permission{whom} before you take {use}"
    return f"{words}; without one a person must look" if o.otherwise == "review" else words


def _window(o: Any) -> str:
    bounds = [f"from {o.from_} after the article on"] if o.from_ else []
    bounds += [f"up to {o.until} after the article"] if o.until else []
    words = f"Publish it {' and '.join(bounds)}; {BEYOND[o.beyond].replace('more', 'another day')}"
    if o.otherwise == "review" and not o.ask:
        return f"{words}; on another day a person must look"
    return f"{words}. A person is asked: {o.ask.rstrip('.')}" if o.ask else words


def _placed(o: Any) -> str:
    place = wanted_place(o.at, o.within, o.after)
    return f", {place}" if place else ""


def _or(words: Iterable[str]) -> str:
    return " or ".join(words)


def _quoted(words: Iterable[str]) -> str:
    return _or(f"“{word}”" for word in words)


_SENTENCES: Final[dict[str, Callable[[Any], str]]] = {
    "hyperlink": _hyperlink,
    "extract": _extract,
    "credit": _credit,
    "byline": _byline,
    "edits": _edits,
    "permission": _permission,
    "repost": lambda o: REPOSTS[o.is_],
    "headline": lambda o: HEADLINES[o.is_],
    "canonical": lambda o: f"Name the address of {_or(t.words for t in o.to)} as the page's canonical one",
    "window": _window,
    "pixel": lambda o: f"Put the publisher's counter in the page: {_or(o.address)}",
    "retain links": lambda _: "Keep the article's own links",
    "verbatim": lambda _: "Quote the article's words exactly",
}
