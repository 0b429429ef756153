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
from alongside.recommendations.models import Telling


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
