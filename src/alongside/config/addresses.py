"""Every address of the product with its parameters and its mark: for operators, and for the guards."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
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
    return list(_walk(get_resolver(), "/", ""))


def _walk(resolver: URLResolver, path: str, namespace: str) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        here = path + str(entry.pattern).removeprefix("^").removesuffix(r"\Z").removesuffix("$")
        if isinstance(entry, URLPattern):
            yield Address(
                f"{namespace}{entry.name or ''}",
                here,
                tuple(entry.pattern.converters or entry.pattern.regex.groupindex),
                entry.callback,
            )
        else:
            yield from _walk(entry, here, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)
