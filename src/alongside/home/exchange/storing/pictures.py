"""Storing the pictures that answers name."""

import uuid
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from alongside.activities.api import Answer
from alongside.activities.models import Contribution, GivenPicture, Sight
from alongside.activities.registry import kind_for
from alongside.home.exchange.pictures import file_of
from alongside.home.exchange.problems import Problem
from alongside.home.exchange.reading import Row
from alongside.home.exchange.storing.keeping import Keeping
from alongside.kit.pictures import Clean
from alongside.kit.words import seal_bytes

Named = tuple[Row, Contribution, Answer]


def keep_pictures(keeping: Keeping, said: Iterable[Named]) -> None:
    """Keep the pictures that new answers name. Each must be among the files, and in no answer that is here already."""
    wanted = [(row, words, answer, pk) for row, words, answer in said for pk in named_in(words, answer)]
    here = set(GivenPicture.objects.filter(pk__in=[pk for *_rest, pk in wanted]).values_list("pk", flat=True))
    kept = 0
    for row, words, answer, pk in wanted:
        clean = keeping.pictures.get(pk)
        if clean is None or pk in here:
            what = _(
                "picture: this answer names %(file)s, which is not among the files, or belongs to others."
            )
            keeping.problems.append(Problem("contributions.csv", row.line, what % {"file": file_of(pk)}))
            continue
        _keep(words, answer, pk, clean)
        here.add(pk)
        kept += 1
    if wanted:
        keeping.report.count("pictures", new=kept, changed=0, same=0)


def _keep(words: Contribution, answer: Answer, pk: uuid.UUID, clean: Clean) -> None:
    small, large = seal_bytes([clean.small, clean.large])
    told = str(answer.get("picture_may_see") or "")
    GivenPicture.objects.create(
        id=pk,
        activity=words.activity,
        contribution=words,
        mark=words.mark,
        may_see=told if told in Sight.values else Sight.ROOM,
        width=clean.width,
        height=clean.height,
        small=small,
        large=large,
        created_at=words.created_at,
    )


def named_in(words: Contribution, answer: Answer) -> Sequence[uuid.UUID]:
    """The pictures an answer names."""
    names = kind_for(words.activity.kind).picture_fields
    return [uuid.UUID(str(answer[name])) for name in names if answer.get(name)]
