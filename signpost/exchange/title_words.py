"""The words of protocol titles as a book's index has them: each word, and where to find it."""

import re
from collections.abc import Iterable

from signpost.domain.protocol import Protocol

_WORD = re.compile(r"[a-z][a-z'-]{2,}")
# Words of titles that nobody would look under.
_PASSED_OVER = frozenset(
    """about after all and another anyone are around away bad bang behind being below between but by
    calling can cannot coming could daily days dangerously down enough ever expectant far fast for
    freely from gone got had half hand has have having heavy her herself home important information
    ill into its itself just keep keeps last lasted left less like lots low many missed more moving
    near new newly not nothing now off one open or other others out over part passing past people
    pregnant's put round safe same seeing self serious severe side sign signs small someone
    something somebody still strange sudden suddenly takes taken than that the them there thing
    things this those today too touched trouble under unwell used very wants was weeks went what
    when where which who widely will with without work working worse worst wrong years yet""".split()
)


def title_words(protocols: Iterable[Protocol]) -> list[tuple[str, list[str]]]:
    """Every word worth looking under, in alphabetical order, with the ids of the protocols whose
    title has it. A plural stands with its singular."""
    found: dict[str, list[str]] = {}
    for protocol in protocols:
        for word in dict.fromkeys(_WORD.findall(protocol.title.lower().replace("’", "'"))):
            if word not in _PASSED_OVER:
                found.setdefault(word, []).append(protocol.id)
    for word in sorted(found):
        if f"{word}s" in found:
            more = [one for one in found.pop(f"{word}s") if one not in found[word]]
            found[word] += more
    return sorted(found.items())
