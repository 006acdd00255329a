"""What the interpreter that runs the tests loads of its own accord."""

from __future__ import annotations

import subprocess
import sys
from functools import cache


@cache
def loaded_at_start() -> frozenset[str]:
    """The modules of a bare process: files such as ``site-packages/*.pth`` may import any."""
    program = "import sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env={})
    return frozenset(run.stdout.split())
