"""Organisations, groups, persons (contact details sealed) and the team's accounts."""

import uuid

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.kit.words import OwnWordsField


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; there are no passwords, sign-in is by e-mailed code and passkey."""

    def create_user(self, email: str, shown_as: str = "") -> "Account":
        """Create an account for one e-mail address, which is kept in lower case."""
        account = self.model(email=email.strip().lower(), shown_as=shown_as)
        account.set_unusable_password()
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A member of a team who signs in. Partners have seats instead."""

    email = models.EmailField(_("e-mail address"), unique=True)
    shown_as = models.CharField(_("shown as"), max_length=80, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    objects = AccountManager()

    def __str__(self) -> str:
        return self.shown_as or self.email

    # Django's own apps ask every account these two; rights live in project roles instead.
    @property
    def is_staff(self) -> bool:
        """Never: there is no back office to enter."""
        return False


class Organisation(models.Model):
    """A university, trust, charity, agency or council."""

    key = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=40, blank=True)
    region = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.name


class Shape(models.TextChoices):
    """How a group is drawn: each has its colour, shape and pattern in the visual system."""

    WORKERS = "workers", _("circle")
    MANAGERS = "managers", _("square")
    CARERS = "carers", _("triangle")
    PATIENTS = "patients", _("diamond")
    TEAM = "team", _("hexagon")


class Group(models.Model):
    """A kind of partner, such as homecare workers, with the names used for it locally."""

    key = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    one = models.CharField(_("one of them"), max_length=80)
    shape = models.CharField(max_length=12, choices=Shape.choices)
    other_names = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "key"]

    def __str__(self) -> str:
        return self.name


class Route(models.TextChoices):
    """How a person wishes to be reached."""

    NONE = "none", _("not at all")
    EMAIL = "email", _("e-mail")
    TEXT = "text", _("text message")
    PHONE = "phone", _("phone call")
    POST = "post", _("letter")
    IN_PERSON = "in_person", _("in person")


class Person(models.Model):
    """Somebody, as only those may see who must reach them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = OwnWordsField(null=True, blank=True)
    email = OwnWordsField(null=True, blank=True)
    phone = OwnWordsField(null=True, blank=True)
    needs = OwnWordsField(_("access needs"), null=True, blank=True)
    reached_by = models.CharField(max_length=10, choices=Route.choices, default=Route.NONE)
    language = models.CharField(max_length=12, default="en-gb")

    def __str__(self) -> str:
        return f"person {self.id}"
