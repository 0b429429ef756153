"""Whatever a partner may come upon is in every language; what is new shows as owed until somebody translates it."""

import re
import subprocess

import pytest

from alongside.config import languages
from alongside.kit.languages import others
from tests.guards.source import ROOT

HOLE = re.compile(r"%\(\w+\)[sd]|\{\w+\}|</?b>")
every_language = pytest.mark.parametrize("language", others())


@every_language
def test_the_partner_path_is_translated_whole(language):
    owed = [f"{one.file}: {one.entry.msgid}" for one in languages.list_owed(language, languages.kept_whole())]
    assert not owed, "run “alongside languages --refresh”, then translate:\n" + "\n".join(owed)


@every_language
def test_what_the_kinds_say_is_translated_or_shown_as_owed(language, capsys):
    owed = list(languages.list_owed(language, languages.of_kinds()))
    with capsys.disabled():
        if owed:
            print(f"\n{language}: {len(owed)} sentences of kinds are owed; “alongside languages” lists them.")
    assert len(languages.of_kinds()) > 100


@every_language
def test_no_translation_loses_a_name_or_a_number(language):
    for entry in languages.catalogue(language)[1:]:
        for said in filter(None, entry.said):
            holes = sorted(HOLE.findall(said))
            allowed = [sorted(HOLE.findall(text)) for text in (entry.msgid, entry.plural or entry.msgid)]
            is_none_form = entry.plural and set(holes) < set(allowed[0])
            assert holes in allowed or is_none_form, f"{entry.msgid} → {said}"


@every_language
def test_a_catalogue_says_who_has_read_it(language):
    head = languages.catalogue(language)[0]
    assert "X-Read-By:" in head.said[0]
    assert int(re.search(r"nplurals=(\d)", head.said[0])[1]) == {"cy": 6, "ur": 2}[language]


def test_each_listed_file_is_there():
    for pattern in languages.KEPT_WHOLE:
        assert list(languages.HERE.glob(pattern)), pattern
    for name, parts in languages.IN_PART.items():
        text = (languages.HERE / name).read_text(encoding="utf-8")
        assert not [part for part in parts if not re.search(rf"\b{part}\b", text)], name


def test_made_catalogues_are_not_kept():
    names = subprocess.run(["git", "ls-files", "*.mo"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert not names.stdout.strip()
