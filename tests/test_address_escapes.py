"""Percent-escapes are read as the standard library reads them."""

from __future__ import annotations

from urllib.parse import unquote as standard

from hypothesis import given
from hypothesis import strategies as st

from compliance.addresses.escapes import unquote

PIECES = st.sampled_from(["%", "%2", "%41", "%c3", "%A9", "%E2%82%AC", "%F0", "%zz", "a", "é", "€", "+", "\0"])


@given(st.lists(PIECES).map("".join))
def test_escapes_are_decoded_as_the_standard_library_does(text: str) -> None:
    assert unquote(text) == standard(text)
