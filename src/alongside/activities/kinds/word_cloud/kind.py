"""The word cloud, put together."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.activities.api import ActivityKind, Answer, Line, Part, Result, Setup, Table
from alongside.activities.kinds.word_cloud import METHOD
from alongside.activities.kinds.word_cloud.forms import WordCloudAnswer, WordCloudSetup
from alongside.activities.kinds.word_cloud.sample import SAMPLE
from alongside.activities.kinds.word_cloud.tally import WordCloudTally

FIELDS = ("w1", "w2", "w3", "w4", "w5")


def as_text(answer: Answer, _setup: Setup) -> str:
    """“listened to · proud”."""
    return " · ".join(str(answer[name]) for name in FIELDS if answer.get(name))


def table(result: Result, _setup: Setup) -> Table:
    """A row for each word, those of most people first."""
    words = result["words"]
    counted = ngettext("%(count)d word", "%(count)d words", len(words)) % {"count": len(words)}
    people = ngettext("%(count)d person", "%(count)d people", result["people"]) % {"count": result["people"]}
    base = _("%(words)s from %(people)s.") % {"words": counted, "people": people}
    if result["off"]:
        off = ngettext(
            "%(count)d was taken off the wall.", "%(count)d were taken off the wall.", result["off"]
        )
        base = f"{base} {off % {'count': result['off']}}"
    return Table([_("Word"), _("People who said it")], [[word["text"], word["n"]] for word in words], base)


def account(result: Result, setup: Setup) -> list[str]:
    """What most people said first, then the rest."""
    words, base = result["words"], str(table(result, setup).base)
    often = [f"“{word['text']}” ({word['n']})" for word in words if word["n"] > 1]
    once = [f"“{word['text']}”" for word in words if word["n"] == 1]
    told = [base] if words else [str(_("Nobody sent a word."))]
    if often:
        told.append(_("Said by more than one person: %(words)s.") % {"words": ", ".join(often)})
    if once:
        told.append(_("Said once: %(words)s.") % {"words": ", ".join(once)})
    return told


def parts(result: Result) -> list[Part]:
    """Each word can be taken off the wall by itself."""
    return [Part(word["key"], word["text"]) for word in result["words"]]


def lines(result: Result) -> list[Line]:
    """Each word as it was said; words put together count as one, and the room says which one."""
    return [Line(word["key"], word["text"], word["from"]) for word in result["said"]]


KIND = ActivityKind(
    key="word_cloud",
    name=_("Word cloud"),
    icon="speech",
    method=METHOD,
    setup_form=WordCloudSetup,
    answer_form=WordCloudAnswer,
    tally=WordCloudTally,
    as_text=as_text,
    table=table,
    sample=SAMPLE,
    word_fields=FIELDS,
    account=account,
    parts=parts,
    lines=lines,
)
