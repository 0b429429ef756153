"""The template tags: what they draw, and that it is safe and complete."""

import re

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory

from alongside.kit.ui import sample
from alongside.kit.ui.forms import PlainForm
from alongside.kit.ui.icons import FLIPPED_IN_RTL, ICONS
from alongside.kit.ui.qr import path_of
from alongside.kit.ui.thread import Stop, drawn


def draw(source: str, **context: object) -> str:
    return (
        engines["django"]
        .from_string("{% load ui %}" + source)
        .render(context, RequestFactory().get("/?q=1&page=2"))
    )


class Words(PlainForm, forms.Form):
    words = forms.CharField(
        label="In your words", help_text="As they come.", widget=forms.Textarea, max_length=20
    )
    how = forms.ChoiceField(label="How?", widget=forms.RadioSelect, choices=[("a", "A"), ("b", "B")])
    agreed = forms.BooleanField(label="I agree", error_messages={"required": "Tick it first."})
    email = forms.EmailField(label="E-mail", required=False)


def test_every_icon_draws_and_those_with_a_direction_turn_round():
    assert set(ICONS) >= FLIPPED_IN_RTL
    for name in ICONS:
        drawing = draw("{% icon name %}", name=name)
        assert 'aria-hidden="true"' in drawing
        assert ("flip" in drawing) == (name in FLIPPED_IN_RTL)


def test_what_was_typed_comes_back_with_a_sentence_tied_to_the_field():
    form = Words({"words": "<b>much longer than twenty letters", "how": "", "email": "x"})
    shown = draw(
        "{% problems form %}{% field form.words %}{% choices form.how %}{% field form.email %}", form=form
    )
    assert "&lt;b&gt;much longer than twenty letters" in shown
    assert 'aria-describedby="id_words-hint id_words-problem"' in shown
    assert "Please make it 20 or fewer" in shown
    assert "How: Please pick an answer." in shown
    assert 'href="#id_how_0"' in shown
    assert "like name@example.org" in shown
    assert 'maxlength="20"' not in shown


def test_a_form_keeps_its_own_sentences():
    assert Words({}).errors["agreed"] == ["Tick it first."]


def test_no_problems_draw_nothing():
    assert draw("{% problems form %}", form=Words()).strip() == ""


def test_nothing_is_picked_in_advance():
    assert "checked" not in draw("{% choices form.how %}{% field form.agreed %}", form=Words())


def test_chalk_leads_to_what_is_not_done_yet():
    assert [one.is_chalk_next for one in drawn(sample.OPEN)] == [False, True, True, False]


def test_the_thread_escapes_words_and_says_not_yet():
    stops = [Stop("said", "Said", "<script>x</script>"), Stop("decide", "Owed", "An answer", is_done=False)]
    for tag in ("{% thread stops %}", "{% thread_row stops %}"):
        shown = draw(tag, stops=stops)
        assert "<script>" not in shown
        assert "Not yet." in shown


def test_a_thread_knows_its_stops():
    with pytest.raises(ValueError, match="said, theme"):
        Stop("shouted", "", "")


def test_the_qr_path_draws_every_dark_module_once():
    side, path = path_of("https://example.org/j/abc")
    drawn_modules = sum(int(length) for length in re.findall(r"h(\d+)v", path))
    assert side >= 21
    assert drawn_modules > side * side * 0.35


def test_paging_keeps_the_rest_of_the_address():
    shown = draw("{% paged page %}", page=Paginator(range(9), 3).page(2))
    assert 'href="?q=1&amp;page=1"' in shown
    assert 'href="?q=1&amp;page=3"' in shown


def test_stitches_stay_within_the_steps_the_look_can_draw():
    assert 'data-at="15" data-of="15"' in draw("{% stitches 40 40 %}")
    assert 'data-at="1" data-of="1"' in draw("{% stitches 9 0 %}")


def test_a_day_reads_as_a_day():
    assert draw("{{ due|day }} {{ other|day }}", due="2026-12-05", other="soon") == "5 December 2026 soon"
