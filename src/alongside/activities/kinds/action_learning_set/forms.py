"""An issue, an open question, an action with its day, and the look back next time."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.activities.api import Answer, AnswerForm, Result, SetupForm
from alongside.activities.kinds.action_learning_set.tally import WALL

SET = "set"
ENDS = ("?", "？", "؟", "՞", ";")
"""Marks that end a question, in several scripts."""
TELLS = re.compile(
    r"^\s*(you (should|could|must|need to|ought to)\b|why don.t you\b|have you (tried|thought of|considered)\b|"
    r"what if you\b|how about\b|i would\b|i.d\b|if i were you\b|can.t you just\b|wouldn.t it be better\b)",
    re.IGNORECASE,
)
"""Advice that is dressed as a question, in English."""
KEY = re.compile(r"[0-9a-zA-Z-]{1,40}")
HOW = (("done", _("Done")), ("part", _("In part")), ("not", _("Not yet")))


class ActionLearningSetup(SetupForm):
    """What the set agreed about what is said in it."""

    promise = forms.CharField(
        label=_("What did the set agree about what is said here?"),
        max_length=160,
        initial=_("What is told here stays here. Questions and actions are written up."),
        help_text=_("It stands above every box."),
    )


class Issue(AnswerForm):
    """Something somebody is stuck on. Its short name is for all; the rest only if they say so."""

    title = forms.CharField(
        label=_("A short name for it"),
        max_length=60,
        help_text=_("It goes on the list of turns. Choose one that gives nothing away."),
        error_messages={"required": _("Give it a short name, or skip this.")},
    )
    issue = forms.CharField(
        label=_("What are you stuck on?"),
        required=False,
        max_length=800,
        help_text=_("You can also only tell it. Please leave out names."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    share = forms.ChoiceField(
        label=_("May it go on the wall?"),
        choices=[(SET, _("No. Only its short name does")), (WALL, _("Yes, all of it"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say if it may go on the wall.")},
    )


class _OfTurn(AnswerForm):
    """Something about one turn, which is a line of the list."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        turn = forms.ChoiceField(
            label=_("Whose turn is it?"),
            choices=[(item["key"], item["text"]) for item in self.listed],
            widget=forms.RadioSelect,
            error_messages={
                "required": _("Say whose turn it is."),
                "invalid_choice": _("This list has changed. Please choose again."),
            },
        )
        self.fields = {"turn": turn, **self.fields}


class Question(_OfTurn):
    """An open question. Advice is sent back."""

    question = forms.CharField(
        label=_("Your open question"),
        max_length=200,
        help_text=_(
            "Ask, do not tell. Begin with what, how, who, when or where. No advice, not even a little."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write your question first, or skip this.")},
    )

    def clean_question(self) -> str:
        """It ends as a question, and is none that tells people what to do."""
        question: str = self.cleaned_data["question"].strip()
        if TELLS.match(question):
            raise forms.ValidationError(
                _(
                    "This sounds like advice. Ask, do not tell: for example, “What have you thought of so far?”."
                )
            )
        if not question.endswith(ENDS):
            raise forms.ValidationError(_("This is not a question yet. End it with a question mark."))
        return question


class Action(_OfTurn):
    """What the person whose turn it is will do, and by when."""

    insight = forms.CharField(
        label=_("What became clear to you?"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    action = forms.CharField(
        label=_("What will you do?"),
        max_length=200,
        help_text=_("One small thing that is in your own hands."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write one thing you will do, or skip this.")},
    )
    due = forms.DateField(
        label=_("By which day?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Say by which day.")},
    )
    review = forms.ChoiceField(
        label=_("When do we look at it together?"),
        choices=[("next", _("Next time")), ("later", _("Later: you say when"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say when we look at it together.")},
    )

    def clean_due(self) -> str:
        """The day as 2026-12-15."""
        due: date = self.cleaned_data["due"]
        return due.isoformat()


class _ActionField(forms.ChoiceField):
    """One of the actions that were written down. Which there are is known only where the form is shown."""

    def valid_value(self, value: Any) -> bool:
        """Any key that could be one; the tally passes over those it does not know."""
        return bool(KEY.fullmatch(str(value)))


class LookBack(_OfTurn):
    """Next time: how it went, and what was learned."""

    done = _ActionField(label=_("Which action?"), required=False, widget=forms.RadioSelect)

    how = forms.ChoiceField(
        label=_("Did you do it?"),
        choices=HOW,
        widget=forms.RadioSelect,
        help_text=_("Any answer is fine. We learn from all three."),
        error_messages={"required": _("Say how it went.")},
    )
    learned = forms.CharField(
        label=_("What did you learn?"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def tell(self, so_far: Result, own: Mapping[int, Sequence[Answer]]) -> None:
        """The actions can be chosen, by their turns."""
        super().tell(so_far, own)
        actions = [(one["key"], f"{one['turn']}: {one['text']}") for one in so_far.get("actions", ())]
        self.fields["done"].choices = actions  # type: ignore[attr-defined]
