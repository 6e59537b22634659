"""Phrases of the content files turned back into words that a caller might say."""

from collections.abc import Iterator, Mapping, Sequence


def wordings(
    phrase: str,
    sets: Mapping[str, Sequence[str]],
    concepts: Mapping[str, Sequence[str]],
    most: int,
) -> Iterator[str]:
    """At most `most` wordings of `phrase`, every alternative of its longest part before any is said
    twice. Nothing for a phrase that is another concept whole."""
    sides = [side.split() for side in phrase.split(" + ")]
    if sides == [[phrase]] and phrase.startswith("<"):
        return
    parts = [_alternatives(part, sets, concepts) for side in sides for part in side]
    if not all(parts):
        return
    said: set[str] = set()
    for turn in range(min(most, 2 * max(len(part) for part in parts))):
        words = " ".join(
            part[(turn + turn * place) % len(part)] for place, part in enumerate(parts)
        )
        if words not in said:
            said.add(words)
            yield words


def _alternatives(
    part: str, sets: Mapping[str, Sequence[str]], concepts: Mapping[str, Sequence[str]]
) -> list[str]:
    """What may be said for one part of a phrase; of another concept only what is plain words."""
    found: list[str] = []
    for alternative in part.split("|"):
        name = alternative[1:-1]
        if alternative.startswith("["):
            found += sets.get(name, ())
        elif alternative.startswith("<"):
            found += [said for said in concepts.get(name, ()) if not set(said) & set('+|[<"')]
        else:
            found.append(alternative.strip('"'))
    return found
