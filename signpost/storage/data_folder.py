"""Which folders can hold a database: on this PC's own disk, and writable by everyone who works at
the desk.

SQLite's locks fail on network shares, and a synchronised or roaming folder copies half-written
files.
"""

import os
import sys
from pathlib import Path

NETWORK_SYSTEMS = frozenset(
    {"9p", "afp", "afpfs", "cifs", "davfs", "fuse.rclone", "fuse.sshfs", "ncpfs", "nfs", "nfs4"}
    | {"smb3", "smbfs", "webdav"}
)
CLOUD_FOLDERS = frozenset(
    {
        "box",
        "box sync",
        "cloudstorage",
        "creative cloud files",
        "dropbox",
        "google drive",
        "googledrive",
        "icloud drive",
        "iclouddrive",
        "mobile documents",
        "nextcloud",
        "onedrive",
        "owncloud",
    }
)
# BUILTIN\Users by number, because its name is translated; (OI)(CI)M: modify, inherited.
USERS_MAY_MODIFY = "*S-1-5-32-545:(OI)(CI)M"


def fault_of_folder(folder: Path) -> str:
    """Why this folder cannot hold the database, as the end of a sentence; empty when it can."""
    if _is_network(folder):
        return "it is on a network drive, where a database gets damaged"
    synced = _synced_part(folder)
    if synced:
        return f"{synced} is copied to a cloud while it is in use, which damages a database"
    if _is_roaming(folder):
        return "it belongs to a roaming profile, which is copied from PC to PC"
    return ""


def is_writable(folder: Path) -> bool:
    """Whether a file can be made and removed there, tried rather than asked."""
    trial = folder / f".write-check-{os.getpid()}"
    try:
        trial.write_bytes(b"signpost")
        trial.unlink()
    except OSError:
        return False
    return True


def make_shared(folder: Path) -> bool:
    """Make the folder of all users, with the right for each to change its files; False when that is
    not ours to do.
    """
    if sys.platform != "win32":
        return False
    import subprocess  # noqa: PLC0415 - Windows only

    system = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "icacls.exe"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        granted = subprocess.run(  # noqa: S603 - a fixed program with our own folder
            [system, folder, "/grant", USERS_MAY_MODIFY],
            capture_output=True,
            check=False,
            timeout=20,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return granted.returncode == 0 and is_writable(folder)


def _is_network(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows only

        remote = 4
        anchor = folder.resolve().anchor
        return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == remote
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return system_of(folder, mounts) in NETWORK_SYSTEMS


def system_of(folder: Path, mounts: str) -> str:
    """The file system that a folder lies on, from the lines of /proc/self/mounts; empty when none
    fits.
    """
    place = folder.resolve()
    best, found = -1, ""
    for line in mounts.splitlines():
        _, point, system, *_ = [*line.split(), "", "", ""]
        where = Path(point.replace("\\040", " ") or "/")
        if place.is_relative_to(where) and len(where.parts) > best:
            best, found = len(where.parts), system
    return found


def _synced_part(folder: Path) -> str:
    for part in folder.parts:
        name = part.lower()
        # OneDrive adds the organisation's name: "OneDrive - NHS", "OneDrive - Riverside Surgery".
        if name in CLOUD_FOLDERS or name.startswith(
            ("onedrive -", "onedrive-", "dropbox (", "googledrive-")
        ):
            return part
    return ""


def _is_roaming(folder: Path) -> bool:
    roaming = os.environ.get("APPDATA", "")
    return bool(roaming) and sys.platform == "win32" and folder.is_relative_to(roaming)
