"""Pictures that come with a form posted without a script: kept first, so that nothing is lost when a field is wrong."""

import uuid
from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from alongside.activities.picture_questions import PictureField, file_name
from alongside.kit.errors import Refused

Keep = Callable[[uuid.UUID, bytes], object]
"""Keeps a picture under an id; Refused with a sentence when it is none."""


class WithPictures:
    """What was posted, with each file kept and its id put in its place; `wrong` says what was wrong with which."""

    def __init__(self, data: Any, files: Any, answer_id: uuid.UUID) -> None:
        self._files = files
        self._answer_id = answer_id
        self.data: MultiValueDict[str, Any] = data.copy()
        self.wrong: dict[str, str] = {}

    def keep(self, fields: Iterable[str], keep: Keep) -> None:
        """Keep what came for these fields. The same form posted twice brings the same picture once."""
        for name in fields:
            file = self._files.get(file_name(name))
            if file is None:
                continue
            pk = uuid.uuid5(self._answer_id, name)
            try:
                keep(pk, file.read())
            except Refused as refused:
                self.wrong[name] = refused.because
                self.data[name] = ""
            else:
                self.data[name] = str(pk)

    def say_what_is_wrong(self, form: forms.Form) -> None:
        """Put the sentences at their fields; each picture that was refused is the first thing to put right."""
        for name, because in self.wrong.items():
            if name in form.fields:
                form.errors.pop(name, None)
                form.add_error(name, because)


def picture_fields(form: forms.Form | None) -> list[str]:
    """The names of a form's picture fields."""
    if form is None:
        return []
    return [name for name, field in form.fields.items() if isinstance(field, PictureField)]
