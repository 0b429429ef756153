"""Every page as each of its readers gets it: read strictly, from an empty series to a thread that is tied off."""

import pytest
from django.conf import settings
from django.urls import reverse

from alongside.kit.testing.page import PageClient
from alongside.recommendations import actions, queries
from alongside.recommendations.models import KeyPoint, Recommendation
from alongside.recommendations.tests.test_thread import make_version


@pytest.fixture
def asked(loop):
    """A recommendation with three voices."""
    loop.words = [loop.say(f"Too much {n}") for n in range(3)]
    return loop.ask("Three steps", loop.point("Not all at once", *loop.words))


def at(name, *args):
    return reverse(f"recommendations:{name}", args=args)


def test_the_whole_loop_by_the_pages_alone(loop, world, as_facilitator):
    """Key point, read back, asked for, answered, changed, told: forms and redirects, no script."""
    row, session = loop.say("Nobody asks how we are"), loop.session
    page = as_facilitator.get(at("key_points", session.pk))
    as_facilitator.post(
        at("add_key_point", session.pk), page.form("add/") | {"text": "Ask after us", "words": row.pk}
    )
    point = KeyPoint.objects.get(text="Ask after us")
    assert [each.pk for each in point.words.all()] == [row.pk]
    as_facilitator.post(at("read_back", point.pk), {"text": "Ask how we are after a death"})
    point.refresh_from_db()
    assert point.read_back_at
    new = at("new", session.round.series_id)
    assert "Ask how we are after a death" in as_facilitator.get(f"{new}?point={point.pk}").words
    as_facilitator.post(
        new, {"title": "A call", "text": "Call us.", "round": session.round_id, "key_points": point.pk}
    )
    made = Recommendation.objects.get(title="A call")
    refused = as_facilitator.post(
        at("respond", made.pk), {"outcome": "passed_on", "reason": "Not ours."}, status=422
    )
    assert "to whom" in refused.words
    assert "Not ours." in refused.text, "what was typed comes back"
    as_facilitator.post(at("respond", made.pk), {"outcome": "adopted", "reason": "You asked."})
    as_facilitator.post(at("impact", made.pk), {"is_change": "yes", "text": "Managers ring."})
    page = as_facilitator.get(at("detail", made.pk))
    assert "Tell 1 person" in page.words
    as_facilitator.post(at("tell", made.pk))
    assert (
        "Everybody whose words stand behind this has been told"
        in as_facilitator.get(at("detail", made.pk)).words
    )


def test_on_the_run_sheet_a_key_point_comes_back_as_a_part(loop, as_facilitator):
    pk = loop.session.pk
    sent = as_facilitator.post(at("add_key_point", pk), {"text": "Short and long", "part": "capture"})
    assert sent.location.endswith("?part=capture")
    part = as_facilitator.get(sent.location)
    assert "Did I get that right? Yes" in part.words
    broken = as_facilitator.post(at("add_key_point", pk), {"text": "", "part": "capture"}, status=422)
    assert 'id="capture"' in broken.text


@pytest.mark.parametrize("name", ["listing", "listing_paper", "detail", "thread_recommendation"])
@pytest.mark.parametrize("role", ["lead", "facilitator", "analyst", "payments", "auditor"])
def test_the_team_sees_pages_and_only_readers_see_words(loop, asked, world, name, role):
    loop.answer(asked)
    client = PageClient()
    client.client.cookies[settings.SESSION_COOKIE_NAME] = world.a.sessions[role]
    thing = asked.round.series_id if name.startswith("listing") else asked.pk
    page = client.get(at(name, thing))
    reads = role in {"lead", "facilitator", "analyst"}
    assert ("Too much 0" in page.words) == (reads and name in {"detail", "thread_recommendation"})


def test_threads_and_versions(loop, asked, as_facilitator):
    version = make_version(loop)
    loop.answer(asked)
    loop.change(asked, version=version, place="First weeks")
    page = as_facilitator.get(reverse("resources:version_work", args=[version.pk]))
    assert "3 voices, in 1 workshop" in page.words
    assert at("thread_recommendation", asked.pk) in page.links()
    back = as_facilitator.get(at("thread_version", version.pk))
    assert "Too much 0" in back.words
    forward = as_facilitator.get(at("thread_contribution", loop.words[0].pk))
    assert "The training has three steps now." in forward.words


def test_a_partner_reads_a_version_without_anybodys_words(loop, asked, page, as_partner):
    version = make_version(loop)
    loop.answer(asked)
    loop.change(asked, version=version, place="First weeks")
    address = reverse("resources:version", args=[version.pk])
    page.get(address, status=404)
    seen = as_partner.get(address)
    assert "A few voices" in seen.words
    assert "Too much" not in seen.words


def test_because_of_you_from_nothing_to_news(loop, asked, page):
    page.client.cookies["seat"] = loop.new_phone()
    assert "You have not written anything yet" in page.get(at("because")).words
    alone = loop.say("Nobody heard this", secret=loop.secrets[-1])
    assert (
        "We have your words. Nothing has come of them yet. We will tell you here."
        in page.get(at("because")).words
    )
    assert "We have your words" in page.get(at("because_words", alone.pk)).words
    page.client.cookies["seat"] = loop.secrets[0]
    assert "The team owes an answer" in page.get(at("because")).words
    loop.answer(asked, "passed_on", passed_to="the awarding body")
    loop.tell(asked)
    assert "Not this time. We passed it on." in page.get(at("because")).words
    assert "awarding body" in page.get(at("because_one", loop.words[0].pk, asked.pk)).words


def test_a_part_shows_what_they_will_see_while_it_is_written(loop, asked, as_facilitator):
    part = as_facilitator.post(
        at("preview", asked.pk), {"outcome": "declined", "reason": "We have no money for it."}, status=200
    )
    assert "We have no money for it." in part.text
    assert "Reading age" in part.text
    assert not Recommendation.objects.get(pk=asked.pk).responses.exists()


def test_words_of_a_key_point_can_be_tied_anew(loop, as_facilitator):
    row, point = loop.say("Slower"), loop.point("Not all at once")
    assert "Slower" in as_facilitator.get(at("tie_words", point.pk)).words
    as_facilitator.post(at("tie_words", point.pk), {"words": [row.pk]})
    assert [each.pk for each in point.words.all()] == [row.pk]


def test_queries_of_the_listing_stay_the_same(loop, asked, as_facilitator):
    address = at("listing", asked.round.series_id)
    as_facilitator.get(address)
    few = len(as_facilitator.get(address).queries)
    for n in range(5):
        more = loop.ask(f"Thing {n}", loop.point(f"Point {n}", *(loop.say(f"{n} {m}") for m in range(4))))
        loop.answer(more)
    assert len(as_facilitator.get(address).queries) <= few


def test_the_curtain_never_lets_labels_touch(loop):
    for n in range(40):
        loop.ask(f"A rather long title of number {n}", loop.point(f"Point {n}"))
    curtain = queries.curtain_of(loop.session.round.series)
    from alongside.recommendations.queries.curtain import is_clear

    assert is_clear(curtain)
    assert curtain.width > curtain.threads[-1].x
    assert "has no answer yet" in curtain.sentence or "have no answer yet" in curtain.sentence


def test_other_peoples_versions_cannot_be_named(loop, asked, world):
    from alongside.kit.errors import Refused
    from alongside.resources.models import Version

    loop.answer(asked)
    other = Version.objects.get(pk=world.b.ids["version"])
    with pytest.raises(Refused, match="another series"):
        actions.record_impact(recommendation=asked, text="Changed", version=other, by=loop.by)
