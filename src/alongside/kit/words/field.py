"""The model field for people's own words."""

import base64
from typing import Any

from django import forms
from django.core import checks
from django.core.exceptions import FieldError, ValidationError
from django.db import models

from alongside.kit.errors import Refused
from alongside.kit.words.sealing import Sealed, open_words, seal
from alongside.kit.words.tidy import tidy


class OwnWordsField(models.Field):
    """Own words, sealed when saved. Assign a str or a Sealed; reading from the database gives a Sealed.

    A str is sealed at the first save and the Sealed put in its place, so saving again keeps the same box.
    To save many, seal them first with `seal_all`: one insert of keys instead of one each.
    """

    description = "Own words, sealed under a key of their own"
    empty_strings_allowed = True
    at_once = 1_000
    """So many are looked at together when all of them are counted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """A sealed field can be neither unique nor indexed: two boxes of the same words differ."""
        if self.unique or getattr(self, "db_index", False):
            problem = "Sealed words can be neither unique nor indexed."
            return [*super().check(**kwargs), checks.Error(problem, obj=self, id="words.E001")]
        return super().check(**kwargs)

    def get_internal_type(self) -> str:
        """Kept as bytes."""
        return "BinaryField"

    def pre_save(self, model_instance: models.Model, add: bool) -> Sealed | None:
        """Seal a str now and leave the Sealed on the instance."""
        value = self._sealed(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, value)
        return value

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """The box as the database's bytes."""
        sealed = self._sealed(value)
        return None if sealed is None else connection.Database.Binary(sealed.box)

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> Sealed | None:
        """Bytes from the database become a Sealed."""
        return None if value is None else Sealed(bytes(value))

    def to_python(self, value: Any) -> Any:
        """Text stays text and a Sealed stays sealed; base64 comes from a dump of data."""
        return value

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        """Text is brought into its normal form; what cannot be kept is a validation error with our
        sentence.
        """
        value = super().clean(value, model_instance)
        try:
            return tidy(value) if isinstance(value, str) else value
        except Refused as refused:
            raise ValidationError(refused.because) from refused

    def get_lookup(self, lookup_name: str) -> Any:
        """Only `isnull` makes sense on sealed words."""
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is sealed: it cannot be searched or compared in the database.")
        return super().get_lookup(lookup_name)

    def value_from_object(self, obj: models.Model) -> Any:
        """What a form shows: the words themselves."""
        value = super().value_from_object(obj)
        return open_words(value) if isinstance(value, Sealed) else value

    def value_to_string(self, obj: models.Model) -> str:
        """What a dump of data holds: the box, never the words."""
        value = self._sealed(getattr(obj, self.attname))
        return "" if value is None else base64.b64encode(value.box).decode()

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """A box to write in."""
        return super().formfield(**{"form_class": forms.CharField, "widget": forms.Textarea, **kwargs})

    @staticmethod
    def _sealed(value: Any) -> Sealed | None:
        if value is None or isinstance(value, Sealed):
            return value
        if isinstance(value, str):
            return seal(value)
        raise TypeError(f"Own words are a str or a Sealed, not {type(value).__name__}.")


class OwnBytesField(OwnWordsField):
    """Own content that is no text, such as a picture: assign a Sealed that `seal_bytes` made."""

    description = "Own content, sealed under a key of its own"
    empty_strings_allowed = False
    at_once = 20

    def value_from_object(self, obj: models.Model) -> Any:
        """No form shows it."""
        return None

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """No form takes it."""
        return None

    @staticmethod
    def _sealed(value: Any) -> Sealed | None:
        if value is None or isinstance(value, Sealed):
            return value
        raise TypeError(f"Own content is a Sealed, not {type(value).__name__}.")
