"""What the terminal shows once the server is up: addresses, a way in for phones, and the demo sign-ins."""

import sys

import segno
from django.conf import settings

from alongside.kit.network import lan_address


def greet() -> None:
    """Print where Alongside is, how phones join, and who can be tried in the demo."""
    address = lan_address()
    print("\n  Alongside is running.\n")
    print(f"  On this computer   http://localhost:{settings.PORT}/")
    print(f"  From other devices {public_address(address)}/\n")
    _greet_first(public_address(address))
    _greet_phones(public_address(address))
    _greet_demo()
    print("  Stop with Ctrl-C. Everything is kept.\n", flush=True)


def public_address(lan: str) -> str:
    """The address that people are told: PUBLIC_URL, or this machine in its network."""
    return settings.PUBLIC_URL or f"http://{lan}:{settings.PORT}"


def _greet_first(base: str) -> None:
    """Where nobody can sign in yet: the link to first set-up, with its key."""
    from alongside.home.setting_up import set_up_path

    path = set_up_path()
    if path:
        print(f"  Set up your project: {base}{path}\n")


def _greet_phones(base: str) -> None:
    """The newest open door, as a link and as a QR code."""
    from alongside.home.demo import open_door_path

    path = open_door_path()
    if not path:
        return
    print(f"  Join from a phone  {base}{path}\n")
    if sys.stdout.isatty():
        segno.make(base + path, error="l").terminal(compact=True)
        print()


def _greet_demo() -> None:
    """Sign-in links of the made-up team, only while the example is loaded."""
    from alongside.home.demo import sign_in_paths

    for who, path in sign_in_paths():
        print(f"  {who:<18} http://localhost:{settings.PORT}{path}")
    print()
