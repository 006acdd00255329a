"""When a draft is published, as it says itself: in its front matter, or at the beginning of its file's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compliance.days import is_day

if TYPE_CHECKING:
    from compliance.drafts.model import Draft, Entry

KEYS: Final = (
    "date", "published", "publishdate", "publishedat", "publishedon", "pubdate", "datepublished", "publicationdate",
    "issuedate", "postdate",
)  # fmt: skip
"""The keys that say it, the likeliest first; case, `_` and `-` do not matter."""


def day_of_publication(draft: Draft) -> str:
    """The day (ISO 8601), or "" where the draft does not say it, or says it in an order that can be read two ways."""
    stated = {e.path[0].lower().replace("_", "").replace("-", ""): e.value for e in reversed(_top(draft))}
    named = draft.path.replace("\\", "/").rpartition("/")[2]
    return next((day for text in (*(stated.get(key, "") for key in KEYS), named) if (day := _day(text))), "")


def _top(draft: Draft) -> list[Entry]:
    return [e for e in draft.front_matter.entries if len(e.path) == 1]


def _day(text: str) -> str:
    """The day that a text begins with, the year first: `2026-10-05T08:00:00Z`, `2026/10/5`, `2026-10-05-title.md`."""
    head = text.strip().replace("/", "-").replace("T", " ").partition(" ")[0].partition(".")[0]
    year, *rest = head.split("-")[:3]
    day = "-".join([year, *(part.zfill(2) for part in rest)])
    return day if is_day(day) else ""
