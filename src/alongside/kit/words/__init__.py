"""People's own words: each item sealed under a key of its own, readable only while that key exists.

Put an `OwnWordsField` on a model and assign a str; reading gives a `Sealed`. `open_words` and `open_all`
read it, `erase` deletes its key for good. What is no text (a picture) goes into an `OwnBytesField` in the same way.
"""

from alongside.kit.words.field import OwnBytesField, OwnWordsField
from alongside.kit.words.sealing import (
    Sealed,
    erase,
    erase_all,
    open_all,
    open_all_bytes,
    open_bytes,
    open_words,
    seal,
    seal_all,
    seal_bytes,
)
from alongside.kit.words.tidy import LONGEST, tidy

__all__ = [
    "LONGEST",
    "OwnBytesField",
    "OwnWordsField",
    "Sealed",
    "erase",
    "erase_all",
    "open_all",
    "open_all_bytes",
    "open_bytes",
    "open_words",
    "seal",
    "seal_all",
    "seal_bytes",
    "tidy",
]
