"""The `alongside` command: one verb for each thing a person who looks after a server needs.

Each verb's real work lives in its capability and is imported only when it is asked for.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from alongside.config import verbs

Work = Callable[[argparse.Namespace], int]
WRONG = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; return 0 when it worked. A wrong setting or a refusal becomes one plain sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    asked = _parser().parse_args(arguments)
    os.umask(0o077)  # whatever a verb writes is for the one who started it alone
    try:
        return _run(asked)
    except KeyboardInterrupt:
        return WRONG
    except (ValueError, OSError) as problem:
        return _say(f"Alongside can't do this: {problem}")


def _run(asked: argparse.Namespace) -> int:
    """Set Django up, then do what was asked."""
    import django

    from alongside.kit.errors import Refused

    if asked.needs_django:
        django.setup()
    try:
        work: Work = asked.work
        return work(asked)
    except Refused as refused:
        return _say(str(refused.because))


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return WRONG


def _parser() -> argparse.ArgumentParser:
    """All verbs with their words of help."""
    parser = argparse.ArgumentParser(
        prog="alongside",
        description="Run co-production from the first invitation to “what changed because of you”.",
        epilog="Settings are read from the environment; .env.example explains each one. "
        "“alongside VERB --help” says more about one verb.",
    )
    rows = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    for verb in verbs.ALL:
        row = rows.add_parser(verb.name, help=verb.help, description=verb.more or verb.help)
        row.set_defaults(work=verb.work, needs_django=verb.needs_django)
        for flags, options in verb.arguments:
            row.add_argument(*flags, **options)
    return parser


if __name__ == "__main__":
    sys.exit(main())
