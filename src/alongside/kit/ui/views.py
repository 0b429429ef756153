"""The gallery: every part of the visual system on one page, for the team that builds pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.kit.access import signed_in
from alongside.kit.ui import sample


@signed_in
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every part."""
    return render(request, "ui/gallery.html", sample.parts())
