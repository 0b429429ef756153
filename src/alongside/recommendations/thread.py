"""The one builder of the thread: whatever page shows it, from either end, its stops are made here.

`said → theme → ask → decide → change → told`. What has not happened is a stop too (`is_done=False`): it says what is
owed, by whom, and since when.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from alongside.activities.queries import Said
from alongside.kit.ui.thread import Stop
from alongside.people.models import Group
from alongside.recommendations.models import Decision, Impact, KeyPoint, Outcome, Response
from alongside.recommendations.queries import Ask, Followed, Story
from alongside.recommendations.rules import State
from alongside.recommendations.saying import day, guarded, in_workshops, others, voices

SHORT = {
    Outcome.ADOPTED: _lazy("Yes"),
    Outcome.ADAPTED: _lazy("Yes, in another way"),
    Outcome.PARTLY: _lazy("In part"),
    Outcome.PASSED_ON: _lazy("Beyond us"),
    Outcome.DECLINED: _lazy("No"),
}


@dataclass(frozen=True)
class Thread:
    """One thread with the words it is known by."""

    title: str
    stops: list[Stop]
    href: str = ""


# ---- For the team ----


def of_words(followed: Followed) -> list[Thread]:
    """Forward from one contribution: a thread for each recommendation; one with an open end when there is none."""
    start = [said_stop(followed.said), *_noted(followed.said)]
    if not followed.asks:
        point = followed.points[0] if followed.points else None
        return [
            Thread(_("Nothing has come of these words yet"), [*start, *_nothing_yet(followed.said, point)])
        ]
    return [_thread(ask, [*start, *_theme(ask, followed.points), *_from_ask(ask)]) for ask in followed.asks]


def of_recommendation(ask: Ask, *, opens_words: bool = True) -> Thread:
    """Both ways from a recommendation: who said it, up to who was told. Key points lead on for those who read words."""
    theme = [point if opens_words else replace(point, href="") for point in _theme(ask)]
    return _thread(ask, [*_said_together(ask), *theme, *_from_ask(ask)])


def of_version(asks: Sequence[Ask], version_id: int, *, opens_words: bool = True) -> list[Thread]:
    """Back from a version: for each change that points at it, the thread that led there."""
    return [of_recommendation(_up_to(ask, version_id), opens_words=opens_words) for ask in asks]


def row_of(ask: Ask) -> list[Stop]:
    """How far a recommendation has come, in one line: few words for each stop."""
    return [*_row_said(ask), _row_asked(ask), *_row_answer(ask), *_row_change(ask), _row_told(ask)]


def _thread(ask: Ask, stops: list[Stop]) -> Thread:
    asked = ask.recommendation
    return Thread(asked.title, stops, reverse("recommendations:detail", args=[asked.pk]))


def said_stop(one: Said, *, own: bool = False) -> Stop:
    """Somebody's words. A name stands there only where the activity showed names."""
    row = one.contribution
    when = day(row.created_at)
    kicker = _("You said · {day}").format(day=when) if own else _said_by_team(one, when)
    title = f"“{one.text}”" if one.text else _("These words were taken back by their author")
    group = _group_of(one)
    who = " ".join(
        part for part in (row.shown_as, f"({group.one})" if group and row.shown_as else "") if part
    )
    return Stop(
        "said",
        kicker,
        title,
        _also_in(one),
        who=who or ("" if own else group.name if group else ""),
        group=group.shape if group else "",
    )


def _also_in(one: Said) -> str:
    """The words in other languages, each with who put them into it; the original always stands above."""
    sentence = _("“{words}” ({language}, translated by {who})")
    return " ".join(
        sentence.format(words=other.text, language=other.name, who=other.who) for other in one.translations
    )


def _noted(one: Said) -> list[Stop]:
    """What the team wrote beside these words on the list, such as its answer to a comment."""
    return [
        Stop("decide", _("The team wrote"), " · ".join(f"{label}: {text}" for label, text in noted.notes))
        for noted in one.noted
    ]


def _said_by_team(one: Said, when: str) -> str:
    session = one.contribution.activity.session
    return _("Said · {day} · {session}").format(day=when, session=session.name)


def _group_of(one: Said) -> Group | None:
    """The group of the session when it meets apart; of the seat only where names show. Nobody else is known."""
    row = one.contribution
    if row.seat_id and row.seat is not None and row.seat.group_id:
        return row.seat.group
    return row.activity.session.group


def _said_together(ask: Ask) -> list[Stop]:
    if not ask.voices:
        return []
    kicker = _("Partners said · {workshops}").format(workshops=in_workshops(ask.workshops))
    if not ask.words:
        return [Stop("said", kicker, guarded(ask.voices, ask.workshops))]
    standing = [one for one in ask.words if one.text]
    first = f"“{standing[0].text}”" if standing else voices(ask.voices, ask.workshops)
    return [Stop("said", kicker, first, _and_more(len(standing) - 1, ask.taken_back))]


def _and_more(more: int, taken_back: int) -> str:
    words = [ngettext("and {n} more", "and {n} more", more).format(n=more)] if more > 0 else []
    if taken_back:
        back = ngettext("{n} was taken back since", "{n} were taken back since", taken_back)
        words.append(back.format(n=taken_back))
    return ", ".join(words)


def _theme(ask: Ask, only: Sequence[KeyPoint] = ()) -> list[Stop]:
    wanted = {point.pk for point in only}
    points = [point for point in ask.key_points if not wanted or point.pk in wanted] or ask.key_points
    return [_point_stop(point) for point in points]


def _point_stop(point: KeyPoint) -> Stop:
    kicker = _("Key point, read back") if point.read_back_at else _("Key point")
    href = reverse("recommendations:key_points", args=[point.session_id])
    return Stop("theme", f"{kicker} · {day(point.made_at)}", point.text, href=href)


def _nothing_yet(one: Said, point: KeyPoint | None) -> list[Stop]:
    asked = Stop("ask", _("Not asked for yet"), _("Nobody has made this a recommendation yet"), is_done=False)
    if point is not None:
        return [_point_stop(point), asked]
    since = _("Said on {day}.").format(day=day(one.contribution.created_at))
    return [Stop("theme", _("Nothing yet"), _("The team owes these words a look"), since, is_done=False)]


def _from_ask(ask: Ask) -> list[Stop]:
    """From the recommendation to the end, with what is owed where it stops."""
    return [
        _asked(ask),
        *(_decided(each) for each in ask.decisions),
        *_answered(ask),
        *_told(ask),
    ]


def _asked(ask: Ask) -> Stop:
    asked = ask.recommendation
    href = reverse("recommendations:detail", args=[asked.pk])
    return Stop("ask", _("Asked · {day}").format(day=day(asked.made_on)), asked.title, asked.text, href=href)


def _decided(decision: Decision) -> Stop:
    kicker = _("Decision: {how} · {day}").format(how=decision.get_how_display(), day=day(decision.decided_on))
    apart = _("Seen differently: {words}").format(words=decision.dissent) if decision.dissent else ""
    return Stop("decide", kicker, decision.text, apart, who=decision.who)


def _answered(ask: Ask) -> list[Stop]:
    if ask.answer is None:
        since = _("Asked on {day}.").format(day=day(ask.recommendation.made_on))
        return [Stop("decide", _("No answer yet"), _("The team owes an answer"), since, is_done=False)]
    return [answer_stop(ask.answer), *became_stops(ask.answer, ask.impacts)]


def answer_stop(answer: Response) -> Stop:
    """What the team answered, and why."""
    kicker = _("The team decided · {day}").format(day=day(answer.made_at))
    return Stop("decide", kicker, answer.get_outcome_display(), answer.reason)


def became_stops(answer: Response, impacts: Sequence[Impact]) -> list[Stop]:
    """What followed from an answer: where it was passed on to, what changed, or that the change is still owed."""
    if answer.outcome == Outcome.DECLINED:
        return []
    if answer.outcome == Outcome.PASSED_ON:
        return _passed_on(answer, impacts)
    return [change_stop(each) for each in impacts] or [_owed_change(answer)]


def _passed_on(answer: Response, impacts: Sequence[Impact]) -> list[Stop]:
    """The arrow that leaves the line, with what became of it there as far as it is known."""
    to, kicker = _("To: {whom}").format(whom=answer.passed_to), _("But we passed it on")
    if not impacts:
        return [Stop("change", kicker, to, is_fork=True)]
    return [Stop("change", kicker, to, each.text, href=_version_page(each), is_fork=True) for each in impacts]


def _version_page(impact: Impact) -> str:
    return reverse("resources:version", args=[impact.version_id]) if impact.version_id else ""


def _owed_change(answer: Response) -> Stop:
    if answer.promised_by:
        until = _("Promised by {day}.").format(day=day(answer.promised_by))
    else:
        until = _("Agreed on {day}.").format(day=day(answer.made_at))
    return Stop("change", _("Not changed yet"), _("The team owes the change"), until, is_done=False)


def change_stop(impact: Impact) -> Stop:
    """What changed and in which version of what; nothing changed is said as plainly."""
    kicker = _("What changed · {day}") if impact.is_change else _("Nothing changed · {day}")
    version, href = impact.version, _version_page(impact)
    where = ", ".join(part for part in (str(version) if version else "", impact.place) if part)
    return Stop("change", kicker.format(day=day(impact.made_on)), impact.text, where, href=href)


def _told(ask: Ask) -> list[Stop]:
    if ask.answer is None:
        return []
    if ask.is_told:
        return [
            Stop(
                "told", _("Told · {day}").format(day=day(ask.told_now[-1].told_at)), _heard(ask), _meant(ask)
            )
        ]
    n = len(ask.waiting)
    if not n:
        return [
            Stop("told", _("Not told yet"), _("The team owes the news to the room that asked"), is_done=False)
        ]
    title = ngettext("The team owes {n} person the news", "The team owes {n} people the news", n).format(n=n)
    return [Stop("told", _("Not told yet"), title, _since(ask), is_done=False)]


def _since(ask: Ask) -> str:
    when = ask.change.made_on if ask.change else ask.answer.made_at if ask.answer else None
    return _("Since {day}.").format(day=day(when)) if when else ""


def _heard(ask: Ask) -> str:
    rooms = [each.room for each in ask.told_now if each.contribution_id is None]
    people = len(ask.told_now) - len(rooms)
    told = (
        [ngettext("{n} person was told", "{n} people were told", people).format(n=people)] if people else []
    )
    return "; ".join([*told, *(_("Read out: {room}").format(room=room) for room in rooms)])


def _meant(ask: Ask) -> str:
    yes = sum(each.meant == "yes" for each in ask.told_now)
    said = (
        [ngettext("{n} said “yes, I meant this”", "{n} said “yes, I meant this”", yes).format(n=yes)]
        if yes
        else []
    )
    n = len(ask.not_quite)
    return "; ".join(
        [*said, *([ngettext("{n} said “not quite”", "{n} said “not quite”", n).format(n=n)] if n else [])]
    )


def _up_to(ask: Ask, version_id: int) -> Ask:
    """The same recommendation with only the changes that point at one version."""
    here = Ask(ask.recommendation, ask.rows, ask.words)
    here.__dict__["impacts"] = [each for each in ask.impacts if each.version_id == version_id]
    return here


# ---- In one line ----


def _row_said(ask: Ask) -> list[Stop]:
    if not ask.voices:
        return []
    said = ngettext("{n} voice", "{n} voices", ask.voices).format(n=ask.voices) if ask.words else _("Voices")
    stops = [Stop("said", in_workshops(ask.workshops), said)]
    n = len(ask.key_points)
    return [
        *stops,
        *([Stop("theme", "", ngettext("{n} key point", "{n} key points", n).format(n=n))] if n else []),
    ]


def _row_asked(ask: Ask) -> Stop:
    return Stop("ask", day(ask.recommendation.made_on), _("Asked"))


def _row_answer(ask: Ask) -> list[Stop]:
    if ask.answer is None:
        decided = [Stop("decide", day(ask.decisions[-1].decided_on), _("Decided"))] if ask.decisions else []
        return decided or [Stop("decide", "", _("No answer yet"), is_done=False)]
    return [Stop("decide", day(ask.answer.made_at), SHORT[Outcome(ask.answer.outcome)])]


def _row_change(ask: Ask) -> list[Stop]:
    if ask.state == State.PASSED_ON and ask.answer is not None:
        return [Stop("change", ask.answer.passed_to, _("Passed on"), is_fork=True)]
    if ask.state == State.DECLINED:
        return []
    if ask.change is None:
        return [Stop("change", "", _("Not changed yet"), is_done=False)]
    where = str(ask.change.version.resource) if ask.change.version else day(ask.change.made_on)
    return [Stop("change", where, _("Changed") if ask.change.is_change else _("Nothing changed"))]


def _row_told(ask: Ask) -> Stop:
    if ask.is_told:
        return Stop("told", day(ask.told_now[-1].told_at), _("Told"))
    return Stop("told", "", _("Not told yet"), is_done=False)


# ---- For the author ----


def preview(ask: Ask, answer: Response | None = None) -> list[Stop]:
    """What its authors will see: as it stands, or with an answer that is still being written."""
    said = next((said_stop(one, own=True) for one in ask.words if one.text), None)
    stops = [said or Stop("said", _("You said"), _("Their own words stand here"))]
    given = answer or ask.answer
    if given is None:
        return [*stops, _own_ask(ask)]
    return [*stops, answer_stop(given), *became_stops(given, ask.impacts)]


def of_story(story: Story) -> list[Stop]:
    """One's own words to what changed: only what was told, and others only as numbers."""
    start = [said_stop(story.said, own=True)]
    if story.ask is None:
        return [*start, *_own_nothing(story)]
    stops = [*start, *_own_theme(story, story.ask), _own_ask(story.ask), *_own_answer(story)]
    return [replace(stop, href="") for stop in stops]


def _own_nothing(story: Story) -> list[Stop]:
    if story.point is not None:
        point = Stop(
            "theme", _("Written down together · {day}").format(day=day(story.point.made_at)), story.point.text
        )
        rest = Stop(
            "ask", _("Not yet"), _("Nothing has come of it yet"), _("We will tell you here."), is_done=False
        )
        return [point, rest]
    sentence = _("Nothing has come of them yet. We will tell you here.")
    return [Stop("theme", _("Not yet"), _("We have your words"), sentence, is_done=False)]


def _own_theme(story: Story, ask: Ask) -> list[Stop]:
    said_too = others(ask.voices - 1, ask.workshops)
    if story.point is not None:
        kicker = _("You were not the only one") if said_too else _("Written down together")
        return [Stop("theme", kicker, f"“{story.point.text}”", said_too)]
    return [Stop("theme", _("You were not the only one"), said_too)] if said_too else []


def _own_ask(ask: Ask) -> Stop:
    asked = ask.recommendation
    text = asked.text if asked.text.strip().rstrip(".") != asked.title.strip().rstrip(".") else ""
    return Stop("ask", _("Together we asked for"), asked.title, text)


def _own_answer(story: Story) -> list[Stop]:
    heard = story.heard
    if heard.answer is None:
        return [Stop("decide", _("Not yet"), _("The team owes an answer"), _own_since(story), is_done=False)]
    return [answer_stop(heard.answer), *became_stops(heard.answer, heard.impacts)]


def _own_since(story: Story) -> str:
    asked = story.ask.recommendation if story.ask else None
    since = _("Asked on {day}.").format(day=day(asked.made_on)) if asked else ""
    return f"{since} {_('We will tell you here.')}".strip()
