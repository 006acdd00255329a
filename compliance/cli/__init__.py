"""The commands: options in, exit code out; no logic.

Exit codes: 0 all met or waived, 1 a rule is not met at or above ``--fail-on``, 2 the request is wrong (option,
settings, policy file, lock, git revision), 3 something could not be checked, 4 a bug in this program, 130 interrupted.
"""

from __future__ import annotations

import gc
import sys


def main(argv: list[str] | None = None) -> None:
    """Run ``compliance ...`` and leave the process with the documented exit code."""
    # Little of what a run makes lies in circles: the collector need not look so often, nor once more at the end.
    gc.set_threshold(50_000)
    code = run(sys.argv[1:] if argv is None else argv)
    gc.freeze()
    sys.exit(code)


def check_main() -> None:
    """Run ``check ...``, which is ``compliance check ...``."""
    main(["check", *sys.argv[1:]])


def run(argv: list[str]) -> int:
    """The exit code of one command line; nothing that goes wrong leaves here as a traceback."""
    try:
        if len(argv) > 1 and argv[0] == "check" and not any(word.startswith("-") for word in argv):
            # Names alone need no parser: the everyday command does not wait for one to be built.
            from compliance.cli.running import Request, check

            return check(Request(paths=tuple(argv[1:])))
        from compliance.cli.commands import invoke

        return invoke(argv)
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - the last door: a bug is reported as one, with its own exit code
        from compliance.cli.trouble import explain

        return explain(error)
