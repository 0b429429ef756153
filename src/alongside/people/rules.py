"""Who may see accounts and persons, and what may be done to them."""

from alongside.kit.access import Viewer, sees
from alongside.people.models import Account, Group, Organisation, Person

CONTACT_ROLES = frozenset({"lead", "facilitator", "payments"})


@sees(Account)
def sees_account(viewer: Viewer, account: Account) -> bool:
    """Yourself, and for those on a team the other accounts."""
    return viewer.is_team or viewer.account_id == account.pk


@sees(Organisation, Group)
def sees_reference(viewer: Viewer, thing: Organisation | Group) -> bool:
    """Names of organisations and groups are seen by every team."""
    return viewer.is_team


@sees(Person)
def sees_person(viewer: Viewer, person: Person) -> bool:
    """Only those who must reach or pay people; the page itself asks for a reason before it opens a name."""
    return any(held & CONTACT_ROLES for held in viewer.roles.values())
