"""The question in other languages and in easy read: what is typed, and what is kept of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from alongside.activities import actions
from alongside.activities.forms import EasyReadForm, OtherWordsForm
from alongside.activities.models import Activity
from alongside.kit.access import Viewer
from alongside.kit.languages import direction_of, others
from alongside.kit.languages.spoken import name_of


@dataclass
class OtherWordsPage:
    """One activity, with a form for each language besides English and one for easy read."""

    activity: Activity
    data: Any = None

    @cached_property
    def languages(self) -> dict[str, OtherWordsForm]:
        """Language → its form."""
        known = self.activity.in_other_words
        return {code: OtherWordsForm(self.data, prefix=code, initial=known.get(code)) for code in others()}

    @cached_property
    def easy(self) -> EasyReadForm:
        """One idea on each line."""
        return EasyReadForm(self.data, lines=self.activity.easy_read, prefix="easy")

    @cached_property
    def is_right(self) -> bool:
        """Whether all that was typed is good."""
        return not [form for form in (*self.languages.values(), self.easy) if not form.is_valid()]

    def keep(self, *, by: Viewer) -> None:
        """Keep what changed."""
        for code, form in self.languages.items():
            actions.say_in_other_words(activity=self.activity, language=code, by=by, **form.cleaned_data)
        actions.write_easy_read(activity=self.activity, lines=self.easy.lines(), by=by)

    def context(self) -> dict[str, Any]:
        """For the template."""
        session = self.activity.session
        return {
            "activity": self.activity,
            "session": session,
            "series": session.round.series,
            "stage": "plan",
            "easy": self.easy,
            "forms": [*self.languages.values(), self.easy],
            "languages": [
                (code, name_of(code), direction_of(code), form) for code, form in self.languages.items()
            ],
        }
