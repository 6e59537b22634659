"""The printed directory, made from the example and read back by another library."""

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from signpost.content.print_wording import read_directory_wording
from signpost.domain.printed_wording import DirectoryWording
from signpost.domain.service import (
    Assurance,
    Organization,
    Phone,
    Service,
    Status,
)
from signpost.domain.service_kind import ServiceKind
from signpost.errors import NotAvailable
from signpost.exchange.printed_directory import (
    MOST_SERVICES,
    PrintedDirectory,
    directory_values,
    write_printed_directory,
)
from tests.exchange.seed import example
from tests.exchange.test_open_referral_pages import CHEMIST

RESOURCES = Path(__file__).parents[2] / "resources"
# Half past eleven at night in UTC is the next day in England's summer.
MADE = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
TODAY = date(2026, 7, 1)
PRINTED = "Printed Wednesday 1 July 2026: check before relying on it"
WORDING = DirectoryWording("Directory", "Printed {printed}: check.", "First.", "Choice.")
PLAIN = PrintedDirectory(WORDING)


def squeezed(text: str) -> str:
    """The text without spaces: lines break where they like."""
    return re.sub(r"\s+", "", text)


def wording() -> DirectoryWording:
    found = read_directory_wording(RESOURCES / "print" / "directory.toml", [])
    assert found is not None
    return found


def write(services, out: Path, printed: PrintedDirectory = PLAIN) -> int:
    return write_printed_directory(
        services, printed, out, made=MADE, layouts=RESOURCES / "print", fonts=RESOURCES / "fonts"
    )


def values(*services: Service) -> dict:
    return directory_values(services, Counter(), PLAIN, TODAY)


def entry(service: Service) -> dict:
    return values(service)["kinds"][0]["services"][0]


@pytest.fixture(scope="module", params=[False, True], ids=["usual", "large"])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    out = tmp_path_factory.mktemp("printed") / "directory.pdf"
    printed = PrintedDirectory(wording(), "Elm Row Surgery", "EXAMPLE: invented", request.param)
    assert write(example().directory.services, out, printed) == 216
    assert [file.name for file in out.parent.iterdir()] == [out.name]
    reader = PdfReader(out)
    assert {tuple(round(side) for side in page.mediabox[2:]) for page in reader.pages} == {
        (595, 842)
    }
    return [page.extract_text() for page in reader.pages]


def test_every_open_service_is_there_with_its_numbers_and_rules(pages: list[str]) -> None:
    text = squeezed("".join(pages))
    missing = [
        f"{service.id}: {words}"
        for service in example().directory.services
        if service.status is not Status.CLOSED
        for words in (
            service.name,
            service.description,
            service.check_first,
            *(phone.number for phone in service.phones),
            *(place.location.name for place in service.locations),
            *(phone.number for place in service.locations for phone in place.phones),
        )
        if squeezed(words) not in text
    ]
    assert missing == []


def test_every_page_says_when_it_was_printed_for_whom_and_its_number(pages: list[str]) -> None:
    for number, page in enumerate(pages, start=1):
        for words in (
            PRINTED,
            "Elm Row Surgery",
            "EXAMPLE: invented",
            f"Page {number} of {len(pages)}",
        ):
            assert squeezed(words) in squeezed(page), f"page {number}: {words}"


def test_the_first_page_lists_the_kinds_and_what_was_left_out(pages: list[str]) -> None:
    first = squeezed("".join(pages[:3]))
    assert squeezed("6 entries are closed, and not printed.") in first
    assert "paper sheet first" in " ".join(pages[0].split())
    on = next(n for n, page in enumerate(pages, start=1) if "Exampleton General Hospital" in page)
    assert re.search(rf"A&E[.\s]*{on}\b", "".join(pages[:3]))


def test_services_stand_by_kind_then_name() -> None:
    chemists = [replace(CHEMIST, id=name, name=name) for name in ("b", "A", "c")]
    physio = replace(CHEMIST, name="a", kind=ServiceKind.PHYSIOTHERAPY)
    kinds = values(physio, *chemists)["kinds"]
    assert [(kind["name"], [each["name"] for each in kind["services"]]) for kind in kinds] == [
        ("Pharmacy", ["A", "b", "c"]),
        ("Physiotherapy", ["a"]),
    ]


def test_a_place_that_several_services_share_is_printed_once() -> None:
    other = replace(CHEMIST, id="A2", name="Other")
    printed = values(CHEMIST, other)
    assert [place["name"] for place in printed["places"]] == ["Shop"]
    for each in printed["kinds"][0]["services"]:
        assert (each["places"], each["shared"]) == ([], ["Shop"])
    alone = values(CHEMIST)
    assert alone["places"] == []
    assert alone["kinds"][0]["services"][0]["places"][0]["hours"] == "24 hours, every day"


def test_a_number_that_nobody_confirmed_is_not_printed() -> None:
    service = replace(CHEMIST, phones=(), unconfirmed_phone="01632 960999")
    assert "01632 960999" not in str(entry(service))
    assert entry(service)["alert"].startswith("No confirmed number")
    assert entry(service)["no_phone"] == ""


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"accepts_children": False}, "who", "Not for children."),
        ({"referral_needed": True}, "how", "Ask. The practice sends a referral."),
        ({"schedule": "", "locations": ()}, "hours", "not recorded"),
        ({"status": Status.PAUSED, "pause_reason": "moving"}, "alert", "Paused: moving"),
        (
            {"assurance": Assurance(date(2026, 1, 5), "KB", date(2026, 6, 1))},
            "checked",
            "checked 5 Jan 2026 by KB; review was due 1 Jun 2026",
        ),
        ({"phones": (), "locations": ()}, "no_phone", "no number recorded"),
    ],
)
def test_what_an_entry_says(change: dict, field: str, words: str) -> None:
    service = replace(CHEMIST, application_process="Ask.", alert="", **change)
    assert entry(service)[field] == words


def test_closed_and_unfilled_services_are_left_out(tmp_path: Path) -> None:
    closed = replace(CHEMIST, id="A2", status=Status.CLOSED)
    unfilled = replace(CHEMIST, id="A3", name="Ours", is_local=True, is_filled=False)
    assert write([CHEMIST, closed, unfilled], tmp_path / "out.pdf") == 1
    text = " ".join(PdfReader(tmp_path / "out.pdf").pages[0].extract_text().split())
    assert "1 entry is closed, and not printed." in text
    assert "1 entry is still for your practice to fill in, and not printed." in text


@pytest.mark.parametrize("many", [0, MOST_SERVICES + 1])
def test_nothing_and_too_much_to_print_are_sentences(tmp_path: Path, many: int) -> None:
    services = (replace(CHEMIST, id=f"A{number}") for number in range(many))
    with pytest.raises(NotAvailable, match=r"no service to print|too many to print"):
        write(services, tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_very_long_entry_runs_on_to_the_next_page(tmp_path: Path) -> None:
    places = tuple(
        replace(
            CHEMIST.locations[0],
            location=replace(CHEMIST.locations[0].location, id=f"P{number}", name=f"Shop {number}"),
        )
        for number in range(60)
    )
    long = Service(
        "L",
        "Long",
        ServiceKind.PHARMACY,
        Organization("L", ""),
        phones=(Phone("01632 960001"),),
        description="word " * 400,
        locations=places,
    )
    write([long], tmp_path / "out.pdf", replace(PLAIN, large=True))
    text = squeezed("".join(page.extract_text() for page in PdfReader(tmp_path / "out.pdf").pages))
    assert all(squeezed(f"Shop {number}") in text for number in range(60))
