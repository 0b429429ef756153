"""`alongside selfcheck`: is this machine set up soundly? Each problem is one plain sentence."""

import sys

from alongside.kit.db import guard


def report(*, only_problems: bool = False) -> int:
    """Print each problem; return how many there are (0 is good)."""
    problems = guard.check_at_start()
    for problem in problems:
        print(f"Alongside won't start: {problem}", file=sys.stderr)
    if not problems and not only_problems:
        print("All is well.")
    return len(problems)
