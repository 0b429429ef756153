"""Codes that are read off a screen, said on the phone and typed on glass.

Thirty letters and figures, without those that are mistaken for each other or spell things. Eight of them make
6.6e11 codes: with 50 open doors and 300 wrong codes a minute, a stranger who tries for a day and a night finds one
with a chance of 0.003 % (reliability.md, threat 1).
"""

import secrets

ALPHABET = "ACDEFGHJKLMNPQRTUVWXYZ23456789"
LENGTH = 8
MIXED_UP = str.maketrans({"O": "Q", "0": "Q", "I": "J", "1": "J", "B": "8", "S": "5"})


def new_code() -> str:
    """Eight letters at random."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def normalised(typed: str) -> str:
    """What was meant: small letters, spaces and dashes do not matter, and letters we never use become their twin."""
    kept = "".join(letter for letter in typed.upper() if letter.isascii() and letter.isalnum())
    return kept.translate(MIXED_UP)


def is_code(typed: str) -> bool:
    """Whether the typed text has the shape of a code."""
    code = normalised(typed)
    return len(code) == LENGTH and set(code) <= set(ALPHABET)


def formatted(code: str) -> str:
    """The code as it is shown: ABCD-EFGH."""
    return f"{code[:4]}-{code[4:]}"
