"""Whose pages a quick check opens: of the kinds somebody works on, and of a few that stand for all the others."""

import re
import subprocess
from pathlib import Path

from alongside.activities.api import ActivityKind

HERE = Path(__file__).parent
KIND = re.compile(r"activities/kinds/([a-z0-9_]+)/")


def changed_kinds() -> set[str]:
    """Keys of kinds with a file that differs from the commit before the last, or that is new."""
    said = _git("diff", "--name-only", "HEAD~1") + _git("status", "--porcelain", "--untracked-files=all")
    return set(KIND.findall(said))


def _git(*words: str) -> str:
    """What git says; nothing where there is none, or no commit before."""
    done = subprocess.run(["git", *words], cwd=HERE, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


def traits_of(kind: ActivityKind) -> set[str]:
    """What makes its pages go another way through our code than those of other kinds."""
    has = {
        "hides early": kind.hides_early,
        "many answers each": not kind.is_one_each,
        "one answer each": kind.is_one_each,
        "parts": kind.parts is not None,
        "a list": kind.makes_list,
        "stages": bool(kind.stages),
        "votes on the list": any(stage.needs_list for stage in kind.stages),
        "a stage of talk": any(stage.answer_form is None for stage in kind.stages),
        "no stages": not kind.stages,
    }
    return {trait for trait, is_so in has.items() if is_so}


def standing_for_the_rest(kinds: list[ActivityKind]) -> set[str]:
    """The fewest kinds, taken one by one, that have every trait between them; the leaner kind wins a tie."""
    missing: set[str] = set().union(*map(traits_of, kinds))
    chosen: set[str] = set()
    while missing:
        best = max(kinds, key=lambda kind: (len(traits_of(kind) & missing), -len(kind.stages), kind.key))
        missing -= traits_of(best)
        chosen.add(best.key)
    return chosen
