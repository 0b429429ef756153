"""Plain words: measured on texts whose answer is known, and on any text at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.methods.plain_words import look_at, sentences_in, syllables_in


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("little", 2), ("we", 1), ("people", 2), ("changed", 1), ("wanted", 2), ("certificate", 4),
     ("recommendation", 5), ("make", 1), ("boxes", 2), ("don’t", 1), ("face-to-face", 3)],
)  # fmt: skip
def test_syllables(word, count):
    assert syllables_in(word) == count


def test_a_plain_text_is_plain():
    found = look_at("We did it. The training now has three steps. New people learn a bit at a time.")
    assert found.is_plain
    assert found.sentences == 3
    assert found.longest == 8
    assert found.long_words == ()


def test_a_hard_text_is_not():
    found = look_at(
        "Notwithstanding organisational considerations, implementation of accreditation necessitates "
        "multidisciplinary deliberation regarding competency frameworks, qualifications and the responsibilities "
        "of awarding organisations throughout the jurisdiction."
    )
    assert not found.is_young
    assert not found.is_short
    assert "accreditation" in found.long_words


def test_marks_of_markdown_are_no_words():
    assert look_at("## Hello you\n\n- **one** thing\n- [a link](https://example.org)").words == 6


def test_sentences_end_at_marks_and_lines():
    assert sentences_in("One. Two! “Three?” four\nfive") == ["One.", "Two!", "“Three?", "four", "five"]


@given(st.text())
def test_any_text_can_be_measured(text):
    found = look_at(text)
    assert 0 <= found.longest <= found.words
    assert found.sentences <= found.words or found.words == 0
    assert (
        set(found.long_words) <= set(text.replace("\n", " ").split()) or len(found.long_words) <= found.words
    )
    assert found.reading_age is None or found.reading_age >= 5


@given(st.lists(st.sampled_from(["we", "did", "it", "now"]), min_size=4, max_size=40))
def test_longer_sentences_are_never_younger(words):
    """The same words in one sentence read no younger than in two."""
    half = len(words) // 2
    one = look_at(" ".join(words) + ".")
    two = look_at(" ".join(words[:half]) + ". " + " ".join(words[half:]) + ".")
    assert one.reading_age >= two.reading_age
    assert one.longest >= two.longest
