"""Catalogues: read, written and made as gettext itself would, and the finding of sentences."""

import gettext
import io

import pytest

from alongside.kit.languages.catalogue import Entry, read_po, write_mo, write_po
from alongside.kit.languages.finding import sentences_of

HEAD = Entry(
    "", said=("Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n",)
)
ENTRIES = [
    HEAD,
    Entry("Say “yes”\tor \\ no\nhere", said=("Dywedwch “ie”\tneu \\ na\nyma",), notes=("#: a.html",)),
    Entry("{n} cat", "{n} cats", said=("{n} gath", "{n} cath")),
    Entry("left", context="of time", said=("ar ôl",)),
    Entry("not yet said"),
]


def test_what_was_written_is_read_again():
    assert read_po(write_po(ENTRIES)) == ENTRIES
    assert read_po(write_po(ENTRIES))[1].notes == ("#: a.html",)


def test_the_made_file_is_one_that_gettext_reads():
    made = gettext.GNUTranslations(io.BytesIO(write_mo(ENTRIES)))
    assert made.gettext(ENTRIES[1].msgid) == ENTRIES[1].said[0]
    assert [made.ngettext("{n} cat", "{n} cats", n) for n in (1, 5)] == ["{n} gath", "{n} cath"]
    assert made.pgettext("of time", "left") == "ar ôl"
    assert made.gettext("left") == "left"


def test_what_is_owed_or_doubtful_stays_english():
    doubtful = Entry("hello", said=("helo",), notes=("#, fuzzy",))
    made = gettext.GNUTranslations(io.BytesIO(write_mo([HEAD, doubtful, Entry("bye")])))
    assert (made.gettext("hello"), made.gettext("bye")) == ("hello", "bye")


def test_a_broken_line_is_said():
    with pytest.raises(ValueError, match="cannot read"):
        read_po('msgid "a"\nmsgstr "b')


def test_sentences_are_found_in_templates_as_django_reads_them(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        '{% translate "One" %}{% blocktranslate with n=x|add:1 %}{{ n }} of 100%{% endblocktranslate %}'
        "{% blocktranslate count n=y %}one{% plural %}{{ n }} many{% endblocktranslate %}"
        '{% field box _("Box") %}{% translate "Flag" context "small" %}'
    )
    found = [(one.context, one.msgid, one.plural) for one in sentences_of(page)]
    assert found == [
        ("", "One", ""),
        ("", "%(n)s of 100%%", ""),
        ("", "one", "%(n)s many"),
        ("", "Box", ""),
        ("small", "Flag", ""),
    ]


def test_sentences_are_found_in_python_but_not_in_what_is_left_out(tmp_path):
    module = tmp_path / "forms.py"
    module.write_text(
        "class A(SetupForm):\n    x = _('desk')\n"
        "def b():\n    return ngettext('{n} a', '{n} b', 2), pgettext('c', 'd')\n"
        "C = _('other')\n"
    )
    left_out = frozenset({"SetupForm"})
    assert [one.msgid for one in sentences_of(module, leave_out=left_out)] == ["{n} a", "d", "other"]
    assert [one.msgid for one in sentences_of(module, only=frozenset({"C"}))] == ["other"]
