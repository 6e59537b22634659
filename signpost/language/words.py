"""Small words of English and of the reception desk: fillers, short forms, irregular forms,
numbers."""

from signpost.language.misspelt import MISSPELT_SMALL

FILLERS = frozenset(
    """a an the this that these those my me mine his her hers him he she it its i we us our you your
    they them their
    be have do get go really very so quite proper bit of like just kind sort all some any left right
    l r am as at
    in on to for and with about from both too also still now today tonight morning afternoon evening
    again
    since been well oh um er erm uh ah yeah yes hello hi please sorry love think thinks say says
    said keep keeps bit
    little lot absolutely actually basically literally pretty rather only even ever there here who
    which what when
    mum dad mam mother father husband wife son daughter partner boyfriend girlfriend nan gran
    grandad brother sister
    patient pt caller lady man woman boy girl baby's hubby missus mrs mr missis lass lad kid bloke
    fella
    feeling feel feels seems seem look looks started start""".split()
)
"""Words that may stand between the words of a phrase at no cost; their stems are compared too."""

EVERYDAY = FILLERS | frozenset(
    """able about after again almost already always another any anybody anyone anything anyway
    around ask asked away back bad because
    before behind best better big both box bring by call called calls came can car change check
    close come coming could couple day days
    did different does doing done door down during each early end enough every everybody
    everyone everything far few find fine first
    friend full getting give given going gone good great half happen happened hard having help
    here hold home hour hours house how if
    inside into job keep keeping kind know knows last late later least leave less let line long
    looking made make making man many may
    maybe mean middle might minute minutes month months more most move much must need needs
    never new next nice night no nobody none
    normal not nothing number off often okay once one open or other out outside over own part
    past people person phone place point
    probably put read ready real right ring ringing room round run running same saw see seeing
    seen set shall should show side small so
    some somebody someone something sometimes soon sort stay still stop stuff such sure take
    taking talk talking tell than then thing
    things though through till time times together told tomorrow took top tried try trying turn
    turned two under until up use used using
    usual usually wait want wants way week weeks were whole why will within without word words
    work working would year years yesterday
    yet young your""".split()
)
"""Words of every conversation: by themselves they prove little, so a phrase heard only in them
must stand close together.
"""

WEAK_WORDS = frozenset(
    "a an the my his her their your our me is are was were am be been has have had he she it i".split()
)
"""Words dropped from a phrase when at least two others remain."""

RELATIVES_M = frozenset(
    "husband dad father son brother grandad grandpa grandson uncle nephew boyfriend hubby boy lad man male gentleman bloke fella".split()
)
RELATIVES_F = frozenset(
    "wife mum mam mother daughter sister nan nana gran granny grandma granddaughter aunt auntie niece girlfriend girl lass lady woman female missus".split()
)

BREAKS = frozenset({".", ";", "!", "?"})

_NOT_FORMS = {
    "ca": "can", "wo": "will", "do": "do", "does": "do", "did": "do", "is": "be", "are": "be", "was": "be",
    "were": "be", "has": "have", "have": "have", "had": "have", "could": "could", "would": "would",
    "should": "should", "sha": "shall", "ai": "be", "must": "must", "need": "need", "might": "might",
}  # fmt: skip

SHORT_FORMS: dict[str, tuple[str, ...]] = {
    "cannot": ("can", "not"), "cannae": ("can", "not"), "canny": ("can", "not"), "dinnae": ("do", "not"),
    "didnae": ("do", "not"), "isnae": ("be", "not"), "wasnae": ("be", "not"), "havenae": ("have", "not"),
    "hasnae": ("have", "not"), "wouldnae": ("would", "not"), "couldnae": ("could", "not"), "willnae": ("will", "not"),
    "dunno": ("do", "not", "know"), "dont": ("do", "not"), "hes": ("he",), "shes": ("she",), "im": ("i",),
    "ive": ("i", "have"), "theyre": ("they",), "youre": ("you",), "thats": ("that",), "whats": ("what",),
    "weve": ("we", "have"), "youve": ("you", "have"), "theyve": ("they", "have"), "nothin": ("nothing",),
    "owt": ("anything",), "nowt": ("nothing",), "summat": ("something",), "summink": ("something",),
    "c/o": ("complaining", "of"), "co": ("complaining", "of"), "h/o": ("history", "of"), "hx": ("history", "of"),
    "pmh": ("history", "of"), "pmhx": ("history", "of"), "fh": ("family", "history"), "fhx": ("family", "history"),
    "px": ("patient",), "pts": ("patient",), "sob": ("short", "of", "breath"), "soboe": ("short", "of", "breath"),
    "dib": ("difficulty", "breathing"), "cp": ("chest", "pain"), "d&v": ("diarrhoea", "and", "vomiting"),
    "d+v": ("diarrhoea", "and", "vomiting"), "dnv": ("diarrhoea", "and", "vomiting"), "d/v": ("diarrhoea", "and", "vomiting"),
    "n&v": ("nausea", "and", "vomiting"), "n+v": ("nausea", "and", "vomiting"), "n/v": ("nausea", "and", "vomiting"),
    "abx": ("antibiotics",), "appt": ("appointment",), "appts": ("appointments",), "apt": ("appointment",),
    "sx": ("symptoms",), "w/": ("with",), "w/o": ("without",), "wiv": ("with",), "s/b": ("seen", "by"),
    "hrs": ("hours",), "hr": ("hour",), "mins": ("minutes",), "wks": ("weeks",), "wk": ("week",), "yrs": ("years",),
    "yr": ("year",), "mths": ("months",), "mth": ("month",), "yo": ("year", "old"), "y/o": ("year", "old"),
    "preg": ("pregnant",), "poss": ("possible",), "abdo": ("abdomen",), "palps": ("palpitations",),
    "h/a": ("headache",), "o/e": ("on", "examination"), "bk": ("back",), "bn": ("been",),
    "coz": ("because",), "cos": ("because",), "cus": ("because",), "cuz": ("because",),
    "abt": ("about",), "b4": ("before",), "2day": ("today",), "2nite": ("tonight",), "nite": ("night",), "u": ("you",),
    "ur": ("your",), "pls": ("please",), "plz": ("please",), "tho": ("though",), "mam": ("mum",), "gonna": ("go", "to"),
    "wanna": ("want", "to"), "gotta": ("have", "to"), "innit": (), "nil": ("no",), "nae": ("no",), "nay": ("no",), "nah": ("no",), "nope": ("no",), "ø": ("no",),
    "#": ("fracture",), "tummyache": ("tummy", "ache"), "bellyache": ("belly", "ache"), "temps": ("temp",),
    "tempreture": ("temperature",), "chespain": ("chest", "pain"), "alot": ("a", "lot"), "couldve": ("could", "have"),
    "breif": ("brief",), "dnt": ("do", "not"), "cnt": ("can", "not"), "wnt": ("will", "not"), "hasnt": ("have", "not"),
    "ay": ("be", "not"), "rnt": ("be", "not"), "isnt": ("be", "not"), "-ve": ("negative",), "+ve": ("positive",), "neg": ("negative",),
    "rlly": ("really",), "v": ("very",), "wot": ("what",), "wen": ("when",), "r": (), "l": (),
}  # fmt: skip
SHORT_FORMS |= {
    "aur": ("acute", "urinary", "retention"), "pu": ("passed", "urine"), "npu": ("not", "passed", "urine"),
    "bno": ("bowels", "not", "opened"), "soa": ("swollen", "ankles"), "fb": ("foreign", "body"), "bkgd": ("background",),
    "bgd": ("background",), "gf": ("girlfriend",), "bf": ("boyfriend",), "gd": ("granddaughter",), "gs": ("grandson",),
    "dtr": ("daughter",), "dau": ("daughter",), "mgt": ("management",), "wt": ("weight",), "freq": ("frequent",),
    "asap": ("urgent",), "r/v": ("review",), "f/u": ("follow", "up"), "n/a": (), "d/w": ("discussed", "with"),
    "i/c": (), "p/c": ("presenting", "complaint"), "u/s": ("scan",), "uss": ("scan",),
    "lft": ("left",), "rt": ("right",), "lt": ("left",), "b/l": ("both", "sides"), "assoc": ("with",), "approx": ("about",),
    "incr": ("increasing",), "decr": ("decreased",), "inc": ("increasing",), "mod": ("moderate",), "sev": ("severe",),
    "swol": ("swollen",), "pls": ("please",), "vom": ("vomit",), "vomits": ("vomit",), "diarr": ("diarrhoea",), "brth": ("breath",),
    "hosp": ("hospital",), "amb": ("ambulance",), "resps": ("breathing",), "obs": ("observations",),
}  # fmt: skip

DIALECT: dict[str, str] = {
    "bluid": "blood", "bluidy": "bloody", "heid": "head", "yed": "head", "een": "eyes", "lugs": "ears", "lug": "ear",
    "oxter": "armpit", "wame": "belly", "gob": "mouth", "neb": "nose", "conk": "nose", "thrapple": "throat", "hoast": "cough",
    "boak": "vomit", "boaking": "vomiting", "bowk": "vomit", "bowking": "vomiting", "greetin": "crying", "greeting": "crying",
    "skriking": "crying", "babby": "baby", "babbie": "baby", "bab": "baby", "babba": "baby", "bairns": "children",
    "weans": "children", "wean": "child", "laddie": "boy", "lassie": "girl", "nain": "nan", "taid": "grandad", "mamgu": "nan",
    "tadcu": "grandad", "gramps": "grandad", "pops": "dad", "mither": "mother", "faither": "father", "da": "dad", "ma": "mum",
    "aw": "all", "awready": "already", "oot": "out", "doon": "down", "aboot": "about", "hoose": "house", "noo": "now",
    "wi": "with", "wae": "with", "tae": "to", "fae": "from", "yin": "one", "haud": "hold", "cauld": "cold", "deid": "dead",
    "richt": "right", "nicht": "night", "gan": "going", "gannin": "going", "gaun": "going", "hame": "home", "sare": "sore",
    "sair": "sore", "heed": "head", "reet": "right", "neet": "night", "watter": "water", "waater": "water", "canna": "cannot",
    "dinna": "dont", "didna": "didnt", "wasna": "wasnt", "isna": "isnt", "hasna": "hasnt", "wouldna": "wouldnt", "wunna": "wont",
    "winna": "wont", "divvent": "dont", "divnt": "dont", "doesnae": "doesnt", "disnae": "doesnt", "didny": "didnt",
    "doesny": "doesnt", "isny": "isnt", "wisny": "wasnt", "wisnae": "wasnt", "cannit": "cannot", "et": "ate", "coz": "because",
    "nowts": "nothing", "owts": "anything", "birlin": "spinning", "birling": "spinning", "peely": "pale",
    "peepee": "wee", "weewee": "wee", "wee-wee": "wee", "poopoo": "poo", "tumtum": "tummy", "owie": "pain", "owwie": "pain",
    "bellybutton": "belly", "innards": "guts", "noggin": "head", "bonce": "head", "ticker": "heart",
    "gnashers": "teeth", "pegs": "teeth", "minge": "vagina", "fanny": "vagina", "foof": "vagina", "vajayjay": "vagina",
    "knackers": "testicles", "goolies": "testicles", "bollocks": "testicles", "nads": "testicles", "plums": "plums",
    "todger": "penis", "willy": "penis", "knob": "penis", "cock": "penis", "dick": "penis", "tits": "breasts", "boob": "breast",
    "boobs": "breasts", "cack": "poo", "shit": "poo", "shite": "poo", "crap": "poo", "piss": "wee", "pissing": "weeing",
    "pish": "wee", "pishing": "weeing",
}  # fmt: skip
"""Words of dialects, childhood and the street, each heard as the plain word beside it."""

for _stem, _plain in _NOT_FORMS.items():
    SHORT_FORMS[f"{_stem}n't"] = SHORT_FORMS.setdefault(f"{_stem}nt", (_plain, "not"))
for _typed, _meant in MISSPELT_SMALL.items():
    SHORT_FORMS.setdefault(_typed, _meant)
SHORT_FORMS["cant"] = SHORT_FORMS["can't"] = SHORT_FORMS["cnat"] = ("can", "not")
SHORT_FORMS["wont"] = SHORT_FORMS["won't"] = ("will", "not")

IRREGULAR = {
    "bled": "bleed", "swollen": "swell", "fell": "fall", "fallen": "fall", "broke": "break", "broken": "break",
    "bitten": "bite", "shook": "shake", "threw": "throw", "thrown": "throw", "ate": "eat", "eaten": "eat",
    "drank": "drink", "woke": "wake", "woken": "wake", "waking": "wake", "awake": "awake", "felt": "feel",
    "went": "go", "gone": "go", "goes": "go", "going": "go", "lost": "lose", "took": "take", "taken": "take",
    "stung": "sting", "burnt": "burn", "children": "child", "kids": "child", "kid": "child", "feet": "foot",
    "teeth": "tooth", "women": "woman", "men": "man", "dying": "die", "has": "have", "had": "have", "having": "have",
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "am": "be", "does": "do",
    "did": "do", "done": "do", "doing": "do", "said": "say", "says": "say", "kept": "keep", "slept": "sleep",
    "ran": "run", "sweaty": "sweat", "wheezy": "wheez", "achy": "ach", "feverish": "fever", "shivery": "shiver",
    "heavily": "heavi", "got": "get", "gets": "get", "getting": "get", "came": "come", "grew": "grow",
    "grown": "grow", "hid": "hide", "thought": "think", "brought": "bring", "caught": "catch", "stuck": "stick",
    "stood": "stand", "spat": "spit", "tore": "tear", "torn": "tear", "wept": "weep", "dizzy": "dizzi",
    "mums": "mum", "mummy": "mum", "daddy": "dad", "tighten": "tight", "worsening": "worse", "worsened": "worse",
    "left": "left", "diarrhea": "diarrhoea", "diarrea": "diarrhoea", "anemia": "anaemia", "edema": "oedema",
    "gray": "grey", "haemorrhoid": "haemorrhoid", "hemorrhage": "haemorrhag", "drowsiness": "drowsi", "weeing": "wee",
    "weed": "wee", "wees": "wee", "peeing": "pee", "peed": "pee", "pees": "pee", "pooing": "poo", "pooed": "poo",
    "poos": "poo", "poop": "poo", "shaky": "shake", "itchy": "itch", "twitchy": "twitch", "fainted": "faint",
    "breathless": "breathless", "breathlessness": "breathless", "puked": "puke", "puking": "puke", "dropped": "drop",
    "druggy": "drug", "ached": "ach", "pus": "pus", "gas": "gas", "pass": "pass", "lungs": "lung", "sleepiness": "sleepi",
    "killed": "kill", "cried": "cri", "forgot": "forget", "forgotten": "forget", "hearing": "hearing", "dose": "dose",
    "building": "building", "meeting": "meeting", "nothin": "nothing", "bloody": "bloody", "numbness": "numb",
    "stabbed": "stab", "bleeding": "bleed", "bleeds": "bleed", "swelled": "swell", "swelling": "swell", "swells": "swell",
}  # fmt: skip
"""Forms that the stemmer would not bring together; values are already stems."""

NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
    "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
}  # fmt: skip

CONFUSIONS = {
    "pane": "pain", "panes": "pain", "feint": "faint", "heal": "heel", "tow": "toe", "heroine": "heroin", "bowls": "bowels",
    "brake": "break", "stork": "stroke", "soar": "sore", "vain": "vein", "groan": "groin", "hart": "heart", "brian": "brain",
    "prostrate": "prostate", "past": "passed", "here": "hear", "brused": "bruised", "wholes": "holes", "fiver": "fever", "wheeling": "wheezing", "breach": "breech", "siezed": "seized",
}  # fmt: skip
"""Real words often typed for another: the second is heard as well as the first."""

NUMBER_UNITS: dict[str, tuple[str, ...]] = {
    "h": ("hours",), "hr": ("hours",), "hrs": ("hours",), "d": ("days",), "w": ("weeks",), "wk": ("weeks",),
    "wks": ("weeks",), "mo": ("months", "old"), "mth": ("months",), "mths": ("months",), "y": ("years",), "yr": ("years",),
    "yrs": ("years",), "yo": ("years", "old"), "f": ("female",), "m": ("male",), "c": ("degrees",), "min": ("minutes",),
    "mins": ("minutes",), "am": ("morning",), "pm": ("afternoon",), "x": ("times",), "mg": ("mg",), "ml": ("ml",),
    "st": ("stone",), "kg": ("kg",), "cm": ("cm",), "weeks": ("weeks",), "days": ("days",), "hours": ("hours",),
    "months": ("months",), "th": ("th",), "nd": ("nd",), "rd": ("rd",),
}  # fmt: skip
"""What stands right behind a number without a space."""
