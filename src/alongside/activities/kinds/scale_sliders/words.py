"""What the dots of a scale mean, said in words: for the wall and for the table."""

from django.utils.translation import gettext_lazy as _

from alongside.activities.api import Result

STANDS = {
    "low": _("Most stand near “%(low)s”."),
    "lower": _("The middle leans to “%(low)s”."),
    "between": _("The middle is half way."),
    "higher": _("The middle leans to “%(high)s”."),
    "high": _("Most stand near “%(high)s”."),
    "": _("Too few dots to say where we stand."),
}
SPREAD = {
    "close": _("We stand close together."),
    "some": _("We stand some way apart."),
    "far": _("We stand far apart."),
    "two": _("We stand in two camps, one at each end."),
    "": "",
}


def in_words(scale: Result) -> str:
    """“The middle leans to “strong”. We stand far apart.” Of two camps the middle would mislead: it is left out."""
    spread = str(SPREAD[scale["spread"]])
    if scale["spread"] == "two":
        return spread
    return f"{STANDS[scale['stands']] % scale} {spread}".strip()
