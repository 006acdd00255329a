"""Which addresses of the network may be fetched: those of the public internet, seen after the name was resolved."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING, TypeAlias

from compliance.sources.model import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

IP: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_WITHIN = (
    ipaddress.ip_network("64:ff9b::/96"),
    ipaddress.ip_network("64:ff9b:1::/48"),
    ipaddress.ip_network("2002::/16"),
)


def is_public(address: IP) -> bool:
    """Whether an IP address is one of the public internet: no private, loopback, link-local, shared or reserved one.

    IPv6 addresses that carry an IPv4 address (mapped, translated, 6to4) count as what they carry, or not at all.
    """
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if any(address in network for network in _WITHIN) or address.teredo is not None:
            return False
    return address.is_global and not address.is_multicast


def resolve(host: str, port: int, permitted: Callable[[IP], bool] = is_public) -> str:
    """The IP address to connect to for a host. All that its name leads to must be permitted. Raises ``Unreadable``."""
    try:
        found = {str(info[4][0]).partition("%")[0] for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError) as error:
        raise Unreadable(f"the host {host} is not known: {getattr(error, 'strerror', None) or error}") from None
    addresses = sorted(map(ipaddress.ip_address, found), key=lambda a: (a.version, int(a)))
    for address in addresses:
        if not permitted(address):
            raise Unreadable(f"{host} leads to {address}, which is no address of the public internet")
    if not addresses:
        raise Unreadable(f"the host {host} has no address")
    return str(addresses[0])
