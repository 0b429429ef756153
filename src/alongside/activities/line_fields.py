"""Fields of a set-up in which several short texts are written, one a line."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class LinesField(forms.CharField):
    """Several short texts, one a line; the cleaned value is the list of them without empty or doubled lines."""

    def __init__(self, *, least: int = 2, most: int = 12, longest: int = 120, **options: Any) -> None:
        options.setdefault("widget", forms.Textarea(attrs={"rows": 5}))
        super().__init__(**options)
        self.least, self.most, self.longest = least, most, longest

    def prepare_value(self, value: Any) -> Any:
        """A list stands in the box one text a line."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> Any:
        """The lines as a list; too few, too many or too long lines are said in a sentence."""
        lines = list(
            dict.fromkeys(
                " ".join(line.split()) for line in super().clean(value).splitlines() if line.strip()
            )
        )
        if len(lines) < self.least:
            raise forms.ValidationError(
                _("Write at least %(least)s, one on each line.") % {"least": self.least}
            )
        if len(lines) > self.most:
            raise forms.ValidationError(_("Write %(most)s at most.") % {"most": self.most})
        long = next((line for line in lines if len(line) > self.longest), None)
        if long:
            raise forms.ValidationError(_("“%(line)s…” is too long for one line.") % {"line": long[:30]})
        return lines


class PartsField(LinesField):
    """Lines of several parts with “ / ” between them, such as “Voice / weak / strong”; `parts_of` takes them apart."""

    def __init__(self, *, parts: Sequence[str | Promise], optional: int = 0, **options: Any) -> None:
        options.setdefault("longest", 400)
        super().__init__(**options)
        self.parts, self.optional = parts, optional

    def clean(self, value: Any) -> Any:
        """The lines, each with the same white space around its bars; a line that lacks a part is said."""
        return [self._whole(line) for line in super().clean(value)]

    def _whole(self, line: str) -> str:
        found = parts_of(line)
        if not len(self.parts) - self.optional <= len(found) <= len(self.parts) or not all(found):
            shape = " / ".join(map(str, self.parts))
            raise forms.ValidationError(
                _("“%(line)s…” should read: %(shape)s.") % {"line": line[:30], "shape": shape}
            )
        return " / ".join(found)


def parts_of(line: str) -> list[str]:
    """The parts of a line as `PartsField` keeps it."""
    return [part.strip() for part in f" {line} ".split(" / ")]
