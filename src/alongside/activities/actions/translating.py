"""Other languages and other ways of reading: of the question, and of what somebody said."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from alongside.activities import rules
from alongside.activities.events import changed
from alongside.activities.models import Activity, Contribution, Translation
from alongside.kit.access import Viewer
from alongside.kit.audit import record
from alongside.kit.words import Sealed, erase_all


@transaction.atomic
def say_in_other_words(*, activity: Activity, language: str, question: str, hint: str, by: Viewer) -> None:
    """Give the question in another language; phones in it show this. An empty question takes it away again."""
    rules.may_run(activity.session, by).require()
    words = dict(activity.in_other_words)
    words.pop(language, None)
    if question:
        words[language] = {"question": question, "hint": hint, "by": by.account_id}
    if words != activity.in_other_words:
        activity.in_other_words = words
        activity.save(update_fields=["in_other_words"])
        record("question translated", activity, by=by, content={"language": language, "question": question})
        changed(activity.session_id)


@transaction.atomic
def write_easy_read(*, activity: Activity, lines: Sequence[dict[str, str]], by: Viewer) -> None:
    """Give the question in easy read: one idea on each line, with a drawing of ours. No lines take it away."""
    rules.may_run(activity.session, by).require()
    if list(lines) != activity.easy_read:
        activity.easy_read = list(lines)
        activity.save(update_fields=["easy_read"])
        record("easy read written", activity, by=by, content={"lines": len(lines)})
        changed(activity.session_id)


@transaction.atomic
def translate(
    *,
    contribution: Contribution,
    language: str,
    words: str,
    translator: str,
    by: Viewer,
    is_on_wall: bool = False,
) -> Translation:
    """Put a translation beside somebody's words, with who made it. The original stays, and is shown first."""
    rules.may_translate(contribution, by).require()
    before = list(Translation.objects.filter(contribution=contribution, language=language))
    Translation.objects.filter(pk__in=[one.pk for one in before]).delete()
    made = Translation.objects.create(
        contribution=contribution,
        language=language,
        words=words,
        translator=translator,
        is_on_wall=is_on_wall,
        made_by_id=by.account_id,
        made_at=timezone.now(),
    )
    record("translated", contribution, by=by, content={"language": language, "translator": translator})
    _let_go(contribution.activity, before)
    return made


@transaction.atomic
def drop_translation(*, translation: Translation, by: Viewer) -> None:
    """Take a translation away for good; the original stays."""
    contribution = translation.contribution
    rules.may_translate(contribution, by).require()
    translation.delete()
    record("translation dropped", contribution, by=by, content={"language": translation.language})
    _let_go(contribution.activity, [translation])


def let_translations_go(ids: Iterable[UUID]) -> list[Sealed]:
    """The words went: their translations go too. Gives back what to erase, once all else is done."""
    found = list(Translation.objects.filter(contribution__in=list(ids)).select_related("contribution"))
    Translation.objects.filter(pk__in=[one.pk for one in found]).delete()
    return [one.words for one in found if one.words is not None]


def _let_go(activity: Activity, gone: Sequence[Translation]) -> None:
    """Tell the wall what changed, and erase what was said before."""
    on_wall = Translation.objects.filter(contribution__activity=activity, is_on_wall=True)
    activity.is_translated = on_wall.exists()
    activity.save(update_fields=["is_translated"])
    changed(activity.session_id)
    erase_all([one.words for one in gone if one.words is not None])
