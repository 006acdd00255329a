"""The small scalars of a policy: a domain, and a pattern of addresses."""

from __future__ import annotations

from typing import ClassVar, Self

from compliance.addresses import host
from compliance.addresses.patterns import fits
from compliance.values import dataclass


class Domain(str):
    """A host name: lower case, A-labels."""

    __slots__ = ()
    SCHEMA: ClassVar = {"type": "string", "pattern": r"^[^\s/:@]+\.[^\s/:@]+$"}
    EXPECTED: ClassVar = "a domain such as example.org"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a domain; raises ``ValueError``."""
        if "." not in text or any(c in text for c in "/:@* \t") or not host(f"//{text}"):
            raise ValueError(f"'{text}' is not {cls.EXPECTED}: no 'https://', no path, no '*'")
        return cls(host(f"//{text}"))


@dataclass(frozen=True, slots=True)
class AddressPattern:
    """Addresses that begin with a domain, or with a domain and the first parts of a path; ``*`` is any text.

    ``example.org/opinion`` fits ``https://www.example.org/opinion/2024/story`` and not ``.../opinions``; a leading
    ``*.`` takes in every host below the domain.
    """

    text: str

    SCHEMA: ClassVar = {"type": "string", "pattern": r"^[^\s/:]+\.[^\s/:]+(/\S*)?$"}
    EXPECTED: ClassVar = "an address pattern such as example.org/opinion or example.org/*/video"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a pattern; raises ``ValueError``."""
        name = text.partition("/")[0]
        if "." not in name or "://" in text or any(c in text for c in " \t?#"):
            raise ValueError(f"'{text}' is not {cls.EXPECTED}")
        return cls(text.lower().removeprefix("www.").rstrip("/"))

    def matches(self, url: str) -> bool:
        """Whether an address fits; scheme, ``www.``, query and fragment play no part."""
        return fits(url, self.text, query=False)
