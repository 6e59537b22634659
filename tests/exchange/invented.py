"""Strategies for services with every field, every type of rule and places that services share."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from signpost.domain.caller import WEEKS_A_YEAR, Sex
from signpost.domain.eligibility import (
    AgeRule,
    Among,
    AreaRule,
    Evidence,
    PregnancyRule,
    QuestionRule,
    SexRule,
)
from signpost.domain.place import Location, LocationType, Position
from signpost.domain.protocol import Answer
from signpost.domain.service import (
    Access,
    Assurance,
    Organization,
    Phone,
    Service,
    ServiceAtLocation,
    Status,
    Verified,
)
from signpost.domain.service_kind import ServiceKind

HOURS = (
    "",
    "24/7",
    "Mo-Fr 09:00-17:00; PH off",
    "Mo-Fr 09:00-13:00,14:00-18:30; Sa 09:00-13:00; PH 10:00-16:00",
    "Fr-Sa 20:00-02:00",
    "Mo-Su,PH 08:00-20:00",
    "We[1] 14:00-16:00; PH off",
    "Mo-Fr 09:00-17:00; 2026 Dec 24-2026 Dec 31 off",
)
CODES = (("", ""), ("310080006", "Pharmacy service"), ("983341000000102", "Pharmacy First service"))


def words(alphabet: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[str]:
    """Text as a person may leave it in a field, trimmed, with what spreadsheets trip over."""
    nasty = ["=1+1", "-", "+44 1632 960123", "'=x", "a|b", "\\", "\\|", "a: b", '"', "x;y\nz"]
    if alphabet is None:
        alphabet = st.characters(exclude_categories=["Cs"])
    free = st.text(alphabet, max_size=30)
    return st.one_of(free, st.sampled_from(nasty)).map(str.strip)


def services_sharing_places(
    texts: st.SearchStrategy[str] | None = None, most: int = 4
) -> st.SearchStrategy[list[Service]]:
    """A small directory: services with ids of their own, given at places of one pool."""
    text = words() if texts is None else texts
    return (
        st.lists(locations(text), max_size=4, unique_by=lambda place: place.id)
        .map(tuple)
        .flatmap(
            lambda pool: st.lists(
                services(text, pool), min_size=1, max_size=most, unique_by=lambda each: each.id
            )
        )
    )


def something(text: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return text.filter(bool)


def days() -> st.SearchStrategy[date | None]:
    return st.none() | st.dates(date(1990, 1, 1), date(2050, 1, 1))


def ages() -> st.SearchStrategy[float]:
    """Whole years, months, weeks, days, and anything else that a feed may carry."""
    return st.one_of(
        st.integers(0, 119).map(float),
        st.integers(0, 40).map(lambda months: months / 12),
        st.integers(0, 60).map(lambda weeks: weeks / WEEKS_A_YEAR),
        st.integers(0, 60).map(lambda each: each / 365.25),
        st.floats(0, 119),
    )


def phones(text: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Phone, ...]]:
    number = st.from_regex(r"\+?[0-9][0-9 ]{3,14}[0-9]", fullmatch=True)
    return st.lists(st.builds(Phone, number, text), max_size=3).map(tuple)


def locations(text: st.SearchStrategy[str]) -> st.SearchStrategy[Location]:
    position = st.builds(Position, st.floats(-90, 90), st.floats(-180, 180))
    return st.builds(
        Location,
        id=something(text),
        name=something(text),
        location_type=st.sampled_from(LocationType),
        address=text,
        postal_code=text,
        position=st.none() | position,
        ods_code=text,
    )


def rules(text: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[object, ...]]:
    evidence = st.builds(
        Evidence, something(text), something(text), days(), days(), st.booleans()
    ) | st.just(Evidence("page"))
    falls_to = st.none() | st.sampled_from(ServiceKind)
    age, sex = st.none() | ages(), st.sampled_from(Sex)
    among = st.builds(Among, age, age, st.none() | sex)
    each = st.one_of(
        st.builds(AgeRule, ages(), age, evidence, falls_to),
        st.builds(AgeRule, age, ages(), evidence, falls_to),
        st.builds(SexRule, sex, evidence, falls_to),
        st.builds(PregnancyRule, st.booleans(), evidence, among, falls_to),
        st.builds(AreaRule, something(text), st.none() | st.booleans(), evidence, falls_to),
        st.builds(
            QuestionRule,
            *[something(text)] * 3,
            evidence,
            st.sampled_from([Answer.YES, Answer.NO]),
            st.booleans(),
            among,
            falls_to,
        ),
    )
    return st.lists(each, max_size=4).map(tuple)


@st.composite
def services(draw: st.DrawFn, text: st.SearchStrategy[str], pool: tuple[Location, ...]) -> Service:
    items = st.lists(something(text), max_size=3).map(tuple)
    code, term = draw(st.sampled_from(CODES))
    given = draw(st.lists(st.sampled_from(pool), unique=True)) if pool else []
    service = Service(
        id=draw(something(text)),
        name=draw(something(text)),
        kind=draw(st.sampled_from(ServiceKind)),
        organization=Organization(draw(something(text)), draw(text), draw(text)),
        alternate_names=draw(items),
        description=draw(text),
        topics=draw(items),
        phones=draw(phones(text)),
        unconfirmed_phone=draw(text),
        url=draw(st.sampled_from(["", "https://www.example.org/a?b=c|d", "http://x.example"])),
        email=draw(st.sampled_from(["", "desk@practice.example"])),
        access=tuple(draw(st.lists(st.sampled_from(Access), max_size=3))),
        application_process=draw(text),
        check_first=draw(text),
        eligibility_description=draw(text),
        rules=draw(rules(text)),
        accepts_children=draw(st.none() | st.booleans()),
        locations=tuple(
            ServiceAtLocation(each, draw(phones(text)), draw(st.sampled_from(HOURS)), draw(text))
            for each in given
        ),
        schedule=draw(st.sampled_from(HOURS)),
        alert=draw(text),
        status=draw(st.sampled_from(Status)),
        paused_until=draw(days()),
        pause_reason=draw(text),
        wait_time=draw(text),
        wait_date=draw(days()),
        practice_priority=draw(st.integers(-999, 9999)),
        assurance=Assurance(
            draw(days()),
            draw(text),
            draw(days()),
            draw(text),
            draw(st.sampled_from(Verified)),
            draw(text),
        ),
        is_local=draw(st.booleans()),
        is_filled=draw(st.booleans()),
        seen_in_person=draw(st.booleans()),
        referral_needed=draw(st.booleans()),
        snomed_code=code,
        snomed_term=term,
        owner=draw(text),
    )
    return draw(st.just(service) | st.just(with_plain_rules(service)))


def with_plain_rules(service: Service) -> Service:
    """The service with rules that its own row can say."""
    assurance = service.assurance
    evidence = Evidence(
        assurance.source, review_date=assurance.review_date, is_local=service.is_local
    )
    rules = (
        AgeRule(6 / WEEKS_A_YEAR, 18.0, evidence),
        PregnancyRule(pregnant=False, evidence=evidence),
    )
    return replace(service, rules=rules)


def in_order(services: list[Service] | tuple[Service, ...]) -> list[Service]:
    """The services with their places sorted: tables keep no order of them."""
    return [
        replace(each, locations=tuple(sorted(each.locations, key=lambda one: one.location.id)))
        for each in services
    ]
