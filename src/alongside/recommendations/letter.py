"""News of one's own words as a letter in plain text: the same thread as on the page, made by the same builder."""

from django.utils.translation import gettext as _

from alongside.kit.ui.thread import Stop
from alongside.recommendations.queries import Story
from alongside.recommendations.thread import of_story


def subject(story: Story) -> str:
    """What the letter is about."""
    title = story.ask.recommendation.title if story.ask else ""
    return _("What became of what you said: {title}").format(title=title)


def text(story: Story, link: str) -> str:
    """The letter: each stop of the thread in two lines, and the link to answer."""
    stops = "\n\n".join(_stop(stop) for stop in of_story(story))
    begin = _("Hello,\n\nyou told us something. This is what became of it.")
    end = _("Is this what you meant? See it and tell us here:\n{link}").format(link=link)
    bye = _("Thank you. You need no account, and you can always say: do not write to me any more.")
    return f"{begin}\n\n{stops}\n\n{end}\n\n{bye}\n"


def _stop(stop: Stop) -> str:
    lines = [f"{stop.kicker}:", str(stop.title), str(stop.text)]
    return "\n".join(line for line in lines if line.strip())
