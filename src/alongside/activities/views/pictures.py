"""A picture somebody gave, for those who may see it."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from alongside.activities import queries
from alongside.activities.views.request import Request
from alongside.kit.access import public, seat_cookie


@public
@require_safe
def picture(request: Request, pk: UUID, size: str) -> HttpResponse:
    """The picture itself, never as a page: it runs nothing, and stays with this one browser for a minute or two.

    The rule of who may see it decides (`rules.sees_picture`); whoever gave it sees it too. Else it is not there.
    """
    content = queries.get_picture(pk, size, request.viewer, seat_cookie.read(request) or "")
    response = HttpResponse(content, content_type="image/jpeg")
    response["Content-Disposition"] = 'inline; filename="picture.jpg"'
    response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, max-age=120"
    response["X-Content-Type-Options"] = "nosniff"
    return response
