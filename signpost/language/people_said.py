"""Who is spoken of: the relatives, "he" and "she", and whether the caller speaks of themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from signpost.domain.caller import Sex
from signpost.language.people_words import (
    ALONGSIDE,
    ANYONE,
    BACKGROUND,
    CHILDREN,
    DIED,
    FRAMES,
    INTRODUCES,
    NOW,
    OWN_F,
    OWN_M,
    OWN_PARTS,
    POINTERS,
    SAME_PERSON,
    SETTINGS,
    SEX_OF,
    SMALL,
)
from signpost.language.scope import Scopes
from signpost.language.tokens import Token


@dataclass
class People:
    """Those who may be the patient. `relatives` holds the sex by each one's word; `bystanders` are
    relatives who speak or stand by; `unnamed` are the sexes of "he", "she", "lady", "boy".
    """

    relatives: dict[str, Sex] = field(default_factory=dict)
    bystanders: dict[str, Sex] = field(default_factory=dict)
    unnamed: set[Sex] = field(default_factory=set)
    caller: bool = False
    own: set[Sex] = field(default_factory=set)
    another_before: bool = False
    """Someone was spoken of before the first relative was named."""

    def count(self) -> int:
        """How many different people may be meant."""
        apart = self.unnamed - set(self.relatives.values())
        beside = [
            who
            for who, sex in self.bystanders.items()
            if who not in self.relatives and sex not in self.unnamed
        ]
        return len(self.relatives) + len(apart) + len(beside) + self.caller + self.another_before

    def sex(self) -> Sex | None:
        """That of the only one who may be meant; None if it is not said or there are more."""
        sexes = {*self.relatives.values(), *self.unnamed, *self.own}
        return next(iter(sexes)) if self.count() == len(sexes) == 1 else None

    def sexes(self) -> frozenset[Sex]:
        """Those of all who may be meant."""
        spoken_of = (*self.relatives.values(), *self.bystanders.values())
        return frozenset((*spoken_of, *self.unnamed, *self.own))

    def are_grown_up(self) -> bool:
        """Whether every relative named is one who cannot be a child."""
        return CHILDREN.isdisjoint(self.relatives) and CHILDREN.isdisjoint(self.bystanders)


def people_in(tokens: Sequence[Token], scopes: Scopes) -> People:
    """Everyone spoken of who may be the patient; nobody from a mention that is past, supposed,
    denied or of someone who is out of question."""
    words = [token.surface for token in tokens]
    people, gone = People(), set()
    for place, word in enumerate(words):
        if word == "i":
            people.caller = people.caller or _is_own_state(words, place)
        elif word == "my":
            _add_own(people, words, place)
        elif word in SEX_OF and not _is_possessor(words, place):
            sex = SEX_OF[word]
            if _is_set_aside(words, place, scopes):
                gone.add(sex)
            elif word in ANYONE:
                if sex not in gone or sex in people.sexes():
                    people.unnamed.add(sex)
            else:
                _add_relative(people, tokens, words, place, scopes)
    return people


def _add_relative(
    people: People, tokens: Sequence[Token], words: list[str], place: int, scopes: Scopes
) -> None:
    who, sex = SAME_PERSON.get(words[place], words[place]), SEX_OF[words[place]]
    following = [word for word in words[place + 1 : place + 5] if word not in SMALL]
    if following and following[0] in {"at", "on"}:
        following = following[1:]
    if following and following[0] in ALONGSIDE and who not in people.relatives:
        people.bystanders[who] = sex
        return
    if not people.relatives and not people.unnamed:
        people.another_before = people.another_before or _is_new(tokens, words, place, scopes)
    people.relatives[who] = sex


def _add_own(people: People, words: list[str], place: int) -> None:
    """ "My chest", "my left leg", "my period": the caller may be the patient."""
    for word in words[place + 1 : place + 3]:
        if word in SEX_OF:
            return
        people.caller = people.caller or word in OWN_PARTS
        if word in OWN_F:
            people.own.add(Sex.FEMALE)
        elif word in OWN_M:
            people.own.add(Sex.MALE)


def _is_own_state(words: list[str], place: int) -> bool:
    """ "I've got a pain", "I feel sick"; not "I'm ringing about", "I can't wake him"."""
    following = words[place + 1 : place + 5]
    told = [word for word in following if word not in SMALL][:2]
    if not told or told[0] in FRAMES - {"got", "get"} or not told[0][0].isalnum():
        return False
    return not any(word in SEX_OF for word in told)


def _is_possessor(words: list[str], place: int) -> bool:
    """ "My husband's mum": the husband only tells whose mum it is."""
    following = words[place + 1 : place + 2]
    return bool(following) and following[0] in SEX_OF and words[place] not in ANYONE | SMALL


def _is_set_aside(words: list[str], place: int, scopes: Scopes) -> bool:
    """Whether this mention tells nothing of the patient."""
    start, end = scopes.clause(place)
    if any(map(scopes.is_soft, range(place, end))):
        return True
    before = [word for word in words[max(0, place - 4) : place] if word not in POINTERS]
    if before and before[-1] in {"not", "nor", "neither"}:
        return True
    clause = words[start:end]
    if not DIED.isdisjoint(clause):
        return True
    is_background = not BACKGROUND.isdisjoint(words[place + 1 : place + 4])
    named = words[place] not in ANYONE
    return named and is_background and start > 0 and NOW.isdisjoint(clause)


def _is_new(tokens: Sequence[Token], words: list[str], place: int, scopes: Scopes) -> bool:
    """Whether a sentence before this one spoke of somebody, and this one does not say "it is my
    wife"."""
    start, _ = scopes.clause(place)
    if not INTRODUCES.isdisjoint(words[start:place]):
        return False
    first = place
    while first > 0 and not tokens[first - 1].is_break:
        first -= 1
    return any(
        not token.is_filler and token.surface[0].isalnum() and token.surface not in SETTINGS
        for token in tokens[:first]
    )
