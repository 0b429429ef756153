"""What a workshop did and said, in plain sentences, for those who were not there. No names, whatever the wall showed.

Each kind may tell its own (`ActivityKind.account`); for all others the sentences are made from their table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.activities import board, queries
from alongside.activities.api import Result, Table, Text, is_number
from alongside.activities.models import Activity, ActivityState
from alongside.activities.registry import kind_for
from alongside.workshops.models import AgendaItem, Session, SessionState

MOST, LONGEST = 12, 200
"""So many things said are told of one activity, and so many letters of each."""


@dataclass(frozen=True)
class Told:
    """One step: its name, and what came of it. `question` and `way` are empty where people only talked."""

    title: str
    question: str
    way: str
    sentences: Sequence[str]


def account_of(session: Session) -> list[Told]:
    """Every step the group did, in order; the words of all activities with one look at them."""
    items = _done(session)
    activities = {
        one.item_id: one
        for one in Activity.objects.filter(session=session).exclude(state=ActivityState.PLANNED).order_by()
    }
    for activity in activities.values():
        activity.session = session
    results = queries.results_without_names(list(activities.values()))
    return [_told(item, activities.get(item.pk), results) for item in items]


def _done(session: Session) -> list[AgendaItem]:
    """The steps that were done; of an ended workshop whose steps nobody timed, such as an imported one, all of them."""
    items = [item for item in session.agenda.all() if not item.skipped_at]
    begun = [item for item in items if item.started_at]
    return items if session.state == SessionState.ENDED and not begun else begun


def _told(item: AgendaItem, activity: Activity | None, results: dict[int, Result]) -> Told:
    if activity is None:
        return Told(item.title, "", "", [])
    kind, setup, result = kind_for(activity.kind), board.given(activity), results[activity.pk]
    told = kind.account(result, setup) if kind.account else sentences_of(kind.table(result, setup))
    return Told(item.title, activity.question, str(kind.name), [str(sentence) for sentence in told])


def sentences_of(table: Table) -> list[str]:
    """A table in sentences: what is counted, then its rows by their first cell, with the first number beside each.

    Where rows begin alike, what was said stands under the cell they begin with, with the last number beside it.
    """
    rows = [row for row in table.rows if str(row[0]).strip()]
    if not rows:
        return [_("Nothing was sent in.")]
    if len({str(row[0]) for row in rows}) < len(rows) and all(map(_words_in, rows)):
        return [str(table.base), *_under_each(rows, table.columns[-1])]
    counted = next((at for at in range(1, len(table.columns)) if all(is_number(row[at]) for row in rows)), 0)
    said = [_thing(row, counted) for row in rows[:MOST]]
    lead = _("%(what)s, with %(number)s:") % {
        "what": table.columns[0],
        "number": _small(table.columns[counted]),
    }
    lead = lead if counted else f"{table.columns[0]}:"
    sentences = [str(table.base), f"{lead} {'; '.join(said)}."]
    more = len(rows) - len(said)
    if more:
        sentences.append(ngettext("And %(n)d more.", "And %(n)d more.", more) % {"n": more})
    return sentences


def _under_each(rows: Sequence[Sequence[Text | int]], number: Text) -> Iterator[str]:
    """“Helped: “Time”; “Tea”.”: the longest words of each row, under its first cell."""
    under: dict[str, list[Sequence[Text | int]]] = {}
    for row in rows:
        under.setdefault(str(row[0]), []).append((_words_in(row), row[-1]))
    for head, things in under.items():
        counts = [is_number(n) for _words, n in things]
        said = "; ".join(_thing(one, int(is_n)) for one, is_n in zip(things[:MOST], counts, strict=False))
        lead = _("%(what)s, with %(number)s:") % {"what": head, "number": _small(number)}
        lead = lead.removesuffix(":") if all(counts) else head
        more = len(things) - MOST
        told = {"head": lead, "said": said, "n": more}
        yield f"{lead}: {said}." if more <= 0 else _("%(head)s: %(said)s; and %(n)d more.") % told


def _words_in(row: Sequence[Text | int]) -> str:
    """The longest cell after the first that is not a number."""
    return max((str(cell).strip() for cell in row[1:] if not is_number(cell)), key=len, default="")


def _thing(row: Sequence[Text | int], counted: int) -> str:
    text = str(row[0]).strip().rstrip(".")
    text = text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
    return f"“{text}” ({row[counted]})" if counted else f"“{text}”"


def _small(text: Text) -> str:
    words = str(text)
    return words[:1].lower() + words[1:]


def as_markdown(session: Session, told: Sequence[Told]) -> str:
    """The account as a Markdown file, to be put into a report or sent by mail."""
    return "\n".join(_lines(session, told))


def _lines(session: Session, told: Sequence[Told]) -> Iterator[str]:
    yield f"# {_('What we did and said')}"
    yield f"\n{session.round.series.name}, {session.round.name}: {session.name}"
    for one in told:
        yield f"\n## {_plain(one.title)}"
        if one.question:
            yield f"\n{_('We asked:')} {_plain(one.question)} ({one.way})"
        for sentence in one.sentences:
            yield f"\n{_plain(sentence)}"
    yield ""


def _plain(text: str) -> str:
    """People's own words must not turn into headings, lists, links or HTML."""
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())
