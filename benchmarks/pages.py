"""Server time and queries of every page, against an empty view with a template as long. `python -m benchmarks.pages`.

The empty view does nothing but render the same template with the same content, found beforehand, for the same
visitor through the same middleware and the same door: a page that only the team may open has to ask who is there,
and so has the empty view beside it. So the ratio says what looking things up and working them out costs on top.
Both are called in turns in one process; processor time counts, so that others on the machine do not. Queries are
counted twice: with one of everything, and with thirty times as many people, words and steps.
"""

import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

ROUNDS, WARM_UP = 15, 3
GOAL = 3.0
MORE = 30


@dataclass(frozen=True)
class Page:
    """One page and who opens it."""

    name: str
    path: str
    cookies: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Measured:
    """What one page costs."""

    page: Page
    milliseconds: float
    empty: float
    queries: int
    more_queries: int

    @property
    def ratio(self) -> float:
        """Times the empty view."""
        return self.milliseconds / self.empty


_contents: list[tuple[str, dict[str, object]]] = []
"""Template and content of each page measured."""


def main() -> int:
    """Measure all pages; 1 when one is slower than three times the empty view, or asks more when there is more."""
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "alongside.config.settings"}
        import django

        django.setup()
        logging.disable(logging.WARNING)
        return _measure_all()


def _measure_all() -> int:
    from alongside.config import world as worlds
    from alongside.config.getting_ready import collect_styles, migrate

    migrate()
    collect_styles()
    world = worlds.build()
    worlds.sign_in(world.a)
    pages = list(_pages(world.a))
    _add_empty_view()
    before = {page: _queries(page) for page in pages}
    _make_more(world.a)
    drawn = [page for page in pages if _is_drawn(page)]
    measured = [_measured(page, before[page]) for page in drawn if _is_drawn(page)]
    return _print(measured)


def _pages(side: object) -> Iterator[Page]:
    """Every page that answers 200 to a GET, by a lead, else by a partner, else by anybody."""
    from django.conf import settings

    lead = ((settings.SESSION_COOKIE_NAME, side.sessions["lead"]),)
    partner = (("seat", side.seats["workers"]),)
    for name, path in _addresses(side):
        for cookies in (lead, partner, ()):
            page = Page(name, path, cookies)
            response = _client(page).get(path)
            if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
                yield page
                break


def _addresses(side: object) -> Iterator[tuple[str, str]]:
    """Every address of ours with this side's things filled in."""
    from django.urls import reverse
    from tests.guards.rows import FILLED_BY, PER_ROOM

    from alongside.config.addresses import all_addresses

    for address in all_addresses():
        if address.name.startswith(("account_", "mfa_")):
            continue
        wanted = FILLED_BY.get(address.name, "").split()
        values = [
            each[1:] if each[0] == "=" else side.ids.get(f"{each}.workers" if each in PER_ROOM else each)
            for each in wanted
        ]
        if len(values) == len(address.parameters) and None not in values:
            yield (
                address.name,
                reverse(address.name, kwargs=dict(zip(address.parameters, values, strict=True))),
            )


def _client(page: Page) -> object:
    from django.test import Client

    client = Client(raise_request_exception=False)
    for name, value in page.cookies:
        client.cookies[name] = value
    return client


def _queries(page: Page) -> int:
    from django.db import connections
    from django.test.utils import CaptureQueriesContext

    client = _client(page)
    client.get(page.path)
    with (
        CaptureQueriesContext(connections["default"]) as here,
        CaptureQueriesContext(connections["keys"]) as keys,
    ):
        client.get(page.path)
    return len(here) + len(keys)


def _make_more(side: object) -> None:
    """Thirty more seats, each with an answer in every activity, and thirty more steps on the run sheet."""
    from alongside.activities.kept import pack
    from alongside.activities.models import Activity, Contribution
    from alongside.activities.registry import kind_for
    from alongside.kit.words import seal_all
    from alongside.workshops.models import Seat, Session
    from alongside.workshops.seats import hash_of, mark_for, new_secret

    session = Session.objects.get(pk=side.ids["session.workers"])
    seat = Seat.objects.get(pk=side.ids["seat.workers"])
    for number in range(MORE):
        secret = new_secret()
        seat.pk, seat.token_hash, seat.room_name = None, hash_of(secret), f"Seat {number}"
        seat.save(force_insert=True)
        session.agenda.create(position=100 + number, title=f"Talk {number}")
        for activity in Activity.objects.filter(session=session):
            kind = kind_for(activity.kind)
            answer = kind.sample.answers[number % len(kind.sample.answers)]
            Contribution.objects.create(
                activity=activity,
                mark=mark_for(secret, activity.pk),
                answer=seal_all([pack(answer, kind.schema)])[0],
                created_at=session.started_at,
            )


def _measured(page: Page, queries: int) -> Measured:
    """Page and empty view in turns; the medians."""
    client = _client(page)
    ours, empty = (lambda: client.get(page.path)), _empty(page)
    pairs = [(_time(ours), _time(empty)) for _ in range(WARM_UP + ROUNDS)][WARM_UP:]
    page_time, empty_time = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Measured(page, page_time * 1000, empty_time * 1000, queries, _queries(page))


def _time(call: Callable[[], object]) -> float:
    """Processor time of this thread: what others do on the machine does not count."""
    began = time.thread_time()
    call()
    return time.thread_time() - began


def _empty(page: Page) -> Callable[[], object]:
    """Opens an empty view that renders the page's template with what the page had found."""
    _contents.append(_content_of(page))
    client, path = _client(page), f"/empty/{_door_of(page)}/{len(_contents) - 1}/"
    return lambda: client.get(path)


def _door_of(page: Page) -> str:
    """The mark of the page's view."""
    from django.urls import resolve

    from alongside.kit.access import mark_of

    mark = mark_of(resolve(page.path).func)
    return mark.door if mark else "public"


def _add_empty_view() -> None:
    """Give the empty view an address beside those of the product, once for each mark a page can have."""
    from django.http import HttpRequest, HttpResponse
    from django.shortcuts import render
    from django.urls import path

    from alongside.config import urls
    from alongside.kit.access import project_role, public, signed_in, with_seat

    def behind(mark: Callable) -> Callable:
        def empty(request: HttpRequest, number: int) -> HttpResponse:
            return render(request, *_contents[number])

        return mark(empty)

    doors = {"public": public, "seat": with_seat, "signed_in": signed_in, "role": project_role("lead")}
    for door, mark in doors.items():
        urls.urlpatterns.append(path(f"empty/{door}/<int:number>/", behind(mark)))


def _is_drawn(page: Page) -> bool:
    """Whether a template makes it now; what only passes on is said and left out."""
    response = _looked_into(page)
    is_drawn = bool(response.templates and response.context)
    if not is_drawn:
        print(f"{page.name}: no template of its own ({response.status_code}), left out")
    return is_drawn


def _content_of(page: Page) -> tuple[str, dict[str, object]]:
    """The template of a page and what its view gave it."""
    response = _looked_into(page)
    context = response.context
    given = (context[0] if isinstance(context, list) else context).flatten()
    for name in ("request", "csrf_token", "user", "perms", "messages", "page", "True", "False", "None"):
        given.pop(name, None)
    return response.templates[0].name, given


def _looked_into(page: Page) -> object:
    """The page with the templates that made it."""
    from django.test.utils import setup_test_environment, teardown_test_environment

    setup_test_environment()
    try:
        return _client(page).get(page.path)
    finally:
        teardown_test_environment()


def _print(measured: list[Measured]) -> int:
    print(f"{'page':<40}{'ms':>7}{'empty':>7}{'ratio':>7}{'queries':>9}{'with ' + str(MORE) + '×':>9}")
    for each in sorted(measured, key=lambda each: -each.ratio):
        grows = " grows" if each.more_queries > each.queries else ""
        print(
            f"{each.page.name:<40}{each.milliseconds:7.1f}{each.empty:7.1f}{each.ratio:7.2f}"
            f"{each.queries:9}{each.more_queries:9}{grows}"
        )
    slow = [each for each in measured if each.ratio > GOAL]
    growing = [each for each in measured if each.more_queries > each.queries]
    print(
        f"\n{len(measured)} pages; {len(slow)} slower than {GOAL:.0f} times the empty view; "
        f"{len(growing)} ask more when there is more"
    )
    return 1 if slow or growing else 0


if __name__ == "__main__":
    sys.exit(main())
