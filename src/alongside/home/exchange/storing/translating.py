"""Storing in which language words were said, and their translations."""

from django.utils import timezone

from alongside.activities.models import Contribution, Translation, Translator
from alongside.home.exchange.problems import Problem
from alongside.home.exchange.reading import Row
from alongside.home.exchange.storing.keeping import Keeping
from alongside.kit.languages.spoken import is_spoken
from alongside.kit.words import seal_all


def translations(keeping: Keeping) -> None:
    """Each row is one translation; words without one say only their language. What is there already stays."""
    rows = [row for row in keeping.rows("translations.csv") if _is_known(keeping, row)]
    words = {row["contribution"]: keeping.of("words", row["contribution"]) for row in rows}
    for row in rows:
        found = words[row["contribution"]]
        Contribution.objects.filter(pk=found.pk).exclude(language=row["said_in"]).update(
            language=row["said_in"]
        )
    have = Translation.objects.filter(contribution__in=[one.pk for one in words.values()])
    there = set(have.values_list("contribution_id", "language"))
    fresh = [
        row
        for row in rows
        if row.text("words") and (words[row["contribution"]].pk, row.text("language")) not in there
    ]
    Translation.objects.bulk_create(
        Translation(
            contribution=words[row["contribution"]],
            language=row.text("language"),
            words=box,
            translator=row.text("translated_by"),
            made_at=timezone.now(),
        )
        for row, box in zip(fresh, seal_all([row["words"] for row in fresh]), strict=True)
    )
    keeping.report.count("translations.csv", new=len(fresh), changed=0, same=len(rows) - len(fresh))


def _is_known(keeping: Keeping, row: Row) -> bool:
    """Whether languages and translator are ones we know; what is not becomes a problem of its line."""
    wrong = [
        f"{name}: “{row.text(name)}”"
        for name in ("said_in", "language")
        if row.text(name) and not is_spoken(row.text(name))
    ]
    if row.text("words") and row.text("translated_by") not in Translator.values:
        wrong.append(f"translated_by: {', '.join(Translator.values)}")
    keeping.problems += [Problem("translations.csv", row.line, sentence) for sentence in wrong]
    return not wrong and ("words", row["contribution"]) in keeping.known


TRANSLATIONS = ("translations.csv", translations)
