"""What the team types about a project."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.ui.forms import PlainForm
from alongside.projects.models import Project, RoleName


class ProjectForm(PlainForm, forms.ModelForm):
    """What a project says about itself."""

    class Meta:
        model = Project
        fields = [
            "name",
            "summary",
            "definition",
            "definition_source",
            "help_phone",
            "help_email",
            "ethics",
            "source",
        ]
        widgets = {
            name: forms.Textarea(attrs={"rows": 3}) for name in ("summary", "definition", "ethics", "source")
        }
        labels = {
            "name": _("Name of the project"),
            "summary": _("What it is, in two sentences"),
            "definition": _("What we mean by co-production"),
            "definition_source": _("Where this meaning comes from"),
            "help_phone": _("Phone number for help"),
            "help_email": _("E-mail address for help"),
            "ethics": _("Ethics status"),
            "source": _("Source and licence of published facts"),
        }
        help_texts = {"help_phone": _("It stands on every page a partner sees.")}


class TeamForm(PlainForm, forms.Form):
    """Somebody who joins the team."""

    email = forms.EmailField(label=_("E-mail address"))
    shown_as = forms.CharField(label=_("Shown as"), required=False, max_length=80)
    role = forms.ChoiceField(label=_("Role"), choices=[("", _("Pick a role")), *RoleName.choices])


class ReasonForm(PlainForm, forms.Form):
    """Why somebody's contact is opened."""

    because = forms.CharField(
        label=_("Why do you need it?"),
        help_text=_("The reason is kept in the record with your name."),
        max_length=200,
    )
