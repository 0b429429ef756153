"""Every address of the product with its parameters and its mark: for operators, and for the guards."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from alongside.kit.access import mark_of


@dataclass(frozen=True)
class Address:
    """One address: its full name, its path as written, the names of its parameters, its view, who may come in."""

    name: str
    path: str
    parameters: tuple[str, ...]
    view: Callable[..., Any]

    @property
    def door(self) -> str:
        """Who may come in, in a word or two; “unmarked” is a fault."""
        mark = mark_of(self.view, self.name.split(":")[-1])
        if mark is None:
            return "unmarked"
        return f"{mark.door} {' '.join(sorted(mark.roles))}".strip()


def all_addresses() -> list[Address]:
    """Every address of the URLconf, in its order."""
    return list(_walk(get_resolver(), Address("", "/", (), get_resolver)))


def _walk(resolver: URLResolver, above: Address) -> Iterator[Address]:
    """The addresses below one, each with what stands before it."""
    for entry in resolver.url_patterns:
        here = Address(
            above.name
            + (f"{entry.namespace}:" if isinstance(entry, URLResolver) and entry.namespace else ""),
            above.path + str(entry.pattern).removeprefix("^").removesuffix(r"\Z").removesuffix("$"),
            (*above.parameters, *_parameters(entry)),
            above.view,
        )
        if isinstance(entry, URLPattern):
            yield replace(here, name=here.name + (entry.name or ""), view=entry.callback)
        else:
            yield from _walk(entry, here)


def _parameters(entry: URLPattern | URLResolver) -> tuple[str, ...]:
    pattern: Any = entry.pattern
    return tuple(pattern.converters) or tuple(pattern.regex.groupindex)
