"""Which personal data this capability keeps: what an author answered when we asked “is this what you meant?”."""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from alongside.activities.events import words_taken_back
from alongside.activities.models import Contribution
from alongside.activities.queries import own_words
from alongside.kit.personal_data import Declaration, Row, Subject, declare
from alongside.kit.words import Sealed, erase_all, open_all
from alongside.projects.queries import pseudonyms_of
from alongside.recommendations.models import Check, KeyPoint, Telling
from alongside.workshops.queries import held_seats
from alongside.workshops.seats import mark_about


def declare_all() -> None:
    """Tell the kit, so that export and erasure find it; and listen for words that are taken back."""
    words_taken_back.connect(hear_taken_back, dispatch_uid="recommendations")
    declare(
        Declaration(
            model=Telling,
            about=_lazy("What you said when we asked: is this what you meant?"),
            kept_for=_lazy("as long as the words it is about"),
            find=_find,
            tell=_tell,
            erase=_erase,
        )
    )
    declare(
        Declaration(
            model=Check,
            about=_lazy("What you said when we asked: did we get that right?"),
            kept_for=_lazy("until the project ends"),
            find=_checks,
            tell=_check_rows,
            erase=_erase_checks,
        )
    )


def _checks(subject: Subject) -> "QuerySet[Check]":
    """By the marks of a phone's secret: one for each key point of each of its sessions."""
    held = held_seats(subject.seat_secret) if subject.seat_secret else []
    points = KeyPoint.objects.filter(session__in=[one.session_id for one in held]).values_list(
        "pk", "session_id"
    )
    secrets = {one.session_id: one.secret for one in held}
    marks = [mark_about(secrets[session], f"key-point:{pk}") for pk, session in points]
    return Check.objects.filter(mark__in=marks).select_related("point")


def _check_rows(checks: Sequence[Check]) -> list[Row]:
    words = open_all([each.words for each in checks])
    return [
        {_("about"): each.point.text, _("right"): each.is_right, _("words"): said or ""}
        for each, said in zip(checks, words, strict=True)
    ]


def _erase_checks(checks: Sequence[Check]) -> int:
    """The count that was written down stays; who said what goes."""
    Check.objects.filter(pk__in=[each.pk for each in checks]).delete()
    erase_all([each.words for each in checks])
    return len(checks)


def _find(subject: Subject) -> "QuerySet[Telling]":
    """By the marks of a phone's secret; by the person what they said about words under their room name."""
    own = Q(pk__in=[])
    if subject.seat_secret:
        own |= Q(mark__in={bytes(one.contribution.mark) for one in own_words(subject.seat_secret)})
    if subject.person_id:
        own |= Q(seat__partner__pseudonym__in=pseudonyms_of(subject.person_id))
    behind = Telling.objects.filter(contribution__in=Contribution.objects.filter(own)).exclude(meant="")
    return behind.select_related("recommendation")


def _tell(tellings: Sequence[Telling]) -> list[Row]:
    words = open_all([each.meant_words for each in tellings])
    return [
        {_("about"): each.recommendation.title, _("answer"): each.get_meant_display(), _("words"): said or ""}
        for each, said in zip(tellings, words, strict=True)
    ]


def _erase(tellings: Sequence[Telling]) -> int:
    """The yes or not quite stays as a number; what was said with it goes."""
    boxes = _let_go(tellings)
    erase_all(boxes)
    return len(boxes)


def hear_taken_back(ids: Collection[UUID], **_kwargs: object) -> list[Sealed]:
    """Words were taken back: what their author said about what became of them goes too."""
    return _let_go(Telling.objects.filter(contribution__in=ids))


def _let_go(tellings: Iterable[Telling]) -> list[Sealed]:
    with_words = [each for each in tellings if each.meant_words]
    Telling.objects.filter(pk__in=[each.pk for each in with_words]).update(meant_words=None)
    return [box for each in with_words if (box := each.meant_words) is not None]
