"""How an answer is kept: as JSON text with its schema number, sealed like all own words."""

import json

from alongside.activities.api import Answer

_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def pack(answer: Answer, schema: int = 1) -> str:
    """The text that is sealed for an answer."""
    return _WRITER.encode({"schema": schema, "answer": answer})


def unpack(text: str) -> Answer:
    """The answer in a kept text."""
    return dict(json.loads(text)["answer"])


def schema_of(text: str) -> int:
    """With which schema of its kind the answer was kept."""
    return int(json.loads(text)["schema"])
