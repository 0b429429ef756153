"""Finding kinds: folders under `kinds/`, and packages that name themselves by an entry point.

A third party adds a kind by pip: its package is a Django app laid out like ours, with
`[project.entry-points."alongside.kinds"]` and `my_kind = "my_package.my_kind"` in its pyproject.toml.
Settings ask here, so this imports nothing of Django.
"""

import pkgutil
from importlib.metadata import entry_points
from pathlib import Path

GROUP = "alongside.kinds"
FOLDER = Path(__file__).parent / "kinds"
OURS = "alongside.activities.kinds"


def found_apps() -> list[str]:
    """The dotted names of every kind's package, ours first; settings put them into INSTALLED_APPS."""
    ours = [f"{OURS}.{found.name}" for found in pkgutil.iter_modules([str(FOLDER)]) if found.ispkg]
    theirs = [point.value for point in entry_points(group=GROUP)]
    return list(dict.fromkeys(sorted(ours) + sorted(theirs)))
