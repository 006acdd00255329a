"""One key for all spellings of an article's address."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from compliance.addresses.escapes import octets, substitute, unquote
from compliance.addresses.hosts import host, registrable_domain, split
from compliance.addresses.wrappers import unwrap
from compliance.expressions import expression

# Labels that name another form of the same site.
_FORM_LABELS: Final = frozenset({"www", "m", "mobile", "amp"})
_INDEX: Final = expression(r"(?i)(?:index|default)\.(?:html?|php\d?|aspx?|jsp|shtml|cgi)")
_AMP_ENDING: Final = expression(r"\.amp(?=\.html?\Z|\Z)")
_SESSION: Final = expression(r"(?i);jsessionid=[^/]*")
_RESERVED: Final = expression(r"[%/?#&=+]")
_BLANK: Final = expression(r"[\s\x00-\x20]")

# Parameters that say who shared or opened a link, or in which form, never which article: what campaign tools,
# networks, newsletters and the press's own sharing buttons add. Names that also stand for an article somewhere (`p`,
# `id`, `s`, `r`, `from`, `page`) are not among them.
_TRACKING_PREFIXES: Final = (
    "utm_", "mtm_", "matomo_", "pk_", "piwik_", "hsa_", "_hs", "oly_", "vero_", "at_", "ns_", "mc_", "guce_", "fb_",
    "__twitter", "__tn__", "amp_", "wt.", "ga_", "stm_", "trk_", "dm_i", "int_", "itm_", "cx_",
)  # fmt: skip
_TRACKING: Final = frozenset(
    """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id epik mkt_tok mkcid
    mkevt _ga _gl _openstat ref ref_ ref_src ref_url refsrc referrer referer source smid smtyp smprod partner emc
    pagewanted mbid ito ncid ocid icid cmpid cmp campaign campaign_id xtor sref spref share shared sharetoken share_id
    via feature guccounter sfnsn wprov xid hss_channel spm ved usg amp outputtype noamp gift giftcopy giftid accesstoken
    unlocked_article_code pwapi_token leadsource reflink print printable trk rss soc_src soc_trk tpcc cid_source
    replytocom ss_source ss_campaign_id wpisrc wpmm _amp platform fref
    """.split()  # noqa: SIM905 - a word list
)


@lru_cache(maxsize=4096)
def article_key(url: str) -> str:
    """One key for all spellings of an article's address; "" for an address without host.

    The same key comes of: http and https; `www.`, `m.`, `mobile.`, `amp.` hosts; usual ports; a trailing slash,
    `index.html`; tracking parameters and the order of the others; the fragment (a route `#!/x` stays); AMP forms;
    percent-encoding and Unicode normalisation; redirectors, AMP caches and archive copies, which count as what
    they wrap. Letter case in the path makes a difference, as it does to servers.
    """
    parts = split(unwrap(url).url)
    if not parts.host:
        return ""
    port = f":{parts.port}" if parts.port else ""
    query = "&".join(sorted(_telling(parts.query)))
    route = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    return f"{_plain_host(parts.host)}{port}/{'/'.join(_segments(parts.path))}{'?' if query else ''}{query}{route}"


def _plain_host(name: str) -> str:
    domain = registrable_domain(name)
    own = name.removesuffix(domain)
    return ".".join([*(label for label in own.split(".") if label and label not in _FORM_LABELS), domain])


def _segments(path: str) -> list[str]:
    out: list[str] = []
    for segment in _decoded(_SESSION.sub("", path)).split("/"):
        if segment == "..":
            del out[-1:]
        elif segment not in ("", "."):
            out.append(segment)
    if out and _INDEX.fullmatch(out[-1]):
        out.pop()
    if len(out) > 1:
        out = [s for s in out if s != "amp"] or out[-1:]
    if out:
        out[-1] = _AMP_ENDING.sub("", out[-1]) or out[-1]
    return out


def _decoded(text: str) -> str:
    return normalize("NFC", _BLANK.sub(_escaped, substitute(_readable, text)))


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found.group().encode())


def _readable(run: re.Match[str]) -> str:
    try:
        plain = octets(run.group()).decode()
    except UnicodeDecodeError:
        return run.group().upper()
    return _RESERVED.sub(_escaped, plain)


def _telling(query: str) -> list[str]:
    """The parameters that can tell an article from another."""
    return [_decoded(p) for p in re.split(r"&(?:amp;)?", query) if p and not is_tracking(p.partition("=")[0])]


def is_tracking(parameter: str) -> bool:
    """Whether a query parameter of this name says nothing of the article."""
    name = unquote(parameter).lower()
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)


def same_article(a: str, b: str) -> bool:
    """Whether two addresses are spellings of one (see `article_key`)."""
    key = article_key(a)
    return bool(key) and key == article_key(b)


def same_site(url: str, domain: str) -> bool:
    """Whether an address lies on a domain or below it, whatever wraps it; `domain` may be any host.

    `x.org.evil.net`, `evil-x.org`, `x.co` and `x.org@evil.net` do not lie on `x.org`.
    """
    name, site = host(unwrap(url).url), site_of(domain)
    return bool(site) and (name == site or name.endswith("." + site))


def site_of(domain: str) -> str:
    """A domain, or an address's host, in the spelling in which sites are compared."""
    return (host(domain) or domain.lower()).removeprefix("www.")


def sites_of(url: str) -> list[str]:
    """All that an address lies on, whatever wraps it: its host and the domains above, the longest first."""
    labels = host(unwrap(url).url).split(".")
    return [".".join(labels[first:]) for first in range(len(labels))]
