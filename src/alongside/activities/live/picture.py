"""POST /live/picture/<activity>/<id>/: a picture comes in from a phone's script, made small there already.

The phone sends it before the answer that names it, and keeps both until each is safely here. It is looked at in a few
threads of its own, so that no answer waits for a picture.
"""

import asyncio
import hashlib
import uuid
from concurrent.futures import ThreadPoolExecutor

from django.db import close_old_connections
from django.utils.translation import gettext as _

from alongside.activities.actions import give_picture
from alongside.activities.live import facts
from alongside.activities.live.answer import is_same_site, refuse, taken_in
from alongside.activities.live.limits import Buckets
from alongside.activities.live.replies import Receive, Scope, Send, cookies, not_found, reply_json
from alongside.activities.queries import get_activity_in
from alongside.kit.access import Viewer, seat_cookie
from alongside.kit.errors import NotVisible, Refused
from alongside.kit.pictures import Busy, NoPicture
from alongside.workshops.queries import get_my_seat

MOST_BYTES = 4 * 1024 * 1024
buckets = Buckets(most=8, a_second=0.5)
pool = ThreadPoolExecutor(3, thread_name_prefix="picture")
"""One more than are decoded at once, so that one can be read and stored meanwhile."""


async def picture(scope: Scope, receive: Receive, send: Send, activity_id: int, pk: uuid.UUID) -> None:
    """Take one picture. 2xx: kept. 413 and 422: never this one; other 4xx (but 429): not now. The rest: try again."""
    if not is_same_site(scope):
        return await refuse(send, 403, _("This picture did not come from our own page."))
    secret = seat_cookie.read(cookies(scope))
    if secret is None:
        return await not_found(send)
    if not buckets.take(hashlib.sha256(secret.encode()).hexdigest()):
        return await refuse(send, 429, _("That was quick. We send it in a moment."), after=3)
    content = await taken_in(receive, MOST_BYTES)
    if content is None:
        return await refuse(send, 413, _("This picture is too large. Choose a smaller one."))
    try:
        await asyncio.get_running_loop().run_in_executor(pool, _keep, secret, activity_id, pk, content)
    except NotVisible:
        return await not_found(send)
    except Busy as busy:
        return await refuse(send, 503, busy.because, after=5)
    except NoPicture as none:
        return await refuse(send, 422, none.because)
    except Refused as refused:
        return await refuse(send, 409, refused.because)
    return await reply_json(send, 200, {"ok": True, "id": str(pk)})


def _keep(secret: str, activity_id: int, pk: uuid.UUID, content: bytes) -> None:
    """In a thread: for the seat that holds the secret, in its own room."""
    close_old_connections()
    known = facts.seat_of(secret)
    if known is None:
        raise NotVisible
    seat = get_my_seat(known.id)
    activity = get_activity_in(seat.session, activity_id, Viewer(seat_id=known.id))
    give_picture(activity=activity, id=pk, content=content, secret=secret, seat=seat)
