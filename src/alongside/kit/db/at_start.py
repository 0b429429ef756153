"""The checks behind `guard.check_at_start`: each looks at one thing and answers with a sentence, or nothing."""


def problems() -> list[str]:
    """One plain sentence for each thing that is wrong; empty when all is well."""
    return []
