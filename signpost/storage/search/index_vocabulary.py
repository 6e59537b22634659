"""The index's own words: which begin with what is typed, and which were meant by a typing error."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from zlib import crc32

from signpost.language.shortened import LONG_WORD, deletes
from signpost.language.spelling import distance, sound_of

SHORTEST_CORRECTED = 4
LONGEST_BEGINNING = 7
"""Beginnings of this many letters and fewer are corrected too: a word is being typed."""
MOST_BEGINNINGS = 40
MOST_CORRECTIONS = 3

Ask = Callable[[str, Sequence[Any]], list[Any]]
"""Asks the index: a statement and its values."""

_ALL_WORDS = """
INSERT INTO word (word, documents)
  SELECT term, sum(doc) FROM temp.vocabulary WHERE col <> 'marks' GROUP BY term
"""
_BEGINNING = """
SELECT word FROM word WHERE word >= ? AND word < ? AND documents > 0
ORDER BY documents DESC LIMIT ?
"""
_NEAR = """
SELECT DISTINCT word.word, word.documents
FROM near_word JOIN word ON word.number = near_word.word WHERE hash IN ({})
"""
_CALLED_WORDS = "SELECT DISTINCT term FROM temp.vocabulary WHERE col IN ('name', 'place')"


def write_vocabulary(connection: sqlite3.Connection) -> None:
    """All words of the documents; those of names and places can be corrected to."""
    run = connection.execute
    run("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'words', 'col')")
    run(_ALL_WORDS)
    called = [word for (word,) in run(_CALLED_WORDS)]
    _put_near(connection, called)
    run("DROP TABLE temp.vocabulary")


def add_words(connection: sqlite3.Connection, texts: Iterable[str]) -> None:
    """Words of documents that were put in later."""
    words = {word for text in texts for word in text.split()}
    fresh = [
        word
        for word in sorted(words)
        if connection.execute(
            "INSERT OR IGNORE INTO word (word, documents) VALUES (?, 1)", (word,)
        ).rowcount
    ]
    _put_near(connection, fresh)


def beginning_with(ask: Ask, start: str) -> list[str]:
    """The commonest words that begin so."""
    rows = ask(_BEGINNING, (start, f"{start}\uffff", MOST_BEGINNINGS))
    return [word for (word,) in rows]


def meant_by(ask: Ask, typed: str) -> list[str]:
    """Words, or beginnings of words, that were likely meant, likeliest first."""
    if len(typed) < SHORTEST_CORRECTED or not typed.isalpha():
        return []
    limit = 2 if len(typed) >= LONG_WORD - 1 else 1
    hashes = {_hash(each) for each in deletes(typed, limit)} | {_sound_hash(typed)}
    rows = ask(_NEAR.format(", ".join("?" * len(hashes))), tuple(hashes))
    near = sorted((distance(typed, word, limit + 1), -documents, word) for word, documents in rows)
    close = [each for each in near if each[0] <= limit or sound_of(each[2]) == sound_of(typed)]
    if not close:
        return []
    return [word for edits, _, word in close if edits == close[0][0]][:MOST_CORRECTIONS]


def _put_near(connection: sqlite3.Connection, words: Iterable[str]) -> None:
    """Let words, and their beginnings, be found by what may have been typed for them."""
    whole = {word for word in words if word.isalpha() and len(word) >= SHORTEST_CORRECTED}
    parts = whole | {
        word[:length]
        for word in whole
        for length in range(SHORTEST_CORRECTED, min(len(word) - 1, LONGEST_BEGINNING) + 1)
    }
    connection.executemany(
        "INSERT OR IGNORE INTO word (word, documents) VALUES (?, 0)",
        ((part,) for part in sorted(parts)),
    )
    for part in sorted(parts):
        (number,) = connection.execute("SELECT number FROM word WHERE word = ?", (part,)).fetchone()
        keys = _keys_of(part, is_whole=part in whole)
        connection.executemany(
            "INSERT OR IGNORE INTO near_word VALUES (?, ?)", [(key, number) for key in keys]
        )


def _keys_of(part: str, *, is_whole: bool) -> set[int]:
    depth = 2 if is_whole and len(part) >= LONG_WORD else 1
    keys = {_hash(each) for each in deletes(part, depth)}
    return keys | {_sound_hash(part)} if is_whole else keys


def _hash(text: str) -> int:
    return crc32(text.encode())


def _sound_hash(word: str) -> int:
    return crc32(f"~{sound_of(word)}".encode())
