"""What things are called in Open Referral: attributes whose terms come from a taxonomy.

Kinds, topics and our own fields are taxonomies of Signpost; types of service are SNOMED CT's.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, unquote

from signpost.exchange.stable_uuid import derived_uuid

OWN = "urn:x-signpost:"
KIND, TOPIC, FIELDS = f"{OWN}kind:", f"{OWN}topic:", f"{OWN}fields"
SNOMED = "http://snomed.info/id/"
"""What the addresses of terms begin with; they tell whose a term is."""

TAXONOMIES: Mapping[str, tuple[str, str]] = {
    KIND: ("Signpost kinds of service", "The kinds of service that GP reception signposts to."),
    TOPIC: ("Signpost topics", "Presenting problems that the service is specifically for."),
    FIELDS: (
        "Signpost fields",
        "What Signpost knows of an entry and Open Referral has no field for.",
    ),
    SNOMED: ("SNOMED CT", "Types of service in SNOMED CT, UK edition."),
}
"""The taxonomies by the beginning of their terms' addresses: name and description."""


def kind_term(code: str, label: str) -> dict[str, Any]:
    """The term of a kind of service."""
    return _term(KIND, code, label)


def topic_term(topic_id: str) -> dict[str, Any]:
    """The term of a topic; its id stands for its title."""
    return _term(TOPIC, topic_id, topic_id.replace("_", " "))


def snomed_term(code: str, term: str) -> dict[str, Any]:
    """The term of a SNOMED CT code; the code alone when its term is not known."""
    return _term(SNOMED, code, term or code)


def fields_term() -> dict[str, Any]:
    """The term under which an entry's own fields travel, as JSON in the attribute's value."""
    return _term(FIELDS, "", "own fields")


def attribute(entity: str, link_id: str, term: dict[str, Any], value: str = "") -> dict[str, Any]:
    """An attribute of HSDS: this term, and a value if need be, belong to that entity."""
    return {
        "id": derived_uuid("attribute", link_id, term["term_uri"]),
        "link_id": link_id,
        "taxonomy_term_id": term["id"],
        "link_type": term["taxonomy"],
        "link_entity": entity,
        **({"value": value} if value else {}),
        "taxonomy_term": term,
    }


def code_of(term: Mapping[str, Any], beginning: str) -> str | None:
    """The code of a term of that taxonomy; None for a term of another."""
    address = term.get("term_uri")
    if not isinstance(address, str) or not address.startswith(beginning):
        return None
    return unquote(address.removeprefix(beginning))


def _term(beginning: str, code: str, name: str) -> dict[str, Any]:
    taxonomy, about = TAXONOMIES[beginning]
    term_id, taxonomy_id = _ids(beginning, code)
    return {
        "id": term_id,
        **({"code": code} if code else {}),
        "name": name,
        "description": about,
        "taxonomy": taxonomy,
        "taxonomy_id": taxonomy_id,
        "term_uri": beginning + quote(code, safe=""),
    }


@lru_cache(maxsize=1024)
def _ids(beginning: str, code: str) -> tuple[str, str]:
    return derived_uuid("taxonomy_term", beginning, code), derived_uuid("taxonomy", beginning)
