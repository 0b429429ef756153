"""The page of kept mail: only while this is a demo."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from alongside.kit.access import Request, public
from alongside.kit.errors import NotVisible
from alongside.kit.languages import in_english
from alongside.kit.mail import queries


@public
@in_english
def kept(request: Request) -> HttpResponse:
    """Every mail the demo would have sent, for its made-up team. For anybody else there is no such page.

    Letters carry codes and personal links: a phone that only joined the demo must not open them.
    """
    if not settings.IS_DEMO or request.viewer.account_id is None:
        raise NotVisible
    return render(request, "mail/kept.html", {"letters": queries.list_kept()})
