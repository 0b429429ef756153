"""The attendance of a series: one line a round, and in sentences what each figure counts."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.methods.attendance import Visit, count_came_again, in_hundred
from alongside.reporting.api import Part, Report, Row, Table
from alongside.workshops.models import Attendance, Evaluation, Series
from alongside.workshops.queries import RoundCount, SeriesCount, count_series

FEW = 5


def build(series: Series) -> Table:
    """Count the series and lay it out."""
    count = count_series(series)
    rows = [_row(each, is_first=at == 0) for at, each in enumerate(count.rounds)]
    return Table(
        columns=[
            _("Round"),
            _("People who said yes"),
            _("Visits"),
            _("Visits to each workshop"),
            _("By people who came before"),
            _("Visits for 100 who said yes"),
        ],
        parts=[Part(rows)],
        total=_total(count) if rows else (),
        bases=_bases(series, count),
        nothing_yet=_("No rounds yet. Plan one, and its figures stand here."),
    )


def _row(each: RoundCount, *, is_first: bool) -> Row:
    sessions = ", ".join(str(visits) for visits in each.each)
    before = "–" if is_first else each.back
    share = in_hundred(each.came, each.agreed)
    return Row(
        [_named(each), each.agreed, each.came, sessions or "–", before, "–" if share is None else share],
        href=reverse("workshops:round", args=[each.round_id]),
    )


def _named(each: RoundCount) -> str:
    """Round 1: Ideas; a name that already says so stands alone."""
    plain = _("Round {n}").format(n=each.number)
    return plain if not each.name or each.name == plain else f"{plain}: {each.name}"


def _total(count: SeriesCount) -> list[str | int | float]:
    share = in_hundred(count.visits, count.agreements)
    sessions = ngettext("{n} workshop", "{n} workshops", count.sessions).format(n=count.sessions)
    return [
        _("All rounds"),
        count.agreements,
        count.visits,
        sessions,
        count.back,
        "–" if share is None else share,
    ]


def _bases(series: Series, count: SeriesCount) -> list[str]:
    """What each figure is out of."""
    return [
        ngettext("{n} person registered.", "{n} people registered.", count.registered).format(
            n=count.registered
        ),
        _("{n} times somebody said yes to a round. Who said yes to two rounds is counted twice.").format(
            n=count.agreements
        ),
        _("{visits} visits by {people} people. {again} of them came to more than one round.").format(
            visits=count.visits, people=count.people, again=count_came_again(_visits(series))
        ),
        *_groups(count),
        _("{n} workshops: {online} online, {room} face to face.").format(
            n=count.sessions, online=count.online, room=count.in_room
        ),
        *(
            _("{answered} of {asked} people answered the survey “{name}”.").format(
                answered=each.answered, asked=each.asked, name=each.name
            )
            for each in Evaluation.objects.filter(series=series)
        ),
    ]


def _visits(series: Series) -> list[Visit]:
    rows = Attendance.objects.filter(session__round__series=series)
    return [Visit(*row) for row in rows.values_list("session__round__number", "session_id", "partner_id")]


def _groups(count: SeriesCount) -> list[str]:
    """Visits by group; left out altogether where a group is so small that one could be picked out."""
    if not count.groups or any(each.visits < FEW for each in count.groups):
        return []
    parts = [f"{each.group.name}: {each.visits}" for each in count.groups]
    return [_("Of the {n} visits, by group: {groups}.").format(n=count.visits, groups="; ".join(parts))]


REPORT = Report(
    key="attendance",
    name=gettext_lazy("Who came"),
    title=gettext_lazy("Who came, round by round"),
    build=build,
    position=1,
    widths=("word", "number", "number", "word", "number", "number"),
)
