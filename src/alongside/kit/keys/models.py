"""One row per sealed item, one per project, and the list of what was erased."""

import secrets
import uuid

from django.db import models

KEY_BYTES = 32


def new_key() -> bytes:
    """32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


class ItemKey(models.Model):
    """The key of one sealed item. Without the row, the item cannot be read by anybody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.BinaryField(max_length=KEY_BYTES, default=new_key)

    def __str__(self) -> str:
        return f"key {self.id}"


class ProjectKey(models.Model):
    """The key from which a project's pseudonyms are made. Destroying it ends every link back to people."""

    project = models.CharField(max_length=64, unique=True)
    key = models.BinaryField(max_length=KEY_BYTES, default=new_key)

    def __str__(self) -> str:
        return f"key of project {self.project}"


class Erased(models.Model):
    """A key that was deleted and must stay so, whatever copy is brought back."""

    id = models.UUIDField(primary_key=True)
    on = models.DateField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "erased"

    def __str__(self) -> str:
        return f"erased {self.id}"
