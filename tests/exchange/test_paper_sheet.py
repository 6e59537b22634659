"""The paper sheet, made from the shipped content and read back by another library."""

import os
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from signpost.domain.protocol_words import condition
from signpost.domain.topic import AgeVariant
from signpost.errors import NotAvailable
from signpost.exchange.paper_sheet import _ages
from signpost.exchange.title_words import title_words
from signpost.exchange.typesetting import typeset, write_pdf
from signpost.usecases.listen import Listening, start_listening
from signpost.usecases.print_paper_sheet import print_paper_sheet

RESOURCES = Path(__file__).parents[2] / "resources"
FONTS = RESOURCES / "fonts"
# Half past eleven at night in UTC is the next day in England's summer.
MADE = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
PRINTED = "Printed Wednesday 1 July 2026"


def squeezed(text: str) -> str:
    """The text without spaces: lines break where they like."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def listening() -> Listening:
    return start_listening(RESOURCES, keep=False)


@pytest.fixture(scope="module")
def sheet(listening: Listening, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    out = tmp_path_factory.mktemp("sheet") / "paper-sheet.pdf"
    printed = print_paper_sheet(
        listening, RESOURCES, out, MADE, practice="Elm Row Surgery", answer_minutes=7
    )
    assert printed.faults == ()
    assert [file.name for file in out.parent.iterdir()] == [out.name]
    return PdfReader(out)


@pytest.fixture(scope="module")
def pages(sheet: PdfReader) -> list[str]:
    return [page.extract_text() for page in sheet.pages]


@pytest.fixture(scope="module")
def text(pages: list[str]) -> str:
    """All pages without the heads and feet that may stand in the middle of a sentence."""
    return squeezed("".join(pages))


def test_every_protocol_is_there_with_its_questions_rows_and_scripts(
    listening: Listening, text: str
) -> None:
    missing = [
        f"{protocol.id}: {words}"
        for protocol in listening.protocols.values()
        for words in (
            protocol.title,
            protocol.applies_to,
            protocol.while_waiting,
            protocol.do_not_say,
            f"{protocol.id} version {protocol.version}, for {protocol.nation}",
            *(question.text for question in protocol.questions),
            *(row.action for row in protocol.rows),
        )
        if squeezed(words) not in text
    ]
    assert missing == []


def test_levels_are_said_in_words_the_gravest_first_and_otherwise_last(
    listening: Listening, text: str
) -> None:
    for protocol in listening.protocols.values():
        at = text.index(squeezed(f"{protocol.id} version {protocol.version}, for"))
        rows = "".join(
            f"{row.level.label}{condition(protocol, row)}: {row.action}"
            for row in protocol.rows_gravest_first
        )
        start = text.rindex("Dothis:thefirstrowthatfits", 0, at)
        assert squeezed(rows) in text[start:at], protocol.id


def test_each_protocol_is_in_the_index_on_the_page_where_it_stands(
    listening: Listening, pages: list[str]
) -> None:
    index = squeezed("".join(pages[2:5]))
    for protocol in listening.protocols.values():
        stands_on = next(
            number
            for number, page in enumerate(pages, start=1)
            if squeezed(f"{protocol.id} version {protocol.version}, for") in squeezed(page)
        )
        level = protocol.levels[0].label
        assert squeezed(f"{protocol.title}{level}{stands_on}") in index, protocol.id


def test_no_protocol_is_torn_apart(listening: Listening, pages: list[str]) -> None:
    whole = [squeezed(page) for page in pages]
    for protocol in listening.protocols.values():
        first, last = protocol.questions[0].text, f"{protocol.id} version {protocol.version}, for"
        assert any(squeezed(first) in page and squeezed(last) in page for page in whole)


def test_date_version_practice_and_marking_are_on_every_page(
    listening: Listening, pages: list[str]
) -> None:
    for number, page in enumerate(pages, start=1):
        for words in (
            PRINTED,
            f"Content {listening.library.version}",
            "Elm Row Surgery",
            "REHEARSAL: not for real callers",
            "DRAFT, not approved by your practice",
            f"Page {number} of {len(pages)}",
        ):
            assert squeezed(words) in squeezed(page), f"page {number}: {words}"


def test_the_first_page_says_how_to_use_it(pages: list[str]) -> None:
    first = squeezed(pages[0])
    for words in ("Is it happening now?", "In doubt, or no protocol fits?", "within 7 minutes"):
        assert squeezed(words) in first


def test_topics_stand_with_their_kinds_and_what_makes_them_unsuitable(
    listening: Listening, text: str
) -> None:
    earache = listening.topics["earache"]
    assert squeezed(earache.unsuitable) in text
    assert squeezed("Under 1: GP appointment, Duty clinician") in text
    assert squeezed("1 to 17: Pharmacy First: clinical pathway") in text


def test_it_has_a_sane_length_and_is_a4(sheet: PdfReader) -> None:
    assert 40 <= len(sheet.pages) <= 90
    for page in sheet.pages:
        assert [round(side) for side in page.mediabox[2:]] == [595, 842]


def test_every_font_is_embedded_and_is_ours(sheet: PdfReader) -> None:
    seen = set()
    for page in sheet.pages:
        for reference in page["/Resources"]["/Font"].values():
            font = reference.get_object()["/DescendantFonts"][0].get_object()
            described = font["/FontDescriptor"]
            assert "/FontFile2" in described or "/FontFile3" in described
            seen.add(re.sub(r"^/\w+\+|-.*", "", str(font["/BaseFont"])))
    assert seen == {"Inter"}


def test_it_can_be_read_aloud(sheet: PdfReader) -> None:
    assert sheet.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert sheet.trailer["/Root"]["/Lang"] == "en-GB"
    assert "Paper sheet" in str(sheet.metadata.title if sheet.metadata else "")
    assert b"pdfuaid" in sheet.trailer["/Root"]["/Metadata"].get_object().get_data()


def test_large_print_of_an_approved_incomplete_live_sheet_says_what_it_is(
    listening: Listening, tmp_path: Path
) -> None:
    few = {key: listening.protocols[key] for key in ("RF02", "RF12")}
    live = replace(listening, protocols=few, approved=frozenset(few))
    out = tmp_path / "large.pdf"
    unprintable = "漢 Surgery"  # a letter that the font lacks stops nothing
    print_paper_sheet(live, RESOURCES, out, MADE, practice=unprintable, rehearsal=False, large=True)
    text = squeezed("".join(page.extract_text() for page in PdfReader(out).pages))
    assert squeezed("This sheet is incomplete: it has 2 of 103 protocols") in text
    assert "REHEARSAL" not in text
    assert "DRAFT" not in text


def test_one_draft_among_approved_protocols_is_marked(listening: Listening, tmp_path: Path) -> None:
    few = {key: listening.protocols[key] for key in ("RF02", "RF12")}
    mixed = replace(listening, protocols=few, approved=frozenset({"RF02"}))
    out = tmp_path / "mixed.pdf"
    print_paper_sheet(mixed, RESOURCES, out, MADE, rehearsal=False)
    text = squeezed("".join(page.extract_text() for page in PdfReader(out).pages))
    assert text.count(squeezed("DRAFT – not approved by your practice")) == 1
    assert squeezed("1 protocol is DRAFT") in text


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (None, 1, "Under 1"),
        (0, 5, "Under 5"),
        (1, 18, "1 to 17"),
        (1, 2, "1 up to 2"),
        (0.25, 1, "0.25 up to 1"),
        (18, None, "18 and over"),
        (None, None, "0 and over"),
    ],
)
def test_ages_are_said_as_people_say_them(
    low: float | None, high: float | None, words: str
) -> None:
    assert _ages(AgeVariant(low, high, ())) == words


def test_forms_of_one_word_stand_together_in_the_word_index(listening: Listening) -> None:
    words = dict(title_words(listening.protocols.values()))
    assert {"RF13", "RF14"} <= set(words["headache"])
    assert "RF03" in words["breathe"]
    assert "sudden" not in words


def test_content_without_protocols_prints_nothing(listening: Listening, tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    with pytest.raises(NotAvailable, match="no protocol can be read"):
        print_paper_sheet(replace(listening, protocols={}), RESOURCES, out, MADE)
    assert not out.exists()


def test_wording_that_cannot_be_read_names_its_file(listening: Listening, tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match=r"paper_sheet\.toml"):
        print_paper_sheet(listening, tmp_path, tmp_path / "sheet.pdf", MADE)


def test_a_layout_with_a_mistake_is_told_in_a_sentence(tmp_path: Path) -> None:
    layout = tmp_path / "broken.typ"
    layout.write_text("#nothing-of-that-name", encoding="utf-8")
    with pytest.raises(NotAvailable, match=r"broken\.typ cannot be used \(unknown variable"):
        typeset(layout, FONTS, {}, MADE)


def test_values_are_text_and_never_markup(tmp_path: Path) -> None:
    layout = tmp_path / "echo.typ"
    layout.write_text('#set text(font: "Inter")\n#json(bytes(sys.inputs.values)).words')
    out = tmp_path / "echo.pdf"
    write_pdf(out, typeset(layout, FONTS, {"words": "#panic() *a* $x$"}, MADE))
    assert "#panic() *a* $x$" in PdfReader(out).pages[0].extract_text()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (".", "is a folder"),
        ("missing/sheet.pdf", "There is no folder"),
        ("x" * 300 + ".pdf", "cannot be written"),
    ],
)
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, name: str, sentence: str) -> None:
    with pytest.raises(NotAvailable, match=sentence):
        write_pdf(tmp_path / name, b"%PDF")


def test_a_sheet_that_cannot_be_written_is_told_and_the_old_one_stays(tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    out.write_bytes(b"old")
    in_the_way = tmp_path / f".sheet.pdf.{os.getpid()}.part"
    in_the_way.mkdir()  # stops everybody, also those who may write everywhere
    with pytest.raises(NotAvailable, match="check the rights"):
        write_pdf(out, b"%PDF")
    assert out.read_bytes() == b"old"
