"""What an Open Referral file calls a service: its taxonomy terms, and a SNOMED CT code if one is
among them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from signpost.domain.snomed_id import is_concept_id
from signpost.exchange.entity import Entity

_SNOMED = "snomed"


@dataclass(frozen=True)
class Terms:
    """`names` are for people, `all` the codes as well."""

    names: tuple[str, ...]
    all: tuple[str, ...]
    snomed_code: str = ""
    snomed_term: str = ""


def terms_of(entity: Entity) -> Terms:
    """The terms of a service, each once, in the file's order."""
    names: dict[str, None] = {}
    codes: dict[str, None] = {}
    snomed: tuple[str, str] = ("", "")
    for term in _terms(entity):
        name, code = term.text("name", "term"), term.text("code")
        names |= {name: None} if name else {}
        codes |= {code: None} if code else {}
        if not snomed[0]:
            snomed = _snomed(term, name, code)
    return Terms(tuple(names), (*names, *codes), *snomed)


def _terms(entity: Entity) -> Iterator[Entity]:
    for attribute in entity.objects("attributes"):
        yield from attribute.objects("taxonomy_term")
    for link in entity.objects("service_taxonomys", "services_taxonomy", "service_taxonomy"):
        yield from link.objects("taxonomy")


def _snomed(term: Entity, name: str, code: str) -> tuple[str, str]:
    """A SNOMED CT code and its term; both empty for a term of another taxonomy."""
    address = term.text("term_uri")
    where = f"{term.text('taxonomy', 'vocabulary')} {term.text('language')} {address}".lower()
    vocabulary = term.only("taxonomy_detail").text("name").lower()
    if _SNOMED not in where and _SNOMED not in vocabulary:
        return "", ""
    found = code or address.rstrip("/").rpartition("/")[2]
    if is_concept_id(found):
        return found, name or found
    term.empty("code", f'"{found[:60]}" is not a SNOMED CT code: its check digit fails.')
    return "", ""
