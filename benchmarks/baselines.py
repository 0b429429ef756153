"""What we compare with, as servers of their own: a bare asyncio broadcast, and Django views (`whole_view` too)."""

import asyncio
import os
import sys
from pathlib import Path

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
"""Django's own, as a new project has it; no cross-site check, which ours does in its own way."""


class Broadcast(asyncio.Protocol):
    """The least a push can cost: every connection gets the same bytes by one write."""

    everybody: set[asyncio.Transport] = set()  # noqa: RUF012

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody connects."""
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Health, or a stream."""
        if b"/healthz" in data:
            self.transport.write(b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\nconnection: close\r\n\r\nok\n")
            self.transport.close()
        else:
            self.transport.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n")
            self.everybody.add(self.transport)

    def connection_lost(self, problem: Exception | None) -> None:
        """Somebody goes."""
        self.everybody.discard(self.transport)


async def broadcast(port: int, size: int, hertz: float) -> None:
    """Send a frame of this size to all, so many times a second."""
    loop = asyncio.get_running_loop()
    await loop.create_server(Broadcast, "127.0.0.1", port, backlog=2048)
    number = 0
    while True:
        await asyncio.sleep(1 / hertz)
        number += 1
        text = f'data: {{"v":"b.{number}","answered":{number},' + '"x":"' + "x" * max(size - 50, 1) + '"}\n\n'
        frame = text.encode()
        for transport in list(Broadcast.everybody):
            transport.write(frame)


def django_app(folder: Path) -> object:
    """Django as its tutorial has it: its own ASGI handler, default middleware, `acreate` of one row per vote."""
    import django
    from django.conf import settings

    sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
    from alongside.kit.db import guard

    guard.use_sound_sqlite()
    settings.configure(
        SECRET_KEY="measured",
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=__name__,
        MIDDLEWARE=MIDDLEWARE,
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": folder / "votes.sqlite3",
                "OPTIONS": guard.OPTIONS,
            }
        },
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
    )
    django.setup()
    _make_table()
    from django.core.asgi import get_asgi_application

    return get_asgi_application()


def _make_table() -> None:
    from django.db import connection, models

    class Vote(models.Model):  # noqa: DJ008
        key = models.CharField(max_length=36, unique=True)
        word = models.CharField(max_length=60)
        created_at = models.DateTimeField(auto_now_add=True)

        class Meta:
            app_label = "votes"

    with connection.schema_editor() as editor:
        editor.create_model(Vote)
    globals()["Vote"] = Vote


def _urls() -> list[object]:
    from django.http import HttpRequest, HttpResponse, JsonResponse
    from django.urls import path

    async def vote(request: HttpRequest, number: int) -> HttpResponse:
        Vote = globals()["Vote"]
        made = await Vote.objects.acreate(key=request.POST["id"], word=request.POST["w1"][:60])
        return JsonResponse({"ok": True, "number": made.pk})

    return [
        path("live/answer/<int:number>/", vote),
        path("healthz", lambda _request: HttpResponse("ok")),
    ]


def __getattr__(name: str) -> object:
    if name == "urlpatterns":
        globals()["urlpatterns"] = _urls()
        return globals()["urlpatterns"]
    raise AttributeError(name)


def main(which: str, port: int, *rest: str) -> None:
    """`broadcast PORT SIZE HERTZ`, `django PORT FOLDER` or `whole PORT`."""
    import uvicorn
    import uvloop

    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    if which == "broadcast":
        uvloop.run(broadcast(port, int(rest[0]), float(rest[1])))
    else:
        uvicorn.run(_app(which, *rest), host="127.0.0.1", port=port, log_level="critical", access_log=False)


def _app(which: str, *rest: str) -> object:
    if which == "whole":
        from benchmarks import whole_view

        return whole_view.app()
    sys.modules.setdefault("benchmarks.baselines", sys.modules[__name__])
    return django_app(Path(rest[0]))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
