"""Pages that cross capabilities: the front door, privacy, a day's work, a series so far, first set-up, the demo."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from alongside.home import actions, demo, queries, rules, setting_up
from alongside.home.forms import SetUpForm
from alongside.kit.access import Request, project_role, public
from alongside.kit.errors import NotVisible, Refused
from alongside.kit.languages import in_english
from alongside.people.sign_in import sign_in_after_set_up, sign_in_for_demo
from alongside.workshops.forms.phone import CodeForm
from alongside.workshops.queries import get_series

TEAM = ("lead", "facilitator", "analyst", "payments", "auditor")


@public
@require_safe
def front(request: Request) -> HttpResponse:
    """What this is, the code to come in, and the way in for the team."""
    return render(request, "home/front.html", {"form": CodeForm()})


@public
@require_safe
def privacy(request: Request) -> HttpResponse:
    """What we keep and what nobody can see, in plain words."""
    return render(request, "home/privacy.html")


@project_role(*TEAM)
@never_cache
@require_safe
def day(request: Request) -> HttpResponse:
    """What is next, what is owed and to whom."""
    return render(request, "home/day.html", {"day": queries.day_of(request.viewer)})


@project_role(*TEAM)
@require_safe
def series(request: Request, pk: int) -> HttpResponse:
    """The series so far."""
    viewer = request.viewer
    found = get_series(pk, viewer)
    facts = {"overview": queries.overview_of(found, viewer), "series": found, "stage": "plan"}
    facts["may_take_away"] = rules.may_take_away(found, viewer)
    return render(request, "home/series.html", facts)


@public
@in_english
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def setup(request: Request) -> HttpResponse:
    """First set-up, with the key from the terminal."""
    key = request.GET.get("key", "")
    may = rules.may_set_up(setting_up.token(), key)
    form = SetUpForm(request.POST if request.method == "POST" else None)
    if may and form.is_bound and form.is_valid():
        try:
            account = actions.set_up(key=key, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.because)
        else:
            sign_in_after_set_up(request, account)
            return redirect("home:day")
    return render(request, "home/setup.html", {"form": form, "may": may}, status=200 if may else 403)


@public
@never_cache
@require_safe
def demo_in(request: Request, token: str) -> HttpResponse:
    """Sign in as one of the made-up team, by a link that only a demonstration prints."""
    account = demo.account_for(token) if settings.IS_DEMO else None
    if account is None:
        raise NotVisible
    logout(request)
    sign_in_for_demo(request, account)
    return redirect("home:day")
