"""Storing who takes part: organisations, groups, and partners by their codes."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from alongside.home.exchange.problems import Problem
from alongside.home.exchange.storing.keeping import Keeping
from alongside.people.models import Group, Organisation, Person
from alongside.projects.models import Partner, Project
from alongside.projects.pseudonyms import pseudonym_of


def organisations(keeping: Keeping) -> None:
    """Organisations by key."""
    rows = keeping.rows("organisations.csv")
    wanted = [{name: row.text(name) for name in ("key", "name", "kind", "region")} for row in rows]
    stored = Organisation.objects.all()
    others = stored.filter(Q(partner__in=_others_partners(keeping)) | Q(project__in=_others(keeping)))
    _check_shared(keeping, "organisations.csv", others, ("name", "kind", "region"))
    things = keeping.keep("organisations.csv", stored, wanted, ["key"])
    keeping.remember("organisation", things, [(row["key"],) for row in rows])


def groups(keeping: Keeping) -> None:
    """Groups by key, in the order of the file."""
    rows = keeping.rows("groups.csv")
    names = ("key", "name", "one", "shape", "other_names")
    wanted = [{**{name: row.text(name) for name in names}, "position": n} for n, row in enumerate(rows, 1)]
    others = Group.objects.filter(partner__in=_others_partners(keeping))
    _check_shared(keeping, "groups.csv", others, names[1:])
    things = keeping.keep(
        "groups.csv", Group.objects.all(), wanted, ["key"], ["position"] if others.exists() else []
    )
    keeping.remember("group", things, [(row["key"],) for row in rows])


def _others(keeping: Keeping) -> QuerySet:
    return Project.objects.exclude(pk=keeping.project.pk)


def _others_partners(keeping: Keeping) -> QuerySet:
    return Partner.objects.exclude(project=keeping.project)


def _check_shared(keeping: Keeping, file: str, others: QuerySet, names: Sequence[str]) -> None:
    """What other projects use too is not changed by one project's files; the command line may."""
    if keeping.by.account_id is None:
        return
    shared = {thing.key: thing for thing in others.distinct()}
    for row in keeping.rows(file):
        thing = shared.get(row["key"])
        if thing and any(getattr(thing, name) != row.text(name) for name in names):
            what = _("Other projects use “%(key)s” with other words. Choose another key for yours.")
            keeping.problems.append(Problem(file, row.line, what % {"key": row["key"]}))


def partners(keeping: Keeping) -> None:
    """Partners by code. Each new one gets a person nobody knows anything about, and the pseudonym made from it."""
    rows = keeping.rows("partners.csv")
    have = dict(Partner.objects.filter(project=keeping.project).values_list("code", "pseudonym"))
    people = {row["code"]: Person() for row in rows if row["code"] not in have}
    Person.objects.bulk_create(people.values())
    have |= {code: pseudonym_of(keeping.project.pk, person.pk) for code, person in people.items()}
    wanted = [
        {
            "project": keeping.project,
            "code": row["code"],
            "pseudonym": have[row["code"]],
            "group": keeping.of("group", row["group"]),
            "organisation": keeping.of("organisation", row["organisation"]),
            "region": row.text("region"),
        }
        for row in rows
    ]
    stored = Partner.objects.filter(project=keeping.project).select_related(
        "project", "group", "organisation"
    )
    things = keeping.keep("partners.csv", stored, wanted, ["code"])
    keeping.remember("partner", things, [(row["code"],) for row in rows])


PEOPLE = (
    ("organisations.csv", organisations),
    ("groups.csv", groups),
    ("partners.csv", partners),
)
