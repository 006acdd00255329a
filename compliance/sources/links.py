"""The links of an article's story, found in its page and kept in the cache beside its text."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from compliance.sources.cache import text_path
from compliance.sources.storing import write_whole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from compliance.drafts.model import Draft

_SEARCHED: Final = 200_000  # characters of a story in which a part of a paragraph is looked for
Links = tuple[tuple[str, str], ...]
"""Anchor and address of each link, in order."""


def story_links(page: Draft, story: Collection[str], url: str) -> Links:
    """The links in those of a page's paragraphs that are the story's; relative addresses are taken from the page's."""
    return tuple(_in_story(page, story, url))


def _in_story(page: Draft, story: Collection[str], url: str) -> Iterator[tuple[str, str]]:
    whole = frozenset(story)
    text = "\n".join(story)
    told: dict[int, bool] = {}  # looked for once a paragraph: pages have thousands of links
    for link in page.links:
        if not link.active or not link.anchor.strip():
            continue
        block = link.block.index
        if block not in told:
            paragraph = " ".join(link.block.text.value.split())
            told[block] = paragraph in whole or (len(text) <= _SEARCHED and paragraph in text)
        if not told[block]:
            continue
        try:
            address = urljoin(url, link.address)
        except ValueError:
            continue
        if address.startswith(("http://", "https://")):
            yield " ".join(link.anchor.split()), address


def _path(folder: str, sha256: str) -> str:
    return text_path(folder, sha256).removesuffix(".txt") + ".links.json"


def keep_links(folder: str, sha256: str, links: Links | None) -> None:
    """Put the links of the text with this digest beside it; what is not known leaves what is there."""
    if links is not None:
        write_whole(_path(folder, sha256), json.dumps(links, ensure_ascii=False, indent=0).encode() + b"\n")


def cached_links(folder: str, sha256: str) -> Links | None:
    """The links of the text with this digest, or None where they are not known."""
    try:
        with open(_path(folder, sha256), "rb") as file:
            held = json.load(file)
        return tuple((str(anchor), str(address)) for anchor, address in held)
    except (OSError, ValueError, TypeError):
        return None


def drop_links(folder: str, sha256: str) -> None:
    """Remove the links of a text, if they are there."""
    try:
        os.unlink(_path(folder, sha256))
    except FileNotFoundError:
        return
