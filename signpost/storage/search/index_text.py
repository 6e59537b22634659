"""Which words of a service and of a place can be searched for, and which marks a document bears."""

from collections.abc import Iterable

from signpost.domain.name_index import words_of
from signpost.domain.service import Access, Service, Status
from signpost.domain.service_kind import ServiceKind
from signpost.language.stems import stem

CLOSED = "closed"
CHILDREN = "takes_children"
REFERRAL = "needs_referral"
NO_REFERRAL = "needs_no_referral"
SELF_REFERRAL = "takes_self_referral"


def kind_mark(kind: ServiceKind) -> str:
    """On every document of a kind."""
    return f"kind_{kind.value}"


def generic_mark(kind: ServiceKind) -> str:
    """On those that stand in the list of a kind: not only for certain topics."""
    return f"any_{kind.value}"


def topic_mark(topic_id: str) -> str:
    """On those that stand in the list of a topic."""
    return "topic_" + "".join(each if each.isalnum() else "_" for each in topic_id.lower())


def name_text(service: Service) -> str:
    """What it is called and what it is."""
    kind = service.kind
    texts = (service.name, *service.alternate_names, kind.label, kind.value.replace("_", " "))
    return _with_stems(words_of(" ".join(texts)))


def other_text(service: Service) -> str:
    """What else is said of it."""
    topics = " ".join(service.topics).replace("_", " ")
    texts = (
        service.organization.name,
        service.organization.ods_code,
        service.description,
        service.eligibility_description,
        topics,
    )
    return _with_stems(words_of(" ".join(texts)))


def place_text(*texts: str) -> str:
    """Name, address and postcode of a place."""
    return " ".join(words_of(" ".join(texts)))


def marks_of(service: Service) -> str:
    """What may be asked for by a filter."""
    marks = [kind_mark(service.kind), REFERRAL if service.referral_needed else NO_REFERRAL]
    if service.accepts_children:
        marks.append(CHILDREN)
    if Access.SELF_REFERRAL in service.access:
        marks.append(SELF_REFERRAL)
    if service.status is Status.CLOSED:
        marks.append(CLOSED)
    return " ".join(marks)


def list_marks_of(service: Service) -> str:
    """In which lists it stands; in none once it is closed."""
    if service.status is Status.CLOSED:
        return ""
    if not service.topics:
        return generic_mark(service.kind)
    return " ".join(topic_mark(topic_id) for topic_id in service.topics)


def _with_stems(words: Iterable[str]) -> str:
    """The words, each once, and stems that are no beginning of their word: pharmaci, pharmacy."""
    found: dict[str, None] = {}
    for word in words:
        found[word] = None
        its_stem = stem(word)
        if not word.startswith(its_stem):
            found[its_stem] = None
    return " ".join(found)
