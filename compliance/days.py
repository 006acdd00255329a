"""Days of the calendar, written as ISO 8601 ``YYYY-MM-DD``."""

from __future__ import annotations

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_day(text: str) -> bool:
    """Whether a text is a day that there is, written as ``YYYY-MM-DD``."""
    parts = text.split("-")
    if [len(p) for p in parts] != [4, 2, 2] or not all(p.isascii() and p.isdecimal() for p in parts):
        return False
    year, month, day = map(int, parts)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= month <= 12 and 1 <= day <= _LENGTHS[month - 1] + (leap and month == 2)
