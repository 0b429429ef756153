"""Topics, resources and their versions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.people.models import Account
from alongside.workshops.models import Series


class Topic(models.Model):
    """A subject that resources of a series are made for."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="topics")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["series", "position"]
        constraints = [models.UniqueConstraint(fields=["series", "position"], name="topic_position_once")]

    def __str__(self) -> str:
        return self.name


class ResourceKind(models.TextChoices):
    """What a resource is to the hand."""

    BOOKLET = "booklet", _("booklet")
    SLIDES = "slides", _("slide deck")
    NARRATED = "narrated", _("narrated slide deck")
    CARDS = "cards", _("What if…? cards")
    CURRICULUM = "curriculum", _("curriculum document")
    POLICY = "policy", _("policy document")
    OTHER = "other", _("something else")


class Tier(models.TextChoices):
    """For which stage of the work."""

    ALL = "all", _("everyone")
    FIRST_WEEKS = "first_weeks", _("first weeks")
    FIRST_MONTHS = "first_months", _("first months")
    ADVANCED = "advanced", _("advanced")
    MANAGERS = "managers", _("managers")


class Resource(models.Model):
    """Something made together; what it says stands in its versions."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="resources")
    key = models.SlugField()
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=ResourceKind.choices)
    tier = models.CharField(max_length=12, choices=Tier.choices, default=Tier.ALL)
    topics = models.ManyToManyField(Topic, blank=True, related_name="resources")
    licence = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["series", "key"]
        constraints = [models.UniqueConstraint(fields=["series", "key"], name="resource_key_once")]

    def __str__(self) -> str:
        return self.title


class Version(models.Model):
    """A named version of a resource. Once released it does not change."""

    resource = models.ForeignKey(Resource, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    summary = models.TextField(_("what is new in it"), blank=True)
    text = models.TextField(_("the text, in Markdown"), blank=True)
    link = models.URLField(blank=True)
    released_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["resource", "number"]
        constraints = [models.UniqueConstraint(fields=["resource", "number"], name="version_number_once")]

    def __str__(self) -> str:
        return f"{self.resource}, {self.name}"
