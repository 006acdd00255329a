"""A faulty policy file is refused with all its faults, each with place, cause and remedy.

To add a case, add ``faults/NAME.yaml`` and, beside it, ``NAME.txt`` with what is told.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.policies.packing import PolicySource, pack
from compliance.yamldoc import YamlFaults

CASES = sorted((Path(__file__).parent / "faults").glob("*.yaml"))


def told(path: Path) -> str:
    with pytest.raises(YamlFaults) as raised:
        pack([PolicySource(path.stem, f"rules/{path.name}", path.read_bytes(), "rules")])
    return "".join(f"{fault}\n" for fault in raised.value.faults)


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_all_faults_of_a_file_are_told(path: Path) -> None:
    assert told(path) == path.with_suffix(".txt").read_text(encoding="utf-8")
