"""Pictures people gave, as files beside the tables: `picture-<id>.jpg`, named in the answer they belong to.

Photos of sheets stay here: handwriting tells who wrote. Where every other file is data for a spreadsheet, a picture is
checked like any that comes in: one that we made comes back byte for byte, any other is made clean first.
"""

import re
import uuid
from collections.abc import Mapping

from alongside.activities.models import Contribution, GivenPicture
from alongside.activities.registry import kind_for
from alongside.home.exchange.problems import Problem
from alongside.kit.errors import Refused
from alongside.kit.pictures import Clean, cleaned
from alongside.kit.words import open_bytes
from alongside.workshops.models import Series

FILE = re.compile(r"picture-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.jpg")
ENDING = ".jpg"


def file_of(pk: uuid.UUID | str) -> str:
    """The name of a picture's file."""
    return f"picture-{pk}{ENDING}"


def read_pictures(files: Mapping[str, bytes], problems: list[Problem]) -> dict[uuid.UUID, Clean]:
    """Every picture that is not here yet, made clean; those that are none become problems. Outside any transaction."""
    given = {uuid.UUID(found[1]): name for name in files if (found := FILE.fullmatch(name))}
    here = set(GivenPicture.objects.filter(pk__in=given).values_list("pk", flat=True))
    read = {}
    for pk, name in given.items():
        if pk in here:
            continue
        try:
            read[pk] = cleaned(files[name], may_keep=True)
        except Refused as refused:
            problems.append(Problem(name, 0, refused.because))
    return read


def files_of_pictures(series: Series) -> dict[str, bytes]:
    """The pictures of answers that stand, each as its file; those erased are left out, and photos of sheets."""
    found = GivenPicture.objects.filter(
        is_sheet=False,
        large__isnull=False,
        contribution__in=Contribution.objects.standing().filter(activity__session__round__series=series),
    ).select_related("activity")
    files = {}
    for picture in found.defer("small").order_by("created_at", "id").iterator(chunk_size=20):
        is_named = bool(kind_for(picture.activity.kind).picture_fields)
        content = open_bytes(picture.large) if is_named else None
        if content is not None:
            files[file_of(picture.pk)] = content
    return files
