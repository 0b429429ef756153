"""Import and export in the browser. What was understood is shown first; nothing is kept before somebody says yes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.home.exchange import actions, pages, uploads
from alongside.home.exchange.forms import ChooseForm, ConfirmForm
from alongside.home.exchange.problems import ImportRefused
from alongside.kit.access import project_role
from alongside.kit.errors import Refused


@project_role("lead")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def import_series(request: HttpRequest) -> HttpResponse:
    """Choose files; then see what was understood, or every mistake by file and line."""
    form = ChooseForm(request.POST, request.FILES) if request.method == "POST" else ChooseForm()
    if not form.is_bound or not form.is_valid():
        return render(request, "home/import.html", {"form": form})
    files = form.cleaned_data["series_files"]
    try:
        seen = pages.preview(files, request.viewer)  # type: ignore[attr-defined]
    except ImportRefused as refused:
        return render(
            request, "home/import.html", {"form": ChooseForm(), "wrong": pages.by_file(refused.problems)}
        )
    except Refused as refused:
        form.add_error("series_files", refused.because)
        return render(request, "home/import.html", {"form": form})
    return render(request, "home/import_preview.html", {"seen": seen, "carried": uploads.carried(files)})


@project_role("lead")
@never_cache
@require_POST
def import_confirm(request: HttpRequest) -> HttpResponse:
    """Keep what was shown."""
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        messages.warning(request, " ".join(str(each) for each in form.errors["carried"]))
        return redirect("home:import_series")
    try:
        report = actions.import_files(form.cleaned_data["carried"], by=request.viewer)  # type: ignore[attr-defined]
    except ImportRefused as refused:
        return render(
            request, "home/import.html", {"form": ChooseForm(), "wrong": pages.by_file(refused.problems)}
        )
    messages.success(request, str(report))
    return redirect("home:series", report.series_id)


@project_role("lead")
@never_cache
@require_safe
def export_zip(request: HttpRequest, pk: int) -> HttpResponse:
    """A whole series as files, for its lead."""
    series = pages.series_to_export(pk, request.viewer)  # type: ignore[attr-defined]
    files = actions.export_for(series=series, by=request.viewer)  # type: ignore[attr-defined]
    name = f'attachment; filename="{series.key}.zip"'
    return HttpResponse(uploads.zipped(files), "application/zip", headers={"Content-Disposition": name})
