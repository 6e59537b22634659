"""Words that tell who is spoken of. Words as typed, not stems."""

from signpost.domain.caller import Sex
from signpost.language.words import RELATIVES_F, RELATIVES_M

ANYONE_F = frozenset({"she", "her", "hers", "herself", "girl", "lass", "lady", "woman", "female"})
ANYONE_M = frozenset(
    {"he", "his", "him", "himself", "boy", "lad", "man", "male", "gentleman", "bloke", "fella"}
)
ANYONE = ANYONE_F | ANYONE_M
SEX_OF = {
    **dict.fromkeys(ANYONE_F | RELATIVES_F, Sex.FEMALE),
    **dict.fromkeys(ANYONE_M | RELATIVES_M, Sex.MALE),
}
SAME_PERSON = {
    "mother": "mum", "mam": "mum", "father": "dad", "hubby": "husband", "missus": "wife", "nana": "nan",
    "gran": "nan", "granny": "nan", "grandma": "nan", "grandpa": "grandad", "auntie": "aunt",
}  # fmt: skip
CHILDREN = frozenset("son daughter brother sister grandson granddaughter nephew niece".split())
"""Relatives who may be children; the others are grown up."""

BACKGROUND = frozenset({"had", "was", "were", "died"})
NOW = frozenset(
    "now today tonight morning again currently still ongoing started starting just keeps".split()
)
DIED = frozenset({"died", "funeral", "widow", "widower", "late"})
ALONGSIDE = frozenset(
    """work works driving drive drove bring bringing brought ring ringing rings call calling called rang phoned says say
    said thinks think reckons wants want worried concerned reports states asking asks asked told noticed found with away
    out took taking coming gave here""".split()
)
"""Right after a relative these make him or her the one who speaks, drives or stands by."""

SMALL = frozenset(
    "is are was has have am be just really so only not do did can could been also still very had bit a quite now both".split()
)
FRAMES = frozenset(
    """ring ringing rang call calling called phone phoning phoned worried concerned scared frightened think thought reckon
    know want wanted need would wonder wondered wondering gave given his her their the with on at sure sorry found saw
    noticed tried trying asked asking say said told hope hoping mean look looked came went live work care must will should
    see heard understand suppose guess take took checked dialled speaking booked get got""".split()
)
"""After "I" these tell of the call, or of what the caller did, and not of how the caller is."""

OWN_PARTS = frozenset(
    """chest head heart back neck throat arm arms leg legs foot feet hand hands eye eyes ear ears nose mouth tongue lips
    face jaw tummy belly stomach abdomen side hip knee ankle shoulder elbow wrist skin breast breasts bump breathing
    breath waters bladder bowels bowel water wee poo period periods womb cervix vagina coil balls testicle testicles
    willy penis prostate foreskin scrotum nuts""".split()
)
OWN_F = frozenset({"period", "periods", "womb", "cervix", "smear", "coil", "bump", "vagina"})
OWN_M = frozenset("balls testicle testicles willy penis prostate foreskin scrotum nuts".split())
POINTERS = frozenset("my the his her our for about with re just".split())
INTRODUCES = frozenset({"it", "this", "about", "for", "re", "regarding"})
SETTINGS = frozenset(
    """hello hi morning afternoon appointment ring ringing call calling phone help please emergency urgent doctor gp
    speak need want ambulance thanks thank sorry""".split()
)
"""Before a relative is named these say nothing yet of anyone else."""
