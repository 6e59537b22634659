"""The fields of a service, in the order of the form, each with its words."""

from collections.abc import Callable
from datetime import date
from typing import Any

from signpost.domain.service import Access, Service
from signpost.domain.service_kind import ServiceKind
from signpost.domain.suggestion_words import day_words
from signpost.errors import UserMistake
from signpost.exchange.contact_values import email_address, ods_code, web_address
from signpost.usecases import typed_rules as rules
from signpost.usecases import typed_values as typed
from signpost.usecases.entry_field import Control, EntryField, stored_at

WHAT = "What it is"
REACH = "How to reach it"
WHO = "Who may use it"
WHEN = "When, and how soon"
KEPT = "For the record"
HOURS_HINT = "Mo-Fr 09:00-18:30; Sa 09:00-13:00; PH off"
YES_NO = (("yes", "Yes"), ("no", "No"))


def _joined(values: Any) -> str:
    return "; ".join(values)


def _yes_no(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"


def _day(value: date | None) -> str:
    return "" if value is None else day_words(value)


def _several(values: Any) -> str:
    return "|".join(value.value for value in values)


def _read_kind(text: str) -> ServiceKind:
    kind = typed.read_choice(text, ServiceKind)
    if kind is None:
        raise UserMistake("", "Choose what kind of service it is.")
    return kind


def _read_certain(text: str) -> bool:
    return typed.read_yes_no(text) is True


def _read_access(text: str) -> tuple[Access, ...]:
    return typed.read_choices(text, Access)


def field(
    key: str,
    title: str,
    group: str,
    stored: tuple[Callable[[Any], str], Callable[[Any, str, date], Any]],
    *,
    control: Control = Control.LINE,
    hint: str = "",
    choices: tuple[tuple[str, str], ...] = (),
) -> EntryField[Any]:
    """A field from how it is stored (shown and changed) and how it is filled in."""
    return EntryField(key, title, group, *stored, control, hint, choices)


def _certain(key: str, title: str, group: str) -> EntryField[Any]:
    stored = stored_at(key, _read_certain, _yes_no)
    return field(key, title, group, stored, control=Control.YES_NO, choices=YES_NO)


_AT = stored_at
SERVICE_FIELDS: tuple[EntryField[Service], ...] = (
    field("name", "Name", WHAT, _AT("name", typed.read_needed)),
    field(
        "kind",
        "Kind of service",
        WHAT,
        _AT("kind", _read_kind),
        control=Control.CHOICE,
        choices=tuple((kind.value, kind.label) for kind in ServiceKind),
    ),
    field(
        "alternate_name",
        "Other names that callers use",
        WHAT,
        _AT("alternate_names", typed.read_list, _joined),
        hint="physio; MSK",
    ),
    field("organization", "Organisation", WHAT, _AT("organization.name")),
    field("ods_code", "ODS code", WHAT, _AT("organization.ods_code", ods_code), hint="FA512"),
    field("description", "What it is for", WHAT, _AT("description"), control=Control.TEXT),
    field(
        "phones",
        "Telephone",
        REACH,
        _AT("phones", typed.read_phones, typed.phones_text),
        hint="01632 960170; out of hours: 01632 960171",
    ),
    field(
        "phone_unconfirmed",
        "Number that nobody has confirmed",
        REACH,
        _AT("unconfirmed_phone"),
        hint="desks are never shown it",
    ),
    field("email", "E-mail", REACH, _AT("email", email_address)),
    field("url", "Web page", REACH, _AT("url", web_address), hint="https://www.nhs.uk/page"),
    field(
        "access",
        "Ways in",
        REACH,
        _AT("access", _read_access, _several),
        control=Control.SEVERAL,
        choices=tuple((way.value, way.words.capitalize()) for way in Access),
    ),
    field(
        "application_process",
        "How to get in, for the receptionist to say",
        REACH,
        _AT("application_process"),
        control=Control.TEXT,
    ),
    _certain("referral_needed", "The practice must send a referral", REACH),
    _certain("seen_in_person", "Only where people are seen in person", REACH),
    field("check_first", "Check before offering it", WHO, _AT("check_first"), control=Control.TEXT),
    field(
        "eligibility_description",
        "Who may use it, in words",
        WHO,
        _AT("eligibility_description"),
        control=Control.TEXT,
    ),
    field(
        "minimum_age",
        "Youngest age",
        WHO,
        (rules.shown_youngest, rules.with_youngest),
        hint="18, or 6w, 3m",
    ),
    field(
        "maximum_age",
        "Oldest age",
        WHO,
        (rules.shown_oldest, rules.with_oldest),
        hint="17 is until the 18th birthday",
    ),
    field(
        "sex",
        "Only for",
        WHO,
        (rules.shown_sex, rules.with_sex),
        control=Control.YES_NO,
        choices=(("F", "Women"), ("M", "Men")),
    ),
    field(
        "pregnant",
        "Pregnancy",
        WHO,
        (rules.shown_pregnant, rules.with_pregnant),
        control=Control.YES_NO,
        choices=(("yes", "Only if pregnant"), ("no", "Not if pregnant")),
    ),
    field(
        "accepts_children",
        "Takes children",
        WHO,
        _AT("accepts_children", typed.read_yes_no, _yes_no),
        control=Control.YES_NO,
        choices=YES_NO,
    ),
    field(
        "schedule",
        "Opening hours",
        WHEN,
        _AT("schedule", typed.read_hours),
        control=Control.HOURS,
        hint=HOURS_HINT,
    ),
    field("alert", "Notice for just now", WHEN, _AT("alert"), control=Control.TEXT),
    field("wait_time", "Usual wait", WHEN, _AT("wait_time"), hint="about 3 weeks"),
    field(
        "wait_date",
        "Day on which that was true",
        WHEN,
        _AT("wait_date", typed.read_day, _day),
        hint="3 Nov 2026",
    ),
    field("owner", "Who keeps it true", KEPT, _AT("owner")),
    field("source", "Where it comes from", KEPT, _AT("assurance.source")),
    field(
        "review_date",
        "Look at it again by",
        KEPT,
        _AT("assurance.review_date", typed.read_day, _day),
        hint="3 May 2027",
    ),
    field("snomed_code", "SNOMED CT code", KEPT, _AT("snomed_code", typed.read_concept_id)),
    field("snomed_term", "SNOMED CT term", KEPT, _AT("snomed_term")),
)
