"""The two kinds of failure a person is told about; anything else is a bug."""


class SignpostError(Exception):
    """A failure with a sentence for the person at the desk."""


class UserMistake(SignpostError):
    """Something typed that cannot be used; shown beside the field, nothing is lost."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.sentence = sentence


class NotAvailable(SignpostError):
    """Something outside the program did not work; shown with what to do about it."""

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(f"{sentence} {remedy}".strip())
        self.sentence = sentence
        self.remedy = remedy
