"""Keys of whole projects: one person has one pseudonym inside a project and another in the next."""

from alongside.kit.keys.models import ProjectKey


def pseudonym_key(project_id: object) -> bytes:
    """The 32-byte key of a project, made when first asked for."""
    kept, _ = ProjectKey.objects.get_or_create(project=str(project_id))
    return bytes(kept.key)


def destroy(project_id: object) -> bool:
    """Delete a project's key, so nobody can find the people behind its pseudonyms again.

    True if there was one.
    """
    deleted, _ = ProjectKey.objects.filter(project=str(project_id)).delete()
    return bool(deleted)
