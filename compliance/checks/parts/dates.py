"""Days as people write them: `2026-10-01`, `October 1, 2026`, `1 Oct. 2026`, `01.10.2026`, `1 жовтня 2026 року`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

from compliance.checks.parts.folding import folded
from compliance.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from compliance.checks.parts.slots import Nearest

T = TypeVar("T")
Day = tuple[int, int, int]
"""Year, month and day; 0 where it is not said, or not known how to read."""

# Each month's names and abbreviations: English, Ukrainian, Russian, German, French, Spanish, Portuguese, Italian,
# Polish, Dutch.
_MONTHS: Final = (
    (
        "january jan січня січень січ января январь янв januar jänner janvier janv enero ene janeiro gennaio gen "
        "stycznia styczeń januari"
    ),
    (
        "february feb лютого лютий лют февраля февраль фев февр februar février févr febrero fevereiro fev febbraio "
        "febbr lutego luty februari"
    ),
    "march mar березня березень бер марта март märz mrz mars marzo março marca marzec maart mrt",
    "april apr квітня квітень квіт кві апреля апрель апр avril avr abril abr aprile kwietnia kwiecień",
    "may травня травень трав тра мая май mai mayo maio maggio mag maja maj mei",
    "june jun червня червень черв чер июня июнь июн juni juin junio junho giugno giu czerwca czerwiec",
    "july jul липня липень лип июля июль июл juli juillet juil julio julho luglio lug lipca lipiec",
    "august aug серпня серпень серп сер августа август авг août agosto sierpnia sierpień augustus",
    (
        "september sep sept вересня вересень вер сентября сентябрь сен сент septembre septiembre setiembre setembro "
        "settembre września wrzesień"
    ),
    (
        "october oct жовтня жовтень жовт жов октября октябрь окт oktober okt octobre octubre outubro ottobre ott "
        "października październik"
    ),
    "november nov листопада листопад лист ноября ноябрь нояб ноя novembre noviembre novembro listopada listopad",
    (
        "december dec грудня грудень груд гру декабря декабрь дек dezember dez décembre déc diciembre dic dezembro "
        "dicembre grudnia grudzień"
    ),
)
_ENGLISH: Final = tuple(names.split(maxsplit=1)[0].capitalize() for names in _MONTHS)
_NUMBERS: Final = (
    r"(?<!\d)(?P<y1>\d{4})\s?[-./年]\s?(?P<m1>\d{1,2})\s?[-./月]\s?(?P<d1>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<a>\d{1,2})\s?(?P<sep>[-./])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<y2>\d{4}|\d{2})(?!\d)"
)
_NAMED: Final = (
    r"(?<!\d)(?P<d3>\d{1,2})\s?(?:st|nd|rd|th|er|[.oaº°])?,?[\s-](?:of |de |di |d')?(?P<m3>%(month)s)\b"
    r"(?:\.?,?[\s-](?:of |de |del )?(?P<y3>\d{4})(?!\d))%(may_lack_year)s"
    r"|\b(?P<m4>%(month)s)\.?\s(?P<d4>\d{1,2})(?!\d)(?:st|nd|rd|th)?(?:,?\s(?P<y4>\d{4})(?!\d))%(may_lack_year)s"
    r"|(?<!\d)(?P<y5>\d{4}),?\s(?P<m5>%(month)s)\.?\s(?P<d5>\d{1,2})(?!\d)"
)
_YEARS: Final = expression(r"(?<!\d)((?:19|20)\d\d)(?:\s?-\s?((?:19|20)\d\d))?(?!\d)")


def written(published: str) -> str:
    """An ISO 8601 date written out, as far as it is stated: `October 1, 2026`, `October 2026`, `2026`."""
    year, month, day = _stated(published)
    if not 1 <= month <= len(_ENGLISH):
        return published[:4]
    return f"{_ENGLISH[month - 1]} {f'{day}, ' if day else ''}{year}"


def shows_day(text: str, published: str, nearest: Nearest) -> bool:
    """Whether the nearest date in a folded text is a day (ISO 8601), as far as that is stated.

    `01/10/2026` is read both ways; a date may lack its year, but a year alone is no date. In languages whose months are
    not known here, day and year must be right.
    """
    wanted = _stated(published)
    found = list(_days(text, _known_months()) or _days(text, _any_word()))
    return any(_same(day, wanted) for readings in _chosen(found, nearest) for day in readings)


def day_at(text: str, nearest: Nearest) -> tuple[int, int] | None:
    """Where the nearest date in a folded text stands, whichever day it is; None if there is none."""
    found = [m for m in _known_months().finditer(text) if _is_day(m)]
    found = found or [m for m in _any_word().finditer(text) if _is_day(m)]
    return next((m.span() for m in _chosen(found, nearest)), None)


def _is_day(found: re.Match[str]) -> bool:
    return any(month <= len(_MONTHS) and 1 <= day <= 31 for _, month, day in _readings(found))


def looks_like_year(text: str) -> bool:
    """Whether a year stands in a folded text."""
    return _YEARS.search(text) is not None


def shows_year(text: str, published: str, nearest: Nearest) -> bool:
    """Whether the nearest year in a folded text is that of a day (ISO 8601), or a range with it: `2024-2026`."""
    year = _stated(published)[0]
    found = [(int(m[1]), int(m[2] or m[1])) for m in _YEARS.finditer(text)]
    return any(first <= year <= last for first, last in _chosen(found, nearest))


def _chosen(found: Sequence[T], nearest: Nearest) -> Sequence[T]:
    return {"first": found[:1], "last": found[-1:], "any": found}[nearest]


def _same(day: Day, wanted: Day) -> bool:
    return all(a == b or not a or not b for a, b in zip(day, wanted, strict=True))


def _stated(published: str) -> Day:
    numbers = [int(part) if part.isdecimal() else 0 for part in published[:10].split("-")]
    year, month, day = (*numbers, 0, 0)[:3]
    return year, month, day


def _days(text: str, pattern: re.Pattern[str]) -> list[tuple[Day, ...]]:
    """The dates in a text, each with all its readings."""
    return [tuple(_readings(found)) for found in pattern.finditer(text)]


def _readings(found: re.Match[str]) -> Iterator[Day]:
    if found["a"]:
        a, b, in_full = int(found["a"]), int(found["b"]), int(found["y2"])
        in_full += 2000 if in_full < 100 else 0
        yield (in_full, b, a)
        if found["sep"] != ".":
            yield (in_full, a, b)
    elif found["y1"]:
        yield (int(found["y1"]), int(found["m1"]), int(found["d1"]))
    else:
        year, month, day = (next(filter(None, map(found.group, names)), None) for names in _GROUPS)
        yield (int(year or 0), _months().get(month or "", 0), int(day or 0))


_GROUPS: Final = tuple(tuple(f"{part}{n}" for n in (3, 4, 5)) for part in "ymd")


@cache
def _months() -> dict[str, int]:
    return {name: number for number, names in enumerate(_MONTHS, 1) for name in folded(names).split()}


@cache
def _known_months() -> re.Pattern[str]:
    named = _NAMED % {"month": "|".join(sorted(_months(), key=len, reverse=True)), "may_lack_year": "?"}
    return expression(f"{_NUMBERS}|{named}")


@cache
def _any_word() -> re.Pattern[str]:
    named = _NAMED % {"month": r"[^\W\d_]{3,20}", "may_lack_year": ""}
    return expression(f"{_NUMBERS}|{named}")
