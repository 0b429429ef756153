"""A written question gives what its queryset gives, and writes its SQL once."""

import uuid

import pytest
from django.db import connection
from django.db.models.sql.compiler import SQLCompiler
from django.test.utils import CaptureQueriesContext

from alongside.kit.db.written import Written, hang
from alongside.people.models import Account, Group
from alongside.projects.models import Project, Role
from alongside.workshops.models import Seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def roles():
    project = Project.objects.create(key="one", name="One")
    accounts = [Account.objects.create_user(f"{n}@room.example", f"N{n}") for n in range(5)]
    return [Role.objects.create(project=project, account=each, role="lead") for each in accounts]


def test_it_gives_what_its_queryset_gives(roles):
    def make(ids, role):
        found = Role.objects.filter(account__in=ids, role=role).select_related("project", "account")
        return found.only("role", "project__name", "account").order_by("pk")

    written = Written(make)
    for count in (1, 2, 3, 5, 3):
        ids = [each.account_id for each in roles[:count]]
        with CaptureQueriesContext(connection) as asked:
            found = written(ids, "lead")
            assert [(each.pk, each.project.name, each.account.pk) for each in found] == [
                (each.pk, "One", each.account_id) for each in roles[:count]
            ]
        assert len(asked) == 1
        assert found == list(make(ids, "lead"))
    assert written([], "lead") == []
    assert written([roles[0].account_id], "payments") == []


def test_plain_rows_are_those_of_the_database(roles):
    written = Written(
        lambda ids: Role.objects.filter(account__in=ids).order_by("pk").values_list("pk", "role")
    )
    for count in (1, 3):
        ids = [each.account_id for each in roles[:count]]
        assert [tuple(row) for row in written.plain(ids)] == [(each.pk, "lead") for each in roles[:count]]
    assert written.plain([]) == []


def test_values_texts_and_foreign_ids_of_all_types(roles):
    pairs = Written(
        lambda pk: Role.objects.filter(project=pk).values_list("role", "account_id").order_by("pk")
    )
    assert pairs(roles[0].project_id) == [("lead", each.account_id) for each in roles]
    by_hash = Written(lambda mark, subject: Seat.objects.filter(earlier=mark, token_hash=subject))
    assert by_hash(b"x" * 32, str(uuid.uuid4())) == []


def test_the_sql_is_written_once(roles, monkeypatch):
    written = Written(lambda keys: Group.objects.filter(key__in=keys))
    written(["a", "b"])
    monkeypatch.setattr(SQLCompiler, "as_sql", None)
    assert written(["c", "d"]) == []


def test_a_value_that_is_changed_on_its_way_is_refused():
    with pytest.raises(AssertionError, match="not compared"):
        Written(lambda text: Group.objects.filter(name__contains=text))("a")
    with pytest.raises(TypeError, match="float"):
        Written(lambda number: Group.objects.filter(position=number))(1.5)


def test_rows_hang_where_prefetching_puts_them(roles):
    projects = [roles[0].project, Project.objects.create(key="two", name="Two")]
    hang(
        projects,
        "team",
        Written(lambda ids: Role.objects.filter(project__in=ids))([p.pk for p in projects]),
        "project_id",
    )
    with CaptureQueriesContext(connection) as asked:
        assert [len(project.team.all()) for project in projects] == [5, 0]
    assert len(asked) == 0
