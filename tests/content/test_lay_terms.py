"""Every lay term of the list reaches a topic or a protocol with the content that ships; every topic
a service names exists, and every kind a topic names is some service's.
"""

import csv
from functools import lru_cache
from pathlib import Path

import pytest

from signpost.domain.service_kind import ServiceKind
from signpost.paths import bundled
from signpost.usecases.listen import Listening, start_listening
from tests.exchange.seed import starter

with Path(__file__).with_name("lay_terms.csv").open(encoding="utf-8", newline="") as file:
    TERMS = sorted({row["term"] for row in csv.DictReader(file)})

NOT_ALONE = {"on", "killed"}
"""Said of a period, and of an assault; alone they would match half of all calls."""


@lru_cache(maxsize=1)
def shipped() -> Listening:
    return start_listening(bundled("resources"), keep=False)


@pytest.mark.parametrize("term", [term for term in TERMS if term not in NOT_ALONE])
def test_a_lay_term_leads_somewhere(term: str) -> None:
    heard = shipped().matcher.hear(term)
    assert heard.topics or heard.prompts


def test_every_topic_that_a_service_names_exists() -> None:
    named = {topic for service in starter().directory.services for topic in service.topics}
    assert named - set(shipped().topics) == set()


def test_every_kind_that_a_topic_names_is_some_services_kind() -> None:
    there = {service.kind for service in starter().directory.services}
    named = {
        kind
        for topic in shipped().topics.values()
        for kinds in (topic.kinds, *(variant.kinds for variant in topic.variants))
        for kind in kinds
    }
    assert named - there - {ServiceKind.SELF_CARE} == set()


def test_self_care_is_never_offered_first() -> None:
    first = {
        kinds[0]
        for topic in shipped().topics.values()
        for kinds in (topic.kinds, *(variant.kinds for variant in topic.variants))
    }
    assert ServiceKind.SELF_CARE not in first
