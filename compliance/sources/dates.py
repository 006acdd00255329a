"""Dates as pages write them, and the days that each can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

Order = Literal["", "dmy", "mdy"]

# The beginnings of the months' names, January first, in the languages of the press. A few begin two months: listopad is
# October in Croatian and November in Polish.
_MONTHS: Final = (
    "jan ene gen jän sty янв січ led ιαν oca",
    "feb fév fev lut фев лют úno φεβ şub",
    "mar mär maa бер мар bře μαρ",
    "apr abr avr kwi апр кві dub απρ nis",
    "may mai mag maj mei май мая тра kvě μαΐ",
    "jun juin giu cze июн чер čvn ιουν haz lip",
    "jul juil lug lip июл лип čvc ιουλ tem srp",
    "aug ago aoû sie авг сер srp αυγ ağu",
    "sep set wrz сен вер zář σεπ eyl",
    "oct okt out ott paź окт жов říj οκτ eki lis",
    "nov noy ноя лис lis νοε kas",
    "dec déc dez dic des gru дек гру pro δεκ ara",
)
_NAMED: Final = {
    beginning: tuple(number for number, names in enumerate(_MONTHS, start=1) if beginning in names.split())
    for names in _MONTHS
    for beginning in names.split()
}
_SEPARATED: Final = re.compile(r"(?<![\w./-])(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?![\w/-]|\.\d)")
_DAY_FIRST: Final = re.compile(
    r"(?<!\w)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de |of )?([^\W\d_]{3,12})\.?,?\s+(?:de |del )?(\d{4})(?!\w)"
)
_MONTH_FIRST: Final = re.compile(r"(?<!\w)([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\w)")
_CJK: Final = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_ISO: Final = re.compile(r"(?<!\w)(\d{4})-(\d\d)-(\d\d)(?:T|(?![\w-]))")


@dataclass(frozen=True, slots=True)
class Written:
    """A date as a page writes it: ``days`` are all the days it can mean (ISO 8601), one or two."""

    written: str
    days: tuple[str, ...]

    @property
    def settled(self) -> str:
        """The one day it can mean, else ""."""
        return self.days[0] if len(self.days) == 1 else ""


def read_date(text: str, order: Order = "") -> Written | None:
    """The first date in a text with a year, in figures or with a month's name; ``order`` settles 06/05/2024."""
    found = [
        (match.start(), match.group().rstrip("T"), days)
        for pattern, read in _FORMS
        for match in pattern.finditer(text[:500])
        if (days := read(match, order))
    ]
    if not found:
        return None
    _, written, days = min(found)
    return Written(written, days)


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, as in 2024-05-06."""
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII)) and bool(_days(*map(int, text.split("-"))))


def _days(year: int, month: int, day: int) -> tuple[str, ...]:
    try:
        return (date(year, month, day).isoformat(),) if 1900 <= year <= 2199 else ()
    except ValueError:
        return ()


def _year_first(match: re.Match[str], _order: Order) -> tuple[str, ...]:
    return _days(*map(int, match.groups()))


def _in_figures(match: re.Match[str], order: Order) -> tuple[str, ...]:
    first, _, second, third = match.groups()
    if len(first) == 4:
        return _days(int(first), int(second), int(third)) if len(third) <= 2 else ()
    if len(first) > 2 or len(third) not in (2, 4):
        return ()
    year = int(third) + (2000 if len(third) == 2 else 0)
    by_order = {
        "dmy": _days(year, int(second), int(first)),
        "mdy": _days(year, int(first), int(second)),
    }
    either = tuple(dict.fromkeys(by_order["dmy"] + by_order["mdy"]))
    return (by_order[order] or either) if order else either


def _day_first(match: re.Match[str], _order: Order) -> tuple[str, ...]:
    day, name, year = match.groups()
    return _with_name(year, name, day)


def _month_first(match: re.Match[str], _order: Order) -> tuple[str, ...]:
    name, day, year = match.groups()
    return _with_name(year, name, day)


def _with_name(year: str, name: str, day: str) -> tuple[str, ...]:
    months = _NAMED.get(name.casefold()[:4]) or _NAMED.get(name.casefold()[:3], ())
    return tuple(found for month in months for found in _days(int(year), month, int(day)))


_FORMS: Final = (
    (_ISO, _year_first),
    (_CJK, _year_first),
    (_SEPARATED, _in_figures),
    (_DAY_FIRST, _day_first),
    (_MONTH_FIRST, _month_first),
)
