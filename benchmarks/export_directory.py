"""How long a directory takes to leave in each format, and the memory it takes: services come as a
stream, so that 50,000 need no more of it than 500.

Run: .venv/bin/python benchmarks/export_directory.py [--services 50000]
Beside each, the same services walked through and not written: that is the generator's own time.
"""

import argparse
import multiprocessing
import resource
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from synthetic_directory import synthetic_services

from signpost.paths import bundled
from signpost.usecases.export_directory import DirectoryToExport, ExportFormat, export_directory

_MOST_PRINTED = 500


def _walk(services: int) -> None:
    start = time.perf_counter()
    walked = sum(1 for _ in synthetic_services(services))
    _show(f"not written, {walked}", start, 0)


def _export(form: ExportFormat, services: int) -> None:
    """In a process of its own, whose most memory is this format's."""
    directory = DirectoryToExport(synthetic_services(services))
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out.zip" if form is ExportFormat.CSV else Path(folder) / "out"
        start = time.perf_counter()
        made = datetime.now(UTC)
        export_directory(directory, form, out, made=made, bundled=bundled(""))
        files = [file for file in (out, *out.rglob("*")) if file.is_file()]
        size = sum(file.stat().st_size for file in files)
        _show(f"{form.value}, {services}", start, size)


def _show(name: str, start: float, size: int) -> None:
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{name:<22} {seconds:7.1f} s {size / 1e6:7.1f} MB  most memory {memory:5} MB", flush=True
    )


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--services", type=int, default=50_000)
    asked = parser.parse_args().services
    fresh = multiprocessing.get_context("spawn")
    jobs = [
        (_export, (form, asked if form is not ExportFormat.PDF else min(asked, _MOST_PRINTED)))
        for form in ExportFormat
    ]
    for task, words in [(_walk, (asked,)), *jobs]:
        process = fresh.Process(target=task, args=words)
        process.start()
        process.join()


if __name__ == "__main__":
    _main()
