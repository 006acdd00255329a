"""The digest of a text that survives another typography, and changes with every word."""

from __future__ import annotations

from hashlib import sha256
from unicodedata import category, normalize


class _Letters(dict[int, int | None]):
    """For ``str.translate``: letters, marks and digits stay, format characters vanish, the rest becomes a space."""

    def __missing__(self, code: int) -> int | None:
        kind = category(chr(code))
        self[code] = code if kind[0] in "LMN" else None if kind == "Cf" else 0x20
        return self[code]


_LETTERS = _Letters()


def folded(text: str) -> str:
    """Compatibility composition (NFKC) and case folding; runs of anything but letters, marks and digits are one space.

    Part of the lock's format: another folding is another version of the lock.
    """
    return " ".join(normalize("NFKC", normalize("NFKC", text).casefold()).translate(_LETTERS).split())


def digest(text: str) -> str:
    """SHA-256 of the folded text in UTF-8, in hexadecimal digits."""
    return sha256(folded(text).encode("utf-8", "surrogatepass")).hexdigest()
