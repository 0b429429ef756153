"""Where other devices find this machine. A link made on a laptop must work on a phone in the same room."""

import socket
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest

ONLY_HERE = {"localhost", "127.0.0.1", "[::1]"}


@lru_cache(maxsize=1)
def lan_address() -> str:
    """This machine's address in its own network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def public_url(request: HttpRequest) -> str:
    """The address to give to other people, without a slash at the end.

    PUBLIC_URL when it is set. Else the one this request came by, where “localhost” becomes the machine's address in
    its network: on another device localhost is that device.
    """
    if settings.PUBLIC_URL:
        return str(settings.PUBLIC_URL)
    host = request.get_host()
    name, colon, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
    name, port = (name, port) if name else (host, "")
    if name in ONLY_HERE:
        host = lan_address() + (f":{port}" if colon and port else "")
    return f"{request.scheme}://{host}"
