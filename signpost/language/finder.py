"""Finds the phrases of a book in tokens. A pure function; what it keeps is only a memory of the
text before."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from signpost.language.compiled import Compiled
from signpost.language.phrases import Element
from signpost.language.tokens import PAUSES, Token

_WORDS_BETWEEN_IN_ORDER = 1
_WORDS_BETWEEN_SIDES = 5
_WORDS_BETWEEN_EVERYDAY = 1
_SPREAD_OF_EVERYDAY = 4
_COST_OF_A_STOP = 5
_LOOK_BACK = 26
_TURNS = frozenset({"but", "however", "although"})
_DENIERS = frozenset({"no", "not", "never", "nor"})
"""In a phrase such as "no breath" these stand right before the next word: "no trouble breathing" is
not it."""

Indices = tuple[int, ...]


class PhraseHit(NamedTuple):
    """A pattern found, with the numbers of the tokens that matched, in order."""

    pattern: int
    tokens: Indices


class Finder:
    """Finds every pattern of a compiled book."""

    def __init__(self, compiled: Compiled) -> None:
        self._exact = frozenset(compiled.exact)
        self._elements = compiled.elements
        self._chains = [
            (side, chain) for side, chains in enumerate(compiled.chains) for chain in chains
        ]
        self._single: dict[str, list[int]] = defaultdict(list)
        self._longer: dict[str, dict[str, list[int]]] = defaultdict(dict)
        for number, (side, chain) in enumerate(self._chains):
            for form in self._elements[chain[-1]]:
                if len(chain) == 1:
                    self._single[form].append(side)
                    continue
                by_form_before = self._longer[form]
                for before in self._elements[chain[-2]]:
                    by_form_before.setdefault(before, []).append(number)
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
        self._matches: dict[int, list[Indices]] = defaultdict(list)
        """By side that is joined with others, what matched it so far, in order."""
        self._last_place = [-1] * len(compiled.chains)
        """By side, where the last of these ends."""

    def find(self, tokens: list[Token], costs: list[int]) -> list[PhraseHit]:
        """Every pattern found, by the place of its last word; `costs` are the tokens' running
        costs."""
        forms = [self._forms(token) for token in tokens]
        same = self._same_start(forms)
        _, old_sides, old_hits = self._before
        sides, hits = old_sides[:same], old_hits[:same]
        self._forget(old_sides[same:])
        for place in range(same, len(tokens)):
            ended = self._sides_ending(forms, tokens, place)
            to_join = {side: found for side, found in ended.items() if side in self._together}
            for side, found in to_join.items():
                self._matches[side].append(found)
                self._last_place[side] = place
            alone = [
                PhraseHit(number, matched)
                for side, matched in ended.items()
                for number in self._alone.get(side, ())
            ]
            hits.append(alone + self._joined(to_join, _earliest_near(costs, place), costs, tokens))
            sides.append(to_join)
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
            found: dict[int, Indices] = {}
            for side, chain in self._chains_ending(form, recent):
                if side not in ended and side not in found:
                    matched = _match_back([self._elements[n] for n in chain], forms, tokens, place)
                    if matched is not None:
                        found[side] = matched
            found.update(dict.fromkeys(self._single.get(form, ()), (place,)))
            for side in sorted(found):
                ended[side] = found[side]
        return ended

    def _chains_ending(self, form: str, recent: set[str]) -> list[tuple[int, Indices]]:
        """The chains of several words that end with `form` and whose last word but one was heard
        lately, by their sides."""
        by_form_before = self._longer.get(form)
        if by_form_before is None:
            return []
        heard = recent.intersection(by_form_before)
        numbers = {number for before in heard for number in by_form_before[before]}
        return [self._chains[number] for number in sorted(numbers)]

    def _forget(self, sides: list[dict[int, Indices]]) -> None:
        """Take back the matches that ended at the last places."""
        for gone in sides:
            for side in gone:
                matches = self._matches[side]
                matches.pop()
                self._last_place[side] = matches[-1][-1] if matches else -1

    def _joined(
        self, ended: dict[int, Indices], earliest: int, costs: list[int], tokens: list[Token]
    ) -> list[PhraseHit]:
        """Patterns whose last side has just ended, the others back to the place `earliest`."""
        hits: list[PhraseHit] = []
        last_place = self._last_place
        for side, matched in ended.items():
            near = [row for row in self._together[side] if last_place[row[1][0]] >= earliest]
            for number, others in near:
                candidates = [self._nearest_first(other, earliest) for other in others]
                joined = _join(matched, candidates, costs, tokens)
                if joined:
                    hits.append(PhraseHit(number, joined))
        return hits

    def _nearest_first(self, side: int, earliest: int) -> list[Indices]:
        """What matches a side, back to the place `earliest`."""
        found: list[Indices] = []
        for matched in reversed(self._matches[side]):
            if matched[-1] < earliest:
                break
            found.append(matched)
        return found


def _earliest_near(costs: list[int], place: int) -> int:
    """The first place close enough before `place` for sides that end there to be joined."""
    enough = costs[place] - 3 * _WORDS_BETWEEN_SIDES
    return bisect_left(costs, enough, max(0, place - _LOOK_BACK + 1), place)


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
    chain: Sequence[Element], forms: list[tuple[str, ...]], tokens: list[Token], last: int
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
    others: list[list[Indices]],
    costs: list[int],
    tokens: list[Token],
) -> Indices:
    """`matched` and a match of every other side close to it, sharing no word; empty when there is
    none. `others` are each side's matches. Words of every conversation must stand closer than
    others."""
    together: set[int] = set(matched)
    everyday = all(tokens[place].is_everyday for place in matched)
    for candidates in others:
        for candidate in candidates:
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
