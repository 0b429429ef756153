"""Pages about an activity with 10,000 answers, beside the same pages without any. `python -m benchmarks.results`.

Server time is processor time of the thread that answers; each page is opened in turns with its empty twin, and the
median counts. Every kind of activity; its answers are its samples, with words of their own in free text.
"""

import json
import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.server import verdict

ANSWERS, ROUNDS, GOAL = 10_000, 5, 300
PAGES = ("result", "result_csv", "words", "wall")
WORDS = 800
"""Different words in a cloud of this size; most people say what somebody else says."""


@dataclass(frozen=True)
class Measured:
    """One page of one kind: milliseconds and size, full and empty."""

    kind: str
    page: str
    full: float
    empty: float
    kilobytes: float


def main(kinds: list[str]) -> int:
    """Measure and print; 1 when a page takes longer than the goal."""
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "alongside.config.settings"}
        import django

        django.setup()
        logging.disable(logging.WARNING)
        from alongside.activities.registry import all_kinds
        from alongside.config.getting_ready import collect_styles, migrate

        migrate()
        collect_styles()
        found = [each for kind in all_kinds() if not kinds or kind.key in kinds for each in _measure(kind)]
    return _print(found)


def _measure(kind: object) -> Iterator[Measured]:
    from alongside.activities.live.tests.made_up import make_room
    from alongside.activities.models import Activity

    rooms = [make_room(kind=kind.key, setup=dict(kind.sample.setup)) for _ in range(2)]
    Activity.objects.filter(pk__in=[room.activity.pk for room in rooms]).update(is_shown=True)
    _answer(rooms[0].activity, kind)
    clients = [_signed_in(room) for room in rooms]
    for page in PAGES:
        paths = [_path(page, room) for room in rooms]
        times = [
            [_time(client, path) for client, path in zip(clients, paths, strict=True)] for _ in range(ROUNDS)
        ]
        full, empty = (statistics.median(each) * 1000 for each in zip(*times, strict=True))
        size = len(clients[0].get(paths[0]).content) / 1024
        yield Measured(kind.key, page, full, empty, size)


def _answer(activity: object, kind: object) -> None:
    import secrets
    import uuid

    from alongside.activities.live import writing
    from alongside.activities.live.contribution import NewContribution

    for start in range(0, ANSWERS, 500):
        batch = [
            NewContribution(uuid.uuid4(), activity.pk, _own(kind, number), secrets.token_bytes(32))
            for number in range(start, start + 500)
        ]
        writing.keep(batch)


def _own(kind: object, number: int) -> dict:
    """A sample's answer, its free text made its own."""
    answer = json.loads(json.dumps(dict(kind.sample.answers[number % len(kind.sample.answers)])))
    if kind.key == "word_cloud":
        return {"w1": f"word {number * 7919 % WORDS}", "w2": f"other {number % 90}", "w3": ""}
    return {
        name: f"{value} {number}" if name in kind.word_fields and isinstance(value, str) and value else value
        for name, value in answer.items()
    }


def _signed_in(room: object) -> object:
    """A browser of the facilitator, second factor done."""
    from types import SimpleNamespace

    from django.conf import settings
    from django.test import Client

    from alongside.config.world import sign_in

    side = SimpleNamespace(accounts={"lead": room.facilitator.pk}, sessions={})
    sign_in(side)
    client = Client(raise_request_exception=False)
    client.cookies[settings.SESSION_COOKIE_NAME] = side.sessions["lead"]
    return client


def _path(page: str, room: object) -> str:
    from django.urls import reverse

    return reverse(f"activities:{page}", args=[room.session.pk if page == "wall" else room.activity.pk])


def _time(client: object, path: str) -> float:
    began = time.thread_time()
    response = client.get(path)
    took = time.thread_time() - began
    assert response.status_code == 200, (path, response.status_code)
    return took


def _print(found: list[Measured]) -> int:
    print(f"{'kind':<22}{'page':<12}{'ms':>8}{'empty':>8}{'kB':>8}   with {ANSWERS:,} answers")
    for each in found:
        missed = "  MISSED" if each.full > GOAL else ""
        print(f"{each.kind:<22}{each.page:<12}{each.full:8.0f}{each.empty:8.0f}{each.kilobytes:8.0f}{missed}")
    slowest = max(found, key=lambda each: each.full)
    words = f"the slowest, {slowest.page} of {slowest.kind}, takes {slowest.full:.0f} ms"
    return 0 if verdict(words, slowest.full <= GOAL, f"≤ {GOAL} ms") else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
