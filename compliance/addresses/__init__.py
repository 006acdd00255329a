"""What an address is: whose site it lies on, whether two lead to one article, and what kind of page it leads to.

Nothing here looks anything up: an address is judged by its spelling alone.
"""

from __future__ import annotations

from compliance.addresses.hosts import host, registrable_domain
from compliance.addresses.kinds import AddressKind, is_not_read, kind_of
from compliance.addresses.spelling import article_key, same_article, same_site
from compliance.addresses.wrappers import Wrapped, is_shortener, unwrap

__all__ = [
    "AddressKind",
    "Wrapped",
    "article_key",
    "host",
    "is_not_read",
    "is_shortener",
    "kind_of",
    "registrable_domain",
    "same_article",
    "same_site",
    "unwrap",
]
