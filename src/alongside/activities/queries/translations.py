"""The question, and what people said, in other languages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from alongside.activities.models import Activity, Contribution, Translation
from alongside.kit.access import Viewer
from alongside.kit.errors import NotVisible
from alongside.kit.languages.spoken import NO_WORDS, name_of
from alongside.kit.words import open_all

OURS = {"en-gb", NO_WORDS}
MOST_ON_WALL = 12


@dataclass(frozen=True)
class Asked:
    """The question as somebody reads it, and in which language it stands."""

    question: str
    hint: str
    language: str = ""
    """Empty: as the team wrote it first."""


@dataclass(frozen=True)
class Translated:
    """Somebody's words in another language, with who put them into it."""

    translation: Translation
    text: str

    @property
    def language(self) -> str:
        """Its code, for the page."""
        return self.translation.language

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return name_of(self.translation.language)

    @property
    def who(self) -> str:
        """Who translated it."""
        return self.translation.get_translator_display()


def asked_in(activity: Activity, language: str) -> Asked:
    """The question in a language if the team gave it in it, else as they wrote it."""
    words = activity.in_other_words.get(language)
    if not words:
        return Asked(activity.question, activity.hint)
    return Asked(words["question"], words.get("hint", ""), language)


def translations_of(rows: Sequence[Contribution]) -> Mapping[UUID, Sequence[Translated]]:
    """The translations of these words. Nothing is asked where all was said in English, or without words."""
    ids = [row.pk for row in rows if row.language not in OURS and row.withdrawn_at is None]
    return _by_words(Translation.objects.filter(contribution__in=ids)) if ids else {}


def _by_words(found: Iterable[Translation]) -> Mapping[UUID, Sequence[Translated]]:
    rows = list(found)
    by_words: defaultdict[UUID, list[Translated]] = defaultdict(list)
    for row, text in zip(rows, open_all([row.words for row in rows]), strict=True):
        if text is not None:
            by_words[row.contribution_id].append(Translated(row, text))
    return by_words


def translated_on_wall(activity: Activity) -> Sequence[Contribution]:
    """The words whose translations the facilitators put on the wall, the newest first."""
    if not activity.is_translated:
        return []
    found = Contribution.objects.standing().filter(activity=activity, translations__is_on_wall=True)
    rows = list(found.distinct().order_by("-created_at")[:MOST_ON_WALL])
    for row in rows:
        row.activity = activity
    return rows


def get_translation(contribution: Contribution, language: str) -> Translated:
    """One translation of words in hand, or NotVisible."""
    for one in _by_words(Translation.objects.filter(contribution=contribution, language=language)).get(
        contribution.pk, []
    ):
        return one
    raise NotVisible


def list_translations(contribution: Contribution, viewer: Viewer) -> Sequence[Translated]:
    """All translations of words that the viewer was shown already."""
    found = Translation.objects.filter(contribution=contribution)
    return _by_words(found).get(contribution.pk, []) if viewer.account_id else []
