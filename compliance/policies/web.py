"""The address of a page in the web, as policies give it for where they were read."""

from __future__ import annotations

from typing import ClassVar, Self

from compliance.addresses import host
from compliance.expressions import expression

_PATTERN = r"^https?://[^\s/?#:@]+\.[^\s/?#:@]+([/?#:]\S*)?$"
_ADDRESS = expression(_PATTERN)


class WebAddress(str):
    """An http(s) address with a host, whole as a browser takes it."""

    __slots__ = ()
    SCHEMA: ClassVar = {"type": "string", "pattern": _PATTERN}
    EXPECTED: ClassVar = "an address such as https://example.org/terms"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an address; raises ``ValueError``."""
        if not _ADDRESS.fullmatch(text) or not host(text):
            raise ValueError(f"'{text}' is not {cls.EXPECTED}")
        return cls(text)
