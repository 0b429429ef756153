"""People's own words: each item sealed under a key of its own, readable only while that key exists.

Put an `OwnWordsField` on a model and assign a str; reading gives a `Sealed`. `open_words` and `open_all`
read it, `erase` deletes its key for good.
"""

from alongside.kit.words.field import OwnWordsField
from alongside.kit.words.sealing import (
    Sealed,
    erase,
    erase_all,
    open_all,
    open_words,
    seal,
    seal_all,
)
from alongside.kit.words.tidy import LONGEST, tidy

__all__ = [
    "LONGEST",
    "OwnWordsField",
    "Sealed",
    "erase",
    "erase_all",
    "open_all",
    "open_words",
    "seal",
    "seal_all",
    "tidy",
]
