"""The log: rotating files in the data folder, without callers' words."""

import logging
from pathlib import Path

import pytest

from signpost.build import build_desk
from signpost.errors import NotAvailable
from signpost.logs import start_logging, stop_logging
from tests.desk import a_call

WORDS = "tightness in the chest"


def test_what_fails_is_logged_and_what_a_caller_said_is_not(tmp_path: Path) -> None:
    handler = start_logging(tmp_path)
    assert handler is not None
    desk = build_desk(tmp_path)
    (tmp_path / "open_calls").write_text("in the way", encoding="utf-8")
    with pytest.raises(NotAvailable):
        desk.open_calls.autosave(a_call(None, words=WORDS))
    desk.close()
    stop_logging(handler)
    logged = (tmp_path / "logs" / "signpost.log").read_text(encoding="utf-8")
    assert "could not be kept" in logged
    assert WORDS not in logged


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way", encoding="utf-8")
    assert start_logging(tmp_path) is None


def test_half_a_sign_is_no_obstacle(tmp_path: Path) -> None:
    handler = start_logging(tmp_path)
    assert handler is not None
    logging.getLogger("signpost").warning("file \ud83d")
    stop_logging(handler)
