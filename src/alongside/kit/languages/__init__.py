"""The languages of the pages that partners see: their names, which one a phone asked for, and the catalogues.

The team's desk is in English. Whatever a partner may come upon is in every language of `settings.LANGUAGES`.
"""

from alongside.kit.languages.choosing import COOKIE, direction_of, language_in, offered

__all__ = ["COOKIE", "direction_of", "language_in", "offered"]
