# What Signpost uses of openpyxl, which comes without types.

from collections.abc import Iterator
from typing import IO

class Worksheet:
    title: str
    def iter_rows(
        self, *, max_col: int | None = None, values_only: bool = False
    ) -> Iterator[tuple[object, ...]]: ...
    def reset_dimensions(self) -> None: ...

class Workbook:
    worksheets: list[Worksheet]
    def close(self) -> None: ...

def load_workbook(filename: IO[bytes], *, read_only: bool, data_only: bool) -> Workbook: ...
