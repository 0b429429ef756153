"""Who may see what: one rule per model, asked by pages, exports, the live room and mail alike.

No rule means no.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db.models import Model

from alongside.kit.access.viewer import Viewer
from alongside.kit.errors import NotVisible

Thing = TypeVar("Thing", bound=Model)
Rule = Callable[[Viewer, Any], bool]
_rules: dict[type[Model], Rule] = {}


def sees(*models: type[Model]) -> Callable[[Rule], Rule]:
    """Mark `rule(viewer, thing) -> bool` as the one that decides who sees these models."""

    def register(rule: Rule) -> Rule:
        for model in models:
            if model in _rules and _rules[model].__qualname__ != rule.__qualname__:
                raise RuntimeError(f"{model.__name__} has two rules for who sees it; keep one.")
            _rules[model] = rule
        return rule

    return register


def may_see(viewer: Viewer, thing: Model) -> bool:
    """Whether the viewer may see the thing. A model without a rule is seen by nobody."""
    rule = next((_rules[kind] for kind in type(thing).__mro__ if kind in _rules), None)
    return rule is not None and bool(rule(viewer, thing))


def see_or_404(viewer: Viewer, thing: Thing | None) -> Thing:
    """The thing, if it is there and the viewer may see it; else NotVisible, the same for both."""
    if thing is None or not may_see(viewer, thing):
        raise NotVisible
    return thing


def has_rule(model: type[Model]) -> bool:
    """Whether somebody said who sees this model. A guard asks this for every model with a page."""
    return any(kind in _rules for kind in model.__mro__)
