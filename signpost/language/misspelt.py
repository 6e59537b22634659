"""Words as they are often typed: by sound, too short for the speller, or beyond two slips.

Each stands behind the word that is meant, which is heard as well as the word as typed.
"""

_MEANT = """
abscess: abcess abscesss abses absess absyss
ache: ake
aches: akes
aching: akeing akin aking
addison: adisons
agony: agerny
alzheimer: alzimers
appendix: pendix
asthma: asma assma azma
awful: orful
baby: babbys bby
back: bak bck
balls: bals
berry: bery
bile: bial
bit: bitt
bite: bight
bleeding: bledding bledin
blisters: blistas
blood: blud bludd
blue: bloo
boiling: boyling
bowels: bowles
brain: brane
breath: bref breff breif
breathing: breevin breeving brefing
breathless: breffless brefless
bright: brite
bum: bumm
burned: berned
burning: berning
calf: caff
cancer: canser
carbimazole: carbamazole
casualty: casualtee
catheter: cathater catheda catheta cathetar cathiter
caught: cort
cellulitis: cellulitus celulitis selulitis
chemo: keemo kemo
chest: ches chet
chicken: chiken chikin
chickenpox: chickenpocks
collapse: colaps
comes: cums
concentrator: concentrater
conscious: conshus
contractions: contracshuns
cough: cof coff
coughed: coffed
coughing: coffing coufing
coughs: coffs
croup: croop
curtain: curtin
cystitis: cistitis sistitis
daughter: dorter
dead: ded
deaf: def
dehydrated: dehidrated
dementia: dementure
dentist: dentis
diabetes: diabeties diabetis
diarrhoea: diahrea diarea diareah diaria dierea dihorea diorea dioreah dioria direaha dyarea
dizziness: dizines dizyness
doctor: docta
double: dubble
drink: dring
drugs: druggs
dying: dyeing
ear: eer
earache: earake
eczema: eczma excema exma exzema
erection: erecshun
eye: ey
eyelid: ilid
eyes: eys ize
fainted: feeted fented
feeding: fedding
fell: fel
fever: feva
fingers: fingas
floaters: floatas
flu: flue
fontanelle: fontanel
foreskin: forskin fourskin
freezing: freesing
fumes: fewms
gasping: garsping
grandfather: granfather
grandma: granmar
gum: gumm
half: arf
head: hed
headache: headake hedache hedake
headaches: hedaches hedakes
hearing: herin
heart: harts
heartburn: heart-burn
hernia: hurnea hurnia
hives: hivs
ibuprofen: ibrufen
infection: infecshun infecton infekshun
itching: ichin
jaundice: jaundis jaundise johndice jondice
jaw: jor jore
kill: kil
knee: kne nee
knees: nees
labour: labor
ladder: ladda
leg: legg
legs: leggs
light: lite
lights: lites
lips: lipps
lithium: lithum
losing: loosin loosing
lump: lumb
meningitis: menanjitis menengitis menigitis meningitus
methotrexate: methatrexate
miscarriage: miscarrage
mole: moal
monoxide: monoxyde
months: mumths
mouth: mouf
moving: moovin
muscle: mussel
neck: nec nek
nothing: nuffin nuffink nuthin
numb: num nume
oozing: oosy
operation: operashun
overdose: overdows
palpitations: palpitashuns
paralysed: paralised paralized paralyzed parralised
phlegm: flegm flem flemm
piles: pyles
pill: pil
plaster: plasta
poisoned: poisend
poo: pooh
prednisolone: predisolone
pregnant: pregant pregnat pregnet prego
pressure: pressher
properly: proply propply
protection: protecshun
pulse: puls
pus: puss
rabies: rabbies
reaction: reactshun
really: reely
ribs: ribbs
right: rite
roof: rufe
rough: ruff
scalded: scoled
schizophrenia: skitzo
seizure: seasure seesure seizer seizior siezure
sepsis: septis
shaking: shackin shacking
shingles: shingels
shoulder: sholda shoulda
shrunken: shrunkin
sick: sic sicky sik
sickle: sickel sicle
sight: syte
sleeping: slepin
slipped: slipt
somebody: sumbody
something: sumfing sumfink sumthing
sore: sor
sores: soars
splinter: splinta
sprain: sprane
stabbing: stabin
stairs: stares
stitches: stichs
stomach: stomick stumak stumick stummik stumuk
stool: stule
straight: strate strayt
stroke: stoke storke stroak
sugar: shuger
suicidal: sucidal suicidel suicidle suisidal
swallow: swaller
swallowed: swollerd
sweating: swetting
swelling: swoling swolling
swollen: swolled
tablets: tabs
talk: tawk tork
talking: takin tawking torkin torking
tampon: tampax
tears: tiers
teeth: teef
temperature: tempra temprachure tempture
testicle: testical testicul
testicles: testicales
thailand: tyland
thinks: finks
thirsty: firsty fursty
thought: thort
threatening: threating
threw: frew
throat: froat thoat throte
through: throo
throwing: frowing
thumb: thum
tight: tite tyte
toddler: toddla
tongue: tonge tounge tung
took: tok
tooth: toof
trachy: tracky
unconscious: unconchus unconshus
unresponsive: unrespondin
vein: vane
veins: vains vanes
vision: vishun
voices: voicess
wake: wak
water: warter worter wotter
waters: watters
weak: weke
wee: wizz
weeing: wizzing
weight: waite wate wayt
wheezing: weezin
worse: wors worser
yellow: yella yelo
"""

_IN_PLACE = """
can not: caint cahnt canot cannont cannt cantt carnt
could not: cldnt couldent coudnt cuddnt cudnt culdnt cuolnt
would not: woulnt wouldent wudnt wuldnt
should not: shouldent shudnt
do not: dident didnot didunt diddnt doesent dosent dosnt dunt dusent dusnt
be not: isent wasent werent wernt
have not: hadent hant hasent havent havnt
what: wat
again: agen agian agin
yesterday: yday yest yestday yestoday ystday
tomorrow: tmoz tmrw
tonight: tonigh tonite
enough: enuf enuff
coming: comeing cumin cummin
said: sed
says: sez
through: thru
down: dwn
would: wud
could: cud
should: shud
because: becos becuz
since: sins sinse
when: wen
where: wher
every: evry
tired: knackered nackered
you: yous youse
angry: livid
toys: teddies
cried: wept
"""


def _by_typed(table: str) -> dict[str, str]:
    lines = (line.partition(": ") for line in table.strip().splitlines())
    return {typed: meant for meant, _, forms in lines for typed in forms.split()}


MISSPELT = _by_typed(_MEANT)
"""The word that is meant, by the word as typed; both are heard."""

MISSPELT_SMALL = {typed: tuple(meant.split()) for typed, meant in _by_typed(_IN_PLACE).items()}
"""Small words, and words that the speller would take for graver ones, by the word as typed, which
they take the place of."""
