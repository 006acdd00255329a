"""CPU time of `check draft.md` in a cold process, beside bare Python and proselint, in one interleaved run.

    python benchmarks/start_up.py [DRAFT] [--rounds N]

Prints the median and minimum of user + system milliseconds and the peak memory of each command, and the ratio to
proselint (`pip install proselint`; left out when it is not there). `known.md` quotes a publisher with a policy, so that
its rules are loaded and applied. The bar: at most 0.6 of proselint, and 40 MiB.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As an installed program has it: compiled modules are kept (the first round, not counted, writes them)."""

DRAFT = """\
# Notes from the quay

The harbour board has voted. As the [Harbour Gazette reported](https://harbour-gazette.example/2026/11/slower-ferries):

> “From the first of March every ferry between the breakwater and the old customs pier will keep to six knots — the
> board expects the crossing to take four minutes longer.”

See also [the minutes](https://harbour.example/minutes/11) and the café's *very own* tide table.

"""


def cpu_and_peak(command: list[str], folder: str) -> tuple[float, float]:
    """Milliseconds of user + system time, and peak MiB, of one run of a command."""
    with Path(os.devnull).open("w", encoding="utf-8") as nothing:
        process = subprocess.Popen(command, cwd=folder, stdout=nothing, stderr=nothing, env=ENVIRONMENT)
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("draft", nargs="?", help="a draft of your own instead of the built-in one of about 5 kB")
    options.add_argument("--rounds", type=int, default=21)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, "draft.md")
        draft.write_text(
            Path(chosen.draft).read_text(encoding="utf-8") if chosen.draft else DRAFT * 11, encoding="utf-8"
        )
        known = draft.read_text(encoding="utf-8").replace("harbour-gazette.example", "www.theguardian.com")
        Path(folder, "known.md").write_text(known, encoding="utf-8")
        beside = Path(sys.executable).parent
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "check draft.md": [str(beside / "check"), "draft.md"],
            "check known.md": [str(beside / "check"), "known.md"],
            "compliance check --format json draft.md": [
                str(beside / "compliance"),
                "check",
                "--format",
                "json",
                "draft.md",
            ],
        }
        if proselint := shutil.which("proselint", path=str(beside)):
            commands["proselint check draft.md"] = [proselint, "check", "draft.md"]
        runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(chosen.rounds + 1):
            for name, command in commands.items():
                runs[name].append(cpu_and_peak(command, folder))
    medians = {name: statistics.median(ms for ms, _ in run[1:]) for name, run in runs.items()}
    reference = medians.get("proselint check draft.md")
    print(f"{'median ms':>10} {'least':>7} {'MiB':>6} {'of proselint':>13}  command ({chosen.rounds} rounds)")
    for name, run in runs.items():
        share = f"{medians[name] / reference:.2f}" if reference else "-"
        least, peak = min(ms for ms, _ in run[1:]), max(mib for _, mib in run)
        print(f"{medians[name]:10.1f} {least:7.1f} {peak:6.1f} {share:>13}  {name}")


if __name__ == "__main__":
    main()
