"""The audit chain: what was done, in an order nobody can change unseen.

Each entry carries the hash of the one before it. Its content hangs on it by a salted commitment, so content
can be erased and the chain still checks. Partners hold heads and receipts; `verify.py` checks an export
without Alongside. Content never holds people's own words: those are sealed (kit.words).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alongside.kit.audit.chain import Line, head, record, record_all
    from alongside.kit.audit.erasing import erase_content
    from alongside.kit.audit.export import export_lines
    from alongside.kit.audit.receipts import Receipt, is_receipt, receipt_for

_WHERE = {
    "Line": "chain",
    "head": "chain",
    "record": "chain",
    "record_all": "chain",
    "erase_content": "erasing",
    "export_lines": "export",
    "Receipt": "receipts",
    "is_receipt": "receipts",
    "receipt_for": "receipts",
}
__all__ = [
    "Line",
    "Receipt",
    "erase_content",
    "export_lines",
    "head",
    "is_receipt",
    "receipt_for",
    "record",
    "record_all",
]


def __getattr__(name: str) -> object:
    """Loaded when first asked for: the models exist only after Django has started."""
    import importlib

    if name not in _WHERE:
        raise AttributeError(name)
    return getattr(importlib.import_module(f"{__name__}.{_WHERE[name]}"), name)
