"""``sources.lock``: what is written is read again, and whatever happened to the file is said."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.sources import LOCK
from compliance.sources.lock import Lock, parse, read_lock, write_lock
from compliance.sources.lockform import rendered
from compliance.sources.model import Entry
from compliance.yamldoc import YamlFaults

if TYPE_CHECKING:
    from pathlib import Path

FERRY = Entry(
    address="https://gazette.example/2026/11/ferries",
    canonical="https://gazette.example/ferries",
    also=("https://amp.gazette.example/ferries?x=1", "https://copy.example/a"),
    title="Slower ferries: “six knots”",
    authors=("Ada Pier", "Bo Quay"),
    published="2026-11-02",
    read="2026-11-20",
    language="en",
    characters=3120,
    words=512,
    sha256="ab" * 32,
)
TIDES = Entry(address="https://gazette.example/tides", unsettled="06/05/2024", sha256="cd" * 32)

texts = st.text(max_size=40)
urls = st.from_regex(r"https://[a-z]{1,8}\.example/[a-z0-9]{1,12}", fullmatch=True)
entries = st.builds(
    Entry,
    address=urls,
    also=st.lists(urls, max_size=2, unique=True).map(tuple),
    title=texts,
    authors=st.lists(texts, max_size=3).map(tuple),
    published=texts,
    characters=st.integers(0, 10**9),
    words=st.integers(0, 10**9),
    sha256=texts,
    unknown=st.lists(
        st.tuples(st.from_regex(r"x-[a-z]{1,6}", fullmatch=True), texts.filter(bool)),
        max_size=2,
        unique_by=lambda t: t[0],
    ).map(tuple),
)


def apart(found: list[Entry]) -> bool:
    """Whether no two entries share an address."""
    keys = [key for entry in found for key in entry.keys]
    return len(keys) == len(set(keys))


def faults(text: str | bytes) -> list[str]:
    with pytest.raises(YamlFaults) as raised:
        parse(text.encode() if isinstance(text, str) else text, "sources.lock")
    return [str(f) for f in raised.value.faults]


@settings(deadline=None)
@given(st.lists(entries, max_size=4).filter(apart))
def test_what_is_written_is_read_again(some: list[Entry]) -> None:
    assert parse(rendered(some).encode(), LOCK) == Lock(tuple(sorted(some, key=lambda e: e.address)))


@given(st.data())
@settings(max_examples=300)
def test_any_damaged_byte_is_found(data: st.DataObject) -> None:
    """A byte changed, lost or added makes the lock unreadable, wherever it stands."""
    whole = rendered([FERRY, TIDES]).encode()
    at = data.draw(st.integers(0, len(whole) - 1))
    byte = bytes([data.draw(st.integers(0, 255).filter(lambda b: b != whole[at]))])
    damaged = data.draw(st.sampled_from([whole[:at] + byte + whole[at + 1 :], whole[:at] + whole[at + 1 :]]))
    with pytest.raises(YamlFaults):
        parse(damaged, LOCK)


def test_every_byte_in_turn() -> None:
    """Each byte of a lock, with one bit turned, lost, or doubled."""
    whole = rendered([FERRY, TIDES]).encode()
    for at in range(len(whole)):
        for damaged in (
            whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :],
            whole[:at] + whole[at + 1 :],
            whole[:at] + whole[at : at + 1] + whole[at:],
        ):
            with pytest.raises(YamlFaults):
                parse(damaged, LOCK)


def test_a_cut_file_is_found_unless_it_is_cut_between_entries() -> None:
    whole = rendered([FERRY, TIDES]).encode()
    between = {len(rendered(some).encode()) for some in ([], [FERRY])}
    for end in range(len(whole)):
        if end not in between:
            with pytest.raises(YamlFaults):
                parse(whole[:end], LOCK)


def test_it_is_yaml_with_one_fact_a_line() -> None:
    """Other tools can read it, and it says what the entry says."""
    data = yaml.safe_load(rendered([FERRY]))
    fact = data[FERRY.address]
    assert data["version"] == 1
    assert (fact["title"], fact["authors"], fact["characters"]) == (FERRY.title, list(FERRY.authors), 3120)
    assert all(line.count('": ') == 0 for line in rendered([FERRY]).splitlines())


@given(texts)
def test_any_title_is_yaml(title: str) -> None:
    entry = Entry(address="https://a.example/x", title=title)
    if title and not any("\ud800" <= c <= "\udfff" for c in title):
        assert yaml.safe_load(rendered([entry]))[entry.address]["title"] == title


def test_facts_of_a_later_release_are_kept() -> None:
    entry = Entry(address="https://a.example/x", unknown=(("licence", "cc-by"), ("tags", ("a", "b")), ("weight", 3)))  # type: ignore[arg-type]
    assert rendered(parse(rendered([entry]).encode(), LOCK).entries) == rendered([entry])


def test_two_additions_merge_line_by_line() -> None:
    """An entry added elsewhere leaves every line of the others as it was."""
    both = rendered([FERRY, TIDES])
    assert rendered([FERRY]) in both
    assert both.endswith(rendered([TIDES]).removeprefix(rendered([])))


def test_crlf_throughout_is_read() -> None:
    assert parse(rendered([FERRY]).replace("\n", "\r\n").encode(), LOCK).entries == (FERRY,)


def test_one_stray_carriage_return_is_damage() -> None:
    assert faults(rendered([FERRY]).replace("\n", "\r\n", 1))


def test_an_unknown_version_says_which_release_is_needed() -> None:
    (fault,) = faults(rendered([FERRY]).replace("version: 1", "version: 2"))
    assert fault.startswith("sources.lock:3:1: this lock is of version 2")
    assert "update republish-check" in fault


def test_a_merge_conflict_is_one_fault_with_a_remedy() -> None:
    text = rendered([FERRY, TIDES])
    mine, theirs = text.split('\n"https://gazette.example/tides"')
    conflict = f'{mine}<<<<<<< ours\n=======\n\n"https://gazette.example/tides"{theirs}>>>>>>> theirs\n'
    (fault,) = faults(conflict)
    assert "merge conflict" in fault
    assert "delete the lines" in fault


def test_an_edited_fact_points_at_its_entry() -> None:
    (fault,) = faults(rendered([FERRY, TIDES]).replace("06/05/2024", "06/05/2025"))
    line = rendered([FERRY, TIDES]).splitlines().index(f'"{TIDES.address}":') + 1
    assert fault.startswith(f"sources.lock:{line}:1: the entry of {TIDES.address} does not fit its checksum")
    assert "compliance source add" in fault


def test_two_entries_of_one_article_are_a_fault() -> None:
    """Two addresses that lead to one article may not stand in two entries."""
    copy = Entry(address="https://www.gazette.example/tides/?utm_source=x", sha256="cd" * 32)
    (fault,) = faults(rendered([TIDES, copy]))
    assert "is the article of line 5 as well" in fault


def test_all_faults_are_said_at_once() -> None:
    text = rendered([FERRY, TIDES]).replace("06/05/2024", "x").replace("six knots", "ten knots")
    assert len(faults(text)) == 2


def test_not_utf8_is_said_with_its_line() -> None:
    (fault,) = faults(rendered([FERRY]).encode().replace(b"Ada", b"Ad\xff"))
    assert "is not UTF-8" in fault


def test_the_file_is_replaced_whole(tmp_path: Path) -> None:
    """Nothing but the lock is left in the folder, and it keeps its mode."""
    write_lock(str(tmp_path), Lock((FERRY,)))
    (tmp_path / LOCK).chmod(0o640)
    write_lock(str(tmp_path), Lock((FERRY, TIDES)))
    assert [p.name for p in tmp_path.iterdir()] == [LOCK]
    assert (tmp_path / LOCK).stat().st_mode & 0o777 == 0o640
    assert read_lock(str(tmp_path)).entries == (FERRY, TIDES)


def test_without_a_lock_nothing_is_known(tmp_path: Path) -> None:
    assert read_lock(str(tmp_path)).entries == ()


@pytest.mark.parametrize("url", [*FERRY.addresses, "http://www.gazette.example/ferries/?utm_campaign=z#top"])
def test_an_entry_is_found_by_each_of_its_addresses(url: str) -> None:
    assert Lock((FERRY, TIDES)).find(url) is FERRY


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for whole in (data, rendered([]).encode() + data):
        with suppress(YamlFaults):
            parse(whole, LOCK)
