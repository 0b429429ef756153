"""Projects, the roles of their teams, their partners, and techniques by principle."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.people.models import Account, Group, Organisation


class Project(models.Model):
    """One piece of co-production with its team and its partners."""

    key = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    definition = models.TextField(_("what we mean by co-production"), blank=True)
    definition_source = models.CharField(max_length=300, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True)
    help_phone = models.CharField(max_length=30, blank=True)
    help_email = models.EmailField(blank=True)
    ethics = models.TextField(_("ethics status"), blank=True)
    source = models.TextField(_("source and licence of published facts"), blank=True)
    is_rehearsal = models.BooleanField(_("made for a rehearsal, and deleted after it"), default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class RoleName(models.TextChoices):
    """What a member of the team may do in a project."""

    LEAD = "lead", _("lead")
    FACILITATOR = "facilitator", _("facilitator")
    ANALYST = "analyst", _("analyst")
    PAYMENTS = "payments", _("payments officer")
    AUDITOR = "auditor", _("auditor")
    SAFEGUARDING = "safeguarding", _("safeguarding lead")


class Role(models.Model):
    """One account's role in one project; an account can hold several."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="team")
    account = models.ForeignKey(Account, models.CASCADE, related_name="roles")
    role = models.CharField(max_length=12, choices=RoleName.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "account", "role"], name="role_once")]

    def __str__(self) -> str:
        return f"{self.account} · {self.get_role_display()}"


class Partner(models.Model):
    """A person as this project knows them: a code, a group, and a pseudonym nobody can turn round."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="partners")
    code = models.CharField(max_length=20)
    pseudonym = models.CharField(max_length=64, unique=True)
    group = models.ForeignKey(Group, models.PROTECT)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True)
    region = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["project", "code"]
        constraints = [models.UniqueConstraint(fields=["project", "code"], name="partner_code_once")]

    def __str__(self) -> str:
        return self.code


class Principle(models.TextChoices):
    """The five principles of co-production (NIHR, 2021)."""

    POWER = "power", _("Sharing of power")
    PERSPECTIVES = "perspectives", _("Including all perspectives and skills")
    KNOWLEDGE = "knowledge", _("Respecting and valuing the knowledge of all")
    RECIPROCITY = "reciprocity", _("Reciprocity")
    RELATIONSHIPS = "relationships", _("Building and maintaining relationships")


class Technique(models.Model):
    """Something the project does to live by a principle, with the evidence that it did."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="techniques")
    principle = models.CharField(max_length=16, choices=Principle.choices)
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    evidence = models.TextField(blank=True)

    class Meta:
        ordering = ["project", "position"]
        constraints = [
            models.UniqueConstraint(fields=["project", "position"], name="technique_position_once")
        ]

    def __str__(self) -> str:
        return self.text
