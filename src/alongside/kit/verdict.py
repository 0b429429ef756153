"""A rule's answer: yes, or no with the reason.

Pages show the reason; actions refuse with the same sentence.
"""

from dataclasses import dataclass

from alongside.kit.errors import Refused


@dataclass(frozen=True, slots=True)
class Verdict:
    """Yes or no, and why. Use it like a bool; call `require()` where a no must stop the work."""

    is_yes: bool
    because: str = ""

    def __bool__(self) -> bool:
        return self.is_yes

    def require(self) -> None:
        """Raise Refused with the reason when the answer is no."""
        if not self.is_yes:
            raise Refused(self.because)


YES = Verdict(True)


def no(because: str) -> Verdict:
    """A no with its reason: a translated sentence that says what would help."""
    return Verdict(False, because)
