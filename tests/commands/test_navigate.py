"""`signpost navigate --jsonl` as a clinical lead would run it: the real program, the real
content.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROMPT_KEYS = {"protocol", "title", "level", "levels", "state", "approval", "because"}
SUGGESTION_KEYS = {"service", "name", "kind", "fit", "why", "open"}
AT = ("--at", "2026-11-24T10:30")
EXAMPLE = ("--directory", "example")


def navigate(
    lines: list[Any], *options: str, data_dir: Path | None = None
) -> tuple[int, list[dict[str, Any]]]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    where = ["--data-dir", str(data_dir)] if data_dir else []
    done = subprocess.run(
        [sys.executable, "-m", "signpost", *where, "navigate", "--jsonl", *options],
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    return done.returncode, [json.loads(line) for line in done.stdout.decode().splitlines()]


@pytest.fixture(scope="module")
def answers() -> list[dict[str, Any]]:
    asked = [
        {"id": "chest", "words": "62, tight chest since breakfast and he's sweating"},
        {"id": "wee", "words": "burning when I wee", "age": 34, "sex": "F", "pregnant": False},
        {"id": "soft", "words": "my uncle died of a stroke"},
        {"id": "none", "words": "zzzz"},
        {"id": "extra", "words": "earache", "age": 6, "unknown": [1, 2]},
    ]
    status, answers = navigate(asked, "--drafts", *AT, *EXAMPLE)
    assert status == 0
    return answers


def test_there_is_one_answer_for_each_line_in_order(answers: list[dict[str, Any]]) -> None:
    assert [answer["id"] for answer in answers] == ["chest", "wee", "soft", "none", "extra"]


def test_an_answer_holds_exactly_the_keys_promised(answers: list[dict[str, Any]]) -> None:
    for answer in answers:
        assert set(answer) == {"id", "prompts", "topics", "held", "suggestions"}
        assert all(set(prompt) == PROMPT_KEYS for prompt in answer["prompts"])
        assert all(set(topic) == {"id", "title"} for topic in answer["topics"])
        assert all(set(each) == SUGGESTION_KEYS for each in answer["suggestions"])
        assert len(answer["suggestions"]) <= 20


def test_a_raised_prompt_holds_and_shows_its_levels_gravest_first(
    answers: list[dict[str, Any]],
) -> None:
    chest = answers[0]
    prompt = next(prompt for prompt in chest["prompts"] if prompt["protocol"] == "RF02")
    assert chest["held"] is True
    assert (prompt["state"], prompt["approval"]) == ("raised", "draft")
    assert prompt["level"] == prompt["levels"][0] == "999_now"
    assert "tight chest" in prompt["because"]


def test_suggestions_under_a_prompt_are_of_kinds_that_it_allows(
    answers: list[dict[str, Any]],
) -> None:
    kinds = [each["kind"] for each in answers[0]["suggestions"]]
    assert kinds[0] == "emergency_999"
    assert "pharmacy" not in kinds


def test_the_pathway_that_fits_comes_first_and_not_met_last(answers: list[dict[str, Any]]) -> None:
    wee = answers[1]
    assert wee["held"] is False
    assert wee["suggestions"][0]["service"] == "SV016"
    fits = [each["fit"] == "not_suitable" for each in wee["suggestions"]]
    assert fits == sorted(fits)


def test_a_soft_mention_is_a_check_and_does_not_hold(answers: list[dict[str, Any]]) -> None:
    assert {prompt["state"] for prompt in answers[2]["prompts"]} == {"check"}
    assert answers[2]["held"] is False


def test_nothing_heard_is_nothing_suggested(answers: list[dict[str, Any]]) -> None:
    assert (answers[3]["prompts"], answers[3]["topics"], answers[3]["suggestions"]) == ([], [], [])


def test_without_drafts_a_draft_is_listed_with_no_level() -> None:
    _, answers = navigate([{"id": 1, "words": "crushing chest pain"}], *AT)
    assert answers[0]["prompts"]
    assert all(prompt["level"] is None for prompt in answers[0]["prompts"])
    assert all(prompt["approval"] == "draft" for prompt in answers[0]["prompts"])


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param("not json", id="not JSON"),
        pytest.param("[1]", id="not an object"),
        pytest.param({"id": 1}, id="no words"),
        pytest.param({"id": 1, "words": 5}, id="words no text"),
        pytest.param({"id": 1, "words": "x", "age": "old"}, id="age no number"),
        pytest.param({"id": 1, "words": "x", "age": -1}, id="age below nought"),
        pytest.param({"id": 1, "words": "x", "sex": "female"}, id="sex in words"),
        pytest.param({"id": 1, "words": "x", "pregnant": "no"}, id="pregnant in words"),
    ],
)
def test_a_bad_line_gives_a_sentence_and_the_rest_go_on(bad: Any) -> None:
    status, answers = navigate([bad, {"id": 2, "words": "earache"}], *AT)
    assert status == 1
    assert set(answers[0]) == {"id", "error"}
    assert answers[0]["error"].endswith(".")
    assert answers[1]["id"] == 2


def test_it_only_reads(tmp_path: Path) -> None:
    status, _ = navigate([{"id": 1, "words": "earache"}], *AT, data_dir=tmp_path)
    assert status == 0
    assert list(tmp_path.iterdir()) == []


def test_a_directory_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    status, answers = navigate([], "--directory", str(tmp_path / "gone.csv"))
    assert (status, answers) == (2, [])
