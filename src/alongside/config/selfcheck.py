"""`alongside selfcheck`: is this machine set up soundly, and should somebody see to something?"""

import sys

from alongside.kit.db import guard


def report(*, only_problems: bool = False) -> int:
    """Print each thing that stands in the way of a start; return how many there are (0 is good).

    Unless `only_problems`, also read the whole store and print what somebody should see to.
    """
    problems = guard.check_at_start()
    for problem in problems:
        print(f"Alongside won't start: {problem}", file=sys.stderr)
    if not problems and not only_problems:
        _advise()
    return len(problems)


def _advise() -> None:
    """What does not stand in the way of a start, but should be seen to."""
    from alongside.config.getting_ready import is_migrated
    from alongside.kit.bus import look
    from alongside.kit.start import look_deeper

    print("Ready to start.")
    for sentence in look():
        print(f"· {sentence}")
    for sentence in (
        look_deeper() if is_migrated() else ["The store is not set up yet; “alongside run” does it."]
    ):
        print(f"· {sentence}")
