"""What somebody said, for the export and the erasure of one's own words.

Words said without a name are found only by the secret on their author's phone: nobody else can tell whose they are.
"""

import base64
import json
from collections.abc import Sequence

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.activities import board, queries
from alongside.activities.actions.pictures import erase_pictures
from alongside.activities.actions.words import forget
from alongside.activities.models import Activity, Contribution, GivenPicture, Translation
from alongside.kit.access import NOBODY
from alongside.kit.personal_data import Declaration, Row, Subject, declare
from alongside.kit.words import open_all, open_bytes
from alongside.projects.queries import pseudonyms_of


def declare_all() -> None:
    """Tell the kit; called when Django starts."""
    declare(
        Declaration(
            model=Activity,
            about=_("What the group made of your answers"),
            kept_for=_("as long as your answers"),
            find=_lists_with,
            tell=_list_rows,
            erase=lambda _activities: 0,  # taking the answers back strikes them off every list
        )
    )
    declare(
        Declaration(
            model=Translation,
            about=_("Your answers in other languages"),
            kept_for=_("as long as your answers"),
            find=lambda subject: Translation.objects.filter(contribution__in=_of(subject)),
            tell=_translation_rows,
            erase=lambda _translations: 0,  # taking the answers back takes every translation along
        )
    )
    declare(
        Declaration(
            model=Contribution,
            about=_("Your answers"),
            kept_for=_("until the project ends, or until you take them back"),
            find=_of,
            tell=_rows,
            erase=_erase,
        )
    )
    declare(
        Declaration(
            model=GivenPicture,
            about=_("Pictures you gave"),
            kept_for=_("as long as your answers; a day if you never sent them"),
            find=_pictures_of,
            tell=_picture_rows,
            erase=lambda pictures: erase_pictures(pictures=pictures),
        )
    )


def _of(subject: Subject) -> QuerySet[Contribution]:
    """By the phone's secret what was said from it; by the person what was said under a room name.

    Earlier wordings too: the mark is the same.
    """
    found = Q(pk__in=[])
    if subject.seat_secret:
        own = queries.own_words(subject.seat_secret)
        found |= Q(mark__in={bytes(said.contribution.mark) for said in own})
    if subject.person_id:
        found |= Q(seat__partner__pseudonym__in=pseudonyms_of(subject.person_id))
    return Contribution.objects.filter(found).select_related("activity").order_by("created_at", "id")


def _lists_with(subject: Subject) -> QuerySet[Activity]:
    """The activities whose list stands on words of the subject."""
    return (
        Activity.objects.filter(
            Q(board__isnull=False) | Q(board_before__isnull=False), contributions__in=_of(subject)
        )
        .distinct()
        .order_by("pk")
    )


def _list_rows(activities: Sequence[Activity]) -> list[Row]:
    board.load(activities)
    before = open_all([activity.board_before for activity in activities])
    return [
        {
            "question": activity.question,
            "list": [item["text"] for item in board.list_of(activity)],
            "list_before_its_last_change": [item["text"] for item in json.loads(text or "[]")],
        }
        for activity, text in zip(activities, before, strict=True)
    ]


def _translation_rows(translations: Sequence[Translation]) -> list[Row]:
    texts = open_all([each.words for each in translations])
    return [
        {"language": each.language, "words": text, "translated_by": each.get_translator_display()}
        for each, text in zip(translations, texts, strict=True)
    ]


def _rows(contributions: Sequence[Contribution]) -> list[Row]:
    return [
        {
            "question": said.contribution.activity.question,
            "words": said.text,
            "said_on": said.contribution.created_at.date().isoformat(),
            "taken_back": said.contribution.withdrawn_at is not None,
            "language": said.contribution.language,
            "was_changed_since": said.contribution.replaced_at is not None,
            "the_team_wrote": [f"{label}: {text}" for noted in said.noted for label, text in noted.notes],
        }
        for said in queries.said(contributions)
    ]


def _erase(contributions: Sequence[Contribution]) -> int:
    """Counts stay and say that words were taken back; the words are gone."""
    return forget(contributions=contributions, by=NOBODY)


def _pictures_of(subject: Subject) -> QuerySet[GivenPicture]:
    """Those in answers, photos of sheets too, and those that were never sent."""
    found = Q(contribution__in=_of(subject))
    if subject.seat_secret:
        found |= Q(mark__in=queries.own_marks(subject.seat_secret))
    return GivenPicture.objects.filter(found).select_related("activity").order_by("created_at", "id")


def _picture_rows(pictures: Sequence[GivenPicture]) -> list[Row]:
    """Each with the picture itself, as a link that any browser opens."""
    return [
        {
            "question": picture.activity.question,
            "given_on": picture.created_at.date().isoformat(),
            "may_be_seen_by": str(picture.get_may_see_display()),
            "is_photo_of_your_sheet": picture.is_sheet,
            "picture": f"data:image/jpeg;base64,{base64.b64encode(content).decode()}",
        }
        for picture in pictures
        if (content := open_bytes(picture.large)) is not None
    ]
