"""Many policies as one library, and as a pack that needs no YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compliance.policies.library import Library
from compliance.policies.packing import PolicySource, check, pack
from compliance.yamldoc import YamlFaults

if TYPE_CHECKING:
    from collections.abc import Callable

    Make = Callable[..., Library]

TERMS = "terms: {url: https://x.example/terms, read: 2024-05-06, grade: publisher}\n"
RULES = "rules: [byline]\n"
BASE = f"licence: CC\n{TERMS}rules:\n  - byline: any\n  - credit: CC\n  - review: Is it so?\n"


def policy(domains: str, more: str = "", rules: str = RULES, name: str = "The Herald") -> str:
    return f"publisher: {name}\ndomains: [{domains}]\n{TERMS}{more}{rules}"


def source(name: str, text: str, folder: str = "rules") -> PolicySource:
    return PolicySource(name, f"{folder}/{name}.yaml", text.encode(), folder)


def told(*files: PolicySource) -> list[str]:
    with pytest.raises(YamlFaults) as raised:
        pack(files)
    return [str(fault) for fault in raised.value.faults]


def test_a_policy_is_found_by_any_host_below_its_domains(library: Make) -> None:
    made = library(policy("herald.example, au.globe.example"))
    for address in (
        "https://www.herald.example/x",
        "herald.example",
        "http://a.b.HERALD.example",
        "https://au.globe.example/",
    ):
        found = made.find(address)
        assert found is not None
        assert found.id == "p1"
    for address in (
        "https://globe.example",
        "https://herald.example.evil.example",
        "https://notherald.example",
        "",
        "example",
    ):
        assert made.find(address) is None


def test_of_two_policies_the_one_with_the_nearer_domain_is_found(library: Make) -> None:
    made = library(policy("host.example"), policy("blog.host.example"))
    assert (found := made.find("https://blog.host.example/x")) is not None
    assert found.id == "p2"


def test_the_terms_in_force_on_the_day_are_found(library: Make) -> None:
    made = library(old=policy("herald.example", "to: 2019-12-31\n"), new=policy("herald.example", "from: 2020-01-01\n"))
    ids = {date: found.id for date in ("2019-12-31", "2020-01-01", "") if (found := made.find("herald.example", date))}
    assert ids == {"2019-12-31": "old", "2020-01-01": "new", "": "new"}
    assert [p.id for p in made.publishers] == ["new"]


def test_a_licence_is_no_publisher(library: Make) -> None:
    made = library(policy("herald.example"), cc=BASE)
    assert made.ids == ("p1", "cc")
    assert [p.id for p in made.publishers] == ["p1"]


def test_a_rule_of_the_same_name_overrides_an_inherited_one(library: Make) -> None:
    own = "extends: [cc]\nwithout: [review]\nrules:\n  - credit: Herald\n  - credit: Sub\n    name: second credit\n"
    rules = library(policy("herald.example", rules=own), cc=BASE).policy("p1").rules
    assert [(r.name, r.place.partition(":")[0]) for r in rules] == [
        ("byline", "rules/cc.yaml"),
        ("credit", "rules/p1.yaml"),
        ("second credit", "rules/p1.yaml"),
    ]


def test_rules_of_one_kind_have_names_of_their_own(library: Make) -> None:
    caps = (
        "  - extract: 500 characters\n  - extract: {less than: 25 percent}\n  - extract: 9 words\n    name: extract 2\n"
    )
    dated = "  - byline: any\n    to: 2020-12-31\n  - byline: all\n    from: 2021-01-01\n"
    edition = "editions:\n  - {name: Au, addresses: x.example/au, rules: [extract: 5 words, extract: 6 words]}\n"
    made = library(policy("x.example", edition, rules=f"rules:\n{caps}{dated}")).policy("p1")
    assert [rule.name for rule in made.rules] == ["extract", "extract 3", "extract 2", "byline", "byline"]
    assert [rule.name for rule in made.editions[0].rules][-2:] == ["extract", "extract 2"]


def test_extending_runs_in_circles_for_nobody() -> None:
    files = [
        source(n, policy(f"{n}.example", rules=f"extends: [{b}]\n")) for n, b in (("a", "b"), ("b", "c"), ("c", "a"))
    ]
    assert "rules/c.yaml:4:11: the policy extends itself: a > b > c > a" in told(*files)


def test_a_faulty_base_is_told_where_it_is_used() -> None:
    faults = told(
        source("a", policy("a.example", rules="extends: [b]\n")), source("b", f"licence: B\n{TERMS}rules: [x]\n")
    )
    assert faults[0] == "rules/a.yaml:4:11: the policy 'b' has faults of its own (see rules/b.yaml)"
    assert faults[1].startswith("rules/b.yaml:3:9: unknown rule kind 'x'")


def test_a_domain_has_one_policy_a_day() -> None:
    [fault] = told(source("a", policy("x.example")), source("b", policy("y.example, x.example", "from: 2020-01-01\n")))
    assert fault.startswith("rules/b.yaml:2:22: x.example is claimed by rules/a.yaml too")


def test_each_later_claim_of_a_domain_is_told_once() -> None:
    files = [source(name, policy("x.example, y.example")) for name in "abc"]
    assert [fault.partition(" too")[0] for fault in told(*files)] == [
        "rules/b.yaml:2:11: x.example is claimed by rules/a.yaml",
        "rules/b.yaml:2:22: y.example is claimed by rules/a.yaml",
        "rules/c.yaml:2:11: x.example is claimed by rules/a.yaml",
        "rules/c.yaml:2:22: y.example is claimed by rules/a.yaml",
    ]


@pytest.mark.parametrize("name", "abc")
def test_of_one_file_only_its_own_claims_are_told(name: str) -> None:
    files = [source(n, policy("x.example")) for n in "abc"]
    with pytest.raises(YamlFaults) as raised:
        check(files, [f"rules/{name}.yaml"])
    [fault] = raised.value.faults
    assert fault.path == f"rules/{name}.yaml"


def test_a_claim_of_a_bundled_policys_domain_is_told_where_it_can_be_mended() -> None:
    own, bundled = source("new", policy("x.example"), folder="own"), source("a", policy("x.example"))
    assert told(own, bundled)[0].startswith("own/new.yaml:2:11: x.example is claimed by rules/a.yaml too")


def test_an_own_policy_stands_in_place_of_a_bundled_one_if_it_says_so() -> None:
    bundled = source("a", policy("a.example", name="Old"))
    own = source("a", policy("a.example", "overrides: true\n", name="New"), folder="own")
    assert Library.unpacked(pack([own, bundled])).policy("a").name == "New"
    silent = source("a", policy("a.example"), folder="own")
    assert told(silent, bundled) == [
        "own/a.yaml:1:1: rules/a.yaml has the same id (say 'overrides: true' if this is to stand in its place)"
    ]


def test_two_spellings_of_one_file_name_are_refused() -> None:
    twice = PolicySource("a", "rules/a.yml", policy("b.example").encode(), "rules")
    assert told(source("a", policy("a.example")), twice) == ["rules/a.yml:1:1: 'a' is there twice (see rules/a.yaml)"]


def test_faults_of_all_files_are_told_at_once() -> None:
    assert len(told(source("a", "publisher: A\n"), source("b", "licence: B\n"))) == 5


def test_unpacking_gives_what_was_packed() -> None:
    text = policy("herald.example", rules="rules:\n  - any of:\n      - byline\n      - credit: “Herald” é\n")
    packed = pack([source("a", text)])
    assert packed.isascii()
    assert Library.unpacked(packed).policy("a").rules[0].branches[1].place == "rules/a.yaml:7"


@pytest.mark.parametrize("damage", [b"", b"x", b"[]\n[]", b"1", b'[{"id": 1}]\n[1]'])
def test_a_damaged_pack_is_refused(damage: bytes) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        Library.unpacked(damage)


def test_an_unknown_id_is_a_key_error(library: Make) -> None:
    with pytest.raises(KeyError):
        library(policy("herald.example")).policy("globe")


def test_other_forms_of_a_name_name_the_publisher_and_are_not_told(library: Make) -> None:
    shelf = library("also known as: [Геральд(|у|ом)]\n" + policy("herald.example"))
    assert shelf.publishers[0].names[1:] == ("Геральд", "Геральду", "Геральдом")
    assert shelf.policy("p1").names[1:] == ("Геральд",)
