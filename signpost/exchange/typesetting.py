"""Turns a template and plain values into a PDF file that appears whole or not at all."""

import json
import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import typst

from signpost.errors import NotAvailable
from signpost.exchange.whole_file import whole_file


def typeset(template: Path, fonts: Path, values: Mapping[str, object], made: datetime) -> bytes:
    """The PDF of a Typst template, tagged for screen readers and where possible as PDF/UA-1.

    The template finds `values` as JSON in `sys.inputs.values`: they are text, never markup. Only
    the fonts of the folder `fonts` are used. Raises NotAvailable when the template cannot be set.
    """
    own = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)]
    )
    try:
        compiler = typst.Compiler(
            str(template),
            root=str(template.parent),
            font_paths=own,
            sys_inputs={"values": json.dumps(values)},
        )
        try:
            return _compiled(compiler, made, accessible=True)
        except typst.TypstError:
            # One letter that the font lacks breaks the standard: a page without it beats no page.
            return _compiled(compiler, made, accessible=False)
    except (typst.TypstError, OSError, RuntimeError) as error:
        reason = str(error).partition("\n")[0]
        raise NotAvailable(
            f"The page layout {template.name} cannot be used ({reason}).",
            "Install the program again, or take your changes to that file back.",
        ) from error


def _compiled(compiler: typst.Compiler, made: datetime, *, accessible: bool) -> bytes:
    pdf = compiler.compile(
        format="pdf",
        pdf_standards=["ua-1"] if accessible else [],
        timestamp=made.replace(microsecond=0),
    )
    if not isinstance(pdf, bytes):
        raise TypeError(type(pdf))
    return pdf


def write_pdf(out: Path, pdf: bytes, example: str = "paper-sheet.pdf") -> None:
    """Write the file; it takes its place only when it is whole. `example` is a name to suggest
    where `out` is a folder. Raises NotAvailable with a sentence."""
    with whole_file(out, example) as part, part.open("wb") as file:
        file.write(pdf)
        file.flush()
        os.fsync(file.fileno())
