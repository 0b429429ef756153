"""Pictures people give: allowed by what is in them, decoded apart from us under limits, kept clean of hidden data.

`cleaned(bytes)` gives a `Clean` picture in two sizes, or is Refused with a sentence for the person who gave it.
"""

from alongside.kit.pictures.cleaning import EDGE, MOST_BYTES, SMALL, Busy, Clean, NoPicture, cleaned

__all__ = ["EDGE", "MOST_BYTES", "SMALL", "Busy", "Clean", "NoPicture", "cleaned"]
