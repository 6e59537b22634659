#!/bin/sh
# Writes requirements.txt and requirements-test.txt anew from pyproject.toml (needs uv).
# Add --upgrade to move to the newest versions that pyproject.toml allows.
set -eu
cd "$(dirname -- "$0")/.."
lock() { # lock FILE UV-ARGUMENTS...
    file=$1
    shift
    uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-header --output-file "$file" "$@"
    { echo "# Made by packaging/lock.sh (uv pip compile --universal --generate-hashes); do not edit." &&
        cat "$file"; } >"$file.new"
    mv "$file.new" "$file"
}
lock requirements.txt "$@"
lock requirements-test.txt --extra test --constraint requirements.txt "$@"
