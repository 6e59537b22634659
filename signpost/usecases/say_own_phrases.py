"""Say each concept's own phrases plainly and tell which it does not hear: a mask is too wide, or
two phrases of the file work against each other."""

from collections.abc import Iterator
from dataclasses import dataclass

from signpost.language.wordings import wordings
from signpost.usecases.listen import Listening


@dataclass(frozen=True)
class UnheardWording:
    """Words that a phrase of a concept stands for and that the concept does not hear."""

    concept: str
    phrase: str
    words: str

    def __str__(self) -> str:
        return f"{self.concept} does not hear '{self.words}', its own phrase '{self.phrase}'"


def say_own_phrases(listening: Listening, most: int) -> Iterator[UnheardWording]:
    """What concepts do not hear of their own phrases, each said in up to `most` ways."""
    library = listening.library
    sets = {word_set.name: word_set.members for word_set in library.sets}
    concepts = {concept.name: concept.phrases for concept in library.concepts}
    for concept in library.concepts:
        for phrase in concept.phrases:
            for words in wordings(phrase, sets, concepts, most):
                heard = {said.partition(" ")[0] for said in listening.matcher.concepts_in(words)}
                if concept.name not in heard:
                    yield UnheardWording(concept.name, phrase, words)
