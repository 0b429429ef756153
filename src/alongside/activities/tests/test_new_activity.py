"""`alongside new-activity`: the folder it writes is a whole kind at once, in our tree or in a package of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.activities.discovery import FOLDER
from alongside.activities.new_activity import WORDS, make_kind, write_folder

CONFORMANCE = Path(__file__).with_name("test_conformance.py")


@pytest.mark.parametrize("name", ["Card", "card-sort", "1st", "class", "", "a__b", "../etc"])
def test_names_that_cannot_be(tmp_path, name):
    with pytest.raises(ValueError, match="cannot be the name"):
        make_kind(name, folder=tmp_path, words=None)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_taken():
    told = []
    assert write_folder("poll", tell=told.append) == 1
    assert "already" in told[0]


def test_the_folder_and_the_glossary(tmp_path):
    words = shutil.copy(WORDS, tmp_path / "words.md")
    made = make_kind("card_sort", folder=tmp_path, words=words)
    found = {str(path.relative_to(made)) for path in made.rglob("*") if path.is_file()}
    assert {
        "__init__.py",
        "kind.py",
        "forms.py",
        "apps.py",
        "tally.py",
        "sample.py",
        "tests/__init__.py",
    } < found
    assert {
        f"templates/activities/card_sort/{part}.html" for part in ("answer", "wall", "result", "paper")
    } < found
    assert "**Card sort**" in words.read_text(encoding="utf-8")
    assert not any(
        "__key__" in path.read_text() or "__Class__" in path.read_text() for path in made.rglob("*.*")
    )


def test_the_folder_is_well_written(tmp_path):
    """As ./check wants it, once it stands in our tree."""
    made = make_kind("card_sort", folder=tmp_path, words=None)
    for path in made.rglob("*.py"):
        there = FOLDER / path.relative_to(tmp_path)
        for check in (["check", "--ignore", "I001"], ["format", "--check"]):
            words = [sys.executable, "-m", "ruff", *check, "--stdin-filename", there]
            done = subprocess.run(words, input=path.read_bytes(), capture_output=True, cwd=FOLDER)
            assert done.returncode == 0, done.stdout.decode()


def test_conformance_of_a_package_of_others(tmp_path):
    """A package found by its entry point passes the whole suite as it was written."""
    package = tmp_path / "theirs"
    make_kind("one_word", folder=package, package="theirs", words=None)
    (package / "__init__.py").write_text("", encoding="utf-8")
    known_as = tmp_path / "theirs-1.dist-info"
    known_as.mkdir()
    (known_as / "METADATA").write_text("Metadata-Version: 2.1\nName: theirs\nVersion: 1\n", encoding="utf-8")
    entry = "[alongside.kinds]\none_word = theirs.one_word\n"
    (known_as / "entry_points.txt").write_text(entry, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n0", "-k", "one_word", CONFORMANCE],
        env=_with_a_store_of_its_own(tmp_path) | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        cwd=CONFORMANCE.parents[4],
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout


def _with_a_store_of_its_own(folder: Path) -> dict[str, str]:
    """Two runs of the tests at once would both use the test database of a server."""
    kept = {name: word for name, word in os.environ.items() if not name.endswith("DATABASE_URL")}
    return kept | {"DATA_DIR": str(folder / "data")}
