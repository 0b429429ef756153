"""What every kind of activity must keep, whoever wrote it. One parametrised suite; a kind is in it by being there.

The part that needs a browser is in tests/journeys/test_kinds.py.
"""

import json
import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise

from alongside.activities import actions, queries
from alongside.activities.discovery import OURS
from alongside.activities.kept import pack, unpack
from alongside.activities.models import Activity
from alongside.activities.registry import all_kinds
from alongside.activities.tests.conforming import answers_of, as_posted, plain_tally, seen_by_form
from alongside.kit.ui.icons import ICONS

WORDS = Path(__file__).resolve().parents[4] / "docs" / "words.md"
CODE = re.compile(r"KTWX-RDMH")
TEMPLATES = ("answer", "wall", "result", "paper")

every_kind = pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.key)
pytestmark = [every_kind]


def test_conformance_folder(kind):
    """A method card, a name, an icon of ours, four templates."""
    card = kind.method
    assert all(str(part).strip() for part in (card.purpose, card.when, card.size, card.minutes, card.source))
    assert all(
        isinstance(part, Promise) for part in (kind.name, card.purpose, kind.send, kind.promise, kind.sent)
    )
    assert kind.icon in ICONS
    assert re.fullmatch(r"[a-z0-9_]+", kind.key)


def test_conformance_glossary(kind):
    """Its name stands in the glossary, from which tooltips are made. Kinds of other packages bring their own."""
    if not kind.setup_form.__module__.startswith(OURS):
        pytest.skip("a kind of another package")
    assert f"**{kind.name}**" in WORDS.read_text(encoding="utf-8"), f"Add {kind.name} to docs/words.md."


def test_conformance_sample(kind):
    """The sample is 30 good answers to a good set-up."""
    assert len(kind.sample.answers) == 30
    assert len(kind.sample.question) <= 200
    setup = seen_by_form(kind)
    assert json.loads(json.dumps(setup)) == setup
    for answer in kind.sample.answers:
        form = kind.answer_form(as_posted(kind, answer), setup=kind.sample.setup)
        assert form.is_valid(), (answer, form.errors)
        assert json.loads(json.dumps(form.cleaned_data)) == form.cleaned_data


def test_conformance_empty_answer(kind):
    """An empty form is refused with a sentence, never kept."""
    form = kind.answer_form({}, setup=kind.sample.setup)
    assert not form.is_valid()
    assert all(str(error).endswith(".") for errors in form.errors.values() for error in errors)


def test_conformance_defaults(kind):
    """A facilitator who changes nothing special gets a good set-up: every default of the form is valid."""
    form = kind.setup_form()
    for name, field in form.fields.items():
        value = form.get_initial_for_field(field, name)
        if value is not None:
            field.clean(value)


def test_conformance_words(kind):
    """Every answer reads in plain words, and each of its free texts stands in them."""
    for answer in answers_of(kind):
        words = kind.as_text(answer, kind.sample.setup)
        assert words.strip()
        for name in kind.word_fields:
            assert str(answer.get(name) or "") in words


def test_conformance_kept_and_back(kind):
    """answer → what is kept → answer, and the same words and the same table after it."""
    before = answers_of(kind)
    after = [unpack(pack(answer, kind.schema)) for answer in before]
    assert after == before
    assert plain_tally(kind, after).result() == plain_tally(kind, before).result()


def test_conformance_initial(kind):
    """An answer comes back into its form, so that it can be changed."""
    for answer in kind.sample.answers[:5]:
        form = kind.answer_form(setup=kind.sample.setup, initial=answer)
        html = form.as_div()
        again = kind.answer_form(as_posted(kind, answer), setup=kind.sample.setup)
        assert again.is_valid()
        assert again.cleaned_data == {**again.cleaned_data, **answer}
        for name in kind.word_fields:
            assert not answer.get(name) or str(answer[name])[:10] in html.replace("&#x27;", "'")


def test_conformance_tally(kind):
    """Adding and removing leaves what was there; the order of the rest does not matter to the counts."""
    answers = answers_of(kind)
    full = plain_tally(kind, answers)
    for number in range(10, 30):
        full.remove(str(number), answers[number])
    counts = kind.table(full.result(), kind.sample.setup)
    fresh = kind.table(plain_tally(kind, answers[:10]).result(), kind.sample.setup)
    assert sorted(map(str, counts.rows)) == sorted(map(str, fresh.rows))
    assert str(counts.base) == str(fresh.base)
    empty = plain_tally(kind, answers[:1])
    empty.remove("0", answers[0])
    assert kind.table(empty.result(), kind.sample.setup) == kind.table(
        plain_tally(kind, []).result(), kind.sample.setup
    )


def test_conformance_result_is_plain(kind):
    """A result is JSON: it goes through the live room and over processes."""
    result = plain_tally(kind, answers_of(kind)).result()
    assert json.loads(json.dumps(result)) == result


@pytest.mark.parametrize("count", [0, 30])
def test_conformance_table(kind, count):
    """Every picture has its table, with as many cells as columns, and says what is counted."""
    result = plain_tally(kind, answers_of(kind)[:count]).result()
    table = kind.table(result, kind.sample.setup)
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert re.search(r"\d", str(table.base))
    assert table.rows or count == 0


@pytest.mark.parametrize("count", [0, 1, 30])
def test_conformance_templates(kind, count):
    """Wall and result draw nothing, one and thirty answers."""
    activity = Activity(
        pk=7, kind=kind.key, question=kind.sample.question, setup=kind.sample.setup, is_shown=True
    )
    picture = queries.picture_of(activity, plain_tally(kind, answers_of(kind)[:count]).result())
    for template in (picture.wall_template, picture.result_template):
        assert render_to_string(template, {**picture.context(), "is_shown": True}).strip()


@pytest.mark.parametrize("count", [0, 30])
def test_conformance_pages(kind, count, room, laptop, phone):
    """Every page of the kind reads well with no answer and with thirty: strict HTML, labels, one heading."""
    room.sit("Red Umbrella")
    activity = room.open(kind)
    room.fill(activity, kind, count)
    for page in ("result", "paper", "words", "type_for"):
        laptop.get(reverse(f"activities:{page}", args=[activity.pk]))
    laptop.get(reverse("activities:run", args=[room.session.pk]))
    laptop.get(reverse("activities:wall", args=[room.session.pk]))
    laptop.get(reverse("activities:activity_new", args=[room.session.pk, kind.key]))
    asked = phone("Red Umbrella").get(reverse("activities:answer", args=[activity.pk]))
    assert asked.h1 == kind.sample.question
    assert str(kind.stage(0).promise) in asked.words


def test_conformance_without_javascript(kind, room, phone):
    """Form, redirect, page: an answer given without a script is kept and can be changed and taken back."""
    room.sit("Red Umbrella")
    activity, browser = room.open(kind), phone("Red Umbrella")
    address = reverse("activities:answer", args=[activity.pk])
    answer = kind.sample.answers[0]
    sent = browser.get(address).form(address) | as_posted(kind, answer)
    assert browser.post(address, sent).location.startswith(address)
    browser.post(address, sent)  # pressed twice: the same answer
    said = queries.list_said(activity)
    assert [one.text for one in said] == [kind.as_text(answers_of(kind)[0], activity.setup)]
    assert str(kind.stage(0).sent) in browser.get(address).words
    browser.get(f"{address}?again")
    browser.post(reverse("activities:take_back", args=[said[0].contribution.pk]))
    assert queries.list_said(activity) == []


def test_conformance_wrong_answer_comes_back(kind, room, phone):
    """A form that is not right comes back with its sentence, and nothing is kept."""
    room.sit("Red Umbrella")
    activity = room.open(kind)
    address = reverse("activities:answer", args=[activity.pk])
    page = phone("Red Umbrella").post(address, {"id": "x"}, status=422)
    assert "put right" in page.words
    assert queries.count_answers(activity) == 0


def test_conformance_set_up(kind, room, laptop):
    """The sample's set-up goes through the form of the page, and stands as the activity's set-up."""
    address = reverse("activities:activity_new", args=[room.session.pk, kind.key])
    form = laptop.get(address).form()
    asked = {"question": kind.sample.question, "title": "Warm-up", "minutes": "10", "names": "no"}
    setup = {
        f"setup-{name}": value for name, value in as_posted(kind, kind.sample.setup, "setup_form").items()
    }
    laptop.post(address, form | asked | setup)
    activity = Activity.objects.get(session=room.session)
    assert {name: activity.setup[name] for name in kind.sample.setup} == dict(kind.sample.setup)


def test_conformance_same_queries(kind, room, laptop, phone):
    """One answer and thirty cost the same number of queries, on every page."""
    room.sit("Red Umbrella")
    activity = room.open(kind)
    counts = []
    for answers in (1, 30):
        room.fill(activity, kind, answers)
        counts.append(_queries(activity, room, laptop, phone("Red Umbrella")))
    assert counts[0] == counts[1]


def _queries(activity, room, laptop, browser):
    pages = {
        name: reverse(f"activities:{name}", args=[activity.pk])
        for name in ("result", "paper", "words", "type_for")
    }
    pages |= {name: reverse(f"activities:{name}", args=[room.session.pk]) for name in ("run", "wall")}
    counts = {name: len(laptop.get(path).queries) for name, path in pages.items()}
    return counts | {"answer": len(browser.get(reverse("activities:answer", args=[activity.pk])).queries)}


def test_conformance_no_name_on_the_wall(kind, room, laptop, phone):
    """An anonymous activity shows no room name on the wall, in the table, in the file or to the team."""
    name = "Zebra Crossing"
    room.sit(name)
    activity = room.open(kind)
    row = room.say(activity, name, kind.sample.answers[0])
    assert row.seat_id is None
    assert row.shown_as == ""
    if kind.hides_early and not kind.stages:
        actions.close_activity(activity=activity, by=room.by)
        activity.refresh_from_db()
    actions.show_result(activity=activity, by=room.by)
    for page in ("wall",):
        assert name not in laptop.get(reverse(f"activities:{page}", args=[room.session.pk])).text
    for page in ("result", "result_csv", "words", "paper"):
        assert name not in laptop.get(reverse(f"activities:{page}", args=[activity.pk])).text


def test_conformance_names_are_promised(kind, room, phone):
    """Where names show, people are told so before they type, with the very name."""
    room.sit("Zebra Crossing")
    activity = room.open(kind, is_anonymous=False)
    words = phone("Zebra Crossing").get(reverse("activities:answer", args=[activity.pk])).words
    assert str(kind.stage(0).promise_named) in words
    assert "Zebra Crossing" in words


def test_conformance_early_answers(kind, room, laptop, phone):
    """A kind that hides early answers hides them on wall and phone until it is closed."""
    room.sit("Red Umbrella")
    activity = room.open(kind)
    room.fill(activity, kind, 5)
    wall = laptop.get(reverse("activities:wall", args=[room.session.pk])).words
    assert ("Answers show when" in wall) is (kind.hides_early and not kind.stages)


def test_conformance_paper(kind, room, laptop):
    """The sheet is one A4 page with the question, the code of the session, and no name."""
    activity = room.add(kind)
    page = laptop.get(reverse("activities:paper", args=[activity.pk]))
    assert page.h1 == kind.sample.question
    assert CODE.search(page.words)
    assert len([one for one in page.all("main") if "sheet" in (one.get("class") or "")]) == 1


def test_conformance_file(kind, room, laptop):
    """The table as a file: the same rows, and nothing that a spreadsheet would run."""
    activity = room.open(kind)
    room.fill(activity, kind, 30)
    text = laptop.get(reverse("activities:result_csv", args=[activity.pk])).text
    assert str(queries.picture_of(activity).table.columns[0]) in text
    assert not re.search(r'^"?[=+@-]', text, re.MULTILINE)


def test_conformance_typed_for_someone(kind, room, laptop):
    """A facilitator types for somebody without a phone; it counts just the same."""
    seat = room.sit("Green Kettle", is_without_phone=True)
    activity = room.open(kind)
    address = reverse("activities:type_for", args=[activity.pk])
    typed = as_posted(kind, kind.sample.answers[0]) | {"seat": str(seat.pk)}
    laptop.post(address, typed, status=422)  # not read back yet
    laptop.post(address, typed | {"is_read_back": "on"})
    [one] = queries.list_said(activity)
    assert one.contribution.captured_by_id == room.account.pk
    assert one.contribution.seat_id is None
