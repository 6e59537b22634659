"""The words of protocol titles as a book's index has them: each word, and where to find it."""

import re
from collections.abc import Iterable

from signpost.domain.protocol import Protocol
from signpost.language.stems import stem

_WORD = re.compile(r"[a-z][a-z'-]{2,}")
# Words of titles that nobody would look under.
_PASSED_OVER_TEXT = """
about after all and another anyone anything are around away bad bang been behaving behind being
below between but by calling can cannot change coming contact controlled could daily days deep
delivered depends differently does down enough ever expectant failure far fast for freely from
getting gone got had half hand hard has have having heavy help her herself high home important
information ill into its itself just keep keeps last lasted left less like line looks lots low
many missed more moving much near nearly needs new newly normally not nothing now object off one
open other others out over part pass passed passing past people person professional put round run
safe same say seeing self serious severe side sign signs small someone something somebody stays
still stop stopping strange sudden suddenly system takes taken talk than that the them there thing
things this those time today too touched trouble under unwell use used very wants was watching
weeks went what when where which while who widely will with without work working worse worst wrong
years yet
"""
_PASSED_OVER = frozenset(_PASSED_OVER_TEXT.split())


def title_words(protocols: Iterable[Protocol]) -> list[tuple[str, list[str]]]:
    """Every word worth looking under, in alphabetical order, with the ids of the protocols whose
    title has it. Forms of one word stand together under the shortest."""
    found: dict[str, dict[str, None]] = {}
    shown: dict[str, str] = {}
    for protocol in protocols:
        for word in _WORD.findall(protocol.title.lower().replace("’", "'")):
            if word in _PASSED_OVER:
                continue
            key = stem(word)
            shown[key] = min(shown.get(key, word), word, key=lambda form: (len(form), form))
            found.setdefault(key, {})[protocol.id] = None
    return sorted((shown[key], list(ids)) for key, ids in found.items())
