"""Pages of resources: the library, a resource, a version to read and to write."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside.kit.access import Request, project_role, public
from alongside.kit.errors import Refused
from alongside.methods.plain_words import look_at
from alongside.resources import actions, queries, rules
from alongside.resources.forms import ResourceForm, VersionForm
from alongside.workshops.queries import get_series

TEAM = ("lead", "facilitator", "analyst", "payments", "auditor")
STAGE = {"stage": "change"}


@project_role(*TEAM)
@require_safe
def library(request: Request, pk: int) -> HttpResponse:
    """Everything a series made, by whom it is for."""
    kind = request.GET.get("kind", "")
    series, shelves = queries.library(pk, request.viewer, kind)
    facts = {"series": series, "shelves": shelves, "kinds": queries.kinds_of(series), "kind": kind}
    return render(
        request,
        "resources/library.html",
        {**facts, **STAGE, "may_make": rules.may_make(series, request.viewer)},
    )


@project_role(*rules.WRITERS)
def new(request: Request, pk: int) -> HttpResponse:
    """Begin a resource."""
    series = get_series(pk, request.viewer)
    form = ResourceForm(request.POST or None, series=series)
    if form.is_valid():
        made = actions.add_resource(series=series, by=request.viewer, **form.cleaned_data)
        return redirect("resources:new_version", made.pk)
    return render(request, "resources/new.html", {"form": form, "series": series, **STAGE})


@project_role(*TEAM)
@require_safe
def resource(request: Request, pk: int) -> HttpResponse:
    """One resource with its versions."""
    found = queries.get_resource(pk, request.viewer)
    facts = {
        "resource": found,
        "series": found.series,
        "thing": queries.OnShelf(found, list(found.versions.all())),
    }
    return render(
        request,
        "resources/resource.html",
        {**facts, **STAGE, "may_make": rules.may_make(found.series, request.viewer)},
    )


@project_role(*rules.WRITERS)
def new_version(request: Request, pk: int) -> HttpResponse:
    """Write the next version; it begins with the text of the newest."""
    found = queries.get_resource(pk, request.viewer)
    newest = queries.OnShelf(found, list(found.versions.all())).newest
    form = VersionForm.following(newest, request.POST or None)
    if form.is_valid():
        made = actions.add_version(resource=found, by=request.viewer, **form.cleaned_data)
        return redirect("resources:version_work", made.pk)
    return _write(request, form, found)


@project_role(*rules.WRITERS)
def change_version(request: Request, pk: int) -> HttpResponse:
    """Write on in a version that is not released."""
    version = queries.get_version(pk, request.viewer)
    form = VersionForm.of(version, request.POST or None)
    if form.is_valid():
        try:
            actions.change_version(version=version, by=request.viewer, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.because)
        else:
            return redirect("resources:version_work", version.pk)
    return _write(request, form, version.resource, version)


def _write(request: Request, form: VersionForm, found: object, version: object = None) -> HttpResponse:
    text = form["text"].value() or ""
    facts = {"form": form, "resource": found, "series": found.series, "version": version}  # type: ignore[attr-defined]
    return render(
        request,
        "resources/write.html",
        {**facts, **STAGE, **_preview(text)},
        status=422 if form.is_bound else 200,
    )


def _preview(text: str) -> dict[str, object]:
    return {"text": text, "plain": look_at(text)}


@project_role(*rules.WRITERS)
@require_POST
def preview(request: Request) -> HttpResponse:
    """How the text reads, as a part of the page that writes it."""
    return render(request, "resources/_preview.html", _preview(request.POST.get("text", "")[:100_000]))


@public
@require_safe
def version(request: Request, pk: int) -> HttpResponse:
    """The stable address of a version: to read once it is released, and before for those who make it."""
    found = queries.get_version(pk, request.viewer)
    if request.viewer.has_role(found.resource.series.project_id):
        return redirect("resources:version_work", pk)
    reading = queries.read(found, request.viewer)
    project = found.resource.series.project
    return render(
        request, "resources/version.html", {"reading": reading, "version": found, "project": project}
    )


@project_role(*TEAM)
@require_safe
def version_work(request: Request, pk: int) -> HttpResponse:
    """A version as the team sees it: each change beside its place, and what can be done with it."""
    found = queries.get_version(pk, request.viewer)
    facts = {
        "version": found,
        "resource": found.resource,
        "series": found.resource.series,
        "plain": look_at(found.text),
    }
    may = {
        "may_write": rules.may_write(found, request.viewer),
        "may_release": rules.may_release(found, request.viewer),
    }
    return render(
        request,
        "resources/version_work.html",
        {**facts, **may, **STAGE, "reading": queries.read(found, request.viewer)},
    )


@project_role(*rules.WRITERS)
@require_POST
def release(request: Request, pk: int) -> HttpResponse:
    """Put a version out."""
    actions.release(version=queries.get_version(pk, request.viewer), by=request.viewer)
    messages.success(request, _("It is out. Everybody can read it at its own address, for good."))
    return redirect("resources:version_work", pk)
