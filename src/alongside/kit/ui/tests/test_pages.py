"""Pages for when something does not work, and the gallery."""

import pytest
from django.urls import reverse

from alongside.kit.ui import errors

PAGES = {
    errors.bad_request: 400,
    errors.forbidden: 403,
    errors.csrf: 403,
    errors.not_found: 404,
    errors.gone: 410,
    errors.broken: 500,
}


@pytest.mark.django_db
@pytest.mark.parametrize(("view", "status"), PAGES.items())
def test_each_page_says_what_happened_and_the_way_on(rf, view, status):
    answer = view(rf.get("/somewhere/"))
    text = answer.content.decode()
    assert answer.status_code == status
    assert text.count("<h1>") == 1
    assert 'class="button' in text


def test_the_way_back_never_leads_away(rf):
    assert errors.way_back(rf.get("/", headers={"Referer": "https://elsewhere.example/"})) == "/"
    assert (
        errors.way_back(rf.get("/", headers={"Referer": "http://testserver/seat/"}))
        == "http://testserver/seat/"
    )


@pytest.mark.django_db
def test_a_page_that_is_not_there_reads_well(page):
    assert page.get("/nowhere/at/all/", status=404).h1 == "We cannot find this page"


@pytest.mark.django_db
def test_the_gallery_is_for_the_team(page, django_user_model):
    assert "login" in page.get(reverse("ui:gallery"), status=302).location
    page.client.force_login(django_user_model.objects.create_user("lead@example.org"))
    shown = page.get(reverse("ui:gallery"))
    assert len(shown.queries) <= 3
    assert page.get(reverse("ui:gallery") + "?open=yes", HX_Request="true").text.startswith("<p>Swapped")


def test_offline_says_that_words_are_kept(page):
    assert "kept on this phone" in page.get(reverse("ui:offline")).words
