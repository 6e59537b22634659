"""The shipped content on emergencies that are past, supposed, someone else's, figures of speech or
paperwork: a check line; and on like words that tell of now: a prompt."""

import pytest

from signpost.language.heard import MatchState
from signpost.paths import bundled
from signpost.usecases.listen import Listening, start_listening


@pytest.fixture(scope="module")
def listening() -> Listening:
    return start_listening(bundled("resources"))


def states(listening: Listening, words: str) -> set[MatchState]:
    return {match.state for match in listening.matcher.hear(words).prompts}


SOFT = """\
my mum had a stroke at 60 and I want my cholesterol done
he had a heart attack at fifty two, needs his annual bloods
she took an overdose at seventeen, wants her notes
had a fit in his twenties, none since, dvla form
had a dvt in my thirties, been fine since, flying next week
used to get chest pain on the old tablets, wants to know which one to avoid
my late husband had a brain haemorrhage, wants his letter
worried I'll have a stroke one day like my nan
what would I do if I had a seizure on holiday
almost choked when he opened the letter
saw on tiktok that jaw pain means a heart attack, is that right
letter about his heart attack needs copying
results of his stroke scan, are they back
claim form about a head injury in 2019
had anaphylaxis as a lad, needs a new epipen
collapsed two summers ago, wants a letter for work
stroke survivors group details please
what are the symptoms of meningitis, just for a school project
what are the chances of another heart attack
my cousin had chest pain and was rushed in, making me think I should book a check
friend at bowls had a stroke last year, wants advice on diet
my grandad died of a heart attack at 50
was in hospital with a stroke in march, needs his tablets
after his stroke in 2018 he can't drive, wants blue badge form
she read about carbon monoxide on facebook
my brother-in-law dropped dead of a heart attack so I thought I'd better get checked
chasing the letter about my stroke review
my gran's stroke was ten years ago, do I need tablets
I had pre-eclampsia with my first, do I need extra scans
is there a leaflet on signs of sepsis
I laughed till I couldn't breathe, but I'm ringing about my prescription
I could strangle my boss, need a sick note
my head's exploding with all these forms
if he starts fitting again who do I call
what happens if I miss a dose and have a seizure
overdosed in 2015, just updating my details
attempted suicide when she was nineteen, fine now, needs a form
my son was knocked unconscious at rugby last season, needs a note to play
carbon monoxide alarm went off last winter, it was the battery, asking about headaches leaflet
saw a programme about sepsis and want to know the signs
my neighbour was rushed in with a stroke, made me want my bp done
needs the form for his seizure alert dog
wants a copy of the overdose report for court
my husband's suicide was three years ago, I need counselling
he had a fit at Christmas, consultant wants a blood test
I had chest pain last month, they said muscle, can I have my ecg result
my waters broke early with my last one, worried it will happen again
I'm dying to get a holiday, need malaria tablets
blue in the face telling you, I want my prescription
I nearly had a stroke when I saw the queue
scared of having another heart attack, can I do cardiac rehab
how do you know if it's a stroke, for my first aid course
practising for a play, need to know how a seizure looks
my old boss had a brain bleed, scary, can I get my cholesterol done
had DVT after my knee op in 2017, can I have the pill
he had a mini stroke in spring, driving licence form
my son used to have febrile convulsions, grown out of it, can he have his jabs
I was bitten by a dog as a child, now scared of them
nan went blind suddenly in her seventies, should I get my eyes tested
ex took an overdose last year, he's ok, I need a sick note
my grandson swallowed a coin last year, came out fine
the practice leaflet on self harm
stroke association number please
"""
NOW = """\
my mum is having a stroke
had a stroke at 60 and now his face has dropped
collapsed at 14 30 and not waking
sats at 85 and breathless
chest pain at 60 fags a day
took an overdose at 17 00
took an overdose at 18:30
took an overdose at 9 this morning
she took 20 paracetamol at 16
he used to be fine, now can't breathe
not used to this pain, crushing chest
nearly passed out when he stood up, chest pain
nearly choked on a grape and now he can't breathe
told to ring if I get chest pain and I have got it
told to look out for drowsiness after head injury, she is drowsy and vomiting
hospital letter said chest pain come back, he has chest pain now
in case it's a stroke, his face has dropped
I read that jaw pain is a heart attack and I've got crushing chest pain
my late husband had this, I've got chest pain
chest pain none since 9 this morning, started again
he was fine since breakfast then collapsed, not responding
had chest pain on and off since last week, worse today
she had a miscarriage in her teens and she's bleeding heavily now, pregnant
my friend is here and she can't breathe
my neighbour has collapsed
my uncle is having a fit
symptoms of a stroke, face dropped
she has all the symptoms of a stroke
got symptoms of meningitis, rash won't fade
bleeding with symptoms of miscarriage
he's showing symptoms of sepsis
at risk of suicide, he's on the bridge
he is at risk of killing himself tonight
likely to get run over, he's confused and wandering in the road
he has had a stroke before and his face has dropped
had a heart attack before and this feels the same, chest pain
last time it was a heart attack and this feels the same, chest tight
worried sick, he can't breathe
scared to death, chest pain
took overdose at 22
I don't want to end up dead, chest pain
it is turning into sepsis
infection turned into sepsis, he's confused and cold
he's having a reaction to the jab, lips swelling
had his booster and now can't breathe
child swallowed something that could cause a blockage, choking
drowning in his own fluid, can't breathe
the blood thinner caused a bleed, vomiting blood
in early labour and bleeding
he recognises no one and his speech is slurred
what do I do if he is having a stroke, his face has dropped
if he moves he screams with chest pain, what do I do
can't breathe if I lie down, what should I do
he collapsed at once
took them all at once, overdose
it's bleeding with my first pregnancy, soaking pads
how are you, my dad's face has dropped
fitting again since this morning
he is in late pregnancy and bleeding
man in his seventies had a collapse
sats were in the eighties and breathless
had sats in the 80s, breathless
lady in her thirties had a fit
doesn't recognise me, speech slurred
can you get someone here he has chest pain
if I start to walk I get chest pain
a girl in her class has collapsed
someone at work has collapsed
child at school is having a fit
on the way back from the shop he collapsed
not long ago he collapsed
lips swelled after his booster
wants referral for chest pain
scared I will kill myself
it scared the life out of me he went blue
collapsed when he was at work
he had chest pain before, not now
had a fit, been fine since
waters broke at thirty weeks
give me a call back, chest pain
could you give me an ambulance for chest pain
"""


@pytest.mark.parametrize("words", SOFT.splitlines())
def test_a_soft_mention_is_a_check_line(listening: Listening, words: str) -> None:
    assert states(listening, words) == {MatchState.CHECK}


@pytest.mark.parametrize("words", NOW.splitlines())
def test_what_is_happening_now_is_raised(listening: Listening, words: str) -> None:
    assert MatchState.RAISED in states(listening, words)
