"""A secret wrapped so that only this Windows machine can read it (DPAPI); elsewhere as it is.

Written against Microsoft's documentation of CryptProtectData; not tried on Windows yet.
"""

import sys
from typing import Any

from signpost.errors import NotAvailable

_MARK = b"DPAPI1:"
_LOCAL_MACHINE, _NO_WINDOW = 0x4, 0x1


def wrapped(secret: bytes) -> bytes:
    """The secret as it may lie in a file of this machine. Raises NotAvailable."""
    if sys.platform != "win32":
        return secret
    return _MARK + _crypt("CryptProtectData", secret)


def unwrapped(kept: bytes) -> bytes:
    """The secret again. Raises NotAvailable when it was wrapped on another machine."""
    if not kept.startswith(_MARK):
        return kept
    if sys.platform != "win32":
        raise NotAvailable(
            "The data file's key belongs to another PC.",
            "Type the recovery code that was printed when Signpost was set up.",
        )
    return _crypt("CryptUnprotectData", kept[len(_MARK) :])


def _crypt(function: str, given: bytes) -> bytes:
    import ctypes  # noqa: PLC0415 - Windows only

    class Blob(ctypes.Structure):
        """DATA_BLOB of the Windows API."""

        _fields_ = [("size", ctypes.c_uint32), ("data", ctypes.POINTER(ctypes.c_char))]

    libraries: Any = ctypes
    held = ctypes.create_string_buffer(given, len(given))
    source = Blob(len(given), ctypes.cast(held, ctypes.POINTER(ctypes.c_char)))
    target = Blob()
    done = getattr(libraries.windll.crypt32, function)(
        ctypes.byref(source),
        None,
        None,
        None,
        None,
        _LOCAL_MACHINE | _NO_WINDOW,
        ctypes.byref(target),
    )
    if not done:
        raise NotAvailable(
            "Windows could not open the data file's key on this PC.",
            "Type the recovery code that was printed when Signpost was set up.",
        )
    try:
        return ctypes.string_at(target.data, target.size)
    finally:
        libraries.windll.kernel32.LocalFree(target.data)
