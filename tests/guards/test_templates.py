"""Templates: no inline script or style, every word can be translated, and the words are ours."""

import re
from pathlib import Path

import pytest

from tests.guards.source import shown, templates

INLINE = re.compile(
    r"<script(?![^>]*(\bsrc=|application/json))|<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE
)
TRANSLATED = re.compile(r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
COMMENT = re.compile(r"{%\s*comment\b.*?{%\s*endcomment\s*%}|{#.*?#}|<!--.*?-->", re.DOTALL)
UNSEEN = re.compile(r"<(script|style|svg|code|kbd|samp)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
# Blocks that fill an attribute, such as the stop of a page on the thread: not words.
ATTRIBUTE = re.compile(
    r"{%\s*block (stop|at|of|paper|html_class|body_class|stage)\s*%}.*?{%\s*endblock", re.DOTALL
)
TAG = re.compile(r"{%.*?%}|{{.*?}}|<[^>]*>", re.DOTALL)
WORD = re.compile(r"[A-Za-z]{2,}")
SPOKEN = re.compile(r"\b(?:aria-label|alt|title|placeholder)=\"([^\"{]*[A-Za-z]{2,}[^\"{]*)\"")
NOT_OURS = re.compile(r"\b(submit|participants?|users?|attendees?|moderators?|respondents?)\b", re.IGNORECASE)
# Names, not words: they read the same in every language.
NAMES = {
    "Alongside",
    "CSV",
    "XLSX",
    "JSON",
    "PDF",
    "SHA",
    "AGPL",
    "nbsp",
    "middot",
    "mdash",
    "ndash",
    "times",
    "rarr",
}

# Shows every part with made-up words, to those who build pages.
GALLERY = "src/alongside/kit/templates/ui/gallery.html"

PAGES = [path for path in templates() if path.suffix == ".html"]


def name(path: Path) -> str:
    return shown(path)


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_no_inline_script_or_style(path):
    text = COMMENT.sub("", path.read_text(encoding="utf-8"))
    found = [match.group(0).strip() for match in INLINE.finditer(re.sub(r"{%.*?%}|{{.*?}}", "", text))]
    assert not found, f"{shown(path)}: {found}"


def bare_words(text: str) -> list[str]:
    """Words between tags that no translation tag surrounds, and those of labels that are read out."""
    text = ATTRIBUTE.sub("{% endblock", TRANSLATED.sub("", COMMENT.sub("", text)))
    spoken = [match.group(1) for match in SPOKEN.finditer(text)]
    seen = TAG.sub("\n", UNSEEN.sub("", text))
    return [
        word for line in [*seen.splitlines(), *spoken] for word in WORD.findall(line) if word not in NAMES
    ]


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_word_can_be_translated(path):
    found = [] if shown(path) == GALLERY else bare_words(path.read_text(encoding="utf-8"))
    assert not found, f"{shown(path)}: {' '.join(found[:20])}"


def our_sentences(text: str) -> str:
    """What a reader sees: translated text, without the tags around it."""
    blocks = [match.group(0) for match in TRANSLATED.finditer(text)]
    single = re.findall(r"{%\s*trans(?:late)?\s+[\"'](.*?)[\"']", text)
    return " ".join([TAG.sub(" ", block) for block in blocks] + single)


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_words_are_those_of_the_field(path):
    found = NOT_OURS.findall(our_sentences(path.read_text(encoding="utf-8")))
    assert not found, f"{shown(path)}: say partner, facilitator, person, or what the button does, not {found}"
