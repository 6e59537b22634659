"""Which services are suggested for a call, in which order, and what is said of each."""

from datetime import UTC, date, datetime

import pytest

from signpost.domain.caller import PatientFacts, Sex
from signpost.domain.directory import Directory
from signpost.domain.protocol import Answer
from signpost.domain.service import Access, Assurance, Service, Status
from signpost.domain.service_kind import ServiceKind as K
from signpost.domain.signpost import RecordMode
from signpost.domain.suggestion import Fit, Suggestion
from signpost.domain.topic import Topic
from signpost.usecases.find_services import FindServices
from tests.domain.moments import at
from tests.domain.services import HERE, ages, place, question, service, topic, variant

MONDAY = at("2026-11-23 10:00")
LIVE, REHEARSAL = RecordMode.LIVE, RecordMode.REHEARSAL
EARACHE = topic(
    "earache",
    K.PHARMACY_FIRST,
    K.PHARMACY_MINOR_ILLNESS,
    K.GP_APPOINTMENT,
    variants=(variant(None, 1, K.GP_APPOINTMENT),),
)
COUGH = topic("cough", K.PHARMACY, K.PHARMACY_MINOR_ILLNESS, K.GP_APPOINTMENT)
PATHWAY = service(
    "ear",
    K.PHARMACY_FIRST,
    topics=("earache",),
    rules=(ages(1, None, K.GP_APPOINTMENT), ages(None, 18, K.PHARMACY_MINOR_ILLNESS)),
)
THROAT = service("throat", K.PHARMACY_FIRST, topics=("sore_throat",))
MINOR = service("minor", K.PHARMACY_MINOR_ILLNESS)
GP = service("gp", K.GP_APPOINTMENT)
ALL = (GP, MINOR, PATHWAY, THROAT)


def found(
    services: tuple[Service, ...],
    *topics: Topic | tuple[Topic, float],
    patient: PatientFacts = PatientFacts(),  # noqa: B008 - frozen
    allowed: tuple[K, ...] | frozenset[K] | None = None,
    now: datetime = MONDAY,
    mode: RecordMode = LIVE,
    **more: object,
) -> tuple[Suggestion, ...]:
    scored = [each if isinstance(each, tuple) else (each, 1.0) for each in topics]
    finder = FindServices(Directory(services, HERE))
    return finder.find(scored, patient, allowed, now, mode, **more)  # type: ignore[arg-type]


def ids(suggestions: tuple[Suggestion, ...]) -> list[str]:
    return [each.service_id for each in suggestions]


def test_kinds_come_in_the_order_of_the_topic() -> None:
    assert ids(found(ALL, EARACHE, patient=PatientFacts(6))) == ["ear", "minor", "gp"]


def test_a_pathway_for_another_topic_is_not_suggested() -> None:
    assert "throat" not in ids(found(ALL, EARACHE))


def test_no_topic_finds_nothing() -> None:
    assert found(ALL) == ()


def test_an_adult_with_earache_goes_to_minor_illness_and_sees_why() -> None:
    suggestions = found(ALL, EARACHE, patient=PatientFacts(34))
    assert ids(suggestions) == ["minor", "gp", "ear"]
    assert suggestions[0].why == "topic: Earache · instead of ear · entry rules met"
    assert suggestions[-1].fit is Fit.NOT_SUITABLE
    assert suggestions[-1].not_met == "it is for ages 1 to 17 and the patient is 34"


def test_a_baby_with_earache_goes_to_the_gp() -> None:
    assert ids(found(ALL, EARACHE, patient=PatientFacts(0.5))) == ["gp", "ear"]


def test_what_a_failed_pathway_falls_to_moves_up_before_other_kinds() -> None:
    failing = service(
        "uti", K.PHARMACY_FIRST, topics=("wee",), rules=(ages(16, 65, K.GP_APPOINTMENT),)
    )
    wee = topic("wee", K.PHARMACY_FIRST, K.PHARMACY_MINOR_ILLNESS, K.GP_APPOINTMENT)
    suggestions = found((failing, MINOR, GP), wee, patient=PatientFacts(70))
    assert ids(suggestions) == ["gp", "minor", "uti"]


def test_an_unknown_age_is_asked_and_the_pathway_stays_first() -> None:
    first = found(ALL, EARACHE)[0]
    assert (first.service_id, first.fit) == ("ear", Fit.ASK)
    assert first.ask_first == ("How old is the patient? (For ages 1 to 17.)",)


def test_gateway_answers_count() -> None:
    asking = service("bite", K.PHARMACY_FIRST, topics=("bite",), rules=(question("blisters"),))
    bite = topic("bite", K.PHARMACY_FIRST)
    fits = [
        found((asking,), bite, answers=answers)[0].fit
        for answers in ({}, {"blisters": Answer.NO}, {"blisters": Answer.YES})
    ]
    assert fits == [Fit.ASK, Fit.SUITABLE, Fit.NOT_SUITABLE]


def test_the_first_three_show_three_kinds() -> None:
    lines = tuple(service(f"line{n}", K.MENTAL_HEALTH_SUPPORT) for n in range(4))
    therapy, worker = (
        service("tt", K.TALKING_THERAPIES),
        service("mhp", K.MENTAL_HEALTH_PRACTITIONER),
    )
    mood = topic("mood", K.MENTAL_HEALTH_SUPPORT, K.TALKING_THERAPIES, K.MENTAL_HEALTH_PRACTITIONER)
    assert ids(found((*lines, therapy, worker), mood)) == [
        "line0", "tt", "mhp", "line1", "line2", "line3",
    ]  # fmt: skip


ORDER = [
    ("open before closed", {"schedule": "24/7"}, {"schedule": "Tu 09:00-10:00; PH off"}),
    ("open before not known", {"schedule": "24/7"}, {}),
    ("not known before closed", {}, {"schedule": "Tu 09:00-10:00; PH off"}),
    ("met before ask", {}, {"rules": (ages(1, None),)}),
    ("ask before not met", {"rules": (question("q"),)}, {"rules": (ages(100, None),)}),
    ("taking people before paused", {}, {"status": Status.PAUSED}),
    ("fresh before stale", {}, {"assurance": Assurance(review_date=date(2026, 11, 22))}),
    ("near before far", {"locations": (place("p", "", 1),)}, {"locations": (place("q", "", 2),)}),
    ("named before generic", {"topics": ("cough",)}, {}),
    ("filled before unfilled", {"is_local": True}, {"is_local": True, "is_filled": False}),
]


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")], ids=["as written", "names swapped"])
@pytest.mark.parametrize(("better", "worse"), [o[1:] for o in ORDER], ids=[o[0] for o in ORDER])
def test_order_within_a_kind(better: dict, worse: dict, names: tuple[str, str]) -> None:
    first, second = (
        service(name, K.PHARMACY, **more) for name, more in zip(names, (better, worse), strict=True)
    )
    patient = PatientFacts() if better.get("rules") is None else PatientFacts(40)
    suggestions = found((second, first), COUGH, patient=patient, mode=REHEARSAL)
    assert ids(suggestions) == [first.id, second.id]


def test_practice_priority_never_puts_one_business_before_another() -> None:
    plain, favoured = service("a", K.PHARMACY), service("b", K.PHARMACY, practice_priority=9)
    assert ids(found((favoured, plain), COUGH)) == ["a", "b"]


def test_a_topic_that_matches_nearly_as_well_mixes_in() -> None:
    pharmacy = service("chemist", K.PHARMACY)
    close = found((*ALL, pharmacy), (EARACHE, 1.0), (COUGH, 0.9), patient=PatientFacts(6))
    far = found((*ALL, pharmacy), (EARACHE, 1.0), (COUGH, 0.3), patient=PatientFacts(6))
    assert ids(close) == ["ear", "minor", "chemist", "gp"]
    assert ids(far) == ["ear", "minor", "gp", "chemist"]


def test_kinds_that_a_prompt_allows_come_without_a_topic_in_their_order() -> None:
    services = (*ALL, service("ae", K.AE), service("999", K.EMERGENCY_999))
    allowed = (K.EMERGENCY_999, K.AE, K.GP_APPOINTMENT)
    assert ids(found(services, allowed=allowed)) == ["999", "ae", "gp"]
    assert ids(found(services, allowed=frozenset(allowed))) == ["999", "ae", "gp"]


def test_nothing_but_allowed_kinds_is_offered_after_a_prompt() -> None:
    suggestions = found(ALL, EARACHE, patient=PatientFacts(6), allowed=(K.GP_APPOINTMENT,))
    assert ids(suggestions) == ["gp"]


def test_no_pathway_is_offered_after_a_prompt_without_its_topic() -> None:
    assert ids(found(ALL, allowed=(K.PHARMACY_FIRST, K.GP_APPOINTMENT))) == ["gp"]


LOCAL = service("local", K.PHARMACY, is_local=True, is_filled=False, schedule="24/7",
                locations=(place("p", "24/7"),))  # fmt: skip


def test_an_unfilled_entry_is_not_suggested_live() -> None:
    assert found((LOCAL,), COUGH) == ()
    assert found((LOCAL,), allowed=(K.PHARMACY,)) == ()


def test_an_unfilled_entry_shows_no_phone_hours_or_places_in_rehearsal() -> None:
    (shown,) = found((LOCAL,), COUGH, mode=REHEARSAL)
    assert shown.unfilled
    assert (shown.phone, shown.is_open, shown.open_text, shown.places) == ("", None, None, ())


def test_places_are_listed_open_now_first_then_nearest() -> None:
    shut = "Tu 09:00-10:00; PH off"
    places = (place("near, shut", shut, 0.1), place("far", "24/7", 5), place("nearer", "24/7", 1))
    (shown,) = found((service("chemist", K.PHARMACY, phones=(), locations=places),), COUGH)
    assert [each.name for each in shown.places] == ["nearer", "far", "near, shut"]
    assert shown.places[0].miles == pytest.approx(1, abs=0.01)
    assert (shown.is_open, shown.open_text) == (True, "2 of 3 places open now")
    assert "the patient's choice" in shown.choice
    assert shown.phone == ""


SHUT = "Tu 09:00-10:00; PH off"


def test_of_very_many_places_the_nearest_are_looked_at_and_an_open_one_is_not_lost() -> None:
    places = tuple(place(f"p{n:03d}", "24/7" if n == 150 else SHUT, n / 10) for n in range(400))
    (shown,) = found((service("chemist", K.PHARMACY, phones=(), locations=places),), COUGH)
    assert shown.open_text == "1 of the nearest 200 places open now"
    assert [each.name for each in shown.places[:3]] == ["p150", "p000", "p001"]
    assert (len(shown.places), shown.places_in_all) == (24, 400)


def test_a_late_night_one_behind_many_that_are_shut_is_found() -> None:
    shut = [service(f"s{n:03d}", K.PHARMACY, locations=(place("p", SHUT, n),)) for n in range(300)]
    late = service("late", K.PHARMACY, locations=(place("q", "24/7", 301),))
    assert ids(found((*shut, late), COUGH))[:2] == ["late", "s000"]


def test_one_further_away_that_takes_the_patient_s_age_is_found() -> None:
    adults = [
        service(f"s{n:03d}", K.PHARMACY, rules=(ages(18, None),), locations=(place("p", "", n),))
        for n in range(70)
    ]
    child = service("child", K.PHARMACY, rules=(ages(0, 18),), locations=(place("q", "", 71),))
    assert ids(found((*adults, child), COUGH, patient=PatientFacts(6)))[0] == "child"


def test_a_service_is_as_far_as_the_open_place_to_go_to() -> None:
    split = service("a", K.PHARMACY, locations=(place("p", SHUT, 1), place("q", "24/7", 9)))
    whole = service("b", K.PHARMACY, locations=(place("r", "24/7", 5),))
    assert ids(found((split, whole), COUGH)) == ["b", "a"]


def test_a_national_line_is_there_beside_many_near_ones_that_are_shut() -> None:
    shut = [service(f"s{n:03d}", K.PHARMACY, locations=(place("p", SHUT, n),)) for n in range(300)]
    line = service("line", K.PHARMACY, schedule="24/7")
    assert ids(found((*shut, line), COUGH))[0] == "line"


def test_when_every_place_is_shut_the_first_to_open_counts() -> None:
    places = (place("a", "We 09:00-10:00; PH off"), place("b", "Tu 08:00-10:00; PH off"))
    (shown,) = found((service("chemist", K.PHARMACY, locations=places),), COUGH)
    assert (shown.is_open, shown.open_text) == (False, "opens Tue 08:00")


def test_when_a_shut_place_stands_beside_an_unknown_one_nobody_knows() -> None:
    places = (place("a", "Tu 09:00-10:00; PH off"), place("b"))
    (shown,) = found((service("chemist", K.PHARMACY, locations=places),), COUGH)
    assert (shown.is_open, shown.open_text) == (None, None)


def test_the_ways_in_stand_where_nobody_wrote_a_sentence() -> None:
    ways = (Access.ELECTRONIC_REFERRAL, Access.WALK_IN)
    (shown,) = found((service("a", K.PHARMACY, access=ways),), COUGH)
    assert shown.how_to_access == "Electronic referral by the practice, walk in"


def test_a_single_place_lends_its_phone() -> None:
    (shown,) = found(
        (service("ae", K.PHARMACY, phones=(), locations=(place("a", "24/7"),)),), COUGH
    )
    assert (shown.phone, shown.open_text) == ("01632 960002", "24 hours")


def test_a_pharmacy_at_a_distance_cannot_look_into_an_ear() -> None:
    places = (place("shop", "24/7"), place("distance", "24/7", is_virtual=True))
    looking = service("ear", K.PHARMACY, seen_in_person=True, locations=places)
    talking = service("throat", K.PHARMACY, locations=places)
    shown = {each.service_id: each.places for each in found((looking, talking), COUGH)}
    assert [each.name for each in shown["ear"]] == ["shop"]
    assert len(shown["throat"]) == 2


def test_a_pause_says_until_when_and_ends_by_itself() -> None:
    paused = service("a", K.PHARMACY, status=Status.PAUSED, paused_until=date(2026, 11, 24))
    assert found((paused,), COUGH)[0].alert == "Paused until 24 Nov 2026"
    assert found((paused,), COUGH, now=at("2026-11-24 09:00"))[0].alert == ""


def test_a_closed_service_is_never_suggested() -> None:
    assert found((service("a", K.PHARMACY, status=Status.CLOSED),), COUGH) == ()


def test_freshness_is_said() -> None:
    checked = Assurance(date(2026, 3, 1), "J. Okafor", date(2026, 9, 1))
    (shown,) = found((service("a", K.PHARMACY, assurance=checked),), COUGH)
    assert shown.assured == "checked 1 Mar 2026 by J. Okafor; review was due 1 Sep 2026"
    assert shown.is_stale
    assert found((GP,), EARACHE)[0].assured == "not yet checked by your practice"


def test_an_unconfirmed_number_is_not_shown() -> None:
    (shown,) = found(
        (service("a", K.PHARMACY, phones=(), unconfirmed_phone="0808 157 0001"),), COUGH
    )
    assert shown.phone == ""
    assert "0808" not in repr(shown)
    assert "No confirmed number" in shown.alert


def test_self_care_is_the_topic_s_own_page() -> None:
    page = service("page", K.SELF_CARE, url="https://www.nhs.uk")
    with_page = topic("cold", K.SELF_CARE, self_care="https://www.nhs.uk/conditions/common-cold/")
    assert found((page,), with_page)[0].web == "https://www.nhs.uk/conditions/common-cold/"
    assert found((page,), topic("cold", K.SELF_CARE)) == ()
    assert found((page,), allowed=(K.SELF_CARE,)) == ()


def test_words_that_name_a_service_find_it_after_the_topics() -> None:
    physio = service("physio", K.PHYSIOTHERAPY, alternate_names=("physio",))
    assert ids(found((physio,), words="could I have a physio please")) == ["physio"]
    assert ids(found((*ALL, physio), EARACHE, words="earache, physio")) == [
        "ear", "minor", "gp", "physio",
    ]  # fmt: skip


def test_utc_and_local_moments_agree() -> None:
    hours = service("a", K.PHARMACY, schedule="Mo-Fr 09:00-10:30; PH off")
    summer = found((hours,), COUGH, now=datetime(2026, 6, 1, 9, 29, tzinfo=UTC))
    assert summer[0].open_text == "open until 10:30"


def test_at_most_the_limit() -> None:
    many = tuple(service(f"s{n:02d}", K.PHARMACY) for n in range(30))
    assert len(found(many, COUGH)) == 20
    assert len(found(many, COUGH, limit=5)) == 5


def test_warming_up_changes_no_answer() -> None:
    finder = FindServices(Directory((service("a", K.PHARMACY, schedule="24/7"),)))
    before = finder.find([(COUGH, 1.0)], PatientFacts(), None, MONDAY, LIVE)
    finder.warm_up(MONDAY)
    assert finder.find([(COUGH, 1.0)], PatientFacts(), None, MONDAY, LIVE) == before


def test_nothing_on_the_screen_clears_anybody() -> None:
    shown = found(ALL, EARACHE, patient=PatientFacts(6, Sex.FEMALE))
    text = " ".join(repr(each) for each in shown).lower()
    assert not any(word in text for word in ("cleared", "safe ", "suitable for", "no red flag"))
