"""Reports built from case files.

A case is ``cases/NAME.yaml``, the fields of a ``Report`` with short names for places, and ``cases/NAME.txt``, its text
report. ``at: words`` stands for the offsets of these words in the draft's text, ``at: first ... last`` for those from
the first words to the end of the last. ``python -m tests.reports.conftest`` writes all ``.txt`` files anew, with the
package installed for development: read the difference before it is committed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from compliance import report as values
from tests.reports.rendering import Report, render

if TYPE_CHECKING:
    import pytest

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


@dataclass(frozen=True)
class Case:
    """A case file's report, the options of its view, and where its text report lies."""

    report: Report
    view: dict[str, Any]
    expected: Path


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for ``case`` is run on each case file."""
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", [load(path) for path in CASES], ids=[path.stem for path in CASES])


def load(path: Path) -> Case:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    report = Report(tuple(draft(item) for item in data["drafts"]))
    return Case(report, data.get("view", {}), path.with_suffix(".txt"))


def draft(data: dict[str, Any]) -> values.DraftReport:
    """One draft; its verdict is the worst of its outcomes unless the case says otherwise."""
    text = data.get("text", "")
    reuses = tuple(reuse(item, text) for item in data.get("reuses", ()))
    return values.DraftReport(
        path=data["path"],
        verdict=data.get("verdict") or values.worst(tuple(o for r in reuses for o in r.outcomes)),
        text=text,
        reuses=reuses,
        unattributed=tuple(passage(item, text) for item in data.get("unattributed", ())),
        problems=tuple(problem(item, text) for item in data.get("problems", ())),
    )


def reuse(data: dict[str, Any], text: str) -> values.ReuseReport:
    fields = {"name": "", "mode": "quotation", "url": "", "tied_by": "", "certainty": "", **data}
    fields["links"] = tuple(link(item, text) for item in data.get("links", ()))
    fields["passages"] = tuple(passage(item, text) for item in data.get("passages", ()))
    fields["outcomes"] = tuple(outcome(item, text) for item in data.get("outcomes", ()))
    return values.ReuseReport(**fields)


def outcome(data: dict[str, Any], text: str) -> values.Outcome:
    fields = {"level": "must", **place(data, text)}
    own = ("verdict", "message", "help", "measured", "limit", "unit", "start", "end")
    finding = values.Finding(**{key: fields.pop(key) for key in own if key in fields})
    fields["evidence"] = values.Evidence(**fields.get("evidence", {}))
    fields["parts"] = tuple(outcome(part, text) for part in fields.get("parts", ()))
    return values.Outcome(finding=finding, **fields)


def link(data: dict[str, Any], text: str) -> values.LinkPlace:
    return values.LinkPlace(**{"active": True, "follow": True, **place(data, text)})


def passage(data: dict[str, Any], text: str) -> values.PassagePlace:
    fields = place(data, text)
    return values.PassagePlace(**{"characters": fields["end"] - fields["start"], "how": "block-quotation", **fields})


def problem(data: dict[str, Any], text: str) -> values.Problem:
    fields = place(data, text)
    fields.pop("end", None)
    return values.Problem(**fields)


def place(data: dict[str, Any], text: str) -> dict[str, Any]:
    """The mapping with ``at`` turned into ``start`` and ``end``."""
    fields = dict(data)
    if "at" in fields:
        first, _, last = fields.pop("at").partition(" ... ")
        fields["start"] = text.index(first)
        fields["end"] = text.index(last or first, fields["start"]) + len(last or first)
    return fields


if __name__ == "__main__":
    for made in map(load, CASES):
        made.expected.write_text(render(made.report, "text", **made.view), encoding="utf-8", newline="")
