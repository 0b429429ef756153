"""Bugs that people really make about who sees what, each planted for a moment: a filter dropped, a check forgotten.

`PLANTS` maps a sentence to a function that plants the bug with pytest's monkeypatch. Where two checks stand behind
each other (the mark of a view and the rule of the thing), dropping one lets nobody see anything, so there is nothing
to find: roles asked for at the door; who reads words, plans, partners and seats by the tables of roles.
"""

from alongside.activities import queries as activities
from alongside.activities.models import Contribution
from alongside.activities.queries import words
from alongside.kit.access import viewer
from alongside.recommendations import queries as recommendations
from alongside.recommendations import rules as recommendation_rules
from alongside.recommendations.queries import asks
from alongside.resources import queries as resources
from alongside.workshops import queries as workshops
from alongside.workshops.models import Series
from alongside.workshops.queries import finding


def _any_role_anywhere(patch):
    """A role held in one project counts in every project."""
    patch.setattr(
        viewer.Viewer,
        "has_role",
        lambda self, _project, *roles: any(held & set(roles or held) for held in self.roles.values()),
    )


def _no_check(module):
    """A capability fetches by number and forgets to ask who is looking."""
    return lambda patch: patch.setattr(module, "see_or_404", lambda _viewer, thing: thing)


def _everybodys_words(patch):
    """“My words” gives the words of the whole room: the mark is not asked for."""

    def own(secret):
        held = [one.session_id for one in workshops.held_seats(secret)]
        rows = Contribution.objects.filter(activity__session__round__sessions__in=held)
        return activities.said(rows.select_related("activity__session__group"))

    patch.setattr(activities, "own_words", own)


def _words_by_number(patch):
    """A phone takes back words by their number, without showing that they are its own."""
    patch.setattr(
        activities, "get_own", lambda pk, _secret: Contribution.objects.select_related("activity").get(pk=pk)
    )


def _story_by_number(patch):
    """What became of somebody's words is shown to any phone that knows their number."""

    def stories_of(pk, _secret):
        row = Contribution.objects.select_related("activity__session__group").get(pk=pk)
        return [recommendations.Story(activities.said([row])[0])]

    patch.setattr(recommendations, "stories_of", stories_of)


def _all_series(patch):
    """The list of series leaves out whose projects they are."""
    patch.setattr(finding, "_OF_PROJECTS", lambda _projects: list(Series.objects.select_related("project")))


PLANTS = {
    "a role in one project counts in all": _any_role_anywhere,
    "recommendations show their words to every role": lambda patch: patch.setattr(
        recommendation_rules, "READERS", (*recommendation_rules.READERS, "payments", "auditor")
    ),
    "series, sessions, seats and packs are fetched by number": _no_check(finding),
    "activities and words are fetched by number": _no_check(words),
    "recommendations are fetched by number": _no_check(asks),
    "versions are fetched by number": _no_check(resources),
    "my words are the words of the room": _everybodys_words,
    "words are taken back by number": _words_by_number,
    "a story is told by number": _story_by_number,
    "the list of series is everybody's": _all_series,
}
