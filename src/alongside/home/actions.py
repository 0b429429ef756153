"""First set-up: the organisation, the project, and the lead's account."""

from django.db import transaction
from django.utils.text import slugify

from alongside.home import rules, setting_up
from alongside.kit.access import NOBODY
from alongside.people.actions import make_group, make_organisation
from alongside.people.models import Account, Shape
from alongside.people.queries import list_groups
from alongside.projects.actions import add_role, make_project

FIRST_GROUPS = (
    ("workers", "Workers", "worker", Shape.WORKERS),
    ("managers", "Managers", "manager", Shape.MANAGERS),
    ("carers", "Family carers", "family carer", Shape.CARERS),
    ("patients", "People who get care", "person who gets care", Shape.PATIENTS),
)


@transaction.atomic
def set_up(
    *, key: str, organisation: str, project: str, email: str, shown_as: str = "", help_phone: str = ""
) -> Account:
    """Make the first organisation, project and lead. Only while nobody can sign in, and with the terminal's key."""
    rules.may_set_up(setting_up.token(), key).require()
    made = make_organisation(key=slugify(organisation)[:50] or "us", name=organisation, by=NOBODY)
    first = make_project(
        key=slugify(project)[:50] or "project",
        name=project,
        by=NOBODY,
        organisation=made,
        help_phone=help_phone,
    )
    if not list_groups():
        for slug, name, one, shape in FIRST_GROUPS:
            make_group(key=slug, name=name, one=one, shape=shape, by=NOBODY)
    account = Account.objects.create_user(email, shown_as=shown_as)
    add_role(project=first, account=account, role="lead", by=NOBODY, is_first=True)
    transaction.on_commit(setting_up.forget)
    return account
