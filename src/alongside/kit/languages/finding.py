"""Finds the sentences that wait for a translation: in templates and in Python files, without running them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.template.base import Lexer, TokenType
from django.utils.translation.template import block_re, constant_re, endblock_re, inline_re, plural_re

from alongside.kit.languages.catalogue import Entry

ONE = {"_", "gettext", "gettext_lazy", "_lazy", "gettext_noop"}
MANY = {"ngettext", "ngettext_lazy"}
IN_CONTEXT = {"pgettext", "pgettext_lazy"}


def sentences_of(
    path: Path, *, leave_out: frozenset[str] = frozenset(), only: frozenset[str] = frozenset()
) -> list[Entry]:
    """The sentences of one file, in its order. `leave_out` names classes and calls whose sentences do not count;
    `only`, if given, names the functions, classes and constants of the file that do.
    """
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return list(dict.fromkeys(_in_template(text)))
    parts = [node for node in ast.parse(text).body if not only or only & _names(node)]
    return list(dict.fromkeys(entry for node in parts for entry in _in_python(node, leave_out)))


def _names(node: ast.stmt) -> set[str]:
    """What a statement of a module defines."""
    targets = getattr(node, "targets", None) or [getattr(node, "target", node)]
    return {str(getattr(target, "id", getattr(target, "name", ""))) for target in targets}


def _in_python(tree: ast.AST, leave_out: frozenset[str]) -> Iterator[Entry]:
    if isinstance(tree, ast.ClassDef) and leave_out & {tree.name, *map(_name, tree.bases)}:
        return
    if isinstance(tree, ast.Call):
        if _name(tree.func) in leave_out:
            return
        entry = _called(_name(tree.func), [_text(each) for each in tree.args])
        if entry is not None:
            yield entry
    for child in ast.iter_child_nodes(tree):
        yield from _in_python(child, leave_out)


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _called(name: str, texts: list[str]) -> Entry | None:
    if name in ONE and texts[:1] != [""] and texts:
        return Entry(texts[0])
    if name in MANY and len(texts) > 1 and texts[0]:
        return Entry(texts[0], texts[1])
    if name in IN_CONTEXT and len(texts) > 1 and texts[1]:
        return Entry(texts[1], context=texts[0])
    return None


def _in_template(text: str) -> Iterator[Entry]:
    """`translate`, `blocktranslate` and `_("…")` of a template, as Django's own tags read them."""
    pieces: list[list[str]] | None = None
    is_trimmed = False
    for token in Lexer(text).tokenize():
        if pieces is not None:
            if token.token_type == TokenType.BLOCK and endblock_re.match(token.contents):
                yield _block_of(pieces, is_trimmed)
                pieces = None
            elif token.token_type == TokenType.BLOCK and plural_re.match(token.contents):
                pieces.append([])
            elif token.token_type == TokenType.VAR:
                pieces[-1].append(f"%({token.contents})s")
            elif token.token_type == TokenType.TEXT:
                pieces[-1].append(token.contents.replace("%", "%%"))
            continue
        if token.token_type == TokenType.BLOCK:
            if block_re.match(token.contents):
                pieces, is_trimmed = [[]], " trimmed" in token.contents
                continue
            if inline := inline_re.match(token.contents):
                yield Entry(_unquoted(inline[1]).replace("%", "%%"), context=_unquoted(inline[3] or ""))
        if token.token_type in {TokenType.BLOCK, TokenType.VAR}:
            for constant in constant_re.findall(token.contents):
                yield Entry(_unquoted(constant))


def _unquoted(text: str) -> str:
    return re.sub(r"^_\(|\)$", "", text.strip()).strip().strip("\"'")


def _block_of(pieces: list[list[str]], is_trimmed: bool) -> Entry:
    texts = ["".join(piece) for piece in pieces]
    if is_trimmed:
        texts = [" ".join(line.strip() for line in text.strip().splitlines()) for text in texts]
    return Entry(texts[0], texts[1] if len(texts) > 1 else "")
