"""The door: every view marked, everybody sent where they may go, nothing seen without a rule."""

import logging

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from alongside.kit.access import (
    NOBODY,
    Viewer,
    has_rule,
    mark_of,
    may_see,
    project_role,
    public,
    quiet_log,
    seat_cookie,
    see_or_404,
    sees,
    sight,
    signed_in,
    viewer,
    viewer_of,
    with_seat,
)
from alongside.kit.access import second_factor as factor
from alongside.kit.access.middleware import AccessMiddleware
from alongside.kit.audit.models import Entry, Head
from alongside.kit.errors import NotVisible, Refused

LEAD = Viewer(account_id=3, roles={1: frozenset({"lead"}), 2: frozenset({"analyst"})})


class Member:
    """Somebody signed in, as the door sees them."""

    is_authenticated = True
    pk = 3


class Messages(list):
    """The box that Django puts messages in."""

    def add(self, level, message, extra_tags=""):
        self.append(message)


def inside(_request):
    return HttpResponse("inside")


@pytest.fixture
def knock(rf, monkeypatch):
    """Ask at the door for a view: (roles, seat, step missing) -> response or None for “come in”."""

    def ask(view, *, roles=None, seat=None, is_signed_in=False, step=None):
        monkeypatch.setattr(viewer, "_find", {"roles": lambda _id: roles or {}, "seat": lambda _s: seat})
        monkeypatch.setattr(factor, "_ask", {"step": lambda _request: step})
        request = rf.get("/somewhere/", headers={"cookie": "seat=s3cret"} if seat else {})
        request.user = Member() if is_signed_in else AnonymousUser()
        request.resolver_match = None
        request._messages = Messages()
        door = AccessMiddleware(lambda _request: HttpResponse())
        door(request)
        return door.process_view(request, view, (), {})

    return ask


def fresh(mark):
    return mark(lambda _request: HttpResponse("inside"))


# ---- viewers ----


def test_a_label_names_nobody_by_name():
    assert (LEAD.label, Viewer(seat_id=17).label, NOBODY.label) == ("account 3", "seat 17", "nobody")


def test_roles_count_in_their_project_only():
    assert LEAD.has_role(1, "lead", "facilitator")
    assert not LEAD.has_role(2, "lead")
    assert LEAD.has_role(2)
    assert not LEAD.has_role(9)
    assert LEAD.is_team
    assert not NOBODY.is_team
    assert not Viewer(account_id=4, roles={1: frozenset()}).is_team
    assert len({LEAD, Viewer(account_id=3)}) == 2


def test_the_viewer_of_a_request(rf, monkeypatch):
    monkeypatch.setattr(
        viewer,
        "_find",
        {"roles": lambda account: {account: frozenset({"lead"})}, "seat": {"s3cret": 17}.get},
    )
    request = rf.get("/", headers={"cookie": "seat=s3cret"})
    request.user = Member()
    assert viewer_of(request) == Viewer(3, 17, {3: frozenset({"lead"})})
    request = rf.get("/", headers={"cookie": "seat=wrong"})
    request.user = AnonymousUser()
    assert viewer_of(request) == NOBODY


# ---- the seat cookie ----


def test_the_seat_cookie_is_kept_from_scripts_and_other_sites():
    response = HttpResponse()
    seat_cookie.put(response, "s3cret")
    cookie = response.cookies["seat"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert cookie["max-age"] == 400 * 86_400
    assert not cookie["secure"]
    seat_cookie.clear(response)
    assert response.cookies["seat"]["max-age"] == 0


def test_behind_https_the_cookie_is_bound_to_the_host(settings):
    settings.IS_SECURE = True
    response = HttpResponse()
    seat_cookie.put(response, "s3cret")
    assert response.cookies["__Host-seat"]["secure"]
    assert seat_cookie.read("seat=planted; __Host-seat=mine") == "mine"


@pytest.mark.parametrize("header", ["a=b; seat=s3cret; c=d", b"seat=s3cret"])
def test_a_seat_is_read_from_a_raw_header(header):
    assert seat_cookie.read(header) == "s3cret"


@given(st.one_of(st.none(), st.text(), st.binary()))
def test_no_header_breaks_the_reading(header):
    found = seat_cookie.read(header)
    assert found is None or isinstance(found, str)


def test_an_endless_secret_is_none():
    assert seat_cookie.read(f"seat={'x' * 5_000}") is None


# ---- marks ----


def test_a_view_without_a_mark_is_refused(knock):
    with pytest.raises(ImproperlyConfigured, match="no mark"):
        knock(inside)


def test_anybody_comes_in_by_a_public_door(knock):
    assert knock(fresh(public)) is None


def test_a_seat_opens_the_doors_of_partners(knock):
    view = fresh(with_seat)
    assert knock(view, seat=17) is None
    away = knock(view)
    assert (away.status_code, away.url) == (302, "/")


def test_signing_in_opens_the_doors_of_members(knock):
    view = fresh(signed_in)
    assert knock(view, is_signed_in=True) is None
    assert "next=/somewhere/" in knock(view).url


@pytest.mark.django_db
def test_a_role_needs_sign_in_the_role_and_the_second_factor(knock):
    view = fresh(project_role("lead", "facilitator"))
    lead, analyst = {1: frozenset({"lead"})}, {1: frozenset({"analyst"})}
    assert "next=" in knock(view).url
    assert knock(view, is_signed_in=True, roles=analyst).status_code == 404
    assert knock(view, is_signed_in=True, roles=lead) is None
    assert knock(view, is_signed_in=True, roles=lead, step="/accounts/2fa/").url == "/accounts/2fa/"
    assert knock(view, seat=17).status_code == 302


def test_the_second_factor_counts_as_missing_until_somebody_can_tell(rf, monkeypatch):
    monkeypatch.setattr(factor, "_ask", {})
    assert factor.missing_step(rf.get("/")) is not None


@pytest.mark.parametrize("roles", [(), ("boss",), ("lead", "admin")])
def test_only_roles_that_exist_can_be_asked_for(roles):
    with pytest.raises(ValueError, match="roles"):
        project_role(*roles)


def test_the_pages_of_sign_in_guard_themselves():
    from allauth.account.views import login

    assert mark_of(login, "account_login").door == "public"
    assert mark_of(login, "something_else") is None
    assert mark_of(inside, "account_login") is None


def test_no_page_stays_on_a_shared_phone(rf):
    request = rf.get("/")
    assert AccessMiddleware(lambda _request: HttpResponse())(request)["Cache-Control"] == "no-store"
    own = HttpResponse(headers={"Cache-Control": "max-age=60"})
    assert AccessMiddleware(lambda _request: own)(request)["Cache-Control"] == "max-age=60"


@pytest.mark.parametrize("path", ["/me/{}/", "/j/{}/", "/i/{}", "/demo/in/{}/?next=/"])
def test_a_personal_link_is_not_in_the_log(path, caplog):
    secret = "TdQeryRcBP3agRMKU3dbLlc_2WUDbNdU"
    line = logging.LogRecord("django.request", 30, "", 1, "%s: %s", ("Not Found", path.format(secret)), None)
    assert quiet_log.HideSecrets().filter(line)
    assert secret not in line.getMessage()
    assert line.getMessage().startswith("Not Found: /")


def test_the_log_of_the_product_hides_secrets(settings):
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["hide_secrets"]


# ---- who sees what ----


@pytest.fixture
def rules(monkeypatch):
    monkeypatch.setattr(sight, "_rules", {})


def test_without_a_rule_nobody_sees_anything(rules):
    assert not may_see(LEAD, Entry())
    assert not has_rule(Entry)
    with pytest.raises(NotVisible):
        see_or_404(LEAD, Entry())


def test_a_rule_decides_and_what_is_missing_looks_like_what_is_hidden(rules):
    sees(Entry)(lambda viewer, entry: viewer.has_role(entry.number, "lead"))
    assert see_or_404(LEAD, Entry(number=1)).number == 1
    for hidden in (Entry(number=2), None, Head()):
        with pytest.raises(NotVisible):
            see_or_404(LEAD, hidden)


def test_two_rules_for_one_model_are_a_bug(rules):
    def rule_one(viewer, thing):
        return True

    def rule_two(viewer, thing):
        return True

    sees(Entry)(rule_one)
    sees(Entry)(rule_one)
    with pytest.raises(RuntimeError, match="two rules"):
        sees(Entry)(rule_two)


# ---- refusals become pages ----


@pytest.mark.django_db
@pytest.mark.parametrize(("problem", "status"), [(NotVisible(), 404), (Refused("The round is open."), 409)])
def test_refusals_become_pages(problem, status):
    request = RequestFactory().get("/", headers={"referer": "https://elsewhere.example.org/"})
    request.user, request.session, request._messages = AnonymousUser(), {}, Messages()
    door = AccessMiddleware(lambda _request: HttpResponse())
    door(request)
    response = door.process_exception(request, problem)
    assert response.status_code == status
    assert "elsewhere" not in response.content.decode()
    if status == 409:
        assert "The round is open." in response.content.decode()


def test_anything_else_stays_a_loud_bug(rf):
    assert (
        AccessMiddleware(lambda _request: HttpResponse()).process_exception(rf.get("/"), ValueError()) is None
    )
