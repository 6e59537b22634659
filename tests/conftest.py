"""What every test starts from: Qt without a screen, and slow tests only when asked for."""

import os
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--slow",
        nargs="?",
        const="",
        metavar="PATH",
        help="run the tests marked slow as well; PATH is a folder of whole directories to read",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Refuse what is no folder of directories, such as a path of tests written after --slow."""
    given = config.getoption("--slow")
    if given:
        folder = Path(given).resolve()
        if not folder.is_dir() or (config.rootpath / "tests") in (folder, *folder.parents):
            raise pytest.UsageError(f"--slow {given}: no folder of directories to read.")


@pytest.fixture(scope="session")
def whole_files(request: pytest.FixtureRequest) -> Path:
    """The folder of whole directories given to --slow."""
    given = request.config.getoption("--slow")
    if not given:
        pytest.skip("reads whole directories: name their folder, ./test --slow PATH")
    return Path(given)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave tests marked slow out, unless --slow asks for them."""
    if config.getoption("--slow") is not None:
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if not item.get_closest_marker("slow")]
