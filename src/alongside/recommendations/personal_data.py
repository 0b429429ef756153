"""Which personal data this capability keeps: what an author answered when we asked “is this what you meant?”."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from alongside.activities.models import Contribution
from alongside.activities.queries import own_words
from alongside.kit.personal_data import Declaration, Row, Subject, declare
from alongside.kit.words import erase_all, open_all
from alongside.recommendations.models import Telling


def declare_all() -> None:
    """Tell the kit, so that export and erasure find it."""
    declare(
        Declaration(
            model=Telling,
            about=str(_lazy("What you said when we asked: is this what you meant?")),
            kept_for=str(_lazy("As long as the words it is about.")),
            find=_find,
            tell=_tell,
            erase=_erase,
        )
    )


def _find(subject: Subject) -> "QuerySet[Telling]":
    """By the marks of a phone's secret; for an account or a person there is nothing that could be found."""
    if not subject.seat_secret:
        return Telling.objects.none()
    own = [one.contribution.pk for one in own_words(subject.seat_secret)]
    return Telling.objects.filter(contribution__in=Contribution.objects.filter(pk__in=own)).exclude(meant="")


def _tell(tellings: Sequence[Telling]) -> list[Row]:
    words = open_all([each.meant_words for each in tellings])
    return [
        {_("about"): each.recommendation.title, _("answer"): each.get_meant_display(), _("words"): said or ""}
        for each, said in zip(tellings, words, strict=True)
    ]


def _erase(tellings: Sequence[Telling]) -> int:
    boxes = [each.meant_words for each in tellings if each.meant_words]
    Telling.objects.filter(pk__in=[each.pk for each in tellings]).update(meant_words=None)
    return erase_all(boxes)
