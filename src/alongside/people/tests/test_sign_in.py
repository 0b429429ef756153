"""Signing in: a code, a second step for the team, nothing that tells whether an address is known."""

import json
import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.test import RequestFactory
from django.urls import reverse

from alongside.kit.mail.models import Outbox
from alongside.kit.testing.page import PageClient
from alongside.kit.words import open_words
from alongside.people.models import Account
from alongside.people.sign_in import DEMO_MARK, missing_step, sign_in_for_demo

pytestmark = pytest.mark.django_db(transaction=True)  # allauth tells us about a new key once it is saved


@pytest.fixture(autouse=True)
def fresh_counts() -> None:
    """Each test starts with no codes asked for."""
    cache.clear()


@pytest.fixture
def account() -> Account:
    return Account.objects.create_user("facilitator@example.org", "Facilitator A")


def letters() -> list[dict[str, str]]:
    return [json.loads(open_words(mail.letter) or "{}") for mail in Outbox.objects.order_by("pk")]


def code_in(letter: dict[str, str]) -> str:
    return re.search(r"^ {4}(\S+)$", letter["text"], re.MULTILINE).group(1)


def sign_in_with_code(page: PageClient, email: str) -> str:
    """Go the way of the pages; gives where the last one leads."""
    page.get(reverse("account_login"))
    page.post(reverse("account_login"), {"login": email})
    page.get(reverse("account_confirm_login_code"))
    return page.post(reverse("account_confirm_login_code"), {"code": code_in(letters()[-1])}).location


def totp_now(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def set_up_app(page: PageClient) -> str:
    """Set up an authenticator app; gives its secret."""
    shown = page.get(reverse("mfa_activate_totp"))
    secret = shown.response.context["form"].secret
    done = page.post(reverse("mfa_activate_totp"), {"code": totp_now(secret)})
    assert done.location == reverse("mfa_view_recovery_codes")
    return secret


def step_of(page: PageClient, account: Account) -> str | None:
    request = RequestFactory().get("/")
    request.session, request.user = page.client.session, account
    return missing_step(request)


def test_a_code_by_letter_signs_in_and_then_a_second_step_is_owed(page, account):
    assert sign_in_with_code(page, account.email) == "/day/"
    assert step_of(page, account) == "mfa_index"
    assert "One more step" in page.get(reverse("mfa_index")).h1


def test_setting_up_an_app_counts_as_the_second_step_and_gives_recovery_codes(page, account):
    sign_in_with_code(page, account.email)
    set_up_app(page)
    assert len(page.get(reverse("mfa_view_recovery_codes")).all("li")) >= 10
    assert step_of(page, account) is None
    assert page.get(reverse("mfa_index")).h1 == "You, and how you sign in"


def test_the_next_sign_in_asks_for_the_app(page, account):
    sign_in_with_code(page, account.email)
    set_up_app(page)
    other = PageClient()
    where = sign_in_with_code(other, account.email)
    assert where == reverse("mfa_authenticate")
    assert "Show that it is really you" in other.get(where).h1
    wrong = other.post(where, {"code": "000000"}, status=200)
    assert "put right" in wrong.words
    codes = page.get(reverse("mfa_view_recovery_codes")).response.context["unused_codes"]
    assert other.post(where, {"code": codes[0]}).location == "/day/"
    assert step_of(other, account) is None


def test_known_and_unknown_addresses_get_the_same_answer(page, account):
    known, unknown = PageClient(), PageClient()
    answers = []
    for who, email in [(known, account.email), (unknown, "nobody@example.org")]:
        sent = who.post(reverse("account_login"), {"login": email})
        shown = who.get(sent.location)
        answers.append((sent.location, shown.words.replace(email, "")))
    assert answers[0] == answers[1]
    assert [letter["to"] for letter in letters()] == [account.email]


def test_nobody_can_sign_themselves_up(page):
    assert page.get(reverse("account_signup")).h1 == "Accounts are by invitation"
    page.post(reverse("account_signup"), {"email": "me@example.org"}, status=200)
    assert not Account.objects.exists()


def test_a_wrong_code_says_so_and_keeps_the_page(page, account):
    page.post(reverse("account_login"), {"login": account.email})
    wrong = page.post(reverse("account_confirm_login_code"), {"code": "WRONG1"}, status=200)
    assert "put right" in wrong.words


@pytest.mark.parametrize("name", ["account_request_login_code", "account_inactive", "account_signup"])
def test_pages_for_anybody_read_well(page, name):
    page.get(reverse(name))


def test_pages_about_ones_own_keys_read_well(page, account):
    sign_in_with_code(page, account.email)
    page.get(reverse("mfa_add_webauthn"))
    page.get(reverse("mfa_list_webauthn"))
    page.get(reverse("account_logout"))
    set_up_app(page)
    page.get(reverse("mfa_deactivate_totp"))
    page.get(reverse("mfa_generate_recovery_codes"))
    page.get(reverse("mfa_reauthenticate"))
    page.get(reverse("account_reauthenticate"), follow=True)


def test_in_a_demonstration_its_link_is_enough_and_the_page_says_so(page, account, settings):
    settings.IS_DEMO = True
    page.client.force_login(account)
    assert "One more step" in page.get(reverse("mfa_index")).h1
    session = page.client.session
    session[DEMO_MARK] = True
    session.save()
    assert page.get(reverse("mfa_index")).h1 == "You, and how you sign in"
    settings.IS_DEMO = False
    assert "One more step" in page.get(reverse("mfa_index")).h1


def test_demo_links_are_for_demonstrations_only(rf, account, settings):
    settings.IS_DEMO = False
    with pytest.raises(PermissionError):
        sign_in_for_demo(rf.get("/"), account)
