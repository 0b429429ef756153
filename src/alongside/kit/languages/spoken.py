"""The languages somebody may write or speak in, called by their own names; far more than we have catalogues of.

Those of homecare workers who came to the United Kingdom on care visas and of the partners of our host, and Welsh.
"""

from collections.abc import Iterator

from django.conf import settings

NAMES = {
    "en-gb": "English",
    "cy": "Cymraeg",
    "ur": "اردو",
    "ar": "العربية",
    "bn": "বাংলা",
    "fil": "Filipino",
    "fr": "Français",
    "gu": "ગુજરાતી",
    "hi": "हिन्दी",
    "ig": "Igbo",
    "ml": "മലയാളം",
    "nd": "isiNdebele",
    "ne": "नेपाली",
    "pa": "ਪੰਜਾਬੀ",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "sn": "chiShona",
    "so": "Soomaali",
    "es": "Español",
    "ta": "தமிழ்",
    "tw": "Twi",
    "yo": "Yorùbá",
}
NO_WORDS = "zxx"
"""BCP 47 for “nothing said in words”: a tick or a number tells no language, so none is kept with it."""
OTHER = "mis"
"""BCP 47 for a language that is not on the list."""


def name_of(code: str) -> str:
    """What a language calls itself; empty for an answer without words and for one we do not know."""
    return NAMES.get(code, "")


def is_spoken(code: str) -> bool:
    """Whether somebody may say that they wrote in it."""
    return code in NAMES or code == OTHER


def choices(now: str) -> Iterator[tuple[str, str]]:
    """The languages to pick from, that of the page first."""
    yield now, name_of(now)
    yield from ((code, name) for code, name in NAMES.items() if code != now)


def kept_language(told: str, page: str, *, has_words: bool) -> str:
    """The language kept with an answer: what its author says, else that of the page; none where nothing was written.

    One tick in a language that few of the room speak would tell whose it is, and helps nobody who reads it.
    """
    if not has_words:
        return NO_WORDS
    return told if is_spoken(told) else page if is_spoken(page) else settings.LANGUAGE_CODE
