"""The two things that may go wrong on purpose. Anything else is a bug and should be loud."""


class Refused(Exception):
    """Something may not be done now; `because` is a sentence for the person who asked."""

    def __init__(self, because: str) -> None:
        super().__init__(because)
        self.because = because


class NotVisible(Exception):
    """The thing is not there for this viewer. Pages answer 404, so nobody learns that it exists."""
