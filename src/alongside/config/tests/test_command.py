"""The `alongside` command as a whole process."""

import os
import stat
import subprocess
import sys
from pathlib import Path


def alongside(*words: str, data: Path) -> subprocess.CompletedProcess:
    """Run a verb with its own data folder."""
    known = {
        **os.environ,
        "DATA_DIR": str(data),
        "DATABASE_URL": "",
        "KEYS_DATABASE_URL": "",
        "SECRET_KEY": "",
        "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
    }
    command = [sys.executable, "-m", "alongside.config.command", *words]
    return subprocess.run(command, env=known, capture_output=True, text=True, timeout=100, check=False)  # noqa: S603


def test_help_names_every_verb_in_plain_words(tmp_path):
    from alongside.config import verbs

    shown = alongside("--help", data=tmp_path)
    assert shown.returncode == 0
    assert all(verb.name in shown.stdout and verb.help[:20] in shown.stdout for verb in verbs.ALL)


def test_what_it_writes_is_for_its_owner_alone_also_in_an_open_folder(tmp_path):
    tmp_path.chmod(0o755)
    alongside("import", "nowhere", data=tmp_path)
    made = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert made
    assert all(not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO) for path in made)


def test_a_mistake_is_one_sentence_and_no_traceback(tmp_path):
    wrong = alongside("import", "nowhere", data=tmp_path)
    assert wrong.returncode != 0
    assert "nowhere" in wrong.stderr
    assert "Traceback" not in wrong.stderr
