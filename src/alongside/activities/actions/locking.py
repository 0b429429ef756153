"""Holding an activity while it is changed."""

from alongside.activities.models import Activity


def locked(activity: Activity) -> Activity:
    """The activity as it stands now, held until the transaction ends; two facilitators may press at once."""
    Activity.objects.select_for_update().filter(pk=activity.pk).first()
    return Activity.objects.select_related("item", "session__round__series__project").get(pk=activity.pk)
