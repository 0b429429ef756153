"""The gallery: every part of the visual system on one page, for the team that builds pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.kit.access import signed_in
from alongside.kit.ui import sample


@signed_in
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every part; asked by htmx, only the part that is swapped."""
    name = "ui/gallery.html#part" if request.headers.get("HX-Request") else "ui/gallery.html"
    return render(request, name, sample.parts() | {"is_open": "open" in request.GET})
