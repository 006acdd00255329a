"""The articles' texts, kept beside the lock in a folder that git ignores."""

from __future__ import annotations

import os
from typing import Final

from compliance.sources.digest import digest
from compliance.sources.storing import write_whole

FOLDER: Final = ".compliance-cache"


def text_path(folder: str, sha256: str) -> str:
    """Where the text with this digest lies."""
    return os.path.join(folder, FOLDER, "sources", f"{sha256}.txt")


def cache_folder(folder: str) -> str:
    """The cache of a folder; makes it, and git ignore it, at first use. Raises ``OSError``."""
    root = os.path.join(folder, FOLDER)
    os.makedirs(root, exist_ok=True)
    ignore = os.path.join(root, ".gitignore")
    if not os.path.exists(ignore):
        write_whole(ignore, b"# Publishers' texts: committing them would republish them.\n*\n")
    return root


def keep_text(folder: str, text: str) -> str:
    """Put a text into the cache of a folder and return its digest."""
    os.makedirs(os.path.join(cache_folder(folder), "sources"), exist_ok=True)
    sha256 = digest(text)
    write_whole(text_path(folder, sha256), text.encode())
    return sha256


def cached_text(folder: str, sha256: str) -> str | None:
    """The text with this digest, or None where it is absent or another text stands in its place."""
    if not sha256.isalnum():
        return None
    try:
        with open(text_path(folder, sha256), "rb") as file:
            text = file.read().decode()
    except (OSError, UnicodeDecodeError):
        return None
    return text if digest(text) == sha256 else None


def drop_text(folder: str, sha256: str) -> None:
    """Remove a text from the cache, if it is there."""
    try:
        os.unlink(text_path(folder, sha256))
    except FileNotFoundError:
        return
