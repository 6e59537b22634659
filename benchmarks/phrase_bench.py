"""The content as plain texts, and phrase tests with what is heard in them: for benchmarks."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from signpost.content.library import Library, read_library
from signpost.content.phrase_file import PhraseTest, read_phrase_tests
from signpost.domain.signpost import RecordMode
from signpost.language.compiled import compile_lexicon
from signpost.language.heard import Heard
from signpost.language.matcher import Matcher
from signpost.language.spelling import Speller
from signpost.language.tokens import Tokenizer
from signpost.usecases.find_services import FindServices
from signpost.usecases.named_directory import read_named
from signpost.usecases.navigate import known_facts

SAMPLES = 6
NOW = datetime(2026, 11, 24, 10, 30)  # noqa: DTZ001 - wall clock, a Tuesday morning


class Phrases:
    """The content's phrases as plain texts: one wording of each taken by lot."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._sets = {each.name: each.members for each in library.sets}
        self._concepts = {each.name: each.phrases for each in library.concepts}
        self._lot = random.Random(5)  # noqa: S311 - not a secret

    def plain(self, phrase: str) -> str:
        """The phrase with one choice of each alternative, set and concept."""
        parts = phrase.replace("\\|", "|").replace(" + ", " ").split()
        return " ".join(self._part(self._lot.choice(part.split("|"))) for part in parts)

    def _part(self, part: str) -> str:
        if part.startswith("["):
            return self._lot.choice(self._sets.get(part[1:-1], ("",)))
        return self.concept(part[1:-1]) if part.startswith("<") else part.strip('"')

    def concept(self, name: str) -> str:
        """One wording of a concept; empty for a built-in one."""
        phrases = self._concepts.get(name)
        return self.plain(self._lot.choice(phrases)) if phrases else ""

    def combinations(self) -> tuple[list[str], list[int]]:
        """Texts that would raise, SAMPLES for each combination, and the place of the protocol."""
        texts: list[str] = []
        owners: list[int] = []
        for place, protocol in enumerate(self.library.protocols):
            for trigger in protocol.triggers:
                for one in [name for group in trigger.any_of for name in group] or [""]:
                    for _ in range(SAMPLES):
                        names = (*trigger.all_of, one)
                        texts.append(" ".join(map(self.concept, names)))
                        owners.append(place)
        return texts, owners

    def topics(self) -> tuple[list[str], list[int]]:
        """Titles and lay terms, and the place of the topic."""
        texts, owners = [], []
        for place, topic in enumerate(self.library.topics):
            wordings = [topic.title, *map(self.plain, topic.lay_terms)]
            texts += wordings
            owners += [place] * len(wordings)
        return texts, owners

    def harmless(self) -> list[str]:
        """Texts that should raise nothing: topics, look-alikes, masks."""
        alike = [text for protocol in self.library.protocols for text in protocol.lookalikes]
        masks = [self.plain(mask) for concept in self.library.concepts for mask in concept.masks]
        return self.topics()[0] + alike + masks


@dataclass(frozen=True)
class Bench:
    """The content, what hears it, and the suggestions of the example directory."""

    library: Library
    matcher: Matcher
    phrases: Phrases
    reader: Tokenizer
    services: FindServices

    def hear(self, tests: Sequence[PhraseTest]) -> list[Heard]:
        """What is heard in each."""
        return [self.matcher.hear(test.words, test.patient) for test in tests]

    def fits(self, test: PhraseTest, heard: Heard, scores: dict[str, float]) -> bool:
        """Whether a fitting kind is among the first three suggestions for topics so scored."""
        topics = {topic.id: topic for topic in self.library.topics}
        best = sorted(scores.items(), key=lambda item: -item[1])[:8]
        found = self.services.find(
            [(topics[key], score) for key, score in best],
            known_facts(test.patient, heard.said),
            None,
            NOW,
            RecordMode.REHEARSAL,
            words=test.words,
        )
        return any(each.kind.value in test.kinds for each in found[:3])


def open_bench(resources: Path, keep: float) -> Bench:
    """`keep` is the share of each concept's phrases that is left in: fewer make more misses."""
    library = read_library(resources)
    lot = random.Random(1)  # noqa: S311 - not a secret
    kept = [
        replace(
            each,
            phrases=tuple(p for p in each.phrases if lot.random() < keep) or each.phrases[:1],
        )
        for each in library.concepts
    ]
    library = replace(library, concepts=tuple(kept))
    compiled = compile_lexicon(library.lexicon())
    services = FindServices(read_named("example", None).directory)
    reader = Tokenizer(Speller(compiled.spelling).corrections)
    matcher = Matcher(compiled, library.protocols)
    return Bench(library, matcher, Phrases(library), reader, services)


@dataclass(frozen=True)
class Calls:
    """Phrase tests with what is heard in them now."""

    tests: list[PhraseTest]
    heard: list[Heard]

    def texts(self, chosen: Callable[[PhraseTest], bool], *, silent: bool = False) -> list[str]:
        """The words of the chosen; with `silent` only where neither prompt nor check line shows."""
        return [test.words for test in self.of(chosen, silent=silent)]

    def of(self, chosen: Callable[[PhraseTest], bool], *, silent: bool = False) -> list[PhraseTest]:
        """The chosen tests."""
        pairs = zip(self.tests, self.heard, strict=True)
        return [test for test, heard in pairs if chosen(test) and not (silent and heard.prompts)]


def is_emergency(test: PhraseTest) -> bool:
    """One that must raise a prompt."""
    return test.expect == "raise"


def is_ordinary(test: PhraseTest) -> bool:
    """A request that must not; lists of denied symptoms are apart."""
    return test.expect in {"nothing", "topic"} and test.style != "negated"


def read_calls(bench: Bench, paths: Sequence[Path]) -> Calls:
    """The phrase tests of these files, heard."""
    tests = [test for path in paths for test in read_phrase_tests(path, [])]
    return Calls(tests, bench.hear(tests))
