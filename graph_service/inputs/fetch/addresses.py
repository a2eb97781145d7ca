"""Which network addresses may be connected to."""

from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from graph_service.inputs.extras import extra

with extra("inputs"):
    from AntiSSRF import IPAddressRanges

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
#: all of IPv6 that is routed on the internet; the rest holds every way to write an IPv4 address as an IPv6 one
_GLOBAL_UNICAST = IPv6Network("2000::/3")


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet.

    An IPv4 address written as an IPv6 one counts as what it is; one that hides in a translation prefix (NAT64, 6to4,
    Teredo) is refused with its prefix.
    """
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        if address.scope_id or address not in _GLOBAL_UNICAST:
            return False
    return not any(address in network for network in _forbidden() if network.version == address.version)


def numeric(host: str) -> Address | None:
    """The address that a host is, where it is one."""
    try:
        return ip_address(host)
    except ValueError:
        return None


@cache
def _forbidden() -> tuple[Network, ...]:
    return tuple(ip_network(each) for each in IPAddressRanges.recommended_latest)


class Policy:
    """Which addresses may be connected to: public ones, and those of the hosts and networks named in the settings."""

    def __init__(self, allowed: str) -> None:
        entries = [entry.strip().lower() for entry in allowed.split(",") if entry.strip()]
        networks = {entry: _network(entry) for entry in entries}
        self._networks = [network for network in networks.values() if network]
        self._hosts = {entry for entry, network in networks.items() if network is None}

    def permits(self, host: str, address: Address) -> bool:
        """Whether this address of this host may be connected to."""
        if host in self._hosts or is_public(address):
            return True
        return any(address in network for network in self._networks if network.version == address.version)


def _network(entry: str) -> Network | None:
    try:
        return ip_network(entry, strict=False)
    except ValueError:
        return None
