"""Text as it may be kept: in one normal form, and free of what no screen or file can carry."""

import unicodedata

from django.utils.translation import gettext as _

from alongside.kit.errors import Refused

LONGEST = 100_000


def tidy(text: str) -> str:
    """The text in Unicode's composed form (NFC). Refused, with a sentence, when it cannot be kept."""
    if "\x00" in text:
        raise Refused(
            _("Your words have an empty character in them that we cannot keep. Please type them again.")
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        sentence = _(
            "Your words have half of a character in them that we cannot keep. Please type them again."
        )
        raise Refused(sentence) from None
    if len(text) > LONGEST:
        raise Refused(_("This is too long to keep in one piece. Please send it in parts."))
    return unicodedata.normalize("NFC", text)
