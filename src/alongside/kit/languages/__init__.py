"""The languages of the pages that partners see: their names, which one a phone asked for, and the catalogues.

The team's desk is in English. Whatever a partner may come upon is in every language of `settings.LANGUAGES`.
"""

from alongside.kit.languages.choosing import (
    direction_of,
    in_english,
    is_offered,
    language_in,
    offered,
    others,
)

__all__ = ["direction_of", "in_english", "is_offered", "language_in", "offered", "others"]
