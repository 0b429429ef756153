"""Secrets stay out of the log: a personal link is an address, and Django logs addresses that went wrong."""

import logging
import re

SECRET = re.compile(r"(?<=/)[A-Za-z0-9_-]{16,}(?=[/?]|$)")


class HideSecrets(logging.Filter):
    """Puts “…” in the place of every long part of an address."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the line; let it through."""
        record.msg = _hidden(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_hidden(part) for part in record.args)
        return True


def _hidden(part: object) -> object:
    return SECRET.sub("…", part) if isinstance(part, str) else part
