"""Pages of the safeguarding log: telling, the list, one concern."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.kit.access import Request, project_role
from alongside.kit.errors import Refused
from alongside.kit.network import public_url
from alongside.projects.queries import safeguarding_leads
from alongside.safeguarding import actions, queries, rules
from alongside.safeguarding.forms import StepForm, TellForm

if TYPE_CHECKING:
    from alongside.safeguarding.models import Concern


@project_role("lead", "facilitator")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: Request, pk: int) -> HttpResponse:
    """A private note for the safeguarding lead."""
    session = queries.get_telling_session(pk, request.viewer)
    leads = safeguarding_leads(session.round.series.project_id)
    form = TellForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.tell(session=session, by=request.viewer, base=public_url(request), **form.values())
        sent = _("It is in the safeguarding log. Only the safeguarding lead can open it now.")
        messages.success(
            request, sent if leads else _("It is kept. Nobody is named to read it yet: call them now.")
        )
        return redirect("activities:run", pk)
    facts = {"session": session, "series": session.round.series, "stage": "run", "form": form, "leads": leads}
    facts["project"] = session.round.series.project
    return render(request, "safeguarding/tell.html", facts, status=422 if form.is_bound else 200)


@project_role(rules.ROLE)
@never_cache
@require_safe
def log(request: Request, pk: int) -> HttpResponse:
    """What waits and what is closed, without what it says."""
    project, concerns = queries.get_log(pk, request.viewer)
    return render(
        request, "safeguarding/log.html", {"project": project, "concerns": concerns, "reads_log": True}
    )


@project_role(rules.ROLE)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def concern(request: Request, pk: int) -> HttpResponse:
    """One concern, opened; a step is sent to it. That it was opened is written down."""
    found = queries.get_concern(pk, request.viewer)
    form = StepForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.add_step(concern=found, by=request.viewer, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.because)
        else:
            return redirect("safeguarding:concern", pk)
    return _page(request, found, form)


def _page(request: Request, found: "Concern", form: StepForm) -> HttpResponse:
    if request.method == "GET":
        actions.open_concern(concern=found, by=request.viewer)
    facts = {
        "project": found.project,
        "opened": queries.opened(found),
        "form": form,
        "may_add": rules.may_add_step(found, request.viewer),
        "may_close": rules.may_close(found, request.viewer),
        "reads_log": True,
    }
    return render(request, "safeguarding/concern.html", facts, status=422 if form.is_bound else 200)


@project_role(rules.ROLE)
@require_POST
def close(request: Request, pk: int) -> HttpResponse:
    """Close it, or open it again."""
    found = queries.get_concern(pk, request.viewer)
    try:
        (actions.reopen if found.closed_at else actions.close)(concern=found, by=request.viewer)
    except Refused as refused:
        messages.warning(request, refused.because)
    return redirect("safeguarding:concern", pk)
