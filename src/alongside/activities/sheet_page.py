"""Sheets of paper: one activity or all of a workshop, in large print, in easy read, in another language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _

from alongside.activities import board, console_page, queries
from alongside.activities.api import ActivityKind, Setup, Stage
from alongside.activities.models import Activity
from alongside.activities.registry import kind_for
from alongside.kit.languages import is_offered, offered
from alongside.workshops.models import Session


@dataclass(frozen=True)
class Sheet:
    """One activity as it is printed: the stage it is at, or its first before it begins."""

    activity: Activity
    kind: ActivityKind
    at_stage: Stage
    setup: Setup
    form: forms.Form | None
    asked: queries.Asked
    paper_template: str


@dataclass(frozen=True)
class Choice:
    """One way to print, as a link that switches it on or off."""

    label: str
    href: str
    is_on: bool
    language: str = ""


@dataclass(frozen=True)
class Print:
    """How somebody wants it printed, from the address of the page."""

    is_large: bool = False
    is_easy: bool = False
    language: str = "en-gb"

    @classmethod
    def wanted(cls, query: Mapping[str, str]) -> "Print":
        """Unknown words are left aside."""
        asked = query.get("in", "")
        return cls(
            query.get("size") == "large",
            query.get("read") == "easy",
            asked if is_offered(asked) else "en-gb",
        )

    def choices(self) -> list[Choice]:
        """The links of the page: what is on can be switched off."""
        ways = [
            Choice(_("Large print"), self._with(is_large=not self.is_large), self.is_large),
            Choice(_("Easy read"), self._with(is_easy=not self.is_easy), self.is_easy),
        ]
        tongues = [
            Choice(one.name, self._with(language=one.code), self.language == one.code, one.code)
            for one in offered()
        ]
        return [*ways, *tongues]

    def _with(self, **changed: Any) -> str:
        other = replace(self, **changed)
        words = {"size": "large" if other.is_large else "", "read": "easy" if other.is_easy else ""}
        words["in"] = "" if other.language == "en-gb" else other.language
        return "?" + urlencode({name: word for name, word in words.items() if word})


def context(session: Session, activities: Iterable[Activity], wanted: Print) -> dict[str, Any]:
    """For the template; the page is made in the language that is wanted."""
    sheets = [_sheet(one, wanted.language) for one in activities if kind_for(one.kind)]
    return {
        "session": session,
        "project": session.round.series.project,
        "code": console_page.shown_code(session),
        "of": session.agenda.count(),
        "sheets": sheets,
        "styles": _styles(sheets),
        "is_large": wanted.is_large,
        "is_easy": wanted.is_easy,
        "choices": wanted.choices(),
    }


def _sheet(activity: Activity, language: str) -> Sheet:
    return Sheet(
        activity,
        kind_for(activity.kind),
        board.stage_of(activity),
        board.given(activity),
        board.form_of(activity, activity.stage),
        queries.asked_in(activity, language),
        f"activities/{activity.kind}/paper.html",
    )


def _styles(sheets: Sequence[Sheet]) -> list[str]:
    """The style sheets of all kinds on the page, each once."""
    return list(dict.fromkeys(style for sheet in sheets for style in sheet.kind.styles))
