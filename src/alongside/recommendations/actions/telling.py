"""Telling back: everybody whose words stand behind an answer or a change hears of it, each by their own way.

Whoever showed a name and wishes for e-mail gets a letter. For everybody else it waits on the page that their own
link opens: nobody, not even the team, can tell whose anonymous words they are, so nobody can be written to.
"""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.activities.models import Contribution
from alongside.activities.queries import said
from alongside.kit.access import NOBODY, Viewer
from alongside.kit.audit import record
from alongside.kit.errors import Refused
from alongside.kit.mail import send_later
from alongside.kit.words import erase
from alongside.people.queries import Contact
from alongside.projects.models import Partner
from alongside.projects.queries import contacts_of
from alongside.recommendations import letter, queries, rules
from alongside.recommendations.models import Meant, Recommendation, Telling


@transaction.atomic
def tell(*, recommendation: Recommendation, by: Viewer, base: str = "") -> list[Telling]:
    """Tell everybody behind it who has not heard what counts now; the same news never twice.

    `base` is the address of this site, for the links in letters, such as "https://together.example.org".
    """
    Recommendation.objects.select_for_update(of=("self",)).get(pk=recommendation.pk)
    ask = queries.get_ask(recommendation.pk, by)
    rules.may_tell(ask.recommendation, by, waiting=len(ask.waiting)).require()
    plan = queries.tell_plan(ask)
    contacts = _contacts(ask, plan.by_mail, by)
    mailed = [row for row in plan.by_mail if _address(contacts, row)]
    written = {row.pk for row in mailed}
    tellings = [_telling(ask, row, by, "email" if row.pk in written else "page") for row in ask.waiting]
    made = {telling.contribution_id: telling for telling in Telling.objects.bulk_create(tellings)}
    for row in mailed:
        _write(ask, row, made[row.pk], contacts, base)
    counts = {"by_mail": len(mailed), "on_page": len(tellings) - len(mailed), "news": ask.news}
    refs = {"words": sorted(str(row.pk) for row in ask.waiting)}
    record("partners told", recommendation, by=by, content=counts, refs=refs)
    return list(made.values())


def _telling(ask: queries.Ask, row: Contribution, by: Viewer, route: str) -> Telling:
    return Telling(
        recommendation=ask.recommendation,
        contribution=row,
        news=ask.news,
        route=route,
        told_at=timezone.now(),
        told_by_id=by.account_id,
    )


def _contacts(ask: queries.Ask, rows: Iterable[Contribution], by: Viewer) -> Mapping[int, Contact]:
    """Contact details of those who get a letter, opened for this and written down."""
    partners: list[Partner] = [row.seat.partner for row in rows if row.seat and row.seat.partner]
    if not partners:
        return {}
    record("contacts opened to tell", ask.recommendation, by=by, content={"people": len(partners)})
    return contacts_of(ask.recommendation.round.series.project_id, partners)


def _address(contacts: Mapping[int, Contact], row: Contribution) -> str:
    partner_id = row.seat.partner_id if row.seat else None
    contact = contacts.get(partner_id) if partner_id else None
    return (contact.email or "") if contact else ""


def _write(
    ask: queries.Ask, row: Contribution, telling: Telling, contacts: Mapping[int, Contact], base: str
) -> None:
    """One letter for one person and one piece of news."""
    story = queries.Story(said([row])[0], _with(ask, telling))
    link = base + reverse("recommendations:told", args=[queries.letter_token(telling)])
    send_later(
        to=_address(contacts, row),
        subject=letter.subject(story),
        text=letter.text(story, link),
        key=f"told:{ask.recommendation.pk}:{ask.news}:partner:{row.seat.partner_id if row.seat else 0}",
        language=row.language,
    )


def _with(ask: queries.Ask, telling: Telling) -> queries.Ask:
    told = queries.Ask(ask.recommendation, ask.rows, ask.words)
    told.__dict__["tellings"] = [*ask.tellings, telling]
    return told


@transaction.atomic
def tell_room(*, recommendation: Recommendation, room: str, by: Viewer) -> Telling:
    """Write down that what became of it was read out: in which room, and when."""
    rules.may(rules.Verb.TELL, recommendation, by).require()
    if not room.strip():
        raise Refused(_("Say in which workshop it was read out."))
    told = Telling.objects.create(
        recommendation=recommendation,
        news=rules.news_of(recommendation),
        route="in_person",
        room=room.strip(),
        told_at=timezone.now(),
        told_by_id=by.account_id,
    )
    record("room told", recommendation, by=by, content={"room": told.room, "news": told.news})
    return told


def see_tellings(*, story: queries.Story, by: Viewer) -> int:
    """The author opened the page: note the day, and nothing about who or which phone."""
    mine = [each.pk for each in story.tellings if each.contribution_id and each.seen_on is None]
    if not mine:
        return 0
    with transaction.atomic():
        return Telling.objects.filter(pk__in=mine).update(seen_on=timezone.localdate())


@transaction.atomic
def say_meant(*, story: queries.Story, meant: str, by: Viewer, words: str = "") -> Telling:
    """The author says whether this is what they meant, and what they meant instead. It goes on the thread."""
    told = story.telling
    if told is None:
        raise Refused(_("You have not been told about this yet."))
    if meant == Meant.NOT_QUITE and not words.strip():
        raise Refused(_("Tell us what you meant. A few words are enough."))
    kept = Telling.objects.select_for_update().get(pk=told.pk)
    before, kept.meant = kept.meant_words, meant
    kept.meant_words = words.strip() or None if meant == Meant.NOT_QUITE else None
    kept.seen_on = kept.seen_on or timezone.localdate()
    kept.save(update_fields=["meant", "meant_words", "seen_on"])
    is_named = story.said.contribution.seat_id is not None
    record("author answered", kept, by=by if is_named else NOBODY, content={"meant": meant})
    erase(before)
    return kept
