"""The page of kept mail: only while this is a demo."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.kit.access import public
from alongside.kit.errors import NotVisible
from alongside.kit.mail import queries


@public
def kept(request: HttpRequest) -> HttpResponse:
    """Every mail the demo would have sent.

    It holds no real person's mail: a real service sends it away instead.
    """
    if not settings.IS_DEMO:
        raise NotVisible
    return render(request, "mail/kept.html", {"letters": queries.list_kept()})
