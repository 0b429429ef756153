"""What the gallery shows: made-up threads, a form with mistakes, groups and pages."""

from typing import Any

from django import forms
from django.core.paginator import Paginator

from alongside.kit.ui.forms import PlainForm
from alongside.kit.ui.icons import ICONS
from alongside.kit.ui.thread import Stop

TOLD = [
    Stop("said", "You said · 12 May", "“New people get too much at once. It puts them off.”",
         who="Blue Teapot, homecare worker", group="workers"),
    Stop("theme", "You were not the only one", "“Not all at once”", "9 people said this, in 3 workshops."),
    Stop("ask", "Together we asked for", "Training in steps, for each stage of the job"),
    Stop("decide", "The team decided · 2 June", "Yes", "New workers can feel swamped. Steps fix that."),
    Stop("change", "What changed", "The training now has 3 steps", "There is one for managers too.", href="#"),
]  # fmt: skip

OPEN = [
    Stop("said", "Said · 12 May", "“Make it colourful.”"),
    Stop("decide", "Decided · 2 June", "Yes. Work has started."),
    Stop("change", "Not changed yet", "The team owes a new draft", "By 30 November"),
    Stop("told", "Not told yet", "Then we tell the 6 people who asked"),
]
OPEN = [*OPEN[:2], *(Stop(s.stop, s.kicker, s.title, s.text, is_done=False) for s in OPEN[2:])]

PASSED_ON = [
    Stop("said", "You said", "“Nothing shows for it.”"),
    Stop(
        "decide", "The team decided", "We can’t do this one", "Only an awarding body can give certificates."
    ),
    Stop("change", "But we passed it on", "It is in our policy paper", is_fork=True),
]

ROW = [
    Stop("said", "2 workshops", "6 people"),
    Stop("theme", "", "“Make it count”"),
    Stop("ask", "12 May", "Asked"),
    Stop("decide", "2 June", "Yes"),
    Stop("change", "", "Changed", is_done=False),
    Stop("told", "", "Told", is_done=False),
]

GROUPS = [
    ("workers", "Homecare workers"),
    ("managers", "Managers"),
    ("carers", "Family carers"),
    ("patients", "People who get care"),
    ("team", "Team"),
]
PAPERS = ["said", "theme", "ask", "decide", "change"]


class SampleForm(PlainForm, forms.Form):
    """A form with one field of each kind."""

    name = forms.CharField(label="What shall we call you?", help_text="A nickname is fine.", max_length=12)
    email = forms.EmailField(label="Your e-mail address")
    words = forms.CharField(label="In your words", widget=forms.Textarea(attrs={"rows": 3}))
    how = forms.ChoiceField(
        label="How did it go?", widget=forms.RadioSelect, choices=[("good", "Good"), ("bad", "Not good")]
    )
    ways = forms.MultipleChoiceField(
        label="How may we reach you?",
        help_text="Pick as many as you like.",
        widget=forms.CheckboxSelectMultiple,
        choices=[("text", "Text message"), ("call", "Phone call"), ("post", "Letter")],
    )
    round = forms.ChoiceField(label="Which round?", choices=[("1", "Round 1"), ("2", "Round 2")])
    agreed = forms.BooleanField(label="I read it back and they said yes")


def parts() -> dict[str, Any]:
    """All that ui/gallery.html needs."""
    mistaken = SampleForm(
        {"no-name": "A name that is far too long", "no-email": "blue teapot", "no-words": "Kept."},
        prefix="no",
    )
    return {
        "told": TOLD,
        "open": OPEN,
        "passed_on": PASSED_ON,
        "row": ROW,
        "groups": GROUPS,
        "papers": PAPERS,
        "icons": sorted(ICONS),
        "empty_form": SampleForm(prefix="yes"),
        "mistaken_form": mistaken,
        "some_page": Paginator(range(60), 20).page(2),
        "stage": "plan",
    }
