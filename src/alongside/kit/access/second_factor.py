"""Whether somebody with a role has shown their second factor in this sign-in, as the people capability
tells us.
"""

from collections.abc import Callable

from django.http import HttpRequest

MissingStep = Callable[[HttpRequest], str | None]
_ask: dict[str, MissingStep] = {}


def register_second_factor(ask: MissingStep) -> MissingStep:
    """Tell the kit how to know: `ask(request)` gives None when all is done, else the page to go to first."""
    _ask["step"] = ask
    return ask


def missing_step(request: HttpRequest) -> str | None:
    """The page where the second factor is shown, or None when it was shown. Unknown means not shown."""
    return _ask["step"](request) if "step" in _ask else "mfa_index"
