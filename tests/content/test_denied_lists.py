"""The shipped content on lists of what a caller has not: nothing is raised; what is said beside
them is."""

import pytest

from signpost.language.heard import MatchState
from signpost.paths import bundled
from signpost.usecases.listen import Listening, start_listening


@pytest.fixture(scope="module")
def listening() -> Listening:
    return start_listening(bundled("resources"))


def raised(listening: Listening, words: str) -> set[str]:
    heard = listening.matcher.hear(words)
    return {match.protocol_id for match in heard.prompts if match.state is MatchState.RAISED}


DENIED = """\
no chest pain no sob no palps no collapse
nil chest pain/sob/palps/syncope
denies cp, sob, palps, loc, sweating
denies any chest pain or shortness of breath or collapse
denied chest pain, breathlessness and palpitations
no fever, no rash, no neck stiffness, no photophobia
without fever, rash or stiff neck
not any chest pain, not any breathlessness
neither chest pain nor breathlessness nor sweating
none of: chest pain, sob, collapse, fits
none of the following - chest pain, breathlessness, coughing up blood
ø chest pain ø sob ø fever
chest pain -ve, sob -ve, fever -ve
fever -ve rash -ve neck stiffness -ve
no SOB CP palps
nil SOB CP LOC
nil of note, no chest pain
no hx of chest pain, stroke or fits
no h/o stroke, mi or dvt
no chest pain or
no chest pain nor breathlessness nor arm pain
no cp/sob/palps/sweats/collapse
says no to all of: chest pain, breathlessness, collapse, weakness
asked re chest pain, sob, collapse: no to all
asked about chest pain, breathing, bleeding - no to all of them
asked about face drooping, arm weakness and slurred speech, all no
chest pain? no. breathless? no. sweating? no
chest pain? nope. breathless? nope
Chest pain - no, SOB - no, palps - no
chest pain: no, sob: no, collapse: no
chest pain no, sob no, palps no
any chest pain? No. Any trouble breathing? No
hasn't had any chest pain, breathlessness or palpitations
he hasn't got any chest pain or breathlessness or a fever
never had chest pain, fits or a stroke
she's never had a seizure, a stroke or a heart attack
isn't breathless or sweaty or clammy
he isn't confused, floppy or drowsy
not breathless and not sweating and not dizzy either
not vomiting blood, not passing blood, not in pain
she is not bleeding and not in pain and has not fainted
no bleeding, pain, fever, or discharge
there's no bleeding or pain or waters breaking
doesn't have chest pain, doesn't have a fever, doesn't have a rash
i don't have any chest pain or trouble breathing or numbness
we've had no vomiting, fever, rash or drowsiness
i've not had any bleeding or any pain in my chest
free of chest pain and breathlessness
no sign of a rash, stiff neck, or light hurting eyes
no signs of stroke - face, arms and speech fine
no facial droop, no arm weakness, no slurred speech
no suicidal thoughts, no self harm, no plans
denies suicidal ideation, self harm or thoughts of ending life
not suicidal, not self harming
no lip swelling, tongue swelling, wheeze or trouble swallowing
no numbness, no weakness, no bladder or bowel problems, no saddle numbness
no back passage bleeding, black stools or vomiting blood
no headache vomiting or blurred vision
negative for chest pain, sob, fever
red flags all negative: chest pain, sob, syncope
red flags nil - no chest pain, no sob
no concerns re chest pain, sob, collapse
no loss of consciousness, fits, vomiting or memory loss after the bump
no injury to head, no loc, no vomiting
absent: fever, rash, neck stiffness
chest pain absent, sob absent
chest pain denied, sob denied
fever, rash, stiff neck all denied
chest pain and sob both denied
doesnt report chest pain, sob or collapse
not reporting any chest pain, breathlessness, or faints
not complaining of chest pain or breathlessness
isn't having any chest pain, isn't short of breath
no temp no rash no being sick no floppiness feeding fine
no fever/rigors/confusion/mottled skin
no more chest pain, no sob
does not feel breathless, does not have chest pain, does not feel faint
ain't got no chest pain or owt like that
nae chest pain, nae breathlessness, nae fever
he's had no fits, faints or funny turns
no blood in poo, no blood in wee, no blood in sick
not coughing up blood or short of breath
no problems breathing, swallowing or speaking
can breathe fine, no wheeze, no lip swelling
no pain in chest arm or jaw
no pain on breathing, no calf swelling, no coughing blood
no thoughts of harming himself or anyone else
no chance of chest pain or breathlessness, just wants bp tablets
no symptoms of stroke or heart attack
not had chest pain. not had sob. not had palps
chest pain n, sob n, palps n
no CP. No SOB. No collapse.
says she's not had any chest pain or breathlessness or owt
mum says no fits, no floppiness, no blue lips, no pauses in breathing
no blue lips, no grunting, no sucking in at ribs
not floppy, not blue, not grunting, feeding well
no red flags: no weight loss, no night sweats, no bleeding
no red flag symptoms (chest pain, sob, collapse)
no falls, faints, fits
no pain in chest. no pain in arm. no pain in jaw.
he's not got chest pain, he's not breathless and he's not sweating
denies: headache, vomiting, drowsiness, fits
pt denies any self harm thoughts or suicidal plans
nil else - no fever, no vomiting, no rash
no bleeding no pain no discharge 20/40
no cauda equina sx - no saddle numbness, no bladder or bowel changes, no leg weakness
no incontinence, no numbness round the back passage, no leg weakness
no testicular pain or swelling
no visual loss, flashes or floaters
no blackouts, no fits, no funny turns
no swelling of lips tongue or throat
no allergic reaction, no swelling, no wheeze
no stridor, drooling or struggling to breathe
no meningitis symptoms, rash fades with glass
no sepsis red flags
no stroke symptoms, face ok, arms ok, speech ok
not suicidal, no plans, feels safe
no overdose, no self harm
no signs of labour, no bleeding, waters not broken
waters haven't gone, no bleeding, baby moving fine
baby moving as normal, no bleeding, no pain
no pus, no spreading redness, no fever
no redness, heat, swelling or pain in calf
no calf pain, no swelling, no sob
no dehydration, passing urine, drinking well
no blood in stool, no black stool, no weight loss
no vomiting blood and no black poo
no trouble swallowing, no food sticking
no loss of vision, no eye pain, no halos
no chest pain when walking or resting
no chest tightness on exertion
no dizziness, blackouts, palpitations or chest pain on exertion
hasn't collapsed, hasn't been confused, hasn't been sick
hasn't been fitting or floppy or blue
she hasn't taken anything, hasn't hurt herself, isn't suicidal
he has not hit his head, not been knocked out, not been sick
didn't lose consciousness, didn't vomit, didn't have a fit
didn't bang head, no loc
never lost consciousness, never been sick with it
doesn't feel suicidal or want to harm himself
wasn't unconscious, wasn't confused after
there is no chest pain, there is no breathlessness
there isn't any bleeding or pain
no numbness tingling or weakness in arms or legs
no weakness in face arm or leg, no trouble talking
not in any pain, not bleeding, not feverish
nil bleeding/pain/discharge/fever
nil chest pain. nil sob. nil dizziness.
chest pain: nil. sob: nil. syncope: nil
CP- no. SOB- no. Palps- no.
no chest pain (asked), no sob (asked)
"""
SAID_BESIDE_A_DENIAL = """\
no chest pain but jaw aches and sweating
no cp but can't breathe
denies fever but has chest pain
no fever. chest pain since this morning
no rash, now short of breath
no fever, can't breathe
no fever and can't breathe
no temp she is fitting
no chest pain, face has dropped
no chest pain, just can't breathe
denies cp, says can't breathe
no fever, vomiting blood
no fever or rash, vomiting blood
no rash or fever, chest pain
no rash, fever or cough, crushing chest pain
no cough, fever, severe chest pain
nil fever, nil rash, severe headache and stiff neck
no improvement, chest pain worse
no rash yet but stiff neck and temp
no response, won't wake
no pulse
not breathing
no breathing
no feeling in my legs and can't wee
not passed urine since yesterday
he's not responding
not breathless but crushing chest pain
no better, chest pain worse
chest pain? yes
chest pain? yes. sob? no
chest pain yes, sob no
sob no, chest pain yes
no sob, chest pain +ve
sob -ve, chest pain +ve
no allergies, lips swelling up
no allergies, tongue swelling and can't breathe
no head injury, collapsed and not waking
no trauma, sudden severe headache worst ever
no blood, chest pain and sweating
no vomiting; fit lasting ten minutes
chest pain not going away
chest pain not eased by gtn
chest pain not getting better with rest
no relief from the chest pain
no idea why but chest pain since 9
no one can wake him
nothing helps the chest pain
not been able to breathe
can't stop the bleeding
no meds, took overdose
no hx of heart probs, chest pain now
nil pmh, chest pain
no allergies. chest pain
no known allergies, face and tongue swelling
no cp or sob, left side weak and speech slurred
no cp or sob, just collapsed
no cp/sob, vomiting blood
asked re chest pain: yes, sob: no
never felt pain like this in my chest
never had chest pain like this before
not had chest pain like this before
denies overdose, won't wake up
no suicidal thoughts but has taken 20 paracetamol
not suicidal, took an overdose of paracetamol
no temp, rash won't fade with glass
no pain, can't see out of one eye suddenly
no urine passed today
no movements from the baby today, 30 weeks
no fever, baby floppy and won't feed
no fever, drowsy and floppy
no sob, chest tight and sweaty
no chest pain though he's grey and clammy and his arm aches
no chest pain, grey and clammy, arm ache
chest pain, no sob
chest pain no sob
chest pain nil sob
crushing chest pain, denies sob, denies palps
crushing chest pain, no sob or palps, not sweaty
can't breathe, no chest pain
face drooped, no headache, no arm weakness
vomiting blood, no pain
he isn't breathing or moving
she isn't breathing properly and isn't waking up
not waking or feeding
not waking up, not feeding
no pain in the head but bleeding from the ear
not drinking or weeing, dry nappies, baby
without warning he collapsed and is not waking
no warning, collapsed, not breathing
chest pain without sob
none of the inhalers are working, can't breathe
neither of us can breathe, carbon monoxide alarm going
no ambulance available, chest pain
no appointment needed? chest pain
no to ambulance, has chest pain
no sob no fever, chest tight and sweaty
no fever no rash, breathing fast and drowsy
no bleeding, no pain, waters just gone at 30 weeks
no head injury, vomiting and worst ever headache
can't feel legs, no bowel control
no red flags except chest pain
no red flags apart from coughing up blood
no previous, chest pain today
denies pain but bleeding heavily and pregnant
denies drugs, found unresponsive
nobody can wake him
nobody is with him and he has chest pain
no sob, no cp, collapsed and not responding
chest pain, asked re sob: no
crushing chest pain, asked re sob, palps: no to all
vomiting blood, asked about pain, fever, fits: no to all
chest pain since 9, sob no, palps no
chest pain, sob no, palps no
he's having a fit, temp no, rash no
won't wake up, breathing yes, rash no, temp no
chest pain all day no relief
chest pain, all tablets no good
crushing chest pain sweating, both arms, no sob
"""


@pytest.mark.parametrize("words", DENIED.splitlines())
def test_a_denied_list_raises_nothing(listening: Listening, words: str) -> None:
    assert raised(listening, words) == set()


@pytest.mark.parametrize("words", SAID_BESIDE_A_DENIAL.splitlines())
def test_what_is_said_beside_a_denial_still_raises(listening: Listening, words: str) -> None:
    assert raised(listening, words) != set()
