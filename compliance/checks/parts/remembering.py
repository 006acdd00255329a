"""What a draft has for all its reuses is looked for once, not for each of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from typing import TypeVarTuple

    from compliance.drafts.model import Draft

    Given = TypeVarTuple("Given")
    Answer = TypeVar("Answer")


def per_draft(function: Callable[[Draft, *Given], Answer]) -> Callable[[Draft, *Given], Answer]:
    """The function, which remembers what it gave for the last draft; of many drafts no other one is kept.

    What it is given beside the draft must be hashable.
    """

    @lru_cache(maxsize=1)
    def answers(_: Draft) -> dict[Hashable, Answer]:
        return {}

    def remembered(draft: Draft, *given: *Given) -> Answer:
        known = answers(draft)
        if given not in known:
            known[given] = function(draft, *given)
        return known[given]

    return remembered
