"""The project around the code: dependencies have reasons, settings are listed, docs lead somewhere."""

import re
import subprocess
import tomllib

import pytest

from alongside.config import verbs
from tests.guards.source import ROOT, SOURCE, shown

DOCS = sorted(path for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")] if path.is_file())
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
SETTING = re.compile(r"(?:environ\.get|_is_on|_number|_text)\(\s*\"([A-Z_]+)\"")
# Names that stand for nothing outside one machine.
FOREIGN = re.compile(r"/work/(?:main|shared|\.)|/root/|farm-|\.cache/uv|https?://[a-z.-]*(pypi|npmjs)\.")


def kept_files():
    """Every text file that is in version control."""
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    for name in filter(None, names.split("\0")):
        path = ROOT / name
        if path.is_file() and path.suffix not in {".woff2", ".png", ".svg", ".js"}:
            yield path


def test_each_dependency_says_why():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    names = tomllib.loads(text)["project"]["dependencies"]
    silent = [name for name in names if not re.search(re.escape(f'"{name}",') + r" *# \w+", text)]
    assert not silent, silent


def test_each_development_package_says_why():
    lines = (ROOT / "requirements" / "dev.in").read_text(encoding="utf-8").splitlines()
    silent = [line for line in lines if line and not line.startswith(("#", "-r")) and "#" not in line]
    assert not silent, silent


def test_few_packages_are_named_directly():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert len(tomllib.loads(text)["project"]["dependencies"]) <= 25


@pytest.mark.parametrize("name", ["core.txt", "dev.txt", "many.txt"])
def test_installed_packages_are_pinned_and_hashed_and_name_no_host(name):
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=[a-z0-9])", text, flags=re.IGNORECASE) if entry.strip()]
    assert entries
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)
    assert "://" not in text


def test_each_package_of_the_product_is_in_the_compiled_list():
    named = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    compiled = (ROOT / "requirements" / "core.txt").read_text(encoding="utf-8").lower()
    plain = [re.split("[<>=[]", name)[0].lower() for name in named]
    missing = [name for name in plain if f"\n{name}==" not in f"\n{compiled}"]
    assert not missing, missing


def test_each_setting_is_explained():
    read = set(SETTING.findall((SOURCE / "config" / "settings.py").read_text(encoding="utf-8")))
    told = set(
        re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert read == told


def test_docs_lead_somewhere():
    lost = [
        f"{shown(path)} → {link}"
        for path in DOCS
        for link in LINK.findall(path.read_text(encoding="utf-8"))
        if not link.startswith(("http", "mailto")) and not (path.parent / link).exists()
    ]
    assert not lost, "\n".join(lost)


def test_each_decision_is_in_the_list():
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    missing = [path.name for path in folder.glob("[0-9]*.md") if f"({path.name})" not in listed]
    assert not missing, missing


def test_nothing_belongs_to_one_machine():
    found = [
        f"{shown(path)}: {match.group(0)}"
        for path in kept_files()
        if path != ROOT / "tests/guards/test_project.py"
        for match in [FOREIGN.search(path.read_text(encoding="utf-8", errors="ignore"))]
        if match
    ]
    assert not found, "\n".join(found)


def test_the_licence_is_whole():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith(" " * 20 + "GNU AFFERO GENERAL PUBLIC LICENSE")
    assert text.rstrip().endswith("<https://www.gnu.org/licenses/>.")
    assert len(text) > 34_000


@pytest.mark.parametrize("verb", verbs.ALL, ids=lambda verb: verb.name)
def test_each_verb_of_the_command_can_be_done(verb):
    """Its help is a sentence, and what it imports lazily is there."""
    assert verb.help[0].islower()
    assert not verb.help.endswith(".")
    for module, name in imports_of(verb.work):
        assert hasattr(__import__(module, fromlist=[name]), name), f"{module}.{name}"


def imports_of(function):
    import ast
    import inspect
    import textwrap

    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.module, alias.name) for alias in node.names)


def test_migrations_are_complete(db):
    from django.core.management import call_command

    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)
