"""What is done to people: accounts are invited, persons are written down with their sealed contact details."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.kit.access import NOBODY, Viewer
from alongside.kit.audit import record
from alongside.kit.mail import send_later
from alongside.people.models import Account, Group, Organisation, Person, Route, Shape


@transaction.atomic
def invite_account(*, email: str, by: Viewer | None, shown_as: str = "", base: str = "") -> Account:
    """Let somebody sign in: their account is made when there is none, and they are told by e-mail where to go.

    `base` is the address of this site, such as "https://together.example.org".
    """
    known = Account.objects.filter(email=email.strip().lower()).first()
    account = known or Account.objects.create_user(email, shown_as=shown_as.strip())
    record("account invited", account, by=by or NOBODY)
    send_later(
        to=account.email,
        subject=_("You can sign in to Alongside"),
        text=_invitation(base + reverse("account_login"), account.email),
        key=f"account:{account.pk}:invited",
    )
    return account


def _invitation(where: str, email: str) -> str:
    return _(
        "Hello,\n\nyou have been asked to join the team.\n\nTo sign in, open this page:\n{where}\n\n"
        "Type this e-mail address: {email}\nWe send you a code. There is no password.\n"
    ).format(where=where, email=email)


@transaction.atomic
def rename_account(*, account: Account, shown_as: str, by: Viewer) -> None:
    """Change the name the team sees."""
    account.shown_as = shown_as.strip()
    account.save(update_fields=["shown_as"])
    record("account renamed", account, by=by)


@transaction.atomic
def make_organisation(*, key: str, name: str, by: Viewer, kind: str = "", region: str = "") -> Organisation:
    """Write down an organisation."""
    organisation = Organisation.objects.create(key=key, name=name.strip(), kind=kind, region=region)
    record("organisation made", organisation, by=by, content={"key": key})
    return organisation


@transaction.atomic
def make_group(*, key: str, name: str, one: str, by: Viewer, shape: str = "") -> Group:
    """Add a kind of partner. Without a shape it takes the next one that no group has yet."""
    taken = set(Group.objects.values_list("shape", flat=True))
    free = next((each for each in Shape.values if each not in taken and each != Shape.TEAM), Shape.WORKERS)
    group = Group.objects.create(
        key=key, name=name.strip(), one=one.strip(), shape=shape or free, position=Group.objects.count()
    )
    record("group made", group, by=by, content={"key": key})
    return group


@transaction.atomic
def make_person(
    *,
    by: Viewer,
    name: str = "",
    email: str = "",
    phone: str = "",
    needs: str = "",
    reached_by: str = Route.NONE,
    language: str = "en-gb",
) -> Person:
    """Write down somebody with what they gave; each detail is sealed under a key of its own."""
    given = {"name": name, "email": email, "phone": phone, "needs": needs}
    sealed = {field: text.strip() for field, text in given.items() if text.strip()}
    person = Person.objects.create(reached_by=reached_by, language=language, **sealed)
    record("person written down", person, by=by, content={"gave": sorted(sealed)})
    return person
