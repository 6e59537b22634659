"""Words that deny, date, suppose or redirect what a caller says. Stems are compared, except where a
set says words."""

from signpost.language.stems import stem


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split())


Cues = dict[str, list[tuple[str, ...]]]


def _cues(*phrases: str) -> Cues:
    """Phrases by their first stem, the longest first."""
    found: Cues = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        stems = tuple(stem(word) for word in phrase.split())
        found.setdefault(stems[0], []).append(stems)
    return found


NEGATORS = _stems(
    "no not never without denies denied denying nor neither nil negative nothing nee free nobody absent"
)
NOTHING = stem("nothing")
NEGATIVE = stem("negative")
NOTHING_STILL = _stems(
    "stay come happen help touch work shift leave left keep for in to will would can from i he she"
)
"""After "nothing" these tell of the trouble: "nothing stays down", "nothing helps"."""
DENIES_A_DOING = _stems("not never")
"""They deny what is done; a list goes on after them only with "or", or after "not had"."""
HAVING = _stems("have had got get any report describe mention complain noticed")


LISTS_ON = _stems("denies denied denying nil without neither history negative absent")
"""Negators of the receptionist's own lists: "denies fever, rash, vomiting"."""

NOT_CUES_AFTER = _stems("can could will would shall should must may might")
"""Before `not`: an inability or refusal ("can not breathe"), which is the trouble itself."""

NOT_A_DENIAL_AFTER = _stems(
    """better worse change changed idea one longer relief joke appointment sleep matter doubt way
    energy appetite
    improvement improve improving luck good answer joy wonder end sure only just well right stop
    stopped stopping
    settle settling settled help helping helped work working touch touching shift shifting
    respond responding know
    long too first warning reason bother able much enough  easing eased ease moving
    breathing breathe wake waking drink drinking eat eating feed feeding wee weeing pee peeing
    urine strength mood fun coping cope sleeping getting healing healed yet near until till
    where quite
    point use need urgent emergency rush fault nice normal himself herself
    themselves myself usual open opened opening spleen pituitary bend making acting speaking
    talking answering reacting under keeping kept holding
    """
)
"""After a negator these are the trouble itself, or no denial at all ("no better", "not eating")."""

NOT_A_DENIAL_PAIRS = {
    stem("pass"): _stems("urine water wee pee stool poo motion wind anything"),
    stem("take"): _stems(
        "fluid fluids feed feeds milk bottle food drink water anything breast notice"
    ),
}
"""The same for two words: "not passed urine", but not "not passed out"."""

TURNS = _stems("but however although though except instead apart yet whereas")
CONTINUES = _stems("or nor of in to on with down into from any other no not at per")
AFTERTHOUGHTS = _stems("problem issue difficulty trouble symptom concern worry complaint")
"""After "no breathing" these make it a denial after all."""

EMPTY_NOUNS = _stems(
    "problem issue sign symptom history evidence trouble complaint other further new red flag feature real obvious known recent any"
)
SUBJECTS = frozenset(
    "i he she it they we you my his her their our there its im ive hes shes theyre he's she's i'm i've it's".split()
)
"""Words (not stems) that begin a new statement once something has been denied."""

POSSESSIVES = frozenset({"my", "his", "her", "their", "our", "your"})
AT_PRESENT = _stems("now today")
STARTS_ANEW = _stems("now today has is feels got getting keeps started")
"""After "and" these begin a new statement: "had a transplant last year and has a temperature"."""

ANSWERED_NO = frozenset({"no", "none", "denied", "absent", "nil"})
SHORT_ANSWERS = ANSWERED_NO | {"n", "0"}
"""After what is asked these say no: "SOB? n", "CP 0"; words, not stems, as are the four below."""
ALL_OF_THEM = frozenset({"all", "both", "everything"})
TO_ALL = frozenset(
    {"all", "any", "both", "everything", "each", "lot", "these", "those", "them", "every"}
)
ASKED = frozenset({"asked", "ask", "asking", "checked", "screened", "flags", "flag", "re", "any"})
"""Before a list these say that it was asked about."""
HEADING_ENDS = frozenset({":", "-", "follow", "abov"})
NONE, NOBODY, ABSENT = stem("none"), stem("nobody"), stem("absent")
DENIES_A_THING = _stems("no without nor")
"""They deny what has a name; they cannot stand before a word that tells of a state."""
STATES = frozenset(
    """floppy drowsy breathless sweaty clammy grey gray pale weak confused dizzy unwell poorly unresponsive collapsed tight
    slurred slurring numb blue limp lethargic listless mottled wheezy unconscious unsteady feverish shivery jaundiced yellow
    stiff swollen rigid vacant dehydrated delirious agitated muddled lopsided dropped drooped droopy asleep purple""".split()
)
"""Words (not stems) that tell how somebody is."""
BACKGROUND = _stems(
    """allergy allergies meds medication medicines tablets pmh history trauma injury operation surgery travel contact covid
    asthma diabetes warning reason idea ambulance medical insulin inhaler inhalers appointment accident"""
)
"""A list that begins with one of these may turn to what is wrong: "no allergies, lips swelling"."""

AFFIRMS = _stems(
    """have has got is are was feels feeling started starting since now today came comes became
    says complaining reports
    reporting only just lots loads because so then keeps getting looks gone went severe bad this
    yesterday
    """
)
BARE_STOPS = _stems(
    "very really lots loads bad worse severe all every more since for started now today when after x found taken took lying"
)

PAST = _cues(
    "in my youth", "in his youth", "in her youth", "in my younger days", "in his younger days", "in her younger days",
    "as a lad", "as a lass", "as a boy", "as a girl", "as a youngster", "as a young man", "as a young woman", "as a teen",
    "as a young girl", "as a young lad", "seasons ago", "many moons ago", "yonks ago", "during lockdown", "in lockdown",
    "during the pandemic", "before covid", "when they were little", "made a full recovery", "fully recovered", "in remission",
    "survivor", "last decade", "last time", "in my last pregnancy", "in my first pregnancy", "in her last pregnancy",
    "in her first pregnancy", "when i was pregnant with", "when she was pregnant with", "when i was having my",
    "after my first baby", "after my last baby", "grown out of it", "grew out of it",
    "last year", "last summer", "last winter", "last spring", "last autumn", "last christmas", "last easter", "last month",
    "last term", "years ago", "year ago", "months ago", "winters ago", "summers ago", "decades ago", "decade ago", "ages ago",
    "years back", "going back years", "in january", "in february", "in march", "in april", "in june", "in july", "in august",
    "in september", "in october", "long time ago", "in the past", "back in the day", "back in my", "as a child", "as a kid", "as a teenager",
    "as a baby", "as a toddler", "as a student", "in primary school", "in secondary school", "at university", "at uni",
    "in childhood", "before i retired", "before he retired", "before she retired", "when i was a", "when i was little",
    "when i was young", "when i was younger", "when i was at school", "when i was in my", "when he was a", "when he was little",
    "when he was young", "when he was in his", "when she was a", "when she was little", "when she was young",
    "when she was in her", "used to get", "used to have", "used to be", "previously", "the other year", "years before",
    "had one before", "had them before", "when we lived", "once before", "all clear now", "had it removed",
)  # fmt: skip
PAST_ONCE = _cues(
    "with my first", "with my second", "with my third", "with my last", "at christmas", "at easter", "last season", "in spring",
    "in summer", "in autumn", "in winter", "in the spring", "in the summer", "in the autumn", "in the winter", "in the army",
    "in the navy", "in the 80s", "in the 90s", "in the seventies", "in the eighties", "in the nineties",
    *(
        f"in {whose} {years}"
        for whose in ("my", "his", "her", "their")
        for years in ("teens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    ),
)  # fmt: skip
"""Past where the statement tells before of what once happened: "had pre-eclampsia with my first"; of no
person's age: "a man in his seventies"."""
ONCE = frozenset({"had", "was", "took", "got", "were", "happened", "broke", "lost", "went"})
"""Words (not stems) of what was once."""
MEASURES = frozenset(
    "sats sat saturations temp temperature pulse hr bp rate resps sugars sugar bm o2 oxygen pressure pain score heart".split()
)
OLD_ENOUGH, LATEST_HOUR, OLDEST = 13, 25, 99
"""Years of age that cannot be an hour of the day: as a word, as a figure, and the most."""
COUNTED = frozenset(
    """am pm oclock morning evening night today o'clock percent weeks week wks months month days hours hour minutes miles mph
    degrees mg units per puffs times st kg""".split()
)
"""After "at sixty" these make it no age."""
FEARS = _stems("worried scared afraid frightened terrified will might")
NEARLY = _stems("nearly almost")
LEARNS = frozenset({"saw", "heard", "opened", "read", "told", "see", "hear"})
RIGHT_NOW = _stems("now currently ongoing tonight")
"""A letter named in the same statement as one of these is not all that it is about."""
ASKS_WHAT_TO_DO = frozenset(
    {
        ("who", "do", "i"),
        ("what", "do", "i"),
        ("what", "should", "i"),
        ("who", "should", "i"),
        ("what", "shall", "i"),
    }
)
SUPPOSED = _stems("start have get go fit collapse happen come")
"""After "if he" these suppose, where the caller asks what to do then."""
PRESENT = _stems(
    "now today again currently still worse started start starting just ongoing tonight keeps began same like"
) | {"morn"}
"""A past date in the same statement as one of these does not make it past: "same as last year,
started again"."""

AFTER_AN_EVENT = frozenset({"since", "after", "following", "from"})
EVENTS = _stems(
    "stroke heart tia mi cva seizure fit sepsis meningitis embolism pe dvt anaphylaxis cardiac overdose"
)

HYPOTHETICAL = _cues(
    "to watch for", "watch out for", "look out for", "what would i do", "what would we do", "if he ever", "if she ever",
    "in case i get", "in case i ever", "in case he gets", "in case he ever", "in case she gets", "in case she ever", "in case of",
    "in the event of", "should i ever", "likely to get a", "how likely", "more likely", "does it lead to", "how would i know",
    "what are the symptoms of", "know the symptoms of", "spot the signs", "if he has another", "if she has another",
    "if i have another", "if it happens again", "what to do if", "asking for a friend", "turn into a", "end up having",
    "do not want to get", "stop me having", "stop me getting", "stop him having", "stop her having", "reduce the risk",
    "reduce my risk", "lower the risk", "safe to fly", "fit to fly", "policy for", "policy on", "advice on preventing",
    "worry about getting", "worry about having", "worried i will get", "can you catch", "what does a", "what does an",
    "risk of getting", "risk of having", "risk of a", "risk of", "chance of", "chances of", "worried about getting",
    "worried about having", "scared of getting", "scared of having", "frightened of getting", "frightened of having", "might get",
    "could get a", "might have a", "one day", "what if i", "what if he", "what if she", "what are the signs of", "the signs of",
    "signs to look for", "prevent", "to avoid", "how do i know if", "how do you know if", "if i get", "if he gets", "if she gets",
    "if i have a", "if it gets", "if i ever", "if my", "ever came back", "ever comes back", "information about", "information on",
    "info on", "info about", "leaflet about", "leaflet on", "screening for", "tested for", "checked for", "test for",
    "does it cause", "can it cause", "can cause", "could cause", "may cause", "side effects include", "research", "researching",
    "essay", "i am a student", "student nurse", "dissertation", "coursework", "project on", "writing a", "learn about", "course on", "training on",
    "first aid course", "fundraising", "donate", "charity", "sponsor", "awareness", "hypothetical", "hypothetically",
    "is it true", "could the pill", "what happens if", "what would happen if", "what should i do if", "who would i ring",
    "i read that", "interview", "do a talk", "talk about surviving", "could it happen",
)  # fmt: skip
SOMEONE_ELSE = _cues(
    "late husband", "late wife", "late mum", "late mother", "late dad", "late father", "late brother", "late sister", "late nan",
    "late grandad", "late son", "late daughter", "late partner", "and died", "on tiktok", "on youtube", "on instagram",
    "on the internet", "on netflix", "on a podcast", "in a film", "in the film", "in a book", "in the paper", "in a magazine",
    "heard about", "saw a video", "saw a post", "saw on telly", "saw on tv", "a celebrity", "inquest", "coroner", "anniversary of",
    "lost my auntie", "lost my uncle", "lost my nan", "lost my grandad", "lost his dad", "lost his mum", "lost her mum",
    "lost her dad", "lost her husband", "lost his wife", "lost a friend", "is it hereditary", "is it genetic",
    "died of", "died from", "dies of", "family history", "runs in the family", "run in the family", "runs in my family",
    "runs in our family", "in the family", "on the telly", "on tv", "on the tv", "on the news", "on facebook", "on the radio",
    "read about", "read an article", "saw an advert", "saw a programme", "saw a program", "saw a poster", "a friend of mine",
    "friend of mine", "passed away", "when he died", "when she died", "when they died", "before he died", "before she died",
    "in eastenders", "in casualty", "poster about", "advert about", "programme about", "documentary", "lost my mum", "lost my dad",
    "lost my husband", "lost my wife", "lost my son", "lost my daughter", "lost my brother", "lost my sister", "lost my nan",
    "in my dad's side", "on my dad's side", "on my mum's side", "in a play", "main character", "late father's", "late mother's",
)  # fmt: skip
FIGURATIVE = _cues(
    "with excitement", "with laughter", "with embarrassment", "of embarrassment", "of laughter", "of boredom", "with boredom",
    "bored to death", "tickled to death", "sick to death", "sick to the back teeth", "saw the bill", "saw the price", "saw the queue",
    "die laughing", "died laughing", "laughed till", "laughed until", "laughing till", "laughing until", "the death of me",
    "kill for a", "i could strangle", "i could murder", "i could throttle", "i could have strangled", "in the face telling",
    "in the face asking", "in the face explaining", "dying to get", "dying to go", "dying to see", "dying to know", "dying to meet",
    "dying to have", "with all these forms", "with all this paperwork", "with all these bills", "with all these emails",
    "with all these calls", "with all these meetings", "drowning in paperwork", "drowning in work", "drowning in emails",
    "drowning in forms", "snowed under", "over my dead body",
    "nearly had a", "nearly had an", "nearly gave me", "nearly gave him", "nearly took a", "near took a", "near had a", "nearly dropped",
    "nearly died when", "nearly packed up", "will have a fit", "have a fit if", "having a fit about", "laughed so much", "laughed so hard",
    "laughing so much", "like a stroke", "choked on his words", "choked on her words", "financially", "under all these", "under all this",
    "having kittens", "when i saw the bill", "my heart stopped when", "heart was in my mouth", "wants to make me scream", "makes me want to scream",
)  # fmt: skip
PAPERWORK = _cues(
    "letter about", "letter re", "letter saying", "letter on", "letter for his", "letter for her", "letter for my", "form about",
    "form for his", "form for her", "form for my", "form asks", "form says", "claim form", "job form", "school form", "holiday form",
    "statement for", "report about", "report on", "results of", "wrong address", "court case", "compensation", "subject access",
    "questionnaire", "medical report", "discharge letter", "discharge summary", "life insurance", "mortgage", "dvla", "pip form",
    "pip assessment", "pip review", "esa form", "benefits form", "blue badge", "support group", "research study", "invite for",
    "text about", "reminder for", "cpr training", "fire drill", "leaflet for", "leaflets for", "power of attorney", "work medical",
    "hgv medical", "taxi medical",
    "copy of", "copies of", "on my notes", "on my record", "on my records", "on his record", "on his notes", "on her notes",
    "on her record", "insurance form", "insurance people", "insurance want", "travel insurance", "life cover", "solicitor", "records of",
    "diving medical", "our folder", "our policy", "choking policy", "for my pip", "pip evidence", "gym form", "child protection report",
    "care plan", "report from when",
)  # fmt: skip
"""Cues that make a whole statement a matter of letters and forms."""

OUTSIDERS = _stems("neighbour aunt auntie uncle cousin colleague friend mate boss workmate ex")
"""People who are seldom the patient: "my neighbour was taken in with chest pain" is past,
not now.
"""

ABOUT_PAPERWORK = frozenset(
    """clinic clinics review reviews letter letters results result leaflet leaflets nurse nurses team ward course
    courses referral referrals form forms certificate vaccine vaccination jab jabs screening prescription repeat
    medication consultant specialist group groups association rehab physio follow followup policy insurance
    awareness charity society study unit summary plan plans diary protocol training appointment appointment's
    query annual yearly bereavement rehabilitation aftercare""".split()
)
"""Words (not stems) right after a mention that make it a matter of paperwork."""

CORRECTS = _stems("sorry wait hang actually")
"""Right after "no" these correct what was said: "no sorry it was oven cleaner"."""

SPOKE = frozenset({"said", "says", "told", "rang", "phoned", "thinks", "wants"})
"""After "chemo nurse" these make her one who speaks, not a matter of paperwork."""

WAS_TOLD = _stems("told advised instructed")
"""Before "if I get …": what to ring about, so what follows may well be happening."""

CUE_STEMS = (
    frozenset(
        {
            *PAST,
            *PAST_ONCE,
            *HYPOTHETICAL,
            *SOMEONE_ELSE,
            *FIGURATIVE,
            *PAPERWORK,
            "histori",
            "previous",
            "when",
        }
    )
    | _stems(" ".join(AFTER_AN_EVENT) + " at used how if")
    | NEARLY
    | OUTSIDERS
)
"""Stems with which a cue may begin."""

SCOPE_STEMS = (
    frozenset(
        word
        for cues in (PAST, PAST_ONCE, HYPOTHETICAL, SOMEONE_ELSE, FIGURATIVE, PAPERWORK)
        for each in cues.values()
        for cue in each
        for word in cue
    )
    | NEGATORS
    | OUTSIDERS
)
"""Every stem that a cue may hold: a misspelt word is read as the one of these that it may be."""
