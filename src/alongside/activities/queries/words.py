"""Reads of activities and of what people said. Each takes who is looking, or the secret of a phone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from alongside.activities import board
from alongside.activities.api import (
    ActivityKind,
    Answer,
    Result,
    Stage,
    Table,
    Text,
)
from alongside.activities.kept import unpack
from alongside.activities.models import Activity, Contribution
from alongside.activities.queries.counting import tally_with
from alongside.activities.queries.pictures import PictureIn, pictures_in, sheet_of
from alongside.activities.queries.translations import OURS, Translated, translated_on_wall, translations_of
from alongside.activities.registry import kind_for
from alongside.kit.access import Viewer, see_or_404
from alongside.kit.db.written import Written
from alongside.kit.errors import NotVisible
from alongside.kit.languages.spoken import name_of
from alongside.kit.words import Sealed, open_all, open_words
from alongside.workshops.models import Session
from alongside.workshops.queries import held_seats
from alongside.workshops.seats import mark_for

PLACE = ("item", "session__round__series__project")
WORDS_ON_A_PAGE = 100


@dataclass(frozen=True)
class Said:
    """A contribution with its words. `text` is None when they were erased.

    `noted` is what the team wrote beside them on the list, for kinds that have such notes.
    """

    contribution: Contribution
    answer: Answer | None
    text: str | None
    translations: Sequence[Translated] = ()
    noted: Sequence[board.Noted] = ()

    @property
    def language(self) -> str:
        """The language it was said in, for the page; empty for English and for answers without words."""
        return "" if self.contribution.language in OURS else self.contribution.language

    @property
    def language_name(self) -> str:
        """What that language calls itself."""
        return name_of(self.language)

    @property
    def pictures(self) -> list[PictureIn]:
        """The pictures in it."""
        return pictures_in(self.answer, kind_for(self.contribution.activity.kind))


@dataclass(frozen=True)
class Picture:
    """Everything a wall, a phone or a result page draws of one activity."""

    activity: Activity
    kind: ActivityKind
    result: Result
    table: Table

    @property
    def at_stage(self) -> Stage:
        """The stage it is at."""
        return board.stage_of(self.activity)

    def context(self) -> dict[str, object]:
        """What its templates get."""
        return {
            "picture": self,
            "activity": self.activity,
            "at_stage": self.at_stage,
            "setup": board.given(self.activity),
            "result": self.result,
            "table": self.table,
            "is_shown": self.is_shown,
        }

    @property
    def base(self) -> Text:
        """What is counted, in words."""
        return self.table.base

    @property
    def translations(self) -> "Sequence[Said]":
        """Words in other languages with what stands beside them, for the wall."""
        return said(translated_on_wall(self.activity))

    @property
    def is_shown(self) -> bool:
        """Whether the room may see it."""
        return self.activity.is_shown

    @property
    def wall_template(self) -> str:
        """The kind's part for the room screen."""
        return f"activities/{self.kind.key}/wall.html"

    @property
    def result_template(self) -> str:
        """The kind's part for a phone and the result page."""
        return f"activities/{self.kind.key}/result.html"


def get_activity_in(session: Session, pk: int, viewer: Viewer) -> Activity:
    """One activity of a session in hand, or NotVisible; of another session like any other."""
    found = Activity.objects.filter(pk=pk, session=session).select_related("item")
    here = placed(found, session)
    return see_or_404(viewer, here[0]) if here else get_activity(pk, viewer)


def get_activity(pk: int, viewer: Viewer) -> Activity:
    """One activity with its place on the run sheet, or NotVisible."""
    return see_or_404(viewer, _BY_ID.first(pk))


_BY_ID: Written[Activity] = Written(lambda pk: Activity.objects.select_related(*PLACE).filter(pk=pk))


def get_contribution(pk: UUID, viewer: Viewer) -> Contribution:
    """One contribution as the team of its project may see it, or NotVisible."""
    return see_or_404(viewer, _WITH_PLACE.first(pk))


_WITH_PLACE: Written[Contribution] = Written(
    lambda pk: (
        Contribution.objects.select_related(
            *(f"activity__{part}" for part in PLACE), "activity__session__group"
        )
        .filter(pk=pk)
        .order_by()
    )
)


def get_own(pk: UUID, secret: str) -> Contribution:
    """The phone's own contribution, found by the mark that only its secrets make; else NotVisible."""
    found = _WITH_PLACE.first(pk)
    marks = {mark_for(held.secret, found.activity_id) for held in held_seats(secret)} if found else set()
    if found is None or bytes(found.mark) not in marks:
        raise NotVisible
    return found


def list_activities(session: Session) -> list[Activity]:
    """The activities of a session in the order of its run sheet, each with how many answers stand."""
    standing = Q(
        contributions__replaced_at=None, contributions__withdrawn_at=None, contributions__hidden_at=None
    )
    found = Activity.objects.filter(session=session).select_related("item").order_by("item__position")
    return placed(found.annotate(answers=Count("contributions", filter=standing)), session)


def placed(found: Iterable[Activity], session: Session) -> list[Activity]:
    """Activities whose session is the one in hand, with all that is known of it."""
    activities = list(found)
    for activity in activities:
        activity.session = activity.item.session = session
    return activities


def count_answers(activity: Activity) -> int:
    """How many contributions stand."""
    return Contribution.objects.standing().filter(activity=activity).count()


# ---- Words ----


def said(contributions: Iterable[Contribution]) -> list[Said]:
    """The words of contributions, in their order, with one look at the keys. Their activities must be loaded."""
    rows = list(contributions)
    texts = open_all([_sealed(row) for row in rows])
    board.load_missing(row.activity for row in rows)
    others = translations_of(rows)
    return [_said(row, text, others.get(row.pk, ())) for row, text in zip(rows, texts, strict=True)]


def _said(row: Contribution, text: str | None, translations: Sequence[Translated]) -> Said:
    if text is None:
        return Said(row, None, None)
    answer = board.with_stage(row.activity, unpack(text), row.slot)
    words = kind_for(row.activity.kind).as_text(answer, board.given(row.activity))
    return Said(row, answer, words, translations, board.noted(row.activity, str(row.pk)))


def words_of(contribution: Contribution) -> str | None:
    """The plain words of one contribution; None when they were taken back or erased."""
    return said([contribution])[0].text


def _sealed(row: Contribution) -> Sealed | None:
    return row.answer if row.withdrawn_at is None else None


def list_said(activity: Activity, *, with_hidden: bool = False) -> list[Said]:
    """What stands in an activity, in the order it came; `with_hidden` adds what was taken off the wall.

    `sheet` of each contribution is the photo of the sheet it was typed from, if there is one.
    """
    return said(_with_activity(_there(activity, with_hidden=with_hidden), activity))


def page_of_said(activity: Activity, number: str | None, *, with_hidden: bool = False) -> Page:
    """The same, one page of it: `object_list` holds the words of that page alone."""
    page: Any = Paginator(_there(activity, with_hidden=with_hidden), WORDS_ON_A_PAGE).get_page(number)
    page.object_list = said(_with_activity(page.object_list, activity))
    return page  # type: ignore[no-any-return]


def _there(activity: Activity, *, with_hidden: bool) -> QuerySet[Contribution]:
    rows = Contribution.objects.annotate(sheet=sheet_of())
    rows = rows.filter(activity=activity, replaced_at=None, withdrawn_at=None)
    return rows if with_hidden else rows.filter(hidden_at=None)


def _with_activity(rows: Iterable[Contribution], activity: Activity) -> Iterator[Contribution]:
    for row in rows:
        row.activity = activity
        yield row


def own_words(secret: str) -> list[Said]:
    """What a phone said in this workshop and the ones before, newest first, also what it took back.

    Found by the marks that only the phone's secrets make.
    """
    marks = _own_marks(secret)
    activities = {one.pk: one for one in marks}
    found = _OWN(list(marks.values()))
    for row in found:
        row.activity = activities[row.activity_id]
    return said(found)


def own_marks(secret: str) -> list[bytes]:
    """The phone's mark in each activity of its workshops."""
    return list(_own_marks(secret).values())


def _own_marks(secret: str) -> dict[Activity, bytes]:
    secrets = {held.session_id: held.secret for held in held_seats(secret)}
    return {one: mark_for(secrets[one.session_id], one.pk) for one in _IN_SESSIONS(secrets)}


_IN_SESSIONS: Written[Activity] = Written(
    lambda sessions: (
        Activity.objects.filter(session__in=sessions)
        .select_related("session__round__series", "session__group")
        .order_by("session", "item__position")
    )
)
_OWN: Written[Contribution] = Written(
    lambda marks: Contribution.objects.filter(mark__in=marks, replaced_at=None).order_by("-created_at", "id")
)


def own_answer(activity: Activity, secret: str) -> Answer | None:
    """The one standing answer of a phone, to be filled into the form again; None when there is none."""
    standing = _own_now(activity, secret)
    newest = standing.order_by("-created_at").first()
    text = open_words(newest.answer) if newest else None
    return unpack(text) if text is not None else None


def own_earlier(activity: Activity, secret: str) -> Mapping[int, Sequence[Answer]]:
    """What stands of a phone in the earlier stages of an activity, by stage; each with its `key`."""
    standing = Contribution.objects.standing().filter(mark=mark_for(secret, activity.pk))
    rows = list(standing.filter(slot__lt=activity.stage).order_by("created_at"))
    found: dict[int, list[Answer]] = {}
    for row, text in zip(rows, open_all([row.answer for row in rows]), strict=True):
        if text is not None:
            found.setdefault(row.slot, []).append({**unpack(text), "key": str(row.pk)})
    return found


def count_own(activity: Activity, secret: str) -> int:
    """How many standing contributions a phone has in an activity, in the stage it is at."""
    return _own_now(activity, secret).count()


def _own_now(activity: Activity, secret: str) -> QuerySet[Contribution]:
    """What stands of a phone in an activity, of the stage it is at."""
    mark = mark_for(secret, activity.pk)
    return Contribution.objects.standing().filter(mark=mark, slot=activity.stage)


# ---- Results ----


def picture_of(activity: Activity, result: Result | None = None, *, apart: int = 0) -> Picture:
    """The result with its table; `result` when somebody has counted already, `apart` for one break-out group."""
    kind = kind_for(activity.kind)
    counted = tally_with(activity, board.given(activity), apart).result() if result is None else result
    return Picture(activity, kind, counted, kind.table(counted, board.given(activity)))


def table_rows(picture: Picture) -> Iterator[Sequence[str | int]]:
    """The table as it is exported: heading, rows, and what is counted."""
    yield [str(column) for column in picture.table.columns]
    for row in picture.table.rows:
        yield [cell if isinstance(cell, int) else str(cell) for cell in row]
    yield []
    yield [str(picture.table.base)]
