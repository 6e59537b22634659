# Sourced by ./run and ./test: picks a Python and hands over to packaging/prepare.py, which makes
# .venv and installs what is missing. Sets $root (the project's folder) and $venv_python.
# POSIX sh; needs nothing but a Python 3.11 or later.

root=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
venv_python="$root/.venv/bin/python"

find_python() {
    for candidate in python3 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

prepare() { # prepare run|test
    if ! python=$(find_python); then
        echo "Signpost needs Python 3.11 or later, and no such python3 was found." >&2
        echo "On Debian 12, Ubuntu 23.04 or later: apt-get install python3 python3-venv" >&2
        echo "On macOS: install Python from its official installer. Then run this again." >&2
        exit 1
    fi
    # To standard error: what a command prints may be piped into another program.
    "$python" "$root/packaging/prepare.py" "$1" </dev/null >&2 || exit $?
    # The program is found from any folder, so that a relative path means what the person typed.
    PYTHONPATH="$root${PYTHONPATH:+:$PYTHONPATH}"
    export PYTHONPATH
}
