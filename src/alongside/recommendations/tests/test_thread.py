"""G20: every decision and every change reaches the words behind it, and every word what became of it."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from alongside.recommendations import actions, queries, rules, thread
from alongside.recommendations.models import Decision, Impact
from alongside.resources import actions as resources


def make_version(loop):
    series = loop.session.round.series
    booklet = resources.add_resource(series=series, title="Booklet", kind="booklet", tier="all", by=loop.by)
    return resources.add_version(
        resource=booklet, name="Draft 1", text="## First weeks\n\nA bit at a time.", by=loop.by
    )


@pytest.fixture
def whole(loop):
    """Three recommendations with words, decisions, answers, changes."""
    version = make_version(loop)
    made = []
    for n in range(3):
        words = [loop.say(f"Words {n}.{m}") for m in range(2)]
        asked = loop.ask(f"Thing {n}", loop.point(f"Point {n}", words[0]), words=(words[1],))
        actions.decide(
            recommendation=asked, text="Yes", how="consensus", decided_on=asked.made_on, by=loop.by
        )
        loop.answer(asked)
        loop.change(asked, version=version, place="First weeks")
        made.append((asked, words))
    return made, version


def broken_links(loop, version):
    """Every decision and change that does not reach contributions, or whose contributions do not reach it back."""
    found = []
    for kind in (Decision, Impact):
        for each in kind.objects.filter(
            recommendation__round=loop.session.round, recommendation__title__startswith="Thing"
        ):
            ask = queries.get_ask(each.recommendation_id, loop.by)
            back = [queries.follow(row.pk, loop.by) for row in ask.standing]
            if not ask.standing or not all(
                each.recommendation_id in [a.recommendation.pk for a in one.asks] for one in back
            ):
                found.append(each)
            if isinstance(each, Impact) and ask.recommendation.pk not in {
                a.recommendation.pk for a in queries.asks_behind(version, loop.by)
            }:
                found.append(each)
    return found


def test_every_decision_and_change_reaches_its_words_and_back(loop, whole):
    made, version = whole
    assert broken_links(loop, version) == []
    for asked, words in made:
        assert {row.pk for row in loop.get(asked).standing} == {row.pk for row in words}
        for row in words:
            stops = thread.of_words(queries.follow(row.pk, loop.by))[0].stops
            assert [stop.stop for stop in stops][:3] == ["said", "theme", "ask"]
            assert any(stop.stop == "change" and "three steps" in str(stop.title) for stop in stops)
    threads = thread.of_version(queries.asks_behind(version, loop.by), version.pk)
    assert [one.title for one in threads] == ["Thing 0", "Thing 1", "Thing 2"]
    assert all("Words" in str(one.stops[0].title) for one in threads)


def test_a_link_cut_by_hand_is_found(loop, whole):
    made, version = whole
    asked, _words = made[1]
    asked.words.clear()
    asked.key_points.clear()
    assert broken_links(loop, version)


def test_words_that_were_changed_keep_their_thread(loop):
    """A new wording takes the place of the old one; what was tied to the old still reaches the new."""
    secret = loop.new_phone()
    old = loop.say("Too much", secret=secret)
    asked = loop.ask("Three steps", loop.point("Not all at once", old))
    new = loop.say("Far too much at once", secret=secret)
    old.replaced_at = new.created_at
    old.save()
    assert [one.text for one in loop.get(asked).words] == ["Far too much at once"]
    assert [a.recommendation.pk for a in queries.follow(new.pk, loop.by).asks] == [asked.pk]
    assert [story.ask.recommendation.pk for story in queries.stories(secret)] == [asked.pk]


def test_words_taken_back_leave_a_number(loop):
    row = loop.say("Too much")
    asked = loop.ask("Three steps", loop.point("Not all at once", row, loop.say("Slower")))
    row.withdrawn_at, row.answer = row.created_at, None
    row.save()
    ask = loop.get(asked)
    assert (ask.voices, ask.taken_back) == (1, 1)
    assert "taken back" in thread.of_recommendation(ask).stops[0].text


def test_open_ends_say_what_is_owed_and_since_when(loop):
    row = loop.say("Too much")
    stops = thread.of_words(queries.follow(row.pk, loop.by))[0].stops
    assert not stops[-1].is_done
    asked = loop.ask("Three steps", loop.point("Not all at once", row))
    last = thread.of_words(queries.follow(row.pk, loop.by))[0].stops[-1]
    assert (last.title, last.is_done) == ("The team owes an answer", False)
    assert last.text.startswith("Asked on ")
    loop.answer(asked, "partly")
    titles = [stop.title for stop in thread.of_recommendation(loop.get(asked)).stops if not stop.is_done]
    assert titles == ["The team owes the change", "The team owes 1 person the news"]


def test_queries_stay_the_same_however_many_words(loop):
    asked = loop.ask("Three steps", loop.point("Not all at once", loop.say("one")))
    few = count_queries(lambda: thread.of_recommendation(loop.get(asked)))
    points = [loop.point(f"Point {n}", *(loop.say(f"word {n} {m}") for m in range(5))) for n in range(4)]
    actions.back_with(recommendation=asked, key_points=points, by=loop.by)
    many = count_queries(lambda: thread.of_recommendation(loop.get(asked)))
    assert many <= few


def count_queries(work):
    counts = [CaptureQueriesContext(connections[alias]) for alias in connections]
    for count in counts:
        count.__enter__()
    work()
    for count in counts:
        count.__exit__(None, None, None)
    return sum(len(count) for count in counts)


def test_the_state_is_in_one_place(loop):
    asked = loop.ask("A certificate", loop.point("Make it count", loop.say("Nothing shows for it")))
    assert loop.get(asked).state == rules.State.ASKED
    loop.answer(asked, "passed_on", passed_to="the awarding body")
    fork = next(stop for stop in thread.row_of(loop.get(asked)) if stop.is_fork)
    assert fork.kicker == "the awarding body"
