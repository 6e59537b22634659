"""Finds the phrases of a book in tokens. A pure function; what it keeps is only a memory of the
text before."""

from collections import defaultdict
from dataclasses import dataclass

from signpost.language.compiled import Compiled
from signpost.language.phrases import Chain
from signpost.language.tokens import PAUSES, Token

_WORDS_BETWEEN_IN_ORDER = 1
_WORDS_BETWEEN_SIDES = 6
_WORDS_BETWEEN_EVERYDAY = 2
_SPREAD_OF_EVERYDAY = 4
_COST_OF_A_STOP = 5
_LOOK_BACK = 26
_TURNS = frozenset({"but", "however", "although"})
_DENIERS = frozenset({"no", "not", "never", "nor"})
"""In a phrase such as "no breath" these stand right before the next word: "no trouble breathing" is
not it."""

Indices = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """A pattern found, with the numbers of the tokens that matched, in order."""

    pattern: int
    tokens: Indices


class Finder:
    """Finds every pattern of a compiled book."""

    def __init__(self, compiled: Compiled) -> None:
        self._exact = frozenset(compiled.exact)
        self._by_last: dict[str, list[tuple[int, Chain]]] = defaultdict(list)
        for number, chains in enumerate(compiled.chains_of_sides()):
            for chain in chains:
                for form in chain[-1]:
                    self._by_last[form].append((number, chain))
        self._alone: dict[int, list[int]] = defaultdict(list)
        self._together: dict[int, list[tuple[int, tuple[int, ...]]]] = defaultdict(list)
        for number, sides in enumerate(compiled.patterns):
            if len(sides) == 1:
                self._alone[sides[0]].append(number)
            else:
                for place, side in enumerate(sides):
                    self._together[side].append((number, sides[:place] + sides[place + 1 :]))
        self._before: tuple[
            list[tuple[str, ...]], list[dict[int, Indices]], list[list[PhraseHit]]
        ] = ([], [], [])

    def find(self, tokens: list[Token]) -> list[PhraseHit]:
        """Every pattern found, by the place of its last word."""
        forms = [self._forms(token) for token in tokens]
        same = self._same_start(forms)
        _, old_sides, old_hits = self._before
        sides, hits = old_sides[:same], old_hits[:same]
        costs = running_costs(tokens)
        for place in range(same, len(tokens)):
            ended = self._sides_ending(forms, tokens, place)
            hits.append(self._hits_ending(ended, sides, costs, tokens))
            sides.append({side: found for side, found in ended.items() if side in self._together})
        self._before = (forms, sides, hits)
        return [hit for found in hits for hit in found]

    def _forms(self, token: Token) -> tuple[str, ...]:
        return (*token.forms, f"={token.surface}") if token.surface in self._exact else token.forms

    def _same_start(self, forms: list[tuple[str, ...]]) -> int:
        before = self._before[0]
        same = 0
        for old, new in zip(before, forms, strict=False):
            if old != new:
                break
            same += 1
        return same

    def _sides_ending(
        self, forms: list[tuple[str, ...]], tokens: list[Token], place: int
    ) -> dict[int, Indices]:
        ended: dict[int, Indices] = {}
        recent = {form for near in forms[max(0, place - _LOOK_BACK) : place] for form in near}
        for form in forms[place]:
            for side, chain in self._by_last.get(form, ()):
                if len(chain) == 1:
                    ended[side] = (place,)
                elif side not in ended and not chain[-2].isdisjoint(recent):
                    matched = _match_back(chain, forms, tokens, place)
                    if matched is not None:
                        ended[side] = matched
        return ended

    def _hits_ending(
        self,
        ended: dict[int, Indices],
        sides: list[dict[int, Indices]],
        costs: list[int],
        tokens: list[Token],
    ) -> list[PhraseHit]:
        place = len(sides)
        hits = [
            PhraseHit(number, matched)
            for side, matched in ended.items()
            for number in self._alone.get(side, ())
        ]
        wanted = [side for side in ended if side in self._together]
        near = _sides_near(ended, sides, costs, place) if wanted else {}
        for side in wanted:
            for number, others in self._together[side]:
                if all(other in near for other in others):
                    joined = _join(ended[side], others, near, costs, tokens)
                    if joined:
                        hits.append(PhraseHit(number, joined))
        return hits


def _sides_near(
    ended: dict[int, Indices], sides: list[dict[int, Indices]], costs: list[int], place: int
) -> dict[int, list[Indices]]:
    """The sides found close enough before `place` to be joined, the nearest first."""
    near: dict[int, list[Indices]] = {side: [matched] for side, matched in ended.items()}
    for earlier in range(place - 1, max(-1, place - _LOOK_BACK), -1):
        if costs[place] - costs[earlier] > 3 * _WORDS_BETWEEN_SIDES:
            break
        for side, matched in sides[earlier].items():
            near.setdefault(side, []).append(matched)
    return near


def running_costs(tokens: list[Token]) -> list[int]:
    """Running count of words that matter up to and including each token; a stop counts as
    several."""
    total, costs = 0, []
    for token in tokens:
        if token.is_break or token.surface in _TURNS:
            total += _COST_OF_A_STOP
        elif not token.is_filler and token.surface not in PAUSES:
            total += 1
        costs.append(total)
    return costs


def _match_back(
    chain: Chain, forms: list[tuple[str, ...]], tokens: list[Token], last: int
) -> Indices | None:
    """The tokens that `chain` matches when its last element stands at `last`, looking back; None if
    it does not."""
    matched = [last]
    place, between, skipped = last - 1, 0, 0
    wanted = len(chain) - 2
    while wanted >= 0 and place >= 0:
        token = tokens[place]
        if not chain[wanted].isdisjoint(forms[place]):
            if between and token.surface in _DENIERS:
                return None
            matched.append(place)
            wanted, between = wanted - 1, 0
        elif token.is_break or token.surface == "but":
            return None
        elif not token.is_filler and token.surface not in PAUSES:
            between, skipped = between + 1, skipped + 1
            if between > _WORDS_BETWEEN_IN_ORDER:
                return None
        place -= 1
    far_apart = skipped or last - place > len(chain) + _SPREAD_OF_EVERYDAY
    if wanted >= 0 or (far_apart and all(tokens[each].is_everyday for each in matched)):
        return None
    return tuple(reversed(matched))


def _join(
    matched: Indices,
    others: tuple[int, ...],
    near: dict[int, list[Indices]],
    costs: list[int],
    tokens: list[Token],
) -> Indices:
    """`matched` and a match of every other side close to it, sharing no word; empty when there is
    none. Words of every conversation must stand closer than others."""
    together: set[int] = set(matched)
    everyday = all(tokens[place].is_everyday for place in matched)
    for other in others:
        for candidate in near[other]:
            loose = everyday and all(tokens[place].is_everyday for place in candidate)
            most = _WORDS_BETWEEN_EVERYDAY if loose else _WORDS_BETWEEN_SIDES
            if together.isdisjoint(candidate) and _words_between(matched, candidate, costs) <= most:
                together.update(candidate)
                break
        else:
            return ()
    return tuple(sorted(together))


def _words_between(one: Indices, other: Indices, costs: list[int]) -> int:
    low, high = (other, one) if other[-1] <= one[-1] else (one, other)
    return costs[high[0]] - costs[low[-1]] - 1
