"""Whether meaning helps where phrases fail: topics, check lines and cost, beside cheaper ways.

Needs, in an environment of its own: requirements.txt, what benchmarks/word_table.py names, and
scikit-learn.
Run: PYTHONPATH=. python benchmarks/meaning.py LEARN.csv ... --test UNSEEN.csv ...
[--resources DIR] [--keep 0.5]
The files are phrase tests as `signpost content evaluate` reads them. Weights and thresholds are
chosen on the first; scores of what learns from phrases are out of fold there. Prints totals only.
"""

import argparse
import re
import subprocess
import sys
import time
from array import array
from collections.abc import Callable, Sequence
from functools import partial
from operator import mul
from pathlib import Path

import numpy as np
from figures import milliseconds, show
from phrase_bench import SAMPLES, Bench, Calls, is_emergency, is_ordinary, open_bench, read_calls
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, RidgeClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline
from word_table import SentenceModel, Vectors, WordTable, stems_in

from signpost.content.library import Library
from signpost.content.phrase_file import PhraseTest
from signpost.language.stems import filler_stems, stem
from signpost.paths import bundled

SIZES = (64, 128, 256)
BLENDS = (1, 2, 4, 8, 16)
SHARES = (0.02, 0.05)
"""Of ordinary requests that may be given a false check line."""
Embed = Callable[[Sequence[str]], Vectors]
Score = Callable[[Sequence[str]], Vectors]
Fit = Callable[[Sequence[str], Sequence[bool]], Score]


# ---------------------------------------------------------------- topics


def similar_topics(embed: Embed, bench: Bench) -> Score:
    """Likeness of each text to each topic's nearest wording."""
    texts, owners = bench.phrases.topics()
    wordings = embed(texts)
    starts = np.unique(np.array(owners), return_index=True)[1]
    return lambda words: np.maximum.reduceat(embed(words) @ wordings.T, starts, axis=1)


def fitting(bench: Bench, calls: Calls, likeness: Vectors | None, how: str, weight: int = 0) -> int:
    """How many requests have a fitting kind among the first three suggestions."""
    names = [topic.id for topic in bench.library.topics]
    count = 0
    for number, (test, heard) in enumerate(zip(calls.tests, calls.heard, strict=True)):
        if not test.kinds or is_emergency(test):
            continue
        scores = {match.topic_id: match.score for match in heard.topics}
        if likeness is not None:
            near = {names[place]: likeness[number, place] for place in likeness[number].argsort()}
            best = dict(list(near.items())[-8:])
            if how == "alone" or (how == "fallback" and not scores):
                scores = best
            elif how == "blend":
                joined = {**dict.fromkeys(best, 0.0), **scores}
                scores = {key: score + weight * near[key] for key, score in joined.items()}
        count += bench.fits(test, heard, scores)
    return count


def report_topics(bench: Bench, files: dict[str, Calls], ways: dict[str, Embed]) -> None:
    """The share of requests with a fitting kind, for each way."""
    for name, calls in files.items():
        asked = [test for test in calls.tests if test.kinds and not is_emergency(test)]
        print(f"{name}: phrases alone {fitting(bench, calls, None, '')} of {len(asked)} requests")
    for way, embed in ways.items():
        score = similar_topics(embed, bench)
        near = {name: score([t.words for t in calls.tests]) for name, calls in files.items()}
        learn = next(iter(files))
        weight = max(BLENDS, key=lambda w: fitting(bench, files[learn], near[learn], "blend", w))
        counts = [
            f"{name}: alone {fitting(bench, calls, near[name], 'alone')}, as fallback "
            f"{fitting(bench, calls, near[name], 'fallback')}, blended by {weight} "
            f"{fitting(bench, calls, near[name], 'blend', weight)}"
            for name, calls in files.items()
        ]
        print(f"  {way:<32} {' | '.join(counts)}", flush=True)


# ---------------------------------------------------------------- check lines


def nearest_protocol(embed: Embed, bench: Bench) -> tuple[Score, Score]:
    """Likeness to each protocol's nearest combination; and the best of these less the likeness to
    the nearest harmless wording."""
    texts, owners = bench.phrases.combinations()
    grave = embed(texts).reshape(-1, SAMPLES, embed(texts[:1]).shape[1]).mean(1)
    grave /= np.maximum(np.linalg.norm(grave, axis=1, keepdims=True), 1e-9)
    starts = np.unique(np.array(owners[::SAMPLES]), return_index=True)[1]
    mild = embed(bench.phrases.harmless())

    def by_protocol(words: Sequence[str]) -> Vectors:
        return np.maximum.reduceat(embed(words) @ grave.T, starts, axis=1)

    return by_protocol, lambda words: by_protocol(words).max(1) - (embed(words) @ mild.T).max(1)


def by_vectors(embed: Embed) -> Fit:
    """A linear model on a text's vector."""

    def fit(texts: Sequence[str], grave: Sequence[bool]) -> Score:
        model = LogisticRegression(max_iter=3_000, class_weight="balanced")
        model.fit(embed(texts), grave)
        return lambda words: np.asarray(model.decision_function(embed(words)))

    return fit


def by_parts(analyzer: object, sizes: tuple[int, int] = (1, 1)) -> Fit:
    """A linear model on words or parts of words; no meaning in it."""

    def fit(texts: Sequence[str], grave: Sequence[bool]) -> Score:
        counted = TfidfVectorizer(analyzer=analyzer, ngram_range=sizes, sublinear_tf=True)
        judged = LogisticRegression(C=10, max_iter=3_000, class_weight="balanced")
        model = make_pipeline(counted, judged).fit(texts, grave)
        return lambda words: np.asarray(model.decision_function(words))

    return fit


def little_words(text: str) -> list[str]:
    """What is left of a text without its symptoms: he, my, now, and the punctuation."""
    found = re.findall(r"[a-z']+|[?,.]", text.lower())
    return [word for word in found if stem(word) in filler_stems() or not word[0].isalpha()]


def out_of_fold(fit: Fit, texts: list[str], grave: list[bool]) -> Vectors:
    """Each text's score by a model that has not seen it."""
    scores = np.zeros(len(texts))
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    for learn, judge in folds.split(texts, grave):
        score = fit([texts[i] for i in learn], [grave[i] for i in learn])
        scores[judge] = score([texts[i] for i in judge])
    return scores


def threshold(scores: dict[str, float], calls: Calls, share: float) -> float:
    """What at most this share of ordinary requests, silent now, scores above."""
    silent = sorted(
        (scores[words] for words in calls.texts(is_ordinary, silent=True)), reverse=True
    )
    return silent[min(len(silent) - 1, int(share * len(calls.of(is_ordinary))))]


def figures(scores: dict[str, float], calls: Calls, above: float, right: Score | None) -> str:
    """Of the emergencies silent now, how many would show a check line, and at what cost."""
    missed = calls.of(is_emergency, silent=True)
    flagged = [test for test in missed if scores[test.words] > above]
    ordinary = calls.texts(is_ordinary, silent=True)
    wrong = sum(scores[words] > above for words in ordinary)
    every = [calls.texts(is_emergency), calls.texts(is_ordinary)]
    auc = [
        roc_auc_score(
            [1] * len(grave) + [0] * len(mild), [scores[words] for words in (*grave, *mild)]
        )
        for grave, mild in (every, ([test.words for test in missed], ordinary))
    ]
    named = f", {right_named(flagged, right)} naming the right protocol" if right else ""
    return (
        f"AUC {auc[0]:.2f}, among silent {auc[1]:.2f}; {len(flagged)} of {len(missed)} missed"
        f"{named}, at {wrong} of {len(every[1])} ordinary ({100 * wrong / len(every[1]):.1f} %)"
    )


def right_named(flagged: list[PhraseTest], right: Score | None) -> int:
    """`right` gives 1 where the nearest protocol is one of those expected."""
    return int(sum(right([test.words])[0] for test in flagged)) if right else 0


class CheckLines:
    """Prints check lines won and false ones, for each way of scoring a text."""

    def __init__(self, bench: Bench, files: dict[str, Calls]) -> None:
        self._bench, self._files = bench, files
        self._first = next(iter(files.values()))
        self._wanted = {t.words: t.wanted for calls in files.values() for t in calls.tests}
        self._everything = list(self._wanted)
        self._ids = [protocol.id for protocol in bench.library.protocols]

    def by_likeness(self, way: str, embed: Embed) -> None:
        """Likeness to the content's own wordings."""
        protocols, contrast = nearest_protocol(embed, self._bench)
        right = self._right(protocols)
        self._show(f"{way}, nearest", protocols(self._everything).max(1), right)
        self._show(f"{way}, less harmless", contrast(self._everything), right)

    def from_content(self, way: str, fit: Fit, protocols: Score) -> None:
        """Taught what is grave and what is harmless by the content's wordings alone."""
        grave, mild = self._bench.phrases.combinations()[0], self._bench.phrases.harmless()
        score = fit(grave + mild, [True] * len(grave) + [False] * len(mild))
        self._show(f"{way}, from the content", score(self._everything), self._right(protocols))

    def taught(self, way: str, fit: Fit) -> None:
        """Taught by the first file."""
        texts = [test.words for test in self._first.tests]
        grave = [is_emergency(test) for test in self._first.tests]
        scores = dict(zip(self._everything, fit(texts, grave)(self._everything), strict=True))
        scores.update(zip(texts, out_of_fold(fit, texts, grave), strict=True))
        self._show(f"{way}, taught", np.array([scores[words] for words in self._everything]))

    def _right(self, protocols: Score) -> Score:
        def right(words: Sequence[str]) -> Vectors:
            best = [self._ids[place] for place in protocols(words).argmax(1)]
            return np.array([b in self._wanted[w] for b, w in zip(best, words, strict=True)])

        return right

    def _show(self, name: str, values: Vectors, right: Score | None = None) -> None:
        scores = dict(zip(self._everything, values.tolist(), strict=True))
        for share in SHARES:
            above = threshold(scores, self._first, share)
            each = [
                f"{file}: {figures(scores, calls, above, right)}"
                for file, calls in self._files.items()
            ]
            print(f"  {name:<36} {100 * share:.0f} % | {' | '.join(each)}", flush=True)


def likely_protocol(bench: Bench) -> Score:
    """How like each protocol a text is, by parts of words."""
    texts, owners = bench.phrases.combinations()
    counted = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    model = make_pipeline(counted, RidgeClassifier(class_weight="balanced")).fit(texts, owners)
    return lambda words: np.asarray(model.decision_function(words))


def report_checks(bench: Bench, files: dict[str, Calls], ways: dict[str, Embed]) -> None:
    """Check lines by meaning, and by words and parts of words."""
    lines = CheckLines(bench, files)
    for way, embed in ways.items():
        lines.by_likeness(way, embed)
    parts = {
        "words": by_parts(lambda text: [forms[-1] for forms in stems_in(bench.reader, text)]),
        "parts of words": by_parts("char_wb", (3, 5)),
        "little words only": by_parts(little_words),
    }
    protocols = likely_protocol(bench)
    for way, fit in parts.items():
        lines.from_content(way, fit, protocols)
    for way, fit in {**{way: by_vectors(embed) for way, embed in ways.items()}, **parts}.items():
        lines.taught(way, fit)


# ---------------------------------------------------------------- cost


def report_cost(table: WordTable, targets: int, texts: list[str]) -> None:
    """One text's vector against `targets` others, in numpy and in plain Python; the table's size
    with one byte for each number."""
    rows = np.random.default_rng(0).normal(size=(targets, table.size))
    plain = [array("f", row) for row in rows]

    def in_numpy(vector: Vectors) -> float:
        return float(np.max(rows @ vector))

    def in_python(vector: list[float]) -> float:
        return float(max(sum(map(mul, row, vector)) for row in plain))

    name = f"{table.size} numbers x {targets}"
    vectors = list(table.embed(texts))
    show(f"{name}, numpy", [milliseconds(partial(in_numpy, each)) for each in vectors])
    lists = [each.tolist() for each in vectors]
    show(f"{name}, plain Python", [milliseconds(partial(in_python, each)) for each in lists])
    letters = sum(len(each) + 1 for each in table.by_stem)
    size = (len(table.by_stem) * table.size + letters) / 1e6
    print(f"  {len(table.by_stem)} stems, {size:.1f} MB")


def report_start() -> None:
    """What importing numpy adds to the start of a process."""
    for code in ("pass", "import numpy"):
        command = [sys.executable, "-c", code]
        run = partial(subprocess.run, command, check=True)
        show(f"python -c '{code}'", [milliseconds(run) for _ in range(15)])


def main() -> None:
    """Read the files, make the tables, print the totals."""
    parser = argparse.ArgumentParser()
    parser.add_argument("learn", type=Path, nargs="+")
    parser.add_argument("--test", type=Path, nargs="*", default=[])
    parser.add_argument("--resources", type=Path, default=bundled("resources"))
    parser.add_argument("--keep", type=float, default=1.0)
    options = parser.parse_args()
    bench = open_bench(options.resources, options.keep)
    files = {"first": read_calls(bench, options.learn)}
    if options.test:
        files["unseen"] = read_calls(bench, options.test)
    model = SentenceModel()
    words = vocabulary(bench.library)
    started = time.perf_counter()
    encoded = model.embed(words)
    print(f"{len(words)} words encoded in {time.perf_counter() - started:.0f} s")
    tables = {size: WordTable(words, encoded, size, bench.reader) for size in SIZES}
    ways: dict[str, Embed] = {f"table {size}": table.embed for size, table in tables.items()}
    ways["sentence model"] = model.embed
    report_topics(bench, files, {**ways, **cheap_ways(bench)})
    report_checks(bench, files, ways)
    for table in tables.values():
        report_cost(table, len(bench.library.topics), [t.words for t in files["first"].tests][:200])
    report_start()


def vocabulary(library: Library) -> list[str]:
    """Common English and every word of the content."""
    texts = [topic.title for topic in library.topics]
    texts += [term for topic in library.topics for term in topic.lay_terms]
    texts += [phrase for concept in library.concepts for phrase in concept.phrases]
    texts += [member for each in library.sets for member in each.members]
    found = {word for text in texts for word in re.findall(r"[a-z]+", text.lower())}
    return sorted(found | set(library.common_words))


def cheap_ways(bench: Bench) -> dict[str, Embed]:
    """Likeness without meaning: telling words in common, and parts of words in common."""
    texts = bench.phrases.topics()[0]
    counters = {
        "telling words in common": TfidfVectorizer(
            analyzer=lambda text: [form for forms in stems_in(bench.reader, text) for form in forms]
        ),
        "parts of words in common": TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)),
    }
    return {name: _counted(counter.fit(texts)) for name, counter in counters.items()}


def _counted(counter: TfidfVectorizer) -> Embed:
    return lambda words: np.asarray(counter.transform(words).toarray())


if __name__ == "__main__":
    main()
