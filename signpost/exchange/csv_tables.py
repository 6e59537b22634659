"""Several CSV files that belong together, in a folder or one ZIP file: whole or not at all."""

import csv
import os
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from signpost.exchange.whole_file import whole_file, whole_folder

ZIP = ".zip"


def write_csv_tables(
    out: Path,
    columns: Mapping[str, Sequence[str]],
    rows: Iterable[tuple[str, Sequence[str]]],
    *,
    encoding: str,
    beside: Mapping[str, str] | None = None,
) -> Mapping[str, int]:
    """Write a file of that name for each entry of `columns`, and the texts of `beside` with them.

    `out` is a ZIP file when it ends in .zip, else a folder. Each of `rows` names its file. Returns
    how many rows each file has. Raises NotAvailable when it cannot be written; what was there is
    then still there.
    """
    texts = beside or {}
    names = [*columns, *texts]
    if out.suffix.lower() != ZIP:
        with whole_folder(out, names) as part:
            return _write(part, columns, rows, encoding, texts)
    with whole_file(out, "directory.zip") as part, TemporaryDirectory() as folder:
        count = _write(Path(folder), columns, rows, encoding, texts)
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
            for name in names:
                packed.write(Path(folder) / name, name)
        return count


def _write(
    folder: Path,
    columns: Mapping[str, Sequence[str]],
    rows: Iterable[tuple[str, Sequence[str]]],
    encoding: str,
    texts: Mapping[str, str],
) -> Mapping[str, int]:
    count: Counter[str] = Counter()
    with ExitStack() as stack:
        files = {
            name: stack.enter_context((folder / name).open("w", encoding=encoding, newline=""))
            for name in (*columns, *texts)
        }
        writers = {name: csv.writer(files[name], lineterminator="\r\n") for name in columns}
        for name, writer in writers.items():
            writer.writerow(columns[name])
        for name, row in rows:
            writers[name].writerow(row)
            count[name] += 1
        for name, text in texts.items():
            files[name].write(text)
        for file in files.values():
            file.flush()
            os.fsync(file.fileno())
    return count
