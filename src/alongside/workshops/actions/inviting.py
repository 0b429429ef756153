"""From “I am interested” to “yes”: registering, inviting by the wished-for way, answering."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.kit.access import NOBODY, Viewer
from alongside.kit.audit import record
from alongside.kit.mail import send_later
from alongside.people.actions import make_person
from alongside.people.models import Group, Route
from alongside.people.queries import Contact
from alongside.projects.actions import make_partner
from alongside.projects.models import Partner
from alongside.projects.queries import contacts_of
from alongside.workshops import rules
from alongside.workshops.models import Agreement, Answer, Invitation, Registration, Round, Series, Session
from alongside.workshops.seats import hash_of, new_secret


@dataclass(frozen=True, slots=True)
class Asked:
    """One invitation just made. `path` holds the secret link; it is shown or printed once and not kept."""

    partner: Partner
    path: str
    is_mailed: bool


@transaction.atomic
def make_register_link(*, series: Series, by: Viewer) -> None:
    """Open a page where people can say that they are interested."""
    rules.may_plan(series.project_id, by).require()
    series.register_token = series.register_token or new_secret()
    series.save(update_fields=["register_token"])
    record("register link made", series, by=by)


@transaction.atomic
def register(
    *,
    series: Series,
    group: Group,
    by: Viewer = NOBODY,
    name: str = "",
    email: str = "",
    phone: str = "",
    needs: str = "",
    reached_by: str = Route.NONE,
    channel: str = "",
    region: str = "",
) -> Registration:
    """Write down that somebody is interested: a person, known to the project by a code alone."""
    person = make_person(by=by, name=name, email=email, phone=phone, needs=needs, reached_by=reached_by)
    partner = make_partner(project=series.project, person=person, group=group, region=region, by=by)
    registration = Registration.objects.create(
        series=series, partner=partner, channel=channel.strip(), registered_on=timezone.localdate()
    )
    record("registered", registration, by=by, refs={"series": series.pk, "partner": partner.pk})
    return registration


@transaction.atomic
def invite(*, session: Session, partners: Sequence[Partner], by: Viewer, base: str = "") -> list[Asked]:
    """Ask partners to a session. Who wishes e-mail is written to; for the others the links come back to be passed on.

    Inviting somebody again makes a new link; the one before stops working. Answers given stay.
    """
    rules.may_invite(session, partners, by).require()
    contacts = contacts_of(session.round.series.project_id, list(partners))
    asked = [_ask(session, partner, contacts.get(partner.pk), base) for partner in partners]
    mailed = sum(each.is_mailed for each in asked)
    record("invited", session, by=by, content={"partners": [each.pk for each in partners], "mailed": mailed})
    return asked


def _ask(session: Session, partner: Partner, contact: Contact | None, base: str) -> Asked:
    token = new_secret()
    route = contact.reached_by if contact else Route.NONE
    invitation, _is_new = Invitation.objects.update_or_create(
        session=session,
        partner=partner,
        defaults={"token_hash": hash_of(token), "route": route, "sent_at": timezone.now()},
    )
    path = reverse("workshops:invitation", args=[token])
    is_mailed = bool(contact and contact.email and route == Route.EMAIL)
    if contact and contact.email and is_mailed:
        send_later(
            to=contact.email,
            subject=_("You are invited: {name}").format(name=session.round.series.name),
            text=_letter(session, base + path),
            key=f"invitation:{invitation.pk}:{hash_of(token)[:16]}",
        )
    return Asked(partner, path, is_mailed)


def _letter(session: Session, link: str) -> str:
    return _(
        "Hello,\n\nwould you like to come to a workshop?\n\n{when}\n{where}\n\n"
        "To say yes, or not this time, open this link:\n{link}\n\n"
        "You do not need an account. You can stop at any time. If you have a question, ring us: {phone}\n"
    ).format(
        when=rules.when_words(session),
        where=session.get_mode_display().capitalize(),
        link=link,
        phone=session.round.series.project.help_phone or "–",
    )


@transaction.atomic
def answer_invitation(*, invitation: Invitation, answer: str, by: Viewer = NOBODY) -> None:
    """A partner says yes or not this time. A yes is an agreement to the round; a changed mind is fine."""
    rules.may_answer_invitation(invitation).require()
    invitation.answer, invitation.answered_at = Answer(answer).value, timezone.now()
    invitation.save(update_fields=["answer", "answered_at"])
    _keep_agreement(invitation)
    record("invitation answered", invitation, by=by, content={"answer": invitation.answer})


def _keep_agreement(invitation: Invitation) -> None:
    """The round has an agreement as long as one of its invitations was answered with yes."""
    round, partner = invitation.session.round, invitation.partner
    said_yes = Invitation.objects.filter(session__round=round, partner=partner, answer=Answer.YES).exists()
    if said_yes:
        Agreement.objects.get_or_create(
            round=round, partner=partner, defaults={"agreed_on": timezone.localdate()}
        )
    elif invitation.answer == Answer.NO:
        Agreement.objects.filter(round=round, partner=partner).delete()


@transaction.atomic
def note_agreement(*, round: Round, partner: Partner, has_agreed: bool, by: Viewer) -> None:
    """Write down a yes, or a no, that came by phone, letter or in person."""
    rules.may_plan(round.series.project_id, by).require()
    if has_agreed:
        Agreement.objects.get_or_create(
            round=round, partner=partner, defaults={"agreed_on": timezone.localdate()}
        )
    else:
        Agreement.objects.filter(round=round, partner=partner).delete()
    record("agreement noted", round, by=by, content={"partner": partner.pk, "yes": has_agreed})
