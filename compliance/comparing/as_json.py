"""Comparisons for programs, as ``comparison.schema.json`` describes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compliance.comparing.model import Comparison, Copied, LibraryComparison, Share, Side

SCHEMA_VERSION = "1"


def comparison(found: Comparison, *, indent: int | None = None) -> str:
    """One draft held against one source, as a document or, without indent, as a line of its own."""
    data = {
        "draft": _side(found.draft),
        "source": _source(found.source),
        "matches": [_match(one) for one in found.copied],
        "coverage": {"draft": _share(found.draft_share), "source": _share(found.source_share)},
    }
    return _dump(data, indent)


def library(found: LibraryComparison, *, indent: int | None = None) -> str:
    """One draft held against a library; every match names its source."""
    data = {
        "draft": _side(found.draft),
        "library": {"path": found.library, "articles": found.articles},
        "sources": [{**_source(one.source), "coverage": _share(one.source_share)} for one in found.sources],
        "matches": sorted(
            (
                {**_match(copied), "source": one.source.path, "others": list(copied.others)}
                for one in found.sources
                for copied in one.copied
            ),
            key=lambda match: (match["draft_start"], match["draft_end"]),
        ),
        "coverage": {"draft": _share(found.share)},
    }
    return _dump(data, indent)


def problem(draft: str, source: str, message: str) -> str:
    """The line of a pair that could not be compared."""
    return _dump({"draft": {"path": draft}, "source": {"path": source}, "problem": message}, None)


def _dump(data: dict[str, Any], indent: int | None) -> str:
    """The object as JSON that can be written as UTF-8: half surrogate pairs, as in odd paths, are escaped."""
    text = json.dumps({"schema": SCHEMA_VERSION, **data}, ensure_ascii=False, indent=indent, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _side(side: Side) -> dict[str, Any]:
    return {"path": side.path, "characters": len(side.text)}


def _source(side: Side) -> dict[str, Any]:
    return {**_side(side), "title": side.title, "url": side.url}


def _match(one: Copied) -> dict[str, Any]:
    return {
        "draft_start": one.draft[0],
        "draft_end": one.draft[1],
        "source_start": one.source[0],
        "source_end": one.source[1],
        "similarity": one.match.similarity,
        "edits": one.match.edits,
        "exact": one.match.exact,
    }


def _share(share: Share) -> dict[str, Any]:
    return {"copied": share.copied, "of": share.of, "share": share.share}
