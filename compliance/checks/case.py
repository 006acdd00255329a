"""What a rule kind is given to decide on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.values import dataclass

if TYPE_CHECKING:
    from compliance.checks.parts.wording import Template
    from compliance.drafts.model import Draft
    from compliance.facts import Facts
    from compliance.reuse.model import Found, Publisher, Reuse


@dataclass(frozen=True, slots=True)
class Case:
    """One reuse under one policy: everything that a rule may look at.

    ``found`` holds the draft's other reuses too, for limits per publisher and per draft. ``wordings`` are those that
    the policy's credits ask for: where they stand in a text that is taken over, they are none of the article's words.
    """

    reuse: Reuse
    found: Found
    publisher: Publisher
    facts: Facts
    wordings: tuple[Template, ...] = ()

    @property
    def draft(self) -> Draft:
        """The draft that the reuse stands in."""
        return self.reuse.draft
