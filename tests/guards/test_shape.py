"""Files and functions stay small, named for the field, and explained."""

import ast

import pytest

from tests.guards.source import SOURCE, Module, modules, shown, templates

LONGEST_FUNCTION = 50
LONGEST_MODULE = 400
LARGEST_FILE = 250_000
LARGEST_CATALOGUE = 400_000  # every sentence of partners’ pages; some scripts take two bytes a letter
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "service", "services", "misc"}
EXPLAINED = {"actions", "rules", "queries", "api"}


def length(node: ast.AST) -> int:
    return (node.end_lineno or 0) - node.lineno + 1  # type: ignore[attr-defined]


def test_functions_are_short():
    long = [
        f"{module.name}:{function.lineno} {function.name} is {length(function)} lines"
        for module in modules()
        for function in module.functions()
        if length(function) > LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_modules_are_short():
    long = [f"{module.name} is {module.lines} lines" for module in modules() if module.lines > LONGEST_MODULE]
    assert not long, "\n".join(long)


def test_names_say_what_is_inside():
    vague = [
        shown(path) for path in SOURCE.rglob("*") if path.stem in VAGUE and "__pycache__" not in path.parts
    ]
    assert not vague, "\n".join(vague)


def test_every_package_says_what_it_is_for():
    silent = [
        module.name
        for module in modules()
        if module.path.name == "__init__.py"
        and not ast.get_docstring(module.tree)
        and "migrations" not in module.name
    ]
    assert not silent, "\n".join(silent)


def is_explained(module: Module) -> bool:
    """Whether the conventions ask this file for a docstring on each public function."""
    parts = module.path.relative_to(SOURCE).with_suffix("").parts
    return parts[0] == "methods" or any(part in EXPLAINED for part in parts)


def test_public_functions_say_what_happens():
    silent = [
        f"{module.name}:{function.lineno} {function.name}"
        for module in modules()
        if is_explained(module)
        for function in module.public_functions()
        if not ast.get_docstring(function)
    ]
    assert not silent, "\n".join(silent)


def test_signatures_are_typed():
    untyped = [
        f"{module.name}:{function.lineno} {function.name}"
        for module in modules()
        for function in module.functions()
        if function.returns is None
    ]
    assert not untyped, "\n".join(untyped)


def changes_something(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """An action writes an audit line or opens a transaction; the rest of the file serves it."""
    text = ast.unparse(function)
    return "record(" in text or "record_all(" in text or "@transaction.atomic" in text


def test_actions_take_keywords_and_say_by_whom():
    """An action is called `do(thing=…, by=viewer)`: who did it is never guessed. A partner acts with a secret."""
    wrong = []
    for module in modules():
        if "actions" not in module.path.relative_to(SOURCE).with_suffix("").parts:
            continue
        for function in filter(changes_something, module.public_functions()):
            names = {argument.arg for argument in function.args.kwonlyargs}
            is_task = any("task" in ast.unparse(decoration) for decoration in function.decorator_list)
            if not is_task and (function.args.args or not names & {"by", "secret", "seat", "token", "key"}):
                wrong.append(f"{module.name}:{function.lineno} {function.name}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("word", ["mark_safe(", "|safe%}", "|safe }}", "autoescape off"])
def test_nothing_is_called_safe_in_passing(word):
    """HTML from people is cleaned in one place each; see the list with its reasons."""
    allowed = {
        "src/alongside/kit/ui": "drawings made by our own code from numbers and escaped words",
        "src/alongside/kit/templatetags": "the same, as template tags",
    }
    found = [
        shown(path)
        for path in [*(module.path for module in modules()), *templates()]
        if path.suffix != ".txt"  # a letter is not HTML
        if word in path.read_text(encoding="utf-8")
        and not any(shown(path).startswith(place) for place in allowed)
    ]
    assert not found, f"{word} in: " + ", ".join(found)


def test_files_are_not_large():
    large = [
        shown(path)
        for path in SOURCE.rglob("*")
        if path.is_file()
        and path.stat().st_size > (LARGEST_CATALOGUE if path.suffix == ".po" else LARGEST_FILE)
    ]
    assert not large, "\n".join(large)
