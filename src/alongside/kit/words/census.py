"""Counting sealed words everywhere, and sweeping away keys that no words need any more."""

import uuid
from collections.abc import Iterator

from django.apps import apps
from django.db import models

from alongside.kit.words.field import OwnWordsField
from alongside.kit.words.sealing import Sealed, open_all_bytes


def fields() -> Iterator[tuple[type[models.Model], str]]:
    """Every model and field that holds own words."""
    for model, field in _fields():
        yield model, field.attname


def _fields() -> Iterator[tuple[type[models.Model], OwnWordsField]]:
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, OwnWordsField):
                yield model, field


def boxes() -> Iterator[list[Sealed]]:
    """All sealed words there are, some at a time."""
    for model, field in _fields():
        name = field.attname
        kept = model._default_manager.filter(**{f"{name}__isnull": False}).order_by("pk")
        last: object = None
        while page := list(
            (kept if last is None else kept.filter(pk__gt=last)).values_list("pk", name)[: field.at_once]
        ):
            last = page[-1][0]
            yield [box for _, box in page]


def count_readable() -> tuple[int, int]:
    """How many sealed items can be read, and how many cannot because their key was deleted."""
    read = gone = 0
    for page in boxes():
        opened = open_all_bytes(page)
        gone += opened.count(None)
        read += len(opened) - opened.count(None)
    return read, gone


def lost_keys() -> int:
    """How many items have lost their key without anybody having erased it."""
    from alongside.kit.keys.models import Erased, ItemKey

    lost = 0
    for page in boxes():
        ids = {box.key_id for box in page}
        known = set(ItemKey.objects.filter(id__in=ids).values_list("id", flat=True))
        known |= set(Erased.objects.filter(id__in=ids).values_list("id", flat=True))
        lost += len(ids - known)
    return lost


def idle_keys() -> set[uuid.UUID]:
    """Keys that no words need: left behind when a transaction was rolled back after the key was kept.

    Ask only while nobody writes, for a key is kept a moment before its words are.
    """
    from alongside.kit.keys.models import ItemKey

    idle = set(ItemKey.objects.values_list("id", flat=True))
    for page in boxes():
        idle -= {box.key_id for box in page}
    return idle
