"""Makes .venv and installs what ./run or ./test lack; the same on Linux, macOS and Windows.

Run by the machine's own Python, so it uses the standard library only.
"""

import hashlib
import importlib.util
import os
import platform
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PYTHON_VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
LOCKS = {"run": ROOT / "requirements.txt", "test": ROOT / "requirements-test.txt"}


def say(text: str) -> None:
    """Print a line for the person at once, also when the output is a file."""
    print(text, flush=True)


def wanted_packages(purpose: str) -> dict[str, str]:
    """Name and reason of every system package that this purpose needs."""
    wanted = {}
    for line in (ROOT / "packaging/system-packages.txt").read_text(encoding="utf-8").splitlines():
        entry, _, reason = line.partition("#")
        match entry.split():
            case [name, needed_for] if needed_for in ("run", purpose):
                wanted[name.format(version=PYTHON_VERSION)] = reason.strip()
    if sys.base_prefix != "/usr":  # a Python that Debian did not install has its own library
        wanted.pop(f"libpython{PYTHON_VERSION}", None)
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        wanted.pop("python3-venv", None)
    if shutil.which("objdump"):
        wanted.pop("binutils", None)
    return wanted


def installed_packages() -> set[str]:
    """Names of installed Debian packages, and the names that those stand in for."""
    listing = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "${db:Status-Status},${Package},${Provides}\n"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    names = set()
    for line in listing.splitlines():
        status, *rest = line.split(",")
        if status == "installed":
            names.update(words[0] for words in map(str.split, rest) if words)
    return names


def apt_prefix() -> list[str] | None:
    """What to put before apt-get to be allowed to install; None when it is not allowed."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if (
        sudo
        and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return [sudo, "-n"]
    return None


def install_system_packages(purpose: str) -> None:
    """Install the system packages that are missing, or say exactly how to."""
    wanted = wanted_packages(purpose)
    if not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        say_what_other_systems_need(wanted)
        return
    installed = installed_packages()
    missing = [name for name in wanted if name not in installed]
    if not missing:
        return
    say("Signpost needs these system packages, which this machine does not have:")
    for name in missing:
        say(f"  {name:<20} {wanted[name]}")
    prefix = apt_prefix()
    if prefix is None:
        say("Installing them needs an administrator. Please have this run, then try again:")
        say(f"  sudo apt-get update && sudo apt-get install -y {' '.join(missing)}")
        sys.exit(1)
    say("Installing them with apt-get ...")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    update = [*prefix, "apt-get", "update", "-qq"]
    install = [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
    if subprocess.run(update, env=quiet, check=False).returncode != 0:
        say("apt-get update failed; trying with the package lists that are there.")
    if subprocess.run(install, env=quiet, check=False).returncode != 0:
        say(f"apt-get could not install them. The command was: {shlex.join(install)}")
        sys.exit(1)


def say_what_other_systems_need(wanted: dict[str, str]) -> None:
    """On a Linux without apt-get, name the libraries once, before the first installation."""
    if platform.system() != "Linux" or VENV.exists():
        return
    say("This system has no apt-get. Please make sure that it has what Debian calls:")
    for name, reason in wanted.items():
        say(f"  {name:<20} {reason}")


def venv_works() -> bool:
    """Whether .venv was made here, by a Python that is still there, and has pip."""
    try:
        return (VENV / "made-in").read_text(encoding="utf-8") == str(VENV) and subprocess.run(
            [VENV_PYTHON, "-c", "import pip"], check=False
        ).returncode == 0
    except OSError:
        return False


def make_venv() -> None:
    """Make .venv anew."""
    say(f"Making .venv with Python {platform.python_version()} ...")
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    (VENV / "made-in").write_text(str(VENV), encoding="utf-8")


def digest(lock: Path) -> str:
    """What a stamp says when exactly this lock is installed."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def is_installed(purpose: str) -> bool:
    """Whether the lock as it is now was installed in full."""
    stamp = VENV / f"installed-{purpose}"
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == digest(LOCKS[purpose])


def install_python_packages(purpose: str) -> None:
    """Install the locked Python packages, each checked against its hash."""
    lock = LOCKS[purpose]
    say(f"Installing the Python packages of {lock.name} into .venv (a minute or two) ...")
    for stamp in VENV.glob("installed-*"):
        stamp.unlink()
    command = [VENV_PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    command += ["--no-deps", "--require-hashes", "--requirement", lock]
    if subprocess.run(command, check=False).returncode != 0:
        say("The Python packages could not be installed; pip says why above.")
        sys.exit(1)
    # The test lock holds everything of the other, at the same versions (tests/house/test_lock.py).
    for done in ("run", "test") if purpose == "test" else ("run",):
        (VENV / f"installed-{done}").write_text(digest(LOCKS[done]), encoding="utf-8")


def main() -> None:
    """Prepare for the purpose named on the command line: run or test."""
    purpose = sys.argv[1]
    if platform.system() == "Linux":
        install_system_packages(purpose)
    if not venv_works():
        make_venv()
    if not is_installed(purpose):
        install_python_packages(purpose)


if __name__ == "__main__":
    main()
