"""A repository's settings, found for each draft: the nearest settings file on the way up from the draft's folder wins.

What the file may say stands in ``settings.file``, which is imported only where there is one.
"""

from __future__ import annotations

import os

from compliance.settings.model import Settings

__all__ = ["NAMES", "Settings", "find", "repository_root", "settings_for"]

NAMES = ("compliance.yaml", ".compliance.yaml", "pyproject.toml")


def settings_for(folder: str) -> Settings:
    """The settings of the drafts in a folder. Raises ``YamlFaults`` when the file that governs them has faults."""
    path = find(folder)
    if path is None:
        return Settings()
    from compliance.settings.file import load_settings

    return load_settings(path)


def find(folder: str) -> str | None:
    """The nearest settings file in a folder or above it, up to the root of the repository or of the file system."""
    here = os.path.abspath(folder)
    while True:
        for name in NAMES:
            path = os.path.join(here, name)
            if os.path.isfile(path) and (name != "pyproject.toml" or _has_table(path)):
                return os.path.relpath(path)
        above = os.path.dirname(here)
        if above == here or os.path.exists(os.path.join(here, ".git")):
            return None
        here = above


def repository_root(folder: str) -> str:
    """The folder with ``.git`` in or above a folder; the folder itself where there is none."""
    here = os.path.abspath(folder)
    while not os.path.exists(os.path.join(here, ".git")):
        if os.path.dirname(here) == here:
            return folder
        here = os.path.dirname(here)
    return os.path.relpath(here)


def _has_table(path: str) -> bool:
    """Whether a pyproject.toml has a table for this program; most do not name it, and need no TOML parser.

    One that cannot be read may have it: it is taken for settings, so that its fault is told.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return True
    if b"compliance" not in data:
        return False
    import tomllib

    try:
        return "compliance" in tomllib.loads(data.decode()).get("tool", {})
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return b"tool.compliance" in data
