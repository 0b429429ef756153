"""Which language a page is in, and that the desk stays English."""

import pytest
from django.conf import settings

from alongside.kit.languages import direction_of, language_in
from alongside.kit.languages.spoken import NO_WORDS, kept_language


@pytest.mark.parametrize(
    ("cookies", "accepted", "language"),
    [
        (b"", b"", "en-gb"),
        (b"language=cy", b"ur", "cy"),
        (b"language=xx; seat=a", b"ur-PK,en;q=0.5", "ur"),
        (b"", b"pl,cy;q=0.9,en;q=0.8", "cy"),
        (b"", b"en-US,cy", "en-gb"),
        (b'language="; broken', b"\xff", "en-gb"),
    ],
)
def test_the_phones_choice_comes_before_its_browser(cookies, accepted, language):
    assert language_in(cookies, accepted) == language


def test_partners_pages_follow_the_phone_and_the_desk_does_not(page, as_lead):
    page.client.cookies["language"] = "ur"
    assert 'dir="rtl"' in page.client.get("/").content.decode()
    as_lead.client.cookies["language"] = "ur"
    assert '<html lang="en-gb" dir="ltr"' in as_lead.client.get("/day/").content.decode()
    assert '<html lang="en-gb"' in page.client.get("/accounts/login/").content.decode()


def test_a_link_chooses_and_the_phone_keeps_it(page):
    answer = page.client.get("/?lang=cy")
    assert answer.headers["Content-Language"] == "cy"
    assert answer.cookies[settings.LANGUAGE_COOKIE_NAME].value == "cy"
    assert 'lang="cy"' in page.client.get("/join/").content.decode()
    assert settings.LANGUAGE_COOKIE_NAME not in page.client.get("/?lang=xx").cookies


def test_a_tick_tells_no_language():
    assert kept_language("ur", "ur", has_words=False) == NO_WORDS
    assert kept_language("", "cy", has_words=True) == "cy"
    assert kept_language("pl", "cy", has_words=True) == "pl"
    assert kept_language("<b>", "cy", has_words=True) == "cy"


def test_directions():
    assert [direction_of(code) for code in ("ur", "ar", "cy", "yo", "zz")] == [
        "rtl",
        "rtl",
        "ltr",
        "ltr",
        "ltr",
    ]
