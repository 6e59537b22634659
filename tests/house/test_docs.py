"""The documents: what they name exists, and nothing that we keep tells of one person's machine."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DECISIONS = sorted((ROOT / "docs/decisions").glob("*.md"))
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "docs/ARCHITECTURE.md",
    ROOT / "docs/GLOSSARY.md",
    ROOT / "docs/DATA.md",
    *sorted((ROOT / "docs/guide").glob("*.md")),
    *DECISIONS,
]
NAMED = re.compile(r"`([\w.-]+(?:/[\w.-]*)+|[\w-]+\.(?:md|toml|txt|spec|cmd|sh))`|\]\(([^)#:]+)\)")
# In pieces, so that this file does not contain what it looks for.
FOLDERS = [
    "/" + "work/",
    "/" + "root/",
    "/" + "home/",
    "/" + "opt/wheels",
    "/" + "tmp/",
    ".." + "/shared",
]
REGISTRIES = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "registry." + "npmjs",
    "deb.debian" + ".org",
]
READ_AS_TEXT = {".py", ".md", ".toml", ".txt", ".sh", ".cmd", ".spec", ".cfg", ".mako", ""}


def named_paths(document: Path) -> Iterator[str]:
    """Every path that the document names, in backquotes or as a link."""
    for quoted, link in NAMED.findall(document.read_text(encoding="utf-8")):
        yield quoted or link


def exists(document: Path, path: str) -> bool:
    """Whether the path exists, seen from the project's folder, the package or the document."""
    return any((start / path).exists() for start in (ROOT, ROOT / "signpost", document.parent))


def kept_files() -> list[Path]:
    """The files under version control, or all files where there is none."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        command = ["git", "-C", str(ROOT), "-c", "safe.directory=*", "ls-files", "-z"]
        listing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        files = [ROOT / name for name in listing.split("\0") if name]
    else:
        made = {".git", ".venv", "build", "dist", "out", "__pycache__"}
        files = [
            file for file in ROOT.rglob("*") if not made.intersection(file.relative_to(ROOT).parts)
        ]
    return [file for file in files if file.is_file() and file.suffix in READ_AS_TEXT]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)
def test_every_path_that_a_document_names_exists(document: Path) -> None:
    missing = [path for path in named_paths(document) if not exists(document, path)]
    assert not missing


def test_the_readme_names_both_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in ("./run", "./test", "run.cmd", "test.cmd", "./run --tour"):
        assert command in readme


def test_every_decision_is_listed() -> None:
    index = (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")
    assert [
        file.name for file in DECISIONS if file.name != "README.md" and file.name not in index
    ] == []


def test_every_dependency_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.partition("dependencies = [")[2].partition("\n]")[0]
    reasons = (ROOT / "docs/decisions/0002-dependencies.md").read_text(encoding="utf-8").lower()
    names = re.findall(r'^ +"([A-Za-z0-9-]+)', block, re.MULTILINE)
    assert names
    assert [name for name in names if name.lower() not in reasons] == []


def told(text: str) -> Iterator[str]:
    """The forbidden words of a text. A web address may have a folder of any name."""
    yield from (word for word in REGISTRIES if word in text)
    without_addresses = re.sub(r"https?://\S+", "", text)
    yield from (word for word in FOLDERS if word in without_addresses)


def test_nothing_that_is_kept_tells_of_a_machine_or_a_registry() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {word}"
        for file in kept_files()
        for word in told(file.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not found
