"""The drill: bring a backup back in a folder of its own, open it, read it, and say whether it would have
worked.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.kit.backup.checking import DATABASE, Manifest
from alongside.kit.backup.files import copy_database, put

Tell = Callable[[str], None]
PATIENCE = 300
LAST = "drill.json"


def drill(copy: Path, manifest: Manifest, *, tell: Tell) -> int:
    """Restore into a scratch folder, replay what was erased, sign in, read; 0 when all of it works."""
    with tempfile.TemporaryDirectory(prefix="alongside-drill-") as scratch:
        put(copy, Path(scratch) / DATABASE)
        copy_database("keys", Path(scratch) / "keys.sqlite3")
        outcome = _try_it(Path(scratch), manifest.erased)
    for line in outcome["told"]:
        tell(line)
    _note(is_good=outcome["is_good"])
    return 0 if outcome["is_good"] else 1


def _try_it(scratch: Path, erased: list[str]) -> dict[str, Any]:
    """Run the trial in a process of its own, so that it sees the scratch folder as its only data."""
    environment = {**os.environ, "DATA_DIR": str(scratch)}
    for name in ("DATABASE_URL", "KEYS_DATABASE_URL", "BACKUP_DIR"):
        environment.pop(name, None)
    trial = subprocess.run(
        [sys.executable, "-m", "alongside.kit.trial"],
        input=json.dumps(erased),
        capture_output=True,
        text=True,
        env=environment,
        timeout=PATIENCE,
        check=False,
    )
    if trial.returncode:
        return {
            "is_good": False,
            "told": [_("The copy could not be opened: %(why)s") % {"why": trial.stderr[-400:]}],
        }
    return dict(json.loads(trial.stdout.splitlines()[-1]))


def _note(*, is_good: bool) -> None:
    """Remember the last drill, for the page of the lead."""
    noted: dict[str, object] = {"at": timezone.now().isoformat(timespec="seconds"), "is_good": is_good}
    kept = Path(settings.DATA_DIR) / LAST
    if not is_good and kept.exists():
        noted["last_good"] = json.loads(kept.read_text()).get("last_good")
    if is_good:
        noted["last_good"] = noted["at"]
    kept.write_text(json.dumps(noted) + "\n", encoding="utf-8")


def days_since_good_drill() -> int | None:
    """How many days ago a backup was last tried and worked; None when never."""
    kept = Path(settings.DATA_DIR) / LAST
    last = json.loads(kept.read_text()).get("last_good") if kept.exists() else None
    return None if last is None else (timezone.now() - datetime.fromisoformat(last)).days
