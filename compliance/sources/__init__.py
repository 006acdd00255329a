"""Publishers' articles: what a repository keeps of them, where their texts lie, and how they are read and fetched."""

from __future__ import annotations

from typing import Final

LOCK: Final = "sources.lock"
"""The file's name."""
